"""LAG10."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level
from samverkan_cli.models.actors import Body, Commitment
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.rules._queries import municipalities
from samverkan_cli.rules._vocabulary import BOARD_CHAIR, STEERING_GROUP, STRATEGIC_COUNCIL
from samverkan_cli.rules.lag_2023_196._bound import not_bound, worked_for


@rule("LAG10", "strategiskt-råd", Level.NOTE, step=1, words=(STRATEGIC_COUNCIL, STEERING_GROUP))
def the_municipality_leads_a_strategic_council(case: Case) -> Verdicts:
    """Det finns ett strategiskt råd som kommunen leder, eller så har kommunen verkat för det

    Rådet är där kommunen och de andra aktörerna bestämmer på ledningsnivå vad de ska göra tillsammans.

    Rådet är en grupp med `typ: strategiskt råd`, eller en som heter så, och leds av kommunen. En styrgrupp för hela kommunen, där kommunen och andra
    sitter, är rådet under ett annat namn. Ett åtagande att skapa en organisation som styr är en del av svaret. Lagen säger att kommunen ska *verka för* ett råd: vad
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
        # bedömning: delvis
        parter: [{id: kommun, typ: kommun}, {id: polis, typ: polis}]
        samverkansorganisation:
          - id: styrgrupp  # <-
            typ: styrgrupp
            ledamöter: [{aktör: kommun, funktion: kommundirektör}, {aktör: polis, funktion: lokalpolisområdeschef}]

    Underkänns:

        # idag: 2024-06-01
        # bedömning: framgår inte
        parter: [{id: kommun, typ: kommun}, {id: polis, typ: polis}]
        samverkansorganisation:  # <-
          - {id: grupp, typ: styrgrupp, en_per: stadsdel, ledamöter: [{aktör: kommun}, {aktör: polis}]}
          - {id: nämnder, typ: styrgrupp, ledamöter: [{aktör: kommun}]}
          - {id: lokal, typ: styrgrupp, plan: lokal, ledamöter: [{aktör: kommun}, {aktör: polis}]}

    Underkänns:

        # idag: 2024-06-01
        # bedömning: delvis
        parter: [{id: kommun, typ: kommun}, {id: polis, typ: polis}]
        åtaganden:
          - aktörer: [kommun, polis]  # <-
            vad: Skapar en gemensam organisation för att styra arbetet.

    Godkänns:

        # idag: 2024-06-01
        parter: [{id: kommun, typ: kommun}, {id: polis, typ: polis}]
        samverkansorganisation: [{id: brå, namn: Lokala Brå, leds_av: [{aktör: kommun}], ledamöter: [{aktör: polis}]}]

    Underkänns:

        # idag: 2024-06-01
        # bedömning: framgår inte
        parter: [{id: kommun, typ: kommun}, {id: polis, typ: polis}]
        samverkansorganisation:  # <-
          - {id: råd, namn: Lokala rådet, en_per: stadsdel, leds_av: [{aktör: kommun}]}
        åtaganden: [{aktör: kommun, vad: Byter styrningen av gatubelysningen.}]
        verkat_för: {vad: Ett strategiskt råd med polisen., datum: 2024-06-02}

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
    worked = [one for one in worked_for(dossier) if STRATEGIC_COUNCIL.found_in(one.what)]
    yield from (Evidence(one.here) for one in worked)
    councils = [body for body in dossier.bodies if _is_council(body)]
    existing = [body for body in councils if body.promise is None]
    steering = [] if existing else [body for body in dossier.bodies if _steers(dossier, body)]
    intended = [] if existing else [one for one in dossier.all(lambda document: document.commitments) if _is_to_be(dossier, one)]
    led = [_is_led_by_municipality(dossier, body) for body in (*existing, *steering)]
    yield from (Evidence(body.at("led_by") if leads else body.here) for body, leads in zip((*existing, *steering), led, strict=True))
    if any(led) or worked:
        return
    yield from (Evidence(one.here) for one in intended)
    if existing or steering:
        existing = [*existing, *steering]
        yield Finding(
            f"det framgår inte att kommunen leder {existing[0].name or existing[0].id or 'rådet'}",
            existing[0].at("led_by"),
            "Skriv vem hos kommunen som leder rådet.",
        )
    elif intended:
        yield Finding(
            "en organisation som styr är utlovad, men rådet finns inte än",
            intended[0].here,
            "Bilda rådet, och skriv vem hos kommunen som leder det.",
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
    return _is_for_all(body) and (body.type == "strategiskt råd" or STRATEGIC_COUNCIL.found_in(body.name))


def _is_for_all(body: Body) -> bool:
    """Whether a group is the municipality's, and not one of each district."""
    return body.once_per in (None, "kommun") and body.tier != "lokal"


def _steers(dossier: Dossier, body: Body) -> bool:
    """Whether a group does a council's work under another name: one for the whole municipality, in which it and others have their managements."""
    if body.promise is not None or not _is_for_all(body):
        return False
    own = {party.id for party in municipalities(dossier)}
    actors = {role.actor for role in (*body.led_by, *body.members) if role.actor}
    return bool(actors & own and actors - own) and (body.type == "styrgrupp" or STEERING_GROUP.found_in(body.name))


def _is_to_be(dossier: Dossier, commitment: Commitment) -> bool:
    """Whether the municipality takes on to form what steers the work: that is to work for it, but not to have it."""
    own = {party.id for party in municipalities(dossier)}
    taking = own.intersection((*commitment.actors, commitment.actor))
    return bool(taking) and (STRATEGIC_COUNCIL.found_in(commitment.what) or STEERING_GROUP.found_in(commitment.what))


def _is_led_by_municipality(dossier: Dossier, council: Body) -> bool:
    own = {party.id for party in municipalities(dossier)}
    return any(role.actor in own if role.actor else BOARD_CHAIR.found_in(role.function) for role in council.led_by)
