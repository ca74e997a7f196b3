"""What a YAML syntax error means, said to someone who has never heard of YAML."""

import re

import yaml

from samverkan_cli.diagnostics import Span
from samverkan_cli.document import lines

Explanation = tuple[Span, str, str]
"""Where, what is wrong, what to do."""

_KEY = r"[\w åäöÅÄÖ_-]+"


def explain_reader_error(error: yaml.reader.ReaderError, text: str) -> Explanation:
    """A character that no YAML file may hold. ``error.position`` counts code points."""
    before = lines(text[: error.position])
    span = Span(len(before), len(before[-1]) + 1, len(before), len(before[-1]) + 2)
    code = error.character if isinstance(error.character, int) else ord(str(error.character)[:1] or "\0")
    return (
        span,
        f"filen innehåller ett styrtecken som inte syns (nummer {code})",
        "Ta bort tecknet; det följer ofta med när text kopieras från ett annat program.",
    )


def explain_syntax_error(error: yaml.MarkedYAMLError, text: str) -> Explanation:
    """The likely cause and the cure, from the parser's report and a look at the lines around it."""
    mark = error.problem_mark or error.context_mark
    rows = lines(text)
    number = min(mark.line, len(rows) - 1) if mark else 0
    column = mark.column if mark else 0
    problem = error.problem or ""
    for explain in (_tab, _escape, _unclosed, _colon, _no_colon, _list_entry, _sign, _indentation):
        found = explain(problem, error, rows, number, column)
        if found is not None:
            return found
    return (
        _at(rows, number, column),
        "raden går inte att läsa",
        "Jämför med raderna ovanför: nyckel, kolon, mellanslag, värde, med samma indrag som syskonen.",
    )


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip(" "))


def _at(rows: list[str], number: int, column: int, length: int = 1) -> Span:
    number = min(number, len(rows) - 1)
    return Span(number + 1, column + 1, number + 1, column + 1 + length)


def _tab(_problem: str, _error: yaml.MarkedYAMLError, rows: list[str], number: int, _column: int) -> Explanation | None:
    for row in (number, number - 1):
        match = re.match(r" *\t", rows[row]) if 0 <= row < len(rows) else None
        if match:
            return (
                _at(rows, row, match.end() - 1),
                "raden är indragen med en tabb",
                "Byt tabben mot mellanslag, lika många som på raderna bredvid.",
            )
    return None


def _unclosed(problem: str, error: yaml.MarkedYAMLError, rows: list[str], number: int, column: int) -> Explanation | None:
    context = error.context or ""
    start = error.context_mark
    if "quoted scalar" in context and start is not None:
        return (
            _at(rows, start.line, start.column),
            "ett citattecken som öppnas här stängs aldrig",
            "Sätt ett likadant citattecken där texten slutar.",
        )
    if "flow sequence" in context and start is not None:
        return (
            _at(rows, start.line, start.column),
            "hakparentesen som öppnas här stängs inte som den ska",
            "Skriv komma mellan värdena och ] efter det sista.",
        )
    if "flow mapping" in context and start is not None:
        return (
            _at(rows, start.line, start.column),
            "klammern som öppnas här stängs inte som den ska",
            "Skriv komma mellan nycklarna och } sist. Ett värde med komma eller kolon i sig sätts inom citattecken.",
        )
    if "quoted" not in context and "did not find expected key" in problem:
        match = re.match(rf"\s*(?:- )?{_KEY}:\s+(\"[^\"]*\"|'[^']*')\s*\S", rows[number]) if number < len(rows) else None
        if match:
            return (
                _at(rows, number, column),
                "det står mer text efter citattecknet",
                "Låt citattecknen omfatta hela värdet.",
            )
    return None


def _colon(problem: str, _error: yaml.MarkedYAMLError, rows: list[str], number: int, column: int) -> Explanation | None:
    if "mapping values are not allowed" not in problem:
        return None
    row = rows[number]
    match = re.match(rf"\s*(?:- )*({_KEY}):\s+(?![\"'\[{{|>])(.*\S)", row)
    if match and ":" in row[match.start(2) : column + 1]:
        value = match[2]
        quoted = f'{match[1].strip()}: "{value}"' if '"' not in value else f"{match[1].strip()}: '{value}'"
        return (
            _at(rows, number, column),
            "värdet innehåller ett kolon och läses därför som en ny nyckel",
            f"Sätt värdet inom citattecken:  {quoted}",
        )
    above = next((n for n in range(number - 1, -1, -1) if rows[n].strip()), None)
    if above is not None and ":" not in rows[above] and _indent(rows[above]) == _indent(row):
        return (
            _at(rows, above, _indent(rows[above])),
            "raden saknar kolon efter nyckeln",
            "Skriv  nyckel: värde, eller dra in raden om den hör till texten ovanför.",
        )
    return (
        _at(rows, number, column),
        "raden är indragen längre än raden ovanför, som redan har ett värde",
        "Ge raden samma indrag som sina syskon.",
    )


def _no_colon(problem: str, error: yaml.MarkedYAMLError, rows: list[str], number: int, column: int) -> Explanation | None:
    if "could not find expected ':'" not in problem:
        return None
    start = error.context_mark
    row = start.line if start is not None else number
    return (
        _at(rows, row, start.column if start is not None else column),
        "raden saknar kolon efter nyckeln",
        "Skriv  nyckel: värde. Hör raden till texten ovanför ska den ha större indrag än nyckeln.",
    )


def _list_entry(problem: str, _error: yaml.MarkedYAMLError, rows: list[str], number: int, column: int) -> Explanation | None:
    if "block sequence entries are not allowed" not in problem:
        return None
    return (
        _at(rows, number, column),
        "listan börjar på samma rad som nyckeln",
        "Sätt varje streck på en egen rad under nyckeln, indraget två steg.",
    )


def _sign(problem: str, _error: yaml.MarkedYAMLError, rows: list[str], number: int, column: int) -> Explanation | None:
    if "cannot start any token" not in problem:
        return None
    sign = rows[number][column : column + 1]
    return _at(rows, number, column), f"ett värde kan inte börja med tecknet {sign}", "Sätt värdet inom citattecken."


def _escape(problem: str, _error: yaml.MarkedYAMLError, rows: list[str], number: int, column: int) -> Explanation | None:
    if "escape" not in problem:
        return None
    return (
        _at(rows, number, column),
        "ett omvänt snedstreck inom citattecken betyder något särskilt",
        "Använd enkla citattecken ('…') eller skriv två omvända snedstreck.",
    )


def _indentation(problem: str, error: yaml.MarkedYAMLError, rows: list[str], number: int, column: int) -> Explanation | None:
    if "did not find expected" not in problem:
        return None
    row = rows[number] if number < len(rows) else ""
    span = _at(rows, number, column)
    if "block collection" in (error.context or "") or "'-'" in problem:
        return (
            span,
            "raden har ett annat indrag än listan den står i",
            "Ge strecken i en lista samma indrag, och nycklarna under ett streck samma indrag som den första.",
        )
    if row.lstrip().startswith("- "):
        return span, "strecket har ett annat indrag än resten av listan", "Ge alla streck i listan samma indrag."
    return (
        span,
        "raden har ett annat indrag än sina syskon",
        "Ge nycklar som hör ihop exakt samma antal mellanslag framför sig.",
    )
