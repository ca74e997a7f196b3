"""SH08."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level
from samverkan_cli.rules._queries import lacking
from samverkan_cli.swedish import listing


@rule("SH08", "samsyn", Level.WARNING, step=4)
def everybody_is_told_what_it_means(case: Case) -> Verdicts:
    """Alla som berörs får veta vad överenskommelsen innebär för dem

    En överenskommelse som bara ledningen känner till blir inget arbete (handboken, Samsyn).

    Godkänns:

        samsyn:
          - {vilka: enhetschefer och gruppchefer, hur: genomgång av den egna rollen, när: {senast: 2019-01-21}}

    Underkänns:

        samsyn:
          - {vilka: enhetschefer och gruppchefer}  # <-

    Källa: Brå, Polisen och SKR, Teckna samverkansöverenskommelse, Samsyn
    """
    dossier = case.dossier
    found = dossier.all(lambda document: document.shared_understanding)
    if not found:
        yield Finding(
            "det står inte hur de som berörs får veta vad överenskommelsen innebär för dem",
            dossier.agreement.at("shared_understanding"),
            "Skriv vilka, hur och när.",
            suggestion="samsyn:\n  - {vilka: …, hur: …, när: {senast: …}}",
            cured_by=frozenset({"samsyn"}),
        )
    for item in found:
        asked = (
            ("which", bool(item.which), "vilka"),
            ("how", bool(item.how), "hur"),
            ("when", item.when is not None and item.when.is_given, "när"),
        )
        missing = lacking(item, asked)
        if missing:
            words = listing((word for word, _ in missing), "eller")
            yield Finding(f"samsynen säger inte {words}", missing[0][1], f"Skriv {listing(word for word, _ in missing)}.")
        else:
            yield Evidence(item.here)
