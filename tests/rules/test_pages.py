"""Every rule's page: its good examples pass, its bad ones are marked on exactly the lines that say so."""

from pathlib import Path

import pytest

from samverkan_cli.api import Options
from samverkan_cli.checking.report import Verdict
from samverkan_cli.checking.rule import packs, rules
from support.fragments import judge, lines, parse

POINTS = {point.code for pack, _ in packs() for point in pack.points}
GOOD = [(code, index, text) for code, rule in rules().items() for index, text in enumerate(rule.page.good)]
BAD = [(code, index, text) for code, rule in rules().items() for index, text in enumerate(rule.page.bad)]


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, _, text in GOOD], ids=[f"{code}-{index}" for code, index, _ in GOOD])
def test_good(code: str, text: str, tmp_path: Path) -> None:
    fragment = parse(text)
    report = judge(fragment, tmp_path, Options(select=(code,)))
    assert [(found.message, found.span.line) for found in report.diagnostics] == []
    if code in POINTS and rules()[code].judge is not None:
        point = next(point for point in report.dossiers[0].points if point.code == code)
        if fragment.verdict:
            assert point.word == fragment.verdict
        else:
            assert point.verdict is Verdict.MET
            assert point.evidence


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, _, text in BAD], ids=[f"{code}-{index}" for code, index, _ in BAD])
def test_bad(code: str, text: str, tmp_path: Path) -> None:
    fragment = parse(text)
    assert fragment.marked, "a bad example marks at least one line"
    report = judge(fragment, tmp_path, Options(select=(code,)))
    assert lines(report.diagnostics) == fragment.marked, [(found.message, found.file, found.span.line) for found in report.diagnostics]
    assert all(found.help for found in report.diagnostics)
    if fragment.verdict:
        assert [point.word for point in report.dossiers[0].points if point.code == code] == [fragment.verdict]
    own = rules()[code].level.swedish
    assert {(found.file, found.span.line, found.level.swedish) for found in report.diagnostics} == {
        (*place, level or own) for place, level in fragment.levels.items()
    }


@pytest.mark.parametrize("code", list(rules()))
def test_page_is_whole(code: str) -> None:
    rule = rules()[code]
    page = rule.page
    assert page.title and page.why and page.source
    assert not page.title.endswith(".")
    assert page.bad or code in ("FIL01", "FIL14", "FIL18"), (
        "a page shows what is not accepted; what stands in bytes or in git cannot be shown as text"
    )
