"""``samverkan render``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from samverkan_cli.cli.common import AllSteps, Alone, SettingsFile, Today, check_format, evaluation_date
from samverkan_cli.errors import SamverkanError
from samverkan_cli.swedish import listing, path_order
from samverkan_cli.text.sanitize import one_line

if TYPE_CHECKING:
    from samverkan_cli.diagnostics import Diagnostic
    from samverkan_cli.printing.render.manifest import Manifest, Version
    from samverkan_cli.project.dossier import Dossier

Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        show_default=False,
        help="html, markdown, pdf eller word; flera med komma emellan, eller flaggan flera gånger. Förvalt: html.",
    ),
]
Out = Annotated[
    Path | None,
    typer.Option(
        "--out", metavar="MAPP", show_default=False, help="Mappen som paketet skrivs i. Förvalt: paket, och paket-offentligt med --public."
    ),
]
Without = Annotated[list[str] | None, typer.Option("--without", metavar="DEL", show_default=False, help="checklist: utan checklistan.")]
Public = Annotated[bool, typer.Option("--public", show_default=False, help="Den offentliga versionen: utan uppgifter som inte lämnas ut.")]
Single = Annotated[bool, typer.Option("--single", show_default=False, help="HTML i en enda fil.")]
Split = Annotated[bool, typer.Option("--split", show_default=False, help="PDF och Word med en fil för varje dokument.")]
Check = Annotated[bool, typer.Option("--check", show_default=False, help="Skriv ingenting; säg vad i mappen som inte stämmer.")]


def render(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[SÖKVÄG]",
            show_default=False,
            help="En överenskommelse, dess mapp, en mapp med många eller ett dokument. Förvalt: här.",
        ),
    ] = None,
    format: Formats = None,
    out: Out = None,
    today: Today = None,
    settings: SettingsFile = None,
    public: Public = False,
    single: Single = False,
    split: Split = False,
    without: Without = None,
    all_steps: AllSteps = False,
    alone: Alone = False,
    check: Check = False,
) -> int:
    """Skriv dokumentpaketet: överenskommelsen med bilagor, figurer och checklista, eller ett dokument för sig."""
    from samverkan_cli.printing.render.files import differences, made_of, opened, write_package
    from samverkan_cli.printing.render.formats import FORMATS
    from samverkan_cli.printing.render.manifest import OPTIONAL_PARTS, Manifest
    from samverkan_cli.publication import PackageRun

    names = [name.strip() for one in format or () for name in one.split(",")]
    for name in names:
        check_format(name, FORMATS)
    for part in without or ():
        if part not in OPTIONAL_PARTS:
            raise SamverkanError(f"--without {part} går inte att använda", f"Det som kan lämnas bort är {listing(OPTIONAL_PARTS)}.")
    folder = out if out is not None else Path("paket-offentligt" if public else "paket")
    known = opened(folder, change=not check)
    asked: dict[str, Any] = {"single": single, "split": split, "without": sorted(without or ()), "all_steps": all_steps}
    as_before = check and known is not None and not (names or public or any(asked.values()))
    days = {made.today for made in known.formats.values()} if known is not None and check and today is None else set()
    day = evaluation_date(min(days) if days else today)
    wanted = dict.fromkeys(dict.fromkeys(names or ["html"]), asked)
    if as_before and known is not None:
        wanted = {name: dict(made.options) for name, made in known.formats.items()}
        public = known.version.public
    run = PackageRun(paths or [Path()], day, settings, public, _progress, alone)
    _refuse_another(folder, known, run.version)
    if secret := run.hindrances():
        sys.stderr.write(_refusal(secret))
        return 1
    if check:
        every = {name: data for made in run.files(wanted).values() for name, data in made.items()}
        mine = None if known is None else Manifest(known.version, {name: made for name, made in known.formats.items() if name in wanted})
        return _say_differences(folder, differences(folder, every, mine))
    written = None
    while written is None:
        kept = {} if known is None else {name: made for name, made in known.formats.items() if name not in wanted}
        anew = [name for name, made in kept.items() if (made.today, made.source) != (day.isoformat(), run.source) or len(run.cases) > 1]
        asked_for = wanted | {name: dict(kept.pop(name).options) for name in anew}
        files = run.files(asked_for)
        every = {name: data for made in files.values() for name, data in made.items()}
        formats = {name: made_of(made, day.isoformat(), run.source, asked_for[name]) for name, made in files.items()}
        written = write_package(folder, every, Manifest(run.version, {**kept, **formats}), known)
        if written is None:
            # Somebody else has written there meanwhile: that is what lies there now.
            known = opened(folder, change=True)
            _refuse_another(folder, known, run.version)
    _say_written(folder, every, written.removed, anew)
    if written.left:
        sys.stdout.write(one_line(f"Kvar, eftersom någon har ändrat dem: {', '.join(written.left)}") + "\n")
    return 0


def _refuse_another(folder: Path, known: Manifest | None, version: Version) -> None:
    """A folder holds one version of one package."""
    if known is not None and not known.version.suits(version):
        raise SamverkanError(
            f"i {folder} ligger {known.version.words}, och det här är {version.words}"
            if known.version.packages == version.packages or not known.version.packages
            else f"i {folder} ligger ett annat paket: {', '.join(known.version.packages)}",
            "En mapp rymmer en version av ett paket. Välj en annan mapp med  --out , eller ta bort mappen. Ingenting är ändrat.",
        )


def _refusal(found: tuple[Diagnostic, ...]) -> str:
    what = "fel rör skydd för enskilda, eller kan dölja vad som inte ska lämnas ut"
    lines = [f"samverkan: den offentliga versionen skrivs inte: {len(found)} {what}\n"]
    lines += [f"  {one_line(one.file)}:{one.span.line}:{one.span.column}: {one.code} {one_line(one.message)}\n" for one in found]
    return "".join(lines)


def _progress(number: int, of: int, name: str, dossier: Dossier) -> None:
    """What is being done, where somebody is waiting for it."""
    if sys.stderr.isatty() and (of > 1 or name in ("pdf", "word")):
        sys.stderr.write(f"{number} av {of}: {one_line(dossier.title)}, {name} …\n")


def _say_differences(out: Path, found: list[str]) -> int:
    if not found:
        sys.stdout.write(one_line(f"{out} stämmer med filerna.") + "\n")
        return 0
    sys.stdout.write("".join(one_line(f"{out}: {line}") + "\n" for line in found))
    sys.stdout.write(
        f"{len(found)} {'skillnad' if len(found) == 1 else 'skillnader'}. Kör samverkan render för att skriva paketet på nytt.\n"
    )
    return 1


def _say_written(out: Path, files: dict[str, bytes], removed: tuple[str, ...], anew: list[str]) -> None:
    by_folder: dict[str, int] = {}
    for name in files:
        folder = name.rsplit("/", 1)[0] if "/" in name else ""
        by_folder[folder] = by_folder.get(folder, 0) + 1
    for folder, number in sorted(by_folder.items(), key=lambda one: path_order(one[0])):
        sys.stdout.write(one_line(f"{(out / folder).as_posix()}/: {number} {'fil' if number == 1 else 'filer'}") + "\n")
    if anew:
        sys.stdout.write(f"Skrivet på nytt, eftersom dagen eller filerna är andra än förra gången: {', '.join(anew)}\n")
    if removed:
        more = f" och {len(removed) - 5} till" if len(removed) > 5 else ""
        sys.stdout.write(one_line(f"Borttagna från förra gången: {', '.join(removed[:5])}{more}") + "\n")
    first = min(files, key=lambda name: (not name.endswith("index.html"), not name.endswith("index.md"), len(name), name), default="")
    sys.stdout.write(one_line(f"Öppna {(out / first).as_posix()}") + "\n")
