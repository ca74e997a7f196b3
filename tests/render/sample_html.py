"""A package of pages as the templates write them, for looking at and for testing the HTML by itself. Everything in it is made up."""

import datetime
from pathlib import Path

from samverkan_cli.printing.figures.figure import Figure
from samverkan_cli.printing.render.package import Fact, Logo, Package, Page

MARKS = ("Påhittat innehåll", "Utkast – inte undertecknad av alla")

_INDEX = """# Samverkansöverenskommelse 2019–2020

*Påhittat innehåll · Utkast – inte undertecknad av alla*

| Uppgift | Innehåll |
|---|---|
| Gäller | 1 januari 2019–31 december 2020 |
| Diarienummer, Huddinge kommun | KS-2018/0000 |
| Diarienummer, Lokalpolisområde Huddinge | A000.000/2018 |
| Ersätter | Samverkansöverenskommelse 2017–2018 |

## Innehåll

- [Samverkansöverenskommelse 2019–2020](överenskommelse.md)

- 2.1 [Gemensam problembild 2018](bilaga-2.1.md)

- 3.1 [Aktivitetsplan ungdomskriminalitet](bilaga-3.1.md) (fokusområde Ungdomskriminalitet)

- [Checklistan och det som visar den](checklista.md)

Bedömd för 1 juni 2019. 14 av 17 punkter är uppfyllda.
"""

_AGREEMENT = """# Samverkansöverenskommelse 2019–2020

*Påhittat innehåll · Utkast – inte undertecknad av alla*

## Parter

| Part | Slag | Diarienummer | Fastställd |
|---|---|---|---|
| Huddinge kommun | kommun | KS-2018/0000 | kommunstyrelsen, 5 december 2018 |
| Lokalpolisområde Huddinge | polis, lokalpolisområde | A000.000/2018 | lokalpolisområdets ledningsgrupp, 7 december 2018 |

## Syfte

Parterna ska tillsammans minska fem problem: rån och hot mellan unga, ungas väg in i narkotikaförsäljning, otrygghet i centrum, höga farter vid skolor och inbrott i småhus.

Överenskommelsen säger **vem som gör vad**, när det ska vara gjort och hur vi mäter om det hjälper. Den följer [Brottsförebyggande rådets handbok](https://bra.se/samverkan).

## Avgränsning

Här står bara det som parterna gör tillsammans. Våld i nära relationer och våldsbejakande extremism har egna planer och ingår inte.

- Cykelstölder och klotter är bortvalda.
- Skälen står i [bilaga 2.1](bilaga-2.1.md#bortvalda-problem).

## Fokusområden

- **Ungdomskriminalitet** (F1): Unga som rånar och hotar unga. Plats: centrum och stationen.

- **Trygghet i offentlig miljö** (F3): Otrygghet i centrum efter klockan 20. Plats: centrum.

## Mål

| Nr | Mål | Mått | Baslinje | Målnivå | Källa |
|---|---|---|--:|--:|---|
| M1 | Färre rån och hot mellan unga (effekt) | anmälda personrån och olaga hot med målsägande under 18 år, per år (ska minska) | 64 (31 december 2017) | 48 (31 december 2020) | polisens anmälningsstatistik |
| M3 | Fler känner sig trygga i centrum på kvällen (effekt) | andel som känner sig trygga, procent (ska öka) | 58 (15 mars 2018) | 68 (15 mars 2020) | kommunens trygghetsmätning |

![M1 ska minska från 64 till 48 till utgången av 2020.](figurer/mal.svg "Mål M1: från baslinje till målnivå")

> **Saknas:** Målet M3 säger inte vem som mäter (SK06, punkt 6).

## Samverkansorganisation

### Lokala brottsförebyggande rådet

Äger överenskommelsen. Väljer problem, beslutar planer och löften, avsätter resurser och ändrar det som inte fungerar.

1. Rådet möts i februari, maj, september och december.
2. Styrgruppen möts minst åtta gånger per år.

#### Ledamöter

- Kommunstyrelsens ordförande (leder)
- Lokalpolisområdeschef

---

## Underskrifter

| Part | Funktion | Datum | Underskrift |
|---|---|---|---|
| Huddinge kommun | kommunstyrelsens ordförande | 12 december 2018, Huddinge | undertecknad |

**Lokalpolisområde Huddinge**

Ort och datum: ………………………………………………

Underskrift: ………………………………………………

Namn och funktion: ………………………………………………

## Uppsägning

Uppsägningstid: tre månader.
"""

_PROBLEMS = """# 2.1 Gemensam problembild 2018

## Problem

### P1 Rån och hot mellan unga

Unga rånar och hotar unga i centrum och vid stationen, mest vardagar klockan 15–20.

| Orsak | Varför vi tror det |
|---|---|
| O1.1 Få vuxna på plats | Fältsekreterare och polis är på plats en gång i veckan. |
| O1.2 Mörka passager | Fem passager saknar ljus och fri sikt. |

## Bortvalda problem

Cykelstölder och klotter.

## Statistik

| År | Personrån | Olaga hot | Misshandel | Skadegörelse | Narkotikabrott | Stöld | Inbrott |
|---|--:|--:|--:|--:|--:|--:|--:|
| 2016 | 21 | 38 | 102 | 1 204 | 377 | 2 410 | 311 |
| 2017 | 25 | 39 | 98 | 1 187 | 402 | 2 366 | 298 |
"""

_PLAN = """# 3.1 Aktivitetsplan ungdomskriminalitet

| Uppgift | Innehåll |
|---|---|
| Gäller | 1 januari 2019–31 december 2020 |
| Fastställd | Lokala brottsförebyggande rådet, 12 december 2018 |

## Inledning

Unga rånar och hotar unga i centrum och vid stationen. Planen gör fyra saker åt det.

## Åtgärder

| Nr | Åtgärd | Ansvarig | När | Möter | Bidrar till |
|---|---|---|---|---|---|
| Å1.1 | Vuxna på plats vid stationen och i centrum fyra gånger i veckan | fältsekreterare, Huddinge kommun | 4 februari 2019–11 december 2020 | [O1.1](bilaga-2.1.md#p1-rån-och-hot-mellan-unga) | [M1](överenskommelse.md#mål) |
| Å1.2 | Ljus och fri sikt i fem passager | driftchef, Huddinge kommun | senast 31 oktober 2019 | [O1.2](bilaga-2.1.md#p1-rån-och-hot-mellan-unga) | [M1](överenskommelse.md#mål) |

![Två åtgärder: Å1.1 från februari 2019 till december 2020, Å1.2 till oktober 2019.](figurer/tid.svg "Tidslinje för åtgärderna")

### Å1.1 Vuxna på plats vid stationen och i centrum fyra gånger i veckan

Måndagens lägesmöte väljer dagar och platser. Fältsekreterare och områdespolis går tillsammans och pratar med unga.

- Medverkar: områdespolis, Lokalpolisområde Huddinge; Nattvandrarna
- Resurser: Fem timmar per pass för två fältsekreterare och en områdespolis.

### Å1.2 Ljus och fri sikt i fem passager

> **Saknas:** Åtgärden Å1.2 säger inte hur den ska göras (SK08, punkt 8).

## Uppföljning

| Nr | Vad som följs upp | Slag | När | Vem |
|---|---|---|---|---|
| U1.1 | genomförda pass, åtgärd Å1.1 | process | varje månad | fältsekreterare, Huddinge kommun |

## Åtgärder

Samma rubrik en gång till.
"""

_CHECKLIST = """# Checklistan

Bedömd för 1 juni 2019, steg 4 av 5.

## Skånes 17 punkter

| Nr | Punkt | Bedömning | Var det står, eller vad som saknas |
|---|---|---|---|
| 1 | samordnande funktion | ✓ uppfylld | agreement.yaml:31 |
| 8 | när, vad, vem, hur | ◐ delvis | Å1.2 saknar ”hur” |
"""

_SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} 120" width="{width}" height="120">
<title>t</title><defs><linearGradient id="g"><stop stop-color="#15495a"/></linearGradient></defs>
<rect id="stapel" x="90" y="40" width="{bar}" height="24" fill="url(#g)"/>
<text x="10" y="57" font-size="14" font-family="sans-serif">{label}</text>
<line x1="90" y1="20" x2="90" y2="100" stroke="#333333"/></svg>"""

LOGOS = Path(__file__).parents[2] / "examples" / "huddinge" / "logotyper"


def sample(marks: tuple[str, ...] = MARKS) -> Package:
    """The sample package."""
    goal = Figure(
        "mal.svg",
        "Mål M1: från baslinje till målnivå",
        "M1 ska minska från 64 till 48.",
        _SVG.format(width=520, bar=300, label="M1"),
        520,
        120,
    )
    time = Figure(
        "tid.svg", "Tidslinje för åtgärderna", "Två åtgärder under 2019 och 2020.", _SVG.format(width=900, bar=700, label="Å1.1"), 900, 120
    )
    return Package(
        id="huddinge-2019",
        title="Samverkansöverenskommelse 2019–2020",
        parties=("Huddinge kommun", "Lokalpolisområde Huddinge"),
        facts=(Fact("Gäller", "1 januari 2019–31 december 2020"), Fact("Diarienummer, Huddinge kommun", "KS-2018/0000")),
        logos=tuple(
            Logo(f"{name}.svg", f"{party} (påhittad logotyp)", "svg", (LOGOS / f"{name}.svg").read_bytes())
            for name, party in (("kommun", "Huddinge kommun"), ("polis", "Lokalpolisområde Huddinge"))
        ),
        marks=marks,
        pages=(
            Page("index", "", "Samverkansöverenskommelse 2019–2020", "index", _INDEX),
            Page("överenskommelse", "", "Samverkansöverenskommelse 2019–2020", "överenskommelse", _AGREEMENT, (goal,)),
            Page("bilaga-2.1", "2.1", "Gemensam problembild 2018", "problembild", _PROBLEMS),
            Page("bilaga-3.1", "3.1", "Aktivitetsplan ungdomskriminalitet", "åtgärdsplan", _PLAN, (time,)),
            Page("checklista", "", "Checklistan", "checklista", _CHECKLIST),
        ),
        sources=(),
        dated=datetime.date(2019, 6, 1),
        authors="Huddinge kommun och Lokalpolisområde Huddinge",
    )
