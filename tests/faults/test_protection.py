"""What must be protected is found however it is written and wherever it stands, and what only looks alike is let be."""

from pathlib import Path

import pytest

from samverkan_cli.api import Options, open_project
from samverkan_cli.diagnostics import Level
from samverkan_cli.project.redaction import WITHHELD, public_dossier
from samverkan_cli.publication import PackageRun
from samverkan_cli.text.contact_details import Details
from samverkan_cli.text.identity_numbers import identity_numbers
from samverkan_cli.text.normal_form import normal
from support.packages import ROOT, judge
from support.slips import DAY, FIRST, said, write

SURE = {
    "spaces around the dash": "121212 - 1212",
    "a slash": "121212/1212",
    "a slash with spaces": "121212 / 1212",
    "a point": "121212.1212",
    "an underscore": "121212_1212",
    "a century and a slash": "19121212/1212",
    "full-width digits": "１２１２１２－１２１２",
    "full-width digits, twelve": "１９１２１２１２１２１２",
    "a thin space": "19121212\u20091212",
    "a narrow no-break space": "19121212\u202f1212",
    "a no-break space on each side": "121212\xa0–\xa01212",
    "a no-break hyphen": "121212\u20111212",
    "a minus sign": "121212\u22121212",
    "a soft hyphen inside": "1212\xad12-1212",
    "a space without width": "19121212\u200b-1212",
    "Arabic digits": "١٢١٢١٢-١٢١٢",
    "marks in the date": "1912-12-12-1212",
    "marks in the date and a space": "1912-12-12 1212",
    "slashes in the date": "1912/12/12-1212",
    "points in the date, two-digit year": "12.12.12-1212",
    "spaces in the date": "19 12 12 12-1212",
    "over a hundred years": "121212+1212",
    "a temporary number": "121212-T123",
    "a temporary number, small letter": "121212-t123",
    "a temporary number with two letters": "19121212-TF12",
    "a temporary number without a dash": "19121212T123",
    "a letter for a digit": "121212-R121",
    "a coordination number": "121272-1219",
    "a coordination number with an unknown day": "121260-1213",
    "a coordination number with an unknown month": "120060-1217",
    "after a dash and a letter": "pnr-19121212-1212",
    "before a dash and a letter": "19121212-1212-bilaga",
    "in a file's name": "utredning_191212121212.pdf",
}
UNSURE = {"ten digits": "1212121212", "a space": "121212 1212", "a thin space": "121212\u20091212"}
NONE = [
    "2019-02-04 08-16",
    "2019-02-04 0830",
    "20190204 1212",
    "SFS 2023:196",
    "dnr KS-2018/0000, KS/2019:123, A000.000/2018, A121.212/2012, 2018/1234-5, KS2019.0123-4, 5000-K1234-18, 0201-K123456-18",
    "212000-0142, 556000-4615, 802400-0000",
    "1 212 121 212 kronor, 121 212 kronor, 1 212,12 kr",
    "08-12 12 12 12, 010-121 21 21, 0121-212 12 12, +46 12 121 21 21",
    "20190101-20191231, 2019-01-01–2019-12-31, 2019–2020, 190101-191231",
    "121212-1213 har fel kontrollsiffra, 121312-1212 en månad som inte finns",
    "121212-T1234 och 121212 T123",
    "1.121212.1212 och 121212.1212.1",
    "klockan 08.00-16.00, 12.12-12.12, vecka 12-12",
    "59.329323, 18.068581",
    "121212\n\n1212",
]


@pytest.mark.parametrize("written", SURE.values(), ids=SURE)
def test_a_number_is_found_however_it_is_written(written: str) -> None:
    found = list(identity_numbers(f"Ring {written} om detta."))
    assert [(one.line, one.sure) for one in found] == [(1, True)]


@pytest.mark.parametrize("written", UNSURE.values(), ids=UNSURE)
def test_ten_digits_may_be_something_else(written: str) -> None:
    assert [(one.written, one.sure) for one in identity_numbers(f"Ring {written} om detta.")] == [(written, False)]


@pytest.mark.parametrize("text", NONE)
def test_what_looks_alike_is_let_be(text: str) -> None:
    assert list(identity_numbers(text)) == []


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("syfte: Gäller 121212-\n  1212 och inget annat.\n", 0, 15),
        ("syfte: |\n  Gäller 19121212-\n  1212 och inget annat.\n", 1, 10),
        ("# Gäller 121212-\n# 1212 och inget annat.\n", 0, 10),
        ("# Gäller 121212\r\n# -1212 och inget annat.\r\n", 0, 10),
        ("1912-12-12-1212: ja\n", 0, 1),
        ('syfte: "1212\\x312-1212"\n', 0, 8),
        ('syfte: "191212\\\n  12-1212"\n', 0, 8),
        ("utgångspunkter:\n  - 19121212 - 1212\n", 1, 5),
    ],
)
def test_it_is_found_wherever_it_stands(text: str, line: int, column: int, tmp_path: Path) -> None:
    found = [(one.span.line, one.span.column) for one in said(tmp_path, {"agreement.yaml": text}) if one.code == "SKY01"]
    assert found == [(FIRST + line, column)]


def test_it_is_found_in_the_name_of_a_file(tmp_path: Path) -> None:
    plan = "samverkan: 1\ntyp: åtgärdsplan\ntitel: Plan\n"
    rows = {"agreement.yaml": 'bilagor: [{nr: "1", fil: bilagor/plan_191212121212.yaml}]\n', "bilagor/plan_191212121212.yaml": plan}
    found = {(one.file, one.span.line) for one in said(tmp_path, rows) if one.code == "SKY01"}
    assert found == {("agreement.yaml", FIRST), ("bilagor/plan_191212121212.yaml", 1)}


MARKED = 'kontakter:\n  - {part: polis, funktion: kommunpolis, telefon: "010-123 45 67", epost: Eva.Ek@polisen.example, publiceras: nej}\n'
TOLD = FIRST + 2
"""The line after the contact."""

ELSEWHERE = {
    "as it is": "syfte: Ring 010-123 45 67 om detta.\n",
    "without spaces": "syfte: Ring 0101234567 om detta.\n",
    "with the country's code": "syfte: Ring +46 10 123 45 67 om detta.\n",
    "with the code and a nought": "syfte: Ring +46 (0)10-123 45 67 om detta.\n",
    "with the code written out": "syfte: Ring 0046101234567 om detta.\n",
    "with no-break spaces": "syfte: Ring 010-123\xa045\u202f67 om detta.\n",
    "with full-width digits": "syfte: Ring ０１０－１２３ ４５ ６７ om detta.\n",
    "with points": "syfte: Ring 010.123.45.67 om detta.\n",
    "over a line break": "syfte: Ring 010-123\n  45 67 om detta.\n",
    "in a comment": "# Ring +46101234567 om detta.\n",
    "in a key": "begrepp:\n  010-1234567: ett nummer\n",
    "an address in other letters": "syfte: Skriv till EVA.EK@POLISEN.EXAMPLE, eller kom.\n",
    "an address as a link": "syfte: Skriv till <mailto:eva.ek@polisen.example>.\n",
    "an address in a comment": "# eva.ek@Polisen.example\n",
}


@pytest.mark.parametrize("text", ELSEWHERE.values(), ids=ELSEWHERE)
def test_what_is_not_given_out_is_an_error_elsewhere(text: str, tmp_path: Path) -> None:
    found = [one for one in said(tmp_path, {"agreement.yaml": MARKED + text}) if one.code == "SKY02"]
    line = TOLD + text.startswith("begrepp")
    assert [(one.span.line, one.level) for one in found] == [(line, Level.ERROR)]
    assert "kontaktlistan" in found[0].help
    assert PackageRun([tmp_path], DAY, None, True, lambda *_: None).hindrances()


@pytest.mark.parametrize("text", [text for text in ELSEWHERE.values() if text.startswith("syfte")])
def test_the_public_version_has_it_in_no_notation(text: str, tmp_path: Path) -> None:
    write(tmp_path, {"agreement.yaml": MARKED + text})
    (dossier,) = open_project([tmp_path], today=DAY).dossiers
    public = public_dossier(dossier)
    purpose = public.agreement.purpose or ""
    assert WITHHELD in purpose and not any(sign.isdecimal() for sign in purpose) and "@" not in purpose
    assert {contact.phone for member in public.members if member.model for contact in member.model.contacts} == {WITHHELD}


class Counted(dict[str, str]):
    """Details that count how often they are asked."""

    asked = 0

    def __contains__(self, key: object) -> bool:
        self.asked += 1
        return super().__contains__(key)


def test_a_text_is_looked_through_once_however_much_is_not_given_out() -> None:
    text = normal("Ring 08-12 34 56 eller +46 8 12 34 57, skriv till min@kommunen.example. " * 50)

    def asked(number: int) -> int:
        known = Counted({f"01{one:07}": "" for one in range(number)} | {f"nr{one}@polisen.example": "" for one in range(number)})
        assert list(Details(known).find(text)) == []
        return known.asked

    assert asked(10) == asked(1_000) < 5_000


@pytest.mark.parametrize(
    "text",
    [
        "syfte: Ring 010-123 45 68 om detta.\n",
        "syfte: Ring 1010-123 45 67 om detta.\n",
        "syfte: Numret 010-123 45 670 är ett annat.\n",
        "syfte: Skriv till neva.ek@polisen.example.\n",
        "syfte: Skriv till eva.ek@polisen.example.org.\n",
    ],
)
def test_another_number_or_address_is_none_of_it(text: str, tmp_path: Path) -> None:
    assert [one.message for one in said(tmp_path, {"agreement.yaml": MARKED + text}) if one.code == "SKY02"] == []
    assert PackageRun([tmp_path], DAY, None, True, lambda *_: None).hindrances() == ()


NAMED = "kontakter:\n  - {part: polis, funktion: kommunpolis, namn: Eva-Lena Ek, publiceras: nej}\n"


@pytest.mark.parametrize(
    "text",
    [
        "syfte: Fråga Eva-Lena Ek om detta.\n",
        "syfte: Fråga EVA LENA EK om detta.\n",
        "syfte: Det är Eva-Lena Eks uppgift.\n",
        "syfte: Fråga Eva\u2011Lena\xa0Ek.\n",
        "syfte: Fråga Eva-Lena\n  Ek om detta.\n",
        "# Fråga Eva-Lena Ek.\n",
        "begrepp:\n  Eva-Lena Ek: kommunpolis\n",
    ],
)
def test_a_name_that_is_not_given_out_is_an_error_elsewhere(text: str, tmp_path: Path) -> None:
    found = [one for one in said(tmp_path, {"agreement.yaml": NAMED + text}) if one.code == "SKY02"]
    assert [(one.span.line, one.level) for one in found] == [(TOLD + text.startswith("begrepp"), Level.ERROR)]
    assert PackageRun([tmp_path], DAY, None, True, lambda *_: None).hindrances()


@pytest.mark.parametrize(
    "text",
    [
        "syfte: Fråga Eva-Lena Ekman om detta.\n",
        "syfte: Fråga Eva Ek om detta.\n",
        "syfte: Vi träffade Eva-Lena. Ek och asp växer här.\n",
        "underskrifter: [{part: polis, funktion: kommunpolis, namn: Eva-Lena Ek}]\n",
    ],
)
def test_another_name_is_none_of_it(text: str, tmp_path: Path) -> None:
    assert [one.message for one in said(tmp_path, {"agreement.yaml": NAMED + text}) if one.code == "SKY02"] == []


def test_a_name_of_one_word_may_be_anything(tmp_path: Path) -> None:
    text = NAMED.replace("Eva-Lena Ek", "Ek") + "syfte: Ek och asp.\n"
    assert [one.message for one in said(tmp_path, {"agreement.yaml": text}) if one.code == "SKY02"] == []


@pytest.mark.parametrize("folder", ["examples", "tests/data/real"])
def test_nothing_of_it_is_said_of_what_is_right(folder: str) -> None:
    report = judge(ROOT / folder, options=Options(select=("SKY02",), exemptions=False, baseline=False))
    assert {one.file.partition("/")[0] for one in report.diagnostics} <= {"huddinge-med-fel"}


def test_a_whole_document_may_carry_the_mark(tmp_path: Path) -> None:
    contacts = (
        'samverkan: 1\ntyp: kontaktpersoner\ntitel: Kontakter\npubliceras: nej\nkontakter: [{part: polis, telefon: "010-123 45 67"}]\n'
    )
    rows = {"agreement.yaml": 'syfte: Ring 0101234567.\nbilagor: [{nr: "1", fil: k.yaml}]\n', "k.yaml": contacts}
    assert [(one.file, one.span.line, one.level) for one in said(tmp_path, rows) if one.code == "SKY02"] == [
        ("agreement.yaml", FIRST, Level.ERROR)
    ]


@pytest.mark.parametrize("address", ["Min.Adress@Gmail.com", "min_adress@hotmail.se", "min@proton.me", "min＠icloud.com", "min@comhem.se"])
@pytest.mark.parametrize("text", ["syfte: Skriv till {}.\n", "# Skriv till {}\n", "begrepp:\n  {}: en adress\n"])
def test_private_addresses_are_known_by_their_domain(address: str, text: str, tmp_path: Path) -> None:
    found = [one for one in said(tmp_path, {"agreement.yaml": text.format(address)}) if one.code == "SKY02"]
    assert [(one.span.line, one.level) for one in found] == [(FIRST + text.count("\n") - 1, Level.WARNING)]


@pytest.mark.parametrize("address", ["trygghet@kommunen.example", "min@gmail.com.example", "min@notgmail.com", "gmail.com", "@gmail.com"])
def test_other_addresses_are_let_be(address: str, tmp_path: Path) -> None:
    assert [
        one.message for one in said(tmp_path, {"agreement.yaml": f"syfte: Skriv till {address} om detta.\n"}) if one.code == "SKY02"
    ] == []


def test_a_hundred_thousand_spaces_take_no_time() -> None:
    assert list(identity_numbers("121212" + " " * 100_000 + "121212" * 2 + "\n" * 100_000)) == []


def test_settings_do_not_let_it_through(tmp_path: Path) -> None:
    write(tmp_path, {"agreement.yaml": MARKED + "syfte: Ring 0101234567.\n"})
    (tmp_path / "samverkan.yaml").write_text("samverkan: 1\ntyp: inställningar\nnivåer: {SKY02: upplysning}\n", encoding="utf-8")
    assert PackageRun([tmp_path], DAY, None, True, lambda *_: None).hindrances()
