"""The findings while somebody writes, in a real server over its pipes."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from support.editor import Editor
from support.packages import HUDDINGE, copy, swap

PLAN = "bilagor/3.1-ungdomskriminalitet.yaml"
AGREEMENT = "agreement.yaml"
PICTURE = "bilagor/2.1-gemensam-problembild-2018.yaml"
LOOSE = "möter_orsaker: [O1.1]\n"


def underlined(text: str, found: dict[str, Any], encoding: str = "utf-16-le", size: int = 2) -> str:
    """What a finding on one line underlines, cut out in the editor's units."""
    start, end = found["range"]["start"], found["range"]["end"]
    assert start["line"] == end["line"]
    row = text.split("\n")[start["line"]].encode(encoding)
    return row[size * start["character"] : size * end["character"]].decode(encoding)


def test_a_fault_is_found_while_typing_and_is_gone_when_it_is_mended(editor: Editor) -> None:
    text = editor.open(PLAN)
    editor.wait(PLAN)
    editor.swap(PLAN, LOOSE, "möter_orsaker: [O9.9]\n")
    (found,) = editor.wait(PLAN, "KED01")
    assert underlined(editor.texts[PLAN], found) == "O9.9"
    assert (found["severity"], found["source"]) == (1, "samverkan")
    sentence, help = found["message"].split("\n")
    assert sentence == "orsaken O9.9 finns inte" and help.startswith("Det som finns är")
    editor.write(PLAN, text)
    editor.wait(PLAN)


def test_unsaved_text_counts_in_the_other_files(editor: Editor) -> None:
    """A cause that is renamed in an open file is missed where it is used, in a file that is not open and in one that is opened later."""
    text = editor.open(PICTURE)
    editor.wait(PICTURE)
    editor.swap(PICTURE, "  - id: O1.1\n", "  - id: O1.99\n")
    (found,) = editor.wait(PLAN, "KED01")
    assert "O1.1 finns inte" in found["message"]
    assert (editor.folder / PICTURE).read_text(encoding="utf-8") == text
    editor.open(PLAN)
    editor.swap(PLAN, LOOSE, "möter_orsaker: [O1.99]\n")
    editor.wait(PLAN)
    editor.write(PICTURE, text)
    editor.wait(PLAN, "KED01")


def test_what_is_not_saved_is_forgotten_when_the_file_is_closed(editor: Editor) -> None:
    editor.open(AGREEMENT)
    editor.open(PLAN)
    editor.swap(PLAN, LOOSE, "möter_orsaker: [O9.9]\n")
    editor.wait(PLAN, "KED01")
    editor.close(PLAN)
    editor.wait(PLAN)


def test_findings_go_when_nothing_of_the_dossier_is_open(editor: Editor) -> None:
    editor.open(PLAN)
    editor.swap(PLAN, LOOSE, "möter_orsaker: [O9.9]\n")
    editor.wait(PLAN, "KED01")
    editor.close(PLAN)
    editor.wait(PLAN)


def test_a_file_that_another_program_changes_is_judged_again(huddinge: Path) -> None:
    with Editor(huddinge) as editor:
        editor.open(AGREEMENT)
        editor.wait(AGREEMENT)
        ((asked, params),) = editor.requests
        assert asked == "client/registerCapability"
        assert params["registrations"][0]["method"] == "workspace/didChangeWatchedFiles"
        swap(huddinge / PLAN, LOOSE, "möter_orsaker: [O9.9]\n")
        editor.tell("workspace/didChangeWatchedFiles", {"changes": [{"uri": editor.uri(PLAN), "type": 2}]})
        editor.wait(PLAN, "KED01")


@pytest.mark.parametrize(
    "broken",
    [
        "samverkan: 1\ntyp: [",
        "\t- }{",
        "",
        "a: &x\nb: *x\n- c",
        "samverkan: 1\ntyp: åtgärdsplan\nmål: {{{{",
        "\ud83d" * 3,
        "x: \u2028 \x85: y",
    ],
)
def test_broken_text_does_not_stop_the_server(editor: Editor, broken: str) -> None:
    text = editor.open(PLAN)
    editor.wait(PLAN)
    editor.write(PLAN, broken)
    for method in ("hover", "completion", "definition"):
        for line, character in ((0, 0), (1, 3), (2, 2), (50, 50)):
            place = {"textDocument": {"uri": editor.uri(PLAN)}, "position": {"line": line, "character": character}}
            editor.ask(f"textDocument/{method}", place)
    whole = {"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}}
    editor.ask("textDocument/codeAction", {"textDocument": {"uri": editor.uri(PLAN)}, "range": whole, "context": {"diagnostics": []}})
    editor.settle()
    assert editor.codes(PLAN), "somebody must be told"
    editor.write(PLAN, text)
    editor.wait(PLAN)
    assert not [line for line in editor.log if "fel i programmet" in line or "Traceback" in line], editor.log


def test_every_half_written_text_is_answered(editor: Editor) -> None:
    """Huddinge's plan, broken off at many places."""
    text = editor.open(PLAN)
    for end in range(0, len(text), 211):
        editor.write(PLAN, text[:end])
        rows = text[:end].split("\n")
        place = {"line": len(rows) - 1, "character": len(rows[-1])}
        editor.ask("textDocument/completion", {"textDocument": {"uri": editor.uri(PLAN)}, "position": place})
    editor.settle()
    assert not [line for line in editor.log if "fel i programmet" in line or "Traceback" in line], editor.log


@pytest.mark.parametrize(
    ("offered", "chosen", "encoding", "size"),
    [
        (None, "utf-16", "utf-16-le", 2),
        (["utf-32", "utf-16"], "utf-32", "utf-32-le", 4),
        (["utf-8"], "utf-8", "utf-8", 1),
        (["konstig"], "utf-16", "utf-16-le", 2),
    ],
)
def test_columns_after_letters_and_pictures(huddinge: Path, offered: list[str] | None, chosen: str, encoding: str, size: int) -> None:
    """å, ä, ö are one unit in UTF-16, a picture two; what is underlined is the same in all ways of counting."""
    with Editor(huddinge, encodings=offered) as editor:
        assert editor.capabilities["positionEncoding"] == chosen
        editor.open(PLAN)
        editor.swap(PLAN, "målnivå: {värde: 4, datum: 2019-12-31}", "målnivå: {värde: 4, uppdelning: {åäö 😀👍🏽: 4}, datum: 2019-02-31}")
        (found,) = editor.wait(PLAN, "FIL07")
        assert underlined(editor.texts[PLAN], found, encoding, size) == "2019-02-31"


def test_lines_that_only_yaml_counts(editor: Editor) -> None:
    """The line separators of Unicode end a line for YAML and not for an editor."""
    editor.open(PLAN)
    editor.swap(PLAN, "inledning: Unga", "# ett\u2028# två\u0085# tre\ninledning: Unga")
    editor.swap(PLAN, LOOSE, "möter_orsaker: [O9.9]\n")
    editor.settle()
    found = next(one for one in editor.findings[editor.uri(PLAN)] if one["code"] == "KED01")
    assert underlined(editor.texts[PLAN], found) == "O9.9"


def test_related_places_are_in_their_own_files(editor: Editor) -> None:
    """The same id twice: each place shows the other."""
    editor.open(PLAN)
    editor.swap(PLAN, "  - id: M1.1\n", "  - id: M2\n")
    editor.settle()
    found = [one for one in editor.findings[editor.uri(PLAN)] if one["code"] == "KED02"]
    related = [place["location"] for one in found for place in one.get("relatedInformation", ())]
    found += [one for one in editor.findings.get(editor.uri(AGREEMENT), []) if one["code"] == "KED02"]
    related += [place["location"] for one in found for place in one.get("relatedInformation", ())]
    assert {place["uri"] for place in related} & {editor.uri(PLAN), editor.uri(AGREEMENT)}
    row = next(place["range"]["start"]["line"] for place in related if place["uri"] == editor.uri(AGREEMENT))
    assert "M2" in (editor.folder / AGREEMENT).read_text(encoding="utf-8").split("\n")[row]


def test_a_document_that_belongs_to_no_agreement_is_judged_by_what_concerns_it(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "plan.yaml").write_text("samverkan: 1\ntyp: åtgärdsplan\nfärg: blå\n", encoding="utf-8")
    (tmp_path / "annat.yaml").write_text("image: python\n", encoding="utf-8")
    with Editor(tmp_path) as editor:
        editor.open("plan.yaml")
        editor.open("annat.yaml")
        editor.wait("plan.yaml", "FIL05", "SK08")
        editor.wait("annat.yaml")


def test_a_document_that_an_agreement_takes_in_is_said_once(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "plan.yaml").write_text("samverkan: 1\ntyp: åtgärdsplan\nåtgärder: [{id: Å1, vad: Ljus}]\n", encoding="utf-8")
    agreement = "samverkan: 1\ntyp: överenskommelse\npågående_steg: 5\n"
    with Editor(tmp_path) as editor:
        editor.open("plan.yaml")
        alone = editor.wait("plan.yaml", "SK08", "SK09", "SK10", "SK13")
        assert alone
        (tmp_path / "agreement.yaml").write_text(agreement + "bilagor: [{fil: plan.yaml}]\n", encoding="utf-8")
        editor.open("agreement.yaml")
        # What the whole agreement lacks is said in its plan, where it belongs.
        taken_in = editor.wait("plan.yaml", "SK08", "SK09", "SK10", "SK13")
        assert len([one for one in taken_in if one["code"] == "SK08"]) == 1


def test_a_document_that_is_taken_in_while_it_is_written_in(tmp_path: Path) -> None:
    """The agreement is not open: another program has written it, and the next letter in the document finds that out."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "plan.yaml").write_text("samverkan: 1\ntyp: åtgärdsplan\nåtgärder: [{id: Å1, vad: Ljus}]\n", encoding="utf-8")
    with Editor(tmp_path) as editor:
        editor.open("plan.yaml")
        editor.wait("plan.yaml", "SK08", "SK09", "SK10", "SK13")
        (tmp_path / "agreement.yaml").write_text(
            "samverkan: 1\ntyp: överenskommelse\npågående_steg: 5\nbilagor: [{fil: plan.yaml}]\n", encoding="utf-8"
        )
        editor.swap("plan.yaml", "vad: Ljus", "vadd: Ljus")
        editor.settle()
        assert editor.log == []
        assert "FIL05" in editor.codes("plan.yaml")
        assert editor.findings.get(editor.uri("agreement.yaml")), "it is judged with its agreement now"


def test_settings_that_are_wrong_are_said_where_they_stand(editor: Editor) -> None:
    editor.open("samverkan.yaml")
    editor.wait("samverkan.yaml")
    editor.swap("samverkan.yaml", "[SK17, SKY01]", "[SK17, SKY99]")
    (found,) = editor.wait("samverkan.yaml", "None")
    assert "SKY99" in found["message"] and found["range"]["start"]["line"] > 3
    editor.swap("samverkan.yaml", "[SK17, SKY99]", "[SK17]")
    editor.wait("samverkan.yaml")


def test_what_is_only_told_of_in_settings_hides_nothing_that_is_wrong(editor: Editor) -> None:
    editor.open("samverkan.yaml")
    editor.swap("samverkan.yaml", "[SK17, SKY01]", "[SK17, SKY99]\nmallar: mallar #våra")
    assert {one["message"].split()[0] for one in editor.wait("samverkan.yaml", "FIL17", "None")} == {"tecknet", "regeln"}


def test_what_the_parties_have_exempted_is_not_shown_and_what_is_known_is_a_hint(tmp_path: Path) -> None:
    package = copy(HUDDINGE, tmp_path)
    swap(package / PLAN, LOOSE, "möter_orsaker: [O9.9]\n")
    command = [sys.executable, "-m", "samverkan_cli", "baseline", "--today", "2019-06-01", "--all-steps"]
    subprocess.run(command, cwd=package, check=True, capture_output=True)
    with Editor(package) as editor:
        editor.open(PLAN)
        (found,) = editor.wait(PLAN, "KED01")
        assert found["severity"] == 4


def test_the_server_ends_when_it_is_told(huddinge: Path) -> None:
    with Editor(huddinge) as editor:
        editor.open(PLAN)
    assert editor.process.returncode == 0


def test_what_to_install_is_said_where_the_extra_is_missing(huddinge: Path) -> None:
    program = "import sys; sys.modules['pygls'] = None; sys.argv = ['samverkan', 'lsp']; from samverkan_cli.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", program], cwd=huddinge, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 2 and done.stdout == ""
    assert 'pip install "samverkan-cli[editor]"' in done.stderr
