"""The generated pages in ``docs/``: keys, rules, glossary."""

import re
import textwrap
from functools import cache
from typing import Any

from samverkan_cli.checking.page import facts, heading
from samverkan_cli.checking.rule import packs
from samverkan_cli.models import DOCUMENT_TYPES, ContentDocument
from samverkan_cli.models.base import Node
from samverkan_cli.models.keys import Key, by_name, keys_of, nodes_below, reachable
from samverkan_cli.models.kinds import Kind

NOTE = "<!-- Skapad av tools/generate.py. Ändra i koden, inte här. -->\n"

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WORDS = {
    Kind.LINE: "rad",
    Kind.TEXT: "text",
    Kind.ID: "id",
    Kind.REFERENCE: "id",
    Kind.MUNICIPALITY_CODE: "fyra siffror",
    Kind.DURATION: "längd, till exempel 4 år",
    Kind.EVERY: "tidsrymd, till exempel år",
    Kind.DATE: "datum",
    Kind.DAY: "datum, månad eller år",
    Kind.START: "datum, månad, år eller underskrift",
    Kind.END: "datum eller tills vidare",
    Kind.YES_NO: "ja · nej",
    Kind.COUNT: "antal",
    Kind.INTEGER: "heltal",
    Kind.YEAR: "år",
    Kind.STEP: "1–5",
    Kind.WEB_ADDRESS: "webbadress",
    Kind.VERSION: "1",
    Kind.NUMBER: "tal",
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


def _example(key: Key) -> str:
    if key.example is None:
        return ""
    if key.many:
        return f"`- {written(key.example)}`" if isinstance(key.example, dict) else f"`[{written(key.example, True)}]`"
    return f"`{written(key.example)}`"


def _kind(key: Key) -> str:
    """What may stand at a key, in words."""
    if key.cell is not None:
        return f"ord: {' · '.join(key.choices) if key.cell is Kind.CHOICE else _WORDS[key.cell]}"
    if key.below is not None:
        kind = f"[{part_name(key.below)}](#{part_name(key.below)})"
    elif key.kind is Kind.CHOICE:
        kind = " · ".join(key.choices)
    else:
        kind = "rad" if key.or_words else _WORDS[key.kind]
    kind += " eller text" if key.words_as else ""
    if key.alone:
        return f"en eller en lista av {kind}"
    return f"lista av {kind}" if key.many else kind


def _description(key: Key) -> str:
    return key.description + "".join(f" Hette förut `{old}`, som fortfarande läses." for old in key.formerly)


def _rows(keys: list[Key]) -> str:
    lines = ["| Nyckel | Värde | Betyder | Exempel |", "|---|---|---|---|"]
    lines += [f"| `{key.key}` | {_kind(key)} | {_description(key)} | {_example(key)} |".replace("|  |", "| |") for key in keys]
    return "\n".join(lines) + "\n"


@cache
def keys_of_parts() -> dict[type[Node], list[str]]:
    """The keys that each part stands at, the most common first."""
    counts: dict[type[Node], dict[str, int]] = {}
    types = tuple(DOCUMENT_TYPES.values())
    for owner in (ContentDocument, *types, *_parts()):
        for key in nodes_below(owner):
            if key.below is not None and not (owner in types and key.name in by_name(ContentDocument)):
                keys = counts.setdefault(key.below, {})
                keys[key.key] = keys.get(key.key, 0) + 1
    return {part: sorted(keys, key=lambda key, keys=keys: -keys[key]) for part, keys in counts.items()}


@cache
def part_name(model: type[Node]) -> str:
    """What a part is called on the page: the key that it most often stands at, and a number where another part has that key."""
    names: dict[type[Node], str] = {}
    for part, (key, *_) in keys_of_parts().items():
        same = sum(1 for name in names.values() if name == key or name.startswith(f"{key}-"))
        names[part] = f"{key}-{same + 1}" if same else key
    return names[model]


def _parts() -> list[type[Node]]:
    """The models of what stands under a key, by their names."""
    found = reachable(*DOCUMENT_TYPES.values())
    return sorted(set(found) - set(DOCUMENT_TYPES.values()), key=lambda model: model.__name__)


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
    groups: dict[str, list[Key]] = {}
    for key in keys_of(ContentDocument).values():
        if key.key in _GROUPS:
            groups[key.key] = []
        groups[next(reversed(groups))].append(key)
    assert list(groups) == list(_GROUPS), "a group's first key has moved: see _GROUPS"
    for first, keys in groups.items():
        parts.append(f"### {_GROUPS[first]}\n\n{_rows(keys)}")
    parts.append("## Egna nycklar för varje dokumenttyp\n")
    without = []
    for kind, model in DOCUMENT_TYPES.items():
        shared = keys_of(ContentDocument) if issubclass(model, ContentDocument) else {}
        own = [key for key in keys_of(model).values() if key.key not in shared and key.key not in ("typ", "samverkan")]
        if own:
            parts.append(f"### typ: {kind}\n\n{_rows(own)}")
        else:
            without.append(f"`{kind}`")
    parts.append(f"{', '.join(without[:-1])} och {without[-1]} har bara de gemensamma nycklarna.\n")
    parts.append("## Delarna\n\nVad som får stå under en nyckel vars värde själv består av nycklar.\n")
    for node in sorted(_parts(), key=lambda node: swedish(part_name(node))):
        others = [f"`{key}`" for key in keys_of_parts()[node] if key != part_name(node)]
        also = f"Samma nycklar står under {', '.join(others)}.\n\n" if others else ""
        parts.append(f"### {part_name(node)}\n\n{also}{_rows(list(keys_of(node).values()))}")
    return "\n".join(parts)


def rule_reference() -> str:
    """Every rule's page."""
    parts = [
        NOTE,
        "# Reglerna\n",
        "Varje regel frågar efter en sak. `samverkan explain KOD` visar samma text.\n",
        "I exemplen som underkänns visar `# <-` vilken rad programmet pekar på. `# fil: namn` betyder att det som följer står i en annan fil,\n"
        "`# för sig: namn` att det är ett dokument utan överenskommelse, och `# idag: datum` att bedömningen gäller den dagen. En regel som hör\n"
        "till ett steg prövas först när ni har kommit förbi det (`pågående_steg`); utan den nyckeln prövas alla.\n",
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
    for model in (*DOCUMENT_TYPES.values(), *_parts()):
        for key in keys_of(model).values():
            words.setdefault(key.key, set()).add(key.name)
            if key.description not in meanings.setdefault(key.key, []):
                meanings[key.key].append(key.description)
    lines = ["| Svenska | I koden | Betyder |", "|---|---|---|"]
    for word in sorted(words, key=swedish):
        several = " …" if len(meanings[word]) > 2 else ""
        lines.append(f"| {word} | {', '.join(sorted(words[word]))} | {' '.join(meanings[word][:2])}{several} |")
    intro = "Filerna är på svenska och koden på engelska. Här står varje nyckel med sitt namn i koden. Betyder nyckeln olika på olika ställen\nvisas de två första betydelserna.\n"
    return "\n".join([NOTE, "# Ordlista\n", intro, *lines, ""])
