"""The questions for one more entry. What the flags say is not asked."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from samverkan_cli.errors import SamverkanError
from samverkan_cli.project.dossier import Dossier, Member
from samverkan_cli.scaffold.kinds import Field, Kind
from samverkan_cli.scaffold.questions import Question, Terminal, ask, cleaned, unusable
from samverkan_cli.scaffold.targets import known, nearest_first
from samverkan_cli.scaffold.values import put
from samverkan_cli.validation.validate import build
from samverkan_cli.yaml.emit import item
from samverkan_cli.yaml.reader import read

_SHOWN = 12


def given_fields(kind: Kind, dossier: Dossier, written: list[str]) -> dict[str, Any]:
    """``NYCKEL=VÄRDE`` from the flags. Raises ``SamverkanError`` for what cannot stand there."""
    entry: dict[str, Any] = {}
    for one in written:
        key, equals, answer = one.partition("=")
        key, answer = cleaned(key), cleaned(answer)
        if not equals or not answer:
            raise SamverkanError(f"--set {one} går inte att förstå", "Skriv  --set NYCKEL=VÄRDE, till exempel  --set plats=centrum.")
        if key == "id":
            raise SamverkanError("id sätts av sig självt, som nästa nummer", "Ta bort --set id, eller ändra i filen efteråt.")
        wrong = unusable(answer)
        field = next((field for field in kind.fields if field.key == key), Field(key, key))
        wrong = wrong or _unknown(dossier, field, answer)
        if not wrong:
            put(entry, kind, key, _meant(dossier, field, answer))
            wrong = _misshapen(kind, entry)
        if wrong:
            raise SamverkanError(f"--set {key}={answer} går inte att använda", wrong)
    return entry


def ask_fields(terminal: Terminal, kind: Kind, dossier: Dossier, member: Member, entry: dict[str, Any]) -> dict[str, Any]:
    """The entry with the answers to the questions that the flags have not answered. ``entry`` is left as it is."""
    answers = dict(entry)
    for field in kind.fields:
        if _there(entry, field.key):
            continue
        parent = field.key.rpartition(".")[0]
        if terminal.asks and field.key.endswith(".funktion") and not _there(answers, f"{parent}.aktör"):
            continue
        choices = nearest_first(dossier, member, known(dossier, field.refers_to)) if field.refers_to else {}
        if field.refers_to and not choices and not field.needed:
            continue
        if terminal.asks:
            _show(terminal, choices)

        def check(answer: str, field: Field = field, so_far: dict[str, Any] = answers) -> str:
            return _unknown(dossier, field, answer) or _misshapen(kind, _with(so_far, kind, field.key, _meant(dossier, field, answer)))

        question = Question(field.text, f"--set {field.key}=…", None if field.needed else "", "" if field.needed else "hoppa över", check)
        answer = ask(terminal, question)
        if answer:
            answers = _with(answers, kind, field.key, _meant(dossier, field, answer))
    return answers


def _show(terminal: Terminal, choices: dict[str, str]) -> None:
    for id, words in list(choices.items())[:_SHOWN]:
        terminal.say(f"    {id}  {words}".rstrip())
    if len(choices) > _SHOWN:
        terminal.say(f"    … och {len(choices) - _SHOWN} till")


def _with(entry: dict[str, Any], kind: Kind, key: str, answer: str) -> dict[str, Any]:
    copied = deepcopy(entry)
    put(copied, kind, key, answer)
    return copied


def _there(entry: dict[str, Any], key: str) -> bool:
    here: Any = entry
    for step in key.split("."):
        here = here[0] if isinstance(here, list) and here else here
        if not isinstance(here, dict) or step not in here:
            return False
        here = here[step]
    return True


def _meant(dossier: Dossier, field: Field, answer: str) -> str:
    """The ids as they are spelt, whatever case was typed; the word that an initial letter begins."""
    if field.words:
        return next((word for word in field.words if word.startswith(answer.casefold())), answer)
    if not field.refers_to:
        return answer
    spelt = {id.casefold(): id for id in known(dossier, field.refers_to)}
    return ", ".join(spelt.get(part.strip().casefold(), part.strip()) for part in answer.split(",") if part.strip())


def _unknown(dossier: Dossier, field: Field, answer: str) -> str:
    """What is wrong with the ids or the words in an answer."""
    if field.words and not any(word.startswith(answer.casefold()) for word in field.words):
        return f"Välj något av: {', '.join(field.words)}."
    if not field.refers_to:
        return ""
    choices = known(dossier, field.refers_to)
    spelt = {id.casefold() for id in choices}
    missing = [part.strip() for part in answer.split(",") if part.strip() and part.strip().casefold() not in spelt]
    if missing:
        return f"{', '.join(missing)} finns inte. " + (
            f"Välj bland {', '.join(list(choices)[:_SHOWN])}." if choices else "Det finns inga än."
        )
    return ""


def _misshapen(kind: Kind, entry: dict[str, Any]) -> str:
    """What the file format says about the entry so far."""
    rows = ["samverkan: 1", "typ: dokument", f"{kind.section}:", *item({"id": "X1"} | entry, 2)]
    _, document = build(read("", ("\n".join(rows) + "\n").encode("utf-8")))
    first = next(iter(document.faults), None)
    return f"{first.message}. {first.help}".strip() if first else ""
