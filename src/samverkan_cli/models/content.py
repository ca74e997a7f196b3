"""The sections that may stand in any document of a dossier."""

from samverkan_cli.models.actions import Action, Decision, FollowUp, Outcome
from samverkan_cli.models.actors import Body, Commitment, CoordinationFunction, FormOfCooperation, OtherActor
from samverkan_cli.models.base import Many, Node, Noun, field, many, own_id, publication_mark, required
from samverkan_cli.models.communication import (
    Communicated,
    CommunicationActivity,
    Contact,
    Documentation,
    FedBack,
    Feedback,
    NoPledges,
    Pledge,
    SharedUnderstanding,
)
from samverkan_cli.models.formalities import (
    Adoption,
    DocumentReference,
    Errand,
    Exemption,
    Extension,
    Secrecy,
    Signature,
    WorkedFor,
    errand,
    secrecy_mark,
)
from samverkan_cli.models.goals import Goal, Measurement
from samverkan_cli.models.keys import DOCUMENT
from samverkan_cli.models.problems import (
    Cause,
    CauseAnalysis,
    Deprioritised,
    Dialogue,
    Problem,
    ReportReference,
    Statistic,
)
from samverkan_cli.models.scalars import Count, Date, Day, Id, Line, Text, Version, YesNo
from samverkan_cli.models.when import Period, Review


class FocusArea(Node):
    """An area that the parties work in together."""

    noun = Noun("fokusområde", "fokusområdet")
    natural_keys = (("name",),)

    id: Id | None = own_id(example="F1")
    name: Line | None = field("namn", "Fokusområdets namn.", definite="namnet", example="Ungdomskriminalitet")
    description: Text | None = field(
        "beskrivning", "Vad området omfattar.", definite="beskrivningen", example="Unga som rånar och hotar unga."
    )
    part_of: Id | None = field(
        "underområde_till",
        "Det fokusområde som det här är en del av.",
        definite="det överordnade fokusområdet",
        refers_to="FocusArea",
        example="F1",
    )
    continues: Many[Line] = many(
        "fortsätter",
        "De fokusområden hos föregångaren som det här tar över: deras id.",
        definite="fokusområdena hos föregångaren",
        example="F1",
    )
    place: Many[Line] = many("plats", "De platser som området gäller.", definite="platserna", example="centrum")
    period: Period | None = field(
        "period", "Den tid som området är prioriterat, om den skiljer sig från överenskommelsens.", definite="perioden"
    )


class Term(Node):
    """A word and what it means in the document."""

    natural_keys = (("term",),)

    term: Line | None = field("term", "Ordet.", definite="termen", example="otrygghet")
    meaning: Text | None = field("betyder", "Vad ni menar med det.", definite="betydelsen", example="upplevelsen att något kan hända")


class Section(Node):
    """A heading with text, for what has no key of its own."""

    natural_keys = (("heading",),)

    heading: Line | None = field("rubrik", "Rubriken.", definite="rubriken", example="Bakgrund")
    text: Text | None = field("text", "Texten.", definite="texten", example="Parterna har samverkat sedan 2008.")


class HeldMeetings(Node):
    """The meetings that a group has had."""

    natural_keys = (("body",),)

    body: Id | None = field("grupp", "Gruppens id.", definite="gruppen", refers_to="Body", example="råd")
    days: Many[Date] = many("dagar", "Mötesdagarna.", definite="mötesdagarna", example="2019-02-13")
    count: Count | None = field("antal", "Hur många, när dagarna inte är kända.", definite="antalet möten", example=4)


class Document(Node):
    """The two first keys of every file."""

    natural_keys = ((DOCUMENT,),)

    version: Version = required("samverkan", "Filformatets version.", definite="filformatets version", example=1)


class ContentDocument(Document):
    """What all documents of a dossier share. Any of these sections may stand in any of them."""

    noun = Noun("dokument", "dokumentet")

    id: Id | None = field("id", "Dokumentets id.", definite="id:t", example="huddinge-2019")
    title: Line | None = field(
        "titel", "Titeln så som den ska skrivas ut.", definite="titeln", example="Samverkansöverenskommelse 2019–2020"
    )
    made_up: YesNo | None = field(
        "påhittat", "Ja om innehållet är påhittat; det skrivs ut på varje sida.", definite="uppgiften om det är påhittat", example="ja"
    )
    date: Day | None = field("datum", "Dokumentets datum. Ett dokument räknas från den dagen.", definite="datumet", example="2018-12-12")
    registration_number: Line | None = field("diarienummer", "Dokumentets diarienummer.", definite="diarienumret", example="KS-2018/0000")
    errand: Errand | None = errand("Dokumentets")
    published: YesNo | None = publication_mark("dokumentet", "dokumentet", example="nej")
    secrecy: Secrecy | None = secrecy_mark("dokumentet")
    period: Period | None = field(
        "period", "Den tid som dokumentet gäller.", definite="perioden", example={"från": "2019-01-01", "till": "2020-12-31"}
    )
    adopted: Adoption | None = field(
        "fastställd", "Beslutet om dokumentet.", definite="fastställandet", example={"organ": "råd", "datum": "2018-12-12"}
    )
    replaces: Many[DocumentReference] = many(
        "ersätter",
        "De dokument som det här ersätter.",
        definite="de ersatta dokumenten",
        example={"titel": "Samverkansöverenskommelse 2017–2018"},
        alone=True,
    )
    replaced_by: Many[DocumentReference] = many(
        "ersatt_av",
        "De dokument som har ersatt det här.",
        definite="de dokument som har ersatt det",
        sealed=False,
        example={"titel": "Samverkansöverenskommelse 2021–2022"},
        alone=True,
    )
    extensions: Many[Extension] = many("förlängning", "Beslut om att dokumentet ska gälla längre.", definite="förlängningen", alone=True)
    worked_for: Many[WorkedFor] = many(
        "verkat_för",
        "Vad kommunen har gjort för att få till stånd en överenskommelse eller ett råd.",
        definite="det som kommunen har verkat för",
        heading="Kommunen har verkat för",
        sealed=False,
        example={"vad": "en överenskommelse med polisen", "datum": "2024-02-06"},
        alone=True,
    )
    review: Review | None = field(
        "revidering", "Hur ofta dokumentet gås igenom och görs om.", definite="revideringen", example={"minst": 1, "per": "år"}
    )
    applies_to_focus_areas: Many[Id] = many(
        "gäller_fokusområden", "De fokusområden som dokumentet gäller.", definite="fokusområdena", refers_to="FocusArea", example="F1"
    )
    applies_to_parties: Many[Id] = many(
        "gäller_parter",
        "De parter som dokumentet gäller, om det inte är alla.",
        definite="parterna som det gäller",
        refers_to="Party",
        example="kommun",
    )
    place: Many[Line] = many(
        "plats", "Det område som dokumentet gäller, om det inte är hela kommunen.", definite="området", example="centrum"
    )

    introduction: Text | None = field(
        "inledning", "En inledning.", definite="inledningen", example="Planen gör fyra saker åt rånen vid stationen."
    )
    background: Text | None = field(
        "bakgrund", "Bakgrunden.", definite="bakgrunden", example="Parterna skrev var sin lägesbild i juni 2018."
    )
    purpose: Text | None = field(
        "syfte", "Vad dokumentet är till för.", definite="syftet", example="Parterna ska tillsammans minska fem problem."
    )
    scope_limits: Text | None = field(
        "avgränsning", "Vad som inte ingår.", definite="avgränsningen", example="Annat brottsförebyggande arbete fortsätter vid sidan av."
    )
    starting_points: Many[Line] = many(
        "utgångspunkter",
        "Det som arbetet vilar på.",
        definite="utgångspunkterna",
        example="processen för samverkan i lokalt brottsförebyggande arbete",
    )
    terms: Many[Term] = many(
        "begrepp", "Ord som förklaras.", definite="begreppen", example={"term": "otrygghet", "betyder": "upplevelsen att något kan hända"}
    )

    other_actors: Many[OtherActor] = many(
        "andra_aktörer",
        "De som inte är parter men åtar sig något.",
        definite="de andra aktörerna",
        example={"id": "nattvandrare", "typ": "förening", "namn": "Nattvandrarna"},
    )
    focus_areas: Many[FocusArea] = many(
        "fokusområden",
        "De områden som parterna samverkar i.",
        definite="fokusområdena",
        heading="Fokusområden",
        example={"id": "F1", "namn": "Ungdomskriminalitet"},
    )
    coordination_functions: Many[CoordinationFunction] = many(
        "samordningsfunktioner",
        "Funktioner med mandat och tid att samordna, stödja och driva på arbetet.",
        definite="samordningsfunktionerna",
    )
    owners: Many[Id] = many("ägare", "De grupper som äger överenskommelsen.", definite="ägarna", refers_to="Body", example="råd")
    bodies: Many[Body] = many("samverkansorganisation", "De grupper som samverkan sker i.", definite="samverkansorganisationen")
    forms_of_cooperation: Many[FormOfCooperation] = many(
        "arbetsformer",
        "Namngivna sätt att samarbeta.",
        definite="arbetsformerna",
        heading="Arbetsformer",
        example={"id": "est", "namn": "EST, veckans gemensamma lägesbild"},
    )

    builds_on: Many[ReportReference] = many("bygger_på", "De lägesbilder som bilden bygger på.", definite="lägesbilderna")
    prioritised_by: Line | None = field(
        "prioriterad_av",
        "Den grupp som prioriterade: ett id eller ord.",
        definite="den som prioriterade",
        refers_to="Body",
        or_words=True,
        example="råd",
    )
    sources: Many[Line] = many("källor", "De slags källor som dokumentet bygger på.", definite="källorna", example="elevenkät")
    statistics: Many[Statistic] = many("statistik", "Siffror med källa, datum och uppdelning.", definite="statistiken")
    staff_dialogues: Many[Dialogue] = many("medarbetardialoger", "Dialoger med personalen.", definite="medarbetardialogerna")
    citizens_dialogues: Many[Dialogue] = many("medborgardialoger", "Dialoger med invånarna.", definite="medborgardialogerna")
    problems: Many[Problem] = many("problem", "De problem som parterna arbetar mot.", definite="problemen")
    deprioritised: Many[Deprioritised] = many(
        "bortprioriterat", "De problem som parterna lämnar utanför, med skäl.", definite="de bortprioriterade problemen"
    )
    cause_analysis: CauseAnalysis | None = field("orsaksanalys", "Hur orsakerna togs fram.", definite="orsaksanalysen")
    causes: Many[Cause] = many("orsaker", "De sannolika orsakerna till problemen.", definite="orsakerna", heading="Orsaker")

    goals: Many[Goal] = many("mål", "Vad parterna vill uppnå.", definite="målen", heading="Mål")
    actions: Many[Action] = many("åtgärder", "Vad som ska göras.", definite="åtgärderna", heading="Åtgärder")
    commitments: Many[Commitment] = many(
        "åtaganden",
        "Vad parterna åtar sig vid sidan av åtgärderna.",
        definite="åtagandena",
        heading="Åtaganden",
        example={"id": "T1", "aktörer": ["kommun", "polis"], "vad": "Tar fram en fördjupad lägesbild."},
    )
    pledges: Many[Pledge] = many("löften", "Löften till invånarna.", definite="löftena")
    no_pledges: NoPledges | None = field(
        "inga_löften",
        "Varför ni inte ger något löfte.",
        definite="skälet till att inget löfte ges",
        example={"skäl": "Löften ges först när åtgärderna har prövats."},
    )

    follow_ups: Many[FollowUp] = many("uppföljning", "Vad som följs upp, när och av vem.", definite="uppföljningen", heading="Uppföljning")
    documentation: Documentation | None = field("dokumentation", "Hur arbetet dokumenteras.", definite="dokumentationen")
    feedback: Many[Feedback] = many("återkoppling", "Till vilka, vad och hur ofta arbetet återkopplas.", definite="återkopplingen")
    shared_understanding: Many[SharedUnderstanding] = many(
        "samsyn", "Hur de som berörs får veta vad det innebär för dem.", definite="samsynen"
    )

    contacts: Many[Contact] = many("kontakter", "Kontaktuppgifter.", definite="kontakterna", sealed=False)
    messages: Many[Line] = many(
        "budskap", "Det ni vill att alla ska ha hört.", definite="budskapen", example="Vi gör det här tillsammans och berättar hur det går."
    )
    audiences: Many[Line] = many("målgrupper", "De ni vill nå.", definite="målgrupperna", example="boende kring centrum")
    channels: Many[Line] = many("kanaler", "De sätt ni når dem på.", definite="kanalerna", example="kommunens webbplats")
    communication_activities: Many[CommunicationActivity] = many(
        "kommunikationsaktiviteter", "Vad som görs för att berätta.", definite="kommunikationsaktiviteterna"
    )
    communicated: Many[Communicated] = many("kommunicerat", "Vad som har gjorts känt.", definite="det som har gjorts känt", sealed=False)

    outcomes: Many[Outcome] = many("utfall", "Vad det blev av åtgärder, löften och åtaganden.", definite="utfallet", sealed=False)
    measurements: Many[Measurement] = many("mätvärden", "Uppmätta värden för målen.", definite="mätvärdena", sealed=False)
    held_meetings: Many[HeldMeetings] = many(
        "hållna_möten",
        "De möten som grupperna har haft.",
        definite="de hållna mötena",
        heading="Hållna möten",
        sealed=False,
        example={"grupp": "råd", "dagar": ["2019-02-13", "2019-05-15"]},
    )
    conclusions: Many[Text] = many(
        "slutsatser", "Vad ni drar för slutsatser.", definite="slutsatserna", sealed=False, example="Stödet kom i gång för sent."
    )
    process_review: Text | None = field(
        "processgranskning",
        "Hur själva samverkan har fungerat.",
        definite="processgranskningen",
        sealed=False,
        example="Rådet möttes fyra gånger. Loggen fylls i, men ofta för sent.",
    )
    decisions: Many[Decision] = many(
        "beslut", "Vad som beslutades efter uppföljningen.", definite="besluten", sealed=False, heading="Beslut"
    )
    fed_back: Many[FedBack] = many("återkopplat", "Att resultatet har återkopplats.", definite="det som har återkopplats", sealed=False)

    sections: Many[Section] = many(
        "avsnitt",
        "Rubriker med text, för det som inte har någon egen nyckel.",
        definite="avsnitten",
        example={"rubrik": "Bakgrund", "text": "Parterna har samverkat sedan 2008."},
    )
    signatures: Many[Signature] = many("underskrifter", "De som har skrivit under.", definite="underskrifterna", sealed=False)
    exemptions: Many[Exemption] = many("undantag", "Regler som parterna har beslutat att inte följa.", definite="undantagen", sealed=False)
