"""FAM05."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.rules._presence import says
from samverkan_cli.text.spelling import fold
from samverkan_cli.text.vocabulary import Words


@rule("FAM05", "rapporteras-inte-uppåt", Level.WARNING, step=3)
def the_outcome_is_reported_upwards(case: Case) -> Verdicts:
    """Delens uppföljning når dem ovanför

    Helheten kan bara följas upp om delarna berättar hur det går.

    Återkopplingen, uppföljningen eller en grupps `rapporterar_till` nämner en grupp ovanför: med dess id eller namn, som får stå inne i en
    längre text, och namnet får böjas (rådets möte). En grupp i delen som heter likadant eller har samma id är delens egen.

    Godkänns:

        del_av: {fil: ovanför.yaml}
        återkoppling: [{till: centrala styrgruppen, vad: läget, när: {minst: 1, per: år}}]
        # fil: ovanför.yaml
        samverkan: 1
        typ: överenskommelse
        samverkansorganisation: [{id: central, namn: Centrala styrgruppen}]

    Godkänns:

        del_av: {fil: ovanför.yaml}
        återkoppling: [{till: de som sitter i styret, vad: läget, när: {minst: 1, per: år}}]
        # fil: ovanför.yaml
        samverkan: 1
        typ: överenskommelse
        samverkansorganisation: [{id: ledning, namn: Styret}]

    Godkänns:

        del_av: {fil: ovanför.yaml}
        # fil: ovanför.yaml
        samverkan: 1
        typ: överenskommelse
        samverkansorganisation: [{id: del, namn: Delens styrgrupp, en_per: stadsdel}]

    Underkänns:

        del_av: {fil: ovanför.yaml}
        återkoppling:  # <-
          - {till: råd, vad: läget, när: {minst: 1, per: år}}
        # fil: ovanför.yaml
        samverkan: 1
        typ: överenskommelse
        samverkansorganisation: [{id: central, namn: Centrala styrgruppen}]

    Godkänns:

        del_av: {fil: ovanför.yaml}
        återkoppling: [{till: de som sitter i rådet, vad: läget, när: {minst: 1, per: år}}]
        # fil: ovanför.yaml
        samverkan: 1
        typ: överenskommelse
        samverkansorganisation: [{id: ledning, namn: Rådet}]

    Underkänns:

        del_av: {fil: ovanför.yaml}
        samverkansorganisation: [{id: lokalt, namn: Rådet}]
        återkoppling:  # <-
          - {till: rådet, vad: läget, när: {minst: 1, per: år}}
        # fil: ovanför.yaml
        samverkan: 1
        typ: överenskommelse
        samverkansorganisation: [{id: ledning, namn: Rådet}]

    Underkänns:

        del_av: {fil: ovanför.yaml}
        återkoppling:  # <-
          - {till: områdesrådet, vad: läget, när: {minst: 1, per: år}}
        # fil: ovanför.yaml
        samverkan: 1
        typ: överenskommelse
        samverkansorganisation: [{id: ledning, namn: Rådet}]

    Källa: Stockholms stads och polisregionens övergripande överenskommelse: uppföljning
    """
    dossier = case.dossier
    above = dossier.family.above
    # A group that exists once in each part is the part's own, not somebody above it.
    groups = [body for body in above.bodies if body.once_per is None] if above is not None else []
    if above is None or not groups:
        return
    told = [item.to for item in above.all(lambda document: document.feedback) if says(item.to)]
    named = [*(body.name for body in groups), *told]
    names = Words("grupper ovanför", stems=tuple(filter(None, named)), whole=tuple(body.id for body in groups if body.id))
    own = {fold(word) for body in dossier.bodies for word in (body.id, body.name) if word}
    if not any(fold(word) not in own and names.found_in(word) for word in _receivers(dossier)):
        yield Finding(
            "det står inte hur uppföljningen når dem som ansvarar för överenskommelsen ovanför",
            dossier.agreement.at("feedback"),
            "Skriv en återkoppling till en grupp ovanför.",
            related=((groups[0].here, "en grupp ovanför"),),
            cured_by=frozenset({"återkoppling", "rapporterar_till"}),
        )


def _receivers(dossier: Dossier) -> list[str]:
    told = [item.to for item in dossier.all(lambda document: document.feedback)]
    told += [item.to for item in dossier.follow_ups]
    told += [body.reports_to for body in dossier.bodies]
    return [word for word in told if word]
