"""SK10."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level, Place
from samverkan_cli.models.goals import Goal, Value
from samverkan_cli.models.keys import display_name
from samverkan_cli.rules._queries import first_document
from samverkan_cli.swedish import listing


@rule("SK10", "mätbara-mål", Level.ERROR, step=4, also_serves=("SH03",))
def every_action_has_a_measurable_goal(case: Case) -> Verdicts:
    """Varje åtgärd bidrar till ett mål som går att mäta

    Ett mål utan mått, källa, utgångsläge och slutnivå går inte att följa upp; då vet ingen om åtgärderna hjälpte (checklistan, punkt 10).

    Måttet säger vad som mäts, källan var värdet hämtas, baslinjen värdet och dagen innan ni börjar, målnivån värdet och dagen ni siktar på.
    Att åtgärden verkligen påverkar målet får människor bedöma.

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

    Underkänns:

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

    Källa: Länsstyrelsen Skåne m.fl., checklistan 2019, punkt 10; Brå, Samverkanshandboken, steg 4
    """
    dossier = case.dossier
    if not dossier.goals:
        if dossier.actions:
            yield Finding(
                "det finns inga mål",
                first_document(dossier, "åtgärdsplan").at("goals"),
                "Skriv minst ett mål för varje prioriterat problem.",
                suggestion="mål:\n  - id: M1\n    lydelse: …\n    indikator: {mått: …, källa: …, baslinje: {värde: …, datum: …}, målnivå: {värde: …, datum: …}}",
                cured_by=frozenset({"mål", *(id for action in dossier.actions for id in action.contributes_to_goals)}),
            )
        return
    for goal in dossier.goals:
        missing = _lacks(goal)
        if not missing:
            yield Evidence(goal.at("indicator"))
            continue
        words = listing(word for word, _ in missing)
        later = f", och ska tas fram senast {goal.promise.latest}" if goal.promise and goal.promise.latest else ""
        yield Finding(
            f"{display_name(goal)} går inte att följa upp: {words} saknas{later}",
            missing[0][1],
            f"Skriv {words} under indikator. Finns ingen mätning: mät innan åtgärderna börjar.",
            suggestion=_block(goal, [word for word, _ in missing]),
            progress=f"{goal.id or 'ett mål'} saknar {words}",
        )
    for action in dossier.actions:
        if not action.contributes_to_goals:
            yield Finding(
                f"{display_name(action)} säger inte vilket mål den bidrar till",
                action.at("contributes_to_goals"),
                f"Skriv  bidrar_till_mål: […]  under {action.id or 'åtgärden'}.",
                progress=f"{action.id or 'en åtgärd'} saknar mål",
            )
        elif dossier.graph.goals_named(action.contributes_to_goals):
            yield Evidence(action.at("contributes_to_goals"))


def _lacks(goal: Goal) -> list[tuple[str, Place]]:
    indicator = goal.indicator
    lacks = []
    if indicator is None or not indicator.measure:
        lacks.append(("mått", goal.at("indicator", "measure")))
    if indicator is None or not indicator.source:
        lacks.append(("källa", goal.at("indicator", "source")))
    for name, word in (("baseline", "baslinje"), ("target", "målnivå")):
        value: Value | None = getattr(indicator, name) if indicator else None
        if value is None or (value.value is None and value.date is None):
            lacks.append((word, goal.at("indicator", name)))
        elif value.value is None:
            lacks.append((f"{word}ns värde", goal.at("indicator", name, "value")))
        elif value.date is None:
            lacks.append((f"{word}ns datum", goal.at("indicator", name, "date")))
    return lacks


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
