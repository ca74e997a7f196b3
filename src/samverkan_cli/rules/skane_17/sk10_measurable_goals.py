"""SK10."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Item, Level, Place, Unjudged
from samverkan_cli.models.goals import Goal, Value
from samverkan_cli.models.keys import display_name
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.rules._elsewhere import absent_plans, why_unread, why_unseen
from samverkan_cli.rules._presence import says, unfaulted
from samverkan_cli.rules._queries import first_document
from samverkan_cli.swedish import listing


@rule("SK10", "mätbara-mål", Level.ERROR, step=4)
def every_action_has_a_measurable_goal(case: Case) -> Verdicts:
    """Varje åtgärd bidrar till ett mål som går att mäta

    Ett mål utan mått, källa, utgångsläge och slutnivå går inte att följa upp; då vet ingen om åtgärderna hjälpte (checklistan, punkt 10).

    Måttet säger vad som mäts, källan var värdet hämtas, baslinjen värdet och dagen innan ni börjar, målnivån värdet och dagen ni siktar på.
    Ett mål som räknar det ni själva gör (`typ: produktion`) börjar på noll och behöver ingen baslinje; om något är klart en viss dag
    (`typ: process`) räcker dagen. Ett mål med bara en lydelse är formulerat men går inte att mäta, och mål utan åtgärder är hälften av svaret. Att åtgärden verkligen påverkar målet får
    människor bedöma.

    Godkänns:

        mål:
          - id: M1
            lydelse: Färre elever utsätts för rån
            indikator:
              mått: andel elever i årskurs 8 som utsatts för rån
              källa: kommunens elevenkät
              baslinje: {värde: 9, datum: 2018-03-15}
              målnivå: {värde: 7, datum: 2020-03-15}
        åtgärder:
          - {id: Å1.1, bidrar_till_mål: [M1]}

    Godkänns:

        mål:
          - {id: M1, typ: produktion, indikator: {mått: antal pass, källa: loggen, målnivå: {värde: 120, datum: 2019-12-13}}}
          - {id: M2, typ: process, indikator: {mått: rutinen är antagen, källa: protokollet, målnivå: {datum: 2019-06-30}}}
        åtgärder: [{id: Å1, bidrar_till_mål: [M1, M2]}]

    Underkänns:

        # bedömning: delvis
        åtgärder:  # <-
        mål:
          - {id: M1, typ: produktion, indikator: {mått: antal pass, källa: loggen, målnivå: {värde: 120, datum: 2019-12-13}}}

    Underkänns:

        # bedömning: delvis
        mål:
          - id: M1
            lydelse: Färre elever utsätts för rån
            indikator:  # <-
              mått: andel elever i årskurs 8 som utsatts för rån
              målnivå: {värde: 7, datum: 2020-03-15}
        åtgärder:
          - {id: Å1.1, bidrar_till_mål: [M1]}
          - {id: Å1.2, vad: Klasspass}  # <-

    Underkänns:

        mål:
          - id: M1
            indikator:  # <-
              källa: kommunens elevenkät
              baslinje: {värde: 9, datum: 2018-03-15}
              målnivå: {värde: 7, datum: 2020-03-15}
          - id: M2
            indikator:  # <-
              mått: andel elever i årskurs 8 som utsatts för rån
              baslinje: {värde: 9, datum: 2018-03-15}
              målnivå: {värde: 7, datum: 2020-03-15}
        åtgärder: [{id: Å1, bidrar_till_mål: [M1, M2]}]

    Underkänns:

        # bedömning: saknas
        mål:
          - id: M1  # <-
        åtgärder:
          - {id: Å1}  # <-

    Underkänns:

        # bedömning: delvis
        mål:
          - id: M1  # <-
            lydelse: Färre elever utsätts för rån
        åtgärder: [{id: Å1, bidrar_till_mål: [M1]}]

    Underkänns:

        # bedömning: delvis
        mål:
          - id: M1
            indikator:  # <-
              mått: andel elever i årskurs 8 som utsatts för rån
          - id: M2
            typ: process
            indikator:  # <-
              mått: rutinen är antagen
              källa: protokollet
          - id: M3
            typ: produktion
            indikator:
              mått: antal pass
              källa: loggen
              målnivå: {värde: 120}  # <-
        åtgärder: [{id: Å1, bidrar_till_mål: [M1, M2, M3]}]

    Underkänns:

        # bedömning: delvis
        mål:
          - id: M1
            indikator:  # <-
              mått: andel elever i årskurs 8 som utsatts för rån
        åtgärder:
          - {id: Å1}  # <-

    Källa: Länsstyrelsen Skåne m.fl., checklistan 2019, punkt 10; Brå, Samverkanshandboken, steg 4
    """
    dossier = case.dossier
    if not dossier.goals:
        yield _no_goals(dossier)
        return
    for goal in dossier.goals:
        missing = _lacks(goal)
        if says(goal.wording) or len(missing) < _ASKED:
            yield Evidence(goal.at("indicator") if not missing else goal.here)
        if missing:
            missing = unfaulted(dossier, missing)
            words = listing(word for word, _ in missing)
            later = f", och ska tas fram senast {goal.promise.latest}" if goal.promise and goal.promise.latest else ""
            yield Finding(
                f"{display_name(goal)} går inte att följa upp: {words} saknas{later}",
                missing[0][1],
                f"Skriv {words} under indikator. Finns ingen mätning: mät innan åtgärderna börjar.",
                suggestion=_block(goal, [word for word, _ in missing]),
                progress=f"{goal.id or 'ett mål'} saknar {words}",
                items=tuple(Item(word) for word, _ in missing),
            )
    if absent := absent_plans(dossier):
        yield Unjudged(why_unread(absent))
    elif not dossier.actions and not dossier.pledges:
        yield Finding(
            "det finns mål men inga åtgärder som ska nå dem",
            first_document(dossier, "åtgärdsplan").at("actions"),
            "Skriv åtgärderna, och vilka mål var och en bidrar till.",
            cured_by=frozenset({"åtgärder"}),
            superseded_by=("SK08",),
            progress="inga åtgärder",
        )
    for action in dossier.actions:
        if dossier.graph.goals_named(action.contributes_to_goals):
            yield Evidence(action.at("contributes_to_goals"))
        elif action.contributes_to_goals:
            ids = listing(action.contributes_to_goals)
            yield Finding(
                f"{display_name(action)} bidrar till {ids}, som inte finns bland målen",
                action.at("contributes_to_goals"),
                "Rätta id:t, eller skriv målet.",
                cured_by=frozenset(action.contributes_to_goals),
                superseded_by=("KED01",),
                progress=f"{action.id or 'en åtgärd'}: målet {ids} finns inte",
            )
        else:
            yield Finding(
                f"{display_name(action)} säger inte vilket mål den bidrar till",
                action.at("contributes_to_goals"),
                f"Skriv  bidrar_till_mål: […]  under {action.id or 'åtgärden'}.",
                progress=f"{action.id or 'en åtgärd'} saknar mål",
            )


def _no_goals(dossier: Dossier) -> Finding | Unjudged:
    if absent := absent_plans(dossier):
        return Unjudged(why_unread(absent) if dossier.actions else why_unseen(absent))
    without_actions = frozenset({"åtgärder"} if not dossier.actions else ())
    return Finding(
        "det finns inga mål",
        first_document(dossier, "åtgärdsplan").at("goals"),
        "Skriv minst ett mål för varje prioriterat problem.",
        suggestion="mål:\n  - id: M1\n    lydelse: …\n    indikator: {mått: …, källa: …, baslinje: {värde: …, datum: …}, målnivå: {värde: …, datum: …}}",
        cured_by=frozenset({"mål", *(id for action in dossier.actions for id in action.contributes_to_goals)}) | without_actions,
        superseded_by=("SK08",) if without_actions else (),
    )


_ASKED = 4
"""Measure, source, baseline and target."""


def _lacks(goal: Goal) -> list[tuple[str, Place]]:
    """What it takes to follow up a goal. What counts what you do yourselves begins at nothing, and yes or no by a certain day needs no figure."""
    indicator = goal.indicator
    lacks = []
    if indicator is None or not says(indicator.measure):
        lacks.append(("mått", goal.at("indicator", "measure")))
    if indicator is None or not says(indicator.source):
        lacks.append(("källa", goal.at("indicator", "source")))
    if goal.type not in ("produktion", "process"):
        lacks += _lacking_value(goal, indicator.baseline if indicator else None, "baseline", "baslinje")
    target = indicator.target if indicator else None
    if goal.type != "process" or target is None or target.date is None:
        lacks += _lacking_value(goal, target, "target", "målnivå")
    return lacks


def _lacking_value(goal: Goal, value: Value | None, name: str, word: str) -> list[tuple[str, Place]]:
    if value is None or (value.value is None and value.date is None):
        return [(word, goal.at("indicator", name))]
    if value.value is None:
        return [(f"{word}ns värde", goal.at("indicator", name, "value"))]
    if value.date is None:
        return [(f"{word}ns datum", goal.at("indicator", name, "date"))]
    return []


_KEYS = {
    "mått": "mått: …",
    "källa": "källa: …",
    "baslinje": "baslinje: {värde: …, datum: …}",
    "målnivå": "målnivå: {värde: …, datum: …}",
}


def _block(goal: Goal, missing: list[str]) -> str:
    """What to paste: the keys that are missing, with the one above them if that is missing too."""
    rows = [_KEYS[word] for word in missing if word in _KEYS]
    if goal.indicator is None:
        rows = ["indikator:", *(f"  {row}" for row in rows)]
    return "\n".join(rows) if len(rows) >= len(missing) else ""
