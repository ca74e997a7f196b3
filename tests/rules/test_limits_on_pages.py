"""Every number, comparison and level in a rule is noticed by an example on a page: both sides of a limit are shown there.

Each rule's code is changed in memory, one number or comparison at a time, and judges the examples of the pages again. If they come to the
same, the page does not show the limit: give it an example on the side that is missing.
"""

import ast
import importlib
import importlib.util
import pkgutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

import pytest

from samverkan_cli.api import open_project
from samverkan_cli.checking.rule import Case, Rule, packs, rules
from samverkan_cli.diagnostics import Finding
from samverkan_cli.project.sources import Sources
from support.fragments import Fragment, parse, write

ROOT = Path(__file__).resolve().parents[2]
POINTS = {point.code for pack, _ in packs() for point in pack.points}
ELSEWHERE: dict[tuple[str, str], str] = {
    ("_elsewhere", "file == member.document.file"): "test_a_plan_that_is_read_in_part_leaves_open_what_it_held",
    ("_elsewhere", "fault.code == 'FIL02'"): "test_a_plan_that_is_read_in_part_leaves_open_what_it_held",
    ("ked01_unknown_id", "len(same) > 10"): "test_an_unknown_id_lists_ten_that_there_are",
    ("sk08_when_what_who_how", "len(action.who.participants) if action.who else 0"): "test_an_action_that_nobody_is_responsible_for",
    ("sk08_when_what_who_how", "words == ['vem']"): "test_an_action_that_nobody_is_responsible_for",
    ("sk10_measurable_goals", "len(rows) >= len(missing)"): "test_what_can_be_pasted_into_an_indicator",
    ("sk14_period", "len(missing) == 2"): "test_what_is_said_of_the_period",
}
"""What no mark on a page can show, since only the words differ or nothing is found at all: module and text, and the test that shows it."""

ALIKE: dict[tuple[str, str], str] = {
    (
        "ked10_overloaded_function",
        "default=0",
    ): "no action is no action too many",
}
"""Changes that make no difference, and why."""

TESTED_BY_NUMBERS = ("_dates", "_presence", "sky01_identity_numbers")
"""Modules with tests of their own: ``test_dates.py``, ``test_presence.py`` and ``test_identity_numbers.py`` show both sides."""


def _mutate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("mutate", ROOT / "tools" / "mutate.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["mutate"] = module
    spec.loader.exec_module(module)
    return module


MUTATE = _mutate()


def _modules() -> list[str]:
    """The modules of the rules and of what several rules share; the packs' own lists are in the reference."""
    home = importlib.import_module("samverkan_cli.rules")
    names = [info.name for info in pkgutil.walk_packages(home.__path__, f"{home.__name__}.") if not info.ispkg and ".fil." not in info.name]
    return [name for name in names if name.rpartition(".")[2] not in TESTED_BY_NUMBERS]


def _rules_that_use(module: ModuleType) -> list[Rule]:
    """The rule of a module, or those that import from it."""
    own = [rule for rule in rules().values() if rule.judge is not None and rule.judge.__module__ == module.__name__]
    if own:
        return own
    named = {name for name, value in vars(module).items() if getattr(value, "__module__", "") == module.__name__}
    return [rule for rule in rules().values() if rule.judge is not None and named.intersection(_globals(rule))]


def _globals(rule: Rule) -> set[str]:
    assert rule.judge is not None
    found: set[str] = set()
    waiting = [importlib.import_module(rule.judge.__module__)]
    for module in waiting:
        for name, value in vars(module).items():
            home = getattr(value, "__module__", "") or ""
            found.add(name)
            other = importlib.import_module(home) if home.startswith("samverkan_cli.rules._") else None
            if other is not None and other not in waiting:
                waiting.append(other)
    return found


Outcome = tuple[frozenset[tuple[str, int, str]], frozenset[str]]


class Cases:
    """The examples of the pages, each read once."""

    def __init__(self, folders: pytest.TempPathFactory) -> None:
        self._folders = folders
        self._read: dict[str, list[tuple[Case, bool]]] = {}
        self._judged: dict[str, list[tuple[Rule, Case, bool, Outcome]]] = {}

    def of(self, rule: Rule) -> list[tuple[Case, bool]]:
        """The examples of a rule's page, and whether each says what the point's verdict is."""
        if rule.code not in self._read:
            page = rule.page
            examples = [*((parse(text), rule.code in POINTS) for text in page.good), *((parse(text), False) for text in page.bad)]
            self._read[rule.code] = [(self._case(fragment), met or bool(fragment.verdict)) for fragment, met in examples]
        return self._read[rule.code]

    def judged(self, rule: Rule) -> list[tuple[Rule, Case, bool, Outcome]]:
        """The examples of a rule's page with what each shows."""
        if rule.code not in self._judged:
            self._judged[rule.code] = [(rule, case, met, outcome(rule, case, met)) for case, met in self.of(rule)]
        return self._judged[rule.code]

    def _case(self, fragment: Fragment) -> Case:
        folder = self._folders.mktemp("page")
        write(fragment, folder)
        (case,) = open_project([folder / fragment.root], today=fragment.today, sources=Sources(base=folder)).cases()
        return case


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Cases:
    return Cases(tmp_path_factory)


def outcome(rule: Rule, case: Case, met: bool) -> Outcome:
    """What an example shows: the lines and levels of the findings, and where the verdict is said, what else it rests on."""
    assert rule.judge is not None
    lines = set()
    others = set()
    for one in rule.judge(case):
        if isinstance(one, Finding):
            document = case.dossier.by_file[one.place.file].document
            lines.add((one.place.file, document.span(one.place.path).line, one.level or rule.level))
        else:
            others.add(f"{type(one).__name__} {getattr(one, 'declared', False)}")
    return frozenset(lines), frozenset(others if met else ())


@contextmanager
def replaced(module: ModuleType, code: CodeType) -> Iterator[None]:
    """The module's functions and constants as another text of it has them."""
    other: dict[str, Any] = {"__name__": module.__name__, "__file__": module.__file__}
    exec(code, other)
    functions = [
        (value, value.__code__, other[name].__code__)
        for name, value in vars(module).items()
        if isinstance(value, FunctionType) and value.__module__ == module.__name__
    ]
    constants = [
        (name, value) for name, value in vars(module).items() if not callable(value) and not name.startswith("__") and other[name] != value
    ]
    try:
        for function, _, new in functions:
            function.__code__ = new
        for name, _ in constants:
            setattr(module, name, other[name])
        yield
    finally:
        for function, old, _ in functions:
            function.__code__ = old
        for name, old in constants:
            setattr(module, name, old)


def _is_noticed(module: ModuleType, code: CodeType, before: list[tuple[Rule, Case, bool, Outcome]]) -> bool:
    try:
        with replaced(module, code):
            return any(outcome(rule, case, met) != was for rule, case, met, was in before)
    except Exception:  # An example on which the rule breaks is an example that fails.
        return True


@pytest.mark.parametrize("name", _modules())
def test_every_number_is_noticed_by_a_page(name: str, cases: Cases) -> None:
    module = importlib.import_module(name)
    assert module.__file__ is not None
    tree = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
    in_brackets = {id(node) for one in ast.walk(tree) if isinstance(one, ast.Subscript) for node in ast.walk(one.slice)}
    limits = [
        mutation
        for mutation in MUTATE.mutations(tree)
        if _is_a_limit(mutation) and id(mutation.parent) not in in_brackets and not _decorates(tree, mutation.line)
    ]
    # The pages are only read where there is a limit to be seen.
    before = [one for rule in _rules_that_use(module) for one in cases.judged(rule)] if limits else []
    unnoticed = []
    for mutation in limits:
        with mutation.made():
            code = compile(tree, module.__file__, "exec")
        if not _is_noticed(module, code, before):
            unnoticed.append(mutation)
    short = name.rpartition(".")[2]
    excused = {text for module_name, text in (*ELSEWHERE, *ALIKE) if module_name == short}
    assert excused <= {mutation.before for mutation in unnoticed}, "a page shows it now: take it out of the list"
    assert [f"{one.line}: {one.before}  →  {one.after}" for one in unnoticed if one.before not in excused] == []


def _is_a_limit(mutation: Any) -> bool:
    """A number, comparison or level of a finding. A number within brackets says which one of several is shown, and is no limit."""
    if mutation.kind == "keyword":
        return len(mutation.parent.keywords) > len(mutation.new) and any(
            one.arg == "level" for one in mutation.parent.keywords if one not in mutation.new
        )
    return mutation.kind in ("plus", "minus", "comparison") and not isinstance(mutation.parent, ast.Subscript)


def _decorates(tree: ast.Module, line: int) -> bool:
    """Whether a line is the decorator of a rule: its step and level are in the reference, which has its own test."""
    found = [one for one in tree.body if isinstance(one, ast.FunctionDef)]
    return any(decorator.lineno <= line <= (decorator.end_lineno or 0) for one in found for decorator in one.decorator_list)


def test_what_no_page_shows_has_a_test() -> None:
    text = (Path(__file__).parent / "test_beside_the_pages.py").read_text(encoding="utf-8")
    assert [test for test in ELSEWHERE.values() if f"def {test}(" not in text] == []
