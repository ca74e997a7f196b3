"""KED21."""

from collections.abc import Iterator

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level, Place
from samverkan_cli.models.actors import CoordinationFunction
from samverkan_cli.models.goals import Goal, Measurement, Value
from samverkan_cli.models.problems import Statistic
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.rules._figures import is_share
from samverkan_cli.rules._queries import principals
from samverkan_cli.rules._vocabulary import CHANGES, SHARES
from samverkan_cli.swedish import number


@rule("KED21", "orimlig-andel", Level.ERROR, words=(SHARES, CHANGES))
def a_share_is_a_part_of_the_whole(case: Case) -> Verdicts:
    """En andel är en del av det hela

    En andel över hundra procent, eller noll procent där tid ska vara avsatt, är nästan alltid felskriven.

    Regeln ser på avsatt tid, svarsfrekvenser och värden som är andelar. En förändring i procent får vara större än hundra och mindre än noll. Att
    kommunens eller polisens samordnare har noll procent står i SK01.

    Godkänns:

        parter: [{id: skola, typ: skola, namn: Skolan}, {id: kommun, typ: kommun, namn: Kommunen}]
        samordningsfunktioner:
          - {part: skola, funktion: samordnare, tid: {procent: 100}}
          - {part: skola, funktion: rektor, tid: {procent: 1}}
          - {part: kommun, funktion: samordnare, tid: {procent: 0}}
        statistik:
          - {vad: otrygga, värde: 100, enhet: procent, uppdelning: {flickor: 0, pojkar: 100}}
          - {vad: ökning av anmälda rån, värde: 240, enhet: procent}
          - {vad: anmälda rån, värde: 240, enhet: anmälningar}
        mål:
          - {id: M1, indikator: {mått: andel otrygga, enhet: procent, baslinje: {värde: 100, svarsfrekvens: 100}}}
        mätvärden: [{mål: M1, värde: 0, svarsfrekvens: 0}]

    Underkänns:

        parter: [{id: skola, typ: skola, namn: Skolan}, {id: kommun, typ: kommun, namn: Kommunen}]
        samordningsfunktioner:
          - {part: skola, funktion: samordnare, tid: {procent: 101}}  # <-
          - {part: kommun, funktion: samordnare, tid: {procent: -1}}  # <-
          - {part: skola, funktion: rektor, tid: {procent: 0}}  # <-
        statistik:
          - {vad: otrygga, värde: 101, enhet: procent}  # <-
          - {vad: otrygga, värde: -1, enhet: "%"}  # <-
          - vad: otrygga
            enhet: procent
            uppdelning: {flickor: 101, pojkar: 40}  # <-
        mål:
          - id: M1
            indikator:
              mått: andel otrygga
              enhet: procent
              baslinje: {värde: 101}  # <-
              målnivå: {värde: 7, svarsfrekvens: 101}  # <-
        mätvärden:
          - {mål: M1, värde: 101}  # <-
          - {mål: M1, värde: 7, svarsfrekvens: -1}  # <-

    Källa: Filformatet samverkan 1
    """
    dossier = case.dossier
    judged_elsewhere = {party.id for party in principals(dossier)}
    for node in dossier.nodes:
        if isinstance(node, CoordinationFunction) and node.time is not None and node.time.percent is not None:
            none = not node.time.percent and node.party not in judged_elsewhere
            if none or not 0 <= node.time.percent <= 100:
                yield _wrong(node.time.percent, node.time.at("percent"), "en del av en heltid")
        elif isinstance(node, Value | Measurement) and node.response_rate is not None and not 0 <= node.response_rate <= 100:
            yield _wrong(node.response_rate, node.at("response_rate"), "en svarsfrekvens")
    for value, place in _shares(dossier):
        if not 0 <= value <= 100:
            yield _wrong(value, place, "en andel")


def _wrong(value: float, place: Place, what: str) -> Finding:
    return Finding(
        f"{what} kan inte vara {number(value)} procent",
        place,
        "Rätta talet: en andel är från 0 till 100 procent." if value else "Skriv hur mycket tid som är avsatt, eller ta bort nyckeln.",
    )


def _shares(dossier: Dossier) -> Iterator[tuple[float, Place]]:
    """The values that are shares in percent."""
    named = {goal.id: goal for goal in dossier.goals if _is_in_percent(goal)}
    for goal in dossier.goals:
        indicator = goal.indicator
        if indicator is not None and _is_in_percent(goal):
            for value in (indicator.baseline, indicator.target):
                yield from _values(value) if value is not None else ()
    for measurement in dossier.measurements:
        if measurement.goal in named:
            yield from _values(measurement)
    for node in dossier.nodes:
        if isinstance(node, Statistic) and is_share(node.unit, node.what) and _says_percent(node.unit):
            yield from _values(node)


def _is_in_percent(goal: Goal) -> bool:
    indicator = goal.indicator
    return indicator is not None and _says_percent(indicator.unit) and is_share(indicator.unit, indicator.measure, goal.wording)


def _says_percent(unit: str | None) -> bool:
    return unit is not None and unit.strip().casefold() in ("procent", "%")


def _values(node: Value | Measurement | Statistic) -> Iterator[tuple[float, Place]]:
    if node.value is not None:
        yield node.value, node.at("value")
    for group, value in (node.split or {}).items():
        yield value, node.at("split") / group
