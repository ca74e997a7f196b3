"""What depends on a rule's mark or a report's form, and not on a verdict: publication, the baseline's text, the schema of the report."""

import json
from collections.abc import Callable, Iterator
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from samverkan_cli.checking.baseline import updated
from samverkan_cli.checking.report_schema import report_schema
from samverkan_cli.checking.rule import packs, rules
from samverkan_cli.diagnostics import Diagnostic, Level, Span
from samverkan_cli.reporters import writer
from support.packages import HUDDINGE, ROOT, judge


def test_what_stops_a_public_version() -> None:
    """What could not be read may be what protects, and what is protected must not be printed. Nothing else stops it."""
    unread, protected = {"FIL02", "FIL04", "FIL05", "FIL06"}, {"SKY01", "SKY02", "SKY03"}
    assert {rule.code for rule in rules().values() if rule.blocks_publication} == unread | protected


def test_a_baseline_is_a_text_that_git_can_compare() -> None:
    one = Diagnostic("SK10", "x", Level.ERROR, "h", "målet M1 saknar källa", "a.yaml", Span(1, 1, 1, 2), fingerprint="0" * 16)
    assert updated(None, Path("b.json"), {"h": [one]}, {}) == (
        '{\n "version": 2,\n "dossiers": {\n  "h": [\n   {\n    "fingerprint": "0000000000000000",\n    "code": "SK10",\n'
        '    "message": "målet M1 saknar källa",\n    "items": []\n   }\n  ]\n }\n}\n'
    )


def set_to(*path: Any, value: Any) -> Callable[[dict[str, Any]], None]:
    def change(report: dict[str, Any]) -> None:
        here: Any = report
        for step in path[:-1]:
            here = here[step]
        here[path[-1]] = value

    return change


@pytest.mark.parametrize(
    "change",
    [
        set_to("dossiers", 0, "step", value=6),
        set_to("dossiers", 0, "step", value=0),
        set_to("dossiers", 0, "points", 0, "due_step", value=6),
        set_to("dossiers", 0, "points", 0, "verdict", value="nästan"),
        set_to("summary", "error", value=-1),
        set_to("version", value=1),
    ],
)
def test_the_schema_of_the_report_takes_ours_and_no_other(change: Callable[[dict[str, Any]], None]) -> None:
    schema = Draft202012Validator(report_schema())
    report = _written()
    report["dossiers"][0]["step"] = 5
    assert schema.is_valid(report)
    change(report)
    assert not schema.is_valid(report)


@cache
def _text() -> str:
    out = StringIO()
    writer("json")(judge(HUDDINGE), out)
    return out.getvalue()


def _written() -> Any:
    return json.loads(_text())


def test_what_a_reader_of_the_document_is_shown() -> None:
    """What is missing of the content is printed; what is wrong with files, days and steps is for whoever writes."""
    assert {pack.name for pack, _ in packs() if pack.printed} == {"skåne-17", "samverkanshandboken", "lag-2023-196", "familj", "kedja"}


def _places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path to every key in a report; of a list only what stands first in it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*path, key)
            yield from _places(inner, (*path, key))
    elif isinstance(value, list) and value:
        yield from _places(value[0], (*path, 0))


def test_every_key_of_a_report_is_in_its_schema_with_its_shape() -> None:
    """Without it, or with something of another shape there, a report is not ours."""
    out = StringIO()
    writer("json")(judge(ROOT / "examples" / "huddinge-med-fel"), out)
    schema = Draft202012Validator(report_schema())
    report = json.loads(out.getvalue())
    assert schema.is_valid(report)
    lax = []
    for path in list(_places(report)):
        home: Any = report
        for step in path[:-1]:
            home = home[step]
        kept = home.pop(path[-1])
        without = schema.is_valid(report)
        home[path[-1]] = [["x"]]
        if without or schema.is_valid(report):
            lax.append(path)
        home[path[-1]] = kept
    assert lax == []
