"""A dossier → a report: rules chosen and run, findings placed, exemptions and baseline weighed, verdicts derived."""
