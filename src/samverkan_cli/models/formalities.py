"""What makes a document a document: decisions, signatures, appendices, exemptions, relatives."""

from samverkan_cli.models.base import Many, Node, Noun, field, many, own_id, publication_mark
from samverkan_cli.models.roles import Role
from samverkan_cli.models.scalars import Count, Date, End, Id, Line, Text, YesNo
from samverkan_cli.models.vocabulary import SignatureMethod
from samverkan_cli.models.when import When


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
    date: Date | None = field("datum", "Beslutsdagen.", definite="beslutsdagen", example="2018-12-05")
    paragraph: Line | None = field("paragraf", "Paragrafen i protokollet.", definite="paragrafen", example="§ 212")
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
    date: Date | None = field("datum", "Dagen för underskriften.", definite="dagen för underskriften", example="2018-12-14")
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
    date: Date | None = field("datum", "Datum på en bilaga som finns på annat håll.", definite="datumet", example="2018-06-14")
    registration_number: Line | None = field(
        "diarienummer", "Diarienummer på en bilaga som finns på annat håll.", definite="diarienumret", example="KS-2018/0000"
    )
    published: YesNo | None = publication_mark("bilagan", "bilagan", example="nej")
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

    end: End | None = field("till", "Den nya sista dagen.", definite="den nya sista dagen", example="2021-12-31")
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
    date: Date | None = field("datum", "Dokumentets datum.", definite="datumet", example="2016-12-15")
    registration_number: Line | None = field("diarienummer", "Dokumentets diarienummer.", definite="diarienumret", example="KS-2016/0000")
    published: YesNo | None = publication_mark("dokumentet", "dokumentet", example="nej")


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
    at_least: Count | None = field("minst", "Minst så många.", definite="det minsta antalet", example=2)


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
    date: Date | None = field("datum", "Beslutsdagen.", definite="beslutsdagen", example="2024-05-20")
    organ: Line | None = field(
        "organ", "Den som beslutade.", definite="den som beslutade", refers_to="Body", or_words=True, example="kommunfullmäktige"
    )
    registration_number: Line | None = field("diarienummer", "Dokumentets diarienummer.", definite="diarienumret", example="KS-2024/0000")
    builds_on: Line | None = field("bygger_på", "Det underlag som dokumentet bygger på.", definite="underlaget", example="Lägesbild 2024")
    followed_up: Date | None = field(
        "uppföljd", "Dagen då den senast följdes upp.", definite="dagen för uppföljningen", sealed=False, example="2026-04-15"
    )
