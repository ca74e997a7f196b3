"""A sandbox for templates that others have written: it counts what they do, and stops what would never end or fill the memory.

A template is paid for in units: a character, an item, a step of a loop. What costs is put into the template itself when it is read (``metered``),
before it is compiled, so that the same template stops at the same place everywhere, on a slow machine as on a fast one.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterator, Mapping
from functools import wraps
from typing import Any

from jinja2 import TemplateSyntaxError, nodes, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, Undefined
from jinja2.visitor import NodeTransformer

from samverkan_cli.printing.views.words import Text

LARGEST_TEMPLATE = 200_000
"""Bytes of one template; the shipped ones have four thousand at most."""
LARGEST_PAGE = {".md.jinja": 1_200_000, ".html.jinja": 6_000_000}
"""Characters of one page: a thousand actions. What is written in Markdown is read again by each format."""
UNITS = 20_000_000
"""What a page may cost. The largest page of the examples costs a hundredth."""
WIDEST = 200
"""Characters that something may be filled out to."""

LARGEST_STYLE = 5_000_000
"""Bytes of a style sheet, which may have typefaces in it."""
FETCHED = 1000
"""What it costs to look for a template, whether it is there or not."""
_STEP, _CALL, _PRINT, _ITEM, _STRANGE, _SOURCE, _MARKDOWN = 10, 80, 30, 8, 10_000, 20, 1000
_QUICKLY = 50
"""Signs that are compared for a unit."""
_LARGEST_NUMBER = 10**30
_LARGEST_ARGUMENT = 100_000
_MANY_TIMES = 4

_SPENT, _GONE_ROUND, _WEIGHED = "§spent", "§gone round", "§weighed"
"""Filters that no template can name."""


def _names(written: str) -> frozenset[str]:
    return frozenset(written.split())


FILTERS = _names(
    "abs attr batch capitalize center count d default dictsort e escape first float format groupby indent int items join last length list "
    "lower map max min reject rejectattr replace reverse round safe select selectattr sort string sum title trim truncate unique upper "
    "urlencode wordcount"
)
"""The filters of Jinja that a template of somebody's own may use: those that look at no more than they are given."""
_OF_TEXT = _names("capitalize center e escape format indent join lower replace string title trim truncate upper urlencode wordcount")
_COMPARING = _names("dictsort groupby max min sort unique")
_FILLING = _names("center format indent round")
_TEXT_METHODS = _names(
    "capitalize casefold center count endswith find format format_map index isalnum isalpha isdecimal isdigit islower isnumeric isspace istitle "
    "isupper join ljust lower lstrip partition removeprefix removesuffix replace rfind rindex rjust rpartition rsplit rstrip split "
    "splitlines startswith strip swapcase title upper zfill"
)
_SLOWLY = _names("lstrip rfind rindex rpartition rsplit rstrip strip")
"""What may look at a whole text for each sign of another."""
_SAME = _names("eq equalto ge gt in le lt ne sameas greaterthan lessthan == != < <= > >=")
_WIDTHS = re.compile(r"\d+")
_SIGNS = re.compile(r"%[^%a-zA-Z]*[%a-zA-Z]?")


class Meter:
    """What a page has left to spend."""

    def __init__(self) -> None:
        self.left = UNITS

    def start_anew(self) -> None:
        """A new page."""
        self.left = UNITS

    def spend(self, units: int) -> None:
        """Pay. Raises ``SecurityError`` when there is nothing left."""
        self.left -= units
        if self.left < 0:
            raise SecurityError("mallen gör för mycket: den går för många varv eller gör för långa texter")

    def weigh(self, value: Any, *, as_text: bool = False) -> None:
        """Pay for a value, to its bottom. What is no value of a template's own costs as much as it may be long ``as_text``."""
        waiting = [value]
        while waiting:
            one = waiting.pop()
            if isinstance(one, str):
                self.spend(1 + len(one))
            elif isinstance(one, list | tuple | set | frozenset):
                self.spend(1 + _ITEM * len(one))
                waiting.extend(one)
            elif isinstance(one, dict):
                self.spend(1 + 2 * _ITEM * len(one))
                waiting.extend(one.keys())
                waiting.extend(one.values())
            elif isinstance(one, range):
                self.spend(1 + len(one))
            elif one is None or isinstance(one, int | float | Undefined):
                self.spend(1)
            else:
                self.spend(_STRANGE if as_text else _STEP)

    def look(self, value: Any) -> None:
        """Pay for a value's surface."""
        size = len(value) if isinstance(value, str | list | tuple | set | frozenset | dict | range) else 0
        self.spend(1 + (size if isinstance(value, str) else _ITEM * size))


def metered(tree: nodes.Template, name: str | None, filename: str | None) -> nodes.Template:
    """The same template, which pays for what it does as it goes."""
    costs: dict[int, int] = {}
    _measure(tree, costs, name, filename)
    return _Metered(costs).visit(tree)  # type: ignore[no-any-return]


def _measure(tree: nodes.Node, costs: dict[int, int], name: str | None, filename: str | None) -> None:
    """What each node costs with all that is in it, from the bottom up."""
    waiting: list[tuple[nodes.Node, bool]] = [(tree, False)]
    while waiting:
        node, ready = waiting.pop()
        if not ready:
            if isinstance(node, nodes.For) and node.recursive:
                raise TemplateSyntaxError("”recursive” är inte tillåtet i en mall", node.lineno, name, filename)
            waiting.append((node, True))
            waiting.extend((child, False) for child in node.iter_child_nodes())
            continue
        own = 1
        if isinstance(node, nodes.TemplateData):
            own += len(node.data)
        elif isinstance(node, nodes.Const) and isinstance(node.value, str):
            own += len(node.value)
        elif isinstance(node, nodes.List | nodes.Tuple | nodes.Dict):
            own += _ITEM
        costs[id(node)] = own + sum(costs[id(child)] for child in node.iter_child_nodes())


class _Metered(NodeTransformer):
    def __init__(self, costs: dict[int, int]) -> None:
        self._costs = costs

    def _pay(self, node: nodes.Node) -> nodes.Node:
        """A statement that pays for a body as it stands."""
        none = nodes.Const(None, lineno=node.lineno)
        paid = nodes.Filter(none, _SPENT, [nodes.Const(self._costs[id(node)], lineno=node.lineno)], [], None, None, lineno=node.lineno)
        return nodes.ExprStmt(paid, lineno=node.lineno)

    def _weighed(self, node: nodes.Expr) -> nodes.Expr:
        if isinstance(node, nodes.Const):
            return node
        return nodes.Filter(node, _WEIGHED, [], [], None, None, lineno=node.lineno)

    def _with_body(self, node: Any) -> Any:
        pay = self._pay(node)
        self.generic_visit(node)
        node.body.insert(0, pay)
        return node

    visit_Template = visit_Block = visit_Macro = visit_CallBlock = _with_body

    def visit_For(self, node: nodes.For) -> nodes.For:
        """Each round costs what is in it, before the first is gone."""
        cost = nodes.Const(_STEP + self._costs[id(node)], lineno=node.lineno)
        self.generic_visit(node)
        node.iter = nodes.Filter(node.iter, _GONE_ROUND, [cost], [], None, None, lineno=node.lineno)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Concat:
        """Each part costs before they are joined."""
        self.generic_visit(node)
        node.nodes = [self._weighed(part) for part in node.nodes]
        return node

    def visit_Compare(self, node: nodes.Compare) -> nodes.Compare:
        """Two long texts or lists take long to compare, and a long list to look through."""
        self.generic_visit(node)
        node.expr = self._weighed(node.expr)
        for operand in node.ops:
            operand.expr = self._weighed(operand.expr)
        return node

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Getitem:
        """A slice is a copy."""
        self.generic_visit(node)
        if isinstance(node.arg, nodes.Slice):
            node.node = self._weighed(node.node)
        return node


def filters(known: dict[str, Callable[..., Any]], meter: Meter) -> dict[str, Callable[..., Any]]:
    """The filters that a template of somebody's own may use, each of which pays for what it gets and gives."""
    made = {name: _paying(name, known[name], meter) for name in FILTERS}

    @pass_context
    def spent(_context: Context, _value: Any, units: int) -> None:
        meter.spend(units)

    @pass_context
    def gone_round(_context: Context, value: Any, cost: int) -> Any:
        if isinstance(value, str | list | tuple | set | frozenset | dict | range):
            meter.spend(cost * len(value))
            return value
        return _one_by_one(value, cost, meter)

    @pass_context
    def weighed(_context: Context, value: Any) -> Any:
        meter.weigh(value, as_text=True)
        return value

    return {**made, _SPENT: spent, _GONE_ROUND: gone_round, _WEIGHED: weighed}


def tests(known: Mapping[str, Any], meter: Meter) -> dict[str, Callable[..., Any]]:
    """Jinja's tests, each of which pays for what it compares."""

    def paying(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(call)
        def paid(*arguments: Any) -> Any:
            meter.spend(_STEP)
            for value in arguments if name in _SAME else ():
                meter.weigh(value)
            return call(*arguments)

        return paid

    return {name: paying(name, call) for name, call in known.items()}


def of_ours(known: Mapping[str, Callable[..., Any]], meter: Meter) -> dict[str, Callable[..., Any]]:
    """Our own filters, which read a text as Markdown."""

    def paying(call: Callable[..., Any]) -> Callable[..., Any]:
        def paid(value: Any) -> Any:
            meter.spend(_MARKDOWN)
            for _ in range(_MANY_TIMES):
                meter.weigh(value, as_text=True)
            return _given(call(value), meter)

        return paid

    return {name: paying(call) for name, call in known.items()}


def _one_by_one(values: Any, cost: int, meter: Meter) -> Iterator[Any]:
    for value in values:
        meter.spend(cost)
        yield value


def _paying(name: str, call: Callable[..., Any], meter: Meter) -> Callable[..., Any]:
    """A filter that pays. What is passed first (the context or the like) is no value of the template's."""
    first = 1 if hasattr(call, "jinja_pass_arg") else 0

    @wraps(call)
    def paid(*given: Any, **named: Any) -> Any:
        arguments = _all_of_it(given, first) if name == "join" else given
        values = (*arguments[first:], *named.values())
        meter.spend(_CALL)
        for value in values:
            _refuse_large(name, value)
            if name in _OF_TEXT or name in _COMPARING:
                for _ in range(_MANY_TIMES if name in _COMPARING else 1):
                    meter.weigh(value, as_text=name in _OF_TEXT)
            else:
                meter.look(value)
        _foresee(name, values, meter)
        return _given(call(*arguments, **named), meter)

    return paid


def _all_of_it(arguments: tuple[Any, ...], place: int) -> tuple[Any, ...]:
    """The arguments with what comes one by one, in one of them, made a list: it is to be known how much it is."""
    value = arguments[place] if len(arguments) > place else ()
    if isinstance(value, str | list | tuple | set | frozenset | dict | range | Undefined) or not hasattr(value, "__next__"):
        return arguments
    return (*arguments[:place], list(value), *arguments[place + 1 :])


def _given(result: Any, meter: Meter) -> Any:
    meter.look(result)
    return result


def _refuse_large(name: str, value: Any) -> None:
    if isinstance(value, int) and not isinstance(value, bool):
        limit = WIDEST if name in _FILLING else _LARGEST_ARGUMENT
        if name in _FILLING | {"batch", "truncate"} and abs(value) > limit:
            raise SecurityError(f"”{name}” tar inga tal över {limit}")


def _foresee(name: str, values: tuple[Any, ...], meter: Meter) -> None:
    """Pay before it is made for what may be much longer than what it is made of."""
    text = values[0] if values else ""
    texts = [value for value in values[1:] if isinstance(value, str)]
    if name == "format":
        _foresee_format(str(text), values[1:], meter)
    elif name == "replace" and len(texts) > 1:
        meter.spend((str(text).count(str(texts[0])) + 1) * len(texts[1]))
    elif name == "join" and isinstance(text, list | tuple | set | frozenset | dict | range | str):
        meter.spend(len(text) * max(map(len, texts), default=0))
    elif name == "indent":
        meter.spend((str(text).count("\n") + 1) * max(map(len, texts), default=WIDEST))
    elif name == "batch":
        meter.spend(next((value for value in values[1:] if isinstance(value, int)), 0))
    elif name == "trim":
        meter.spend(len(str(text)) * max(map(len, texts), default=0) // _QUICKLY)
    elif name == "sum" and any(not isinstance(value, int | float | str) for value in values[1:]):
        raise SecurityError("”sum” räknar bara tal")


def _foresee_format(pattern: str, values: tuple[Any, ...], meter: Meter) -> None:
    """``%``: no wider than ``WIDEST``, and paid for as if each place held the longest value."""
    places = _SIGNS.findall(pattern)
    if any("*" in place or any(int(width) > WIDEST for width in _widths(place)) for place in places):
        raise SecurityError(f"”format” tar inga bredder över {WIDEST}")
    meter.spend(len(places) * (WIDEST + _longest(values)))


def _widths(text: str) -> list[str]:
    """The numbers in a text, of which one with more than six digits is large in any case."""
    return [width[:6] for width in _WIDTHS.findall(text)]


def _longest(values: Any) -> int:
    """How long the longest of some values can be as text."""
    longest, waiting = 0, list(values)
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            longest = max(longest, len(one))
        elif isinstance(one, list | tuple):
            waiting.extend(one)
        elif isinstance(one, dict):
            waiting.extend(one.values())
        elif one is not None and not isinstance(one, int | float):
            longest = max(longest, _STRANGE)
    return longest


def allowed_method(value: Any, name: str) -> bool:
    """Whether a template may use a method of a text: those that make nothing much longer, or that are foreseen."""
    return not isinstance(value, str) or name in _TEXT_METHODS


def before_call(called: Any, given: tuple[Any, ...], named: dict[str, Any], meter: Meter) -> tuple[Any, ...]:
    """Pay for a call before it is made. Returns what it is to be made with."""
    meter.spend(_CALL)
    arguments = _all_of_it(given, 0) if getattr(called, "__name__", "") == "join" else given
    for value in (*arguments, *named.values()):
        meter.weigh(value, as_text=True)
    name = str(getattr(called, "__name__", ""))
    text = getattr(getattr(called, "__wrapped__", called), "__self__", None)
    if not isinstance(text, str):
        return arguments
    meter.spend(len(text))
    if name in ("format", "format_map"):
        _foresee_braces(str(text), (*arguments, *named.values()), meter)
    elif name in ("center", "ljust", "rjust", "zfill"):
        if any(isinstance(value, int) and abs(value) > WIDEST for value in arguments):
            raise SecurityError(f"”{name}” tar inga tal över {WIDEST}")
    elif name == "replace":
        _foresee("replace", (text, *arguments, *named.values()), meter)
    elif name == "join":
        _foresee("join", (*arguments, text), meter)
    elif name in ("split", "rsplit", "splitlines"):
        meter.spend(_ITEM * len(text))
    if name in _SLOWLY:
        _foresee("trim", (text, *arguments), meter)
    return arguments


def after_call(result: Any, meter: Meter) -> Any:
    """Pay for what a call gave."""
    return _given(result, meter)


def _foresee_braces(pattern: str, values: tuple[Any, ...], meter: Meter) -> None:
    places = 0
    for _, field, spec, _ in string.Formatter().parse(pattern):
        if field is None:
            continue
        places += 1
        if "{" in (spec or "") or any(int(width) > WIDEST for width in _widths(spec or "")):
            raise SecurityError(f"”format” tar inga bredder över {WIDEST}")
    meter.spend(places * (WIDEST + _longest(values)))


def calculated(operator: str, left: Any, right: Any, meter: Meter) -> Any:
    """``+``, ``-``, ``*`` and ``%``: numbers stay small, texts and lists are paid for."""
    meter.spend(1)
    if operator == "%" and isinstance(left, str):
        meter.weigh(right, as_text=True)
        meter.look(left)
        _foresee_format(left, right if isinstance(right, tuple) else (right,), meter)
        return _given(left % right, meter)
    if operator == "+" and not (isinstance(left, int | float) and isinstance(right, int | float)):
        meter.look(left)
        meter.look(right)
        return left + right
    result = left + right if operator == "+" else left - right if operator == "-" else left * right if operator == "*" else left % right
    if isinstance(result, int) and abs(result) > _LARGEST_NUMBER:
        raise SecurityError("talet är för stort")
    return result


def price_of_print(value: Any, meter: Meter) -> None:
    """Pay for what is printed; a text is read as Markdown first."""
    meter.spend(_PRINT + (_MARKDOWN + _MANY_TIMES * len(value) if isinstance(value, Text) else 0))
    meter.weigh(value, as_text=True)


def price_of_source(text: str, meter: Meter) -> None:
    """Pay for a template that is read: each is read once for a page."""
    meter.spend(_SOURCE * len(text))
