"""SH04."""

from collections.abc import Sequence

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Item, Level, Place
from samverkan_cli.models.communication import Documentation
from samverkan_cli.rules._presence import is_said_when, says, unfaulted, when_lacks
from samverkan_cli.rules._queries import responsible
from samverkan_cli.rules._vocabulary import VAGUE
from samverkan_cli.swedish import listing


@rule("SH04", "dokumentation", Level.WARNING, step=3, words=(VAGUE,))
def it_says_how_the_work_is_documented(case: Case) -> Verdicts:
    """Det står hur arbetet dokumenteras

    Utan en logg finns det inget att följa upp när minnet bleknar (handboken, Vad ska stå i överenskommelsen).

    Det framgår var, av vem och när. ”Efter varje pass” säger när, ”löpande” gör det inte. Sägs det på flera ställen räknas de ihop.

    Godkänns:

        dokumentation:
          var: den gemensamma loggen
          vem: {ansvarig: {aktör: kommun, funktion: trygghetssamordnare}}
          när: {detalj: efter varje pass}

    Godkänns:

        dokumentation: {var: den gemensamma loggen, när: {minst: 1, per: vecka}}
        # fil: plan.yaml
        samverkan: 1
        typ: åtgärdsplan
        dokumentation: {vem: {ansvarig: {grupp: råd}}}

    Underkänns:

        dokumentation:
          var: den gemensamma loggen
          vem:  # <-

    Underkänns:

        dokumentation:
          var: den gemensamma loggen
          vem: {ansvarig: {aktör: kommun, funktion: trygghetssamordnare}}
          när: {detalj: löpande}  # <-

    Underkänns:

        dokumentation: {var: kompletteras}  # <-

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
        return
    yield from (Evidence(item.here) for item in found if says(item.what) or any(there for there, _, _, _ in _asked([item])))
    missing = unfaulted(dossier, [(word, told, place) for there, word, told, place in _asked(found) if not there])
    if missing:
        words = listing((told for _, told, _ in missing), "eller")
        yield Finding(
            f"dokumentationen säger inte {words}",
            missing[0][2],
            f"Skriv {listing(word for word, _, _ in missing)}.",
            cured_by=frozenset({"dokumentation"}),
            progress=f"{words} saknas",
            items=tuple(Item(word) for word, _, _ in missing),
        )


def _asked(found: Sequence[Documentation]) -> tuple[tuple[bool, str, str, Place], ...]:
    """Where, by whom and when: whether some entry says it, the word for it, how it is told that none does, and where it belongs."""
    first = found[0]
    return (
        (any(says(item.where) for item in found), "var", "var", first.at("where")),
        (any(responsible(item.who) for item in found), "vem", "vem", first.at("who")),
        (any(is_said_when(item.when) for item in found), "när", when_lacks(first.when) or "när", first.at("when")),
    )
