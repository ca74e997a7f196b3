"""KED10."""

import datetime
from bisect import bisect_left, bisect_right

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level
from samverkan_cli.models.actions import Action

MANY = 5
"""Actions at the same time that one function is responsible for, from which the question is asked."""


@rule("KED10", "många-åtgärder-på-en", Level.NOTE, step=4)
def nobody_is_responsible_for_too_much(case: Case) -> Verdicts:
    """Ingen funktion ansvarar för fler åtgärder än den hinner

    När samma funktion ansvarar för nästan allt stannar arbetet den dag den är borta.

    Regeln frågar när en funktion ansvarar för fem åtgärder eller fler samtidigt. Om tiden räcker får människor bedöma.

    Godkänns:

        åtgärder:
          - {id: Å1, vem: {ansvarig: {aktör: kommun, funktion: samordnare}}, när: {från: 2019-01-01, till: 2019-06-30}}
          - {id: Å2, vem: {ansvarig: {aktör: kommun, funktion: samordnare}}, när: {från: 2019-01-01, till: 2019-06-30}}
          - {id: Å3, vem: {ansvarig: {aktör: kommun, funktion: samordnare}}, när: {från: 2019-01-01, till: 2019-06-30}}
          - {id: Å4, vem: {ansvarig: {aktör: kommun, funktion: samordnare}}, när: {från: 2019-01-01, till: 2019-06-30}}
          - {id: Å5, vem: {ansvarig: {aktör: kommun, funktion: samordnare}}, när: {från: 2019-07-01, till: 2019-12-31}}
          - {id: Å6, vem: {ansvarig: {aktör: polis, funktion: kommunpolis}}, när: {från: 2019-01-01, till: 2019-06-30}}

    Underkänns:

        åtgärder:
          - {id: Å1, vem: {ansvarig: {aktör: kommun, funktion: samordnare}}, när: {från: 2019-01-01, till: 2019-06-30}}  # <-
          - {id: Å2, vem: {ansvarig: {aktör: kommun, funktion: samordnare}}, när: {från: 2019-01-01, till: 2019-06-30}}
          - {id: Å3, vem: {ansvarig: {aktör: kommun, funktion: samordnare}}, när: {från: 2019-01-01, till: 2019-06-30}}
          - {id: Å4, vem: {ansvarig: {aktör: kommun, funktion: samordnare}}, när: {från: 2019-01-01, till: 2019-06-30}}
          - {id: Å5, vem: {ansvarig: {aktör: kommun, funktion: samordnare}}, när: {från: 2019-06-30, till: 2019-06-30}}

    Källa: Länsstyrelsen Skåne m.fl., checklistan 2019, punkt 8: inte fler åtgärder än ni kan genomföra
    """
    by_function: dict[tuple[str | None, str], list[Action]] = {}
    for action in case.dossier.actions:
        role = action.who.responsible if action.who else None
        if role is not None and role.function:
            by_function.setdefault((role.actor, role.function), []).append(action)
    for (_, function), actions in by_function.items():
        at_once = _most_at_once(actions)
        if at_once >= MANY:
            yield Finding(
                f"{function} ansvarar för {at_once} åtgärder samtidigt",
                actions[0].at("who", "responsible"),
                "Fördela ansvaret på fler, eller kontrollera att tiden räcker.",
                related=tuple((action.here, f"åtgärden {action.id}") for action in actions[1:4]),
            )


def _most_at_once(actions: list[Action]) -> int:
    """The most actions that run on the same day; it is the first day of one of them."""
    running = [action for action in actions if _first(action) <= _last(action)]
    first, last = sorted(map(_first, running)), sorted(map(_last, running))
    return max((bisect_right(first, day) - bisect_left(last, day) for day in first), default=0)


def _first(action: Action) -> datetime.date:
    return (action.when.start if action.when else None) or datetime.date.min


def _last(action: Action) -> datetime.date:
    return (action.when.end or action.when.latest if action.when else None) or datetime.date.max
