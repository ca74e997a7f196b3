"""``samverkan new``."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from samverkan_cli.cli._new_entry import absolute, add_entry
from samverkan_cli.cli.common import Today, evaluation_date, run_check
from samverkan_cli.errors import SamverkanError
from samverkan_cli.text.sanitize import several_lines

if TYPE_CHECKING:
    from samverkan_cli.project.dossier import Dossier
    from samverkan_cli.scaffold.interview import Given

Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="MAPP",
        show_default=False,
        help="Mappen som den nya överenskommelsen skrivs i. Eller ett av orden åtgärd, mål, problem, orsak och löfte, "
        "följt av en fil eller en mapp: då läggs en till där.",
    ),
]
Form = Annotated[str | None, typer.Option("--form", metavar="FORM", show_default=False, help="kommun, flera, stad eller efterföljare.")]
Municipalities = Annotated[
    list[str] | None, typer.Option("--municipality", metavar="NAMN", show_default=False, help="Kommunen eller staden; kan upprepas.")
]
Police = Annotated[
    str | None, typer.Option("--police", metavar="NAMN", show_default=False, help="Polisens del, så som namnet ska skrivas.")
]
Districts = Annotated[
    list[str] | None,
    typer.Option("--district", metavar="NAMN", show_default=False, help="En stadsdel, eller stadsdel=polisens del där; kan upprepas."),
]
Title = Annotated[str | None, typer.Option("--title", metavar="TITEL", show_default=False, help="Överenskommelsens titel.")]
Start = Annotated[str | None, typer.Option("--from", metavar="DAG", show_default=False, help="Första dagen, eller underskrift.")]
End = Annotated[
    str | None, typer.Option("--to", metavar="DAG", show_default=False, help="Sista dagen, tills vidare, eller en längd som 4 år.")
]
FocusAreas = Annotated[
    list[str] | None, typer.Option("--focus-area", metavar="NAMN", show_default=False, help="Ett fokusområde; kan upprepas.")
]
Predecessor = Annotated[
    Path | None, typer.Option("--predecessor", metavar="FIL", show_default=False, help="Den överenskommelse som den nya efterträder.")
]
Into = Annotated[
    Path | None,
    typer.Option("--in", metavar="FIL", show_default=False, help="Filen som åtgärden, målet … ska stå i, om flera är tänkbara."),
]
Fields = Annotated[
    list[str] | None,
    typer.Option(
        "--set", metavar="NYCKEL=VÄRDE", show_default=False, help="Ett värde, till exempel vem.ansvarig.aktör=kommun; kan upprepas."
    ),
]
Yes = Annotated[bool, typer.Option("--yes", show_default=False, help="Ställ inga frågor: det som inte anges lämnas ute.")]


class Console:
    """The terminal that the questions are asked in: the questions on stderr, so that stdout holds the result only."""

    def __init__(self, asks: bool) -> None:
        self.asks = asks
        if hasattr(sys.stdin, "reconfigure"):
            sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")

    def say(self, text: str) -> None:
        """Show a line."""
        sys.stderr.write(several_lines(text) + "\n")

    def line(self, prompt: str) -> str:
        """One line of answer. Raises ``typer.Abort`` where there are no more."""
        sys.stderr.write(several_lines(prompt))
        sys.stderr.flush()
        answer = sys.stdin.readline()
        if not answer:
            raise typer.Abort
        return answer


def new(
    words: Words = None,
    form: Form = None,
    municipality: Municipalities = None,
    police: Police = None,
    district: Districts = None,
    title: Title = None,
    start: Start = None,
    end: End = None,
    focus_area: FocusAreas = None,
    predecessor: Predecessor = None,
    into: Into = None,
    set_: Fields = None,
    yes: Yes = False,
    today: Today = None,
) -> int:
    """Börja på en ny överenskommelse, eller lägg till en åtgärd, ett mål, ett problem, en orsak eller ett löfte i en som finns."""
    from samverkan_cli.scaffold.interview import Given
    from samverkan_cli.scaffold.kinds import kind_named

    console = Console(asks=not yes)
    given = Given(
        form, tuple(municipality or ()), police, title, start, end, tuple(focus_area or ()), tuple(district or ()),
    )  # fmt: skip
    names = list(words or ())
    kind = kind_named(names[0]) if names else None
    if len(names) > (2 if kind else 1):
        raise SamverkanError(
            f"det är för många argument: {' '.join(names[2 if kind else 1 :])}", "samverkan new --help visar hur det används."
        )
    try:
        if kind is not None:
            _refuse(kind.name, form=form, municipality=municipality, police=police, district=district, title=title, predecessor=predecessor)
            return add_entry(console, kind, Path(names[1]) if len(names) > 1 else Path(), given, into, set_ or [], evaluation_date(today))
        _refuse("en ny överenskommelse", in_=into, set_=set_)
        return _agreement(console, given, names[0] if names else None, predecessor, today)
    except (KeyboardInterrupt, typer.Abort):
        sys.stderr.write("\nIngenting är skrivet: ")
        raise typer.Abort from None


def _refuse(what: str, **flags: object) -> None:
    """Say so when a flag belongs to the other use of the command."""
    for name, value in flags.items():
        if value:
            raise SamverkanError(f"--{name.strip('_')} går inte ihop med {what}", "samverkan new --help visar hur det används.")


def _agreement(console: Console, given: Given, named: str | None, predecessor: Path | None, today: str | None) -> int:
    """A whole new agreement."""
    from dataclasses import replace

    from samverkan_cli.scaffold import files, forms, links, summary
    from samverkan_cli.scaffold.interview import interview, the_form
    from samverkan_cli.scaffold.questions import Question, ask
    from samverkan_cli.text.atomic_write import display_path

    if console.asks:
        console.say(
            "En ny samverkansöverenskommelse. Tom rad tar det som står inom hakparentes. Ctrl-C avbryter, och då skrivs ingenting.\n"
        )
    if named is not None:
        files.refuse_existing({absolute(named) / forms.AGREEMENT: ""})
    form = the_form(console, given)
    before = _before(console, predecessor, today) if form == "efterföljare" else None
    if form != "efterföljare" and predecessor is not None:
        raise SamverkanError("--predecessor hör till --form efterföljare", "Ta bort flaggan, eller välj formen efterföljare.")
    if before is not None and (given.municipalities or given.police):
        raise SamverkanError("parterna förs över från föregångaren", "Ta bort --municipality och --police, och ändra i filen efteråt.")
    request = interview(console, given, form, before.end.isoformat() if before and before.end else "")
    names = [before.parties[0].name or ""] if before else [one.formal for one in request.municipalities]
    folder_name = named or ask(console, Question("Mapp att skriva i", "MAPP", forms.folder_name(names, request)))
    folder = absolute(folder_name)
    settings: Path | None = links.within_family(folder) if form in ("flera", "stad") else None
    if before is not None:
        from samverkan_cli.rules.familj.fam06_predecessor import open_actions
        from samverkan_cli.scaffold.successor import inherited

        tie = links.to_predecessor(folder, before.root.path)
        settings = tie.settings
        request = replace(request, inherited=inherited(before, tie.file, open_actions(before)))
    made = forms.files(request, display_path(folder), links.schema_beside(folder))
    planned = {folder / path: text for path, text in made.items()} | ({settings: forms.settings()} if settings else {})
    files.refuse_existing(planned)
    shown = [display_path(path) for path in planned]
    if console.asks:
        console.say("\n" + "\n".join(["Det här skrivs:", *(f"  {path}" for path in shown)]))
        if ask(console, Question("Är det rätt? ja eller nej", "--yes", "ja", check=_yes_or_no)).casefold() in ("n", "nej"):
            raise typer.Abort
    files.place(planned, lambda: _verify([folder / path for path in made if path.endswith(forms.AGREEMENT)], set(planned), today))
    rows = summary.written(shown)
    rows += summary.carried(request.inherited) if request.inherited else []
    sys.stdout.write(several_lines("\n".join([*rows, *summary.next_steps(display_path(folder))])) + "\n")
    return 0


def _yes_or_no(answer: str) -> str:
    return "" if answer.casefold() in ("j", "ja", "n", "nej") else "Svara ja eller nej."


def _before(console: Console, given: Path | None, today: str | None) -> Dossier:
    """The agreement to succeed, asked for until there is one."""
    from samverkan_cli.project.discovery import find_dossiers
    from samverkan_cli.project.sources import Sources
    from samverkan_cli.scaffold.questions import Question, ask

    while True:
        path = (
            given or Path(ask(console, Question("Vilken överenskommelse tar den vid efter? Fil eller mapp", "--predecessor"))).expanduser()
        )
        try:
            there = find_dossiers([path], evaluation_date(today), Sources())
            found = [one for one in there if one.is_agreement]
            if not found:
                raise SamverkanError(f"{path} är ingen överenskommelse", "Skriv sökvägen till överenskommelsens fil eller mapp.")
            if len(found) > 1:
                raise SamverkanError(
                    f"{path} har {len(found)} överenskommelser", "Välj en: " + ", ".join(one.root.document.file for one in found)
                )
            if not found[0].parties:
                raise SamverkanError(
                    f"{found[0].root.document.file} har inga parter att föra vidare", "samverkan check visar vad som är fel i den."
                )
            return found[0]
        except SamverkanError as error:
            if given is not None or not console.asks:
                raise
            console.say(f"  {error.message}. {error.help}")


def _verify(agreements: list[Path], files: set[Path], today: str | None) -> None:
    """What was written passes the check; otherwise it is said what in the answers has to be another way.

    What a step delivers is still to be done in a new agreement, also where its period is one that has been.
    """
    from samverkan_cli.diagnostics import Level

    report = run_check(agreements, today, None, None, None, None, False).report
    found = [
        one
        for one in report.diagnostics
        if one.level is not Level.NOTE and one.suppressed is None and one.step is None and Path(os.path.abspath(one.file)) in files
    ]
    if found:
        words = " ".join(f"{one.code} {one.message}. {one.help}" for one in found)
        raise SamverkanError("det du svarade går inte ihop, så ingenting är skrivet", words)
