"""ST11."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level
from samverkan_cli.models.actors import Party
from samverkan_cli.models.days import first_of
from samverkan_cli.models.formalities import InitialDecision
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.rules._presence import says
from samverkan_cli.rules._queries import party_name


@rule("ST11", "gemensamt-beslut", Level.NOTE, step=1)
def both_managements_have_decided(case: Case) -> Verdicts:
    """Ledningarna har beslutat att samverka

    Utan ett gemensamt beslut har arbetet varken mandat eller resurser.

    Beslutet att börja, om organisation och resurser, står under `inledande_beslut`, ett för varje part eller ett av en grupp som båda sitter i. Det är
    ett annat beslut än att överenskommelsen är fastställd, som kommer i steg 3. Ett beslut vars dag inte har kommit är inget beslut än.

    Godkänns:

        # idag: 2018-02-14
        parter: [{id: kommun, namn: Vår kommun}]
        inledande_beslut: {part: kommun, organ: kommunstyrelsen, datum: 2018-02-14}

    Godkänns:

        parter: [{id: kommun, namn: Vår kommun}, {id: polis, namn: Vårt lokalpolisområde}]
        samverkansorganisation: [{id: råd, ledamöter: [{aktör: kommun}, {aktör: polis}]}]
        inledande_beslut: [{organ: råd, datum: 2018-02}]

    Underkänns:

        parter:
          - {id: kommun, namn: Vår kommun, fastställd: {organ: kommunstyrelsen, datum: 2018-12-05}}
          - {id: polis, namn: Vårt lokalpolisområde}
        inledande_beslut:  # <-
          - {part: polis, organ: ledningsgruppen, datum: 2018-02-20}

    Underkänns:

        # idag: 2018-02-13
        parter: [{id: kommun, namn: Vår kommun}]
        inledande_beslut:
          - {part: kommun, organ: kommunstyrelsen, datum: 2018-02-14}  # <-

    Underkänns:

        parter: [{id: kommun, namn: Vår kommun}, {id: polis, namn: Vårt lokalpolisområde}]
        samverkansorganisation: [{id: brå, ledamöter: [{aktör: kommun}]}]
        inledande_beslut:  # <-
          - {organ: brå, datum: 2018-02}
          - {part: kommun, organ: kommunstyrelsen, datum: 2018-02}

    Underkänns:

        inledande_beslut:  # <-

    Källa: Brå, Polisen och SKR, Initiera samverkan
    """
    dossier = case.dossier
    for party in dossier.parties:
        own = [decision for decision in dossier.agreement.initial_decisions if _is_of(dossier, decision, party)]
        taken = [
            one for one in own if (one.date is None and says(one.organ)) or (one.date is not None and first_of(one.date) <= case.today)
        ]
        yield from (Evidence(decision.here) for decision in taken[:1])
        if not taken:
            yield Finding(
                f"{party_name(party)} har inget inledande beslut{' än' if own else ''}",
                own[0].at("date") if own else dossier.agreement.at("initial_decisions"),
                "Skriv beslutet att börja samverka under inledande_beslut.",
                suggestion="" if own else f"inledande_beslut:\n  - {{part: {party.id or '…'}, organ: …, datum: …}}",
                cured_by=frozenset({"inledande_beslut"}),
                progress=f"{party_name(party)} har inte beslutat",
            )
    if not dossier.parties:
        yield Finding(
            "det finns inget inledande beslut",
            dossier.agreement.at("initial_decisions"),
            "Skriv parterna, och vars och ens beslut att börja samverka.",
            cured_by=frozenset({"inledande_beslut", "parter"}),
        )


def _is_of(dossier: Dossier, decision: InitialDecision, party: Party) -> bool:
    """Whether a decision is a party's: its own, or one that a group took in which the party sits."""
    if decision.party:
        return decision.party == party.id
    group = next((body for body in dossier.bodies if body.id and body.id == decision.organ), None)
    return group is not None and any(role.actor == party.id for role in (*group.led_by, *group.members))
