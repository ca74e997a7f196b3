"""The questions for a new agreement. What the flags say is not asked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from samverkan_cli.errors import SamverkanError
from samverkan_cli.scaffold.questions import Question, Terminal, ask, ask_many, choose, cleaned, fault_in, unusable
from samverkan_cli.scaffold.request import FORMS, District, Municipality, Request, proposed_title

_FORMS = (
    ("kommun", "en kommun och polisen"),
    ("flera", "flera kommuner: en gemensam del 1, och en del 2 för varje kommun"),
    ("stad", "en stad och dess stadsdelar"),
    ("efterföljare", "en efterföljare till en överenskommelse som redan finns"),
)


@dataclass(frozen=True)
class Given:
    """What the flags said; ``None`` and empty mean that they did not."""

    form: str | None = None
    municipalities: tuple[str, ...] = ()
    police: str | None = None
    title: str | None = None
    start: str | None = None
    end: str | None = None
    focus_areas: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()


def the_form(terminal: Terminal, given: Given) -> str:
    """Which kind of agreement."""
    if given.form is not None:
        form = cleaned(given.form).casefold()
        form = "efterföljare" if form == "efterfoljare" else form
        if form not in FORMS:
            raise SamverkanError(f"--form {given.form} finns inte", f"Välj något av: {', '.join(FORMS)}.")
        return form
    return choose(terminal, "Vad gäller överenskommelsen?", "--form", _FORMS, "kommun" if terminal.asks else None)


def interview(terminal: Terminal, given: Given, form: str, ends: str = "") -> Request:
    """Ask for everything but the folder and the predecessor. ``ends`` is the predecessor's last day, if it is known."""
    if form != "stad" and given.districts:
        raise SamverkanError("--district hör till --form stad", "Ta bort flaggan, eller välj formen stad.")
    municipalities: tuple[Municipality, ...] = ()
    police = ""
    districts: tuple[District, ...] = ()
    if form != "efterföljare":
        municipalities = _municipalities(terminal, given, form)
        police = _police(terminal, given, form, municipalities)
    if form == "stad":
        districts = _districts(terminal, given)
    start, end = _period(terminal, given, ends)
    title = _one(terminal, given.title, Question("Titel", "--title", proposed_title(form, start, end)))
    areas = _several(given.focus_areas, "--focus-area")
    if not areas:
        more = "fler fokusområden än föregångarens" if form == "efterföljare" else "fokusområden"
        areas = ask_many(terminal, f"Vet ni redan {more}? Annars kommer de i steg 3.", "--focus-area", needed=False)
    return Request(form, municipalities, police, title, start, end, areas, districts)


def _municipalities(terminal: Terminal, given: Given, form: str) -> tuple[Municipality, ...]:
    names = _several(given.municipalities, "--municipality")
    if form != "flera":
        if len(names) > 1:
            raise SamverkanError(
                f"--form {form} gäller en kommun, men --municipality står {len(names)} gånger", "För flera kommuner: --form flera."
            )
        if names:
            return (Municipality.named(names[0]),)
        text = "Vilken stad? Skriv namnet så som det ska stå" if form == "stad" else "Vilken kommun?"
        short = ask(terminal, Question(text, "--municipality"))
        return (_formal(terminal, short),)
    if not names:
        names = ask_many(terminal, "Vilka kommuner?", "--municipality", needed=True, at_least=2)
        return tuple(_formal(terminal, name) for name in names)
    if len(names) < 2:
        raise SamverkanError("--form flera behöver minst två kommuner", "Skriv --municipality en gång för varje kommun.")
    return tuple(Municipality.named(name) for name in names)


def _formal(terminal: Terminal, name: str) -> Municipality:
    """The name as it is to be printed: asked, because nobody can guess when it takes an s."""
    proposed = Municipality.named(name)
    if proposed.formal == name:
        return proposed
    return Municipality(ask(terminal, Question(f"{name}: hela namnet så som det ska skrivas", "--municipality", proposed.formal)))


def _police(terminal: Terminal, given: Given, form: str, municipalities: tuple[Municipality, ...]) -> str:
    default: str | None = f"Lokalpolisområde {municipalities[0].short}"
    if form == "flera":
        default = "Polismyndigheten"
    elif form == "stad":
        default = None
    question = Question(
        "Polisens del, så som namnet ska skrivas" + ("" if default else " (till exempel Polisregion Stockholm)"), "--police", default
    )
    return _one(terminal, given.police, question)


def _districts(terminal: Terminal, given: Given) -> tuple[District, ...]:
    if given.districts:
        pairs = [cleaned(name).partition("=") for name in _several(given.districts, "--district")]
        return tuple(District(name.strip(), police.strip() or _local_police(name.strip())) for name, _, police in pairs)
    names = ask_many(
        terminal,
        "Vilka stadsdelar har, eller får, en egen lokal överenskommelse? Skriv namnen så som de ska stå.",
        "--district",
        needed=False,
    )
    return tuple(District(name, ask(terminal, Question(f"Polisen i {name}", "--district", _local_police(name)))) for name in names)


def _local_police(district: str) -> str:
    return f"Lokalpolisområde {district}"


def _period(terminal: Terminal, given: Given, ends: str) -> tuple[str, str]:
    if ends and terminal.asks:
        terminal.say(f"Föregångaren gäller till {ends}.")

    def right_start(answer: str) -> str:
        return fault_in("period", "från", answer)

    start = _one(
        terminal,
        given.start,
        Question("Från vilken dag gäller den? Datum som 2026-01-01, eller underskrift", "--from", "", "vet inte än", right_start),
    )

    def right_end(answer: str) -> str:
        if re.fullmatch(r"[1-9][0-9]* \w+", answer):
            return fault_in("period", "längd", answer)
        if re.match(r"\d{4}-", answer) and re.match(r"\d{4}-", start) and answer < start:
            return f"Den slutar i så fall före den börjar, {start}."
        return fault_in("period", "till", answer)

    words = "Till och med vilken dag? Datum, tills vidare, eller en längd som 4 år"
    return start, _one(terminal, given.end, Question(words, "--to", "", "vet inte än", right_end))


def _one(terminal: Terminal, given: str | None, question: Question) -> str:
    """What the flag says, if it can be used; otherwise the answer."""
    answer = cleaned(given) if given is not None else ""
    if not answer:
        return ask(terminal, question)
    wrong = unusable(answer) or (question.check(answer) if question.check else "")
    if wrong:
        raise SamverkanError(f"{question.flag} {answer} går inte att använda", wrong)
    return answer


def _several(given: tuple[str, ...], flag: str) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for written in given:
        answer = cleaned(written)
        wrong = unusable(answer) if answer else "Namnet är tomt."
        if wrong:
            raise SamverkanError(f"{flag} {answer} går inte att använda", wrong)
        found.setdefault(answer.casefold(), answer)
    return tuple(found.values())
