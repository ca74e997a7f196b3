"""A small package with every construct that pages are written in, for trying the formats on."""

import datetime
import struct
import zlib

from samverkan_cli.printing.figures.figure import Figure
from samverkan_cli.printing.render.package import Fact, Logo, Package, Page, Source

# Escaped as templates escape a ``rad``; what a reader is to see stands in HOSTILE_SEEN.
HOSTILE = {
    "typst": '#let x = 1 #read("/etc/passwd") $a^2$ @ref //kommentar /\\* "citat" -- ... #pagebreak()',
    "html": "\\<script>alert(1)\\</script> \\&amp; \\<b>",
    "jinja": "{{ 7 \\* 7 }} {% raw %} {# bort #}",
    "word": '{ HYPERLINK "http://x.se" } { PAGE } =SUM(A1) PAGEREF \\\\\\* MERGEFORMAT',
    "markdown": "\\*inte fet\\* \\[ingen länk\\](x.se) \\`ingen kod\\` \\| inget streck",
    "letters": "Čáhppe ŋuolla, Łódź, Ελλάδα, Київ, 漢字, 😀👩‍👩‍👧, \ufffd, e\u0301, ≥ → ☐ ✓",
    "markers": "vänster \u202ehöger\u200f styr\x07tecken",
    "long": "Donaudampfschiffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" + "x" * 120,
}

TIMELINE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 160" width="720" height="160" role="img" font-family="Inter, sans-serif">'
    "<title>Åtgärderna under 2019 och 2020</title>"
    '<rect width="720" height="160" fill="#ffffff"/><g font-size="13" fill="#1a2733">'
    '<text x="10" y="50">Å1 Trygghetsvandring</text><text x="10" y="100">Å2 Fältgrupp på kvällar</text>'
    '<text x="250" y="20">2019</text><text x="480" y="20">2020</text></g>'
    '<rect x="250" y="36" width="160" height="18" fill="#1f3f5b"/>'
    '<rect x="330" y="86" width="340" height="18" fill="none" stroke="#1f3f5b" stroke-width="2" stroke-dasharray="6 3"/>'
    '<line x1="480" y1="26" x2="480" y2="150" stroke="#8a97a3"/></svg>'
)

MUNICIPALITY_LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 80" width="200" height="80">'
    b'<path d="M10 5 h50 v40 q0 25 -25 30 q-25 -5 -25 -30 z" fill="#1f3f5b"/><circle cx="35" cy="35" r="12" fill="#ffffff"/>'
    b'<text x="75" y="48" font-family="Inter" font-size="24" fill="#1f3f5b">Ekbacken</text></svg>'
)


def png(width: int = 60, height: int = 60) -> bytes:
    """A blue picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    lines = b"".join(b"\0" + b"\x14\x50\x8c" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b"")


_ACTIONS = "\n".join(
    f"| Å{number} | Trygghetsvandring i område {number} tillsammans med boende, fastighetsägare och ungdomsrådet | Samhällsbyggnadsförvaltningen | {1 + number % 28} mars 2019 | O{number % 5 + 1} | M1, M{number % 3 + 2} |"
    for number in range(1, 31)
)

AGREEMENT = f"""# Samverkansöverenskommelse

*Påhittat innehåll · Utkast*

| Uppgift | Innehåll |
|---|---|
| Parter | Ekbackens kommun och Lokalpolisområde Ekbacken |
| Giltighetstid | 1 januari 2019–31 december 2020 |
| Diarienummer | KS-2018/1234 |

## Inledning

Ekbackens kommun och Lokalpolisområde Ekbacken har en **gemensam målbild**: *färre brott och ökad trygghet* i hela kommunen.
Överenskommelsen bygger på den lägesbild som parterna tog fram hösten 2018 och på [handboken](https://www.bra.se/handbok?a=1&b=2).
Samma uppgifter finns i [bilaga 3.1](bilaga-3-1.md), i [orsakerna där](bilaga-3-1.md#orsaker) och i [ett dokument som inte är med](annat.md).

Frågor besvaras av <mailto:trygghet@ekbacken.example>.

### Parternas åtaganden

- Kommunen samordnar det brottsförebyggande arbetet.
- Polisen delar sin lägesbild varje månad, med
  - brott i offentlig miljö
  - tid och plats
    1. vardag
    2. helg
- Båda deltar i styrgruppen.

1. Ta fram lägesbild.
2. Välja problem.

   Högst fem, för att arbetet ska bli av.
3. Följa upp.

Därefter, som en fortsättning:

4. Rapportera till rådet.

##### En rubrik som hoppar över en nivå

> **Saknas:** här ska det stå hur parterna dokumenterar arbetet (punkt 12).

## Åtgärder

| Nr | Åtgärd | Ansvarig | När | Orsak | Mål |
|---|---|---|---|---|---:|
{_ACTIONS}

![Två åtgärder som staplar: Å1 våren 2019, Å2 från hösten 2019 till hösten 2020](figurer/tidslinje.svg "Åtgärderna under avtalstiden")

![Kommunens vapen](logotyper/vapen.svg)

![En bild som inte finns](figurer/borta.svg "Borta")

---

## Underskrifter

| Part | Funktion | Datum | Underskrift |
|---|---|---|---|
| Ekbackens kommun | Kommunstyrelsens ordförande, Maj Lind | 5 december 2018 | undertecknad |
| Lokalpolisområde Ekbacken | Lokalpolisområdeschef | – | |

**Lokalpolisområde Ekbacken**

Ort och datum: ………………………………………………

Underskrift: ………………………………………………

Namn och funktion: ………………………………………………

> **Saknas:** Lokalpolisområde Ekbacken har inte undertecknat (punkt 7).
"""

APPENDIX = f"""# 3.1 Ungdomskriminalitet

## Problem

### P1 Personrån mot unga

Rånen sker på väg från stationen. Se [överenskommelsen](overenskommelse.md#åtgärder) och [orsakerna](#orsaker).

## Orsaker

| Nr | Orsak |
|---|---|
| O1 | {HOSTILE["markdown"]} |
| O2 | {HOSTILE["long"]} |

## Orsaker

Rubriken finns två gånger.

## Fientlig text

{HOSTILE["typst"]}

{HOSTILE["html"]}

{HOSTILE["jinja"]}

{HOSTILE["word"]}

{HOSTILE["letters"]}

{HOSTILE["markers"]}

### {HOSTILE["typst"]}

| {HOSTILE["jinja"]} | {HOSTILE["word"]} |
|---|---|
| {HOSTILE["html"]} | **{HOSTILE["markdown"]}** |
"""

CHECKLIST = """# Checklista

Bedömd för 1 juni 2019, steg 4 av 5.

| Nr | Punkt | Bedömning | Var det står, eller vad som saknas |
|---|---|---|---|
| 1 | Samordnande funktion | ✓ uppfylld | agreement.yaml, rad 31 |
| 2 | Återkoppling till de boende | ◐ delvis | Å1.3 säger inte när |
"""

SOURCES = (
    Source("agreement.yaml", "typ: överenskommelse\r\ntitel: Ekbacken  \n# slut utan radbrytning".encode()),
    Source("bilagor/3.1-ungdomskriminalitet.yaml", b"\xef\xbb\xbftyp: \xc3\xa5tg\xc3\xa4rdsplan\n"),
)


def sample_package() -> Package:
    figure = Figure("tidslinje.svg", "Åtgärderna", "Två staplar", TIMELINE, 720, 160)
    pages = (
        Page("overenskommelse", "", "Samverkansöverenskommelse", "agreement", AGREEMENT, (figure,)),
        Page("bilaga-3-1", "3.1", "Ungdomskriminalitet", "appendix", APPENDIX),
        Page("checklista", "", "Checklista", "checklist", CHECKLIST),
    )
    return Package(
        id="ekbacken-2019",
        title="Samverkansöverenskommelse Ekbacken 2019–2020",
        parties=("Ekbackens kommun", "Polisen, lokalpolisområde Ekbacken"),
        facts=(
            Fact("Giltighetstid", "1 januari 2019–31 december 2020"),
            Fact("Diarienummer", "KS-2018/1234"),
            Fact("Diarienummer hos Polisen", "A123.456/2018"),
            Fact("Beslutad", "av kommunstyrelsen den 5 december 2018"),
        ),
        logos=(
            Logo("vapen.svg", "Ekbackens kommun", "svg", MUNICIPALITY_LOGO),
            Logo("bla.png", "Polisen", "png", png()),
            Logo("trasig.png", "Region Ekbacken", "png", b"\x89PNG\r\n\x1a\ntrasig"),
        ),
        marks=("Påhittat innehåll", "Utkast"),
        pages=pages,
        sources=SOURCES,
        dated=datetime.date(2019, 6, 1),
        authors="Ekbackens kommun",
    )
