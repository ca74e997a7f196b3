"""The sections that may stand in any document of a dossier."""

from samverkan_cli.models.actions import Action, Decision, FollowUp, Outcome
from samverkan_cli.models.actors import Body, Commitment, CoordinationFunction, FormOfCooperation, OtherActor
from samverkan_cli.models.base import Many, Node, field, many, required
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
from samverkan_cli.models.formalities import Adoption, DocumentReference, Exemption, Extension, Signature
from samverkan_cli.models.goals import Goal, Measurement
from samverkan_cli.models.problems import (
    Cause,
    CauseAnalysis,
    Deprioritised,
    Dialogue,
    Problem,
    ReportReference,
    Statistic,
)
from samverkan_cli.models.scalars import Date, Id, Line, Text, Version, YesNo
from samverkan_cli.models.when import Period, Review


class FocusArea(Node):
    """An area that the parties work in together."""

    id: Id | None = field("id", "Det andra ställen använder för att peka hit.", example="F1")
    name: Line | None = field("namn", "Fokusområdets namn.", example="Ungdomskriminalitet")
    description: Text | None = field("beskrivning", "Vad området omfattar.", example="Unga som rånar och hotar unga.")
    part_of: Id | None = field("underområde_till", "Det fokusområde som det här är en del av.", example="F1")
    place: Many[Line] = many("plats", "De platser som området gäller.", example="centrum")
    period: Period | None = field("period", "Den tid som området är prioriterat, om den skiljer sig från överenskommelsens.")


class Term(Node):
    """A word and what it means in the document."""

    term: Line | None = field("term", "Ordet.", example="otrygghet")
    meaning: Text | None = field("betyder", "Vad ni menar med det.", example="upplevelsen att något kan hända")


class Section(Node):
    """A heading with text, for what has no key of its own."""

    heading: Line | None = field("rubrik", "Rubriken.", example="Bakgrund")
    text: Text | None = field("text", "Texten.", example="Parterna har samverkat sedan 2008.")


class Document(Node):
    """The two first keys of every file."""

    version: Version = required("samverkan", "Filformatets version.", example=1)


class ContentDocument(Document):
    """What all documents of a dossier share. Any of these sections may stand in any of them."""

    id: Id | None = field("id", "Dokumentets id.", example="huddinge-2019")
    title: Line | None = field("titel", "Titeln så som den ska skrivas ut.", example="Samverkansöverenskommelse 2019–2020")
    made_up: YesNo | None = field("påhittat", "Ja om innehållet är påhittat; det skrivs ut på varje sida.", example="ja")
    date: Date | None = field("datum", "Dokumentets datum. Ett dokument räknas från den dagen.", example="2018-12-12")
    registration_number: Line | None = field("diarienummer", "Dokumentets diarienummer.", example="KS-2018/0000")
    public: YesNo | None = field("offentlig", "Nej om dokumentet inte lämnas ut.", example="nej")
    period: Period | None = field("period", "Den tid som dokumentet gäller.", example={"från": "2019-01-01", "till": "2020-12-31"})
    adopted: Adoption | None = field("fastställd", "Beslutet om dokumentet.", example={"organ": "råd", "datum": "2018-12-12"})
    replaces: DocumentReference | None = field(
        "ersätter", "Det dokument som det här ersätter.", example={"titel": "Samverkansöverenskommelse 2017–2018"}
    )
    extensions: Many[Extension] = many("förlängning", "Beslut om att dokumentet ska gälla längre.")
    review: Review | None = field("revidering", "Hur ofta dokumentet gås igenom och görs om.", example={"minst": 1, "per": "år"})
    applies_to_focus_areas: Many[Id] = many("gäller_fokusområden", "De fokusområden som dokumentet gäller.", example="F1")
    applies_to_parties: Many[Id] = many("gäller_parter", "De parter som dokumentet gäller, om det inte är alla.", example="kommun")
    place: Many[Line] = many("plats", "Det område som dokumentet gäller, om det inte är hela kommunen.", example="centrum")

    introduction: Text | None = field("inledning", "En inledning.", example="Planen gör fyra saker åt rånen vid stationen.")
    background: Text | None = field("bakgrund", "Bakgrunden.", example="Parterna skrev var sin lägesbild i juni 2018.")
    purpose: Text | None = field("syfte", "Vad dokumentet är till för.", example="Parterna ska tillsammans minska fem problem.")
    scope_limits: Text | None = field(
        "avgränsning", "Vad som inte ingår.", example="Annat brottsförebyggande arbete fortsätter vid sidan av."
    )
    starting_points: Many[Line] = many(
        "utgångspunkter",
        "Det som arbetet vilar på.",
        example="processen för samverkan i lokalt brottsförebyggande arbete",
    )
    terms: Many[Term] = many("begrepp", "Ord som förklaras.", example={"term": "otrygghet", "betyder": "upplevelsen att något kan hända"})

    other_actors: Many[OtherActor] = many(
        "andra_aktörer",
        "De som inte är parter men åtar sig något.",
        example={"id": "nattvandrare", "typ": "förening", "namn": "Nattvandrarna"},
    )
    focus_areas: Many[FocusArea] = many(
        "fokusområden", "De områden som parterna samverkar i.", example={"id": "F1", "namn": "Ungdomskriminalitet"}
    )
    coordination_functions: Many[CoordinationFunction] = many(
        "samordningsfunktioner", "Funktioner med mandat och tid att samordna, stödja och driva på arbetet."
    )
    owners: Many[Id] = many("ägare", "De grupper som äger överenskommelsen.", example="råd")
    bodies: Many[Body] = many("samverkansorganisation", "De grupper som samverkan sker i.")
    forms_of_cooperation: Many[FormOfCooperation] = many(
        "arbetsformer",
        "Namngivna sätt att samarbeta.",
        example={"id": "est", "namn": "EST, veckans gemensamma lägesbild"},
    )

    builds_on: Many[ReportReference] = many("bygger_på", "De lägesbilder som bilden bygger på.")
    prioritised_by: Line | None = field("prioriterad_av", "Den grupp som prioriterade: ett id eller ord.", example="råd")
    sources: Many[Line] = many("källor", "De slags källor som dokumentet bygger på.", example="elevenkät")
    statistics: Many[Statistic] = many("statistik", "Siffror med källa, datum och uppdelning.")
    staff_dialogues: Many[Dialogue] = many("medarbetardialoger", "Dialoger med personalen.")
    citizens_dialogues: Many[Dialogue] = many("medborgardialoger", "Dialoger med invånarna.")
    problems: Many[Problem] = many("problem", "De problem som parterna arbetar mot.")
    deprioritised: Many[Deprioritised] = many("bortprioriterat", "De problem som parterna lämnar utanför, med skäl.")
    cause_analysis: CauseAnalysis | None = field("orsaksanalys", "Hur orsakerna togs fram.")
    causes: Many[Cause] = many("orsaker", "De sannolika orsakerna till problemen.")

    goals: Many[Goal] = many("mål", "Vad parterna vill uppnå.")
    actions: Many[Action] = many("åtgärder", "Vad som ska göras.")
    commitments: Many[Commitment] = many(
        "åtaganden",
        "Vad parterna åtar sig vid sidan av åtgärderna.",
        example={"id": "T1", "aktörer": ["kommun", "polis"], "vad": "Tar fram en fördjupad lägesbild."},
    )
    pledges: Many[Pledge] = many("löften", "Löften till invånarna.")
    no_pledges: NoPledges | None = field(
        "inga_löften",
        "Varför ni inte ger något löfte.",
        example={"skäl": "Löften ges först när åtgärderna har prövats."},
    )

    follow_ups: Many[FollowUp] = many("uppföljning", "Vad som följs upp, när och av vem.")
    documentation: Documentation | None = field("dokumentation", "Hur arbetet dokumenteras.")
    feedback: Many[Feedback] = many("återkoppling", "Till vilka, vad och hur ofta arbetet återkopplas.")
    shared_understanding: Many[SharedUnderstanding] = many("samsyn", "Hur de som berörs får veta vad det innebär för dem.")

    contacts: Many[Contact] = many("kontakter", "Kontaktuppgifter.")
    messages: Many[Line] = many(
        "budskap", "Det ni vill att alla ska ha hört.", example="Vi gör det här tillsammans och berättar hur det går."
    )
    audiences: Many[Line] = many("målgrupper", "De ni vill nå.", example="boende kring centrum")
    channels: Many[Line] = many("kanaler", "De sätt ni når dem på.", example="kommunens webbplats")
    communication_activities: Many[CommunicationActivity] = many("kommunikationsaktiviteter", "Vad som görs för att berätta.")
    communicated: Many[Communicated] = many("kommunicerat", "Vad som har gjorts känt.")

    outcomes: Many[Outcome] = many("utfall", "Vad det blev av åtgärder, löften och åtaganden.")
    measurements: Many[Measurement] = many("mätvärden", "Uppmätta värden för målen.")
    conclusions: Many[Text] = many("slutsatser", "Vad ni drar för slutsatser.", example="Stödet kom i gång för sent.")
    process_review: Text | None = field(
        "processgranskning", "Hur själva samverkan har fungerat.", example="Rådet möttes fyra gånger. Loggen fylls i, men ofta för sent."
    )
    decisions: Many[Decision] = many("beslut", "Vad som beslutades efter uppföljningen.")
    fed_back: Many[FedBack] = many("återkopplat", "Att resultatet har återkopplats.")

    sections: Many[Section] = many(
        "avsnitt",
        "Rubriker med text, för det som inte har någon egen nyckel.",
        example={"rubrik": "Bakgrund", "text": "Parterna har samverkat sedan 2008."},
    )
    signatures: Many[Signature] = many("underskrifter", "De som har skrivit under.")
    exemptions: Many[Exemption] = many("undantag", "Regler som parterna har beslutat att inte följa.")
