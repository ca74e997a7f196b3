"""What several commands share: the options' words, the clock, and how the result leaves the program."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from samverkan_cli.errors import SamverkanError

if TYPE_CHECKING:
    from samverkan_cli.checking.report import Report
    from samverkan_cli.project.run import Finder
    from samverkan_cli.reporters.outputs import Output

Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="SÖKVÄG",
        show_default=False,
        help="Ett dokument, en överenskommelses mapp eller en mapp med många. En bilaga prövas med sin överenskommelse, ett dokument utan överenskommelse för sig. Förvalt: mappen du står i.",
    ),
]
Today = Annotated[
    str | None,
    typer.Option("--today", metavar="ÅÅÅÅ-MM-DD", show_default=False, help="Dagen som bedöms. Förvalt: dagens datum."),
]
SettingsFile = Annotated[
    Path | None,
    typer.Option("--settings", metavar="FIL", show_default=False, help="Inställningar i stället för närmaste samverkan.yaml."),
]
Format = Annotated[str, typer.Option("--format", metavar="FORMAT", help="Utskriftens form.")]
Outputs = Annotated[
    list[str] | None,
    typer.Option("--output", metavar="FORMAT=FIL", show_default=False, help="Skriv även till en fil; kan upprepas."),
]
Strict = Annotated[bool, typer.Option("--strict", help="Varningar räknas också som fel.", show_default=False)]
Ready = Annotated[
    bool,
    typer.Option(
        "--ready", help="Är steget klart? Det som återstår i steget räknas som fel, utom det som underskriften ger.", show_default=False
    ),
]
AllSteps = Annotated[bool, typer.Option("--all-steps", help="Bedöm alla steg, också de som inte är aktuella än.", show_default=False)]
Packs = Annotated[
    list[str] | None,
    typer.Option("--pack", metavar="NAMN", show_default=False, help="Bara det här regelpaketet; kan upprepas."),
]
Select = Annotated[
    list[str] | None,
    typer.Option("--select", metavar="KOD", show_default=False, help="Bara regler vars kod börjar så; kan upprepas."),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="KOD", show_default=False, help="Inte regler vars kod börjar så; kan upprepas."),
]
NoBaseline = Annotated[bool, typer.Option("--no-baseline", help="Räkna också det som är känt sedan tidigare.", show_default=False)]
NoExemptions = Annotated[
    bool, typer.Option("--no-exemptions", help="Räkna också det som parterna har gjort undantag för.", show_default=False)
]
ChangedSince = Annotated[
    str | None,
    typer.Option(
        "--changed-since",
        metavar="VERSION",
        show_default=False,
        help="Bara de överenskommelser och dokument för sig som har ändrats sedan en git-version, med allt som hör till dem.",
    ),
]
ChangedFiles = Annotated[
    bool,
    typer.Option(
        "--changed-files",
        show_default=False,
        help="Sökvägarna är ändrade filer: pröva de överenskommelser och dokument för sig här som de hör till, och hoppa över andra filer.",
    ),
]
Force = Annotated[
    bool, typer.Option("--force", help="Skriv över filen efter --output, också om den inte är en rapport.", show_default=False)
]
Alone = Annotated[
    bool,
    typer.Option(
        "--alone", help="Pröva dokumentet för sig, också om en överenskommelse tar upp det bland sina bilagor.", show_default=False
    ),
]
NoColor = Annotated[bool, typer.Option("--no-color", help="Inga färger.", show_default=False)]


def evaluation_date(written: str | None) -> datetime.date:
    """The day to judge: as asked, else today. This is the only place that looks at the clock."""
    if written is None:
        return datetime.datetime.now().astimezone().date()
    try:
        return datetime.date.fromisoformat(written)
    except ValueError:
        raise SamverkanError(f"--today {written} är inget datum", "Skriv år, månad och dag, till exempel --today 2019-06-01.") from None


@dataclass(frozen=True)
class Checked:
    """A report, and the files that were read for it."""

    report: Report
    read: tuple[Path, ...]


def run_check(
    paths: list[Path] | None,
    today: str | None,
    settings_file: Path | None,
    packs: list[str] | None,
    select: list[str] | None,
    ignore: list[str] | None,
    all_steps: bool,
    baseline: bool = True,
    exemptions: bool = True,
    find: Finder | None = None,
    alone: bool = False,
    with_git: bool = False,
) -> Checked:
    """Load what the paths name, or what ``find`` finds there, and check it; each document by itself with ``alone``.

    ``with_git`` looks for files that lie here and that git does not have.
    """
    from samverkan_cli.api import Options, check_cases, open_project
    from samverkan_cli.checking.select import refuse_unknown_options

    options = Options(
        packs=tuple(packs or ()),
        select=tuple(code.upper() for code in select or ()),
        ignore=tuple(code.upper() for code in ignore or ()),
        all_steps=all_steps,
        exemptions=exemptions,
        baseline=baseline,
    )
    refuse_unknown_options(options)
    project = open_project(paths or (), today=evaluation_date(today), settings=settings_file, find=find, alone=alone)
    if with_git:
        from samverkan_cli.project.git_index import with_absent

        project = with_absent(project)
    cases = project.cases(baseline=baseline)
    if notices := dict.fromkeys(notice for case in cases for notice in case.settings.notices):
        from samverkan_cli.text.sanitize import one_line

        sys.stderr.write("".join(f"samverkan: {one_line(notice)}\n" for notice in notices))
    return Checked(check_cases(cases, project.today, options), project.sources.paths)


@contextmanager
def stop_in_report(
    paths: list[Path] | None, today: str | None, format: str, outputs: Sequence[Output] = (), force: bool = False
) -> Iterator[None]:
    """What stops the run is said in a report too, where one is asked for: whoever reads it shall see there why there is nothing in it."""
    try:
        yield
    except SamverkanError as error:
        if format != "text" or outputs:
            _report_stop(error, paths, evaluation_date(today), format, list(outputs), force)
        raise


def _report_stop(
    error: SamverkanError, paths: list[Path] | None, today: datetime.date, format: str, outputs: list[Output], force: bool
) -> None:
    from samverkan_cli.checking.stopped import stopped
    from samverkan_cli.reporters import writer

    asked = (paths or [Path()])[0]
    report = stopped(error, asked.as_posix(), today)
    read = tuple(Path(file) for file in (getattr(error, "file", ""), *(path for path in paths or ())) if file)
    write_outputs(
        outputs, Checked(report, tuple(path.absolute() for path in read)), force, lambda name, stream: writer(name)(report, stream)
    )
    if format != "text":
        writer(format)(report, sys.stdout)


def colours(no_color: bool) -> bool:
    """Whether the output is a terminal that wants colours."""
    return sys.stdout.isatty() and not no_color and not os.environ.get("NO_COLOR")


def print_lines(lines: Iterable[list[tuple[str, str]]], no_color: bool) -> None:
    """Styled lines to the terminal, plain ones to anything else."""
    if colours(no_color):
        from samverkan_cli.reporters.terminal import show

        show(lines)
        return
    for line in lines:
        sys.stdout.write("".join(text for text, _ in line).rstrip() + "\n")


def parse_outputs(written: list[str] | None, formats: tuple[str, ...]) -> list[Output]:
    """What ``--output`` asks for. Raises ``SamverkanError`` for a format that does not exist, and for one file twice."""
    if not written:
        return []
    from samverkan_cli.reporters import outputs

    return outputs.parse_outputs(written, formats)


def write_outputs(outputs: list[Output], checked: Checked, force: bool, write: Callable[[str, TextIO], None]) -> None:
    """Write each report that is to be a file; ``write`` writes one format. Nothing is written if one of them may not be."""
    if not outputs:
        return
    import io

    from samverkan_cli.reporters.outputs import refuse_to_replace, write_output

    refuse_to_replace(outputs, checked.read, force=force)
    texts = []
    for output in outputs:
        stream = io.StringIO()
        write(output.format, stream)
        texts.append(stream.getvalue())
    for output, text in zip(outputs, texts, strict=True):
        write_output(output, text)


def check_format(name: str, formats: tuple[str, ...]) -> None:
    """Raise ``SamverkanError`` for a format that does not exist."""
    if name not in formats:
        raise SamverkanError(f"formatet {name} finns inte", f"Välj något av: {', '.join(formats)}.")
