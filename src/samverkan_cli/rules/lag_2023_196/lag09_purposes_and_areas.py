"""LAG09."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Inapplicable, Item, Level, Place, Unjudged
from samverkan_cli.models.days import KnownDay, PartialDate, first_of, last_of, latest
from samverkan_cli.models.scalars import FROM_SIGNATURE
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.rules._elsewhere import listed_elsewhere, why_unseen
from samverkan_cli.rules._presence import says, unfaulted
from samverkan_cli.rules._queries import is_described
from samverkan_cli.rules._signatures import signatures_of
from samverkan_cli.rules._vocabulary import AGREEMENTS, AREAS, PURPOSES
from samverkan_cli.rules.lag_2023_196 import IN_FORCE
from samverkan_cli.rules.lag_2023_196._bound import has_happened, worked_for
from samverkan_cli.swedish import listing


@rule("LAG09", "syften-och-områden", Level.ERROR, step=3, words=(PURPOSES, AREAS))
def the_agreement_says_purposes_and_areas(case: Case) -> Verdicts:
    """Överenskommelsen säger för vilka syften och inom vilka områden

    Det är det enda som lagen kräver att en skriftlig överenskommelse innehåller. I övrigt ska kommunen verka för att den kommer till stånd.

    Syftet står under `syfte` i överenskommelsen, eller i ett avsnitt med den rubriken; en bilagas syfte är inte överenskommelsens. Områdena är
    fokusområden eller problem med ord, eller ett avsnitt med en sådan rubrik. Det kommunen har gjort för att få till stånd en överenskommelse
    står under `verkat_för`.

    Lagen gäller överenskommelser som har ingåtts från 2023-07-01: den dag då den sista parten skrev under, annars beslutets dag, annars periodens
    första. En överenskommelse som inte har börjat gälla bedöms efter dagens lag. Framgår ingen dag går det inte att säga om lagen gäller.

    Godkänns:

        # idag: 2023-07-01
        period: {från: 2023-07-01}
        syfte: Färre unga ska utsättas för brott.
        fokusområden: [{id: F1, namn: Ungdomskriminalitet}]

    Godkänns:

        # idag: 2023-08-01
        period: {från: 2024-01-01}
        avsnitt: [{rubrik: Syfte och mål, text: Färre unga ska utsättas för brott.}, {rubrik: Prioriterade områden, text: Skolvägen.}]

    Underkänns:

        # idag: 2023-07-01
        period: {från: 2024-01-01}
        fokusområden:  # <-
          - {id: F1, namn: Ungdomskriminalitet}
        # fil: kommunikationsplan.yaml
        samverkan: 1
        typ: kommunikationsplan
        syfte: Att nå ut.

    Underkänns:

        # idag: 2024-06-01
        parter: [{id: kommun, typ: kommun, fastställd: {organ: kommunstyrelsen, datum: 2023-07-01}}]
        period: {från: 2023-01-01}
        syfte: kompletteras
        fokusområden:  # <-
          - {id: F1}

    Underkänns:

        # idag: 2024-06-01
        parter: [{id: kommun, typ: kommun}]
        period: {från: underskrift, längd: 2 år}
        underskrifter: [{part: kommun, funktion: kommunstyrelsens ordförande, datum: }]
        fokusområden: [{id: F1, namn: Ungdomskriminalitet}]  # <-

    Underkänns:

        # idag: 2024-06-01
        parter: [{id: kommun, typ: kommun}, {id: polis, typ: polis}]
        period: {från: underskrift, till: 2024-06-01}
        underskrifter: [{part: kommun, datum: 2023-05-10}, {part: polis, datum: }]
        fokusområden: [{id: F1, namn: Ungdomskriminalitet}]  # <-

    Källa: Lagen (2023:196), 9 §
    """
    dossier = case.dossier
    day = _concluded(dossier)
    if case.today < IN_FORCE or (day is not None and last_of(day) < IN_FORCE):
        yield Inapplicable(f"ingicks {day}, före lagen (2023-07-01)" if day else f"lagen gäller från {IN_FORCE}")
        return
    if day is None:
        yield Unjudged("det framgår inte när överenskommelsen ingicks, och därför inte om lagen gäller")
        return
    if first_of(day) < IN_FORCE:
        yield Unjudged(f"det framgår bara att överenskommelsen ingicks {day}, och lagen gäller från {IN_FORCE}")
        return
    purposes, areas = _purposes(dossier), _areas(dossier)
    worked = [one for one in worked_for(dossier) if AGREEMENTS.found_in(one.what)]
    yield from (Evidence(place) for place in (*purposes[:1], *areas[:1], *(one.here for one in worked[:1])))
    missing = []
    if not purposes:
        missing.append(("syften", dossier.agreement.at("focus_areas" if dossier.focus_areas else "purpose"), "syfte"))
    elsewhere = listed_elsewhere(dossier, "problembild", "åtgärdsplan")
    if not areas and elsewhere:
        yield Unjudged(why_unseen(elsewhere))
    elif not areas:
        missing.append(("områden", dossier.agreement.at("focus_areas"), "fokusområden"))
    if missing := unfaulted(dossier, missing):
        yield Finding(
            f"överenskommelsen säger inte {listing((word for word, _, _ in missing), 'eller')}",
            missing[0][1],
            "Skriv " + listing(key for _, _, key in missing) + ".",
            suggestion="\n".join("syfte: …" if key == "syfte" else "fokusområden:\n  - {id: F1, namn: …}" for _, _, key in missing),
            cured_by=frozenset(key for _, _, key in missing),
            items=tuple(Item(word) for word, _, _ in missing),
        )


def _concluded(dossier: Dossier) -> KnownDay | None:
    """The day that decides whether the law is applied; nothing where no day is known."""
    if has_happened(dossier, dossier.signed_on):
        return dossier.signed_on
    decided = [dossier.agreement.adopted, *(party.adopted for party in dossier.parties)]
    days = [one.date for one in decided if one is not None and has_happened(dossier, one.date)]
    if days:
        return latest(days)
    written = dossier.agreement.period.start if dossier.agreement.period else None
    # What has not begun is a draft: the law that holds is that of the day judged.
    if written == FROM_SIGNATURE and _is_to_be_signed(dossier):
        return dossier.today
    if dossier.start is None:
        return None
    return written if isinstance(written, PartialDate) else min(dossier.start, dossier.today)


def _is_to_be_signed(dossier: Dossier) -> bool:
    """Whether a signature is planned and not made, and there is time for it. Where none is written it may be signed on paper."""
    made = [id(one) for party in dossier.parties for one in signatures_of(dossier, party, dossier.today)]
    planned = [one for one in dossier.agreement.signatures if id(one) not in made]
    return bool(planned) and (dossier.end is None or dossier.end >= dossier.today)


def _purposes(dossier: Dossier) -> list[Place]:
    agreement = dossier.agreement
    found = [agreement.at("purpose")] if says(agreement.purpose) else []
    return found + [one.here for one in agreement.sections if PURPOSES.found_in(one.heading) and says(one.text)]


def _areas(dossier: Dossier) -> list[Place]:
    found = [area.here for area in dossier.focus_areas if says(area.name) or says(area.description)]
    found += [problem.here for problem in dossier.problems if is_described(problem)]
    return found + [one.here for one in dossier.agreement.sections if AREAS.found_in(one.heading) and says(one.text)]
