"""The page above several packages: one entry each, parts under the agreement that they are parts of."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from jinja2 import Environment

from samverkan_cli.printing.render.formats import files_of
from samverkan_cli.printing.render.markdown import escape_line
from samverkan_cli.printing.render.package import Package, Page
from samverkan_cli.swedish import listing

_NAMES = {"html": "webbsidor", "markdown": "Markdown", "pdf": "PDF", "word": "Word"}


@dataclass(frozen=True)
class Shelved:
    """A package, and the first file of each of its formats. ``above`` is the id of the agreement that it is a part of, if that is here too."""

    package: Package
    first: dict[str, str]
    above: str | None = None


def first_files(home: str, names: Iterable[str]) -> dict[str, str]:
    """Each format's first file, where its folder lies in ``home``: the index, or what comes first."""
    found: dict[str, str] = {}
    for name in sorted(names, key=lambda name: (PurePosixPath(name).stem != "index", name)):
        form, _, rest = name.partition("/")
        if rest.count("/") == 0:
            found.setdefault(form, f"{home}{name}")
    return found


def above(packages: Sequence[Shelved], environment: Environment, judged: datetime.date, *, single: bool) -> dict[str, bytes]:
    """The pages above: of HTML and Markdown, those that the packages have. They have the look of the packages themselves."""
    files: dict[str, bytes] = {}
    for form in ("markdown", "html"):
        if all(form in shelved.first for shelved in packages):
            files |= files_of(_package(packages, form, judged), form, environment, single=single, split=False)
    return files


def _package(packages: Sequence[Shelved], form: str, judged: datetime.date) -> Package:
    common = [mark for mark in packages[0].package.marks if all(mark in shelved.package.marks for shelved in packages)]
    alone = [shelved.package.alone for shelved in packages]
    title = "Dokument" if all(alone) else "Överenskommelser och dokument" if any(alone) else "Överenskommelser"
    lines = [f"# {title}", "", "## Dokumentpaket", ""]
    shown: set[int] = set()

    def entry(shelved: Shelved, indent: str) -> None:
        if id(shelved) in shown:
            return
        shown.add(id(shelved))
        lines.append(f"{indent}- {_line(shelved, form, common)}")
        for part in packages:
            if part.above == shelved.package.id:
                entry(part, indent + "  ")

    for shelved in packages:
        if shelved.above is None:
            entry(shelved, "")
    for shelved in packages:  # those that are said to be parts of each other
        entry(shelved, "")
    beside = frozenset(file for shelved in packages for file in shelved.first.values())
    page = Page("index", "", title, "översikt", "\n".join(lines) + "\n", beside=beside)
    indexed = all(shelved.package.is_indexed for shelved in packages)
    return Package("", title, (), (), (), tuple(common), (page,), (), judged, is_indexed=indexed)


def _line(shelved: Shelved, form: str, common: Sequence[str]) -> str:
    package, first = shelved.package, shelved.first
    line = f"[{escape_line(package.title)}](<{first[form]}>)"
    if package.parties:
        line += f", {escape_line(listing(package.parties))}"
    others = [f"[{_NAMES[name]}](<{file}>)" for name, file in first.items() if name != form]
    if others:
        line += f". Även som {listing(others)}"
    own = [mark for mark in package.marks if mark not in common]
    if own:
        line += f". **{escape_line(', '.join(own))}**"
    return line
