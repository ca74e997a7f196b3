"""LAG09."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level
from samverkan_cli.swedish import listing


@rule("LAG09", "syften-och-områden", Level.ERROR, step=3)
def the_agreement_says_purposes_and_areas(case: Case) -> Verdicts:
    """Överenskommelsen säger för vilka syften och inom vilka områden

    Det är de enda krav lagen ställer på vad som ska stå i en skriftlig överenskommelse.

    Syftet står under `syfte`. Områdena är fokusområden eller problem.

    Godkänns:

        period: {från: 2024-01-01}
        syfte: Färre unga ska utsättas för brott.
        fokusområden: [{id: F1, namn: Ungdomskriminalitet}]

    Underkänns:

        period: {från: 2024-01-01}
        fokusområden:  # <-
          - {id: F1, namn: Ungdomskriminalitet}

    Källa: Lagen (2023:196), 9 §
    """
    dossier = case.dossier
    purposes = [document for document in dossier.documents if document.purpose]
    areas = dossier.focus_areas or dossier.problems
    missing = []
    if not purposes:
        missing.append(("syften", dossier.agreement.at("focus_areas") if dossier.focus_areas else dossier.agreement.at("purpose"), "syfte"))
    if not areas:
        missing.append(("områden", dossier.agreement.at("focus_areas"), "fokusområden"))
    if missing:
        yield Finding(
            f"överenskommelsen säger inte {listing((word for word, _, _ in missing), 'eller')}",
            missing[0][1],
            "Skriv syfte och fokusområden.",
            suggestion="\n".join("syfte: …" if key == "syfte" else "fokusområden:\n  - {id: F1, namn: …}" for _, _, key in missing),
            cured_by=frozenset(key for _, _, key in missing),
        )
    for document in purposes[:1]:
        yield Evidence(document.at("purpose"))
    for area in areas[:1]:
        yield Evidence(area.here)
