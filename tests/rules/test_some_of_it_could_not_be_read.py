"""A finding that lists what is missing does not list what is there and could not be read: that has been said where it stands."""

import re
from pathlib import Path

import pytest

from samverkan_cli.api import Options
from samverkan_cli.checking.report import Report
from support.fragments import judge, parse

PARTIES = "parter: [{id: kommun, typ: kommun, namn: Ekhult}, {id: polis, typ: polis, namn: Polisen}]\n"
LISTED = {
    "SK01": ("samordningsfunktioner:\n  - {part: kommun, funktion: samordnare«, mandat: {}»}\n", "tid", "mandat"),
    "SK05": ("problem:\n  - {id: P1, namn: Rån«, prioritet: sju»}\n  - {id: P2, namn: Stöld}\n", "lägesbilder", "prioritering"),
    "SK08": ("åtgärder:\n  - {id: Å1, vad: Pass på torget«, hur: {}»}\n", "när", "hur"),
    "SK10": ("mål:\n  - {id: M1, indikator: {mått: anmälda rån«, källa: {}»}}\n", "målnivå", "källa"),
    "SK12": ("återkoppling:\n  - {vad: läget, när: {detalj: löpande}«, till: {}»}\n", "hur ofta", "till vilka"),
    "SK13": ("åtgärder:\n  - {id: Å1, vad: Pass, uppföljning: [{vem: {ansvarig: {aktör: kommun, funktion: chef}}«, vad: {}»}]}\n", "när", "vad"),
    "SH03": ("mål:\n  - {id: M1«, lydelse: {}»}\n", "mått", "lydelse"),
    "SH05": ("uppföljning:\n  - {vad: allt, vem: {ansvarig: {aktör: kommun}}«, till: {}»}\n", "när", "till"),
    "SH08": ("samsyn:\n  - {vilka: personalen«, hur: {}»}\n", "när", "hur"),
    "LAG13": ("ledning: {rapporterar_till: allmänheten«, organ: {}»}\n# idag: 2024-06-01\n", "rapport till fullmäktige", "nämnd som leder"),
    "TYD02": ("kommunikationsaktiviteter:\n  - {vad: Brev, målgrupp: boende, vem: {ansvarig: {aktör: kommun}}«, kanal: {}»}\n", "när", "kanal"),
    "TYD07": ("orsaksanalys: {metod: orsaksträd«, datum: i våras»}\n", "medverkande", "dag"),
    "TYD08": ("återkoppling:\n  - {till: boende«, vad: {}»}\n", "när", "vad"),
}  # fmt: skip
"""A rule; what it asks for, with a key in marks that is there with a fault on it; what is missing all the same; and what the key would say."""


def listed(text: str, code: str, folder: Path) -> tuple[Report, set[str]]:
    report = judge(parse(PARTIES + text), folder, Options(select=(code, "FIL"), all_steps=True))
    return report, {item.what.split(" (")[0].split(", ")[0] for one in report.diagnostics if one.code == code for item in one.items}


@pytest.mark.parametrize("code", LISTED)
def test_what_is_there_and_could_not_be_read_is_not_called_missing(code: str, tmp_path: Path) -> None:
    text, missing, faulted = LISTED[code]
    report, items = listed(re.sub("[«»]", "", text), code, tmp_path)
    assert any(one.code.startswith("FIL0") for one in report.diagnostics), "there is a fault to speak of"
    assert missing in items and faulted not in items, [(one.code, one.message) for one in report.diagnostics]


@pytest.mark.parametrize("code", LISTED)
def test_without_the_key_both_are_missing(code: str, tmp_path: Path) -> None:
    text, missing, faulted = LISTED[code]
    report, items = listed(re.sub("«[^»]*»", "", text), code, tmp_path)
    assert {missing, faulted} <= items, [(one.code, one.message) for one in report.diagnostics]
