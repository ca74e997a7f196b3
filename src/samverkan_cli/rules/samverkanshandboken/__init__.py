"""``samverkanshandboken``: what the national handbook says an agreement shall describe (Brå, Polisen, SKR)."""

from samverkan_cli.checking.packs import Pack, Point

PACK = Pack(
    "samverkanshandboken",
    "Samverkanshandboken, vad överenskommelsen ska beskriva",
    "Brå, Polisen och SKR, Samverkan i lokalt brottsförebyggande arbete",
    (
        Point("SH01", "problem-i-fokus", "problem i fokus", 3, parts=True),
        Point("SH02", "troliga-orsaker", "troliga orsaker", 3, parts=True),
        Point("SH03", "avgränsade-mätbara-mål", "avgränsade och mätbara mål", 3, parts=True),
        Point("SH04", "dokumentation", "hur arbetet dokumenteras", 3, inheritable=True),
        Point("SH05", "uppföljning", "hur arbetet följs upp", 3),
        Point("SH06", "period", "vilken period den gäller", 3),
        Point("SH07", "undertecknas-av-ledningen", "undertecknad av ledningen", 3),
        Point("SH08", "samsyn", "samsyn", 4, inheritable=True),
        Point("SH09", "gemensamt-arbete", "bara det ni gör tillsammans", 4, parts=True),
    ),
    printed=True,
)
