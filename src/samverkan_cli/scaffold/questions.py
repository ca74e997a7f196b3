"""Questions in the terminal: short, with what an empty answer means, asked again when the answer cannot be used."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from samverkan_cli.errors import SamverkanError
from samverkan_cli.validation.validate import build
from samverkan_cli.yaml.emit import scalar
from samverkan_cli.yaml.reader import read
from samverkan_cli.yaml.tree import is_placeholder

Check = Callable[[str], str]
"""What is wrong with an answer, in a sentence; nothing if it can be used."""

MAX_ANSWER = 2000


class Terminal(Protocol):
    """Where the questions are asked. ``line`` raises when the people leave."""

    @property
    def asks(self) -> bool:
        """Whether there is anybody to ask; otherwise every question takes its default."""
        ...

    def say(self, text: str) -> None:
        """Show a line."""
        ...

    def line(self, prompt: str) -> str:
        """One line of answer."""
        ...


@dataclass(frozen=True)
class Question:
    """One question. ``default`` is what an empty answer means (``None``: an answer is needed), ``empty`` how that is shown."""

    text: str
    flag: str
    default: str | None = None
    empty: str = ""
    check: Check | None = None


def ask(terminal: Terminal, question: Question) -> str:
    """The answer, composed and without surrounding spaces."""
    if not terminal.asks:
        if question.default is None:
            raise SamverkanError(f"{question.flag} behövs", f"Frågan den svarar på: {question.text}")
        return question.default
    hint = question.empty or question.default or ""
    while True:
        answer = cleaned(terminal.line(f"{question.text}{f' [{hint}]' if hint else ''}: "))
        if not answer:
            if question.default is not None:
                return question.default
            terminal.say("  Här behövs ett svar. Ctrl-C avbryter.")
            continue
        wrong = unusable(answer) or (question.check(answer) if question.check else "")
        if not wrong:
            return answer
        terminal.say(f"  {wrong}")


def ask_many(terminal: Terminal, text: str, flag: str, *, needed: bool, at_least: int = 1) -> tuple[str, ...]:
    """Several answers, one a line; an empty line ends."""
    found: list[str] = []
    if not terminal.asks:
        if needed:
            raise SamverkanError(f"{flag} behövs", f"Frågan den svarar på: {text}")
        return ()
    terminal.say(f"{text} En rad för varje, tom rad när du är klar.")
    while True:
        answer = cleaned(terminal.line(f"  {len(found) + 1}: "))
        if not answer:
            if not needed or len(found) >= at_least:
                return tuple(found)
            terminal.say("  Här behövs ett svar. Ctrl-C avbryter." if at_least == 1 else f"  Här behövs minst {at_least}. Ctrl-C avbryter.")
        elif wrong := unusable(answer):
            terminal.say(f"  {wrong}")
        elif answer.casefold() in (known.casefold() for known in found):
            terminal.say("  Den står redan.")
        else:
            found.append(answer)


def choose(terminal: Terminal, text: str, flag: str, choices: Sequence[tuple[str, str]], default: str | None) -> str:
    """One of several, by number or by word."""
    if not terminal.asks:
        return ask(terminal, Question(text, flag, default))
    terminal.say(text)
    for number, (_, words) in enumerate(choices, 1):
        terminal.say(f"  {number}  {words}")
    names = [name for name, _ in choices]

    def check(answer: str) -> str:
        return "" if answer in names or (answer.isdecimal() and 1 <= int(answer) <= len(names)) else f"Svara med en siffra, 1–{len(names)}."

    first = str(names.index(default) + 1) if default in names else None
    answer = ask(terminal, Question("Svara med siffra", flag, first, check=check))
    return names[int(answer) - 1] if answer.isdecimal() else answer


def cleaned(answer: str) -> str:
    """Composed, and without the spaces around it."""
    return unicodedata.normalize("NFC", answer).strip().strip("\ufeff")


def unusable(answer: str) -> str:
    """What makes an answer impossible in any field."""
    if len(answer) > MAX_ANSWER:
        return f"Svaret är för långt: {len(answer)} tecken."
    if any(0xD800 <= ord(sign) < 0xE000 or sign == "\ufffd" for sign in answer):
        return "Tecknen gick inte att läsa. Ställ in terminalen på UTF-8 och skriv igen."
    if any(unicodedata.category(sign) == "Cc" or sign in "\u2028\u2029" for sign in answer):
        return "Svaret har ett styrtecken som inte syns. Skriv det igen."
    if is_placeholder(answer):
        return "Det där håller bara platsen. Lämna hellre svaret tomt, om det går."
    return ""


def fault_in(section: str, key: str, answer: str) -> str:
    """What the file format says about ``section: {key: answer}`` in an agreement."""
    text = f"samverkan: 1\ntyp: överenskommelse\n{section}:\n  {key}: {scalar(answer)}\n"
    faults = build(read("", text.encode("utf-8", errors="replace")))[1].faults
    return " ".join((f"{faults[0].message}.", faults[0].help)).strip() if faults else ""
