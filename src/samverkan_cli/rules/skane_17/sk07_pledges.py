"""SK07."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Declined, Evidence, Finding, Level
from samverkan_cli.models.communication import Pledge
from samverkan_cli.models.keys import display_name
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.rules._elsewhere import listed_elsewhere, published
from samverkan_cli.rules._presence import says
from samverkan_cli.rules._queries import first_document
from samverkan_cli.rules._vocabulary import PLEDGES


@rule("SK07", "medborgarlöfte", Level.WARNING, step=4, words=(PLEDGES,))
def parts_are_chosen_as_pledges(case: Case) -> Verdicts:
    """Delar är valda till medborgarlöften, eller så står det varför inte

    Löftet är den del av överenskommelsen som invånarna ser. Ett medvetet nej är också ett svar (checklistan, punkt 7).

    Ett löfte säger vad som lovas, och hör till en åtgärd eller ett fokusområde i överenskommelsen. Löften är frivilliga: står skälet under
    `inga_löften` är de bortvalda. ”Inte bestämt än” är inget skäl. Har överenskommelsen delar räcker det inte att en av dem lovar något.

    Godkänns:

        fokusområden: [{id: F1, namn: Trafik}]
        löften:
          - {id: L1, lydelse: Under året mäter vi farten 24 gånger., gäller_fokusområden: [F1]}

    Godkänns:

        löften:
          - {id: L1, lydelse: Under året möter du oss vid stationen 120 gånger.}

    Godkänns:

        bilagor: [{nr: "4", titel: Medborgarlöfte 2019, datum: 2019-01-18}]

    Godkänns:

        delar: [{fil: del.yaml}]
        # fil: del.yaml
        samverkan: 1
        typ: överenskommelse
        löften: [{id: L1, lydelse: Under året möter du oss vid stationen 120 gånger.}]

    Godkänns:

        # idag: 2019-01-01
        bilagor: [{titel: Medborgarlöfte 2019, period: {från: 2019-01-01, till: 2019-12-31}}]

    Godkänns:

        bilagor: [{titel: Vårt löfte, fil: löfte.yaml, webbadress: "https://kommunen.example/loftet"}]
        # fil: löfte.yaml
        samverkan: 1
        typ: medborgarlöfte
        fokusområden: [{id: F1, namn: Trafik}]

    Underkänns:

        # bedömning: saknas
        # idag: 2019-01-01
        löften:  # <-
        bilagor: [{titel: Medborgarlöfte 2019, period: {från: 2019-01-02, till: 2019-12-31}}]

    Underkänns:

        # bedömning: saknas
        löften:  # <-
        bilagor: [{titel: Kommunikationsplan, fil: plan.yaml, webbadress: "https://kommunen.example/planen"}]
        # fil: plan.yaml
        samverkan: 1
        typ: kommunikationsplan

    Underkänns:

        # bedömning: saknas
        inga_löften:
          skäl: Inte bestämt än.  # <-

    Underkänns:

        # bedömning: delvis
        fokusområden: [{id: F1, namn: Trafik}]
        löften:
          - id: L1  # <-
            lydelse: Vi ska vara trevliga mot alla.
          - id: L2
            gäller_fokusområden: [F9]  # <-
            lydelse: Under året mäter vi farten 24 gånger.
          - id: L3
            gäller_fokusområden: [F1]
            lydelse:  # <-

    Källa: Länsstyrelsen Skåne m.fl., checklistan 2019, punkt 7
    """
    dossier = case.dossier
    reasons = [document.no_pledges for document in dossier.documents if document.no_pledges]
    worded = [pledge for pledge in dossier.pledges if says(pledge.wording)]
    declined = [one for one in reasons if says(one.reason)]
    if not dossier.pledges and declined:
        yield from (Declined(one.at("reason"), one.reason or "") for one in declined)
        return
    if not worded and (elsewhere := (*listed_elsewhere(dossier, "medborgarlöfte"), *published(dossier, "medborgarlöfte"))):
        yield from (Evidence(entry.here, declared=True) for entry in elsewhere)
        return
    if not dossier.pledges:
        yield Finding(
            "inga medborgarlöften är valda, och det står inte varför",
            reasons[0].at("reason") if reasons else first_document(dossier, "medborgarlöfte").at("pledges"),
            "Skriv ett löfte under löften, eller skälet under inga_löften.",
            suggestion="inga_löften: {skäl: …}" if not reasons else "",
            cured_by=frozenset({"löften", "inga_löften"}),
        )
    everywhere = (dossier, dossier.family.above) if dossier.family.above is not None else (dossier,)
    actions = frozenset(action.id for one in everywhere for action in one.actions)
    areas = frozenset(area.id for one in everywhere for area in one.focus_areas)
    for pledge in dossier.pledges:
        if not says(pledge.wording):
            yield Finding(
                f"{display_name(pledge)} säger inte vad som lovas",
                pledge.at("wording"),
                "Skriv löftet med en mening under lydelse.",
                progress=f"{pledge.id or 'ett löfte'} saknar lydelse",
            )
            continue
        yield Evidence(pledge.here)
        yield from _belongs(dossier, pledge, actions, areas)


def _belongs(dossier: Dossier, pledge: Pledge, actions: frozenset[str | None], areas: frozenset[str | None]) -> Verdicts:
    """Whether a pledge is a part of the agreement: of one of the ``actions`` or ``areas`` that are there, where there are any."""
    if not actions and not areas:
        return
    if actions.intersection(pledge.applies_to_actions) or areas & dossier.graph.focus_areas_of(pledge):
        return
    named = bool(pledge.applies_to_actions or pledge.applies_to_focus_areas)
    what = "bygger på något som inte finns" if named else "hör inte till någon åtgärd eller något fokusområde"
    yield Finding(
        f"{display_name(pledge)} {what}: det syns inte vilken del av överenskommelsen det är",
        pledge.at("applies_to_actions" if pledge.applies_to_actions else "applies_to_focus_areas") if named else pledge.here,
        "Skriv åtgärderna under gäller_åtgärder, eller fokusområdet under gäller_fokusområden.",
        cured_by=frozenset({*pledge.applies_to_actions, *pledge.applies_to_focus_areas}),
        progress=f"{pledge.id or 'ett löfte'} hör inte ihop med överenskommelsen",
    )
