"""``steg``: the handbook's done-when lists. They answer the coordinator's real question: can we go on?

The pack is quiet: it gives verdicts to ``samverkan steps`` and findings to nobody. Most points are judged by rules of other packs.
"""

from samverkan_cli.checking.packs import Pack, Point

PACK = Pack(
    "steg",
    "De fem stegen, klart när",
    "Brå, Polisen och SKR, Samverkanshandboken",
    (
        Point("ST11", "gemensamt-beslut", "ledningarna har beslutat att samverka", 1),
        Point("ST12", "förutsättningar-genomgångna", "roller, uppdrag och tid är genomgångna", 1, ("SK01",)),
        Point("ST13", "organisation-utsedd", "organisationen och den som äger överenskommelsen är utsedda", 1, ("SK02",)),
        Point("ST14", "kommunikationsansvarig", "någon ansvarar för kommunikationen", 1),
        Point("ST21", "egna-lägesbilder", "var part har en egen lägesbild", 2, ("SK03", "SK04")),
        Point("ST22", "medarbetardialog", "medarbetarna har hörts", 2),
        Point("ST23", "uppdelad-statistik", "siffrorna är uppdelade på kön och ålder", 2, ("JB01",)),
        Point("ST31", "sammanförd-problembild", "lägesbilderna är sammanförda och problemen rangordnade", 3, ("SK05",)),
        Point("ST32", "prioriterad-av-ledningen", "en ledande grupp har prioriterat", 3),
        Point("ST33", "medborgardialog", "invånarna har hörts", 3),
        Point("ST34", "orsaker-analyserade", "orsakerna till varje prioriterat problem är analyserade", 3, ("SK06",)),
        Point(
            "ST35",
            "överenskommelsens-innehåll",
            "överenskommelsen säger period, dokumentation och återkoppling",
            3,
            ("SK14", "SH04", "SK12"),
        ),
        Point("ST36", "fastställd-och-undertecknad", "överenskommelsen är fastställd och undertecknad", 3, ("SK15", "SK17")),
        Point("ST41", "mätbara-mål", "målen går att mäta och varje åtgärd har ett", 4, ("SK10",)),
        Point("ST42", "åtgärder-mot-orsaker", "åtgärderna möter orsakerna", 4, ("SK09",)),
        Point("ST43", "planer-fastställda", "planerna är kompletta och fastställda", 4, ("SK08",)),
        Point("ST44", "löften-kommunicerade", "löftena är valda och gjorda kända", 4, ("SK07",)),
        Point("ST45", "uppföljning-planerad", "uppföljningen är planerad", 4, ("SK13",)),
        Point("ST46", "kommunikationsplan", "kommunikationsplanen finns", 4, ("SK11",)),
        Point("ST47", "samsyn", "alla som berörs vet vad det innebär för dem", 4, ("SH08",)),
        Point("ST51", "effekten-undersökt", "påverkan på problemen är undersökt", 5),
        Point("ST52", "åtaganden-bedömda", "varje åtgärd är bedömd", 5),
        Point("ST53", "processen-granskad", "arbetssättet är granskat", 5),
        Point("ST54", "återkopplat-till-ledningen", "resultatet är återkopplat till ledningen", 5),
        Point("ST55", "återkopplat-till-invånarna", "resultatet är återkopplat till invånarna", 5),
    ),
    quiet=True,
)
