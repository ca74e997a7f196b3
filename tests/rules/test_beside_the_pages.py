"""What rules say that no mark on a page can show: their words, and what they are silent about."""

from pathlib import Path

import pytest

from samverkan_cli.api import Options
from samverkan_cli.checking.report import Verdict
from samverkan_cli.diagnostics import Diagnostic
from support.fragments import judge, parse


def found(code: str, text: str, folder: Path) -> list[Diagnostic]:
    return list(judge(parse(text), folder, Options(select=(code,), all_steps=True)).diagnostics)


@pytest.mark.parametrize(
    ("count", "listing"),
    [(1, "A."), (10, "A, B, C, D, E, F, G, H, I, J."), (11, "A, B, C, D, E, F, G, H, I, J …."), (0, None)],
)
def test_an_unknown_id_lists_ten_that_there_are(count: int, listing: str | None, tmp_path: Path) -> None:
    causes = ", ".join(f"{{id: {letter}}}" for letter in "ABCDEFGHIJK"[:count])
    (one,) = found("KED01", f"orsaker: [{causes}]\nåtgärder: [{{id: Å1, möter_orsaker: [något-annat]}}]", tmp_path)
    wanted = "Lägg till den med id, eller ta bort hänvisningen." if listing is None else f"Det som finns är {listing}"
    assert one.help == wanted


@pytest.mark.parametrize(("level", "count"), [("lokalpolisområde", 1), ("polisregion", 0)])
def test_heads_are_only_asked_for_where_a_local_police_area_is_a_party(level: str, count: int, tmp_path: Path) -> None:
    text = (
        f"parter: [{{id: kommun, typ: kommun}}, {{id: polis, typ: polis, nivå: {level}}}]\n"
        "underskrifter: [{part: kommun, funktion: kommundirektör, datum: 2018-12-14}, {part: polis, funktion: lokalpolisområdeschef}]"
    )
    assert len(found("SH07", text, tmp_path)) == count


@pytest.mark.parametrize(
    ("who", "message", "suggestion"),
    [
        (
            "vem: {medverkar: [{aktör: kommun}, {aktör: polis}]}",
            "har 2 medverkande men ingen som ansvarar",
            "ansvarig: {aktör: …, funktion: …}",
        ),
        ("vem: {}", "säger inte vem", "vem: {ansvarig: {aktör: …, funktion: …}}"),
        ("kommentar: Utan någon.", "säger inte vem", "vem: {ansvarig: {aktör: …, funktion: …}}"),
    ],
)
def test_an_action_that_nobody_is_responsible_for(who: str, message: str, suggestion: str, tmp_path: Path) -> None:
    text = f"åtgärder:\n  - id: Å1\n    vad: Vuxna på plats\n    hur: Två och två.\n    när: {{från: 2019-02-04}}\n    {who}"
    (one,) = found("SK08", text, tmp_path)
    assert one.message.endswith(message)
    assert one.suggestion.strip() == suggestion
    assert one.help == "Skriv en funktion under ansvarig."


def test_an_action_that_lacks_more_than_somebody_responsible(tmp_path: Path) -> None:
    (one,) = found(
        "SK08", "åtgärder:\n  - {id: Å1, vad: Vuxna på plats, när: {från: 2019-02-04}, vem: {medverkar: [{aktör: polis}]}}", tmp_path
    )
    assert one.message.endswith("säger inte vem eller hur")
    assert one.help == "Skriv vem och hur på åtgärden."


WHOLE = "mått: andel, källa: enkät, baslinje: {värde: 9, datum: 2018-03-15}, målnivå: {värde: 7, datum: 2020-03-15}"


@pytest.mark.parametrize(
    ("left_out", "put_in", "suggestion"),
    [
        ("källa: enkät, ", "", "källa: …"),
        ("målnivå: {värde: 7, datum: 2020-03-15}", "", "målnivå: {värde: …, datum: …}"),
        ("värde: 9, datum: 2018-03-15", "datum: 2018-03-15", ""),
        ("värde: 7, datum: 2020-03-15", "värde: 7", ""),
    ],
)
def test_what_can_be_pasted_into_an_indicator(left_out: str, put_in: str, suggestion: str, tmp_path: Path) -> None:
    assert left_out in WHOLE
    (one,) = found(
        "SK10",
        f"mål: [{{id: M1, indikator: {{{WHOLE.replace(left_out, put_in)}}}}}]\nåtgärder: [{{id: Å1, bidrar_till_mål: [M1]}}]",
        tmp_path,
    )
    assert one.suggestion.strip() == suggestion


@pytest.mark.parametrize(
    ("period", "message", "verdict"),
    [
        ("", "det står inte för vilken period överenskommelsen gäller", Verdict.MISSING),
        ("period: {från: , till: }", "det står inte för vilken period överenskommelsen gäller", Verdict.MISSING),
        ("period: {från: 2019-01-01}", "perioden saknar slut", Verdict.PARTLY),
        ("period: {till: 2019-12-31}", "perioden saknar början", Verdict.PARTLY),
    ],
)
def test_what_is_said_of_the_period(period: str, message: str, verdict: Verdict, tmp_path: Path) -> None:
    report = judge(parse(period), tmp_path, Options(select=("SK14",), all_steps=True))
    assert [one.message for one in report.diagnostics] == [message]
    assert [point.verdict for point in report.dossiers[0].points if point.code == "SK14"] == [verdict]


@pytest.mark.parametrize(
    ("adopted", "message"),
    [
        ("", "det står inte vem hos Vår kommun som har fastställt överenskommelsen"),
        (", fastställd: {datum: 2018-12-05}", "det står inte vem hos Vår kommun som har fastställt överenskommelsen"),
        (
            ", fastställd: {organ: kommunstyrelsen, datum: 2019-06-02}",
            "Vår kommun ska fastställa överenskommelsen 2019-06-02; dagen har inte kommit",
        ),
    ],
)
def test_what_is_said_of_the_decision(adopted: str, message: str, tmp_path: Path) -> None:
    (one,) = found("SK15", f"parter: [{{id: kommun, namn: Vår kommun{adopted}}}]", tmp_path)
    assert one.message == message


@pytest.mark.parametrize(
    ("content", "message", "help"),
    [
        (None, "logotypen logotyp.svg finns inte", "Lägg bilden där, eller rätta sökvägen."),
        ("ingen bild", "logotypen logotyp.svg är ingen bild", "Använd en bild i SVG, PNG eller JPEG."),
    ],
)
def test_what_is_said_of_a_logo(content: str | None, message: str, help: str, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / "logotyp.svg").write_text(content, encoding="utf-8")
    (one,) = found("SK16", "parter: [{id: kommun, namn: Vår kommun, logotyp: {fil: logotyp.svg, alt: Logotyp}}]", tmp_path)
    assert (one.message, one.help) == (message, help)


PLAN = "samverkan: 1\ntyp: åtgärdsplan\ntitel: Plan\n"
BROKEN = "åtgärder:\n  - {id: Å2, bidrar_till_mål: [M1]}\n  - id: Å3\n    bidrar_till_mål: [M1]\n    vad: [\n"


@pytest.mark.parametrize(
    ("plan", "other", "verdict"),
    [
        (PLAN, PLAN, Verdict.MET),
        (PLAN + BROKEN, PLAN, Verdict.UNKNOWN),
        # A key that nobody knows is said, and holds no actions.
        (PLAN + "färg: röd\n", PLAN, Verdict.MET),
    ],
)
def test_a_plan_that_is_read_in_part_leaves_open_what_it_held(plan: str, other: str, verdict: Verdict, tmp_path: Path) -> None:
    text = (
        "mål: [{id: M1, typ: process, indikator: {mått: rutinen, källa: protokollet, målnivå: {datum: 2019-06-30}}}]\n"
        "åtgärder: [{id: Å1, bidrar_till_mål: [M1]}]\nbilagor: [{nr: '1', fil: plan.yaml}, {nr: '2', fil: annan.yaml}]\n"
    )
    report = judge(parse(f"{text}# fil: plan.yaml\n{plan}# fil: annan.yaml\n{other}"), tmp_path, Options(all_steps=True))
    assert next(one for one in report.dossiers[0].points if one.code == "SK10").verdict is verdict
