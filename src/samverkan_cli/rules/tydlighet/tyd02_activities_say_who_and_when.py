"""TYD02."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Item, Level
from samverkan_cli.rules._presence import in_words, is_said_when, says, unfaulted
from samverkan_cli.rules._queries import responsible
from samverkan_cli.swedish import listing


@rule("TYD02", "kommunikation-vem-när", Level.WARNING, step=4)
def activities_say_who_and_when(case: Case) -> Verdicts:
    """Varje kommunikationsaktivitet säger för vilka, hur, vem och när

    En plan finns när det står vad ni berättar och för vilka. Blir det av gör den först när någon ska göra det en viss tid.

    Godkänns:

        kommunikationsaktiviteter:
          - vad: Så går det med ljuset i centrum
            målgrupp: boende kring centrum
            kanal: kommunens webbplats
            vem: {ansvarig: {aktör: kommun, funktion: kommunikatör}}
            när: {minst: 4, per: år}

    Underkänns:

        kommunikationsaktiviteter:
          - vad: Så går det med ljuset i centrum
            målgrupp: boende kring centrum
            kanal: kommunens webbplats
            vem: {ansvarig: {aktör: kommun, funktion: kommunikatör}}
            när: {detalj: vid behov}  # <-
          - vad: Filmer för unga  # <-

    Källa: Länsstyrelsen Skåne m.fl., checklistan 2019, punkt 11; Brå, Kommunicera arbetet
    """
    for activity in case.dossier.all(lambda document: document.communication_activities):
        asked = (
            ("målgrupp", says(activity.audience), "audience"),
            ("kanal", says(activity.channel), "channel"),
            ("vem", responsible(activity.who) is not None, "who"),
            ("när", is_said_when(activity.when), "when"),
        )
        missing = unfaulted(case.dossier, [(word, activity.at(name)) for word, there, name in asked if not there])
        if not missing:
            continue
        words = [word for word, _ in missing]
        told = listing(in_words(words, activity.when), "eller")
        name = f" ”{activity.what}”" if activity.what else ""
        yield Finding(
            f"kommunikationsaktiviteten{name} säger inte {told}",
            missing[0][1],
            f"Skriv {listing(words)} på aktiviteten.",
            items=tuple(Item(word) for word in words),
        )
