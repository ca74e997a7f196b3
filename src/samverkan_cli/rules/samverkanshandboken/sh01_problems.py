"""SH01."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Item, Level, Unjudged
from samverkan_cli.rules._elsewhere import listed_elsewhere, why_unseen
from samverkan_cli.rules._presence import says
from samverkan_cli.rules._queries import first_document, is_described
from samverkan_cli.rules._vocabulary import PROBLEMS
from samverkan_cli.swedish import listing


@rule("SH01", "problem-i-fokus", Level.WARNING, step=3, words=(PROBLEMS,))
def the_problems_are_described(case: Case) -> Verdicts:
    """Det står vilka problem samverkan handlar om

    Överenskommelsen ska säga vilka problem ni har valt att arbeta mot tillsammans (handboken, Vad ska stå i överenskommelsen).

    Varje problem säger i ord vad det är: `namn`, `omfattning` eller `karaktär`. Ett avsnitt med ordet problem i rubriken räknas också.
    Ett fokusområde säger var ni vill göra något men inte vad som är problemet, så bara områden är en del av svaret. Står problembilden någon
    annanstans går det inte att bedöma.

    Godkänns:

        problem: [{id: P1, namn: Unga rånar unga kring stationen}]

    Godkänns:

        avsnitt: [{rubrik: Problem i fokus, text: Unga rånar unga kring stationen.}]

    Underkänns:

        fokusområden:
          - {id: F1, namn: Ungdomskriminalitet}
        problem:  # <-

    Underkänns:

        problem:
          - {id: P1, namn: Unga rånar unga kring stationen}
          - {id: P2, prioritet: 2}  # <-

    Källa: Brå, Polisen och SKR, Teckna samverkansöverenskommelse
    """
    dossier = case.dossier
    described = [problem for problem in dossier.problems if is_described(problem)]
    told = [one for document in dossier.documents for one in document.sections if PROBLEMS.found_in(one.heading) and says(one.text)]
    yield from (Evidence(problem.here) for problem in described)
    yield from (Evidence(section.here) for section in told)
    if described or told:
        empty = [problem for problem in dossier.problems if not is_described(problem)]
        if empty:
            names = listing(problem.id or "ett utan id" for problem in empty)
            yield Finding(
                f"det står inte vad {names} är för problem",
                empty[0].here,
                "Skriv under namn vad problemet är.",
                progress=f"{names} säger inte vad det är",
                items=tuple(Item("beskrivning", problem.id or "") for problem in empty),
            )
        return
    areas = [area for area in dossier.focus_areas if says(area.name)]
    yield from (Evidence(area.here) for area in areas)
    if elsewhere := listed_elsewhere(dossier, "problembild"):
        yield Unjudged(why_unseen(elsewhere))
        return
    yield Finding(
        "områdena är sagda, men inte vilka problem det är" if areas else "det står inte vilka problem samverkan handlar om",
        first_document(dossier, "problembild").at("problems"),
        "Skriv problemen under problem, med en mening om vart och ett.",
        suggestion="problem:\n  - id: P1\n    prioritet: 1\n    namn: …",
        cured_by=frozenset({"problem", "problembild"}),
        superseded_by=("SK05",),
        progress="bara områden" if areas else "",
    )
