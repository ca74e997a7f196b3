"""Does the program wrong on purpose, one small thing at a time, and says whether the tests notice.

    python tools/mutate.py --count 40 --seed 1

A mutation is one small change of meaning in a rule or in the engine that judges: a number one more or one less, ``<`` for ``<=``, ``and`` for
``or``, a ``not`` dropped. Which ones are made is drawn with the seed, so that the same seed on the same code makes the same ones. They are made
in copies of the project, never in the checkout, and the tests run there: first the files that are likely to notice, then every unit test, until
one fails. With ``--quick`` only the first are run; what survives them may still be caught by the others. A mutation that no test notices is a
survivor: it is listed with file, line, before and after, and asks for a test.

Ends with 0 when at least ``--wanted`` per cent are caught (90, if nothing else is said), with 1 when fewer are, and with 2 when nothing
could be judged: the tests fail in an unchanged copy. With ``--list`` the mutations are only shown. It takes 10 to 20 minutes for 40.

What changes nothing that a test could see is not drawn: annotations, ``if TYPE_CHECKING``, the decorators that make data classes, and
the words of helps and suggestions. Now and then one that is drawn makes no difference all the same; therefore not all need be caught.
"""

from __future__ import annotations

import argparse
import ast
import os
import queue
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[1]
SOURCE = Path("src/samverkan_cli")
TARGETS = ("rules", "checking", "project/graph.py", "project/family.py", "project/loading.py", "validation")
"""Folders and files below ``SOURCE`` that mutations are made in."""

LEFT_OUT = shutil.ignore_patterns(
    ".git", ".venv", "venv", "node_modules", "__pycache__", ".hypothesis", ".mypy_cache", ".ruff_cache", ".pytest_cache", "dist"
)
LONGEST = 600
"""Seconds that the tests of one mutation may take. A change that makes the program go on for ever has been noticed."""

COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
}  # fmt: skip
KEYWORDS = ("level", "superseded_by", "also_serves", "related")
"""Keyword arguments that are dropped."""

WORDS_ONLY = ("help", "suggestion", "label", "progress")
"""Arguments of a finding and names that hold nothing but words for whoever is to put something right."""

SAME_ANYWAY = ("frozen", "slots", "kw_only", "strict", "default_factory")
"""Keyword arguments of which a change is seen by nobody who uses what is there as it is meant to be used."""

HELP_AT = {"Finding": 2, "Fault": 3}
"""The place of the help among the positional arguments."""

EVERY_UNIT_TEST = ("-m", "unit")
ENGINE = ("tests/checking", "tests/project/test_family.py", "tests/test_data.py")
FIRST = (
    ("rules/", ("tests/rules", *ENGINE)),
    ("checking/", (*ENGINE, "tests/rules/test_paste.py", "tests/rules/test_pages.py", "tests/rules/test_reference.py")),
    ("project/graph.py", ("tests/project", "tests/checking", "tests/rules/test_pages.py")),
    ("project/family.py", ("tests/project/test_family.py", "tests/checking", "tests/rules/test_pages.py")),
    ("project/loading.py", (*ENGINE, "tests/validation")),
    ("validation/", ("tests/checking", "tests/test_data.py", "tests/rules/test_paste.py", "tests/models", "tests/validation")),
)
"""The tests that are likely to notice a mutation, by where it is."""


@dataclass(frozen=True)
class Mutation:
    """A change of one slot in a syntax tree: ``field`` of ``parent``, or the item ``index`` of the list there."""

    kind: str
    line: int
    before: str
    after: str
    parent: ast.AST
    field: str
    index: int | None
    new: object

    @contextmanager
    def made(self) -> Iterator[None]:
        """The tree with the change, and afterwards as it was."""
        old = self._put(self.new)
        try:
            yield
        finally:
            self._put(old)

    def _put(self, value: object) -> object:
        if self.index is None:
            old = getattr(self.parent, self.field)
            setattr(self.parent, self.field, value)
            return old
        items: list[object] = getattr(self.parent, self.field)
        old, items[self.index] = items[self.index], value
        return old


def mutations(tree: ast.AST) -> Iterator[Mutation]:
    """Every mutation that can be made in a syntax tree, in the order of the text."""
    for parent, field, index, node in _slots(tree):
        for kind, where, slot, item, new in _changes(parent, field, index, node):
            # A number says nothing alone: it is shown with what it stands in.
            alone = not isinstance(node, ast.Constant) or isinstance(parent, ast.stmt)
            before = _text(node if alone else parent)
            draft = Mutation(kind, getattr(node, "lineno", 0), before, "", where, slot, item, new)
            with draft.made():
                changed = getattr(parent, field) if index is None else getattr(parent, field)[index]
                after = _text(changed if alone else parent)
            yield Mutation(kind, draft.line, before, after, where, slot, item, new)


def _text(node: ast.AST) -> str:
    return textwrap.shorten(ast.unparse(node), 160, placeholder=" …")


def _slots(node: ast.AST) -> Iterator[tuple[ast.AST, str, int | None, ast.AST]]:
    """Every node below a node with the slot that it stands in, except what is not to be changed."""
    for field, value in ast.iter_fields(node):
        for index, item in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if isinstance(item, ast.AST) and not _is_left_out(node, field, index, item):
                yield node, field, index, item
                yield from _slots(item)


def _is_left_out(parent: ast.AST, field: str, index: int | None, node: ast.AST) -> bool:
    if field in ("annotation", "returns") or isinstance(node, ast.JoinedStr):
        return True
    if field == "decorator_list" and _called(node) in ("dataclass", "cache", "cached_property", "property"):
        return True
    if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
        return True
    if isinstance(node, ast.keyword) and node.arg in (*WORDS_ONLY, *SAME_ANYWAY):
        return True
    if isinstance(parent, ast.Call) and field == "args" and index is not None and index == HELP_AT.get(_called(parent)):
        return True
    names = node.targets if isinstance(node, ast.Assign) else []
    return any(isinstance(name, ast.Name) and name.id in WORDS_ONLY for name in names)


def _called(node: ast.AST) -> str:
    """The name of what is called, or of the thing itself."""
    inner = node.func if isinstance(node, ast.Call) else node
    return inner.id if isinstance(inner, ast.Name) else inner.attr if isinstance(inner, ast.Attribute) else ""


Change = tuple[str, ast.AST, str, int | None, object]
"""Kind, and the slot with what is put there: the node's own slot, or one within the node."""


def _changes(parent: ast.AST, field: str, index: int | None, node: ast.AST) -> Iterator[Change]:
    match node:
        case ast.Constant(value=bool() as value):
            yield "true", parent, field, index, ast.copy_location(ast.Constant(not value), node)
        case ast.Constant(value=int() | float() as value):
            for kind, other in (("plus", value + 1), ("minus", value - 1)):
                yield kind, parent, field, index, ast.copy_location(ast.Constant(other), node)
        case ast.Compare(ops=ops):
            for number, sign in enumerate(ops):
                if (other_sign := COMPARISONS.get(type(sign))) is not None:
                    yield "comparison", node, "ops", number, other_sign()
        case ast.BoolOp(op=op):
            yield "and/or", node, "op", None, ast.Or() if isinstance(op, ast.And) else ast.And()
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield "not", parent, field, index, operand
        case ast.BinOp(op=ast.Add() | ast.Sub() as op):
            yield "sign", node, "op", None, ast.Sub() if isinstance(op, ast.Add) else ast.Add()
        case ast.Call(func=ast.Name(id="sorted"), args=args):
            whole = ast.Call(ast.Name("list", ast.Load()), args[:1], [])
            yield "sorted", parent, field, index, ast.fix_missing_locations(ast.copy_location(whole, node))
        case ast.Expr(value=ast.Yield()):
            nothing = ast.Expr(ast.YieldFrom(ast.Tuple([], ast.Load())))
            yield "yield", parent, field, index, ast.fix_missing_locations(ast.copy_location(nothing, node))
    if isinstance(node, ast.Call):
        for number, keyword in enumerate(node.keywords):
            if keyword.arg in KEYWORDS:
                yield "keyword", node, "keywords", None, [*node.keywords[:number], *node.keywords[number + 1 :]]


@dataclass(frozen=True)
class Drawn:
    """A mutation in a file, with the whole text of the file when it is made."""

    file: str
    mutation: Mutation
    text: str


def files() -> list[Path]:
    """The files that mutations are made in, relative to the project."""
    found: list[Path] = []
    for target in TARGETS:
        path = ROOT / SOURCE / target
        found += sorted(path.rglob("*.py")) if path.is_dir() else [path]
    return [path.relative_to(ROOT) for path in found]


def draw(count: int, seed: int) -> list[Drawn]:
    """As many mutations as asked for, among all that there are: a seed gives the same ones every time."""
    every = []
    for file in files():
        tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
        every += [(file, tree, mutation) for mutation in mutations(tree)]
    chosen = Random(seed).sample(every, min(count, len(every)))
    drawn = []
    for file, tree, mutation in chosen:
        with mutation.made():
            drawn.append(Drawn(file.as_posix(), mutation, ast.unparse(tree) + "\n"))
    return drawn


class Copy:
    """A copy of the project, where the tests run with what is changed there."""

    def __init__(self, folder: Path) -> None:
        self.folder = Path(shutil.copytree(ROOT, folder, ignore=LEFT_OUT, symlinks=True))
        # What marks where the project ends is left out with its history: files outside are not to be looked for.
        (self.folder / ".git").mkdir()
        # Tools that some tests need are not copied: those tests skip.
        own = {name: value for name, value in os.environ.items() if name != "SAMVERKAN_CI"}
        self.environment = {**own, "PYTHONPATH": str(self.folder / "src"), "PYTHONUTF8": "1"}

    def passes(self, *tests: str) -> tuple[bool, str]:
        """Whether the tests pass, and the first that did not. No tests at all is no pass."""
        command = (sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "--tb=no", "-rfE", *tests)
        try:
            done = subprocess.run(
                command, cwd=self.folder, env=self.environment, check=False, capture_output=True, text=True, timeout=LONGEST
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            return False, f"took more than {LONGEST} seconds"
        said = [line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
        last = (done.stdout + done.stderr).strip().splitlines()[-1:]
        return done.returncode == 0, (said or last or [""])[0]

    def reads_its_own(self) -> bool:
        """Whether it is the copy's program that is tested, and not the one that is installed."""
        done = subprocess.run(
            (sys.executable, "-c", "import samverkan_cli; print(samverkan_cli.__file__)"),
            cwd=self.folder, env=self.environment, check=True, capture_output=True, text=True,
        )  # fmt: skip
        return Path(done.stdout.strip()).is_relative_to(self.folder)

    def caught(self, drawn: Drawn, quick: bool) -> tuple[bool, str]:
        """Whether a test notices the mutation, and which. ``quick``: only the tests that are likely to."""
        path = self.folder / drawn.file
        whole = path.read_bytes()
        try:
            self._write(path, drawn.text.encode("utf-8"))
            for tests in (*own_page(drawn.file), likely(drawn.file), *(() if quick else (EVERY_UNIT_TEST,))):
                passed, said = self.passes(*tests)
                if not passed:
                    return True, said
            return False, ""
        finally:
            self._write(path, whole)

    def _write(self, path: Path, raw: bytes) -> None:
        """Write a file, and forget what Python had made of it: two versions within a second may have the same size."""
        path.write_bytes(raw)
        for made in (path.parent / "__pycache__").glob(f"{path.stem}.*.pyc"):
            made.unlink()


def own_page(file: str) -> tuple[tuple[str, ...], ...]:
    """The test of a rule's own page, which is the quickest to notice what is wrong with the rule."""
    code = re.match(r"[a-z]+\d+(?=_)", Path(file).name)
    return (("tests/rules/test_pages.py", "-k", code[0].upper()),) if code and "/rules/" in file else ()


def likely(file: str) -> tuple[str, ...]:
    """The tests that are likely to notice a mutation in a file."""
    below = Path(file).relative_to(SOURCE).as_posix()
    return next(tests for start, tests in FIRST if below.startswith(start))


def judge(drawn: list[Drawn], workers: int, quick: bool) -> list[tuple[Drawn, bool, str]]:
    """What became of each mutation, in the order that they were drawn. Raises ``RuntimeError`` if the tests do not pass as it is."""
    waiting: queue.SimpleQueue[int] = queue.SimpleQueue()
    for number in range(len(drawn)):
        waiting.put(number)
    results: dict[int, tuple[bool, str]] = {}
    broken: list[str] = []

    def work(copy: Copy) -> None:
        while not broken:
            try:
                number = waiting.get_nowait()
            except queue.Empty:
                return
            results[number] = copy.caught(drawn[number], quick)
            print(f"{len(results):3} of {len(drawn)}  {_line(drawn[number], *results[number])}", flush=True)  # noqa: T201

    def guarded(copy: Copy) -> None:
        try:
            work(copy)
        except BaseException as error:  # A thread's error is told by the main one.
            broken.append(repr(error))

    with tempfile.TemporaryDirectory(prefix="mutate-") as home:
        copies = [Copy(Path(home) / str(number) / "samverkan") for number in range(workers)]
        if not copies[0].reads_its_own():
            raise RuntimeError("the tests would run on the installed program, not on the copy")
        first = sorted({test for one in drawn for test in likely(one.file)})
        for tests in (tuple(first), *(() if quick else (EVERY_UNIT_TEST,))):
            passed, said = copies[0].passes(*tests)
            if not passed:
                raise RuntimeError(f"the tests fail with nothing changed: {said}")
        threads = [threading.Thread(target=guarded, args=(copy,)) for copy in copies]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    if broken:
        raise RuntimeError(broken[0])
    return [(one, *results[number]) for number, one in enumerate(drawn)]


def _line(drawn: Drawn, caught: bool, said: str) -> str:
    mutation = drawn.mutation
    change = f"{drawn.file}:{mutation.line}: {mutation.before}  →  {mutation.after}"
    return f"caught    {change}  ({said})" if caught else f"SURVIVED  {change}"


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Make small faults on purpose, and say how many of them the tests notice.")
    parser.add_argument("--count", type=int, default=40, help="how many mutations (default: %(default)s)")
    parser.add_argument("--seed", type=int, required=True, help="which ones: the same seed makes the same ones")
    parser.add_argument("--workers", type=int, default=2, help="how many at a time, each in a copy of its own (default: %(default)s)")
    parser.add_argument("--wanted", type=int, default=90, help="per cent that must be caught (default: %(default)s)")
    parser.add_argument(
        "--quick", action="store_true", help="only the tests that are likely to notice; what survives them may still be caught by others"
    )
    parser.add_argument("--list", action="store_true", help="only show them")
    asked = parser.parse_args()
    drawn = draw(asked.count, asked.seed)
    if asked.list:
        for one in drawn:
            print(f"{one.file}:{one.mutation.line}: {one.mutation.before}  →  {one.mutation.after}")  # noqa: T201
        return 0
    start = time.monotonic()
    try:
        results = judge(drawn, max(1, asked.workers), asked.quick)
    except RuntimeError as error:
        print(error, file=sys.stderr)  # noqa: T201
        return 2
    survivors = [_line(one, caught, said) for one, caught, said in results if not caught]
    caught = len(results) - len(survivors)
    print(f"\n{caught} of {len(results)} caught with seed {asked.seed}, in {(time.monotonic() - start) / 60:.0f} minutes")  # noqa: T201
    for line in survivors:
        print(line)  # noqa: T201
    return 0 if caught * 100 >= asked.wanted * len(results) else 1


if __name__ == "__main__":
    sys.exit(main())
