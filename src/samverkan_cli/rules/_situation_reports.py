"""A party's own situation report: shared by the points that ask for the municipality's and the police's, and for the two put together."""

from samverkan_cli.checking.rule import Verdicts
from samverkan_cli.diagnostics import Evidence, Finding, Inapplicable, Item, Level, Place, Unjudged
from samverkan_cli.models import SituationReport
from samverkan_cli.models.actors import Party
from samverkan_cli.models.days import first_of
from samverkan_cli.models.formalities import Appendix, OwnPlan
from samverkan_cli.models.problems import ReportReference
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.rules._elsewhere import listed_elsewhere
from samverkan_cli.rules._presence import says
from samverkan_cli.rules._queries import first_document, is_municipality, party_name
from samverkan_cli.rules._vocabulary import DIALOGUES, MUNICIPALITY, POLICE, SOURCES
from samverkan_cli.swedish import listing
from samverkan_cli.text.vocabulary import plainly

Report = SituationReport | ReportReference


def kind_of_source(source: str) -> str:
    """The kind of a source, by the words it is called; one of a kind of its own is known by its name."""
    return next((kind.name for kind in SOURCES if kind.found_in(source)), plainly(source))


def own_reports(dossier: Dossier, parties: tuple[Party, ...], example: str) -> Verdicts:
    """Each party's own report: a document, a reference in the joint picture, or an appendix that is not here."""
    if not parties and not dossier.is_agreement:
        yield Inapplicable("det är en annan parts lägesbild")
    elif not parties:
        yield Finding(
            "ingen av parterna är den som lägesbilden ska komma från",
            dossier.agreement.at("parties"),
            "Skriv typ: kommun och typ: polis på parterna.",
            cured_by=frozenset({"parter"}),
            progress="parten saknas",
        )
    for party in parties:
        reports = reports_of(dossier, party)
        if party.id is None and reports:
            yield Finding(
                "det står inte vems lägesbild det är",
                reports[0].at("party"),
                "Skriv  part:  följt av partens id, till exempel  part: kommun",
                level=Level.WARNING,
            )
        whole = [report for report in reports if not _lacks(report)]
        declared = [entry for entry in listed_elsewhere(dossier, "lägesbild") if _whose(entry, party)]
        here = [report for report in whole if isinstance(report, SituationReport)]
        if whole:
            yield from (Evidence(report.here, declared=not here) for report in here or whole)
        elif declared:
            yield from (Evidence(entry.here, declared=True) for entry in declared)
        elif (own := dossier.agreement.own_report) is not None and len(parties) == 1 and is_municipality(party) and _is_dated(own, dossier):
            yield Evidence(own.here, declared=True)
        elif reports and any(dossier.faulted.covers(place) for _, place in _lacks(reports[0])):
            # Something of what is asked for is there, and could not be read.
            yield Unjudged(f"lägesbilden från {party_name(party)} går inte att läsa i sin helhet")
        elif reports:
            report = reports[0]
            missing = _lacks(report)
            words = listing(word for word, _ in missing)
            more = f" Källorna ska vara av minst två slag, till exempel {example}." if any("källor" in word for word, _ in missing) else ""
            yield Finding(
                f"lägesbilden från {party_name(party)} saknar {words}",
                missing[0][1],
                f"Skriv {words} på lägesbilden.{more}",
                progress=f"{party_name(party)}: {words} saknas",
                items=tuple(Item(word) for word, _ in missing),
            )
            if says_something(report) or report.sources:
                yield Evidence(report.here)
        elif unclear := [entry for entry in listed_elsewhere(dossier, "lägesbild") if _nobodys(entry, dossier)]:
            yield Unjudged(f"det framgår inte vems ”{unclear[0].title or 'lägesbilden'}” är")
        else:
            picture = first_document(dossier, "problembild")
            yield Finding(
                f"{party_name(party)} har ingen egen lägesbild",
                picture.at("builds_on"),
                "Lägg till lägesbilden som bilaga (typ: lägesbild), eller skriv den under bygger_på.",
                suggestion=f"bygger_på:\n  - {{part: {party.id or '…'}, titel: …, datum: …, källor: [{example}]}}",
                related=((party.here, "den här parten"),),
                cured_by=frozenset({"bygger_på", "lägesbild"}),
                progress=f"{party_name(party)} har ingen",
            )


def reports_of(dossier: Dossier, party: Party) -> list[Report]:
    """The reports that say that they are a party's, those that are here before those that are only referred to."""
    documents = [
        one
        for one in dossier.documents
        if isinstance(one, SituationReport) and one.party == party.id and (one.party or not dossier.is_agreement)
    ]
    references = [one for one in _cited(dossier) if one.party and one.party == party.id]
    return [*documents, *references]


def merged_reports(dossier: Dossier) -> tuple[ReportReference, ...]:
    """The reports that the joint picture builds on, if they are more than one party's; those that say no party's count one each."""
    cited = [one for one in _cited(dossier) if one.party or says(one.title)]
    whose = {one.party or str(number) for number, one in enumerate(cited)}
    return tuple(cited) if len(whose) > 1 else ()


def _cited(dossier: Dossier) -> list[ReportReference]:
    """The reports that are referred to; one whose day has not come is not made."""
    return [one for one in dossier.all(lambda document: document.builds_on) if one.date is None or first_of(one.date) <= dossier.today]


def name_of_report(report: ReportReference) -> str:
    """What a cited report is called."""
    return f"”{report.title}”" if report.title else f"lägesbilden från {report.party}"


def says_something(report: Report) -> bool:
    """Whether a report says something beside its sources; one that is only referred to is named."""
    if isinstance(report, ReportReference):
        return says(report.title)
    text = any(map(says, (report.mapping, report.other_information, report.analysis, report.background, report.introduction)))
    return text or bool(report.statistics or report.problems or report.citizens_dialogues or report.staff_dialogues or report.sections)


def _sources(report: Report) -> list[str]:
    """Everything that a report builds on: what it lists, the sources of its figures, and those who were heard."""
    found = [source for source in report.sources if says(source)]
    if isinstance(report, SituationReport):
        figures = (*report.statistics, *(one for problem in report.problems for one in problem.statistics))
        found += [figure.source for figure in figures if figure.source and says(figure.source)]
        found += [DIALOGUES.name for _ in (*report.citizens_dialogues, *report.staff_dialogues)]
    return found


def _lacks(report: Report) -> list[tuple[str, Place]]:
    """What a report lacks of what the checklist asks for: that it is there, and several kinds of sources."""
    lacks = []
    if isinstance(report, ReportReference) and not any(
        (report.date is not None, report.registration_number, report.web_address, report.held_by, report.sources)
    ):
        lacks.append(("datum eller diarienummer", report.at("date")))
    if isinstance(report, SituationReport) and not says_something(report):
        lacks.append(("innehåll", report.at("mapping")))
    sources = _sources(report)
    if isinstance(report, ReportReference) and not report.sources:
        return lacks
    if len({kind_of_source(source) for source in sources}) < 2:
        lacks.append(("källor av flera slag" if sources else "källor", report.at("sources")))
    return lacks


def _is_dated(own: OwnPlan, dossier: Dossier) -> bool:
    """Whether the report that the law asks of the municipality is told of so that it can be found."""
    happened = own.date is not None and first_of(own.date) <= dossier.today
    return says(own.title) and (happened or any((own.registration_number, own.web_address, own.held_by)))


def _whose(entry: Appendix, party: Party) -> bool:
    if entry.held_by and entry.held_by == party.id:
        return True
    words = {"kommun": MUNICIPALITY, "stadsdel": MUNICIPALITY, "region": MUNICIPALITY, "polis": POLICE}.get(party.type or "")
    named = bool(party.name) and plainly(party.name) in plainly(entry.title)
    other = POLICE if words is MUNICIPALITY else MUNICIPALITY
    return named or (words is not None and words.found_in(entry.title) and not other.found_in(entry.title))


def _nobodys(entry: Appendix, dossier: Dossier) -> bool:
    return not any(_whose(entry, party) for party in dossier.parties)
