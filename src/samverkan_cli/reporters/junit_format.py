"""``junit``: one test for each agreement, point and rule, which CI systems show as a list of tests.

Passed when met, failed where there is a finding, skipped for what is not due, does not apply, is exempt or could not be known.
Every finding fails a test; a rule that judges no point has a test of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TextIO
from xml.etree import ElementTree as Xml

from samverkan_cli.checking.report import DossierReport, PointReport, Report, RuleReport, Verdict
from samverkan_cli.diagnostics import Diagnostic, Group
from samverkan_cli.reporters.words import as_text, heading, held_findings, left_out, worst_first
from samverkan_cli.text.sanitize import one_line

_FAILING = (Verdict.PARTLY, Verdict.MISSING)


@dataclass(frozen=True)
class Case:
    """A test: ``skipped`` says why it was not judged."""

    pack: str
    name: str
    found: tuple[Diagnostic, ...] = ()
    skipped: str = ""


SIGNATURE = re.compile(r'\A<\?xml[^>]*\?>\s*<testsuites name="samverkan"')
"""How a file of this format is known as ours."""


def write(report: Report, out: TextIO) -> None:
    """Write the tests as XML."""
    found = [one for one in held_findings(report) if one.group is Group.NOW]
    suites = Xml.Element("testsuites", {"name": "samverkan"})
    done: set[str] = set()
    for dossier in report.dossiers:
        # An id that two agreements have taken is told apart by the file.
        name = dossier.id if dossier.id not in done else f"{dossier.id} ({dossier.agreement})"
        own = [] if dossier.id in done else [one for one in found if one.dossier == dossier.id]
        done.add(dossier.id)
        _suite(suites, name, dossier, own, report.rules)
    if said := left_out(report):
        Xml.SubElement(suites[-1], "system-out").text = said
    for counted in ("tests", "failures", "skipped", "errors"):
        suites.set(counted, str(sum(int(suite.get(counted, "0")) for suite in suites)))
    Xml.indent(suites, " ")
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n' + Xml.tostring(suites, encoding="unicode") + "\n")


def _suite(suites: Xml.Element, name: str, dossier: DossierReport, found: list[Diagnostic], rules: dict[str, RuleReport]) -> None:
    cases = list(_cases(dossier, found, rules))
    suite = Xml.SubElement(
        suites,
        "testsuite",
        {
            "name": one_line(name),
            "tests": str(len(cases)),
            "failures": str(sum(1 for case in cases if case.found)),
            "skipped": str(sum(1 for case in cases if case.skipped)),
            "errors": "0",
        },
    )
    for case in cases:
        _case(suite, name, case)


def _cases(dossier: DossierReport, found: list[Diagnostic], rules: dict[str, RuleReport]) -> Iterator[Case]:
    by_rule: dict[str, list[Diagnostic]] = {}
    for one in found:
        by_rule.setdefault(one.code, []).append(one)
    told_of: set[str] = set()
    in_points: set[str] = set()
    for point in dossier.points:
        in_points.update(point.rules)
        for code in point.rules or ("",):
            case = _of_point(dossier, point, code, by_rule, rules)
            told_of.update(one.code for one in case.found)
            yield case
    for code in sorted({*dossier.judged_rules, *by_rule}):
        if code in told_of or (code in in_points and code not in by_rule):
            continue
        rule = rules[code]
        yield Case(rule.pack, f"{code} {rule.name}", tuple(by_rule.get(code, ())))


def _of_point(
    dossier: DossierReport, point: PointReport, code: str, by_rule: dict[str, list[Diagnostic]], rules: dict[str, RuleReport]
) -> Case:
    name = f"{point.code} {point.name}" + (f", {code} {rules[code].name}" if code not in ("", point.code) else "")
    word = point.word
    if point.verdict in _FAILING:
        if code in by_rule:
            return Case(point.pack, name, tuple(by_rule[code]))
        if any(other in by_rule for other in point.rules) and code in dossier.judged_rules:
            return Case(point.pack, name)
        why = "utan fynd i den här körningen" if code in dossier.judged_rules else "regeln prövades inte i den här körningen"
        return Case(point.pack, name, skipped=f"{word}: {why}")
    if point.verdict is Verdict.MET:
        return Case(point.pack, name)
    return Case(point.pack, name, skipped=": ".join((word, *point.reasons[:1])))


def _case(suite: Xml.Element, name: str, case: Case) -> None:
    element = Xml.SubElement(suite, "testcase", {"classname": one_line(f"{name}.{case.pack}"), "name": one_line(case.name)})
    if case.found:
        worst = worst_first(list(case.found))[0]
        rest = f" (och {len(case.found) - 1} till)" if len(case.found) > 1 else ""
        failure = Xml.SubElement(element, "failure", {"type": worst.level.swedish, "message": one_line(worst.message) + rest})
        failure.text = "\n\n".join(_told(one) for one in case.found)
    elif case.skipped:
        Xml.SubElement(element, "skipped", {"message": one_line(case.skipped)})


def _told(found: Diagnostic) -> str:
    where = f"{one_line(found.file)}:{found.span.line}: {found.level.swedish} {heading(found)}"
    return f"{where}\n{as_text(found)}\nFyndets märke är {found.fingerprint}."
