"""LAG04."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Item, Level, Place, Unjudged
from samverkan_cli.models import SituationReport
from samverkan_cli.models.formalities import Appendix, OwnPlan
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.rules._elsewhere import listed_elsewhere, why_unseen
from samverkan_cli.rules._presence import says, unfaulted
from samverkan_cli.rules._queries import is_described, municipalities, police
from samverkan_cli.rules._vocabulary import MUNICIPALITY, POLICE
from samverkan_cli.rules.lag_2023_196._bound import has_happened, level, not_bound, own_reports
from samverkan_cli.swedish import listing


@rule("LAG04", "lägesbild-med-tre-delar", Level.ERROR, step=2)
def the_municipality_has_a_report_with_three_parts(case: Case) -> Verdicts:
    """Kommunens lägesbild har lagens tre delar

    Lagen vill att kommunen vet hur brottsligheten ser ut i hela kommunen innan den bestämmer vad som ska göras.

    Lägesbilden kartlägger brottsligheten (`kartläggning`, siffror eller problem), tar med annan information av betydelse (`annan_information`
    eller dialoger) och analyserar båda (`analys` eller orsaker). Den är kommunens eget dokument och behöver inte ligga här: en hänvisning under
    `kommunens_lägesbild` med dag, nummer eller adress räcker. Lagen säger inte att lägesbilden ska stå i överenskommelsen; det som inte
    framgår där är en upplysning. Står lägesbilden för sig är det ett fel. Paragrafen binder kommunen från 2023-07-01.

    Godkänns:

        # idag: 2025-06-01
        kommunens_lägesbild: {titel: Lägesbild 2024, datum: 2024-03-11}

    Godkänns:

        # idag: 2025-06-01
        parter: [{id: kommun, typ: kommun}]
        # fil: bilagor/lägesbild.yaml
        samverkan: 1
        typ: lägesbild
        part: kommun
        kartläggning: 58 anmälda rån på ett år.
        annan_information: Två skolor byggs om.
        analys: Få vuxna rör sig vid stationen.

    Underkänns:

        # idag: 2025-06-01
        parter: [{id: kommun, typ: kommun}]
        # fil: bilagor/lägesbild.yaml
        samverkan: 1
        typ: lägesbild
        part: kommun
        kartläggning: 58 anmälda rån på ett år.
        annan_information:  # <- upplysning

    Underkänns:

        # idag: 2025-06-01
        kommunens_lägesbild: {titel: Lägesbild 2024}  # <- upplysning

    Underkänns:

        # idag: 2025-06-01
        # för sig: lägesbild.yaml
        samverkan: 1
        typ: lägesbild
        kartläggning: 58 anmälda rån på ett år.
        annan_information:  # <-

    Underkänns:

        # idag: 2023-07-01
        kommunens_lägesbild:  # <- upplysning

    Underkänns:

        # idag: 2025-06-01
        kommunens_lägesbild: {titel: Lägesbild 2025, datum: 2025-06-02}  # <- upplysning

    Källa: Lagen (2023:196), 4 §
    """
    dossier = case.dossier
    if (free := not_bound(case)) is not None:
        yield free
        return
    reference, reports = dossier.agreement.own_report, own_reports(dossier)
    whole = [report for report in reports if not _lacks(report)]
    if whole:
        yield from (Evidence(report.here) for report in whole)
    elif reference is not None and says(reference.title) and _is_found(dossier, reference):
        yield Evidence(reference.here, declared=True)
    elif reports:
        yield from _judged(dossier, reports[0])
    elif reference is not None and says(reference.title):
        yield Evidence(reference.here, declared=True)
        yield _without_a_day(dossier, reference)
    elif why := _seen(dossier):
        yield Unjudged(why)
    else:
        yield Finding(
            "kommunens lägesbild enligt lagen finns inte här och nämns inte",
            dossier.agreement.at("own_report"),
            "Skriv  kommunens_lägesbild: {titel: …, datum: …}, eller lägg till den som bilaga.",
            cured_by=frozenset({"kommunens_lägesbild", "lägesbild"}),
            level=level(dossier),
        )


def _without_a_day(dossier: Dossier, reference: OwnPlan) -> Finding:
    if reference.date is not None:
        return Finding(
            f"kommunens lägesbild är daterad {reference.date}; dagen har inte kommit",
            reference.at("date"),
            "Skriv dagen då lägesbilden blev klar.",
            level=level(dossier),
            progress="lägesbildens dag har inte kommit",
        )
    return Finding(
        "det framgår inte när kommunens lägesbild är gjord, eller var den finns",
        reference.at("date"),
        "Skriv  datum: …  eller diarienumret.",
        level=level(dossier),
        progress="lägesbilden saknar dag och nummer",
    )


def _judged(dossier: Dossier, report: SituationReport) -> Verdicts:
    missing = unfaulted(dossier, _lacks(report))
    words = listing(word for word, _ in missing)
    yield Finding(
        f"kommunens lägesbild saknar {words}",
        missing[0][1],
        "Skriv de delar som saknas.",
        cured_by=frozenset(word for word, _ in missing),
        level=level(dossier),
        items=tuple(Item(word) for word, _ in missing),
    )
    present = [place for said, _, place in _parts(report) if said]
    yield from (Evidence(place) for place in present)


def _parts(report: SituationReport) -> tuple[tuple[bool, str, Place], ...]:
    """The three parts: whether each is said, what it is called, and where it belongs."""
    figures = bool(report.statistics) or any(is_described(problem) for problem in report.problems)
    dialogues = bool(report.citizens_dialogues or report.staff_dialogues)
    return (
        (says(report.mapping) or figures, "kartläggning", report.at("mapping") if says(report.mapping) else report.here),
        (says(report.other_information) or dialogues, "annan_information", report.at("other_information")),
        (says(report.analysis) or any(says(cause.cause) for cause in report.causes), "analys", report.at("analysis")),
    )


def _lacks(report: SituationReport) -> list[tuple[str, Place]]:
    names = {"kartläggning": "mapping", "annan_information": "other_information", "analys": "analysis"}
    return [(word, report.at(names[word])) for said, word, _ in _parts(report) if not said]


def _is_found(dossier: Dossier, reference: OwnPlan) -> bool:
    return has_happened(dossier, reference.date) or any((reference.registration_number, reference.web_address, reference.held_by))


def _is_of_police(dossier: Dossier, entry: Appendix) -> bool:
    """Whether a listed report is the police's, by who has it or by its title."""
    holders = {party.id for party in police(dossier) if party.id}
    return entry.held_by in holders or (POLICE.found_in(entry.title) and not MUNICIPALITY.found_in(entry.title))


def _seen(dossier: Dossier) -> str:
    """Why the parts of a report that is only mentioned cannot be judged, or nothing where none is."""
    own = {party.id for party in municipalities(dossier)}
    cited = [one for one in dossier.all(lambda document: document.builds_on) if one.party and one.party in own and says(one.title)]
    if cited:
        return f"om ”{cited[0].title}” har lagens tre delar går inte att se här"
    entries = tuple(entry for entry in listed_elsewhere(dossier, "lägesbild") if not _is_of_police(dossier, entry))
    return why_unseen(entries) if entries else ""
