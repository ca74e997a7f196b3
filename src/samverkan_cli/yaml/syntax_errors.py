"""What a YAML syntax error means, said to someone who has never heard of YAML."""

import re
from dataclasses import dataclass

import yaml

from samverkan_cli.diagnostics import Span
from samverkan_cli.text.lines import split_lines
from samverkan_cli.yaml.mended import Place
from samverkan_cli.yaml.slips import quoted

Explanation = tuple[Span, str, str]
"""Where, what is wrong, what to do."""

_KEY = r"[\w _-]+"
_HEAD = rf"\s*(?:- +)*({_KEY}):"


@dataclass(frozen=True)
class _Error:
    """The parser's report, taken apart: where it stopped (``row``, ``column``), and where what it was reading began."""

    problem: str
    context: str
    rows: list[str]
    row: int
    column: int
    start: tuple[int, int] | None

    @property
    def line(self) -> str:
        """The text of the row where the parser stopped."""
        return self.rows[self.row]

    def at(self, row: int, column: int) -> Span:
        """One character."""
        row = min(row, len(self.rows) - 1)
        return Span(row + 1, column + 1, row + 1, column + 2)

    @property
    def here(self) -> Span:
        """Where the parser stopped."""
        return self.at(self.row, self.column)


def explain_syntax_error(error: yaml.MarkedYAMLError, text: str, place: Place) -> Explanation:
    """The likely cause and what to do, from the parser's report and a look at the lines around it."""
    mark = error.problem_mark or error.context_mark
    rows = split_lines(text)
    row, column = place(mark) if mark else (0, 0)
    found = _Error(
        error.problem or "",
        error.context or "",
        rows,
        min(row, len(rows) - 1),
        column,
        place(error.context_mark) if error.context_mark else None,
    )
    for explain in (
        _conflict,
        _tab,
        _other_dash,
        _no_space,
        _escape,
        _first_sign,
        _unclosed,
        _after_value,
        _colon,
        _no_colon,
        _list_entry,
        _sign,
        _indentation,
    ):
        explanation = explain(found)
        if explanation is not None:
            return explanation
    return (
        found.here,
        "raden går inte att läsa",
        "Jämför med raderna ovanför: nyckel, kolon, mellanslag, värde, med samma indrag som syskonen.",
    )


_NEXT = re.compile(rf" *(?:- |{_KEY}:(?: |$))")


def unclosed_above(text: str, opened: tuple[int, int] | None, stood: int) -> Explanation | None:
    """A brace or a bracket that is open where a row further down begins an entry as if none were."""
    if opened is None or opened[0] >= stood:
        return None
    rows = split_lines(text)
    row, column = opened
    at_the_end = not "".join(rows[stood:]).strip()
    if not (at_the_end or _NEXT.match(rows[stood])) or rows[row][column : column + 1] not in ("[", "{"):
        return None
    sign, other = ("hakparentesen", "]") if rows[row][column] == "[" else ("klammern", "}")
    return (
        Span(row + 1, column + 1, row + 1, column + 2),
        f"{sign} som öppnas här stängs inte som den ska",
        f"Skriv {other} där det som hör ihop slutar, eller ta bort tecknet om posterna står på egna rader.",
    )


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip(" "))


_CONFLICT = re.compile(r"<{7} |={7}$|>{7} ")


def _conflict(error: _Error) -> Explanation | None:
    """What git leaves where two versions of the same lines could not be put together."""
    marks = [row for row, text in enumerate(error.rows) if _CONFLICT.match(text)]
    if not any(error.rows[row].startswith("<") for row in marks):
        return None
    return (
        error.at(marks[0], 0),
        "två versioner är sparade ovanpå varandra: märkena <<<<<<<, ======= och >>>>>>> efter git är kvar",
        "Behåll det som ska stå av de båda versionerna, och ta bort raderna med märkena.",
    )


_DASH = re.compile(r"( *)([‐‑‒–—−•·])[ \u00a0]")


def _other_dash(error: _Error) -> Explanation | None:
    """A list whose dashes a word processor has made longer, or made into dots."""
    for row in (error.row, error.row - 1, error.row + 1):
        match = _DASH.match(error.rows[row]) if 0 <= row < len(error.rows) else None
        if match:
            first = row
            while first and _DASH.match(error.rows[first - 1]):
                first -= 1
            sign = _DASH.match(error.rows[first]) or match
            return (
                error.at(first, sign.end(1)),
                f"listan har tecknet {sign[2]} i stället för ett bindestreck",
                "Byt det mot ett bindestreck och ett mellanslag på varje rad i listan:  - …",
            )
    return None


def _tab(error: _Error) -> Explanation | None:
    for row in (error.row, error.row - 1):
        match = re.match(r" *\t", error.rows[row]) if row >= 0 else None
        if match:
            return (
                error.at(row, match.end() - 1),
                "raden är indragen med en tabb",
                "Byt tabben mot mellanslag, lika många som på raderna bredvid.",
            )
    return None


def _no_space(error: _Error) -> Explanation | None:
    """``titel:Plan`` and ``-id: U1``. The parser may stop on the row after."""
    colon = "':'" in error.problem or "mapping values" in error.problem
    for row in dict.fromkeys((error.start[0] if error.start and colon else error.row, error.row, error.row - 1)):
        text = error.rows[row] if row >= 0 else ""
        if colon and (match := re.match(rf"{_HEAD}(?![\s/])(.*\S)\s*$", text)) and (": " not in text or match[2][0] in "[{"):
            return (
                error.at(row, match.end(1)),
                "det saknas ett mellanslag efter kolonet",
                f"Skriv  {match[1].strip()}: {match[2]}",
            )
        if match := re.match(r" *-(?=[^\W\d])", text):
            return (
                error.at(row, match.end() - 1),
                "det saknas ett mellanslag efter strecket",
                f"Skriv  - {text[match.end() :].strip()}",
            )
    return None


def _escape(error: _Error) -> Explanation | None:
    if "escape" not in error.problem:
        return None
    return (
        error.here,
        "ett omvänt snedstreck inom citattecken betyder något särskilt",
        "Använd enkla citattecken ('…') eller skriv två omvända snedstreck.",
    )


def _first_sign(error: _Error) -> Explanation | None:
    """A text that begins with a sign that means something to the parser: ``**fet**``, ``&``, ``!``, ``>50``, ``|``."""
    if error.start is None or not any(word in error.context for word in ("alias", "anchor", "a tag", "block scalar")):
        return None
    row, column = error.start
    text = error.rows[row]
    match = re.match(rf"{_HEAD}\s", text[:column])
    value = quoted(text[column:].strip())
    return (
        error.at(row, column),
        f"en text som börjar med tecknet {text[column]} ska stå inom citattecken",
        f"Skriv  {match[1].strip()}: {value}" if match else f"Skriv  {value}",
    )


def _unclosed(error: _Error) -> Explanation | None:
    if error.start is None:
        return None
    where = error.at(*error.start)
    if "quoted scalar" in error.context:
        return where, "ett citattecken som öppnas här stängs aldrig", "Sätt ett likadant citattecken där texten slutar."
    if "flow sequence" in error.context:
        return where, "hakparentesen som öppnas här stängs inte som den ska", "Skriv komma mellan värdena och ] efter det sista."
    if "flow mapping" in error.context:
        return (
            where,
            "klammern som öppnas här stängs inte som den ska",
            "Skriv komma mellan nycklarna och } sist. Ett värde med komma eller kolon i sig sätts inom citattecken.",
        )
    return None


def _after_value(error: _Error) -> Explanation | None:
    """Something stands after a value that is closed already, or seems to be."""
    before = error.line[: error.column].rstrip()
    closing = before[-1:]
    opening = {'"': '"', "'": "'", "]": "[", "}": "{"}.get(closing)
    if "did not find expected key" not in error.problem or opening is None:
        return None
    if opening == closing and before.count(closing) % 2 and (opened := _opened_above(error, closing)):
        return opened
    match = re.match(rf"{_HEAD}\s+(.*\S)", error.line)
    what = {'"': "citattecknet", "'": "citattecknet", "]": "hakparentesen", "}": "klammern"}[closing]
    return (
        error.here,
        f"det står mer text efter {what}",
        f"Sätt hela värdet inom citattecken:  {match[1].strip()}: {quoted(match[2])}" if match else "Sätt hela värdet inom citattecken.",
    )


def _opened_above(error: _Error, sign: str) -> Explanation | None:
    """Where a quotation was opened that only seems to end on this row."""
    for row in range(error.row - 1, -1, -1):
        text = error.rows[row]
        match = re.match(rf"{_HEAD}\s+({sign})", text)
        if match and text.count(sign) % 2:
            return (
                error.at(row, match.start(2)),
                "ett citattecken som öppnas här stängs aldrig",
                "Sätt ett likadant citattecken där texten slutar.",
            )
    return None


def _colon(error: _Error) -> Explanation | None:
    if "mapping values are not allowed" not in error.problem:
        return None
    match = re.match(rf"{_HEAD}\s+(?![\"'\[{{|>])(.*\S)", error.line)
    if match and ":" in error.line[match.start(2) : error.column + 1]:
        return (
            error.here,
            "värdet innehåller ett kolon och läses därför som en ny nyckel",
            f"Sätt värdet inom citattecken:  {match[1].strip()}: {quoted(match[2])}",
        )
    above = next((n for n in range(error.row - 1, -1, -1) if error.rows[n].strip()), None)
    if above is not None and ":" not in error.rows[above] and _indent(error.rows[above]) == _indent(error.line):
        return (
            error.at(above, _indent(error.rows[above])),
            "raden saknar kolon efter nyckeln",
            "Skriv  nyckel: värde, eller dra in raden om den hör till texten ovanför.",
        )
    return (
        error.at(error.row, _indent(error.line)),
        "raden är indragen längre än raden ovanför, som redan har ett värde",
        "Ge raden samma indrag som sina syskon.",
    )


def _no_colon(error: _Error) -> Explanation | None:
    if "could not find expected ':'" not in error.problem:
        return None
    return (
        error.at(*error.start) if error.start else error.here,
        "raden saknar kolon efter nyckeln",
        "Skriv  nyckel: värde. Hör raden till texten ovanför ska den ha större indrag än nyckeln.",
    )


def _list_entry(error: _Error) -> Explanation | None:
    if "block sequence entries are not allowed" not in error.problem:
        return None
    return (
        error.here,
        "listan börjar på samma rad som nyckeln",
        "Sätt varje streck på en egen rad under nyckeln, indraget två steg.",
    )


def _sign(error: _Error) -> Explanation | None:
    """A sign that no value may begin with: ``@``, ``%``, ``,``, ``?`` …"""
    if not any(
        words in error.problem for words in ("cannot start any token", "did not find expected node content", "mapping keys are not allowed")
    ):
        return None
    sign = error.line[error.column : error.column + 1]
    match = re.match(rf"{_HEAD}\s", error.line[: error.column])
    value = quoted(error.line[error.column :].strip())
    return (
        error.here,
        f"ett värde kan inte börja med tecknet {sign}",
        f"Sätt värdet inom citattecken:  {match[1].strip()}: {value}" if match else "Sätt värdet inom citattecken.",
    )


def _indentation(error: _Error) -> Explanation | None:
    if "did not find expected" not in error.problem:
        return None
    span = error.at(error.row, min(error.column, _indent(error.line)))
    if error.line.lstrip().startswith("- "):
        return span, "strecket har ett annat indrag än resten av listan", "Ge alla streck i listan samma indrag."
    if "block collection" in error.context or "'-'" in error.problem:
        return (
            span,
            "raden har ett annat indrag än nycklarna i samma post",
            "Ge nycklarna under ett streck samma indrag som den första nyckeln efter strecket.",
        )
    return (
        span,
        "raden har ett annat indrag än sina syskon",
        "Ge nycklar som hör ihop exakt samma antal mellanslag framför sig.",
    )
