"""TYD06."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level


@rule("TYD06", "effekten-följs-upp", Level.WARNING, step=4)
def effects_are_followed_up(case: Case) -> Verdicts:
    """Någon undersöker om problemet ändras

    Den som bara räknar vad som är gjort vet inte om det hjälpte. Frågan ställs i varje fokusområde där åtgärderna följs upp.

    Godkänns:

        fokusområden: [{id: F1}]
        åtgärder:
          - id: Å1.1
            gäller_fokusområden: [F1]
            uppföljning: [{vad: antal pass, vem: {ansvarig: {aktör: kommun}}, när: {minst: 1, per: månad}}]
        uppföljning:
          - {typ: effekt, gäller_fokusområden: [F1], vad: otryggheten, vem: {ansvarig: {aktör: kommun}}, när: {minst: 1, per: år}}

    Underkänns:

        fokusområden:
          - {id: F1}  # <-
        åtgärder:
          - id: Å1.1
            gäller_fokusområden: [F1]
            uppföljning: [{vad: antal pass, vem: {ansvarig: {aktör: kommun}}, när: {minst: 1, per: månad}}]

    Källa: Länsstyrelsen Skåne m.fl., checklistan 2019, punkt 13; Brå, Planera uppföljning
    """
    dossier = case.dossier
    for area in dossier.focus_areas:
        planned = dossier.graph.follow_ups_in(area.id)
        if not dossier.graph.actions_in(area.id) or not planned or any(item.type == "effekt" for item in planned):
            continue
        yield Finding(
            f"i fokusområdet {area.name or area.id} räknar uppföljningen bara vad ni gör; ingen undersöker om problemet ändras",
            area.here,
            "Lägg till en uppföljning med  typ: effekt  som gäller fokusområdet eller dess mål.",
            cured_by=frozenset({"effekt"}),
        )
