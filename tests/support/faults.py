"""Ten faults that have nothing to do with each other, to put into a copy of the Huddinge example."""

from collections.abc import Callable
from pathlib import Path

from support.packages import swap

Fault = tuple[str, str, Callable[[Path], int]]
"""Code, file, and a function that puts the fault there and returns the line where it shall be found."""


def _swap(old: str, new: str, below: int = 0) -> Callable[[Path], int]:
    return lambda file: swap(file, old, new) + below


TEN: tuple[Fault, ...] = (
    ("FIL05", "agreement.yaml", _swap("\nåterkoppling:", "\naterkoppling:", 1)),
    ("FIL07", "agreement.yaml", _swap("{organ: kommunstyrelsen, datum: 2018-12-05}", "{organ: kommunstyrelsen, datum: 2018-12-35}")),
    ("TYD03", "agreement.yaml", _swap(", alt: Lokalpolisområde Huddinges logotyp (påhittad)}", "}")),
    ("FIL06", "bilagor/1-kontaktpersoner.yaml", _swap('telefon: "08-000 00 02"', "telefon: 0800000002")),
    ("SK08", "bilagor/3.1-ungdomskriminalitet.yaml", _swap("    vem:\n      ansvarig: {aktör: kommun, funktion: fältsekreterare}\n", "    vem:\n")),
    ("SK09", "bilagor/3.2-kriminella-nätverk.yaml", _swap("    möter_orsaker: [O2.1]\n", "", -1)),
    ("KED01", "bilagor/3.3-trygghet-i-offentlig-miljö.yaml", _swap("bidrar_till_mål: [M3.1]", "bidrar_till_mål: [M3.9]")),
    ("SK10", "bilagor/3.4-trafiksäkerhet.yaml", _swap("      målnivå: {värde: 6, datum: 2020-08-31}\n", "", -6)),
    ("FIL02", "bilagor/5-kommunikationsplan.yaml", _swap("titel: Kommunikationsplan", "titel: Plan: kommunikation")),
    ("KED12", "bilagor/4-medborgarlöfte.yaml", _swap("när: {senast: 2020-02-28}\n        kanal: anslag på skolans dörr och skolans veckobrev\n", "när: {senast: 2020-02-28}\n", -4)),
)  # fmt: skip


def put_in(folder: Path) -> list[tuple[str, str, int]]:
    """Put all ten into a copy. Returns code, file and line of each."""
    return [(code, file, put(folder / file)) for code, file, put in TEN]
