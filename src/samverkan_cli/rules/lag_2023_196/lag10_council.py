"""LAG10."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level
from samverkan_cli.models.actors import Body
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.rules._queries import municipalities
from samverkan_cli.rules._vocabulary import BOARD_CHAIR, STRATEGIC_COUNCIL
from samverkan_cli.rules.lag_2023_196._bound import not_bound


@rule("LAG10", "strategiskt-råd", Level.NOTE, step=1, words=(STRATEGIC_COUNCIL,))
def the_municipality_leads_a_strategic_council(case: Case) -> Verdicts:
    """Det finns ett strategiskt råd som kommunen leder, eller så har kommunen verkat för det

    Rådet är där kommunen och de andra aktörerna bestämmer på ledningsnivå vad de ska göra tillsammans.

    Rådet är en grupp med `typ: strategiskt råd`, eller en som heter så, och leds av kommunen. Lagen säger att kommunen ska *verka för* ett råd: vad
    kommunen har gjort för det står under `verkat_för`, och det räcker. Ett råd som ska bildas senare finns inte än. Att de övriga
    företräds av personer i ledande befattning får människor bedöma. Paragrafen binder kommunen från 2023-07-01.

    Godkänns:

        # idag: 2024-06-01
        parter: [{id: kommun, typ: kommun}, {id: polis, typ: polis}]
        samverkansorganisation:
          - {id: råd, typ: strategiskt råd, leds_av: [{aktör: kommun, funktion: kommunstyrelsens ordförande}]}

    Godkänns:

        # idag: 2024-06-01
        parter: [{id: kommun, typ: kommun}, {id: polis, typ: polis}]
        verkat_för: {vad: Ett strategiskt råd med polisen och bostadsbolagen., datum: 2024-02-06, utfall: Polisen avstår.}

    Underkänns:

        # idag: 2024-06-01
        parter: [{id: kommun, typ: kommun}, {id: polis, typ: polis}]
        samverkansorganisation:
          - id: råd
            namn: Brottsförebyggande rådet
            leds_av: [{aktör: polis, funktion: lokalpolisområdeschef}]  # <-

    Underkänns:

        # idag: 2023-07-01
        parter: [{id: kommun, typ: kommun}, {id: polis, typ: polis}]
        samverkansorganisation:
          - id: råd
            typ: strategiskt råd
            leds_av: [{aktör: kommun, funktion: kommunstyrelsens ordförande}]
            tas_fram: {senast: 2023-10-01}  # <-

    Källa: Lagen (2023:196), 10 §
    """
    dossier = case.dossier
    if (free := not_bound(case)) is not None:
        yield free
        return
    worked = [one for one in dossier.all(lambda document: document.worked_for) if STRATEGIC_COUNCIL.found_in(one.what)]
    yield from (Evidence(one.here) for one in worked)
    councils = [body for body in dossier.bodies if _is_council(body)]
    existing = [body for body in councils if body.promise is None]
    led = [body for body in existing if _is_led_by_municipality(dossier, body)]
    yield from (Evidence(body.here if body not in led else body.at("led_by")) for body in existing)
    if led or worked:
        return
    if existing:
        yield Finding(
            f"det framgår inte att kommunen leder {existing[0].name or existing[0].id or 'rådet'}",
            existing[0].at("led_by"),
            "Skriv vem hos kommunen som leder rådet.",
        )
    elif councils:
        yield Finding(
            f"{councils[0].name or councils[0].id or 'rådet'} ska bildas men finns inte än",
            councils[0].at("promise"),
            "Bilda rådet, eller skriv under verkat_för vad kommunen har gjort.",
        )
    else:
        yield Finding(
            "det framgår inte att det finns ett strategiskt råd",
            dossier.agreement.at("bodies"),
            "Skriv rådet under samverkansorganisation med  typ: strategiskt råd, eller vad kommunen har gjort för det under verkat_för.",
            cured_by=frozenset({"samverkansorganisation", "strategiskt", "verkat_för"}),
        )


def _is_council(body: Body) -> bool:
    return body.type == "strategiskt råd" or STRATEGIC_COUNCIL.found_in(body.name)


def _is_led_by_municipality(dossier: Dossier, council: Body) -> bool:
    own = {party.id for party in municipalities(dossier)}
    return any(role.actor in own if role.actor else BOARD_CHAIR.found_in(role.function) for role in council.led_by)
