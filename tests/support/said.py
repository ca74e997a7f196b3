"""All that a rule says of a dossier, beside what somebody who has read the rule's page has written in the margin.

The margin of a line holds one or more marks: ``# <-`` what is missing or wrong is said here (``# <- varning`` where the level is another than
the rule's own), ``# ==`` it shows that the thing is there, ``# ~~`` it says that the thing exists elsewhere, ``# .. ord`` a second place that is
pointed at, and with which words, ``# ++`` where what can be pasted belongs, if that is elsewhere. Lines of their own say the rest:
``# kan inte bedömas: skäl``, ``# gäller inte: skäl``, ``# bortvalt: skäl``, ``# viker för: regler`` (for which a finding gives way),
``# ges av underskriften`` (the signing itself will put it right), and, where they are there, ``# säger: meddelande``,
``# hjälp: vad som kan göras`` and ``# punkter: id vad, …``.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from samverkan_cli.api import open_project
from samverkan_cli.checking.rule import Rule, rules
from samverkan_cli.diagnostics import Declined, Evidence, Finding, Inapplicable, Outcome, Place, Unjudged
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.project.sources import Sources
from support.fragments import parse, write

_MARKS = re.compile(r" *((?: # (?:<-(?: (?:fel|varning|upplysning))?|==|~~|\+\+|\.\. [^#]+?))+)$")
_ALONE = re.compile(r"# (kan inte bedömas|gäller inte|bortvalt|viker för|ges av underskriften|säger|hjälp|punkter)(?:: (.+))?$")

Said = dict[str, list[str]]


@dataclass
class _Margin:
    text: list[str] = field(default_factory=list)
    said: Said = field(default_factory=dict)


def _read(text: str) -> _Margin:
    """The text without its margin, and what the margin says: of lines by file and number."""
    margin, current, number = _Margin(), "agreement.yaml", 3
    for line in text.splitlines():
        if match := _ALONE.match(line):
            margin.said.setdefault(match[1], []).append(match[2] or "")
            continue
        if match := re.match(r"# (?:fil|för sig): (\S+)$", line):
            current, number = match[1], 0
        elif not re.match(r"# (?:idag|bedömning): ", line):
            number += 1
        found = _MARKS.search(line)
        for mark in found[1].split(" # ")[1:] if found else ():
            margin.said.setdefault("rader", []).append(f"{current}:{number} {mark}")
        margin.text.append(line[: found.start()] if found else line)
    return margin


def expected(text: str) -> Said:
    """What the margin says, each kind in the order of the alphabet but for messages and help."""
    said = _read(text).said
    said["viker för"] = sorted({code for codes in said.get("viker för", ()) for code in codes.split(", ")})
    said["punkter"] = [item for row in said.get("punkter", ()) for item in row.split(", ")]
    return _sorted(said)


def told(code: str, text: str, folder: Path) -> Said:
    """What the rule says. Messages, help and items only where the margin has any."""
    margin = _read(text)
    fragment = parse("\n".join(margin.text))
    # What marks where a repository ends: nothing is looked for above it.
    (folder / ".git").mkdir(parents=True)
    write(fragment, folder)
    (case,) = open_project([folder / fragment.root], today=fragment.today, sources=Sources(base=folder)).cases()
    rule = rules()[code]
    assert rule.judge is not None
    said: Said = {"rader": [], "viker för": []}
    for one in rule.judge(case):
        _note(said, rule, case.dossier, one)
    for key in ("säger", "hjälp", "punkter"):
        if key not in margin.said:
            said.pop(key, None)
    said["viker för"] = list(set(said["viker för"]))
    return _sorted(said)


def _note(said: Said, rule: Rule, dossier: Dossier, one: Outcome) -> None:
    match one:
        case Finding():
            level = one.level or rule.level
            said["rader"].append(f"{_at(dossier, one.place)} <-{'' if level is rule.level else f' {level.swedish}'}")
            said["rader"] += [f"{_at(dossier, place)} .. {words}" for place, words in one.related]
            said["rader"] += [f"{_at(dossier, one.suggestion_place)} ++"] if one.suggestion_place is not None else []
            said["viker för"] += one.superseded_by
            said.setdefault("säger", []).append(one.message)
            said.setdefault("hjälp", []).append(one.help)
            said.setdefault("punkter", []).extend(item.key for item in one.items)
            if one.given_by_signing:
                said["ges av underskriften"] = [""]
        case Evidence():
            said["rader"].append(f"{_at(dossier, one.place)} {'~~' if one.declared else '=='}")
        case Unjudged():
            said.setdefault("kan inte bedömas", []).append(one.why)
        case Inapplicable():
            said.setdefault("gäller inte", []).append(one.why)
        case Declined():
            said["rader"].append(f"{_at(dossier, one.place)} ==")
            said.setdefault("bortvalt", []).append(one.why)


def _at(dossier: Dossier, place: Place) -> str:
    return f"{place.file}:{dossier.by_file[place.file].document.span(place.path).line}"


def _sorted(said: Said) -> Said:
    return {key: list(values) if key in ("säger", "hjälp") else _once(values) for key, values in said.items() if values}


def _once(values: Iterable[str]) -> list[str]:
    return sorted(set(values))


def cases(texts: str) -> list[str]:
    """The cases that are parted by lines of three dashes."""
    return [text.strip("\n") for text in re.split(r"^---\n", texts, flags=re.MULTILINE)]
