"""KED16."""

import datetime
import re
from collections.abc import Iterator

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level
from samverkan_cli.models.actions import Action, Decision
from samverkan_cli.models.base import Node, walk
from samverkan_cli.models.content import ContentDocument
from samverkan_cli.models.days import first_of, last_of
from samverkan_cli.models.goals import Goal
from samverkan_cli.models.keys import display_name
from samverkan_cli.models.roles import Role
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.swedish import month_year, number
from samverkan_cli.text.stems import days, stems

_MOVES = re.compile(
    r"\b(?:flyttas?|flyttades|övergår|övergick|byts|ändras|förlängs|senareläggs|tidigareläggs|förläggs|höjs|sänks)\b", re.IGNORECASE
)
# What is looked for is looked for in a sentence with single spaces, and what begins with any words is matched from its beginning: tried from
# every letter, it would take the square of a long text.
_TO = re.compile(r"\btill (?:och med )?(.+)", re.IGNORECASE)
_BY = re.compile(r"\b(?:tas över av|övertas av|läggs på|lämnas till|går till|blir) (.+)", re.IGNORECASE)
_TAKES = re.compile(r"(.+?) (?:tar över|tog över|ansvarar för|blir ansvarig|får ansvaret)\b", re.IGNORECASE)
_INSTEAD = re.compile(r"(.+?) i ?stället för (.+)", re.IGNORECASE)
_FROM = re.compile(r"\bfrån (.+?)(?= till\b|$)", re.IGNORECASE)
_ENDS = re.compile(r"\b(?:avslutas|upphör|läggs ned|läggs ner)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?]) (?=[A-ZÅÄÖ])")
_ID = re.compile(r"\b[A-ZÅÄÖ]{1,3}\d+(?:\.\d+)*\b")
_FIGURE = re.compile(r"\d+(?:,\d+)?")
_OTHER_TIME = re.compile(r"\bnästa (?:överenskommelse|period|plan)\b", re.IGNORECASE)


@rule("KED16", "beslutet-står-inte-i-planen", Level.WARNING)
def the_plan_says_what_was_decided(case: Case) -> Verdicts:
    """Planen säger det som har beslutats

    Den som läser planen gör det som står där. Flyttas ett ansvar eller en dag utan att planen ändras är det ingen som vet vem som har det.

    Regeln ser på beslut som flyttar, förlänger eller avslutar en åtgärd eller ett mål. Det är i ordning när planen säger det nya, när planen är daterad eller
    fastställd samma dag eller senare, när åtgärden är `avslutad`, eller när beslutet har `genomfört` eller `verkställs_av`.

    Godkänns:

        # idag: 2020-06-01
        åtgärder:
          - {id: Å1.4, vem: {ansvarig: {aktör: kommun, funktion: enhetschef i socialtjänsten}}}
          - {id: Å1.5, vem: {ansvarig: {aktör: kommun, funktion: elevhälsochef}}}
          - {id: Å1.6, avslutad: {datum: 2020-02-12}}
          - {id: Å2.2, när: {till: 2020-06-30}}
          - {id: Å1.7, vem: {ansvarig: {aktör: kommun, funktion: rektor}}}
          - {id: Å1.8, när: {till: 2021-06-30}}
          - {id: Å1.9, när: {till: 2020-12-31}}
          - {id: Å2.1, plats: [torget, stationen]}
        beslut:
          - {datum: 2020-02-12, vad: Ansvaret för Å1.4 flyttas från elevhälsochefen till socialtjänstens enhetschef., gäller_åtgärder: [Å1.4, Å1.5]}
          - {datum: 2020-02-12, vad: Å1.6 avslutas. Å2.2 avslutas den 30 juni 2020., gäller_åtgärder: [Å1.6, Å2.2]}
          - {datum: 2020-02-12, vad: Ansvaret flyttas till socialtjänsten., gäller_åtgärder: [Å1.7], genomfört: 2020-03-02}
          - {datum: 2020-02-12, vad: Å1.8 förlängs till den 30 juni 2021., gäller_åtgärder: [Å1.8]}
          - {datum: 2020-02-12, vad: Å1.9 flyttas till nästa överenskommelse., gäller_åtgärder: [Å1.9]}
          - {datum: 2020-02-12, vad: Å2.1 flyttas från stationen till torget. Å2.1 fortsätter som förut.}

    Godkänns:

        # idag: 2020-06-01
        beslut: [{datum: 2020-02-12, vad: Ansvaret flyttas till socialtjänsten., gäller_åtgärder: [Å1.4]}]
        # fil: plan.yaml
        samverkan: 1
        typ: åtgärdsplan
        datum: 2020-02-12
        åtgärder:
          - {id: Å1.4, vem: {ansvarig: {aktör: kommun, funktion: elevhälsochef}}}

    Underkänns:

        # idag: 2020-02-12
        beslut: [{datum: 2020-02-12, vad: Ansvaret för Å1.4 flyttas från elevhälsochefen till socialtjänstens enhetschef., gäller_åtgärder: [Å1.4]}]
        # fil: plan.yaml
        samverkan: 1
        typ: åtgärdsplan
        datum: 2020-02-11
        åtgärder:
          - id: Å1.4
            vem:
              ansvarig: {aktör: kommun, funktion: elevhälsochef}  # <-

    Underkänns:

        # idag: 2020-06-01
        mål:
          - {id: M1, indikator: {målnivå: {värde: 7, datum: 2020-03-15}}}  # <-
          - {id: M2, indikator: {målnivå: {värde: 7, datum: 2020-03-15}}}  # <-
        åtgärder:
          - {id: Å1.1, när: {till: 2020-06-30}}  # <-
          - {id: Å1.2, när: {till: 2020-06-30}}  # <-
          - {id: Å1.3, vem: {ansvarig: {aktör: kommun, funktion: rektor}}}  # <-
          - {id: Å1.4, vem: {ansvarig: {aktör: kommun, funktion: rektor}}}  # <-
          - {id: Å1.5, plats: [stationen], när: {till: 2020-06-30}}  # <-
          - {id: Å1.6, plats: [stationen], när: {till: 2020-06-30}}  # <-
          - {id: Å1.7, vem: {ansvarig: {aktör: kommun, funktion: rektor}}}  # <-
        beslut:
          - {datum: 2020-02-12, vad: Å1.1 förlängs till den 30 september 2020. Å1.2 läggs ned., gäller_åtgärder: [Å1.1, Å1.2]}
          - {datum: 2020-02-12, vad: Målnivån flyttas till mars 2021., gäller_mål: [M1]}
          - {datum: 2020-02-12, vad: Målnivån sänks till 6 procent., gäller_mål: [M2]}
          - {datum: 2020-02-12, vad: Socialtjänsten tar över ansvaret., gäller_åtgärder: [Å1.3]}
          - {datum: 2020-02-12, vad: Ny ansvarig för Å1.4 blir socialtjänsten.}
          - {datum: 2020-02-12, vad: Å1.5 flyttas från stationen till torget.}
          - {datum: 2020-02-12, vad: Å1.6 ska vara klar 2020-09-30 i stället för 2020-06-30.}
          - {datum: 2020-02-12, vad: Kommunpolisen ansvarar för Å1.7 från årsskiftet.}

    Källa: Samverkanshandboken, steg 5: det som inte fungerar ändras; Brå, Följ upp om åtagandena har genomförts
    """
    dossier = case.dossier
    for document in dossier.documents:
        for decision in document.decisions:
            day = decision.date
            if not decision.what or day is None or first_of(day) > case.today or decision.done is not None or decision.carried_out_by:
                continue
            for thing in _about(dossier, decision):
                home = dossier.document_of(thing)
                if not _is_older(home, first_of(day)) or (isinstance(thing, Action) and thing.closed is not None):
                    continue
                for asked in _still_old(thing, decision.what):
                    old = (asked.function if isinstance(asked, Role) else None) or "det gamla"
                    yield Finding(
                        f"{display_name(thing)} ändrades genom beslutet {day}, men planen säger fortfarande {old}",
                        asked.here,
                        "Skriv in beslutet i planen, eller skriv  genomfört: …  på beslutet.",
                        related=((decision.here, "beslutet"),),
                    )


def _about(dossier: Dossier, decision: Decision) -> Iterator[Action | Goal]:
    ids = (*decision.applies_to_actions, *decision.applies_to_goals, *decision.concerns, *_ID.findall(decision.what or ""))
    for id in dict.fromkeys(ids):
        yield from (thing for thing in dossier.definitions.get(id, ()) if isinstance(thing, Action | Goal))


def _is_older(document: ContentDocument, decided: datetime.date) -> bool:
    """Whether a document is not known to have been written since. One without a day may be of any age: its words decide."""
    written = (document.date, document.adopted.date if document.adopted else None)
    return all(day is None or last_of(day) < decided for day in written)


def _still_old(thing: Action | Goal, decided: str) -> Iterator[Action | Goal | Role]:
    """What of a thing still says what was so before the decision: the thing, who is responsible for it, or nothing."""
    for sentence in _SENTENCE.split(" ".join(decided.split())):
        named = _ID.findall(sentence)
        if (named and thing.id not in named) or _OTHER_TIME.search(sentence):
            continue
        if _ENDS.search(sentence) and isinstance(thing, Action) and not days(sentence) & days(_text(thing)):
            yield thing
            return
        responsibility = "ansvar" in sentence.casefold()
        move, instead = _MOVES.search(sentence), _INSTEAD.match(sentence)
        takes = _TAKES.match(sentence) or (_BY.search(sentence) if responsibility else None)
        new = instead or (_TO.search(sentence, move.end()) if move is not None else takes)
        if new is None:
            continue
        role = thing.who.responsible if isinstance(thing, Action) and thing.who is not None else None
        asked = role if role is not None and (takes is not None or responsibility) else thing
        old = instead[2] if instead is not None else source[1] if (source := _FROM.search(sentence)) is not None else ""
        if not _says(thing, asked, new[1], old):
            yield asked
            return


def _says(thing: Action | Goal, asked: Action | Goal | Role, new: str, old: str) -> bool:
    """Whether a thing says the new: the day, where one is named; a goal's figure; else a word of it, and every word where the old still stands."""
    if days(new):
        return bool(days(new) & days(_text(thing)))
    figures = _FIGURE.findall(new)
    target = thing.indicator.target if isinstance(thing, Goal) and thing.indicator is not None else None
    if figures and target is not None and target.value is not None:
        return number(target.value) in figures
    said = stems((asked.function or asked.actor or "") if isinstance(asked, Role) else _text(asked))
    if stems(old) and stems(old).issubset(said):
        return stems(new).issubset(said)
    return bool(stems(new) & said) or not stems(new)


def _text(node: Node) -> str:
    """All words of a thing, its days and their months among them."""
    parts: list[str] = []
    for one in walk(node):
        for value in one.__dict__.values():
            several = value if isinstance(value, tuple) else (value,)
            for item in several:
                if isinstance(item, datetime.date):
                    parts += (item.isoformat(), month_year(item))
                elif not isinstance(item, Node):
                    parts.append(str(item))
    return " ".join(parts)
