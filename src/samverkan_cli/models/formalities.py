"""What makes a document a document: decisions, signatures, appendices, exemptions, relatives."""

from typing import Any

from samverkan_cli.models.base import Many, Node, Noun, field, many, own_id, publication_mark
from samverkan_cli.models.roles import Role
from samverkan_cli.models.scalars import Count, Date, Day, Duration, End, Every, Id, Line, Text, WebAddress, YesNo
from samverkan_cli.models.vocabulary import DocumentType, SignatureMethod
from samverkan_cli.models.when import Period, When


class Secrecy(Node):
    """That something is secret: by what law, since when, by whose decision."""

    provision: Line | None = field("bestämmelse", "Lagrummet.", definite="bestämmelsen", example="18 kap. 1 § OSL")
    marked: Day | None = field("markerad", "Dagen då det märktes som hemligt.", definite="dagen för märkningen", example="2018-06-20")
    by: Line | None = field(
        "av",
        "Den som märkte det: ett id eller ord.",
        definite="den som märkte det",
        refers_to="Actor",
        or_words=True,
        example="polis",
    )


def secrecy_mark(about: str) -> Any:
    """Declare the mark that says that something is secret."""
    return field(
        "sekretess",
        f"Om {about} är hemligt: enligt vilken bestämmelse, sedan när och av vem.",
        definite="sekretessen",
        words_as="bestämmelse",
        example={"bestämmelse": "18 kap. 1 § OSL", "av": "polis"},
    )


def kind_mark(about: str) -> Any:
    """Declare what kind of document lies elsewhere."""
    return field("typ", f"Vilket slags dokument {about} är, när det inte står i filen.", definite="typen", example="kommunikationsplan")


def web_address(about: str) -> Any:
    """Declare where on the web a document is. It is printed as a link, and never fetched."""
    return field(
        "webbadress",
        f"Adressen till {about} på webben.",
        definite="webbadressen",
        sealed=False,
        example="https://kommunen.example/kommunikationsplan.pdf",
    )


def held_by(about: str) -> Any:
    """Declare who has a document that is not here."""
    return field(
        "finns_hos",
        f"Den som har {about}, när det finns på annat håll: ett id eller ord.",
        definite="den som har det",
        refers_to="Actor",
        or_words=True,
        sealed=False,
        example="polis",
    )


def valid_for(about: str) -> Any:
    """Declare the period of a document that lies elsewhere."""
    return field("period", f"Den tid som {about} gäller.", definite="perioden", example={"från": "2019-01-01", "till": "2020-12-31"})


class Delegation(Node):
    """That somebody decides in the place of the organ."""

    to: Line | None = field("till", "Den som fick besluta.", definite="den som fick besluta", example="kommundirektören")
    item: Line | None = field("punkt", "Punkten i delegationsordningen.", definite="punkten", example="1.4")
    reported: Day | None = field("anmäld", "Dagen då beslutet anmäldes.", definite="dagen för anmälan", example="2018-12-12")


class Preparation(Node):
    """One step on the way to a decision."""

    natural_keys = (("organ", "date"),)

    organ: Line | None = field(
        "organ",
        "Den som beredde: ett id eller ord.",
        definite="den som beredde",
        refers_to="Body",
        or_words=True,
        example="kommunstyrelsens arbetsutskott",
    )
    date: Day | None = field("datum", "Dagen.", definite="dagen", example="2018-11-20")
    paragraph: Line | None = field("paragraf", "Paragrafen i protokollet.", definite="paragrafen", example="§ 187")


class Errand(Node):
    """The matter that a decision was prepared in."""

    registration_number: Line | None = field("diarienummer", "Ärendets diarienummer.", definite="diarienumret", example="KS-2018/0000")
    preparation: Many[Preparation] = many(
        "beredning",
        "De som beredde ärendet, i ordning.",
        definite="beredningen",
        example={"organ": "kommunstyrelsens arbetsutskott", "datum": "2018-11-20", "paragraf": "§ 187"},
    )


def errand(whose: str) -> Any:
    """Declare the matter that something was decided in."""
    return field(
        "ärende",
        f"{whose} ärende: diarienumret, och de som beredde det.",
        definite="ärendet",
        sealed=False,
        example={"diarienummer": "KS-2018/0000"},
    )


class Adoption(Node):
    """A decision."""

    organ: Line | None = field(
        "organ",
        "Den grupp eller det organ som beslutade: ett id eller ord.",
        definite="den som beslutade",
        refers_to="Body",
        or_words=True,
        example="kommunstyrelsen",
    )
    date: Day | None = field("datum", "Beslutsdagen.", definite="beslutsdagen", example="2018-12-05")
    paragraph: Line | None = field("paragraf", "Paragrafen i protokollet.", definite="paragrafen", example="§ 212")
    registration_number: Line | None = field("diarienummer", "Beslutets diarienummer.", definite="diarienumret", example="KS-2018/0000")
    delegation: Delegation | None = field(
        "delegation",
        "Om beslutet fattades på delegation: av vem, enligt vilken punkt, och när det anmäldes.",
        definite="delegationen",
        example={"till": "kommundirektören", "punkt": "1.4", "anmäld": "2018-12-12"},
    )


class InitialDecision(Node):
    """A party's decision to begin: organisation and resources (the handbook's step 1)."""

    natural_keys = (("party", "date"),)

    party: Id | None = field("part", "Partens id.", definite="parten", refers_to="Party", example="kommun")
    organ: Line | None = field(
        "organ",
        "Den grupp eller det organ som beslutade: ett id eller ord.",
        definite="den som beslutade",
        refers_to="Body",
        or_words=True,
        example="kommunstyrelsen",
    )
    date: Day | None = field("datum", "Beslutsdagen.", definite="beslutsdagen", example="2018-02-14")
    paragraph: Line | None = field("paragraf", "Paragrafen i protokollet.", definite="paragrafen", example="§ 31")
    registration_number: Line | None = field("diarienummer", "Beslutets diarienummer.", definite="diarienumret", example="KS-2018/0000")


class Promise(Node):
    """Something that shall be made later. It never counts as evidence."""

    latest: Date | None = field("senast", "Dagen då det ska vara klart.", definite="dagen då det ska vara klart", example="2019-02-28")
    responsible: Role | None = field("ansvarig", "Den funktion som ansvarar för att det blir gjort.", definite="den ansvariga")
    comment: Line | None = field("kommentar", "Ett förtydligande.", definite="kommentaren", example="Väntar på beslut om tjänsten.")


class Signature(Node):
    """One person's signature for a party."""

    natural_keys = (("party", "function", "name"),)

    party: Id | None = field("part", "Partens id.", definite="parten", refers_to="Party", example="kommun")
    function: Line | None = field(
        "funktion", "Den funktion som skriver under.", definite="funktionen", example="kommunstyrelsens ordförande"
    )
    name: Line | None = field("namn", "Personens namn, om det behövs.", definite="namnet")
    acting: YesNo | None = field("tillförordnad", "Ja om personen är tillförordnad.", definite="uppgiften om tillförordnad", example="ja")
    deputy: YesNo | None = field("biträdande", "Ja om personen är biträdande.", definite="uppgiften om biträdande", example="ja")
    date: Day | None = field("datum", "Dagen för underskriften.", definite="dagen för underskriften", example="2018-12-14")
    place: Line | None = field("ort", "Orten.", definite="orten", example="Huddinge")
    method: SignatureMethod | None = field("sätt", "På papper eller elektroniskt.", definite="sättet", example="elektroniskt")


class Appendix(Node):
    """One entry in the list of appendices."""

    natural_keys = (("number",), ("file",), ("title",))

    number: Line | None = field("nr", "Numret så som det ska skrivas ut, inom citattecken.", definite="numret", example="3.1")
    title: Line | None = field("titel", "Titeln, om den inte står i filen.", definite="titeln", example="Kommunikationsplan")
    file: Line | None = field(
        "fil", "Bilagans sökväg, räknad från överenskommelsens fil.", definite="filen", example="bilagor/5-kommunikationsplan.yaml"
    )
    type: DocumentType | None = kind_mark("bilagan")
    date: Day | None = field("datum", "Datum på en bilaga som finns på annat håll.", definite="datumet", example="2018-06-14")
    period: Period | None = valid_for("bilagan")
    registration_number: Line | None = field(
        "diarienummer", "Diarienummer på en bilaga som finns på annat håll.", definite="diarienumret", example="KS-2018/0000"
    )
    web_address: WebAddress | None = web_address("bilagan")
    held_by: Line | None = held_by("bilagan")
    published: YesNo | None = publication_mark("bilagan", "bilagan", example="nej")
    secrecy: Secrecy | None = secrecy_mark("bilagan")
    promise: Promise | None = field("tas_fram", "När bilagan ska finnas, om den inte gör det än.", definite="tiden då det ska finnas")


class Exemption(Node):
    """The parties' own decision not to follow a rule."""

    natural_keys = (("rule", "id"),)

    rule: Line | None = field("regel", "Regelns kod.", definite="regeln", example="SK14")
    id: Id | None = field(
        "id", "Det id som undantaget gäller; utan id gäller det hela dokumentet.", definite="id:t som undantaget gäller", example="Å1.3"
    )
    reason: Text | None = field("skäl", "Varför.", definite="skälet", example="Överenskommelsen omprövas varje år.")
    decided_by: Line | None = field(
        "beslutat_av", "Vem som beslutade: ett id eller ord.", definite="den som beslutade", refers_to="Body", or_words=True, example="råd"
    )
    end: Date | None = field("till", "Sista dagen som undantaget gäller.", definite="sista dagen", example="2019-12-31")


class Extension(Node):
    """A decision to let the document be valid longer."""

    natural_keys = (("end",),)

    start: Date | None = field("från", "Första dagen av den nya tiden.", definite="första dagen", example="2021-01-01")
    end: End | None = field("till", "Den nya sista dagen.", definite="den nya sista dagen", example="2021-12-31")
    length: Duration | None = field(
        "längd", "Hur länge, när det är så det är skrivet; räknat från förra sista dagen.", definite="längden", example="1 år"
    )
    reason: Text | None = field("skäl", "Varför.", definite="skälet", example="Den nya lägesbilden är inte klar.")
    decision: Adoption | None = field(
        "beslut", "Beslutet.", definite="beslutet", example={"organ": "kommunstyrelsen", "datum": "2020-11-25"}
    )


class Termination(Node):
    """The right to leave the agreement."""

    notice: Line | None = field("uppsägningstid", "Uppsägningstiden.", definite="uppsägningstiden", example="tre månader")
    terms: Text | None = field(
        "villkor", "Hur det går till.", definite="villkoren", example="Uppsägningen görs skriftligt till styrgruppen."
    )


class DocumentReference(Node):
    """Another document: by its file, or by its title where it has none here."""

    natural_keys = (("id",), ("file",), ("title",))

    id: Id | None = field("id", "Dokumentets id.", definite="id:t", example="huddinge-2017")
    title: Line | None = field("titel", "Dokumentets titel.", definite="titeln", example="Samverkansöverenskommelse 2017–2018")
    file: Line | None = field("fil", "Sökvägen, räknad från filen den står i.", definite="filen", example="../huddinge-2017/agreement.yaml")
    type: DocumentType | None = kind_mark("dokumentet")
    date: Day | None = field("datum", "Dokumentets datum.", definite="datumet", example="2016-12-15")
    period: Period | None = valid_for("dokumentet")
    registration_number: Line | None = field("diarienummer", "Dokumentets diarienummer.", definite="diarienumret", example="KS-2016/0000")
    web_address: WebAddress | None = web_address("dokumentet")
    held_by: Line | None = held_by("dokumentet")
    published: YesNo | None = publication_mark("dokumentet", "dokumentet", example="nej")
    secrecy: Secrecy | None = secrecy_mark("dokumentet")


class Part(DocumentReference):
    """An agreement below this one."""

    applies_to_parties: Many[Id] = many(
        "gäller_parter", "De parter som delen gäller.", definite="parterna som det gäller", refers_to="Party", example="kommun"
    )
    place: Many[Line] = many("plats", "Det område som delen gäller.", definite="området", example="Östra stadsdelen")


class Demand(Node):
    """What the agreement above demands of those below."""

    noun = Noun("krav", "kravet")

    id: Id | None = own_id(example="K1")
    wording: Text | None = field("lydelse", "Kravet.", definite="lydelsen", example="Delen bygger på en egen lägesbild.")
    rule: Line | None = field("regel", "Den regel eller punkt som prövar kravet.", definite="regeln", example="SK05")
    section: Line | None = field("avsnitt", "Den nyckel som delen ska ha.", definite="nyckeln som krävs", example="mål")
    at_least: Count | None = field("minst", "Minst så många …", definite="det minsta antalet", example=2)
    per: Every | None = field("per", "… under så lång tid, när kravet är hur ofta.", definite="tidsmåttet", example="år")


class Leadership(Node):
    """Who leads the municipality's work against crime, and to whom it is reported (section 13 of the law)."""

    organ: Line | None = field(
        "organ", "Den nämnd som leder arbetet.", definite="den ledande nämnden", refers_to="Body", or_words=True, example="kommunstyrelsen"
    )
    reports_to: Line | None = field(
        "rapporterar_till",
        "Den som får rapporten: ett id eller ord.",
        definite="den som nämnden rapporterar till",
        refers_to="Body",
        or_words=True,
        example="kommunfullmäktige",
    )
    when: When | None = field("när", "Hur ofta.", definite="tiden", example={"minst": 1, "per": "år"})


class OwnPlan(Node):
    """A party's own decided document that the agreement leans on."""

    title: Line | None = field("titel", "Dokumentets titel.", definite="titeln", example="Brottsförebyggande åtgärdsplan 2024–2026")
    date: Day | None = field("datum", "Beslutsdagen.", definite="beslutsdagen", example="2024-05-20")
    period: Period | None = valid_for("dokumentet")
    organ: Line | None = field(
        "organ", "Den som beslutade.", definite="den som beslutade", refers_to="Body", or_words=True, example="kommunfullmäktige"
    )
    registration_number: Line | None = field("diarienummer", "Dokumentets diarienummer.", definite="diarienumret", example="KS-2024/0000")
    builds_on: Line | None = field("bygger_på", "Det underlag som dokumentet bygger på.", definite="underlaget", example="Lägesbild 2024")
    followed_up: Date | None = field(
        "uppföljd", "Dagen då den senast följdes upp.", definite="dagen för uppföljningen", sealed=False, example="2026-04-15"
    )
    web_address: WebAddress | None = web_address("dokumentet")
    held_by: Line | None = held_by("dokumentet")


class WorkedFor(Node):
    """What the municipality has done to bring something about (sections 9 and 10 of the law)."""

    natural_keys = (("what", "date"),)

    what: Text | None = field(
        "vad", "Det som kommunen har verkat för.", definite="det som kommunen har verkat för", example="en överenskommelse med polisen"
    )
    date: Day | None = field("datum", "Dagen.", definite="dagen", example="2024-02-06")
    outcome: Text | None = field("utfall", "Vad det blev.", definite="utfallet", example="Polisen deltar från hösten.")
