"""What the server answers: hover, completion, definition, references, outline."""

from pathlib import Path
from typing import Any

import pytest

from samverkan_cli.lsp.positions import text_of
from samverkan_cli.lsp.tokens import here, written
from samverkan_cli.yaml.reader import read
from support.editor import Editor, position

EXAMPLES = Path(__file__).parents[2] / "examples"

PLAN = "bilagor/3.1-ungdomskriminalitet.yaml"
PICTURE = "bilagor/2.1-gemensam-problembild-2018.yaml"
AGREEMENT = "agreement.yaml"
HEAD = "samverkan: 1\ntyp: åtgärdsplan\n"


def hover(editor: Editor, name: str, before: str, after: str = "") -> str:
    """What is told of a place."""
    answer = editor.ask("textDocument/hover", editor.at(name, before, after))
    return str(answer["contents"]["value"]) if answer else ""


def offers(editor: Editor, name: str, before: str, after: str = "") -> dict[str, dict[str, Any]]:
    """What can be written at a place, by its label."""
    answer = editor.ask("textDocument/completion", editor.at(name, before, after))
    return {item["label"]: item for item in answer}


def chosen(editor: Editor, name: str, item: dict[str, Any]) -> str:
    """The text after an offer has been taken."""
    text, edit = editor.texts[name], item["textEdit"]
    rows = text.split("\n")

    def offset(place: dict[str, int]) -> int:
        row = rows[place["line"]].encode("utf-16-le")[: 2 * place["character"]].decode("utf-16-le")
        return sum(len(row) + 1 for row in rows[: place["line"]]) + len(row)

    lead = rows[edit["range"]["start"]["line"]]
    indent = lead[: len(lead) - len(lead.lstrip(" "))]
    new = edit["newText"].replace("$0", "").replace("\n", "\n" + indent)
    return text[: offset(edit["range"]["start"])] + new + text[offset(edit["range"]["end"]) :]


def test_a_key_tells_what_it_means(editor: Editor) -> None:
    editor.open(PLAN)
    told = hover(editor, PLAN, "lydelse: Vuxna är på plats fyra gånger i veckan\n    ind")
    assert "**indikator**" in told and "Hur målet mäts" in told and "nycklar: mått, källa" in told
    told = hover(editor, PLAN, "    typ: produktion\n    delmål_t", "ill: M1\n    lydelse: Vuxna")
    assert "Det mål som det här är ett steg på vägen till" in told and "delmål\\_till: M1" in told.replace(
        "delmål_till: M1", "delmål\\_till: M1"
    )
    assert "ett id" in told


def test_an_id_tells_what_it_names_and_where(editor: Editor) -> None:
    editor.open(PLAN)
    told = hover(editor, PLAN, "möter_orsaker: [O", "1.1]\n")
    assert "orsaken O1.1" in told and "2.1-gemensam-problembild-2018.yaml:151" in told.replace("\\", "")


def test_a_word_that_happens_to_be_an_id_is_no_reference(editor: Editor) -> None:
    """``typ: kommun`` is a kind of party, and not the party kommun."""
    text = editor.open(AGREEMENT)
    line = next(number for number, row in enumerate(text.split("\n")) if row.strip() == "typ: kommun")
    place = {"textDocument": {"uri": editor.uri(AGREEMENT)}, "position": {"line": line, "character": 10}}
    assert editor.ask("textDocument/definition", place) in ([], None)


def test_a_finding_tells_its_rule(editor: Editor) -> None:
    editor.open(PLAN)
    editor.swap(PLAN, "möter_orsaker: [O1.1]\n", "möter_orsaker: [O9.9]\n")
    told = hover(editor, PLAN, "möter_orsaker: [O9", ".9]\n")
    assert "KED01" in told and "samverkan explain KED01" in told


def test_a_rules_code_tells_its_page(editor: Editor) -> None:
    editor.open(PLAN)
    editor.write(PLAN, editor.texts[PLAN].rstrip("\n") + "\nundantag:\n  - regel: SK14\n    skäl: x\n")
    told = hover(editor, PLAN, "regel: SK", "14\n")
    assert told.startswith("**SK14") and "Godkänns:" in told and "Källa:" in told


def test_keys_that_fit_and_are_not_there_yet(editor: Editor) -> None:
    editor.open(PLAN, HEAD + "mål:\n  - id: M7\n    \nperiod: {från: 2019-01-01, }\n")
    found = offers(editor, PLAN, "M7\n    ")
    assert {"typ", "lydelse", "indikator", "gäller_problem"} <= set(found) and not {"id", "åtgärder", "mått"} & set(found)
    assert found["lydelse"]["documentation"]["value"].startswith("Målet med en mening.")
    assert chosen(editor, PLAN, found["indikator"]).startswith(HEAD + "mål:\n  - id: M7\n    indikator:\n      \nperiod")
    assert chosen(editor, PLAN, found["gäller_problem"]).startswith(HEAD + "mål:\n  - id: M7\n    gäller_problem: []\nperiod")
    assert set(offers(editor, PLAN, "2019-01-01, ")) == {"till", "längd"}


def test_an_item_of_a_list_begins_after_its_dash(editor: Editor) -> None:
    editor.open(PLAN, HEAD + "mål:\n  - ind\n")
    found = offers(editor, PLAN, "  - ind")
    assert chosen(editor, PLAN, found["indikator"]) == HEAD + "mål:\n  - indikator:\n      \n"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("mål:\n  - typ: |", {"effekt", "process", "produktion"}),
        ("mål:\n  - indikator: {riktning: |}", {"minska", "öka", "behålla"}),
        ("påhittat: |", {"ja", "nej"}),
        ("period: {till: |}", {"tills vidare"}),
    ],
)
def test_closed_lists(editor: Editor, written: str, expected: set[str]) -> None:
    before, _, after = written.partition("|")
    editor.open(PLAN, HEAD + before + after + "\n")
    assert set(offers(editor, PLAN, HEAD + before, after + "\n")) == expected


@pytest.mark.parametrize("known", ["", "offentlig: nej\n", "publiceras: nej\n"])
def test_a_former_key_is_never_offered_and_its_value_is(editor: Editor, known: str) -> None:
    """Where one of the two stands already, the other would be a doubled key."""
    editor.open(PLAN, HEAD + known + "\n")
    found = offers(editor, PLAN, HEAD + known)
    assert "offentlig" not in found
    assert ("publiceras" in found) is (known == "")
    editor.write(PLAN, HEAD + "offentlig: \n")
    assert set(offers(editor, PLAN, "offentlig: ")) == {"ja", "nej"}


@pytest.mark.parametrize("contact", [False, True])
def test_a_former_key_says_what_it_is_called_now(editor: Editor, contact: bool) -> None:
    row = "kontakter:\n  - {part: kommun, KEY: nej}\n" if contact else "KEY: nej\n"
    editor.open(PLAN, HEAD + row.replace("KEY", "offentlig"))
    told = hover(editor, PLAN, "offent", "lig: nej")
    assert told.startswith("offentlig heter nu publiceras.") and "**publiceras** – ja eller nej" in told
    editor.write(PLAN, HEAD + row.replace("KEY", "publiceras"))
    told = hover(editor, PLAN, "publi", "ceras: nej")
    assert told.startswith("**publiceras**") and "offentlig" not in told


def test_the_kinds_of_documents(editor: Editor) -> None:
    editor.open(PLAN, "samverkan: 1\ntyp: \n")
    assert {"överenskommelse", "åtgärdsplan", "inställningar"} <= set(offers(editor, PLAN, "typ: "))
    editor.write(PLAN, "")
    place = {"textDocument": {"uri": editor.uri(PLAN)}, "position": {"line": 0, "character": 0}}
    assert [item["label"] for item in editor.ask("textDocument/completion", place)] == ["samverkan: 1", "typ: "]


def test_ids_of_the_right_kind(editor: Editor) -> None:
    """Also in a file that cannot be read just now: the others are."""
    text = editor.open(PLAN)
    editor.write(PLAN, text + "\n  - id: Å9\n    möter_orsaker: [\n    bidrar_till_mål: [M1, \n")
    causes = offers(editor, PLAN, "id: Å9\n    möter_orsaker: [")
    assert "O1.1" in causes and "orsak" in causes["O1.1"]["detail"] and not {"M1", "Å1.1", "P1", "kommun"} & set(causes)
    goals = offers(editor, PLAN, "bidrar_till_mål: [M1, ")
    assert "M1" in goals and "O1.1" not in goals


def test_codes_of_rules(editor: Editor) -> None:
    editor.open(PLAN, HEAD + "undantag:\n  - regel: SK\n")
    found = offers(editor, PLAN, "regel: SK")
    assert {"SK14", "KED01"} <= set(found)
    assert chosen(editor, PLAN, found["SK14"]) == HEAD + "undantag:\n  - regel: SK14\n"
    editor.open("samverkan.yaml", "samverkan: 1\ntyp: inställningar\nnivåer:\n  SK\nobligatoriska:\n  - SK\n")
    assert "SK16" in offers(editor, "samverkan.yaml", "nivåer:\n  SK")
    assert "SK16" in offers(editor, "samverkan.yaml", "obligatoriska:\n  - SK")
    editor.write("samverkan.yaml", "samverkan: 1\ntyp: inställningar\nnivåer:\n  SK16: \n")
    assert set(offers(editor, "samverkan.yaml", "SK16: ")) == {"fel", "varning", "upplysning"}


def test_nothing_is_offered_in_a_text_or_a_comment(editor: Editor) -> None:
    editor.open(PLAN, HEAD + "inledning: |\n  Vi gör \n# anm \n")
    assert offers(editor, PLAN, "Vi gör ") == {} == offers(editor, PLAN, "# anm ")


def test_definition_and_references_across_files(editor: Editor) -> None:
    editor.open(PLAN)
    at = editor.at(PLAN, "möter_orsaker: [O", "1.1]\n")
    (found,) = editor.ask("textDocument/definition", at)
    text = (editor.folder / PICTURE).read_text(encoding="utf-8")
    assert found["uri"] == editor.uri(PICTURE)
    assert found["range"]["start"] == position(text, text.index("  - id: O1.1\n") + len("  - id: "))
    uses = editor.ask("textDocument/references", {**at, "context": {"includeDeclaration": False}})
    both = editor.ask("textDocument/references", {**at, "context": {"includeDeclaration": True}})
    assert editor.uri(PLAN) in {use["uri"] for use in uses} and len(both) == len(uses) + 1
    words = []
    for use in both:
        file = next(path for path in editor.folder.rglob("*.yaml") if editor.uri(path.relative_to(editor.folder).as_posix()) == use["uri"])
        start, end = use["range"]["start"], use["range"]["end"]
        words.append(file.read_text(encoding="utf-8").split("\n")[start["line"]][start["character"] : end["character"]])
    assert set(words) == {"O1.1"}


def test_references_from_where_it_is_defined(editor: Editor) -> None:
    editor.open(AGREEMENT)
    uses = editor.ask("textDocument/references", {**editor.at(AGREEMENT, "  - id: M", "1\n"), "context": {"includeDeclaration": False}})
    assert editor.uri(PLAN) in {use["uri"] for use in uses}


def test_the_outline(editor: Editor) -> None:
    text = editor.open(PLAN)
    found = editor.ask("textDocument/documentSymbol", {"textDocument": {"uri": editor.uri(PLAN)}})
    names = [symbol["name"] for symbol in found]
    assert names[0] == "M1.1 Vuxna är på plats fyra gånger i veckan" and any(name.startswith("Å1.1 ") for name in names)
    for symbol in found:
        start, end = symbol["range"]["start"]["line"], symbol["range"]["end"]["line"]
        assert start <= symbol["selectionRange"]["start"]["line"] <= end
        assert symbol["name"].split()[0] in "\n".join(text.split("\n")[start : end + 1])


@pytest.mark.parametrize("example", ["huddinge", "arjeplog-arvidsjaur", "stockholm"])
def test_indentation_finds_what_the_tree_finds(example: str) -> None:
    """Each key and value on a line in the examples: the path finder and the tree agree, and the models know the key."""
    wrong, seen = [], 0
    for file in sorted((EXAMPLES / example).rglob("*.yaml")):
        raw = file.read_bytes()
        text, document = raw.decode("utf-8"), read(file.name, raw)
        assert document.tree is not None
        lines = text_of(text)
        for path, on_key, word, span in written(document.tree):
            row = text.split("\n")[span.line - 1]
            if span.line != span.end_line or not word or row.rstrip().endswith(("|", ">", ",")):
                continue
            offset = lines.offset(span.line, span.column) + 1
            by_tree, by_indentation = here(text, document, offset), here(text, None, offset)
            assert by_tree is not None and by_tree.keys == tuple(step for step in path if isinstance(step, str))
            seen += 1
            same = by_indentation is not None and (by_indentation.keys, by_indentation.on_key) == (by_tree.keys, on_key)
            if by_tree.field is None or not same:
                wrong.append((file.name, row, by_tree.keys, by_indentation and by_indentation.keys))
    assert seen > 500
    assert wrong == []
