"""SK11."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level
from samverkan_cli.rules._queries import lacking, responsible
from samverkan_cli.swedish import listing


@rule("SK11", "kommunikationsplan", Level.ERROR, step=4)
def there_is_a_communication_plan(case: Case) -> Verdicts:
    """Det finns en kommunikationsplan

    Arbete som ingen hör talas om ger ingen trygghet. Planen säger vad ni berättar, för vilka, hur, när och vem som gör det (checklistan, punkt 11).

    Planen är ett dokument med `typ: kommunikationsplan`, eller `kommunikationsaktiviteter` i något annat dokument.

    Godkänns:

        kommunikationsaktiviteter:
          - vad: Så går det med ljuset i centrum
            målgrupp: boende kring centrum
            kanal: kommunens webbplats
            vem: {ansvarig: {aktör: kommun, funktion: kommunikatör}}
            när: {minst: 4, per: år}

    Underkänns:

        kommunikationsaktiviteter:
          - vad: Så går det med ljuset i centrum  # <-
            målgrupp: boende kring centrum
            kanal: kommunens webbplats

    Underkänns:

        titel: Överenskommelse 2019–2020
        # fil: kommunikationsplan.yaml
        samverkan: 1
        typ: kommunikationsplan
        kommunikationsaktiviteter:  # <-

    Källa: Länsstyrelsen Skåne m.fl., checklistan 2019, punkt 11
    """
    dossier = case.dossier
    activities = dossier.all(lambda document: document.communication_activities)
    plans = [document for document in dossier.documents if getattr(document, "type", "") == "kommunikationsplan"]
    if not activities:
        promised = next(
            (item for item in dossier.agreement.appendices if item.promise and "kommunikation" in (item.title or "").lower()),
            None,
        )
        place = plans[0].at("communication_activities") if plans else (promised.here if promised else dossier.agreement.at("appendices"))
        message = "kommunikationsplanen är tom: inga aktiviteter" if plans else "det finns ingen kommunikationsplan"
        if promised and promised.promise and promised.promise.latest:
            message += f" (den ska tas fram senast {promised.promise.latest})"
        yield Finding(
            message,
            place,
            "Lägg till ett dokument med  typ: kommunikationsplan  och skriv vad ni berättar, för vilka, hur, när och vem som gör det."
            if dossier.is_agreement
            else "Skriv under kommunikationsaktiviteter vad ni berättar, för vilka, hur, när och vem som gör det.",
            cured_by=frozenset({"kommunikationsaktiviteter", "kommunikationsplan"}),
        )
    for activity in activities:
        asked = (
            ("what", bool(activity.what), "vad"),
            ("audience", bool(activity.audience), "målgrupp"),
            ("channel", bool(activity.channel), "kanal"),
            ("who.responsible", responsible(activity.who) is not None, "vem"),
            ("when", activity.when is not None and activity.when.is_given, "när"),
        )
        missing = lacking(activity, asked)
        if missing:
            words = listing(f"”{word}”" for word, _ in missing)
            name = f" ”{activity.what}”" if activity.what else ""
            yield Finding(
                f"kommunikationsaktiviteten{name} saknar {words}",
                missing[0][1],
                f"Skriv {words} på aktiviteten.",
                progress=f"en aktivitet saknar {words}",
            )
        else:
            yield Evidence(activity.here)
