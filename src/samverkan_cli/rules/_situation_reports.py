"""A party's own situation report: shared by the points that ask for the municipality's and the police's."""

from samverkan_cli.checking.rule import Verdicts
from samverkan_cli.diagnostics import Evidence, Finding, Level, Place
from samverkan_cli.models import SituationReport
from samverkan_cli.models.actors import Party
from samverkan_cli.models.problems import ReportReference
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.rules._queries import first_document, party_name
from samverkan_cli.swedish import listing

_KINDS = (
    (
        "anmälningar",
        ("anmäld", "anmälningsstatistik", "brottsanmäl", "brottsstatistik", "kriminalstatistik", "polisanmäl"),
    ),
    ("undersökningar", ("enkät", "mätning", "undersökning")),
    ("dialoger", ("dialog", "vandring", "samråd", "intervju")),
    ("rapporter från verksamheten", ("incident", "rapport", "logg", "felanmäl", "underrättelse")),
)


def kind_of_source(source: str) -> str:
    """The kind of a source, by the words it is called."""
    lowered = source.lower()
    return next((kind for kind, words in _KINDS if any(word in lowered for word in words)), lowered)


def own_reports(dossier: Dossier, parties: tuple[Party, ...], example: str) -> Verdicts:
    """Each party's own report: a document, or a reference in the joint picture."""
    for party in parties:
        reports = [
            document
            for document in dossier.documents
            if isinstance(document, SituationReport) and document.party == party.id and (document.party or not dossier.is_agreement)
        ]
        references = [
            reference for reference in dossier.all(lambda document: document.builds_on) if reference.party and reference.party == party.id
        ]
        candidates: list[SituationReport | ReportReference] = [*reports, *references]
        if not candidates:
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
            continue
        if party.id is None and reports:
            yield Finding(
                "det står inte vems lägesbild det är",
                reports[0].at("party"),
                "Skriv  part:  följt av partens id, till exempel  part: kommun",
                level=Level.WARNING,
            )
        complete = [report for report in candidates if not _lacks(report)]
        if not complete:
            report = candidates[0]
            missing = _lacks(report)
            words = listing(word for word, _ in missing)
            more = f" Källorna ska vara minst två, till exempel {example}." if "källor" in words else ""
            yield Finding(
                f"lägesbilden från {party_name(party)} saknar {words}",
                missing[0][1],
                f"Skriv {words} på lägesbilden.{more}",
                progress=f"{party_name(party)}: {words} saknas",
            )
            yield Evidence(report.here)
            continue
        sources = [source for report in complete for source in report.sources]
        kinds = {kind_of_source(source) for source in sources}
        if len(kinds) == 1:
            yield Finding(
                f"alla källor i lägesbilden från {party_name(party)} är av samma slag: {next(iter(kinds))}",
                complete[0].at("sources"),
                "Ta med en källa av ett annat slag, så att ni ser mer än det som ett sätt att mäta visar.",
                level=Level.NOTE,
                progress=f"{party_name(party)}: källor av ett enda slag",
            )
        for report in complete:
            yield Evidence(report.at("sources"))


def _lacks(report: SituationReport | ReportReference) -> list[tuple[str, Place]]:
    lacks = []
    if isinstance(report, ReportReference) and report.date is None:
        lacks.append(("datum", report.at("date")))
    if isinstance(report, ReportReference) and report.published is False and not report.registration_number:
        lacks.append(("diarienummer", report.at("registration_number")))
    if len(set(report.sources)) < 2:
        lacks.append(("flera källor" if report.sources else "källor", report.at("sources")))
    return lacks
