"""What is ten times as large takes ten times as long, and not a hundred: counted in calls, which no busy machine changes."""

import datetime
import io
import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from samverkan_cli.api import check, open_project
from samverkan_cli.checking.report import Report
from samverkan_cli.lsp.analyzer import Analyzer, AnalyzerOptions
from samverkan_cli.lsp.code_actions import actions
from samverkan_cli.lsp.completion import completion
from samverkan_cli.lsp.diagnostics import by_file, published
from samverkan_cli.lsp.hover import hover
from samverkan_cli.lsp.open_documents import OpenDocuments
from samverkan_cli.lsp.symbols import symbols
from samverkan_cli.publication import PackageRun
from samverkan_cli.reporters import writer
from samverkan_cli.validation.fixes import fixed
from support.operations import calls_in, letters_in
from support.sizes import SIZES, TODAY, put

pytestmark = pytest.mark.property

DAY = datetime.date.fromisoformat(TODAY)
IN_FULL = bool(os.environ.get("SAMVERKAN_LONG"))
NUMBERS = (100, 300, 1000) if IN_FULL else (50, 150, 500)
OF_MANY = (60, 180, 600) if IN_FULL else (15, 45, 150)
"""For the kinds that hold so many of several things each."""
HOLD_MANY = ("åtgärder", "allt")
GIVEN_UP = {"tabbar": (1000, 3000, 10_000)}
"""Kinds where so much is wrong that reading gives up after some hundred tries: how many there have to be for that."""
MOST = 1.25
"""How much more each thing may cost between the last two numbers than between the first two: where all of them are compared, it is two or three times more."""

IN_EVERY_RUN = {
    "check": ("allt", "okända nycklar", "hänvisningar till en sak", "bilagor", "orsaker bakom orsaker", "löften", "parter"),
    "fix": ("samma nyckel två gånger i varje post",),
    "editor": ("grupper",),
    "html": ("flerradiga texter",),
}
ON_ONE_ROW = ("fel poster i en lista", "en lista på en rad", "okända nycklar på en rad", "komman inom klamrar")


def judged(folder: Path) -> Report:
    return check(open_project([folder], today=DAY))


def checked(folder: Path) -> None:
    report = judged(folder)
    for name in ("text", "json", "sarif"):
        writer(name)(report, io.StringIO())


def mended(folder: Path) -> None:
    file = folder / "agreement.yaml"
    fixed(file.name, file.read_bytes(), unsafe=False)


def answered(folder: Path) -> Iterator[str]:
    """What an editor asks for, told of when each is answered: the findings when a file is opened and when it is changed, and what is known of a place."""
    file = (folder / "agreement.yaml").resolve()
    documents = OpenDocuments(file.parent)
    analyzer = Analyzer(documents, AnalyzerOptions(lambda: DAY))
    text = file.read_text(encoding="utf-8")
    for now in (text, text + "\n# mera\n"):
        documents.texts[file] = now
        found = analyzer.of_file(file)
        for of_file in by_file(found).values():
            for analysis, one in of_file:
                published(analysis, one, {}, "utf-16")
        yield "findings"
    for place in (len(text) // 2, len(text) - 5):
        completion(text, place, found, "utf-16", True)
        yield "completion"
        hover(file, text, place, found, "utf-16")
        yield "hover"
    symbols(file, found, "utf-16")
    yield "symbols"
    actions(file, len(text) - 10, len(text) - 5, found, {}, "utf-16")
    yield "actions"


def written(folder: Path) -> None:
    for _ in answered(folder):
        pass


def printed(folder: Path) -> None:
    options = {"single": False, "split": False, "without": [], "all_steps": False}
    PackageRun([folder], DAY, None, False, lambda *_: None).files({"html": options})


WAYS: dict[str, Callable[[Path], None]] = {"check": checked, "fix": mended, "editor": written, "html": printed}


@pytest.mark.parametrize(("way", "kind"), [(way, kind) for way in WAYS for kind in (SIZES if IN_FULL else IN_EVERY_RUN[way])])
def test_ten_times_as_much_takes_ten_times_as_long(way: str, kind: str, tmp_path: Path) -> None:
    first, last = costs(calls_in, WAYS[way], kind, tmp_path)
    assert last <= MOST * max(first, 0) + 20


@pytest.mark.parametrize("way", ["check", "fix", "editor"])
@pytest.mark.parametrize("kind", ON_ONE_ROW if IN_FULL else ON_ONE_ROW[:1])
def test_a_long_row_is_not_read_once_for_everything_on_it(way: str, kind: str, tmp_path: Path) -> None:
    first, last = costs(letters_in, WAYS[way], kind, tmp_path)
    assert last <= MOST * first + 200


def costs(count: Callable[[Callable[[], object]], int], way: Callable[[Path], None], kind: str, folder: Path) -> tuple[float, float]:
    """What each thing costs between the first two numbers of them, and between the last two."""
    numbers = OF_MANY if kind in HOLD_MANY else GIVEN_UP.get(kind, NUMBERS)
    made = [put(folder / str(number), SIZES[kind].write(number)) for number in numbers]
    way(made[0])  # What is built once is no part of what is counted.
    few, more, most = (count(partial(way, one)) for one in made)
    return (more - few) / (numbers[1] - numbers[0]), (most - more) / (numbers[2] - numbers[1])
