"""``överenskommelse``: the agreement, the root of a dossier."""

from typing import Literal

from samverkan_cli.models.actors import Party
from samverkan_cli.models.base import Many, Noun, field, many, required
from samverkan_cli.models.content import ContentDocument
from samverkan_cli.models.formalities import Appendix, Demand, DocumentReference, InitialDecision, Leadership, OwnPlan, Part, Termination
from samverkan_cli.models.scalars import Step


class Agreement(ContentDocument):
    """The agreement between two or more parties."""

    noun = Noun("överenskommelse", "överenskommelsen")

    type: Literal["överenskommelse"] = required("typ", "Vilket slags dokument det är.", definite="typen", example="överenskommelse")
    current_step: Step | None = field(
        "pågående_steg", "Det steg ni arbetar i nu, 1–5.", definite="det pågående steget", sealed=False, example=4
    )
    parties: Many[Party] = many("parter", "De som ingår överenskommelsen.", definite="parterna", heading="Parter")
    initial_decisions: Many[InitialDecision] = many(
        "inledande_beslut",
        "Parternas beslut att börja: organisation och resurser.",
        definite="de inledande besluten",
        heading="Inledande beslut",
        example={"part": "kommun", "organ": "kommunstyrelsen", "datum": "2018-02-14", "paragraf": "§ 31"},
        alone=True,
    )
    termination: Termination | None = field("uppsägning", "Hur överenskommelsen sägs upp.", definite="uppsägningen")
    own_report: OwnPlan | None = field(
        "kommunens_lägesbild",
        "Kommunens egen lägesbild enligt lagen.",
        definite="kommunens lägesbild",
        example={"titel": "Lägesbild 2024", "datum": "2024-03-11"},
    )
    own_plan: OwnPlan | None = field(
        "kommunens_åtgärdsplan",
        "Kommunens egen åtgärdsplan enligt lagen.",
        definite="kommunens åtgärdsplan",
        example={"titel": "Brottsförebyggande åtgärdsplan 2024–2026", "datum": "2024-05-20"},
    )
    leadership: Leadership | None = field(
        "ledning",
        "Den nämnd som leder kommunens arbete, och till vem den rapporterar.",
        definite="ledningen av kommunens arbete",
        example={"organ": "kommunstyrelsen", "rapporterar_till": "kommunfullmäktige"},
    )
    part_of: DocumentReference | None = field(
        "del_av", "Den överenskommelse som den här är en del av.", definite="överenskommelsen ovanför", example={"fil": "../agreement.yaml"}
    )
    parts: Many[Part] = many(
        "delar", "De överenskommelser som är delar av den här.", definite="delarna", example={"fil": "del-2/agreement.yaml"}
    )
    demands_on_parts: Many[Demand] = many(
        "krav_på_delar",
        "Vad den här överenskommelsen kräver av sina delar.",
        definite="kraven på delarna",
        heading="Andra överenskommelser",
    )
    appendices: Many[Appendix] = many("bilagor", "Bilagorna, i den ordning de ska stå.", definite="bilagorna")
