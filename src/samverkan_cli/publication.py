"""The version for residents: whether it may be written, and what it is made of."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from samverkan_cli.api import Case, Options, check_cases
from samverkan_cli.checking.report import Report, public_report
from samverkan_cli.checking.rule import rules
from samverkan_cli.diagnostics import Diagnostic, Level
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.project.redaction import is_withheld, leaves_out, public_dossier


@dataclass(frozen=True)
class PublicVersion:
    """What the public version of a dossier is made of. ``abridged`` says that something has been left out."""

    dossier: Dossier
    report: Report
    abridged: bool


def hindrances(case: Case, today: datetime.date) -> tuple[Diagnostic, ...]:
    """The errors that stop a public version: what must be protected, or what cannot be read and may be the mark that protects.

    Neither settings, exemptions nor what is known since before takes any of them away. The family is looked at too: it is printed from.
    """
    blocking = {code for code, rule in rules().items() if rule.blocks_publication}
    report = check_cases([Case(one) for one in (case.dossier, *case.dossier.family.all)], today, Options(exemptions=False, baseline=False))
    return tuple(one for one in report.diagnostics if one.code in blocking and one.level is Level.ERROR)


def public_version(case: Case, report: Report, options: Options) -> PublicVersion:
    """The public version of a case that ``report`` is about. Everything in it is derived from the redacted dossier."""
    dossier = public_dossier(case.dossier)
    shown = check_cases([replace(case, dossier=dossier)], report.today, options)
    return PublicVersion(dossier, public_report(report, shown), leaves_out(case.dossier))


def withholds_itself(case: Case) -> bool:
    """Whether the agreement itself is marked as not given out: then there is nothing to publish."""
    return is_withheld(case.dossier.root)
