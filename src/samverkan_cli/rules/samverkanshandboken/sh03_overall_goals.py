"""SH03."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Item, Level, Place, Unjudged
from samverkan_cli.models.goals import Goal
from samverkan_cli.models.keys import display_name
from samverkan_cli.rules._elsewhere import listed_elsewhere, why_unseen
from samverkan_cli.rules._presence import says, unfaulted
from samverkan_cli.rules._queries import first_document
from samverkan_cli.swedish import listing


@rule("SH03", "avgränsade-mätbara-mål", Level.ERROR, step=3)
def overall_goals_have_a_measure(case: Case) -> Verdicts:
    """De övergripande målen säger vad som ska nås och hur det mäts

    Redan när överenskommelsen skrivs under ska det framgå vad som ska bli annorlunda och hur det märks (handboken, steg 3).

    Övergripande är de mål som inte är delmål till något annat. Vart och ett säger vad det är (`lydelse`), vad som mäts (`mått`) och hur långt ni vill
    nå (`målnivå`, med värde eller dag). Källa och baslinje prövas av SK10 när planerna finns. Står planerna någon annanstans går det inte
    att bedöma.

    Godkänns:

        mål:
          - id: M1
            lydelse: Färre elever utsätts för rån
            indikator: {mått: andel elever i årskurs 8 som utsatts för rån, målnivå: {värde: 7}}
          - {id: M1.1, delmål_till: M1, lydelse: Fyra pass i veckan}

    Godkänns:

        mål: [{id: M1, typ: process, lydelse: En gemensam rutin, indikator: {mått: rutinen är antagen, målnivå: {datum: 2019-06-30}}}]

    Underkänns:

        mål:
          - {id: M1, lydelse: Färre elever utsätts för rån}  # <-
          - id: M2
            lydelse: Färre kör för fort
            indikator: {mått: andel fordon över 30 km/h}  # <-
          - {id: M3, indikator: {mått: antal pass, målnivå: {värde: 120}}}  # <-

    Underkänns:

        titel: Överenskommelse 2019–2020
        mål:  # <-

    Källa: Brå, Polisen och SKR, Teckna samverkansöverenskommelse
    """
    dossier = case.dossier
    overall = [goal for goal in dossier.goals if not goal.partial_goal_of]
    if not overall and (elsewhere := listed_elsewhere(dossier, "åtgärdsplan")):
        yield Unjudged(why_unseen(elsewhere))
        return
    if not overall:
        yield Finding(
            "överenskommelsen har inga övergripande mål",
            first_document(dossier).at("goals"),
            "Skriv ett mål för varje problem: vad som ska bli annorlunda, vad som mäts och hur långt ni vill nå.",
            suggestion="mål:\n  - id: M1\n    typ: effekt\n    gäller_problem: [P1]\n    lydelse: …\n    indikator: {mått: …, målnivå: {värde: …, datum: …}}",
            cured_by=frozenset({"mål"}),
            superseded_by=("SK10",),
        )
    for goal in overall:
        asked = _asked(goal)
        missing = [(word, place) for there, word, place in asked if not there]
        if any(there for there, _, _ in asked):
            yield Evidence(goal.here if missing else goal.at("indicator", "measure"))
        if missing:
            missing = unfaulted(dossier, missing)
            words = listing(word for word, _ in missing)
            yield Finding(
                f"{display_name(goal)} är inte avgränsat och mätbart: {words} saknas",
                missing[0][1],
                f"Skriv {words}.",
                suggestion="indikator: {mått: …, målnivå: {värde: …, datum: …}}" if goal.indicator is None else "",
                superseded_by=("SK10",),
                progress=f"{goal.id or 'ett mål'} saknar {words}",
                items=tuple(Item(word) for word, _ in missing),
            )


def _asked(goal: Goal) -> tuple[tuple[bool, str, Place], ...]:
    """Wording, measure and target: whether each is said, what it is called, and where it belongs."""
    measure = goal.indicator.measure if goal.indicator else None
    target = goal.indicator.target if goal.indicator else None
    return (
        (says(goal.wording), "lydelse", goal.at("wording")),
        (says(measure), "mått", goal.at("indicator", "measure")),
        (target is not None and (target.value is not None or target.date is not None), "målnivå", goal.at("indicator", "target")),
    )
