"""The generated pages in ``docs/``: keys, rules, glossary."""

import re
import textwrap
from functools import cache
from typing import Any, Literal, get_args, get_origin

from samverkan_cli.checking.page import facts, heading
from samverkan_cli.checking.rule import packs
from samverkan_cli.models import DOCUMENT_TYPES, ContentDocument, scalars
from samverkan_cli.models.base import Node, node_class

NOTE = "<!-- Skapad av tools/generate.py. Ändra i koden, inte här. -->\n"

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WORDS = {
    scalars.LINE: "rad",
    scalars.TEXT: "text",
    scalars.ID: "id",
    scalars.MUNICIPALITY_CODE: "fyra siffror",
    scalars.DURATION: "längd, till exempel 4 år",
    scalars.EVERY: "tidsrymd, till exempel år",
}


_GROUPS = {
    "samverkan": "Om dokumentet",
    "inledning": "Bakgrund och syfte",
    "andra_aktörer": "Vilka som samverkar, och i vad",
    "bygger_på": "Läge, problem och orsaker",
    "mål": "Mål, åtgärder och löften",
    "uppföljning": "Uppföljning, dokumentation och återkoppling",
    "kontakter": "Kontakt och kommunikation",
    "utfall": "Hur det gick",
    "avsnitt": "Egna avsnitt, underskrifter och undantag",
}
"""The shared keys under headings: the first key of each group."""


def swedish(word: str) -> str:
    """A sorting key: å, ä and ö come last, in that order."""
    return word.lower().translate({ord("å"): "{", ord("ä"): "|", ord("ö"): "}"})


def written(value: Any, inside: bool = False) -> str:
    """A value as it is written on one line in a file; ``inside`` brackets a comma must be quoted."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {written(item, True)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(written(item, True) for item in value) + "]"
    if not isinstance(value, str):
        return str(value)
    number_like = value.replace(".", "", 1).replace("-", "").isdigit() and not _DAY.fullmatch(value)
    special = (
        ": " in value or " #" in value or value.endswith(":") or value[:1] in "[{*&#!|>@%`\"'" or (inside and set(value) & set(",[]{}"))
    )
    return f'"{value}"' if number_like or special else value


def _example(info: Any, many: bool) -> str:
    if not info.examples:
        return ""
    value = info.examples[0]
    if many:
        return f"`- {written(value)}`" if isinstance(value, dict) else f"`[{written(value, True)}]`"
    return f"`{written(value)}`"


def literal_words(annotation: Any) -> tuple[str, ...]:
    """The words of a ``Literal`` inside an annotation."""
    if get_origin(annotation) is Literal:
        return tuple(get_args(annotation))
    return next((found for part in get_args(annotation) if (found := literal_words(part))), ())


def _is_many(annotation: Any) -> bool:
    return "tuple" in repr(annotation)


def _kind(info: Any) -> str:
    """What may stand at a key, in words."""
    annotation = info.rebuild_annotation()
    text = repr(annotation)
    many = _is_many(annotation)
    below = node_class(annotation)
    words = literal_words(annotation)
    if "dict[" in text:
        return f"ord: {' · '.join(words) if words else 'antal' if 'function _count ' in text else 'tal'}"
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
        ("_count", "antal"), ("_integer", "heltal"), ("_step", "1–5"), ("_version", "1"), ("_number", "tal"),
    ):  # fmt: skip
        if f"function {function} " in text:
            return word
    return "text"


def _rows(model: type[Node], names: list[str]) -> str:
    lines = ["| Nyckel | Värde | Betyder | Exempel |", "|---|---|---|---|"]
    for name in names:
        info = model.model_fields[name]
        example = _example(info, _is_many(info.rebuild_annotation()))
        lines.append(f"| `{info.alias}` | {_kind(info)} | {info.description} | {example} |".replace("|  |", "| |"))
    return "\n".join(lines) + "\n"


@cache
def keys_of_parts() -> dict[type[Node], list[str]]:
    """The keys that each part stands at, the most common first."""
    counts: dict[type[Node], dict[str, int]] = {}
    types = tuple(DOCUMENT_TYPES.values())
    for owner in (ContentDocument, *types, *_reachable().values()):
        for name, info in owner.model_fields.items():
            inherited = owner in types and name in ContentDocument.model_fields
            below = None if inherited else node_class(info.annotation)
            if below is not None:
                keys = counts.setdefault(below, {})
                keys[str(info.alias)] = keys.get(str(info.alias), 0) + 1
    return {part: sorted(keys, key=lambda key, keys=keys: -keys[key]) for part, keys in counts.items()}


@cache
def part_name(model: type[Node]) -> str:
    """What a part is called on the page: the key that it most often stands at, and a number where another part has that key."""
    names: dict[type[Node], str] = {}
    for part, (key, *_) in keys_of_parts().items():
        same = sum(1 for name in names.values() if name == key or name.startswith(f"{key}-"))
        names[part] = f"{key}-{same + 1}" if same else key
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
        "Alla nycklar som får stå i filerna. Hur man skriver dem, och hur filerna hänger ihop, står i [format.md](format.md).\n",
        "Alla nycklar får utelämnas utom `samverkan` och `typ`. En nyckel utan värde är detsamma som ingen nyckel.\n",
        "I kolumnen Värde är **rad** en enda rad som skrivs ut som den står, och **text** stycken, listor, betoning och länkar. Ett **id** är\n"
        "det ord som andra ställen pekar med. En länk leder till nycklarna som får stå där under. Punkter (·) skiljer de ord som ni kan välja bland.\n",
        "## Gemensamt för alla dokument\n\nDe här nycklarna får stå i vilket dokument som helst. Programmet läser alla filer tillsammans.\n",
    ]
    groups: dict[str, list[str]] = {}
    for name, info in ContentDocument.model_fields.items():
        if str(info.alias) in _GROUPS:
            groups[str(info.alias)] = []
        groups[next(reversed(groups))].append(name)
    assert list(groups) == list(_GROUPS), "a group's first key has moved: see _GROUPS"
    for first, names in groups.items():
        parts.append(f"### {_GROUPS[first]}\n\n{_rows(ContentDocument, names)}")
    parts.append("## Egna nycklar för varje dokumenttyp\n")
    without = []
    for kind, model in DOCUMENT_TYPES.items():
        own = [name for name in model.model_fields if not (issubclass(model, ContentDocument) and name in ContentDocument.model_fields)]
        own = [name for name in own if name not in ("type", "version")]
        if own:
            parts.append(f"### typ: {kind}\n\n{_rows(model, own)}")
        else:
            without.append(f"`{kind}`")
    parts.append(f"{', '.join(without[:-1])} och {without[-1]} har bara de gemensamma nycklarna.\n")
    parts.append("## Delarna\n\nVad som får stå under en nyckel vars värde själv består av nycklar.\n")
    for node in sorted(_reachable().values(), key=lambda node: swedish(part_name(node))):
        others = [f"`{key}`" for key in keys_of_parts()[node] if key != part_name(node)]
        also = f"Samma nycklar står under {', '.join(others)}.\n\n" if others else ""
        parts.append(f"### {part_name(node)}\n\n{also}{_rows(node, list(node.model_fields))}")
    return "\n".join(parts)


def rule_reference() -> str:
    """Every rule's page."""
    parts = [
        NOTE,
        "# Reglerna\n",
        "Varje regel frågar efter en sak. `samverkan explain KOD` visar samma text.\n",
        "I exemplen som underkänns visar `# <-` vilken rad programmet pekar på. `# fil: namn` betyder att det som följer står i en annan fil,\n"
        "och `# idag: datum` att bedömningen gäller den dagen. En regel som hör till ett steg prövas först när ni har kommit förbi det\n"
        "(`pågående_steg`); utan den nyckeln prövas alla.\n",
    ]
    for pack, _ in packs():
        parts.append(f"- [{pack.name}: {pack.title}](#{_anchor(f'{pack.name}: {pack.title}')})")
    parts.append("")
    for pack, group in packs():
        parts.append(f"## {pack.name}: {pack.title}\n\nKälla: {pack.source}.\n")
        if pack.points:
            parts.append("Checklistans punkter:\n")
            parts.append(
                "| Punkt | Namn | Steg |\n|---|---|---|\n"
                + "\n".join(f"| {point.code} | {point.title} | {point.step} |" for point in pack.points)
                + "\n"
            )
        parts.append("Reglerna:\n\n| Kod | Regel | Nivå |\n|---|---|---|")
        parts += [f"| [{rule.code}](#{_anchor(heading(rule))}) | {rule.page.title} | {rule.level.swedish} |" for rule in group]
        parts.append("")
        for rule in group:
            page, said = rule.page, facts(rule)
            parts.append(f"### {heading(rule)}\n\n**{page.title}.**\n\n{said[0].upper()}{said[1:]}.\n\n{page.body}\n")
            for title, examples in (("Godkänns", page.good), ("Underkänns", page.bad)):
                for example in examples:
                    parts.append(f"{title}:\n\n```yaml\n{textwrap.dedent(example)}\n```\n")
            parts.append(f"Källa: {page.source}.\n")
    return "\n".join(parts)


def _anchor(title: str) -> str:
    """The link that code hosts make of a heading."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def glossary() -> str:
    """Swedish key → English name and meaning, for those who read the code."""
    words: dict[str, set[str]] = {}
    meanings: dict[str, list[str]] = {}
    for model in (*DOCUMENT_TYPES.values(), *_reachable().values()):
        for name, info in model.model_fields.items():
            words.setdefault(str(info.alias), set()).add(name)
            meaning = str(info.description)
            if meaning not in meanings.setdefault(str(info.alias), []):
                meanings[str(info.alias)].append(meaning)
    lines = ["| Svenska | I koden | Betyder |", "|---|---|---|"]
    for key in sorted(words, key=swedish):
        several = " …" if len(meanings[key]) > 2 else ""
        lines.append(f"| {key} | {', '.join(sorted(words[key]))} | {' '.join(meanings[key][:2])}{several} |")
    intro = "Filerna är på svenska och koden på engelska. Här står varje nyckel med sitt namn i koden. Betyder nyckeln olika på olika ställen\nvisas de två första betydelserna.\n"
    return "\n".join([NOTE, "# Ordlista\n", intro, *lines, ""])
