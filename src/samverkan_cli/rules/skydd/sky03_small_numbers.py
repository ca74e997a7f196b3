"""SKY03."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level
from samverkan_cli.models.problems import Dialogue, Problem, Statistic
from samverkan_cli.swedish import number

_SHARES = ("procent", "andel", "promille", "per ", "minuter", "dagar", "kronor", "km")


@rule("SKY03", "få-på-en-plats", Level.NOTE, blocks_publication=True)
def small_numbers_do_not_point_at_anybody(case: Case) -> Verdicts:
    """Få av något på en namngiven plats kan peka ut någon

    Färre än fem av ett slag på en plats som alla känner till kan räcka för att förstå vem det gäller.

    Regeln frågar om antal från ett till fyra. Andelar och mått räknas inte.

    Godkänns:

        statistik:
          - {vad: anmälda rån, värde: 5, enhet: anmälningar, plats: centrum}
          - {vad: anmälda inbrott, värde: 0, enhet: anmälningar, plats: centrum}
        medborgardialoger:
          - {namn: Torgdialog, plats: centrum, deltagare: {kvinnor: 5, män: 0}}

    Underkänns:

        statistik:
          - {vad: gripna, värde: 1, enhet: personer, plats: norra skolan}  # <-
          - {vad: misstänkta, värde: 4, enhet: personer, plats: norra skolan}  # <-
        medborgardialoger:
          - namn: Samtal i matsalen
            plats: norra skolan
            deltagare:
              flickor: 1  # <-
              pojkar: 4  # <-

    Underkänns:

        problem:
          - id: P1
            plats: [norra skolan]
            statistik:
              - {vad: gripna, värde: 3, enhet: personer}  # <-

    Källa: Statistiska centralbyråns och kommunernas praxis för röjande; offentlighets- och sekretesslagen
    """
    for node in case.dossier.nodes:
        if isinstance(node, Problem) and node.place:
            for statistic in node.statistics:
                if not statistic.place:
                    yield from _small(statistic, node.place[0])
        elif isinstance(node, Statistic) and node.place:
            yield from _small(node, node.place)
        elif isinstance(node, Dialogue) and node.place and node.participants:
            heard = node.participants
            for name in ("women", "men", "girls", "boys", "count"):
                value = getattr(heard, name)
                if value is not None and 0 < value < 5:
                    yield Finding(
                        f"bara {number(value)} på en namngiven plats ({node.place})",
                        heard.at(name),
                        "Slå ihop med en annan grupp, eller ta bort platsen.",
                    )


def _small(statistic: Statistic, place: str) -> Verdicts:
    unit = (statistic.unit or "").lower()
    if any(word in unit for word in _SHARES):
        return
    values = [("value", statistic.value), *(("split", value) for value in (statistic.split or {}).values())]
    for name, value in values:
        if isinstance(value, int) and 0 < value < 5:
            yield Finding(
                f"bara {number(value)} {statistic.unit or 'av ett slag'} på en namngiven plats ({place})",
                statistic.at(name),
                "Slå ihop med fler platser eller år, eller skriv färre än fem.",
            )
            return
