"""What a rule is: a function with a code, a name, a level and a step, whose docstring is its page in the manual."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from samverkan_cli.checking.packs import Pack
from samverkan_cli.diagnostics import Finding, Level, Outcome, Unjudged
from samverkan_cli.project.run import Case
from samverkan_cli.text.vocabulary import Words

Verdicts = Iterator[Outcome]
Judge = Callable[[Case], Verdicts]


@dataclass(frozen=True)
class Page:
    """A rule's page, read from its docstring: title · why · good · bad · source."""

    title: str
    why: str
    body: str
    good: tuple[str, ...]
    bad: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class Rule:
    """A rule. ``judge`` is ``None`` for what the loader finds (pack ``fil``). ``step`` is the step that delivers the thing; ``None`` for what
    is judged at every step. ``words`` are those that it recognises. While one that ``blocks_publication`` has an error, no public version is written."""

    code: str
    name: str
    level: Level
    pack: str
    step: int | None
    also_serves: tuple[str, ...]
    judge: Judge | None
    doc: str
    blocks_publication: bool = False
    words: tuple[Words, ...] = ()

    @property
    def page(self) -> Page:
        """The page, parsed."""
        return read_page(self.doc)


def rule(
    code: str,
    name: str,
    level: Level,
    *,
    step: int | None = None,
    also_serves: tuple[str, ...] = (),
    blocks_publication: bool = False,
    words: tuple[Words, ...] = (),
) -> Callable[[Judge], Judge]:
    """Mark a function as the rule of its module. ``words`` are those that it recognises, which its page shows."""

    def mark(function: Judge) -> Judge:
        function.__dict__["rule"] = (code, name, level, step, also_serves, blocks_publication, words)
        return function

    return mark


def loader_rule(code: str, name: str, level: Level, doc: str | None, *, blocks_publication: bool = False) -> Rule:
    """A page for what the loader finds."""
    return Rule(code, name, level, "fil", None, (), None, inspect.cleandoc(doc or ""), blocks_publication)


@cache
def packs() -> tuple[tuple[Pack, tuple[Rule, ...]], ...]:
    """Every pack with its rules: one folder a pack, one file a rule."""
    home = importlib.import_module("samverkan_cli.rules")
    found = []
    for info in pkgutil.iter_modules(home.__path__):
        if info.ispkg:
            module = importlib.import_module(f"samverkan_cli.rules.{info.name}")
            pack: Pack = module.PACK
            found.append((pack, tuple(_rules_in(module, pack))))
    order = importlib.import_module("samverkan_cli.rules").ORDER
    return tuple(sorted(found, key=lambda item: order.index(item[0].name)))


def _rules_in(package: ModuleType, pack: Pack) -> Iterator[Rule]:
    for info in pkgutil.iter_modules(package.__path__):
        module = importlib.import_module(f"{package.__name__}.{info.name}")
        if isinstance(ready := getattr(module, "RULE", None), Rule):
            yield ready
        for function in vars(module).values():
            if callable(function) and "rule" in getattr(function, "__dict__", {}) and function.__module__ == module.__name__:
                code, name, level, step, also, blocks, words = function.__dict__["rule"]
                yield Rule(code, name, level, pack.name, step, also, function, inspect.cleandoc(function.__doc__ or ""), blocks, words)


@cache
def rules() -> dict[str, Rule]:
    """Every rule by its code."""
    return {found.code: found for _, group in packs() for found in group}


def is_met(code: str, case: Case) -> bool:
    """Whether what a rule asks for is there. A rule that judges no point says nothing when all is well; one that does, shows where it stands."""
    judge = rules()[code].judge
    said = list(judge(case)) if judge is not None else []
    if any(isinstance(one, Finding | Unjudged) for one in said):
        return False
    return bool(said) or all(code != point.code for pack, _ in packs() for point in pack.points)


@cache
def read_page(doc: str) -> Page:
    """Parse a rule's docstring. The headings are fixed: ``Godkänns:``, ``Underkänns:``, ``Källa:``."""
    title, _, rest = doc.partition("\n")
    blocks: dict[str, list[list[str]]] = {"": [[]], "Godkänns:": [], "Underkänns:": [], "Källa:": []}
    current = ""
    for line in rest.splitlines():
        head = line.partition(" ")[0]
        if line in ("Godkänns:", "Underkänns:"):
            current = line
            blocks[current].append([])
        elif head == "Källa:":
            current = head
            blocks[current].append([line.removeprefix("Källa:").strip()])
        else:
            blocks[current][-1].append(line)
    texts = {key: tuple(inspect.cleandoc("\n".join(["", *block])).strip("\n") for block in group) for key, group in blocks.items()}
    body = texts[""][0].strip()
    why = " ".join(body.split("\n\n")[0].split())
    return Page(title.strip(), why, body, texts["Godkänns:"], texts["Underkänns:"], " ".join(" ".join(texts["Källa:"]).split()))


__all__ = ["Case", "Page", "Rule", "Verdicts", "is_met", "loader_rule", "packs", "read_page", "rule", "rules"]
