"""FAM01."""

import datetime
from collections.abc import Iterator

from samverkan_cli.checking.rule import Case, Verdicts, rule, rules
from samverkan_cli.diagnostics import Finding, Level
from samverkan_cli.models.base import Node, walk
from samverkan_cli.models.formalities import Demand
from samverkan_cli.models.keys import key_at
from samverkan_cli.models.when import Review, When
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.project.interval import every
from samverkan_cli.rules._presence import says
from samverkan_cli.rules._vocabulary import REGULARLY


@rule("FAM01", "krav-ovanifrån", Level.WARNING, step=4)
def demands_from_above_are_met(case: Case) -> Verdicts:
    """Kraven från överenskommelsen ovanför är uppfyllda

    Den övergripande överenskommelsen säger vad delarna ska innehålla. Det som inte finns märks annars först när helheten ska följas upp.

    Ett krav prövas om det nämner ett avsnitt (`avsnitt`) eller en regel (`regel`). Med `minst` räknas hur många det finns som säger något: ett
    mål med bara ett id är inget mål. Med `minst` och `per` prövas hur ofta, till exempel i `revidering`, i en återkoppling eller i en grupps
    möten. Övriga krav får människor bedöma, och det som inte går att läsa ut här påstås inte saknas.

    Godkänns:

        del_av: {fil: ovanför.yaml, titel: Den övergripande}
        mål: [{id: M1, lydelse: Färre rån}]
        # fil: ovanför.yaml
        samverkan: 1
        typ: överenskommelse
        krav_på_delar:
          - {id: K1, lydelse: Delen har egna mål., avsnitt: mål}

    Godkänns:

        del_av: {fil: ovanför.yaml, titel: Den övergripande}
        period: {från: 2019-01-01, till: 2020-12-31}
        # fil: ovanför.yaml
        samverkan: 1
        typ: överenskommelse
        krav_på_delar:
          - {id: K1, lydelse: Delen har en period., regel: SK14}
          - {id: K2, lydelse: Målens siffror stämmer., regel: KED06}
          - {id: K3, lydelse: Delen har en god stämning.}

    Underkänns:

        del_av: {fil: ovanför.yaml, titel: Den övergripande}  # <-
        # fil: ovanför.yaml
        samverkan: 1
        typ: överenskommelse
        krav_på_delar:
          - {id: K1, lydelse: Delen har egna mål., avsnitt: mål}

    Underkänns:

        del_av: {fil: ovanför.yaml, titel: Den övergripande}  # <-
        period: {från: 2019-01-01}
        # fil: ovanför.yaml
        samverkan: 1
        typ: överenskommelse
        krav_på_delar:
          - {id: K1, lydelse: Delen har en period., regel: SK14}

    Underkänns:

        del_av: {fil: ovanför.yaml, titel: Den övergripande}  # <-
        mål: [{id: M1, lydelse: Färre rån}, {id: M2}]
        # fil: ovanför.yaml
        samverkan: 1
        typ: överenskommelse
        krav_på_delar:
          - {id: K1, lydelse: Delen har minst två egna mål., avsnitt: mål, minst: 2}
          - {id: K2, lydelse: Delen har minst ett eget mål., avsnitt: mål, minst: 1}

    Godkänns:

        del_av: {fil: ovanför.yaml, titel: Den övergripande}
        revidering: {minst: 1, per: 2 år}
        # fil: ovanför.yaml
        samverkan: 1
        typ: överenskommelse
        krav_på_delar:
          - {id: K1, lydelse: Delen revideras minst vartannat år., avsnitt: revidering, minst: 1, per: 2 år}

    Underkänns:

        del_av: {fil: ovanför.yaml, titel: Den övergripande}  # <-
        revidering: {minst: 1, per: 2 år}
        samverkansorganisation:
          - {id: råd, möten: {minst: 3, per: år}}
          - {id: grupp, möten: {detalj: ibland}}
        # fil: ovanför.yaml
        samverkan: 1
        typ: överenskommelse
        krav_på_delar:
          - {id: K2, lydelse: Delen revideras varje år., avsnitt: revidering, minst: 1, per: år}
          - {id: K3, lydelse: Rådet möts en gång i kvartalet., avsnitt: samverkansorganisation, minst: 4, per: år}

    Källa: Stockholms stads och polisregionens övergripande överenskommelse: vad de lokala ska innehålla
    """
    dossier = case.dossier
    above = dossier.family.above
    if above is None:
        return
    for demand in above.agreement.demands_on_parts:
        lacks = _lacks(dossier, demand)
        if lacks:
            name = f"kravet {demand.id}" if demand.id else "ett krav"
            wording = f": {demand.wording}" if demand.wording else ""
            yield Finding(
                f"{name} från överenskommelsen ovanför är inte uppfyllt{wording.rstrip('.')} ({lacks})",
                dossier.agreement.at("part_of"),
                "Lägg till det som saknas, eller kom överens med dem ovanför om ett undantag.",
                related=((demand.here, "här står kravet"),),
                cured_by=frozenset({demand.section} if demand.section else ()),
            )


def _lacks(dossier: Dossier, demand: Demand) -> str:
    """What is lacking, in a few words; nothing if the demand is met or only people can judge it."""
    if demand.section and (lacking := _section_lacks(dossier, demand, demand.section)):
        return lacking
    if demand.rule and demand.rule in rules() and _is_refused(demand.rule, Case(dossier)):
        return f"se {demand.rule} {rules()[demand.rule].name}"
    return ""


def _section_lacks(dossier: Dossier, demand: Demand, section: str) -> str:
    things = [thing for document in dossier.documents for thing in _things(document, section)]
    wanted = demand.at_least if demand.at_least is not None else 1
    if not demand.per:
        if len(things) >= wanted:
            return ""
        return f"{len(things)} av minst {wanted} {section}" if things else f"{section} saknas"
    if not things:
        return f"{section} saknas"
    rhythms = [node for thing in things if isinstance(thing, Node) for node in walk(thing) if isinstance(node, When | Review)]
    demanded = When.model_construct(at_least=wanted, per=demand.per)
    # What is told in words (”varje år”) is for people to judge.
    if any(_is_often_enough(one, demanded) or (not one.per and REGULARLY.found_in(one.details)) for one in rhythms):
        return ""
    return f"{section} säger inte minst {wanted} per {demand.per}"


def _is_often_enough(rhythm: When | Review, demanded: When) -> bool:
    """Whether there is never longer between two times than what is demanded."""
    own, wanted = every(rhythm), every(demanded)
    day = datetime.date.min
    return own is not None and (wanted is None or own.after(day) <= wanted.after(day))


def _things(document: Node, section: str) -> Iterator[object]:
    """What a document has under a key, as far as it says something."""
    key = key_at(type(document), section)
    value = getattr(document, key.name) if key is not None else None
    yield from (one for one in (value if isinstance(value, tuple) else (value,)) if _says(one))


def _says(thing: object) -> bool:
    """Whether something says more than its id."""
    if isinstance(thing, Node):
        return any(name != "id" and _says(value) for name, value in thing)
    if isinstance(thing, tuple):
        return any(map(_says, thing))
    return says(thing) if isinstance(thing, str) else thing is not None


def _is_refused(code: str, case: Case) -> bool:
    """Whether a rule says that what it asks for is not there. What it cannot judge, or does not ask, is not refused."""
    judge = rules()[code].judge
    return judge is not None and any(isinstance(one, Finding) for one in judge(case))
