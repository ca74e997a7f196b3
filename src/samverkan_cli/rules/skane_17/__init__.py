"""``skåne-17``: the checklist for agreements (Länsstyrelsen Skåne, Polisen, Kommunförbundet Skåne, 2019)."""

from samverkan_cli.checking.packs import Pack, Point

PACK = Pack(
    "skåne-17",
    "Checklistan, 17 punkter",
    "Länsstyrelsen Skåne, Polisen och Kommunförbundet Skåne, 2019",
    (
        Point("SK01", "samordnande-funktion", "samordnande funktion", 1, inheritable=True),
        Point("SK02", "ägare", "ägare", 1, inheritable=True),
        Point("SK03", "kommunens-lägesbild", "kommunens lägesbild", 2, parts=True),
        Point("SK04", "polisens-lägesbild", "polisens lägesbild", 2, parts=True),
        Point("SK05", "gemensam-problembild", "gemensam problembild", 3, parts=True),
        Point("SK06", "orsaksanalys", "orsaksanalys", 3, parts=True),
        Point("SK07", "medborgarlöfte", "medborgarlöfte", 4, parts=True),
        Point("SK08", "när-vad-vem-hur", "när, vad, vem, hur", 4, parts=True),
        Point("SK09", "koppling-orsak-åtgärd", "koppling orsak–åtgärd", 4, parts=True),
        Point("SK10", "mätbara-mål", "mätbara mål", 4, parts=True),
        Point("SK11", "kommunikationsplan", "kommunikationsplan", 4, inheritable=True),
        Point("SK12", "återkoppling", "återkoppling", 3, inheritable=True),
        Point("SK13", "uppföljning-av-åtgärder", "uppföljning av åtgärder", 4, parts=True),
        Point("SK14", "giltighetstid", "giltighetstid", 3, inheritable=True),
        Point("SK15", "fastställd", "fastställd", 3),
        Point("SK16", "logotyper", "logotyper", 3),
        Point("SK17", "underskrifter", "underskrifter", 3),
    ),
    printed=True,
)
