"""Documents in which every field of every model is filled with a value of its own."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import yaml

from samverkan_cli.models import DOCUMENT_TYPES
from samverkan_cli.models.base import Node, node_class
from samverkan_cli.models.scalars import DURATION, EVERY, ID, LINE, MUNICIPALITY_CODE, TEXT
from samverkan_cli.swedish import long_date, number

TODAY = datetime.date(2990, 1, 1)


@dataclass
class Filler:
    """Gives values, and remembers them: (where, kind, what to look for in print)."""

    line: Callable[[str], str] = lambda mark: f"rad {mark}"
    text: Callable[[str], str] = lambda mark: f"text {mark}"
    seen: list[tuple[str, str, str]] = field(default_factory=list)
    count: int = 0

    def node(self, model: type[Node], where: str) -> dict[str, Any]:
        made = {}
        for name, info in model.model_fields.items():
            made[str(info.alias)] = self.value(name, info.rebuild_annotation(), f"{where}.{info.alias}")
        return made

    def value(self, name: str, annotation: Any, where: str) -> Any:
        written = repr(annotation)
        below = node_class(annotation)
        made = self.node(below, where) if below is not None else self.scalar(name, annotation, written, where)
        return [made] if "tuple[" in written else made

    def scalar(self, name: str, annotation: Any, written: str, where: str) -> Any:
        self.count += 1
        mark = f"märke{self.count}slut"
        if words := next(_literals(annotation), None):
            return self.keep(where, "word", str(words[0]), words[0])
        if "_yes_no" in written:
            return "ja"
        if "_version" in written:
            return 1
        if "_step" in written:
            return 5
        if "dict[" in written:
            self.keep(where, "key", mark, None)
            return {mark: 100_000 + self.count}
        if "_end " in written:
            return self.keep(where, "word", "tills vidare", "tills vidare")
        if "_date " in written or "_start " in written:
            day = datetime.date(2030, 1, 1) + datetime.timedelta(days=self.count * 400 % 250_000)
            return self.keep(where, "date", long_date(day), day.isoformat())
        if "_number " in written or "_integer " in written or "_count " in written:
            return self.keep(where, "number", number(100_000 + self.count), 100_000 + self.count)
        for pattern, value in ((MUNICIPALITY_CODE, "0999"), (DURATION, "7 veckor"), (EVERY, "9 veckor")):
            if repr(pattern)[1:-1] in written:
                return self.keep(where, "word", value, value)
        if repr(ID)[1:-1] in written:
            return self.keep(where, "id", mark, mark)
        if repr(TEXT)[1:-1] in written:
            return self.keep(where, "text", mark, self.text(mark))
        assert repr(LINE)[1:-1] in written, (where, written)
        return self.keep(where, "line", mark, self.line(mark))

    def keep(self, where: str, kind: str, shown: str, value: Any) -> Any:
        self.seen.append((where, kind, shown))
        return value


def _literals(annotation: Any) -> Iterator[tuple[Any, ...]]:
    if get_origin(annotation) is Literal:
        yield get_args(annotation)
    for part in get_args(annotation):
        yield from _literals(part)


def write_filled(folder: Path, filler: Filler) -> None:
    """An agreement and one appendix of each type, every field filled."""
    appendices = []
    for kind, model in DOCUMENT_TYPES.items():
        if kind in ("överenskommelse", "inställningar"):
            continue
        data = {**filler.node(model, kind), "typ": kind}
        (folder / f"{kind}.yaml").write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
        appendices.append({"nr": str(len(appendices) + 1), "fil": f"{kind}.yaml"})
    data = {**filler.node(DOCUMENT_TYPES["överenskommelse"], "överenskommelse"), "typ": "överenskommelse"}
    data["period"] = {"från": "2030-01-01", "till": "2999-12-31"}
    data["bilagor"] += appendices
    (folder / "agreement.yaml").write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
