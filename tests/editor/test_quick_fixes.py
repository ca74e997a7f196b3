"""Quick fixes: what is pasted cures the finding, and nothing else changes."""

from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types

from samverkan_cli.api import Options
from samverkan_cli.lsp.analyzer import Analysis, Analyzer, AnalyzerOptions
from samverkan_cli.lsp.code_actions import actions
from samverkan_cli.lsp.diagnostics import by_file
from samverkan_cli.lsp.open_documents import OpenDocuments
from samverkan_cli.lsp.positions import text_of
from support.editor import Editor
from support.packages import TODAY, copy

PLAN = "bilagor/3.1-ungdomskriminalitet.yaml"
DATA = Path(__file__).parents[1] / "data"
PACKAGES = {path.parent.relative_to(DATA).as_posix(): path.parent for path in sorted(DATA.rglob("agreement.yaml"))}
BROKEN = [name for name in PACKAGES if name.startswith(("punkter/", "fil/FIL05", "fil/FIL06", "fil/FIL07", "flera/"))]


def applied(text: str, edits: list[types.TextEdit]) -> str:
    """The text with the edits in it."""
    lines = text_of(text)
    for edit in sorted(edits, key=lambda edit: (edit.range.start.line, edit.range.start.character), reverse=True):
        start, end = lines.index(edit.range.start, "utf-16"), lines.index(edit.range.end, "utf-16")
        text = text[:start] + edit.new_text + text[end:]
    return text


def fix_in(editor: Editor, name: str, wanted: str) -> list[dict[str, Any]]:
    """The quick fixes of a file whose titles begin so."""
    whole = {"start": {"line": 0, "character": 0}, "end": {"line": 9999, "character": 0}}
    params = {"textDocument": {"uri": editor.uri(name)}, "range": whole, "context": {"diagnostics": []}}
    return [action for action in editor.ask("textDocument/codeAction", params) if action["title"].startswith(wanted)]


def take(editor: Editor, name: str, action: dict[str, Any]) -> None:
    """Do what a quick fix says."""
    assert action["kind"] == "quickfix" and action["diagnostics"]
    ((address, written),) = action["edit"]["changes"].items()
    assert address == editor.uri(name)
    edits = [
        types.TextEdit(types.Range(types.Position(**one["range"]["start"]), types.Position(**one["range"]["end"])), one["newText"])
        for one in written
    ]
    editor.write(name, applied(editor.texts[name], edits))


def test_what_is_missing_is_pasted_at_its_place(editor: Editor) -> None:
    text = editor.open(PLAN)
    rows = text.split("\n")
    number = next(index for index, row in enumerate(rows) if row.startswith("    vem:"))
    end = next(index for index in range(number + 1, len(rows)) if not rows[index].startswith("      "))
    editor.write(PLAN, "\n".join([*rows[:number], *rows[end:]]))
    (found,) = editor.wait(PLAN, "SK08")
    action, *_ = fix_in(editor, PLAN, "Klistra in det som saknas")
    assert action["diagnostics"][0]["message"] == found["message"]
    take(editor, PLAN, action)
    pasted = "        när: {minst: 1, per: månad}\n    vem: {ansvarig: {aktör: …, funktion: …}}\n\n  - id: Å1.2\n"
    assert pasted in editor.texts[PLAN], "it stands last in the action, above the empty line"
    editor.wait(PLAN, "SK08", "FIL12", "FIL12")
    editor.write(PLAN, editor.texts[PLAN].replace("{aktör: …, funktion: …}", "{aktör: kommun, funktion: fältsekreterare}"))
    editor.wait(PLAN)


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ("    lydelse: Vuxna är", "    lydellse: Vuxna är", "FIL05"),
        ("riktning: öka\n      baslinje: {värde: 40", "riktning: ökka\n      baslinje: {värde: 40", "FIL06"),
        ("datum: 2018-12-12\nperiod", "datum: 2018/12/12\nperiod", "FIL06"),
        ("påhittat: ja", "påhittat: true", "FIL06"),
    ],
)
def test_a_slip_is_cured(editor: Editor, right: str, wrong: str, code: str) -> None:
    text = editor.open(PLAN)
    editor.swap(PLAN, right, wrong)
    editor.wait(PLAN, code)
    (action,) = fix_in(editor, PLAN, "Skriv")
    take(editor, PLAN, action)
    assert editor.texts[PLAN] == text
    editor.wait(PLAN)


def judged(folder: Path) -> tuple[OpenDocuments, list[Analysis]]:
    """A package as the server judges it."""
    open_documents = OpenDocuments(folder)
    return open_documents, Analyzer(open_documents, AnalyzerOptions(lambda: TODAY, None, Options(all_steps=True))).of_file(
        folder / "agreement.yaml"
    )


@pytest.mark.parametrize("name", BROKEN)
def test_each_quick_fix_leaves_a_sound_file(name: str, tmp_path: Path) -> None:
    """In every broken package: the finding is gone (unless there is something to fill in), the file can be read, the other lines are as they were."""
    package = copy(PACKAGES[name], tmp_path)
    open_documents, analyses = judged(package)
    for path in list(by_file(analyses)):
        text = open_documents.read(path).decode("utf-8", "replace")
        for action in actions(path, 0, len(text), analyses, {}, "utf-16"):
            assert action.edit is not None and action.edit.changes is not None and action.diagnostics
            ((address, edits),) = action.edit.changes.items()
            where = next(file for file in package.rglob("*") if file.as_uri() == address or address.endswith(file.name))
            before = where.read_bytes().decode("utf-8").removeprefix("\ufeff")
            other, _ = judged(package)
            other.texts[where] = applied(before, list(edits))
            after = Analyzer(other, AnalyzerOptions(lambda: TODAY, None, Options(all_steps=True))).of_file(package / "agreement.yaml")
            said = {(one.code, one.message) for found in after for one in found.diagnostics}
            mended = action.diagnostics[0]
            holes = "…" in edits[0].new_text
            assert holes or (mended.code, mended.message.split("\n")[0]) not in said, action.title
            new = {code for code, _ in said} - {one.code for found in analyses for one in found.diagnostics}
            assert not [code for code in new if code.startswith("FIL") and not (holes and code == "FIL12")], action.title
            if action.title.startswith("Klistra"):
                kept = set(before.splitlines()) - set(other.texts[where].splitlines())
                assert len(kept) <= 1, kept
