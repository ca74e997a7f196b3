"""The commonest slips, each in a copy of the Huddinge example: the answer names cause and cure at the line, and the other files are still judged."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from support.packages import HUDDINGE, copy, jargon, judge, places, swap

AGREEMENT, PLAN, CONTACTS = "agreement.yaml", "bilagor/3.1-ungdomskriminalitet.yaml", "bilagor/1-kontaktpersoner.yaml"
ELSEWHERE = "bilagor/3.4-trafiksäkerhet.yaml"


def _windows(file: Path) -> int:
    text = file.read_text(encoding="utf-8")
    file.write_bytes(text.encode("cp1252"))
    return next(number for number, row in enumerate(text.splitlines(), 1) if not row.isascii())


def _swap(old: str, new: str, below: int = 0) -> Callable[[Path], int]:
    return lambda file: swap(file, old, new) + below


SLIPS = {
    "mal": (AGREEMENT, _swap("\nmål:", "\nmal:", 1), "FIL05", "”mal” finns inte; den heter ”mål” (ringen saknas)", "Skriv  mål:"),
    "atgarder": (PLAN, _swap("\nåtgärder:", "\natgarder:", 1), "FIL05", "den heter ”åtgärder”", "Skriv  åtgärder:"),
    "åtgarder": (PLAN, _swap("\nåtgärder:", "\nåtgarder:", 1), "FIL05", "(prickarna saknas)", "Skriv  åtgärder:"),
    "decomposed": (PLAN, _swap("\nåtgärder:", unicodedata.normalize("NFD", "\nåtgärder:"), 1), "FIL05", "delade tecken", "Skriv om den som åtgärder"),
    "phone": (CONTACTS, _swap('"08-000 00 02"', "070123456"), "FIL06", "070123456 ska vara text men står utan citattecken", 'telefon: "070123456"'),
    "date": (PLAN, _swap("{från: 2019-03-01,", "{från: 2019-02-30,"), "FIL07", "2019-02-30 finns inte i almanackan", "Februari 2019 har 28 dagar"),
    "true": (PLAN, _swap("påhittat: ja", "påhittat: true"), "FIL06", "här skrivs ja eller nej; det står true", "Skriv  påhittat: ja"),
    "tab": (PLAN, _swap("    vad: Ett klasspass", "\tvad: Ett klasspass"), "FIL02", "indragen med en tabb", "Byt tabben mot mellanslag"),
    "colon": (PLAN, _swap("titel: Aktivitetsplan", "titel: Aktivitetsplan:"), "FIL02", "kolon", 'titel: "Aktivitetsplan: ungdomskriminalitet"'),
    "windows": (PLAN, _windows, "FIL01", "ser ut att vara Windows-1252", "välj kodningen UTF-8"),
    "list": (PLAN, _swap("  - id: Å1.3\n", "   - id: Å1.3\n"), "FIL02", "strecket har ett annat indrag", "Ge alla streck i listan samma indrag"),
    "key": (PLAN, _swap("    vad: Ett klasspass", "   vad: Ett klasspass"), "FIL02", "annat indrag", "samma indrag som den första nyckeln"),
}  # fmt: skip


@pytest.mark.parametrize("name", SLIPS)
def test_cause_and_cure(name: str, tmp_path: Path) -> None:
    file, put, code, cause, cure = SLIPS[name]
    folder = copy(HUDDINGE, tmp_path)
    line = put(folder / file)
    other = swap(folder / ELSEWHERE, "      ansvarig: {aktör: kommun, funktion: trafikplanerare}\n", "") - 1
    report = judge(folder)
    assert sorted(places(report)) == sorted([(code, file, line), ("SK08", ELSEWHERE, other)])
    answer = next(found for found in report.diagnostics if found.code == code)
    assert cause in answer.message
    assert cure in answer.help
    assert jargon(answer) == []
