"""FAM01."""

from samverkan_cli.checking.rule import Case, Verdicts, is_met, rule, rules
from samverkan_cli.diagnostics import Finding, Level
from samverkan_cli.models.base import Node
from samverkan_cli.models.formalities import Demand
from samverkan_cli.models.keys import key_at
from samverkan_cli.project.dossier import Dossier


@rule("FAM01", "krav-ovanifrån", Level.WARNING, step=4)
def demands_from_above_are_met(case: Case) -> Verdicts:
    """Kraven från överenskommelsen ovanför är uppfyllda

    Den övergripande överenskommelsen säger vad delarna ska innehålla. Det som inte finns märks annars först när helheten ska följas upp.

    Ett krav prövas om det nämner ett avsnitt (`avsnitt`, med `minst` om det ska vara flera) eller en regel (`regel`). Övriga krav får människor bedöma.

    Godkänns:

        del_av: {fil: ovanför.yaml, titel: Den övergripande}
        mål: [{id: M1}]
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
        mål: [{id: M1}]
        # fil: ovanför.yaml
        samverkan: 1
        typ: överenskommelse
        krav_på_delar:
          - {id: K1, lydelse: Delen har minst två egna mål., avsnitt: mål, minst: 2}
          - {id: K2, lydelse: Delen har minst ett eget mål., avsnitt: mål, minst: 1}

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
    if demand.section:
        count = sum(_count(document, demand.section) for document in dossier.documents)
        wanted = demand.at_least or 1
        if count < wanted:
            return f"{demand.section} saknas" if not count else f"{count} av minst {wanted} {demand.section}"
    if demand.rule and demand.rule in rules() and not is_met(demand.rule, Case(dossier)):
        return f"se {demand.rule} {rules()[demand.rule].name}"
    return ""


def _count(document: Node, section: str) -> int:
    key = key_at(type(document), section)
    value = getattr(document, key.name) if key is not None else None
    return len(value) if isinstance(value, tuple) else int(value is not None)
