"""Each format on a report made by hand, read by its own consumer."""

import copy
import json
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest
from jsonschema import ValidationError

from reporters.reading import failed, github_commands, gitlab_issues, junit_suites, markdown_rows, sarif_schema, written
from reporters.sample import EMPTY, FOUND, NASTY, ODD_FILE, REPORT
from samverkan_cli.checking.rule import rules
from samverkan_cli.cli.app import run
from samverkan_cli.diagnostics import Level
from samverkan_cli.errors import SamverkanError
from samverkan_cli.reporters import FORMATS

GOLDEN = Path(__file__).parent / "golden"
OPEN = [found for found in FOUND if found.suppressed is None]


@pytest.mark.parametrize("name", ["sarif", "github", "gitlab", "junit", "markdown"])
def test_golden(name: str, golden) -> None:  # type: ignore[no-untyped-def]
    text = written(REPORT, name)
    if name == "sarif":
        # The rules' pages and the version have tests of their own, and change for other reasons.
        data = json.loads(text)
        del data["runs"][0]["tool"]
        text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    golden(text, GOLDEN / f"rapport.{name}")


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_on_nothing_is_valid(name: str) -> None:
    text = written(EMPTY, name)
    if name == "sarif":
        sarif_schema().validate(json.loads(text))
    elif name == "gitlab":
        assert gitlab_issues(text) == []
    elif name == "junit":
        assert junit_suites(text) == []
    elif name in ("github", "short"):
        assert text == ""


def test_sarif_is_valid_and_the_schema_refuses_what_is_not() -> None:
    schema = sarif_schema()
    data = json.loads(written(REPORT, "sarif"))
    schema.validate(data)
    for path, wrong in (
        (("level",), "fel"),
        (("locations", 0, "physicalLocation", "region", "startLine"), 0),
        (("suppressions",), [{"kind": "undantag"}]),
    ):
        broken = copy.deepcopy(data)
        target = broken["runs"][0]["results"][0]
        for step in path[:-1]:
            target = target[step]
        target[path[-1]] = wrong
        with pytest.raises(ValidationError):
            schema.validate(broken)


def test_sarif_says_what_the_report_says() -> None:
    (run_,) = json.loads(written(REPORT, "sarif"))["runs"]
    assert run_["columnKind"] == "unicodeCodePoints"
    described = run_["tool"]["driver"]["rules"]
    for found, result in zip(FOUND, run_["results"], strict=True):
        rule = described[result["ruleIndex"]]
        assert (rule["id"], result["ruleId"], result["level"]) == (found.code, found.code, found.level.value)
        assert rule["help"]["text"].startswith(found.code) and rules()[found.code].page.why in rule["help"]["markdown"]
        place = result["locations"][0]["physicalLocation"]
        uri = place["artifactLocation"]["uri"]
        assert uri.isascii() and " " not in uri and unquote(uri) == found.file
        assert ("uriBaseId" in place["artifactLocation"]) == (not found.file.startswith(".."))
        span = found.span
        assert list(place["region"].values()) == [span.line, span.column, span.end_line, span.end_column]
        assert result["partialFingerprints"]["samverkan/v1"] == found.fingerprint
        assert len(result.get("relatedLocations", [])) == len(found.related)
        for told, fix in zip(result.get("fixes", []), found.fixes, strict=True):
            ((change,),) = [one["replacements"] for one in told["artifactChanges"]]
            assert change["insertedContent"]["text"] == NASTY and list(change["deletedRegion"].values()) == [2, 1, 2, 4]
            assert unquote(told["artifactChanges"][0]["artifactLocation"]["uri"]) == fix.file
        assert [one["kind"] for one in result["suppressions"]] == (["external"] if found.suppressed else [])
    known = {result["ruleId"]: result["suppressions"][0] for result in run_["results"] if result["suppressions"]}
    assert known["SK07"]["justification"] == "Löften väljs i maj."
    assert known["SK07"]["properties"] == {"by": "undantag", "until": "2019-12-31", "decidedBy": "rådet"}
    assert known["SK02"]["justification"] == "baseline" and known["SK02"]["status"] == "accepted"
    message = run_["results"][1]["message"]["text"]
    assert "{{0}}" in message and "\\[länk](" in message


def test_github_commands_come_back_as_they_were() -> None:
    commands = github_commands(written(REPORT, "github"))
    worst = sorted(OPEN, key=lambda found: found.level.weight)
    assert [command.name for command in commands] == ["error", "error", "error", "warning", "notice"]
    for found, command in zip(worst, commands, strict=True):
        assert command.properties["file"] == found.file
        assert command.properties["line"] == str(found.span.line)
        assert command.properties["title"] == f"{found.code} {found.name}"
        assert ("col" in command.properties) == (command.properties["endLine"] == command.properties["line"])
    first, nasty = commands[0], commands[1]
    assert first.properties["col"] == "5" and first.properties["endColumn"] == "8", "GitHub's end is inclusive"
    assert "möter_orsaker: [O1]\nnär: {senast: 2019-05-01}" in first.data
    assert nasty.data.splitlines()[0] == NASTY and nasty.properties["file"] == ODD_FILE
    assert nasty.properties["endLine"] == "3" and "col" not in nasty.properties


@pytest.mark.parametrize(("numbers", "shown"), [((10, 10, 10), (10, 10, 10)), ((11, 0, 0), (10, 0, 0)), ((25, 12, 30), (10, 10, 9)), ((0, 0, 11), (0, 0, 9))])  # fmt: skip
def test_github_stays_within_its_limits(numbers: tuple[int, ...], shown: tuple[int, ...]) -> None:
    base = FOUND[0]
    # The mildest come first in the report, so that whoever does not sort is caught.
    many = [replace(base, level=level) for level, number in zip(reversed(Level), reversed(numbers), strict=True) for _ in range(number)]
    commands = github_commands(written(replace(REPORT, diagnostics=tuple(many)), "github"))
    annotations = [command for command in commands if "file" in command.properties]
    assert [sum(1 for one in annotations if one.name == name) for name in ("error", "warning", "notice")] == list(shown)
    assert [one.name for one in annotations] == sorted((one.name for one in annotations), key=["error", "warning", "notice"].index)
    assert all(sum(1 for one in commands if one.name == name) <= 10 for name in ("error", "warning", "notice"))
    rest = sum(numbers) - sum(shown)
    closing = [command.data for command in commands if "file" not in command.properties]
    assert closing == ([f"ytterligare {rest} fynd; hela tabellen står i stegets sammanfattning"] if rest else [])


def test_gitlab_says_what_the_report_says() -> None:
    issues = gitlab_issues(written(REPORT, "gitlab"))
    severities = {"error": "critical", "warning": "minor", "note": "info"}
    assert [(one["check_name"], one["fingerprint"], one["severity"], one["location"]["path"], one["location"]["lines"]["begin"]) for one in issues] == [
        (found.code, found.fingerprint, severities[found.level.value], found.file, found.span.line) for found in OPEN
    ]  # fmt: skip


def test_junit_says_what_the_report_says() -> None:
    suites = junit_suites(written(REPORT, "junit"))
    assert [suite.name for suite in suites] == ["prov", "andra"]
    outcome = {case.name: (type(case.result[0]).__name__ if case.result else "passed") for case in suites[0]}
    assert outcome == {
        "SK01 samordnande-funktion": "passed", "SK02 ägare": "Skipped", "SK08 när-vad-vem-hur": "Skipped",
        "SK09 koppling-orsak-åtgärd": "Failure", "SK09 koppling-orsak-åtgärd, KED01 okänt-id": "passed",
        "SK10 mätbara-mål": "Skipped", "SK16 logotyper": "Failure", "SK17 underskrifter": "Skipped", "SK14 giltighetstid": "Skipped",
        "KED09 problem-utan-plats": "Failure", "TID01 " + rules()["TID01"].name: "passed", "FIL01 " + rules()["FIL01"].name: "passed",
    }  # fmt: skip
    texts = "\n".join(result.text for suite in suites for case in suite if failed(case) for result in case.result)
    assert NASTY in texts
    assert "\x0b" not in texts and "\x1b" not in texts and "radbrytning\ufffdoch \ufffdstyrtecken" in texts


def test_markdown_shows_the_texts_as_they_were_and_calls_on_nobody() -> None:
    text = written(REPORT, "markdown")
    rows = markdown_rows(text)
    assert {(row[0], row[1], row[3]) for row in rows} == {
        (found.level.swedish, f"{found.code} {found.name}", f"{found.file}:{found.span.line}") for found in OPEN
    }
    assert NASTY.replace("&amp;", "&") in [row[2].replace("&amp;", "&") for row in rows]
    assert "@\u200balla" in text and "@alla" not in text
    assert text.startswith("## Samverkan: 3 fel · 1 varning · 1 upplysning · 1 undantagen · 1 känd sedan tidigare\n")


def test_markdown_keeps_within_what_a_comment_may_hold() -> None:
    # Of one rule in one file no more than fifty would be shown at all.
    many = tuple(
        replace(found, message=f"{found.message} {number}", file=f"{number // 40}/{found.file}") for number in range(400) for found in FOUND
    )
    text = written(replace(REPORT, diagnostics=many), "markdown")
    assert len(text) < 65_000
    rows = markdown_rows(text)
    rest = 5 * 400 - len(rows)
    assert rows and f"Ytterligare {rest} fynd får inte plats här." in text
    assert all(row[0] == "fel" for row in rows), "the worst are kept"


def test_the_step_summary_has_the_whole_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("förut\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    package = str(Path(__file__).parents[1] / "data" / "punkter" / "SK09")
    arguments = ["check", package, "--today", "2019-06-01", "--all-steps", "--ignore", "ST"]
    assert run([*arguments, "--format", "short"]) == 1
    assert summary.read_text(encoding="utf-8") == "förut\n"
    assert run([*arguments, "--format", "github"]) == 1
    assert github_commands(capsys.readouterr().out.split("\n", 1)[1])
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("förut\n## Samverkan: 1 fel") and len(markdown_rows(text)) == 1
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "no" / "such"))
    with pytest.raises(SamverkanError):
        run([*arguments, "--format", "github"])
