"""KED13."""

from collections.abc import Iterator

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level
from samverkan_cli.models.base import Node
from samverkan_cli.models.keys import by_name, display_name
from samverkan_cli.project.dossier import Dossier


@rule("KED13", "hänger-löst", Level.WARNING)
def everything_belongs_somewhere(case: Case) -> Verdicts:
    """Problem, orsaker, mål, löften och uppföljningar säger vad de hör till

    Det som inte hör till något annat går inte att följa bakåt: ingen ser varför det finns.

    Ett problem hör till ett fokusområde, en orsak till ett problem eller till den orsak som den ligger bakom, ett mål till ett problem eller ett större mål, ett löfte till en
    åtgärd, en uppföljning av effekt till ett mål, och annan uppföljning till det som följs upp (utom arbetssättet, `typ: process`). Regeln frågar bara när det finns
    något att höra till. Åtgärder prövas av SK09 och SK10.

    Godkänns:

        problem: [{id: P1}]
        orsaker: [{id: O1.1, gäller_problem: [P1]}, {id: O1.2, ligger_bakom: [O1.1]}]
        mål: [{id: M1, gäller_problem: [P1]}, {id: M1.1, delmål_till: M1}]

    Godkänns:

        mål: [{id: M1}]
        åtgärder: [{id: Å1.1, uppföljning: [{vad: antal pass}]}]
        uppföljning:
          - {typ: effekt, gäller_mål: [M1], vad: otryggheten}
          - {typ: process, vad: hur mötena fungerar}

    Godkänns:

        åtgärder: [{id: Å1.1}]
        uppföljning: [{vad: antal pass}]

    Underkänns:

        problem: [{id: P1}]
        orsaker:
          - {id: O1.1, orsak: Få vuxna vid stationen}  # <-
        mål:
          - {id: M1, lydelse: Färre rån}  # <-
          - {id: M1.1, delmål_till: M1}

    Underkänns:

        mål: [{id: M1}]
        åtgärder: [{id: Å1.1, uppföljning: [{vad: antal pass}]}]
        uppföljning:
          - {typ: effekt, vad: otryggheten}  # <-
          - {vad: hur mötena fungerar}  # <-

    Underkänns:

        fokusområden: [{id: F1}]
        problem:
          - {id: P1, gäller_fokusområden: [F1]}
          - {id: P2}  # <-
        åtgärder: [{id: Å1.1}]
        löften:
          - {id: L1, gäller_åtgärder: [Å1.1]}
          - {id: L2}  # <-

    Källa: Brå, Upprätta åtgärdsplan: kedjan från problem till uppföljning
    """
    for node, name, what in _loose(case.dossier):
        yield Finding(
            f"{display_name(node)} säger inte {what}",
            node.at(name),
            f"Skriv  {by_name(type(node))[name].key}: […]",
            progress=f"{getattr(node, 'id', None) or 'en post'} hänger löst",
        )


def _all_followed_up(dossier: Dossier) -> bool:
    """Whether every action is followed up all the same; otherwise SK13 says what the loose follow-up leaves behind."""
    return bool(dossier.actions) and all(dossier.graph.follow_ups_of(action) for action in dossier.actions)


def _loose(dossier: Dossier) -> Iterator[tuple[Node, str, str]]:
    """What belongs nowhere, the key that is missing, and what it should say."""
    for problem in dossier.problems:
        if dossier.focus_areas and not problem.applies_to_focus_areas:
            yield problem, "applies_to_focus_areas", "vilket fokusområde det hör till"
    for cause in dossier.causes:
        if dossier.problems and not (cause.applies_to_problems or cause.lies_behind):
            yield cause, "applies_to_problems", "vilket problem den förklarar"
    for goal in dossier.goals:
        if dossier.problems and not (goal.applies_to_problems or goal.partial_goal_of):
            yield goal, "applies_to_problems", "vilket problem det gäller"
    for pledge in dossier.pledges:
        if dossier.actions and not pledge.applies_to_actions:
            yield pledge, "applies_to_actions", "vilken åtgärd det bygger på"
    all_followed_up = _all_followed_up(dossier)
    for item in dossier.all(lambda document: document.follow_ups):
        named = item.applies_to_actions or item.applies_to_goals or item.applies_to_pledges or item.applies_to_focus_areas
        if item.type == "effekt" and dossier.goals and not item.applies_to_goals:
            yield item, "applies_to_goals", "vilket mål som följs upp"
        elif not named and item.type != "process" and all_followed_up:
            yield item, "applies_to_actions", "vad som följs upp"
