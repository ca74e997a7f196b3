"""SK09."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level, Place
from samverkan_cli.models.actions import Action
from samverkan_cli.models.keys import display_name
from samverkan_cli.models.problems import Cause
from samverkan_cli.project.dossier import Dossier


@rule("SK09", "koppling-orsak-åtgärd", Level.ERROR, step=4)
def every_action_meets_a_cause(case: Case) -> Verdicts:
    """Varje åtgärd möter en orsak, och varje orsak möts

    Det ska gå att se vilken orsak en åtgärd påverkar (checklistan, punkt 9).

    En orsak till ett prioriterat problem som ingen åtgärd möter är antingen ett hål i planen eller ett val. Är det ett val skriver ni
    skälet under `möts_inte`.

    Godkänns:

        problem: [{id: P1, prioritet: 1}]
        orsaker:
          - {id: O1.1, gäller_problem: [P1], orsak: Få vuxna vid stationen}
          - {id: O1.2, gäller_problem: [P1], orsak: Dålig sikt, möts_inte: Stationen byggs om nästa år.}
        åtgärder:
          - {id: Å1.1, möter_orsaker: [O1.1]}

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

    Källa: Länsstyrelsen Skåne m.fl., checklistan 2019, punkt 9; Brå, Välj åtgärder som påverkar orsakerna
    """
    dossier = case.dossier
    if not dossier.actions or (dossier.is_agreement and not dossier.causes):
        return
    graph = dossier.graph
    wanted = {problem.id for problem in dossier.prioritised}
    unmet = [
        cause
        for cause in dossier.causes
        if not graph.actions_meeting(cause.id) and not cause.not_met and wanted.intersection(cause.applies_to_problems)
    ]
    explained: set[str | None] = set()
    for action in dossier.actions:
        if graph.causes_named(action.meets_causes) or any(dossier.may_stand_elsewhere(id, Cause) for id in action.meets_causes):
            yield Evidence(action.at("meets_causes"))
            continue
        near = [cause for cause in unmet if _same_area(dossier, action, cause)]
        explained.update(cause.id for cause in near)
        if not action.meets_causes:
            proposal = near[0].id if near else "…"
            yield Finding(
                f"{display_name(action)} säger inte vilken orsak den ska påverka",
                action.at("meets_causes"),
                f"Skriv  möter_orsaker: [{proposal}]  under {action.id or 'åtgärden'}, om de hör ihop. Passar ingen orsak hör åtgärden kanske inte hemma här.",
                label="den här åtgärden",
                related=tuple(_open(cause) for cause in near),
                progress=f"{action.id or 'en åtgärd'} säger inte vilken orsak",
            )
    for cause in dossier.causes:
        if cause.not_met and wanted.intersection(cause.applies_to_problems):
            yield Evidence(cause.at("not_met"))
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


def _open(cause: Cause) -> tuple[Place, str]:
    return cause.here, f"orsaken {cause.id} (problem {', '.join(cause.applies_to_problems)}) möts ännu av ingen åtgärd"


def _same_area(dossier: Dossier, action: Action, cause: Cause) -> bool:
    """Whether an action may be the one that meets a cause: they have a focus area in common, or one of them has none."""
    areas = dossier.graph.focus_areas_of(action)
    causes = dossier.graph.areas_of_problems(cause.applies_to_problems)
    return not areas or not causes or bool(areas & causes)
