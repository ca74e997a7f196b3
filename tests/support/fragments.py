"""The YAML fragments on the rules' pages, as dossiers on the disk."""

import datetime
import re
from dataclasses import dataclass
from pathlib import Path

from samverkan_cli.api import Options, check, open_project
from samverkan_cli.checking.report import Report
from samverkan_cli.diagnostics import Diagnostic
from samverkan_cli.project.sources import Sources

TODAY = datetime.date(2019, 6, 1)
HEAD = "samverkan: 1\ntyp: överenskommelse\nid: exempel\n"
MARK = re.compile(r"\s*# <-(?: (fel|varning|upplysning))?$")


@dataclass(frozen=True)
class Fragment:
    """The files of a fragment, and the marked lines, (file, line), with the level that stands beside the mark, if one does.

    ``verdict`` is the word for the point's verdict, where the fragment says it."""

    files: dict[str, str]
    levels: dict[tuple[str, int], str]
    today: datetime.date
    root: str = "agreement.yaml"
    verdict: str = ""

    @property
    def marked(self) -> set[tuple[str, int]]:
        return set(self.levels)


def parse(text: str) -> Fragment:
    """A fragment is part of an agreement; ``# fil: namn`` starts another file; ``# idag: datum`` sets the day.
    ``# för sig: namn`` starts a document that stands alone: there is no agreement then. ``# bedömning: delvis`` is the verdict on the rule's point.

    ``# <-`` marks a line that has a finding of the rule's own level, ``# <- varning`` one whose level is another.
    """
    today = TODAY
    files: dict[str, list[str]] = {"agreement.yaml": HEAD.splitlines()}
    current = root = "agreement.yaml"
    levels: dict[tuple[str, int], str] = {}
    verdict = ""
    for line in text.splitlines():
        if match := re.match(r"# fil: (\S+)$", line):
            current = match[1]
            files[current] = []
        elif match := re.match(r"# för sig: (\S+)$", line):
            current = root = match[1]
            files = {current: []}
        elif match := re.match(r"# idag: (\S+)$", line):
            today = datetime.date.fromisoformat(match[1])
        elif match := re.match(r"# bedömning: (.+)$", line):
            verdict = match[1]
        else:
            if match := MARK.search(line):
                levels[current, len(files[current]) + 1] = match[1] or ""
            files[current].append(MARK.sub("", line))
    return Fragment({name: "\n".join(lines) + "\n" for name, lines in files.items()}, levels, today, root, verdict)


def write(fragment: Fragment, folder: Path) -> None:
    for name, text in fragment.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def judge(fragment: Fragment, folder: Path, options: Options) -> Report:
    write(fragment, folder)
    return check(open_project([folder / fragment.root], today=fragment.today, sources=Sources(base=folder)), options)


def lines(found: tuple[Diagnostic, ...]) -> set[tuple[str, int]]:
    return {(diagnostic.file, diagnostic.span.line) for diagnostic in found}
