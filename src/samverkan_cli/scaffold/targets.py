"""Where in a dossier an entry belongs, what it may refer to, and its id."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from samverkan_cli.models.keys import defined_id
from samverkan_cli.project.dossier import Dossier, Member
from samverkan_cli.scaffold.kinds import Kind
from samverkan_cli.swedish import alphabetical
from samverkan_cli.yaml.tree import Mapping, Scalar, Sequence, Tree, data

_SENTENCES = ("namn", "vad", "lydelse", "orsak", "funktion")


def candidates(dossier: Dossier, kind: Kind, areas: list[str]) -> list[Member]:
    """The documents where the entry may stand, the best kind of place only: where such entries stand, else where they have their home, else the agreement."""
    members = [member for member in dossier.members if member.document.tree is not None and member.model is not None]
    holding = [member for member in members if _items(member, kind.section)]
    if kind.name == "mål":
        # A goal in a plan is a partial one; goals of the whole stand in the agreement.
        holding = [member for member in holding if member is dossier.root] or holding
    homes = [member for member in members if getattr(member.model, "type", "") == kind.home]
    if kind.name == "åtgärd" and areas:
        # A plan without actions yet is as good a place as one with, when it is the plan of that area.
        own = [member for member in homes if set(areas) & set(_plain(member).get("gäller_fokusområden", []))]
        if own:
            return own
    return holding or homes or [dossier.root]


def areas_of(dossier: Dossier, entry: dict[str, Any]) -> list[str]:
    """The focus areas of an entry: its own, else those of its problems and of the problems behind its causes."""
    if entry.get("gäller_fokusområden"):
        return list(entry["gäller_fokusområden"])
    causes = dossier.graph.causes_named(entry.get("möter_orsaker", []))
    problems = (*entry.get("gäller_problem", []), *(id for cause in causes for id in dossier.graph.problems_of(cause)))
    return sorted(dossier.graph.areas_of_problems(problems), key=alphabetical)


def said_above(member: Member, entry: dict[str, Any]) -> dict[str, Any]:
    """The entry without the focus areas that its document already has said."""
    same = entry.get("gäller_fokusområden") == _plain(member).get("gäller_fokusområden")
    return {key: value for key, value in entry.items() if not (same and key == "gäller_fokusområden")}


def member_at(dossier: Dossier, path: Path) -> Member | None:
    """The document of the dossier that lies at an absolute path."""
    return next((member for member in dossier.members if member.path == path and not member.foreign), None)


def known(dossier: Dossier, sections: tuple[str, ...]) -> dict[str, str]:
    """The ids in some sections, with what each says."""
    found: dict[str, str] = {}
    for member in dossier.members:
        for section in sections:
            for item in _items(member, section):
                if isinstance(item, dict) and isinstance(item.get("id"), str):
                    found[item["id"]] = next((str(item[key]) for key in _SENTENCES if item.get(key)), "")
    return found


def nearest_first(dossier: Dossier, member: Member, choices: dict[str, str]) -> dict[str, str]:
    """The choices, those of the document's own focus areas first."""
    areas = set(_plain(member).get("gäller_fokusområden", []))
    problems = [problem for problem in dossier.problems if areas & set(problem.applies_to_focus_areas)]
    goals = [goal for goal in dossier.goals if areas & set(goal.applies_to_focus_areas)]
    goals += [goal for problem in problems for goal in dossier.graph.goals_of(problem)]
    causes = [cause for problem in problems for cause in dossier.graph.causes_of(problem)]
    near = {defined_id(thing) for thing in (*problems, *causes, *dossier.graph.with_steps(goals))}
    return dict(sorted(choices.items(), key=lambda pair: pair[0] not in near))


def next_id(dossier: Dossier, member: Member, kind: Kind, entry: dict[str, Any]) -> str:
    """The id after those that stand there: ``Å1.3`` → ``Å1.4``; by focus area for actions and by problem for causes."""
    taken = {id for one in dossier.members if one.document.tree for id in _ids(one.document.tree)}
    stem = _stem(dossier, member, kind, entry)
    numbers = [int(match[1]) for id in taken if (match := re.fullmatch(re.escape(stem) + r"(\d{1,6})", id))]
    return f"{stem}{max(numbers, default=0) + 1}"


def _stem(dossier: Dossier, member: Member, kind: Kind, entry: dict[str, Any]) -> str:
    """What the id begins with, before its last number."""
    by = {"åtgärd": "gäller_fokusområden", "orsak": "gäller_problem"}.get(kind.name, "")
    wanted = set(entry.get(by, []))
    if kind.name == "åtgärd":
        wanted = wanted or set(_plain(member).get(by, [])) or set(areas_of(dossier, entry))
    everywhere = [item for one in (member, *dossier.members) for item in _items(one, kind.section) if isinstance(item, dict)]
    if by and wanted:
        same = [item for item in everywhere if wanted & set(item.get(by, []))]
        own_plan = kind.name == "åtgärd" and len(wanted) == 1 and set(_plain(member).get(by, [])) == wanted
        same += [item for item in _items(member, kind.section) if own_plan and isinstance(item, dict)]
        number = re.search(r"\d+$", sorted(wanted)[0])
        if found := _last_stem(same):
            return found
        dotted = not everywhere or any("." in str(item.get("id", "")) for item in everywhere)
        if number and dotted:
            return f"{kind.letter}{number[0]}."
    if kind.name == "mål" and isinstance(entry.get("delmål_till"), str):
        return f"{entry['delmål_till']}."
    here = [item for item in _items(member, kind.section) if isinstance(item, dict)]
    return _last_stem(here) or _last_stem(everywhere) or kind.letter


def _last_stem(items: list[Any]) -> str:
    for item in reversed(items):
        if match := re.fullmatch(r"(.*?)\d+", str(item.get("id", ""))):
            return match[1]
    return ""


def _items(member: Member, section: str) -> list[Any]:
    found = _plain(member).get(section, [])
    return found if isinstance(found, list) else []


def _plain(member: Member) -> dict[str, Any]:
    found = data(member.document.tree) if member.document.tree is not None else {}
    return found if isinstance(found, dict) else {}


def _ids(tree: Tree) -> Iterator[str]:
    if isinstance(tree, Sequence):
        for item in tree.items:
            yield from _ids(item)
    elif isinstance(tree, Mapping):
        for key, entry in tree.entries.items():
            if key == "id" and isinstance(entry.value, Scalar):
                yield entry.value.raw
            yield from _ids(entry.value)
