"""KED15."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level
from samverkan_cli.models.actions import Outcome
from samverkan_cli.models.keys import display_name
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.swedish import listing


@rule("KED15", "avvikelse-utan-skäl", Level.WARNING)
def yellow_and_red_are_explained(case: Case) -> Verdicts:
    """Gult och rött säger vad som stod i vägen och vad som ändras

    Färgen säger att det inte blev som tänkt. Bara hindret och ändringen säger vad någon ska göra åt det.

    Regeln ser på den senaste bedömningen i tiden av var sak. Rött utan både `hinder` och `ändring` är en varning, annars är det en upplysning.

    Godkänns:

        åtgärder: [{id: Å1.1}, {id: Å1.2}]
        utfall:
          - {åtgärd: Å1.1, bedömning: röd, hinder: Lokalen såldes., ändring: Passen flyttas till fritidsgården.}
          - {åtgärd: Å1.2, bedömning: grön}

    Godkänns:

        # idag: 2020-06-01
        åtgärder: [{id: Å1.1}]
        # fil: b.yaml
        samverkan: 1
        typ: uppföljning
        datum: 2019-06-15
        utfall: [{åtgärd: Å1.1, bedömning: röd}]
        # fil: a.yaml
        samverkan: 1
        typ: uppföljning
        datum: 2020-02-12
        utfall: [{åtgärd: Å1.1, bedömning: grön}]

    Underkänns:

        åtgärder: [{id: Å1.1}, {id: Å1.2}, {id: Å1.3}, {id: Å1.4}]
        utfall:
          - {åtgärd: Å1.1, bedömning: röd}  # <-
          - {åtgärd: Å1.2, bedömning: gul}  # <- upplysning
          - {åtgärd: Å1.3, bedömning: röd, hinder: Lokalen såldes.}  # <- upplysning
          - {åtgärd: Å1.4, bedömning: gul, ändring: Passen flyttas.}  # <- upplysning

    Källa: Brå, Följ upp om åtagandena har genomförts
    """
    dossier = case.dossier
    for outcome in dossier.outcomes:
        missing = [word for word, text in (("hinder", outcome.obstacles), ("ändring", outcome.change)) if not text]
        if outcome.assessment not in ("gul", "röd") or not missing or not _is_latest(dossier, outcome):
            continue
        yield Finding(
            f"{_name(dossier, outcome)} är {outcome.assessment}, men {listing(missing)} saknas",
            outcome.at("assessment"),
            "Skriv under hinder vad som stod i vägen, och under ändring vad ni gör annorlunda.",
            level=None if outcome.assessment == "röd" and len(missing) == 2 else Level.NOTE,
        )


def _about(outcome: Outcome) -> str | None:
    return outcome.action or outcome.pledge or outcome.commitment or outcome.follow_up or outcome.goal


def _is_latest(dossier: Dossier, outcome: Outcome) -> bool:
    id = _about(outcome)
    return id is None or dossier.graph.assessment_of(id) is outcome


def _name(dossier: Dossier, outcome: Outcome) -> str:
    id = _about(outcome)
    named = dossier.definitions.get(id or "", ())
    return display_name(named[0]) if named else (id or "utfallet")
