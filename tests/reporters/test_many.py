"""More findings than anybody reads: people are shown fifty of each rule in each file, programs get ten thousand of each dossier, and all are counted."""

import json
import re
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from reporters.reading import gitlab_issues, junit_suites, sarif_schema, written
from reporters.sample import FOUND, REPORT
from samverkan_cli.checking.report import Report, are_too_many
from samverkan_cli.checking.report_schema import report_schema
from samverkan_cli.diagnostics import Diagnostic, Group, Level, Span

ONE = next(found for found in FOUND if found.suppressed is None and found.level is Level.ERROR)


def many(number: int, first: int = 0, **more: object) -> list[Diagnostic]:
    """So many findings of one rule in one file, each on a row of its own."""
    return [
        replace(ONE, message=f"fynd {one}", span=Span(one + 1, 1, one + 1, 2), fingerprint=f"{one:016x}", **more)  # type: ignore[arg-type]
        for one in range(first, first + number)
    ]


def report(*found: list[Diagnostic]) -> Report:
    return replace(REPORT, diagnostics=tuple(one for each in found for one in each))


def told(text: str) -> set[str]:
    return set(re.findall(r"fynd \d+", text))


@pytest.mark.parametrize("name", ["text", "short", "markdown"])
@pytest.mark.parametrize("more", [{}, {"absent": True}, {"group": Group.STEP, "step": 2}])
def test_a_person_is_shown_fifty_of_a_rule_in_a_file_and_told_how_many_there_are(name: str, more: dict[str, object]) -> None:
    fifty = written(report(many(50, **more)), name)
    assert len(told(fifty)) == 50 and "… och" not in fifty
    text = written(report(many(51, **more)), name)
    assert told(text) == told(fifty), "the first of them are those that are shown"
    assert text.count(f"… och 1 till av {ONE.code} i {ONE.file}") == 1
    # A comment's cells have plain spaces only.
    assert "… och 9 950 till av " in written(report(many(10_000, **more)), name).replace("\xa0", " ")


@pytest.mark.parametrize("name", ["text", "short", "markdown"])
def test_fifty_are_shown_of_each_rule_and_of_each_file(name: str) -> None:
    text = written(report(many(51), many(50, 100, code="KED04"), many(50, 200, file="bilagor/annan.yaml")), name)
    assert len(told(text)) == 150 and text.count("… och ") == 1


def test_what_is_known_is_shown_in_the_same_way() -> None:
    known = next(found.suppressed for found in FOUND if found.suppressed is not None)
    text = written(report(many(51, suppressed=replace(known, by="baseline"))), "text")
    assert len(told(text)) == 50 and text.count("… och 1 till av ") == 1


@pytest.mark.parametrize("number", [10_000, 10_001])
def test_programs_get_ten_thousand_of_a_dossier_and_how_many_there_are_besides(number: int) -> None:
    notes = many(1, 90_000, level=Level.NOTE)
    whole = report(notes, many(number - 1))
    left = number - 10_000
    data = json.loads(written(whole, "json"))
    # What stands in the list is all alike, and a schema takes its time over each.
    Draft202012Validator(report_schema()).validate({**data, "diagnostics": data["diagnostics"][:50]})
    assert len(data["diagnostics"]) == 10_000 and data["summary"]["left_out"] == left
    assert (data["summary"]["error"], data["summary"]["note"]) == (number - 1, 1), "all are counted"
    assert ("fynd 90000" in {one["message"] for one in data["diagnostics"]}) == (not left), "what is least bad is what is left out"
    said = f"ytterligare {left} fynd får inte plats i rapporten"
    issues = gitlab_issues(written(whole, "gitlab"))
    assert len(issues) == 10_000 + left
    junit = written(whole, "junit")
    junit_suites(junit)
    sarif = written(whole, "sarif")
    assert len(json.loads(sarif)["runs"][0]["results"]) == 10_000
    for text in (sarif, written(whole, "gitlab"), junit):
        assert (said in text) == bool(left)
    assert f"{number - 1} fel" in written(whole, "text")


def test_sarif_with_what_was_left_out_is_as_its_schema_says() -> None:
    sarif = json.loads(written(report(many(10_001)), "sarif"))
    (one,) = sarif["runs"]
    one["results"] = one["results"][:50]
    sarif_schema().validate(sarif)


def test_ten_thousand_are_held_of_each_dossier() -> None:
    whole = report(many(10_000), many(10_000, 20_000, dossier="annan"))
    assert len(whole.held) == 20_000 and not whole.left_out


def test_nothing_is_concluded_of_more_than_ten_thousand() -> None:
    assert not are_too_many(many(10_000)) and are_too_many(many(10_001))
    assert not are_too_many([*many(10_000), *many(5, 20_000, group=Group.LATER)]), "what belongs to later steps is only counted"
