"""Documents in which every field of every model is filled with a value of its own."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from samverkan_cli.models import DOCUMENT_TYPES
from samverkan_cli.models.base import Node
from samverkan_cli.models.keys import Key, keys_of
from samverkan_cli.models.kinds import Kind
from samverkan_cli.swedish import long_date, month_year, number

TODAY = datetime.date(2990, 1, 1)

_FIXED = {Kind.YES_NO: "ja", Kind.VERSION: 1, Kind.STEP: 5}
_WORDS = {Kind.END: "tills vidare", Kind.MUNICIPALITY_CODE: "0999", Kind.DURATION: "7 veckor", Kind.EVERY: "9 veckor"}


@dataclass
class Filler:
    """Gives values, and remembers them: (where, kind, what to look for in print)."""

    line: Callable[[str], str] = lambda mark: f"rad {mark}"
    text: Callable[[str], str] = lambda mark: f"text {mark}"
    secret: bool = False
    """Whether everything that can be marked as secret is: it is not in the public version then."""
    seen: list[tuple[str, str, str]] = field(default_factory=list)
    count: int = 0

    def node(self, model: type[Node], where: str) -> dict[str, Any]:
        return {key.key: self.value(key, f"{where}.{key.key}") for key in keys_of(model).values() if self.secret or key.key != "sekretess"}

    def value(self, key: Key, where: str) -> Any:
        made = self.node(key.below, where) if key.below is not None else self.scalar(key, where)
        return [made] if key.many else made

    def scalar(self, key: Key, where: str) -> Any:
        self.count += 1
        mark = f"märke{self.count}slut"
        if key.kind is Kind.TABLE:
            self.keep(where, "key", mark, None)
            return {mark: 100_000 + self.count}
        if key.kind in _FIXED:
            return _FIXED[key.kind]
        if key.kind is Kind.CHOICE:
            return self.keep(where, "word", key.choices[0], key.choices[0])
        if key.kind in _WORDS:
            return self.keep(where, "word", _WORDS[key.kind], _WORDS[key.kind])
        if key.kind in (Kind.DATE, Kind.START):
            day = datetime.date(2030, 1, 1) + datetime.timedelta(days=self.count * 400 % 250_000)
            return self.keep(where, "date", long_date(day), day.isoformat())
        if key.kind is Kind.YEAR:
            return self.keep(where, "year", str(1900 + self.count % 300), 1900 + self.count % 300)
        if key.kind is Kind.DAY:
            month = datetime.date(2030 + self.count // 12 % 160, self.count % 12 + 1, 1)
            return self.keep(where, "date", month_year(month), f"{month:%Y-%m}")
        if key.kind is Kind.WEB_ADDRESS:
            return self.keep(where, "address", mark, f"https://kommunen.example/{mark}")
        if key.kind in (Kind.NUMBER, Kind.INTEGER, Kind.COUNT):
            return self.keep(where, "number", number(100_000 + self.count), 100_000 + self.count)
        if key.kind is Kind.TEXT:
            return self.keep(where, "text", mark, self.text(mark))
        if key.kind is Kind.LINE or key.or_words:
            return self.keep(where, "line", mark, self.line(mark))
        assert key.kind in (Kind.ID, Kind.REFERENCE), (where, key)
        return self.keep(where, "id", mark, mark)

    def keep(self, where: str, kind: str, shown: str, value: Any) -> Any:
        self.seen.append((where, kind, shown))
        return value


def read_yaml(file: Path) -> dict[str, Any]:
    """What a file holds; read by the quick reader, if PyYAML has it."""
    data: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return data


def write_yaml(file: Path, data: dict[str, Any]) -> None:
    """Such a file; written by the quick writer, if PyYAML has it."""
    text = yaml.dump(data, Dumper=getattr(yaml, "CSafeDumper", yaml.SafeDumper), allow_unicode=True, sort_keys=False)
    file.write_text(text, encoding="utf-8")


def write_filled(folder: Path, filler: Filler) -> None:
    """An agreement and one appendix of each type, every field filled."""
    appendices = []
    for kind, model in DOCUMENT_TYPES.items():
        if kind in ("överenskommelse", "inställningar"):
            continue
        data = {**filler.node(model, kind), "typ": kind}
        write_yaml(folder / f"{kind}.yaml", data)
        appendices.append({"nr": str(len(appendices) + 1), "fil": f"{kind}.yaml"})
    data = {**filler.node(DOCUMENT_TYPES["överenskommelse"], "överenskommelse"), "typ": "överenskommelse"}
    data["period"] = {"från": "2030-01-01", "till": "2999-12-31"}
    data["bilagor"] += appendices
    write_yaml(folder / "agreement.yaml", data)
