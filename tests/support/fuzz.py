"""Real files changed at random, and everything that the program can be asked to do with them: short in the tests, long in ``tools/fuzz.py``.

Each attempt begins anew from whole files, with its own random numbers: the seed, the kind and the number of an attempt repeat it alone.
"""

import json
import os
import shutil
import subprocess
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from random import Random
from unittest.mock import patch

from samverkan_cli.diagnostics import Diagnostic
from samverkan_cli.errors import SamverkanError
from samverkan_cli.text.lines import split_lines
from samverkan_cli.validation.fixes import fixed
from samverkan_cli.validation.validate import build
from samverkan_cli.yaml.reader import decode, read
from samverkan_cli.yaml.tree import data
from support import inside, process
from support.editor import Editor, position
from support.mutations import altered, written
from support.packages import ROOT, copy, judge
from support.slipped import slipped

MOMENT = 2
"""Seconds of work that no text of such a size may take to read."""

PATIENCE = 60
"""Seconds of work that no attempt may take."""

DAY = "2019-06-01"

Attempt = Callable[[Random], None]


@dataclass(frozen=True)
class Fault:
    """An attempt that ended otherwise than it should, by what repeats it."""

    kind: str
    number: int
    said: str


@cache
def texts() -> tuple[Path, ...]:
    """The files that texts are made of."""
    return tuple(sorted(path for path in (ROOT / "examples").rglob("*.yaml") if path.stat().st_size < 30_000))


@cache
def packages() -> tuple[Path, ...]:
    """The packages that are changed: small ones, so that many can be tried."""
    data, examples = ROOT / "tests" / "data", ROOT / "examples"
    whole = (data / "hel", data / "flera" / "två-filer", examples / "för-sig", examples / "förvar", examples / "huddinge-med-fel")
    real = (data / "real" / name for name in ("stockholm", "gotene", "alvsbyn", "umea"))
    return (*whole, data / "hel", data / "older" / "en-för-flera", *real)


def attempts(kind: str, folder: Path) -> AbstractContextManager[Attempt]:
    """What is tried of a kind, in a folder of its own."""
    return KINDS[kind](folder)


def fault_of(attempt: Attempt, kind: str, seed: int, number: int) -> Fault | None:
    """One attempt. What it raises, and what takes too long, is a fault."""
    start = time.process_time()
    try:
        attempt(Random(f"{seed} {kind} {number}"))
        took = time.process_time() - start
        assert took < PATIENCE, f"it took {took:.0f} seconds"
    except Exception as error:
        return Fault(kind, number, "".join(traceback.format_exception(error)))
    return None


def changed(raw: bytes, random: Random) -> bytes:
    """A file changed as text, or in what it means."""
    values = data(tree) if random.random() < 0.5 and (tree := read("fil", raw).tree) is not None else None
    return written(altered(values, random)).encode() if isinstance(values, dict) else slipped(raw, random)


def _package(folder: Path, random: Random) -> Path:
    """A package with a change in one of its files, sometimes in two."""
    shutil.rmtree(folder, ignore_errors=True)
    package = copy(random.choice(packages()), folder)
    files = sorted(package.rglob("*.yaml"))
    for path in random.sample(files, min(len(files), random.choice((1, 1, 2)))):
        path.write_bytes(changed(path.read_bytes(), random))
    return package


def _stand_in_it(text: str, places: list[tuple[int, int]]) -> None:
    rows = split_lines(text)
    for line, column in places:
        assert 1 <= line <= len(rows) and 1 <= column <= len(rows[line - 1]) + 1, (line, column)


def _text(random: Random) -> tuple[str, bytes]:
    path = random.choice(texts())
    return path.name, slipped(path.read_bytes(), random)


def _read(random: Random) -> None:
    """Every text is read in a moment, and its faults stand in it."""
    name, raw = _text(random)
    start = time.process_time()
    document = build(read(name, raw))[1]
    assert time.process_time() - start < MOMENT
    _stand_in_it(document.text, [(fault.span.line, fault.span.column) for fault in document.faults])


def _mend(random: Random) -> None:
    """A fix leaves nothing to fix, and a file that can be read."""
    name, raw = _text(random)
    after, done = fixed(name, raw, unsafe=False)
    if done:
        assert fixed(name, after, unsafe=False) == (after, [])
        assert decode(after)[1] == []


def _judge(folder: Path, random: Random) -> None:
    """Every package is judged, and what is found stands in its file."""
    package = _package(folder, random)
    try:
        found = judge(package).diagnostics
    except SamverkanError:
        return
    by_file: dict[str, list[Diagnostic]] = {}
    for one in found:
        by_file.setdefault(one.file, []).append(one)
    for file, here in by_file.items():
        rows = split_lines(decode((package / file).read_bytes())[0])
        assert all(1 <= one.span.line <= len(rows) for one in here), here


REPORTS = (
    *(("check", "--format", name) for name in ("text", "short", "json", "sarif", "junit", "gitlab", "github", "markdown")),
    *(("checklist", "--format", name) for name in ("text", "json")),
    *(("steps", "--format", name) for name in ("text", "json")),
    *(("trace", "--format", name) for name in ("text", "markdown", "json")),
    ("trace", "--backwards"),
    ("fix", "--unsafe"),
    ("fix", "--diff"),
    ("check", "--all-steps", "--strict"),
)  # fmt: skip


def _report(folder: Path, random: Random) -> None:
    """Every command and every format has an answer; sometimes the settings are changed too."""
    package = _package(folder, random)
    if random.random() < 0.2:
        settings = (ROOT / "examples" / "förvar" / "samverkan.yaml").read_bytes()
        (package / "samverkan.yaml").write_bytes(changed(settings, random))
    command, *options = random.choice(REPORTS)
    _answers(package, command, ".", *options, *(() if command == "fix" else ("--today", DAY)))


def _render(folder: Path, random: Random) -> None:
    """Every package is printed or refused, in every form."""
    package = _package(folder, random)
    form = random.choice(("markdown", "html", "html", "html", "pdf", "word"))
    options = [option for option in ("--public", "--single", "--all-steps") if random.random() < 0.3]
    _answers(package, "render", ".", "--format", form, "--out", "ut", "--today", DAY, *options)


def _answers(folder: Path, *words: str) -> None:
    with patch.dict(os.environ, {"SAMVERKAN_TRACEBACK": "1"}):
        _ends_well(inside.run(*words, folder=folder))


def _ends_well(done: subprocess.CompletedProcess[str]) -> None:
    assert done.returncode in (0, 1, 2) and "Traceback" not in done.stdout + done.stderr, (done.args, done.stderr)


def _process(folder: Path, random: Random) -> None:
    """The program, as a process of its own, ends with an answer."""
    package = _package(folder, random)
    _ends_well(process.run("check", ".", "--today", DAY, "--format", "short", folder=package))


@contextmanager
def _own_files(folder: Path) -> Iterator[Attempt]:
    """Our own files as somebody else may have written them: the list of what is known, that of what a package holds, and what an exchange left."""
    made = copy(ROOT / "examples" / "huddinge-med-fel", folder / "made")
    _answers(made, "baseline", ".", "--today", DAY)
    for _ in range(2):
        _answers(made, "render", ".", "--format", "markdown", "--out", "ut", "--today", DAY)

    def attempt(random: Random) -> None:
        shutil.rmtree(folder / "here", ignore_errors=True)
        here = Path(shutil.copytree(made, folder / "here"))
        out = here / "ut"
        match random.randrange(3):
            case 0:
                _change_json(here / ".samverkan-baseline.json", random)
                _answers(here, random.choice(("check", "baseline")), ".", "--today", DAY)
                return
            case 1:
                _change_json(out / "manifest.json", random)
            case _:
                _interrupt(out, random)
        check = ("--check",) if random.random() < 0.3 else ()
        _answers(here, "render", ".", "--format", "markdown", "--out", "ut", "--today", DAY, *check)

    yield attempt


def _change_json(path: Path, random: Random) -> None:
    raw = path.read_bytes()
    new = json.dumps(altered(json.loads(raw), random)).encode() if random.random() < 0.5 else slipped(raw, random)
    path.write_bytes(new)


def _interrupt(out: Path, random: Random) -> None:
    """A state in which an exchange may have been left, or that somebody has made up."""
    whole = out.with_name("hel")
    shutil.copytree(out, whole)
    for name in random.sample((".samverkan-new", ".samverkan-old"), random.choice((1, 2))):
        shutil.copytree(whole, out / name)
        files = sorted(path for path in (out / name).rglob("*") if path.is_file())
        for path in random.sample(files, random.randrange(len(files))):
            path.unlink()
        if (out / name / "manifest.json").exists() and random.random() < 0.7:
            _change_json(out / name / "manifest.json", random)
    shutil.rmtree(whole)
    if (out / ".samverkan-old").exists():
        (out / ".samverkan-old" / "journal").write_bytes(slipped(b"en rad\n", random))
    if random.random() < 0.5:
        (out / "manifest.json").unlink()


@contextmanager
def _editor(folder: Path) -> Iterator[Attempt]:
    """A language server that is asked everything, anywhere, of texts that are changed while it looks on; it says no fault in its log."""
    package = copy(ROOT / "tests" / "data" / "hel", folder)
    names = sorted(path.relative_to(package).as_posix() for path in package.rglob("*.yaml"))
    with Editor(package) as editor:
        texts = {name: editor.open(name) for name in names}

        def attempt(random: Random) -> None:
            name = random.choice(names)
            editor.write(name, changed(texts[name].encode(), random).decode("utf-8", "replace"))
            try:
                for _ in range(3):
                    _ask(editor, name, random)
                assert not editor.log, list(editor.log)
            finally:
                editor.log.clear()
                editor.write(name, texts[name])

        yield attempt


ASKED = ("hover", "completion", "definition", "references", "documentSymbol", "codeAction")


def _ask(editor: Editor, name: str, random: Random) -> None:
    text = editor.texts[name]
    here, there = (position(text, random.randrange(len(text) + 1)) for _ in range(2))
    ends = sorted((here, there), key=lambda one: (one["line"], one["character"]))
    asked = {
        "textDocument": {"uri": editor.uri(name)},
        "position": here,
        "range": dict(zip(("start", "end"), ends, strict=True)),
        "context": {"triggerKind": 1, "includeDeclaration": True, "diagnostics": []},
    }
    editor.ask(f"textDocument/{random.choice(ASKED)}", asked)


def _in_folder(attempt: Callable[[Path, Random], None]) -> Callable[[Path], AbstractContextManager[Attempt]]:
    return lambda folder: nullcontext(partial(attempt, folder / "here"))


KINDS: dict[str, Callable[[Path], AbstractContextManager[Attempt]]] = {
    "reading": lambda _: nullcontext(_read),
    "mending": lambda _: nullcontext(_mend),
    "judging": _in_folder(_judge),
    "reports": _in_folder(_report),
    "printing": _in_folder(_render),
    "own-files": _own_files,
    "editor": _editor,
    "process": _in_folder(_process),
}
"""What is tried, each kind by its name."""
