"""A run that was stopped → a report that says so, for whoever reads reports and not what a terminal shows."""

from __future__ import annotations

import datetime

from samverkan_cli.checking.fingerprint import mark_of
from samverkan_cli.checking.page import rule_report
from samverkan_cli.checking.report import DossierReport, Report
from samverkan_cli.checking.rule import rules
from samverkan_cli.diagnostics import Diagnostic, Level, Span
from samverkan_cli.errors import FileError, SamverkanError


def stopped(error: SamverkanError, asked: str, today: datetime.date) -> Report:
    """The report of a run that came to nothing: one finding, in the file that stopped it, else at what was ``asked`` for."""
    code, file, line, column, said = "FIL08", asked, 1, 1, error.message
    if isinstance(error, FileError):
        code, file, line, column, said = error.code, error.file, error.line, error.column, error.said
    rule = rules()[code]
    found = Diagnostic(
        rule.code, rule.name, Level.ERROR, file, said, file, Span(line, column, line, column),
        help=error.help, why=rule.page.why, fingerprint=mark_of(code, file, said),
    )  # fmt: skip
    dossier = DossierReport(file, file, file, None, today, (), (), (), (), judged_rules=(code,), document="")
    return Report(today, (dossier,), (found,), rules={code: rule_report(rule)})
