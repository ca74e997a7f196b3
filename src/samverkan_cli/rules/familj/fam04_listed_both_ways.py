"""FAM04."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.project.family import points_to


@rule("FAM04", "släktskap-åt-ett-håll", Level.WARNING)
def relatives_name_each_other(case: Case) -> Verdicts:
    """Delen och helheten nämner varandra

    Om bara den ena vet om den andra glöms delen när helheten följs upp.

    Godkänns:

        del_av: {fil: ovanför.yaml}
        # fil: ovanför.yaml
        samverkan: 1
        typ: överenskommelse
        delar: [{fil: agreement.yaml}]

    Godkänns:

        titel: Den övergripande
        delar:
          - {titel: En del som inte ligger här}

    Underkänns:

        del_av: {fil: ovanför.yaml}  # <-
        # fil: ovanför.yaml
        samverkan: 1
        typ: överenskommelse
        titel: Den övergripande

    Underkänns:

        delar:
          - {fil: del.yaml}  # <-
        # fil: del.yaml
        samverkan: 1
        typ: överenskommelse
        titel: Delen

    Källa: Filformatet samverkan 1, princip 9
    """
    dossier = case.dossier
    above = dossier.family.above
    if above is not None and _is_read(above, "delar") and not any(points_to(above, part, dossier) for part in above.agreement.parts):
        yield Finding(
            "överenskommelsen ovanför tar inte upp den här bland sina delar",
            dossier.agreement.at("part_of"),
            "Lägg till den under delar i överenskommelsen ovanför.",
            related=((above.agreement.at("parts"), "här ska den stå"),),
            cured_by=frozenset({"delar"}),
        )
    for part in dossier.agreement.parts:
        below = next((one for one in dossier.family.below if points_to(dossier, part, one)), None)
        if below is not None and _is_read(below, "del_av") and not points_to(below, below.agreement.part_of, dossier):
            yield Finding(
                f"{below.title} säger inte att den är en del av den här",
                part.here,
                "Skriv del_av i delens överenskommelse.",
                related=((below.agreement.at("part_of"), "här ska det stå"),),
            )


def _is_read(dossier: Dossier, key: str) -> bool:
    """Whether a key that is not there in a relative is missing: what could not be read may have held it."""
    return dossier.unread is not None and key not in dossier.unread
