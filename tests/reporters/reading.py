"""The formats read back, each as its consumer does it; nothing here knows how they are written."""

import html
import io
import json
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jsonschema
from junitparser import Failure, JUnitXml, Skipped, TestCase, TestSuite
from markdown_it import MarkdownIt

from samverkan_cli.checking.report import Report
from samverkan_cli.reporters import writer
from support import need

NODE_MODULES = Path(os.environ.get("SAMVERKAN_NODE_MODULES_REPORTERS") or Path(__file__).parent / "node_modules")


def written(report: Report, name: str) -> str:
    out = io.StringIO()
    writer(name)(report, out)
    return out.getvalue()


def sarif_schema() -> Any:
    """The official schema of SARIF 2.1.0, as Microsoft's package ships it."""
    found = sorted(NODE_MODULES.glob("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0*.json"))
    if not found:
        need.missing("the npm package @microsoft/jest-sarif")
    schema = json.loads(found[0].read_text(encoding="utf-8"))
    checker = jsonschema.validators.validator_for(schema)
    return checker(schema, format_checker=checker.FORMAT_CHECKER)


@dataclass(frozen=True)
class Command:
    """A workflow command as GitHub's runner understands it."""

    name: str
    properties: dict[str, str]
    data: str


def github_commands(text: str) -> list[Command]:
    """Read as the runner reads: only lines that begin with ``::`` are commands."""
    found = []
    for line in text.split("\n"):
        if not line.lstrip().startswith("::"):
            assert line == "", f"not a command: {line!r}"
            continue
        head, _, data = line.lstrip()[2:].partition("::")
        name, _, listed = head.partition(" ")
        properties = dict(pair.strip().split("=", 1) for pair in listed.split(",") if pair.strip())
        unescape = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}
        for key, value in properties.items():
            properties[key] = _replaced(value, unescape)
        found.append(Command(name, properties, _replaced(data, {key: unescape[key] for key in ("%0D", "%0A", "%25")})))
    return found


def _replaced(text: str, table: dict[str, str]) -> str:
    for key, value in table.items():
        text = text.replace(key, value)
    return text


def gitlab_issues(text: str) -> list[dict[str, Any]]:
    """A code quality report, refused unless it has the shape that GitLab documents."""
    issues = json.loads(text)
    assert isinstance(issues, list)
    for issue in issues:
        assert {"description", "check_name", "fingerprint", "severity", "location"} <= set(issue)
        assert all(isinstance(issue[key], str) and issue[key] for key in ("description", "check_name", "fingerprint", "severity"))
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        path = issue["location"]["path"]
        assert path and not path.startswith(("./", "/")) and "\\" not in path
        begin = issue["location"]["lines"]["begin"]
        assert type(begin) is int and begin >= 1
    assert len({issue["fingerprint"] for issue in issues}) == len(issues), "GitLab shows one of those with the same fingerprint"
    return issues


def junit_suites(text: str) -> list[TestSuite]:
    """Read by a JUnit parser; the counts that are written are those that are there."""
    root = JUnitXml.fromstring(text.encode("utf-8"))
    suites = list(root)
    counts = (root.tests, root.failures, root.skipped)
    sums = [0, 0, 0]
    for suite in suites:
        cases = list(suite)
        seen = [len(cases), sum(map(failed, cases)), sum(any(isinstance(result, Skipped) for result in case.result) for case in cases)]
        assert [suite.tests, suite.failures, suite.skipped] == seen
        sums = [one + other for one, other in zip(sums, seen, strict=True)]
    assert list(counts) == sums
    names = [(suite.name, case.classname, case.name) for suite in suites for case in suite]
    assert len(set(names)) == len(names), "two tests have the same name"
    return suites


def failed(case: TestCase) -> bool:
    return any(isinstance(result, Failure) for result in case.result)


def junit_fingerprints(text: str) -> set[str]:
    texts = [result.text for suite in junit_suites(text) for case in suite if failed(case) for result in case.result]
    return set(re.findall(r"^Fyndets märke är (\w+)\.$", "\n".join(texts), flags=re.MULTILINE))


def markdown_rows(text: str) -> list[list[str]]:
    """The cells of every table, as a reader of the comment sees them."""
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    rows: list[list[str]] = []
    body = False
    for token in (tokens := parser.parse(text)):
        assert token.type != "html_block", token.content
        assert not any(child.type in ("html_inline", "link_open", "image") for child in token.children or []), token.content
        body = (body or token.type == "tbody_open") and token.type != "tbody_close"
        if body and token.type == "tr_open":
            rows.append([])
        elif body and token.type == "inline":
            rows[-1].append(seen(token.children or []))
    assert tokens
    return rows


def seen(children: list[Any]) -> str:
    """What stands on the screen: the spaces without width cannot be seen."""
    return re.sub("\u200b", "", html.unescape("".join(child.content for child in children)))
