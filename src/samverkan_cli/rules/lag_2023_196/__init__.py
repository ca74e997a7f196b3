"""``lag-2023-196``: the law (2023:196) on the municipalities' responsibility for crime prevention, in force 2023-07-01."""

import datetime

from samverkan_cli.checking.packs import Pack, Point

IN_FORCE = datetime.date(2023, 7, 1)
PLANS_FROM = datetime.date(2024, 7, 1)

PACK = Pack(
    "lag-2023-196",
    "Lagen (2023:196) om kommuners ansvar för brottsförebyggande arbete",
    "SFS 2023:196, i kraft 1 juli 2023",
    (
        Point("LAG04", "lägesbild-med-tre-delar", "4 § lägesbild", 2),
        Point("LAG05", "beslutad-åtgärdsplan", "5 § åtgärdsplan", 4),
        Point("LAG06", "uppdaterad-vartannat-år", "6 § uppdaterad vartannat år", 5),
        Point("LAG09", "syften-och-områden", "9 § syften och områden", 3),
        Point("LAG10", "strategiskt-råd", "10 § strategiskt råd", 1, inheritable=True),
        Point("LAG11", "samordningsfunktion", "11 § samordningsfunktion", 1, inheritable=True),
        Point("LAG12", "kontaktpunkt-och-information", "12 § kontaktpunkt och information", 1, inheritable=True),
        Point("LAG13", "ledning-och-rapportering", "13 § ledning och rapportering", 1, inheritable=True),
    ),
    printed=True,
    missing="framgår inte",
)
