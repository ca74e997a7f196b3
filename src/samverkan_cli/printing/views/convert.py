"""A model → a view: every field becomes words, so that none can be forgotten."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from samverkan_cli.models.actions import ActionWhen, Closing, Resource, Spot
from samverkan_cli.models.actors import Actor, Body, Quantity, Time
from samverkan_cli.models.base import Node
from samverkan_cli.models.content import FocusArea
from samverkan_cli.models.days import PartialDate, in_words
from samverkan_cli.models.formalities import Adoption, Delegation, Errand, Preparation, Promise, Secrecy
from samverkan_cli.models.goals import Value
from samverkan_cli.models.keys import Key, by_name
from samverkan_cli.models.kinds import Kind
from samverkan_cli.models.problems import Comparison, Participants
from samverkan_cli.models.roles import Convener, Role
from samverkan_cli.models.when import Period, Review, When
from samverkan_cli.printing.views.words import Line, Link, Text, View
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.swedish import days, listing, long_date, number


@dataclass(frozen=True)
class Context:
    """What the words depend on: the dossier, and where each id is printed."""

    dossier: Dossier
    targets: dict[str, str] = field(default_factory=dict)


def view(node: Node, context: Context) -> View:
    """The node's words by the fields' Python names; what is absent is ``None`` or an empty tuple."""
    return View({name: convert(getattr(node, name), key, context) for name, key in by_name(type(node)).items()})


def convert(value: Any, key: Key, context: Context) -> Any:
    """One value as words."""
    if value is None:
        return None
    if isinstance(value, tuple):
        return tuple(convert(item, key, context) for item in value)
    if isinstance(value, str):
        return _word(value, key, context)
    if isinstance(value, bool):
        return Line(_PUBLISHED[value] if key.name == "published" else "ja" if value else "nej")
    if isinstance(value, datetime.date | PartialDate):
        return Line(in_words(value))
    if isinstance(value, int | float):
        return Line(number(value))
    if isinstance(value, dict):
        return Line(listing(f"{key} {number(part)}" for key, part in value.items()))
    say = _SAID.get(type(value))
    if say is not None:
        return say(value, context)
    return view(value, context)


_PUBLISHED = {True: "publiceras", False: "publiceras inte"}
"""What is said of whether a thing is in the version that is published."""


def _word(value: str, key: Key, context: Context) -> Line | Text | Link:
    if key.kind is Kind.TEXT:
        return Text(value)
    if key.kind is Kind.WEB_ADDRESS:
        return Link(value, value)
    if key.or_words:
        return _organ(value, context)
    if key.kind is Kind.REFERENCE:
        return reference(value, context)
    return Line(value)


def _organ(value: str, context: Context) -> Line:
    """The id of a group or an organisation, or plain words: those that have one by their name."""
    things = context.dossier.definitions.get(value, ())
    name = next((thing.name for thing in things if isinstance(thing, Body | Actor) and thing.name), None)
    return Line(name or value)


def reference(id: str, context: Context) -> Link:
    """An id as people read it: an organisation or a focus area by its name, the rest by the id with a link to where it stands."""
    found = context.dossier.definitions.get(id, ())
    node = found[0] if found else None
    if isinstance(node, Actor | FocusArea):
        return Link(node.name or id)
    return Link(id, context.targets.get(id, ""))


def _when(value: When, _context: Context) -> Line:
    parts = []
    if value.start or value.end:
        parts.append(days(value.start, value.end))
    if value.latest:
        parts.append(f"senast {long_date(value.latest)}")
    if value.at_least is not None or value.per:
        parts.append(_times(value.at_least, value.per))
    if value.details:
        parts.append(value.details)
    return Line(", ".join(parts))


def _guarded(words: str, value: ActionWhen | Spot, context: Context) -> Line:
    """What may be nothing for everybody to know, with what is said of that."""
    marks: list[str] = [_PUBLISHED[value.published]] if value.published is not None else []
    if value.secrecy is not None:
        marks.append(f"sekretess {_secrecy(value.secrecy, context)}".strip())
    return Line(f"{words} ({'; '.join(marks)})" if marks else words)


def _action_when(value: ActionWhen, context: Context) -> Line:
    return _guarded(_when(value, context), value, context)


def _spot(value: Spot, context: Context) -> Line:
    return _guarded(value.name or "–", value, context)


def _secrecy(value: Secrecy, context: Context) -> Line:
    parts = [f"enligt {value.provision}"] if value.provision else []
    if value.marked or value.by:
        by = f" av {_organ(value.by, context)}" if value.by else ""
        parts.append("markerad" + (f" {in_words(value.marked)}" if value.marked else "") + by)
    return Line(", ".join(parts))


def _times(at_least: int | None, per: str | None) -> str:
    how_many = "" if at_least is None else "minst en gång" if at_least == 1 else f"minst {number(at_least)} gånger"
    if not per:
        return how_many
    return f"{how_many} {'på' if per[0].isdigit() else 'per'} {per}".strip()


def _period(value: Period, _context: Context) -> Line:
    start = in_words(value.start) if isinstance(value.start, datetime.date | PartialDate) else value.start
    end = long_date(value.end) if isinstance(value.end, datetime.date) else value.end
    if isinstance(value.start, datetime.date) and isinstance(value.end, datetime.date):
        text = days(value.start, value.end)
    elif start and end:
        text = f"från {start} {'till och med' if isinstance(value.end, datetime.date) else 'och'} {end}"
    else:
        text = f"från {start}" if start else f"till och med {end}" if end else ""
    return Line(", ".join(part for part in (text, value.length) if part))


def _review(value: Review, context: Context) -> Line:
    parts = [_times(value.at_least, value.per), value.details or ""]
    if value.by:
        parts.append(f"av {_organ(value.by, context)}")
    if value.last:
        parts.append(f"senast gjord {long_date(value.last)}")
    return Line(", ".join(part for part in parts if part))


def _role(value: Role, context: Context) -> Line:
    function = value.function or ""
    name = value.name or ""
    actor = reference(value.actor, context) if value.actor else ""
    body = _organ(value.body, context) if value.body else ""
    parts = [part for part in (body, function, name, actor) if part]
    if value.convener is not None:
        parts.append(f"sammankallande {_convener(value.convener, context)}")
    rotates = " (uppdraget går runt)" if value.rotates else " (uppdraget går inte runt)" if value.rotates is False else ""
    return Line(", ".join(dict.fromkeys(parts)) + rotates)


def _convener(value: Convener, context: Context) -> Line:
    actor = reference(value.actor, context) if value.actor else ""
    return Line(", ".join(part for part in (value.function, value.name, actor) if part))


def _adoption(value: Adoption, context: Context) -> Line:
    number = value.registration_number and f"dnr {value.registration_number}"
    delegation = _delegation(value.delegation, context) if value.delegation else ""
    return Line(", ".join(part for part in (_decided(value, context), number, delegation) if part))


def _decided(value: Adoption | Preparation, context: Context) -> Line:
    """Who, when and where in the minutes."""
    organ = _organ(value.organ, context) if value.organ else ""
    day = in_words(value.date) if value.date else ""
    return Line(", ".join(part for part in (organ, day, value.paragraph) if part))


def _delegation(value: Delegation, _context: Context) -> Line:
    words = "på delegation" + (f" till {value.to}" if value.to else "")
    parts = (words, value.item and f"punkt {value.item}", value.reported and f"anmäld {in_words(value.reported)}")
    return Line(", ".join(part for part in parts if part))


def _errand(value: Errand, context: Context) -> Line:
    prepared = "; ".join(_decided(one, context) for one in value.preparation)
    parts = (value.registration_number and f"dnr {value.registration_number}", prepared and f"berett av {prepared}")
    return Line(", ".join(part for part in parts if part))


def _promise(value: Promise, context: Context) -> Line:
    parts = [f"tas fram senast {long_date(value.latest)}" if value.latest else "tas fram"]
    if value.responsible:
        parts.append(f"av {_role(value.responsible, context)}")
    if value.comment:
        parts.append(value.comment)
    return Line(", ".join(parts))


def _value(value: Value, _context: Context) -> Line:
    amount = number(value.value) if value.value is not None else "–"
    behind = [long_date(value.date)] if value.date else []
    if value.split:
        behind.append(listing(f"{key} {number(part)}" for key, part in value.split.items()))
    behind += [f"{number(value.answers)} svar"] if value.answers is not None else []
    behind += [f"svarsfrekvens {number(value.response_rate)} procent"] if value.response_rate is not None else []
    behind += [f"felmarginal {number(value.margin)}"] if value.margin is not None else []
    return Line(f"{amount} ({'; '.join(behind)})" if behind else amount)


def _participants(value: Participants, _context: Context) -> Line:
    counts = ((value.women, "kvinnor"), (value.men, "män"), (value.girls, "flickor"), (value.boys, "pojkar"))
    parts = [listing(f"{number(amount)} {word}" for amount, word in counts if amount is not None)]
    if value.count is not None:
        parts.insert(0, f"{number(value.count)} deltagare")
    if value.ages:
        parts.append(listing(f"{age}: {number(amount)}" for age, amount in value.ages.items()))
    return Line("; ".join(part for part in parts if part))


def _quantity(value: Quantity, _context: Context) -> Line:
    amount = number(value.count) if value.count is not None else ""
    return Line(" ".join(part for part in (amount, value.unit or "", f"per {value.per}" if value.per else "") if part))


def _time(value: Time, _context: Context) -> Line:
    parts = [f"{number(value.percent)} procent av heltid"] if value.percent is not None else []
    if value.hours is not None:
        parts.append(f"{number(value.hours)} timmar" + (f" per {value.per}" if value.per else ""))
    elif value.per:
        parts.append(f"per {value.per}")
    if value.details:
        parts.append(value.details)
    return Line(", ".join(parts))


def _resource(value: Resource, context: Context) -> View:
    """What somebody puts in: what can be counted in one line, and the rest as it is written."""
    parts: list[str] = []
    if value.hours is not None or value.per:
        hours = f"{number(value.hours)} timmar" if value.hours is not None else ""
        parts.append(" ".join(part for part in (hours, f"per {value.per}" if value.per else "") if part))
    if value.amount is not None or value.year is not None:
        money = f"{number(value.amount)} kronor" if value.amount is not None else ""
        parts.append(" ".join(part for part in (money, f"för {value.year}" if value.year is not None else "") if part))
    parts += [f"från {value.financing}"] if value.financing else []
    parts += [f"beslutat i {value.decided_in}"] if value.decided_in else []
    words = ", ".join(parts)
    whose = reference(value.party, context) if value.party else ""
    return View({"words": Line(": ".join(part for part in (whose, words) if part)), "details": Text(value.details or "")})


def _comparison(value: Comparison, _context: Context) -> Line:
    amount = number(value.value) if value.value is not None else ""
    return Line(" ".join(part for part in (value.what or "", amount) if part))


def _closing(value: Closing, _context: Context) -> Line:
    day = f"avslutad {in_words(value.date)}" if value.date else "avslutad"
    return Line(f"{day}: {value.reason}" if value.reason else day)


_SAID: dict[type[Node], Callable[[Any, Context], Line | View]] = {
    When: _when,
    ActionWhen: _action_when,
    Spot: _spot,
    Secrecy: _secrecy,
    Period: _period,
    Review: _review,
    Role: _role,
    Convener: _convener,
    Adoption: _adoption,
    Delegation: _delegation,
    Errand: _errand,
    Preparation: _decided,
    Promise: _promise,
    Value: _value,
    Participants: _participants,
    Quantity: _quantity,
    Time: _time,
    Resource: _resource,
    Comparison: _comparison,
    Closing: _closing,
}
"""Small parts that are one line in print, or nearly."""
