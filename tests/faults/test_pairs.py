"""A fault of syntax and another fault in one file: the one hides nothing of the other."""

import re
from collections.abc import Callable
from pathlib import Path
from random import Random

from samverkan_cli.checking.report import Report
from support.packages import HUDDINGE, copy, judge

Plant = Callable[[str], str]


def _value(row: str) -> bool:
    """A key with a plain text after it."""
    return re.fullmatch(r" *(- )?[a-zåäö_]+: [A-ZÅÄÖa-zåäö][^#:{}\[\]\"']{6,}", row) is not None


def _nested(row: str) -> bool:
    return row.startswith("  ") and _value(row)


SYNTAX: dict[str, tuple[Callable[[str], bool], Plant]] = {
    "colon": (_value, lambda row: re.sub(r": (\w+)", r": \1: ", row, count=1)),
    "no space after the colon": (_value, lambda row: row.replace(": ", ":", 1)),
    "an open quotation": (_value, lambda row: row.replace(": ", ': "', 1)),
    "text after a quotation": (lambda row: _value(row) and bool(re.search(r": \w+ ", row)), lambda row: re.sub(r": (\w+) ", r': "\1" ', row, count=1)),
    "no colon": (_value, lambda row: row.replace(":", "", 1)),
    "tab": (_nested, lambda row: "\t" + row.lstrip()),
    "indented less": (lambda row: _nested(row) and "- " not in row, lambda row: row[1:]),
    "indented more": (lambda row: _nested(row) and "- " not in row, lambda row: "  " + row),
    "an open brace": (lambda row: row.endswith("}") and "[" not in row, lambda row: row[:-1]),
    "an open bracket": (lambda row: row.endswith("]") and "{" not in row, lambda row: row[:-1]),
    "a sign first": (_value, lambda row: row.replace(": ", ": @", 1)),
    "a backslash": (_value, lambda row: re.sub(r": (.*)", r': "G:\\gemensamt \1"', row)),
    "a full-width colon": (_value, lambda row: row.replace(": ", "：", 1)),
    "a hard space": (_value, lambda row: row.replace(": ", ":\u00a0", 1)),
    "a dash of another kind": (lambda row: bool(re.match(r" +- (?!\{)", row)), lambda row: row.replace("- ", "– ", 1)),
}  # fmt: skip

OTHER: dict[str, tuple[str, Callable[[str], bool], Plant]] = {
    "a misspelt key": ("FIL05", lambda row: bool(re.match(r" *(- )?vad: ", row)), lambda row: row.replace("vad", "vadd", 1)),
    "an unknown key": ("FIL05", _nested, lambda row: re.sub(r"[a-zåäö_]+:", "gurka:", row, count=1)),
    "no such day": ("FIL07", lambda row: bool(re.search(r"\d{4}-\d\d-\d\d", row)), lambda row: re.sub(r"(\d{4})-\d\d-\d\d", r"\1-02-31", row, count=1)),
    "an unknown id": ("KED01", lambda row: bool(re.search(r"bidrar_till_mål: \[M", row)), lambda row: re.sub(r"\[M[^\]]*\]", "[M77]", row)),
    "a decimal comma": ("FIL06", lambda row: bool(re.search(r"värde: \d+[,}]", row)), lambda row: re.sub(r"värde: (\d+)", r"värde: \1,5", row)),
}  # fmt: skip


def _plant(rows: list[str], random: Random, suits: Callable[[str], bool], plant: Plant, taken: int = -9) -> int | None:
    fit = [number for number, row in enumerate(rows) if number > 1 and abs(number - taken) > 1 and suits(row)]
    if not fit:
        return None
    number = random.choice(fit)
    rows[number] = plant(rows[number])
    return number


def _found(report: Report, file: str, number: int, codes: tuple[str, ...]) -> bool:
    return any(found.file == file and found.span.line == number + 1 and found.code in codes for found in report.diagnostics)


def test_both_are_found_in_95_of_100(tmp_path: Path) -> None:
    random = Random(2019)
    folder = copy(HUDDINGE, tmp_path)
    files = [path for path in sorted(folder.rglob("*.yaml")) if path.name.startswith(("3.", "4-", "5-"))]
    texts = {path: path.read_text(encoding="utf-8") for path in files}
    missed: list[str] = []
    pairs = 0
    while pairs < 100:
        path = random.choice(files)
        rows = texts[path].split("\n")
        name, other = random.choice(list(SYNTAX)), random.choice(list(OTHER))
        code, suits, plant = OTHER[other]
        second = _plant(rows, random, suits, plant)
        first = _plant(rows, random, *SYNTAX[name], taken=second) if second is not None else None
        if first is None or second is None:
            continue
        pairs += 1
        path.write_text("\n".join(rows), encoding="utf-8")
        report = judge(folder)
        file = path.relative_to(folder).as_posix()
        if not _found(report, file, first, ("FIL02", "FIL05", "FIL06", "FIL17")) or not _found(report, file, second, (code,)):
            missed.append(
                f"{name} on {first + 1}, {other} on {second + 1} in {file}: {[(one.code, one.span.line) for one in report.diagnostics if one.file == file]}"
            )
        path.write_text(texts[path], encoding="utf-8")
    assert len(missed) <= 5, "\n".join(missed)
