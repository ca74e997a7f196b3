"""SK12."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level
from samverkan_cli.rules._queries import lacking
from samverkan_cli.swedish import listing


@rule("SK12", "återkoppling", Level.ERROR, step=3)
def the_work_is_reported_back(case: Case) -> Verdicts:
    """Det står till vilka, vad och hur ofta arbetet återkopplas

    Den som äger överenskommelsen kan bara styra det den får veta (checklistan, punkt 12).

    Godkänns:

        återkoppling:
          - {till: råd, vad: läget per åtgärd, när: {minst: 4, per: år}}

    Underkänns:

        återkoppling:
          - {till: råd, vad: läget per åtgärd}  # <-

    Källa: Länsstyrelsen Skåne m.fl., checklistan 2019, punkt 12
    """
    dossier = case.dossier
    feedback = dossier.all(lambda document: document.feedback)
    if not feedback:
        yield Finding(
            "det står inte hur arbetet återkopplas",
            dossier.agreement.at("feedback"),
            "Skriv till vilka, vad och hur ofta ni återkopplar.",
            suggestion="återkoppling:\n  - till: råd\n    vad: läget per åtgärd\n    vem: {ansvarig: {aktör: …, funktion: …}}\n    när: {minst: 4, per: år}",
            cured_by=frozenset({"återkoppling"}),
        )
    for item in feedback:
        asked = (
            ("to", bool(item.to), "till"),
            ("what", bool(item.what), "vad"),
            ("when", item.when is not None and item.when.is_given, "när"),
        )
        missing = lacking(item, asked)
        if missing:
            words = listing(f"”{word}”" for word, _ in missing)
            to = f" till {item.to}" if item.to else ""
            yield Finding(
                f"återkopplingen{to} saknar {words}",
                missing[0][1],
                f"Skriv {words} på återkopplingen, till exempel  när: {{minst: 4, per: år}}."
                if missing[-1][0] == "när"
                else f"Skriv {words} på återkopplingen.",
                progress=f"återkopplingen{to} saknar {words}",
            )
        else:
            yield Evidence(item.here)
