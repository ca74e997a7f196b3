"""``text``, ``short``, ``json`` and the checklist: the same report by hand, and the files that show how it reads."""

import io
import json
from pathlib import Path

import pytest
from by_hand import NOTHING, REPORT
from jsonschema import Draft202012Validator

from samverkan_cli import __version__
from samverkan_cli.checking.packs import Pack, Point
from samverkan_cli.checking.report_schema import report_schema
from samverkan_cli.reporters import writer
from samverkan_cli.reporters.checklist import render

GOLDEN = Path(__file__).parent / "golden"
PACK = Pack(
    "skåne-17",
    "Checklistan",
    "Länsstyrelsen Skåne m.fl., 2019",
    tuple(Point(found.code, found.name, found.name.replace("-", " "), found.due_step) for found in REPORT.dossiers[0].points),
)


def written(name: str, report: object = REPORT) -> str:
    out = io.StringIO()
    writer(name)(report, out)  # type: ignore[arg-type]
    return out.getvalue()


@pytest.mark.parametrize("name", ["text", "short", "json"])
def test_golden(name: str, golden) -> None:  # type: ignore[no-untyped-def]
    golden(written(name).replace(f'"{__version__}"', '"VERSION"'), GOLDEN / f"för-hand.{name}")


def test_golden_checklist(golden) -> None:  # type: ignore[no-untyped-def]
    lines = ["".join(text for text, _ in line).rstrip() for line in render(REPORT, [PACK])]
    golden("\n".join(lines), GOLDEN / "för-hand.checklista")


def test_golden_when_there_is_nothing_to_say(golden) -> None:  # type: ignore[no-untyped-def]
    golden(written("text", NOTHING), GOLDEN / "för-hand-inget.text")
    assert written("short", NOTHING) == ""


def test_json_is_as_its_schema_says() -> None:
    for report in (REPORT, NOTHING):
        Draft202012Validator(report_schema()).validate(json.loads(written("json", report)))


def test_what_is_exempted_is_only_in_json() -> None:
    assert "SK16" not in written("text") + written("short")
    assert '"reason": "Tas fram i höst."' in written("json")
