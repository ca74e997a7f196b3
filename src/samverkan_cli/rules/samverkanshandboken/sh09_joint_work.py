"""SH09."""

from collections.abc import Sequence

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level, Place, Unjudged
from samverkan_cli.models.actions import Action
from samverkan_cli.models.actors import Commitment, FormOfCooperation
from samverkan_cli.models.formalities import Appendix
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.rules._elsewhere import absent_plans, listed_elsewhere, why_unread, why_unseen
from samverkan_cli.rules._presence import says
from samverkan_cli.rules._queries import acting, actors_of, first_document, is_taken_on, party_name


@rule("SH09", "gemensamt-arbete", Level.WARNING, step=4)
def only_what_is_done_together(case: Case) -> Verdicts:
    """Överenskommelsen tar bara upp det ni gör tillsammans

    Det som en part gör själv hör hemma i den partens egen plan (handboken, Vad ska stå i överenskommelsen).

    I varje fokusområde med åtgärder agerar minst två: parter eller andra aktörer, var för sig eller i samma åtgärd. En grupp räknas som de
    organisationer som sitter i den, och åtaganden och arbetsformer i området räknas med. Finns inga områden gäller det åtgärderna
    tillsammans, och finns inga åtgärder det som är åtaget. Står åtgärdsplanen någon annanstans går det inte att bedöma.

    Godkänns:

        parter: [{id: kommun, typ: kommun}, {id: polis, typ: polis}]
        fokusområden: [{id: F4, namn: Trafiksäkerhet}]
        åtgärder:
          - id: Å4.1
            gäller_fokusområden: [F4]
            vem: {ansvarig: {aktör: kommun, funktion: trafikplanerare}, medverkar: [{aktör: polis}]}

    Godkänns:

        parter: [{id: kommun, typ: kommun}, {id: polis, typ: polis}]
        samverkansorganisation: [{id: trafik, ledamöter: [{aktör: kommun}, {aktör: polis}]}]
        åtgärder:
          - {id: Å1, vem: {ansvarig: {grupp: trafik}}}

    Godkänns:

        parter: [{id: kommun, typ: kommun}, {id: polis, typ: polis}]
        åtaganden: [{aktörer: [kommun, polis], vad: Delar lägesbild varje vecka.}]

    Underkänns:

        parter: [{id: kommun, typ: kommun}, {id: polis, typ: polis}]
        åtgärder:  # <-
        åtaganden: [{aktör: polis, vad: Delar lägesbild varje vecka.}]

    Underkänns:

        parter: [{id: kommun, typ: kommun}, {id: polis, typ: polis}]
        åtgärder:  # <-
        åtaganden: [{aktörer: [kommun, polis], vad: kompletteras}]

    Underkänns:

        parter: [{id: kommun, typ: kommun}, {id: polis, typ: polis}]
        fokusområden:
          - {id: F4, namn: Trafiksäkerhet}  # <-
        åtgärder:
          - id: Å4.1
            gäller_fokusområden: [F4]
            vem: {ansvarig: {aktör: kommun, funktion: trafikplanerare}}

    Underkänns:

        parter: [{id: kommun, typ: kommun}, {id: polis, typ: polis}]
        åtgärder:
          - id: Å1.1
            vem:
              ansvarig: {aktör: kommun, funktion: trafikplanerare}
              medverkar:
                - {funktion: trafikgruppen}  # <-

    Underkänns:

        parter: [{id: kommun, typ: kommun}, {id: polis, typ: polis}]
        åtgärder:
          - {id: Å1.1, vad: Hastighetsskyltar}  # <-

    Källa: Brå, Polisen och SKR, Teckna samverkansöverenskommelse
    """
    dossier = case.dossier
    if not dossier.actions:
        taken_on = _taken_on(dossier, None)
        if len(_actors(taken_on)) > 1:
            yield from (Evidence(one.here) for one in taken_on)
        else:
            yield _no_actions(dossier)
        return
    absent = absent_plans(dossier)
    areas = [(area, dossier.graph.actions_in(area.id)) for area in dossier.focus_areas]
    with_actions = [(area, actions) for area, actions in areas if actions]
    for area, actions in with_actions:
        yield _as_far_as_seen(_judged(dossier, actions, f"i fokusområdet {area.name or area.id}", area.here, area.id), absent)
    if not with_actions:
        yield _as_far_as_seen(_judged(dossier, dossier.actions, "i åtgärderna", dossier.actions[0].here, None), absent)


def _as_far_as_seen(found: Evidence | Finding, absent: tuple[Appendix, ...]) -> Evidence | Finding | Unjudged:
    """What is missed may stand in a plan that is not here."""
    return Unjudged(why_unread(absent)) if absent and isinstance(found, Finding) else found


def _judged(dossier: Dossier, actions: Sequence[Action], where: str, place: Place, area: str | None) -> Evidence | Finding:
    """Whether at least two do something in a focus area."""
    actors = {actor for action in actions for actor in actors_of(dossier, action.who)} | _actors(_taken_on(dossier, area))
    if len(actors) > 1:
        return Evidence(place)
    unknown = [role for action in actions for role in acting(action.who) if role.function and not role.actor and not role.body]
    if unknown:
        return Finding(
            f"{where} står det inte vilken organisation {unknown[0].function} hör till, och därför inte om det görs tillsammans",
            unknown[0].at("actor"),
            "Skriv  aktör:  och id på parten eller den andra aktören.",
            progress=f"{unknown[0].function} saknar aktör",
        )
    if not actors:
        return Finding(
            f"{where} står det inte vem som gör något",
            actions[0].here,
            "Skriv vilka som ansvarar och medverkar.",
            cured_by=frozenset({"medverkar", "ansvarig"}),
            superseded_by=("SK08",),
            progress=f"ingen i {area}" if area else "ingen är nämnd",
        )
    only = next(iter(actors))
    name = {party.id: party_name(party) for party in dossier.parties}.get(only, only)
    return Finding(
        f"{where} är det bara {name} som gör något",
        place,
        "Lägg till vad en annan part gör, eller flytta åtgärderna till partens egen plan.",
        cured_by=frozenset({"åtgärder", "medverkar", "ansvarig"}),
        progress=f"en ensam part i {area}" if area else "en ensam part",
    )


def _taken_on(dossier: Dossier, area: str | None) -> list[Commitment | FormOfCooperation]:
    """What somebody does in an area beside the actions: commitments, in pledges too, and forms of cooperation."""
    found: list[tuple[Commitment | FormOfCooperation, Sequence[str]]] = [
        *((one, one.applies_to_focus_areas) for one in dossier.all(lambda document: document.commitments) if _is_some(one)),
        *((one, one.applies_to_focus_areas) for one in dossier.all(lambda document: document.forms_of_cooperation)),
    ]
    for pledge in dossier.pledges:
        actions = [action for action in dossier.actions if action.id in pledge.applies_to_actions]
        areas = {*pledge.applies_to_focus_areas, *(area for action in actions for area in dossier.graph.focus_areas_of(action))}
        found += [(one, (*one.applies_to_focus_areas, *areas)) for one in pledge.commitments if is_taken_on(one, pledge)]
    return [one for one, areas in found if (area is None or area in areas) and _actors((one,))]


def _is_some(commitment: Commitment) -> bool:
    return says(commitment.what) or commitment.quantity is not None


def _actors(taken_on: Sequence[Commitment | FormOfCooperation]) -> set[str]:
    return {actor for one in taken_on for actor in (*one.actors, getattr(one, "actor", None)) if actor}


def _no_actions(dossier: Dossier) -> Finding | Unjudged:
    if elsewhere := listed_elsewhere(dossier, "åtgärdsplan"):
        return Unjudged(why_unseen(elsewhere))
    return Finding(
        "det finns inga åtgärder, så det framgår inte vad ni gör tillsammans",
        first_document(dossier, "åtgärdsplan").at("actions"),
        "Skriv åtgärderna, med dem som ansvarar och medverkar.",
        cured_by=frozenset({"åtgärder"}),
        superseded_by=("SK08",),
    )
