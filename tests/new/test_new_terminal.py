"""``samverkan new`` in a real terminal: answers with å ä ö, empty answers, Ctrl-C and the end of the input."""

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from new_running import HUDDINGE, ROOT, failing, judged, tree

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from new_session import CTRL_C, CTRL_D, Session


def test_one_municipality(tmp_path: Path) -> None:
    session = Session("new", "--today", "2026-11-20", folder=tmp_path)
    session.answer("Vad gäller överenskommelsen?")
    session.answer("Vilken kommun?")
    session.expect("Här behövs ett svar.")
    session.send("Östersund\n")
    session.answer("[Östersund kommun]", "Östersunds kommun")
    session.answer("[Lokalpolisområde Östersund]")
    session.answer("Från vilken dag", "1 januari")
    session.expect("ett datum skrivs med")
    session.send("2027-01-01\n")
    session.answer("Till och med vilken dag?", "2026-12-31")
    session.expect("Den slutar i så fall före den börjar")
    session.send("2028-12-31\n")
    session.answer("Titel [Samverkansöverenskommelse 2027–2028]")
    session.answer("1", "Våld i nära relationer, hedersrelaterat våld och förtryck")
    session.answer("2")
    session.answer("Mapp att skriva i [östersund-2027]")
    session.answer("Är det rätt?")
    code, said = session.end()
    assert code == 0
    assert "samverkan check östersund-2027" in said
    text = (tmp_path / "östersund-2027" / "agreement.yaml").read_text(encoding="utf-8")
    assert '{id: kommun, typ: kommun, namn: Östersunds kommun, kommunkod: "2380"}' in text
    assert 'namn: "Våld i nära relationer, hedersrelaterat våld och förtryck"' in text
    assert failing(judged(tmp_path / "östersund-2027", "2026-11-20")) == []
    assert tree(tmp_path) == ["östersund-2027", "östersund-2027/agreement.yaml"]


def test_several_municipalities(tmp_path: Path) -> None:
    session = Session("new", "avtal", folder=tmp_path)
    session.answer("Svara med siffra", "2")
    session.answer("1", "Arjeplog")
    session.answer("2")
    session.expect("Här behövs minst 2.")
    session.send("Malå\n")
    session.answer("3")
    session.answer("[Arjeplog kommun]", "Arjeplogs kommun")
    session.answer("[Malå kommun]")
    session.answer("[Polismyndigheten]")
    session.answer("Från vilken dag", "underskrift")
    session.answer("Till och med vilken dag?", "2029-12-31")
    session.answer("Titel")
    session.answer("1")
    session.answer("Är det rätt?", "ja")
    code, _ = session.end()
    assert code == 0
    assert failing(judged(tmp_path / "avtal")) == []
    assert len(judged(tmp_path / "avtal").dossiers) == 3
    assert (tmp_path / "avtal" / "del-2-malå" / "agreement.yaml").is_file()


def test_a_city_and_its_districts(tmp_path: Path) -> None:
    session = Session("new", "avtal", folder=tmp_path)
    session.answer("Svara med siffra", "9")
    session.expect("Svara med en siffra, 1–4.")
    session.send("3\n")
    session.answer("Vilken stad?", "Göteborgs Stad")
    session.answer("Polisens del", "Polisområde Storgöteborg")
    session.answer("1", "Örgryte-Härlanda")
    session.answer("2", "örgryte-härlanda")
    session.expect("Den står redan.")
    session.send("Angered\n")
    session.answer("3")
    session.answer("[Lokalpolisområde Örgryte-Härlanda]")
    session.answer("[Lokalpolisområde Angered]", "Lokalpolisområde Nordost")
    session.answer("Från vilken dag")
    session.answer("Till och med vilken dag?")
    session.answer("[Övergripande samverkansöverenskommelse]")
    session.answer("1")
    session.answer("Är det rätt?")
    assert session.end()[0] == 0
    assert failing(judged(tmp_path / "avtal")) == []
    assert "namn: Lokalpolisområde Nordost" in (tmp_path / "avtal/stadsdelar/angered/agreement.yaml").read_text(encoding="utf-8")


def test_a_successor(tmp_path: Path) -> None:
    shutil.copytree(HUDDINGE, tmp_path / "förra")
    session = Session("new", "nästa", folder=tmp_path)
    session.answer("Svara med siffra", "4")
    session.answer("Vilken överenskommelse tar den vid efter?", "fröra")
    session.expect("finns inte")
    session.send("förra\n")
    session.expect("Föregångaren gäller till 2020-12-31.")
    session.answer("Från vilken dag", "2021-01-01")
    session.answer("Till och med vilken dag?", "2022-12-31")
    session.answer("Titel")
    session.answer("1")
    session.answer("Är det rätt?")
    code, said = session.end()
    assert code == 0
    assert "Å2.3" in said
    assert failing(judged(tmp_path / "nästa", "2021-03-01")) == []


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D], ids=["ctrl-c", "end-of-input"])
@pytest.mark.parametrize("steps", range(6))
def test_leaving_half_way_leaves_nothing(steps: int, key: str, tmp_path: Path) -> None:
    session = Session("new", "avtal", folder=tmp_path)
    questions = [
        ("Svara med siffra", "1"),
        ("Vilken kommun?", "Växjö"),
        ("[Växjö kommun]", ""),
        ("[Lokalpolisområde Växjö]", ""),
        ("Från", ""),
    ]
    for question, answer in questions[:steps]:
        session.answer(question, answer)
    session.expect(questions[steps][0] if steps < len(questions) else "Till och med")
    session.expect(": ")
    time.sleep(0.1)  # nobody answers a question in the instant when Python goes to read: there it only notes the signal
    session.send(key)
    code, said = session.end()
    assert code == 130
    assert "Ingenting är skrivet: avbrutet" in said
    assert tree(tmp_path) == []


def test_no_at_the_end_leaves_nothing(tmp_path: Path) -> None:
    flags = (
        "--form",
        "kommun",
        "--municipality",
        "Malmö",
        "--police",
        "LPO Norr",
        "--from",
        "2027-01-01",
        "--to",
        "2027-12-31",
        "--title",
        "T",
    )
    session = Session("new", "avtal", *flags, "--focus-area", "F", folder=tmp_path)
    session.answer("Är det rätt?", "kanske")
    session.expect("Svara ja eller nej.")
    session.send("nej\n")
    assert session.end()[0] == 130
    assert tree(tmp_path) == []


@pytest.mark.parametrize("locale", ["C", "POSIX", "sv_SE.ISO-8859-1", "C.UTF-8"])
def test_letters_in_any_locale(locale: str, tmp_path: Path) -> None:
    session = Session("new", "avtal", folder=tmp_path, environment={"LC_ALL": locale, "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"})
    session.answer("Svara med siffra")
    session.answer("Vilken kommun?", "Åmål")
    session.answer("[Åmål kommun]", "A\u030ama\u030als kommun")
    for question in ("[Lokalpolisområde Åmål]", "Från", "Till och med", "Titel", "1", "Är det rätt?"):
        session.answer(question)
    assert session.end()[0] == 0
    assert "namn: Åmåls kommun" in (tmp_path / "avtal" / "agreement.yaml").read_text(encoding="utf-8")


def test_answers_through_a_pipe(tmp_path: Path) -> None:
    answers = "1\nÅre\nÅre kommun\n\n\n\n\n\nja\n"
    command = [sys.executable, "-m", "samverkan_cli", "new", "avtal"]
    ran = subprocess.run(command, input=answers.encode(), cwd=tmp_path, capture_output=True, check=False)
    assert ran.returncode == 0, ran.stderr.decode()
    assert ran.stdout.decode().startswith("Skrivet:\n  avtal/agreement.yaml\n")
    broken = subprocess.run([*command, "--form", "kommun"], input="Åre\n".encode("latin-1"), cwd=tmp_path, capture_output=True, check=False)
    assert broken.returncode == 2
    other = subprocess.run([*command[:-1], "b"], input=b"1\n\xc5re\n", cwd=tmp_path, capture_output=True, check=False)
    assert other.returncode == 130
    assert "Tecknen gick inte att läsa" in other.stderr.decode()
    assert tree(tmp_path) == ["avtal", "avtal/agreement.yaml"]


def test_an_action_in_the_terminal(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples" / "huddinge", tmp_path / "h")
    plan = tmp_path / "h" / "bilagor" / "3.4-trafiksäkerhet.yaml"
    before = plan.read_bytes()
    session = Session("new", "åtgärd", "h", "--today", "2019-06-01", folder=tmp_path)
    session.expect("Aktivitetsplan trafiksäkerhet")
    session.answer("Svara med siffra", "4")
    session.expect("En ny åtgärd i h/bilagor/3.4-trafiksäkerhet.yaml.")
    session.answer("Vad ska göras?", "")
    session.expect("Här behövs ett svar.")
    session.send("Fartgupp på Skolvägen, före och efter mätning\n")
    session.expect("    O4.1  Gatorna är raka och breda och saknar hinder\n    O4.2  ")
    session.answer("Vilka orsaker möter den?", "O99")
    session.expect("O99 finns inte.")
    session.send("o4.1\n")
    session.answer("Vilka mål", "M4")
    session.answer("Hur går det till?")
    session.answer("Situationell eller social?", "sit")
    session.answer("kort eller lång", "lång")
    session.answer("Vem ansvarar?", "kommun")
    session.answer("Vilken funktion där?", "gatuingenjör")
    session.answer("Från vilken dag?", "2019-13-01")
    session.expect("finns inte")
    session.send("2019-08-01\n")
    session.answer("Till vilken dag?", "2019-11-30")
    code, said = session.end()
    assert code == 0
    assert "Å4.3 står nu i h/bilagor/3.4-trafiksäkerhet.yaml" in said
    after = plan.read_bytes()
    new = after[len(before) :].decode()
    assert after.startswith(before)
    assert new.startswith(
        "\n  - id: Å4.3\n    möter_orsaker: [O4.1]\n    bidrar_till_mål: [M4]\n    vad: Fartgupp på Skolvägen, före och efter mätning\n"
    )
    assert failing(judged(tmp_path / "h", "2019-06-01")) == []
    assert tree(plan.parent) == tree(HUDDINGE / "bilagor")
