"""The words that the rules recognise: one list for each thing, used by every rule that looks for it and printed on the rule's page."""

from samverkan_cli.text.vocabulary import Words

_DEPUTY = ("biträdande", "bitr", "vice", "ställföreträdande", "stf", "andre", "förste vice", "2:e", "ersättare för", "f.d", "tidigare")

RESIDENTS = Words(
    "invånarna",
    stems=(
        "invånar",
        "kommuninvånar",
        "medborgar",
        "kommunmedborgar",
        "allmänhet",
        "boende",
        "befolkning",
        "ortsbor",
        "kommunbor",
        "stadsbor",
    ),
    never_as=("invånarråd", "medborgarråd", "medborgarkontor", "medborgarservice", "boendechef", "boendestöd"),
)
"""Those who live in the municipality."""

COUNCIL = Words("fullmäktige", stems=("fullmäktige", "kommunfullmäktige", "regionfullmäktige"), whole=("kf", "rf"))
"""The elected assembly of a municipality or a region."""

BOARDS = Words(
    "styrelse eller nämnd",
    stems=("kommunstyrelse", "regionstyrelse", "stadsdelsnämnd"),
    whole=("ks", "ksau", "rs", "direktionen"),
    ends=("nämnd", "nämnden", "nämnder", "nämnderna", "utskott", "utskottet", "beredning", "beredningen"),
)
"""The other bodies in which a municipality decides."""

DELEGATES = Words("delegat", stems=("delegation", "delegat", "på delegation", "tjänsteman med delegation"))
"""Somebody who decides on behalf of such a body."""

MANAGEMENTS = Words(
    "förvaltningens ledning",
    stems=(
        "kommunledning",
        "stadsledning",
        "regionledning",
        "ledningen",
        "kommunchef",
        "stadsdirektör",
        "kommundirektör",
        "kommunalråd",
        "ordförande",
        "presidi",
    ),
    whole=("kso",),
    ends=(
        "ledning",
        "ledningen",
        "ledningsgrupp",
        "ledningsgruppen",
        "samordnare",
        "samordnaren",
        "strateg",
        "strategen",
        "presidium",
        "presidiet",
        "chef",
        "chefen",
        "direktör",
        "direktören",
        "ordförande",
        "ordföranden",
        "förvaltning",
        "förvaltningen",
        "kontor",
        "kontoret",
    ),
)
"""Those who lead a municipality's work, or chair it: they decide on its behalf only where somebody has delegated it to them."""

EACH = Words(
    "var och en",
    stems=("båda", "bägge", "respektive", "vardera", "var och en"),
    ends=("styrelserna", "styrelser", "nämnderna", "nämnder", "kommunerna", "kommunernas", "polisområdena", "polisområdenas"),
)
"""How it is said that each of several parties decides, or that all do."""

BOARD_CHAIR = Words(
    "kommunstyrelsens ordförande",
    stems=(
        "kommunstyrelsens ordförande", "ordförande i kommunstyrelsen", "ordförande för kommunstyrelsen", "kommunstyrelseordförande",
        "ks ordförande", "ks-ordförande", "ordförande i ks", "ordförande ks", "ordförande kommunstyrelsen", "ordförande, kommunstyrelsen",
        "kommunstyrelsens ordf", "ks ordf", "ks-ordf", "ordf kommunstyrelsen", "ordf. kommunstyrelsen", "ordf i kommunstyrelsen", "ordf. i kommunstyrelsen",
        "regionstyrelsens ordförande", "ordförande i regionstyrelsen",
    ),
    whole=("kso",),
    never_after=_DEPUTY,
    never_with=("arbetsutskott", "utskott"),
)  # fmt: skip
"""The one who chairs the municipality's executive board."""

LOCAL_POLICE_CHIEF = Words(
    "lokalpolisområdeschef",
    stems=(
        "lokalpolisområdeschef", "lokalpolisområdets chef", "lokalpolischef", "lpo-chef", "lpo chef", "chef för lokalpolisområde",
        "chefen för lokalpolisområde", "chef lokalpolisområde", "chef för lpo", "chef lpo", "polisområdeschef lpo",
        "områdeschef för lokalpolisområde", "områdeschef lokalpolisområde", "chef för det lokala polisområdet", "chefen för lpo",
    ),
    whole=("lpoc",),
    never_after=_DEPUTY,
)  # fmt: skip
"""The head of a local police district."""

LOCAL_POLICE_DISTRICT = Words("lokalpolisområde", stems=("lokalpolisområde", "lokala polisområde"), whole=("lpo",))
"""The police on the level that the handbook speaks of."""

POLICE_HEADS = Words(
    "polisens chef",
    stems=(
        *LOCAL_POLICE_CHIEF.stems,
        "polisområdeschef",
        "polisområdets chef",
        "regionpolischef",
        "polischef",
        "chef för polis",
        "chefen för polis",
    ),
    ends=("polischef", "polischefen", "polisområdeschef"),
    never_after=_DEPUTY,
)
"""Those who lead the police somewhere, and decide alone."""

POLICE = Words("polisen", stems=("polis", "lokalpolisområde", "lokalpolis", "polisområde", "polismyndighet"), whole=("lpo",))
"""The police as an organisation."""

MUNICIPALITY = Words(
    "kommunen", stems=("kommun", "stad ", "staden", "stadens", "stadsdel", "region"), ends=("kommun", "kommuns", "stad", "stads")
)
"""The municipality as an organisation."""

REGION = Words("regionen", stems=("region",), whole=("rs", "rf"))
"""A region as an organisation, and the bodies in which it decides."""

CHAIRS = Words(
    "ordförande", stems=("ordförande", "kommunalråd", "kommunstyrelsens ordförande", "regionråd"), whole=("kso",), ends=("ordförande",)
)
"""Politicians who chair something: a signature of theirs is no decision of the body."""

GIRLS_AND_WOMEN = Words("flickor och kvinnor", stems=("flick", "tjej", "kvinn"), ends=("flickor", "tjejer", "kvinnor"))
"""Female, of whatever age."""

BOYS_AND_MEN = Words("pojkar och män", stems=("pojk", "kill"), whole=("män", "man", "mäns"), ends=("pojkar", "killar"))
"""Male, of whatever age."""

AGES = Words(
    "åldrar",
    stems=(
        "barn",
        "ung",
        "ungdom",
        "tonår",
        "vuxn",
        "äldre",
        "senior",
        "pensionär",
        "elev",
        "flick",
        "pojk",
        "tjej",
        "kill",
        "årskurs",
        "gymnasi",
    ),
    whole=("år", "åk"),
    ends=("åringar", "åring", "åriga"),
)
"""Groups of age; girls and boys say both."""

STRATEGIC_COUNCIL = Words(
    "strategiskt råd",
    stems=("strategiskt råd", "strategiska råd", "brottsförebyggande råd", "trygghetsråd", "lokalt råd", "lokala råd", "ledningsråd"),
    whole=("brå",),
    ends=("trygghetsråd", "trygghetsrådet"),
)
"""The council in which the municipality and the others decide on the level of their managements."""

STEERING_GROUP = Words(
    "styrgrupp",
    stems=(
        "styrgrupp", "ledningsgrupp", "organisation för att styra", "organisation för att leda", "organisation för styrning", "organisation som styr",
    ),
    ends=("styrgrupp", "styrgruppen", "ledningsgrupp", "ledningsgruppen"),
)  # fmt: skip
"""What does a council's work under another name, or is to: a group of managements, or an organisation that steers."""

AGREEMENTS = Words(
    "överenskommelse",
    stems=("överenskommelse", "samverkansöverenskommelse", "samverkansavtal", "avtal"),
    ends=("överenskommelse", "överenskommelser"),
)
"""What the parties conclude."""

OWNERSHIP = Words("äger", stems=("ägar", "ägand"), whole=("äger", "äga", "ägs"))
"""How it is said that a group owns the agreement."""

PURPOSES = Words("syfte", stems=("syfte", "ändamål"))
"""Headings under which an agreement says what it is for."""

PROBLEMS = Words("problem", stems=("problem",), never_as=("problemområde",))
"""Headings under which an agreement says which problems it is about."""

CAUSES = Words("orsaker", stems=("orsak", "bakomliggande"), ends=("orsaker", "orsakerna"))
"""Headings under which an agreement says why the problems occur."""

FOLLOWING_UP = Words("uppföljning", stems=("uppföljning", "så följer vi upp", "hur vi följer upp"))
"""Headings under which an agreement says how it is followed up."""

AREAS = Words(
    "områden",
    stems=("fokusområde", "samverkansområde", "insatsområde", "problemområde", "prioriterade område", "prioriterat område", "områden"),
)
"""Headings under which an agreement says what it is about."""

CONTACTS = Words("kontaktpersoner", stems=("kontaktperson", "kontaktuppgift", "kontaktlista", "kontakter"))

_ABOUT = (
    "mall för", "mall till", "mall för kommunens", "mall för polisens", "handledning om", "handledning för", "vägledning om", "vägledning för",
    "underlag till", "underlag för", "utvärdering av", "uppföljning av",
)  # fmt: skip
"""What makes a title that of something about the document, and not of the document, where it stands just before."""

SITUATION_REPORT = Words("lägesbild", stems=("lägesbild",), ends=("lägesbild", "lägesbilder", "lägesbilden"), never_after=_ABOUT)
PROBLEM_PICTURE = Words(
    "problembild", stems=("problembild", "gemensam lägesbild", "gemensamma lägesbilden"), ends=("problembild", "problembilden")
)
CAUSE_ANALYSIS = Words("orsaksanalys", stems=("orsaksanalys", "analys av orsak", "orsaker till"))
ACTION_PLAN = Words(
    "åtgärdsplan",
    stems=("åtgärdsplan", "handlingsplan", "aktivitetsplan", "insatsplan", "åtgärder"),
    ends=("åtgärdsplan", "handlingsplan", "aktivitetsplan"),
)
PLEDGES = Words(
    "medborgarlöfte", stems=("medborgarlöfte", "löfte", "trygghetslöfte"), ends=("löfte", "löften", "löftet"), never_after=_ABOUT
)
COMMUNICATION_PLAN = Words(
    "kommunikationsplan",
    stems=("kommunikationsplan", "kommunikationsstrategi", "plan för kommunikation", "informationsplan"),
    never_after=_ABOUT,
)
FOLLOW_UP_PLAN = Words(
    "uppföljningsplan",
    stems=("uppföljningsplan", "plan för uppföljning", "uppföljning", "rutin för återkoppling", "rutiner för återkoppling", "återkoppling"),
)
"""What a document of a kind is called, where its ``typ`` does not say it."""

WHOLE_WORK = Words(
    "hela arbetet",
    stems=("åtgärd", "insats", "aktivitet", "samtliga", "arbetet", "överenskommelsen", "alla delar"),
    ends=("plan", "planen", "planer", "planerna", "åtgärder", "åtgärderna"),
)
"""What a follow-up of everything says that it looks at."""

OUTCOMES = Words(
    "uppföljning",
    stems=("uppföljning av", "uppföljningsrapport", "utvärdering", "årsrapport", "delrapport", "slutrapport", "resultatrapport"),
    ends=("utvärdering", "utvärderingen"),
)

COMMUNICATORS = Words(
    "kommunikatör", stems=("kommunikat", "informatör", "presskommunikat", "presschef"), ends=("kommunikatör", "informatör")
)
"""Those who answer for communication."""

STAFF_DIALOGUES = Words("medarbetardialog", stems=("medarbetardialog", "personaldialog", "dialog med medarbetare", "dialog med personal"))
"""What a source is called where the staff was heard."""

CITIZENS_DIALOGUES = Words(
    "medborgardialog",
    stems=(
        "medborgardialog",
        "invånardialog",
        "medborgarmöte",
        "trygghetsvandring",
        "dialog med invånar",
        "dialog med medborgar",
        "medborgarsamråd",
    ),
)
"""What a source is called where the residents were heard."""

LEADING_GROUPS = Words(
    "ledande grupp",
    stems=("styrgrupp", "ledningsgrupp", "ledningen", "strategisk", "brottsförebyggande råd", "lokala rådet", "trygghetsråd"),
    whole=("råd", "rådet", "brå"),
    ends=("styrgrupp", "styrgruppen", "ledningsgrupp", "ledningsgruppen"),
)
"""What a group on the level of the managements is called."""

VAGUE = Words(
    "utan tid",
    stems=(
        "löpande", "fortlöpande", "kontinuerlig", "vid behov", "efter behov", "när behov", "då behov", "om behov", "snarast", "så snart som möjligt",
        "efter hand", "efterhand", "ständigt", "alltid", "i mån av", "när tid finns", "när det går", "vid tillfälle", "regelbund", "successivt",
        "återkommande", "tills vidare", "tillsvidare", "ofta", "ibland", "så snart", "så fort", "framöver", "på sikt", "jämna mellanrum", "när resurser",
        "pågår", "ej fastställ", "inte fastställ", "inte planera", "ej planera", "saknas",
    ),
)  # fmt: skip
"""What stands where a time should, without saying when."""

FILLERS = Words(
    "utfyllnad",
    whole=(
        "och", "eller", "samt", "i", "under", "hela", "året", "år", "arbetet", "perioden", "avtalsperioden", "tiden", "dock", "men", "minst", "sker",
        "görs", "det", "de", "den", "så", "som", "finns", "uppstår", "i övrigt", "vid", "ett", "en", "mycket", "tid", "datum", "möjligt", "går", "med", "arbete",
    ),
)  # fmt: skip

REGULARLY = Words(
    "regelbundet",
    stems=(
        "varje", "vart annat", "vartannat", "varannan", "var tredje", "vart tredje", "var fjärde", "vart fjärde", "var sjätte", "vart femte", "årlig",
        "kvartals", "månads", "månatlig", "veckovis", "dagligen", "halvårs", "tertial", "terminsvis", "per år", "per kvartal", "per månad", "per vecka",
        "per termin", "per halvår", "per tertial", "gång om året", "gånger om året", "gånger per", "gång per", "gånger under",
        "gånger årligen", "samtliga möten", "ordinarie möten", "på mötena", "vid mötena", "rådets möten", "gruppens möten", "om året", "i månaden",
        "i veckan", "i kvartalet", "i halvåret", "i terminen", "i tertialet", "ggr", "gång/", "gånger/", "vår och höst", "höst och vår",
    ),
    ends=("mötesdagar", "vardagar", "måndagar", "tisdagar", "onsdagar", "torsdagar", "fredagar", "lördagar", "söndagar"),
    never_as=("i varje fall",),
)  # fmt: skip
"""What says how often."""

NOTHING = Words(
    "platshållare",
    whole=(
        "inget", "inga", "ingen", "ingenting", "saknas", "nej", "vet ej", "vet inte", "vet inte än", "vet ännu inte", "oklart", "ej klart", "inte klart",
        "ej beslutat", "inte beslutat", "ej bestämt", "inte bestämt", "inte bestämt än", "inte beslutat än", "ej beslutat än", "ej beslutat ännu",
        "inte bestämt ännu", "inte beslutat ännu", "ännu inte bestämt", "ännu inte beslutat", "beslutas senare", "bestäms senare", "återkommer",
        "kompletteras", "kompletteras senare", "fylls i senare", "tas fram senare", "kommer senare", "ska tas fram", "under arbete", "under utredning", "ej aktuellt",
        "inte aktuellt", "ej fastställt", "ej fastställd", "inte fastställt", "inte fastställd", "under framtagande", "inte klart ännu", "inte klart än",
        "ej klart ännu", "ej klart än", "utses senare", "ska utses", "fastställs senare", "meddelas senare", "planeras senare", "nn", "n.n", "tbd", "tba", "xxx", "n/a", "na", "-", "–", "?", "…", "...", "ska kompletteras", "ska bestämmas", "att bestämma",
    ),
)  # fmt: skip
"""What stands where something should, without saying it."""

REPORTED_CRIME = Words(
    "anmälningar",
    stems=(
        "anmäld",
        "anmälning",
        "anmälan",
        "brottsanmäl",
        "brottsstatistik",
        "kriminalstatistik",
        "polisanmäl",
        "antal polisanmäl",
        "polisens statistik",
    ),
    ends=("anmälningar", "anmälningsstatistik", "brottsstatistik"),
)
SURVEYS = Words(
    "undersökningar",
    stems=("enkät", "undersökning", "mätning"),
    ends=("enkät", "enkäten", "enkäter", "undersökning", "undersökningen", "undersökningar", "mätning", "mätningen", "mätningar"),
)
DIALOGUES = Words(
    "dialoger",
    stems=("dialog", "samråd", "intervju", "vandring", "fokusgrupp", "samtal", "möten med"),
    ends=("dialog", "dialoger", "dialogen", "vandring", "vandringar", "intervjuer", "samråd", "medborgarmöten", "medborgarmöte"),
)
REPORTS = Words(
    "rapporter från verksamheten",
    stems=("incident", "rapport", "logg", "felanmäl", "underrättels", "avvikelse", "iakttagelse", "skaderapport"),
    ends=("rapport", "rapporter", "rapportering", "rapporteringen", "felanmälningar", "felanmälan", "underrättelser"),
)
"""Kinds of sources: the more kinds, the more is seen."""

SOURCES = (REPORTS, SURVEYS, DIALOGUES, REPORTED_CRIME)

PRIVATE_MAIL = Words(
    "privat e-post",
    whole=(
        "gmail.com", "gmail.se", "googlemail.com", "hotmail.com", "hotmail.se", "hotmail.nu", "outlook.com", "outlook.se", "live.com", "live.se",
        "msn.com", "passport.com", "yahoo.com", "yahoo.se", "ymail.com", "rocketmail.com", "icloud.com", "me.com", "mac.com", "aol.com",
        "telia.com", "bredband.net", "bredband2.com", "bredband.com", "spray.se", "spray.nu", "comhem.se", "tele2.se", "home.se", "glocalnet.net",
        "swipnet.se", "tyfon.net", "bostream.nu", "passagen.se", "algonet.se", "protonmail.com", "proton.me", "pm.me", "tutanota.com", "tuta.io",
        "gmx.com", "gmx.net", "gmx.se", "mail.com", "zoho.com", "fastmail.com", "hushmail.com", "yandex.com",
    ),
)  # fmt: skip
"""Where people have their own mail, by the part after the at sign."""

SHARES = Words("andel", stems=("procent", "andel", "promille"), ends=("procent", "andel", "andelen", "frekvens"))
"""A part of a whole."""

CHANGES = Words(
    "förändring",
    stems=("förändr", "ökning", "minskning", "jämfört", "index", "skillnad", "procentenhet", "tillväxt", "högre än", "lägre än"),
    ends=("ökning", "ökningen", "minskning", "minskningen", "index"),
)
"""What a figure shows when it is how much something has changed, and so may be more than the whole or less than nothing."""

MEANS = Words(
    "medelvärde",
    stems=("medel", "genomsnitt", "snitt", "median", "per", "minuter", "timmar", "dagar", "år", "poäng", "betyg", "km", "kilometer", "meter", "grad"),
    ends=("tid", "tiden", "värde", "poäng", "betyg", "indexet"),
)  # fmt: skip
"""What a figure is called when the groups' figures do not add up to it."""

COUNTS = Words(
    "antal", stems=("antal", "anmäl", "rån", "brott", "inbrott", "stölder", "misshand"), ends=("rån", "brott", "inbrott", "anmälningar")
)
"""What a figure is called when it is a number of something."""
