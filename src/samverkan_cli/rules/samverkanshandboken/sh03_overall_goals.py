"""SH03."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level
from samverkan_cli.models.keys import display_name


@rule("SH03", "avgränsade-mätbara-mål", Level.ERROR, step=3)
def overall_goals_have_a_measure(case: Case) -> Verdicts:
    """De övergripande målen säger vad som mäts

    Redan när överenskommelsen skrivs under ska det framgå vad som ska bli annorlunda och hur det märks (handboken, steg 3).

    Övergripande är de mål som inte är delmål till något annat. Källa, baslinje och målnivå prövas av SK10 när planerna finns.

    Godkänns:

        mål:
          - id: M1
            lydelse: Färre elever utsätts för rån
            indikator:
              mått: andel elever i årskurs 8 som utsatts för rån
              källa: kommunens elevenkät
              baslinje: {värde: 9, datum: 2018-03-15}
              målnivå: {värde: 7, datum: 2020-03-15}

    Underkänns:

        mål:
          - {id: M1, lydelse: Färre elever utsätts för rån}  # <-
          - {id: M1.1, delmål_till: M1, lydelse: Fyra pass i veckan}

    Källa: Brå, Polisen och SKR, Teckna samverkansöverenskommelse
    """
    dossier = case.dossier
    overall = [goal for goal in dossier.goals if not goal.partial_goal_of]
    if not overall:
        yield Finding(
            "överenskommelsen har inga övergripande mål",
            dossier.agreement.at("goals"),
            "Skriv ett mål för varje problem: vad som ska bli annorlunda och vad som mäts.",
            suggestion="mål:\n  - id: M1\n    typ: effekt\n    gäller_problem: [P1]\n    lydelse: …\n    indikator: {mått: …}",
            cured_by=frozenset({"mål"}),
            superseded_by=("SK10",),
        )
    for goal in overall:
        if goal.indicator is not None and goal.indicator.measure:
            yield Evidence(goal.at("indicator", "measure"))
        else:
            yield Finding(
                f"{display_name(goal)} säger inte vad som mäts",
                goal.at("indicator", "measure"),
                "Skriv måttet under indikator.",
                suggestion="indikator: {mått: …}" if goal.indicator is None else "",
                superseded_by=("SK10",),
                progress=f"{goal.id or 'ett mål'} saknar mått",
            )
