"""SK09."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level, Place, Unjudged
from samverkan_cli.models.actions import Action
from samverkan_cli.models.keys import display_name
from samverkan_cli.models.problems import Cause
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.rules._elsewhere import absent_plans, listed_elsewhere, told_elsewhere, why_unread, why_unseen
from samverkan_cli.rules._queries import first_document


@rule("SK09", "koppling-orsak-åtgärd", Level.ERROR, step=4)
def every_action_meets_a_cause(case: Case) -> Verdicts:
    """Varje åtgärd möter en orsak, och varje orsak möts

    Det ska gå att se vilken orsak en åtgärd påverkar (checklistan, punkt 9).

    Är ingen orsak utredd kan en åtgärd säga vilket problem den gäller. Att åtgärd och problem har samma fokusområde visar en del av kopplingen,
    inte hela. En åtgärd mot en orsak som ligger bakom en annan möter också den. En orsak till ett prioriterat problem som ingen åtgärd möter är
    antingen ett hål i planen eller ett val; är det ett val skriver ni skälet under `möts_inte`. Står planen någon annanstans går det inte att bedöma.

    Godkänns:

        problem: [{id: P1, prioritet: 1}]
        orsaker:
          - {id: O1.1, gäller_problem: [P1], orsak: Unga är vid stationen utan vuxna}
          - {id: O1.2, gäller_problem: [P1], orsak: Dålig sikt, möts_inte: Stationen byggs om nästa år.}
          - {id: O1.1.1, ligger_bakom: [O1.1], orsak: Fritidsgården stänger klockan 17}
        åtgärder:
          - {id: Å1.1, möter_orsaker: [O1.1.1]}

    Godkänns:

        problem: [{id: P1, prioritet: 1}]
        åtgärder:
          - {id: Å1.1, gäller_problem: [P1]}

    Underkänns:

        problem: [{id: P1, prioritet: 1}]
        orsaker:
          - {id: O1.1, gäller_problem: [P1], orsak: Få vuxna vid stationen}
          - {id: O1.2, gäller_problem: [P1], orsak: Dålig sikt}  # <-
        åtgärder:
          - {id: Å1.1, möter_orsaker: [O1.1]}

    Underkänns:

        problem: [{id: P1, prioritet: 1}]
        orsaker:
          - {id: O1.1, gäller_problem: [P1], orsak: Få vuxna vid stationen}
        åtgärder:
          - id: Å1.1  # <-
            vad: Vuxna på plats

    Underkänns:

        problem: [{id: P1, prioritet: 1}]
        åtgärder:
          - id: Å1.1  # <-
            vad: Vuxna på plats

    Källa: Länsstyrelsen Skåne m.fl., checklistan 2019, punkt 9; Brå, Välj åtgärder som påverkar orsakerna
    """
    dossier = case.dossier
    if not dossier.actions:
        yield _nothing_to_meet_with(dossier)
        return
    unmet = _unmet(dossier)
    explained: set[str | None] = set()
    for action in dossier.actions:
        known = dossier.graph.causes_named(action.meets_causes)
        if known or dossier.graph.problems_named(action.applies_to_problems):
            yield Evidence(action.at("meets_causes" if known else "applies_to_problems"))
            continue
        if any(dossier.may_stand_elsewhere(id, Cause) for id in action.meets_causes):
            yield Evidence(action.at("meets_causes"), declared=True)
            continue
        if action.meets_causes and (pictures := told_elsewhere(dossier, Cause)):
            yield Unjudged(why_unseen(pictures))
            continue
        near = [cause for cause in unmet if _same_area(dossier, action, cause)]
        explained.update(cause.id for cause in near)
        areas = dossier.graph.focus_areas_of(action)
        if any(areas & set(problem.applies_to_focus_areas) for problem in dossier.problems):
            yield Evidence(action.at("applies_to_focus_areas") if action.applies_to_focus_areas else action.here)
        yield _unconnected(action, near, bool(dossier.causes))
    wanted = {problem.id for problem in dossier.prioritised}
    for cause in dossier.causes:
        if cause.not_met and wanted.intersection(cause.applies_to_problems):
            yield Evidence(cause.at("not_met"))
    if absent := absent_plans(dossier):
        yield Unjudged(why_unread(absent))
        return
    for cause in unmet:
        if cause.id in explained:
            continue
        problem = next((id for id in cause.applies_to_problems if id in wanted), "")
        yield Finding(
            f"ingen åtgärd möter {display_name(cause)}, trots att problemet {problem} är prioriterat",
            cause.here,
            "Koppla en åtgärd till orsaken, lägg till en åtgärd, eller skriv under möts_inte varför ni låter den vara.",
            label="den här orsaken",
            cured_by=frozenset({"åtgärder", "möter_orsaker"}),
            progress=f"{cause.id} möts inte",
        )


def _nothing_to_meet_with(dossier: Dossier) -> Finding | Unjudged:
    if elsewhere := listed_elsewhere(dossier, "åtgärdsplan"):
        return Unjudged(why_unseen(elsewhere))
    return Finding(
        "det finns inga åtgärder som kan möta orsakerna",
        first_document(dossier, "åtgärdsplan").at("actions"),
        "Skriv åtgärderna, och vilka orsaker var och en ska påverka.",
        cured_by=frozenset({"åtgärder"}),
        superseded_by=("SK08",),
    )


def _unconnected(action: Action, near: list[Cause], causes: bool) -> Finding:
    """An action that does not say what it is to change; one that names what does not exist is told of it by KED01."""
    name = action.id or "åtgärden"
    if not causes:
        return Finding(
            f"{display_name(action)} säger inte vilken orsak eller vilket problem den ska påverka",
            action.at("meets_causes"),
            f"Skriv orsakerna under orsaker, och  möter_orsaker: […]  under {name}. Är ingen orsak utredd skriver ni  gäller_problem: […].",
            label="den här åtgärden",
            cured_by=frozenset({"orsaker"}),
            progress=f"{action.id or 'en åtgärd'} säger inte vilket problem",
        )
    proposal = near[0].id if near else "…"
    return Finding(
        f"{display_name(action)} säger inte vilken orsak den ska påverka",
        action.at("meets_causes"),
        f"Skriv  möter_orsaker: [{proposal}]  under {name}, om de hör ihop. Passar ingen orsak hör åtgärden kanske inte hemma här.",
        label="den här åtgärden",
        related=tuple(_open(cause) for cause in near),
        cured_by=frozenset(action.meets_causes),
        superseded_by=("KED01",) if action.meets_causes else (),
        progress=f"{action.id or 'en åtgärd'} säger inte vilken orsak",
    )


def _unmet(dossier: Dossier) -> list[Cause]:
    """The causes of prioritised problems that no action meets, neither them nor a cause that lies behind them."""
    wanted = {problem.id for problem in dossier.prioritised}
    met = {cause.id for cause in dossier.causes if dossier.graph.actions_meeting(cause.id)}
    behind = {cause.id: cause.lies_behind for cause in dossier.causes}
    queue = list(met)
    for id in queue:
        more = [one for one in behind.get(id, ()) if one not in met]
        met.update(more)
        queue += more
    return [
        cause for cause in dossier.causes if cause.id not in met and not cause.not_met and wanted.intersection(cause.applies_to_problems)
    ]


def _open(cause: Cause) -> tuple[Place, str]:
    return cause.here, f"orsaken {cause.id} (problem {', '.join(cause.applies_to_problems)}) möts ännu av ingen åtgärd"


def _same_area(dossier: Dossier, action: Action, cause: Cause) -> bool:
    """Whether an action may be the one that meets a cause: they have a focus area in common, or one of them has none."""
    areas = dossier.graph.focus_areas_of(action)
    causes = dossier.graph.areas_of_problems(cause.applies_to_problems)
    return not areas or not causes or bool(areas & causes)
