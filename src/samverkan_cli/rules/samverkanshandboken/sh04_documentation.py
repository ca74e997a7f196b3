"""SH04."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level
from samverkan_cli.rules._queries import lacking, responsible
from samverkan_cli.swedish import listing


@rule("SH04", "dokumentation", Level.WARNING, step=3)
def it_says_how_the_work_is_documented(case: Case) -> Verdicts:
    """Det står hur arbetet dokumenteras

    Utan en logg finns det inget att följa upp när minnet bleknar (handboken, steg 3).

    Skriv var, av vem och hur ofta.

    Godkänns:

        dokumentation:
          var: den gemensamma loggen
          vem: {ansvarig: {aktör: kommun, funktion: trygghetssamordnare}}
          när: {minst: 1, per: vecka}

    Underkänns:

        dokumentation:  # <-
          var: den gemensamma loggen

    Underkänns:

        dokumentation:
          var: den gemensamma loggen
          vem: {ansvarig: {aktör: kommun, funktion: trygghetssamordnare}}
          när:  # <-

    Källa: Brå, Polisen och SKR, Teckna samverkansöverenskommelse
    """
    dossier = case.dossier
    found = [document.documentation for document in dossier.documents if document.documentation]
    if not found:
        yield Finding(
            "det står inte hur arbetet dokumenteras",
            dossier.agreement.at("documentation"),
            "Skriv var, av vem och hur ofta.",
            suggestion="dokumentation:\n  var: …\n  vem: {ansvarig: {aktör: …, funktion: …}}\n  när: {minst: 1, per: vecka}",
            cured_by=frozenset({"dokumentation"}),
        )
    for item in found:
        asked = (
            ("where", bool(item.where), "var"),
            ("who.responsible", responsible(item.who) is not None, "vem"),
            ("when", item.when is not None and item.when.is_given, "när"),
        )
        missing = lacking(item, asked)
        if missing:
            words = listing((word for word, _ in missing), "eller")
            place = missing[0][1] if len(missing) == 1 else item.here
            yield Finding(f"dokumentationen säger inte {words}", place, f"Skriv {listing(word for word, _ in missing)}.")
        else:
            yield Evidence(item.here)
