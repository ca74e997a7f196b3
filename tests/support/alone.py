"""Documents that stand alone, one of each type that has something to be judged, as a municipality may send them."""

from pathlib import Path

PLAN = """\
samverkan: 1
typ: åtgärdsplan
titel: Åtgärdsplan stationen 2027
datum: 2027-01-20
fastställd: {organ: kommunstyrelsen, datum: 2027-01-20}
bygger_på: [{part: kommun, titel: Kommunens lägesbild 2026}]
orsaker:
  - {id: O1, gäller_problem: [P1], orsak: Få vuxna rör sig vid stationen på kvällen.}
mål:
  - id: M1
    typ: effekt
    lydelse: Färre unga rånas vid stationen.
    indikator: {mått: antal rån, källa: polisens statistik, baslinje: {värde: 41, datum: 2026-12-31}, målnivå: {värde: 20, datum: 2027-12-31}}
åtgärder:
  - id: Å1
    vad: Vuxna på plats vid stationen
    hur: Två och två; passet loggas samma kväll.
    vem: {ansvarig: {aktör: kommun, funktion: fältsekreterare}, medverkar: [{aktör: polis, funktion: områdespolis}]}
    när: {från: 2027-02-04, till: 2027-12-18}
    gäller_fokusområden: [F1]
    möter_orsaker: [O1]
    bidrar_till_mål: [M1]
    uppföljning:
      - {id: U1, vad: antal pass, vem: {ansvarig: {aktör: kommun, funktion: trygghetssamordnare}}, när: {minst: 4, per: år}}
"""

REPORT = """\
samverkan: 1
typ: lägesbild
titel: Ekhults lägesbild 2026
part: kommun
datum: 2026-10-14
källor: [elevenkät, trygghetsvandringar]
kartläggning: 41 rån på ett år.
annan_information: Två skolor byggs om.
analys: Få vuxna rör sig vid stationen.
statistik:
  - {vad: rån, värde: 41, uppdelning: {flickor: 6, pojkar: 35}}
"""

PLEDGE = """\
samverkan: 1
typ: medborgarlöfte
titel: Medborgarlöfte 2027 Älvmo
period: {från: 2027-01-01, till: 2027-12-31}
löften:
  - id: L1
    lydelse: Du möter oss på torget varje fredag under 2027.
    åtaganden: [{aktör: kommun, vad: en fältsekreterare}, {aktör: polis, vad: en områdespolis}]
    återkoppling: [{till: invånare, när: {senast: 2028-02-28}, kanal: torgmöte}]
"""

COMMUNICATION = """\
samverkan: 1
typ: kommunikationsplan
titel: Kommunikationsplan
kommunikationsaktiviteter:
  - vad: Så går det vid stationen
    målgrupp: boende kring stationen
    kanal: kommunens webbplats
    vem: {ansvarig: {aktör: kommun, funktion: kommunikatör}}
    när: {minst: 4, per: år}
"""

FOLLOW_UP = """\
samverkan: 1
typ: uppföljning
titel: Uppföljning våren 2027
datum: 2027-05-30
utfall:
  - {åtgärd: Å1, bedömning: grön, utfall: 22 pass gjorda.}
mätvärden:
  - {mål: M1, datum: 2027-04-30, värde: 9}
processgranskning: Mötena hölls som de skulle.
återkopplat: [{till: invånare, datum: 2027-06-01, kanal: webbplatsen}]
"""

EVERY = {
    "plan.yaml": PLAN,
    "lägesbild.yaml": REPORT,
    "löfte.yaml": PLEDGE,
    "kommunikationsplan.yaml": COMMUNICATION,
    "uppföljning.yaml": FOLLOW_UP,
}


def write(folder: Path, files: dict[str, str]) -> Path:
    """The files in a folder with a boundary of its own."""
    (folder / ".git").mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder
