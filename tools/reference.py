"""The generated pages in ``docs/``: keys, rules, glossary."""

import json
import textwrap
from functools import cache
from typing import Any, Literal, get_args, get_origin

from samverkan_cli.models import DOCUMENT_TYPES, ContentDocument, scalars
from samverkan_cli.models.base import Node, node_class
from samverkan_cli.page import facts, heading
from samverkan_cli.rule import packs

NOTE = "<!-- Skapad av tools/generate.py. Ändra i koden, inte här. -->\n"

_WORDS = {
    scalars.LINE: "rad",
    scalars.TEXT: "text",
    scalars.ID: "id",
    scalars.MUNICIPALITY_CODE: "fyra siffror",
    scalars.DURATION: "längd, till exempel 4 år",
    scalars.EVERY: "tidsrymd, till exempel år",
}


def literal_words(annotation: Any) -> tuple[str, ...]:
    """The words of a ``Literal`` inside an annotation."""
    if get_origin(annotation) is Literal:
        return tuple(get_args(annotation))
    return next((found for part in get_args(annotation) if (found := literal_words(part))), ())


def _kind(info: Any) -> str:
    """What may stand at a key, in words."""
    annotation = info.rebuild_annotation()
    text = repr(annotation)
    many = "tuple" in text
    below = node_class(annotation)
    words = literal_words(annotation)
    if below is not None:
        kind = f"[{part_name(below)}](#{part_name(below)})"
    elif words:
        kind = " · ".join(str(word) for word in words)
    else:
        kind = next((word for pattern, word in _WORDS.items() if pattern in text or repr(pattern)[1:-1] in text), _scalar(text))
    return f"lista av {kind}" if many else kind


def _scalar(text: str) -> str:
    for function, word in (
        ("_date", "datum"), ("_start", "datum eller underskrift"), ("_end", "datum eller tills vidare"), ("_yes_no", "ja · nej"),
        ("_count", "antal"), ("_integer", "heltal"), ("_step", "1–5"), ("_version", "1"), ("dict", "ord och tal"), ("_number", "tal"),
    ):  # fmt: skip
        if f"function {function} " in text or (function == "dict" and "dict[" in text):
            return word
    return "text"


def _rows(model: type[Node], names: list[str]) -> str:
    lines = ["| Nyckel | Värde | Betyder | Exempel |", "|---|---|---|---|"]
    for name in names:
        info = model.model_fields[name]
        example = json.dumps(info.examples[0], ensure_ascii=False) if info.examples else ""
        lines.append(
            f"| `{info.alias}` | {_kind(info)} | {info.description} | {f'`{example}`' if example else ''} |".replace("|  |", "| |")
        )
    return "\n".join(lines) + "\n"


@cache
def part_name(model: type[Node]) -> str:
    """What a part is called on the page: the key that first leads to it, and a number where another part has that key."""
    names: dict[type[Node], str] = {}
    for owner in (*DOCUMENT_TYPES.values(), *_reachable().values()):
        for info in owner.model_fields.values():
            below = node_class(info.annotation)
            if below is None or below in names:
                continue
            key = str(info.alias)
            same = sum(1 for name in names.values() if name == key or name.startswith(f"{key}-"))
            names[below] = f"{key}-{same + 1}" if same else key
    return names[model]


def _reachable() -> dict[str, type[Node]]:
    found: dict[str, type[Node]] = {}

    def visit(model: type[Node]) -> None:
        for info in model.model_fields.values():
            below = node_class(info.annotation)
            if below is not None and below.__name__ not in found:
                found[below.__name__] = below
                visit(below)

    for model in DOCUMENT_TYPES.values():
        visit(model)
    return dict(sorted(found.items()))


def key_reference() -> str:
    """Every key of every document type."""
    parts = [
        NOTE,
        "# Nycklarna\n",
        "Alla nycklar får utelämnas utom `samverkan` och `typ`. En tom nyckel är detsamma som ingen.\n",
    ]
    parts.append("`rad` är en enda rad som skrivs ut som den står. `text` är stycken, listor, betoning och länkar i en liten Markdown.\n")
    shared = list(ContentDocument.model_fields)
    parts.append("## Gemensamt för alla dokument\n\nDe här avsnitten får stå i vilket dokument som helst.\n")
    parts.append(_rows(ContentDocument, shared))
    for kind, model in DOCUMENT_TYPES.items():
        own = [name for name in model.model_fields if name not in shared]
        parts.append(f"## {kind}\n")
        if issubclass(model, ContentDocument) and own == ["type"]:
            parts.append("Inga egna nycklar utöver `typ` och de gemensamma.\n")
        else:
            parts.append(_rows(model, own))
    parts.append("## Delarna\n")
    for node in sorted(_reachable().values(), key=part_name):
        parts.append(f"### {part_name(node)}\n")
        parts.append(_rows(node, list(node.model_fields)))
    return "\n".join(parts)


def rule_reference() -> str:
    """Every rule's page."""
    parts = [NOTE, "# Reglerna\n", "Samma text visas av `samverkan explain KOD`.\n"]
    for pack, group in packs():
        parts.append(f"## {pack.name}: {pack.title}\n\n{pack.source}.\n")
        if pack.points:
            parts.append(
                "| Punkt | Namn | Steg |\n|---|---|---|\n"
                + "\n".join(f"| {point.code} | {point.title} | {point.step} |" for point in pack.points)
                + "\n"
            )
        for rule in group:
            page = rule.page
            parts.append(f"### {heading(rule)}\n\n**{page.title}.** {facts(rule)}.\n\n{page.body}\n")
            for title, examples in (("Godkänns", page.good), ("Underkänns", page.bad)):
                for example in examples:
                    parts.append(f"{title}:\n\n```yaml\n{textwrap.dedent(example)}\n```\n")
            parts.append(f"Källa: {page.source}.\n")
    return "\n".join(parts)


def glossary() -> str:
    """Swedish key → English name, for those who read the code."""
    words: dict[str, set[str]] = {}
    for model in (*DOCUMENT_TYPES.values(), *_reachable().values()):
        for name, info in model.model_fields.items():
            words.setdefault(str(info.alias), set()).add(name)
    lines = ["| Svenska | I koden |", "|---|---|"]
    lines += [f"| {key} | {', '.join(sorted(names))} |" for key, names in sorted(words.items())]
    return "\n".join([NOTE, "# Ordlista\n", "Filerna är på svenska och koden på engelska. Varje nyckel har sitt ord.\n", *lines, ""])
