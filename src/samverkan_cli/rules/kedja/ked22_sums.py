"""KED22."""

from collections.abc import Iterator

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level, Place
from samverkan_cli.models.goals import Measurement, Value
from samverkan_cli.models.problems import Participants, Statistic
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.rules._figures import Split, by_age, by_sex, has_both_sexes, is_count, is_share
from samverkan_cli.rules._vocabulary import COUNTS, MEANS
from samverkan_cli.swedish import number

_GROUPS = ("women", "men", "girls", "boys")


@rule("KED22", "summan-går-inte-ihop", Level.WARNING, words=(COUNTS, MEANS))
def the_groups_add_up(case: Case) -> Verdicts:
    """Grupperna går ihop med det hela

    När grupperna tillsammans är fler än alla är något av talen felskrivet, och då vet ingen vilket.

    Antal i grupper läggs ihop, kön för sig och åldrar för sig. Är de färre än alla är det en upplysning: alla har kanske inte uppgett kön. Är värdet
    en andel ska det ligga mellan flickornas och pojkarnas, eller kvinnornas och männens.

    Godkänns:

        medborgardialoger:
          - {namn: Torget, deltagare: {antal: 109, kvinnor: 58, män: 51, åldrar: {13–15 år: 90, 16–18 år: 19}}}
          - {namn: Skolan, deltagare: {antal: 90, flickor: 46, pojkar: 44}}
          - {namn: Mötet, deltagare: {antal: 109, kvinnor: 58, män: 51, flickor: 10, pojkar: 9}}
          - {namn: Kvällen, deltagare: {antal: 50, flickor: 40}}
        statistik:
          - {vad: anmälda rån, värde: 58, enhet: anmälningar, uppdelning: {flickor: 14, pojkar: 44}}
          - {vad: otrygga, värde: 12, enhet: procent, uppdelning: {flickor: 12, pojkar: 6}}
          - {vad: otrygga, värde: 6, enhet: procent, uppdelning: {flickor: 12, pojkar: 6}}
          - {vad: medelålder, värde: 12, uppdelning: {flickor: 14, pojkar: 13}}

    Underkänns:

        medborgardialoger:
          - namn: Torget
            deltagare:
              antal: 108  # <-
              kvinnor: 58
              män: 51
          - namn: Skolan
            deltagare:
              antal: 110  # <- upplysning
              kvinnor: 58
              män: 51
          - namn: Mötet
            deltagare:
              antal: 100  # <-
              åldrar: {13–15 år: 90, 16–18 år: 11}
        statistik:
          - vad: anmälda rån
            värde: 58
            enhet: anmälningar
            uppdelning: {flickor: 15, pojkar: 44}  # <-
          - vad: anmälda rån
            värde: 58
            enhet: anmälningar
            uppdelning: {flickor: 13, pojkar: 44}  # <- upplysning
          - vad: otrygga
            värde: 13
            enhet: procent
            uppdelning: {flickor: 12, pojkar: 6}  # <-

    Källa: Filformatet samverkan 1
    """
    for node in case.dossier.nodes:
        if isinstance(node, Participants):
            yield from _of_participants(node)
    for value, split, place, counted in _splits(case.dossier):
        yield from _of_split(value, split, place, counted)


def _of_participants(heard: Participants) -> Verdicts:
    groups = {name: count for name in _GROUPS if (count := getattr(heard, name)) is not None}
    total = heard.count
    if total is None:
        return
    whole = sum(groups.values())
    # Girls may be counted among the women, or beside them.
    least = sum(groups[name] for name in ("women", "men")) if groups.keys() == set(_GROUPS) else whole
    ages = sum((heard.ages or {}).values())
    both = any(groups.keys() >= set(pair) for pair in (_GROUPS[:2], _GROUPS[2:]))
    if total < least or total < ages:
        yield _too_many(total, max(least, ages), heard.at("count"))
    elif both and total > whole:
        yield _too_few(total, whole, heard.at("count"))


def _of_split(value: float, split: Split, place: Place, counted: bool) -> Verdicts:
    sexes, ages = by_sex(split), by_age(split)
    if not counted:
        if has_both_sexes(sexes) and not min(sexes.values()) <= value <= max(sexes.values()):
            yield Finding(
                f"värdet {number(value)} ligger inte mellan gruppernas {number(min(sexes.values()))} och {number(max(sexes.values()))}",
                place,
                "Rätta värdet, eller uppdelningen.",
            )
        return
    for groups in (sexes, ages) if sexes or ages else (split,):
        total = sum(groups.values())
        if groups and total > value:
            yield _too_many(value, total, place)
        elif total < value and has_both_sexes(groups):
            yield _too_few(value, total, place)


def _too_many(total: float, groups: float, place: Place) -> Finding:
    return Finding(
        f"grupperna är tillsammans {number(groups)}, men alla är {number(total)}",
        place,
        "Rätta summan, eller den grupp som är felskriven.",
    )


def _too_few(total: float, groups: float, place: Place) -> Finding:
    return Finding(
        f"grupperna är tillsammans {number(groups)}, men alla är {number(total)}",
        place,
        "Rätta summan om den är felskriven, eller lägg till den grupp som fattas.",
        level=Level.NOTE,
    )


def _splits(dossier: Dossier) -> Iterator[tuple[float, Split, Place, bool]]:
    """Each value that is split into groups: the value, the groups, where they stand, and whether they add up to it."""
    measured = {goal.id: goal.indicator for goal in dossier.goals if goal.id and goal.indicator}
    for goal in dossier.goals:
        for value in (goal.indicator.baseline, goal.indicator.target) if goal.indicator else ():
            if value is not None and goal.indicator is not None:
                yield from _split_of(value, goal.indicator.unit, goal.indicator.measure)
    for measurement in dossier.measurements:
        if (indicator := measured.get(measurement.goal or "")) is not None:
            yield from _split_of(measurement, indicator.unit, indicator.measure)
    for node in dossier.nodes:
        if isinstance(node, Statistic):
            yield from _split_of(node, node.unit, node.what)


def _split_of(node: Statistic | Value | Measurement, unit: str | None, what: str | None) -> Iterator[tuple[float, Split, Place, bool]]:
    counted = is_count(unit, what)
    if node.value is not None and node.split and (counted or is_share(unit, what)):
        yield node.value, node.split, node.at("split"), counted
