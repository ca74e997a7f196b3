"""FAM02."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level
from samverkan_cli.rules._presence import says
from samverkan_cli.text.spelling import fold


@rule("FAM02", "fokusområde-ovanifrån", Level.WARNING, step=4)
def focus_areas_from_above_are_taken_up_or_declined(case: Case) -> Verdicts:
    """Fokusområdena ovanför är upptagna eller bortvalda

    Det som är prioriterat för helheten ska delen antingen arbeta med eller säga varför den inte gör det.

    Ett fokusområde räknas som upptaget när delen har ett med samma namn, och som bortvalt när namnet och ett skäl står under
    `bortprioriterat`.

    Godkänns:

        del_av: {fil: ovanför.yaml}
        fokusområden: [{id: F1, namn: Trafik}]
        bortprioriterat: [{namn: Otillåten påverkan, skäl: Förekommer inte här.}]
        # fil: ovanför.yaml
        samverkan: 1
        typ: överenskommelse
        fokusområden: [{id: F1, namn: Trafik}, {id: F2, namn: Otillåten påverkan}]

    Underkänns:

        del_av: {fil: ovanför.yaml}  # <-
        fokusområden: [{id: F1, namn: Trafik}]
        # fil: ovanför.yaml
        samverkan: 1
        typ: överenskommelse
        fokusområden: [{id: F1, namn: Trafik}, {id: F2, namn: Otillåten påverkan}]

    Underkänns:

        del_av: {fil: ovanför.yaml}  # <-
        bortprioriterat: [{namn: Trafik}]
        # fil: ovanför.yaml
        samverkan: 1
        typ: överenskommelse
        fokusområden: [{id: F1, namn: Trafik}]

    Källa: Stockholms stads och polisregionens övergripande överenskommelse: prioriterade områden avspeglas lokalt
    """
    dossier = case.dossier
    above = dossier.family.above
    if above is None:
        return
    declined = {fold(item.name) for item in dossier.all(lambda document: document.deprioritised) if item.name and says(item.reason)}
    known = {fold(area.name) for area in dossier.focus_areas if area.name} | declined
    for area in above.focus_areas:
        if area.name and fold(area.name) not in known:
            yield Finding(
                f"fokusområdet {area.name} från överenskommelsen ovanför är varken upptaget eller bortvalt",
                dossier.agreement.at("part_of"),
                "Ta upp det som fokusområde med samma namn, eller skriv under bortprioriterat varför inte.",
                related=((area.here, "här står det"),),
                cured_by=frozenset({"fokusområden", "bortprioriterat"}),
            )
