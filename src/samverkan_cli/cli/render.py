"""``samverkan render``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from samverkan_cli.cli.common import AllSteps, SettingsFile, Today, check_format, the_day
from samverkan_cli.errors import SamverkanError
from samverkan_cli.text.sanitize import one_line
from samverkan_cli.text.unique_names import file_slugs

if TYPE_CHECKING:
    from samverkan_cli.diagnostics import Diagnostic
    from samverkan_cli.project.dossier import Dossier

Formats = Annotated[
    list[str] | None,
    typer.Option("--format", metavar="FORMAT", show_default=False, help="html, markdown, pdf eller word; kan upprepas. Förvalt: html."),
]
Out = Annotated[Path, typer.Option("--out", metavar="MAPP", help="Mappen som paketet skrivs i.")]
Without = Annotated[list[str] | None, typer.Option("--without", metavar="DEL", show_default=False, help="checklist: utan checklistan.")]
Public = Annotated[bool, typer.Option("--public", show_default=False, help="Den offentliga versionen: utan uppgifter som inte lämnas ut.")]
Single = Annotated[bool, typer.Option("--single", show_default=False, help="HTML i en enda fil.")]
Split = Annotated[bool, typer.Option("--split", show_default=False, help="PDF och Word med en fil för varje dokument.")]
Check = Annotated[bool, typer.Option("--check", show_default=False, help="Skriv ingenting; säg vad i mappen som inte stämmer.")]


def render(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[SÖKVÄG]", show_default=False, help="En överenskommelse, dess mapp eller en mapp med många. Förvalt: här."),
    ] = None,
    format: Formats = None,
    out: Out = Path("paket"),
    today: Today = None,
    settings: SettingsFile = None,
    public: Public = False,
    single: Single = False,
    split: Split = False,
    without: Without = None,
    all_steps: AllSteps = False,
    check: Check = False,
) -> int:
    """Skriv dokumentpaketet: överenskommelsen med bilagor, figurer och checklista."""
    from samverkan_cli.printing.render.files import differences, manifest_of, read_manifest, write_package
    from samverkan_cli.printing.render.formats import FORMATS

    formats = list(dict.fromkeys(format or ["html"]))
    for name in formats:
        check_format(name, FORMATS)
    for part in without or ():
        if part != "checklist":
            raise SamverkanError(f"--without {part} går inte att använda", "Det som kan lämnas bort är checklist.")
    known = read_manifest(out) if check and out.is_dir() else None
    day = the_day(today or (known.today if known else None))
    asked = {
        "formats": formats,
        "public": public,
        "single": single,
        "split": split,
        "without": sorted(without or ()),
        "all_steps": all_steps,
    }
    if known is not None and not _asks_for_more(format, public, single, split, without, all_steps):
        asked = known.asked
    files: dict[str, bytes] = {}
    refused = _build(paths or [Path()], day, settings, asked, files)
    if refused:
        sys.stderr.write(refused)
        return 1
    manifest = manifest_of(files, day.isoformat(), asked)
    if check:
        return _say_differences(out, differences(out, files))
    removed = write_package(out, files, manifest)
    _say_written(out, files, removed)
    return 0


def _asks_for_more(format: list[str] | None, *flags: Any) -> bool:
    return bool(format) or any(flags)


def _build(paths: list[Path], day: Any, settings_file: Path | None, asked: dict[str, Any], files: dict[str, bytes]) -> str:
    """Fill ``files`` with every package that the paths name. Returns why it was refused, if it was."""
    from dataclasses import replace

    from samverkan_cli.api import Options, check_cases, open_project
    from samverkan_cli.checking.rule import packs
    from samverkan_cli.printing.render.assemble import build_package
    from samverkan_cli.printing.render.formats import files_of
    from samverkan_cli.printing.render.overview import Shelved, above, first_files
    from samverkan_cli.printing.render.templates import environment
    from samverkan_cli.publication import hindrances, public_version, withholds_itself

    project = open_project(paths, today=day, settings=settings_file)
    dossiers = project.dossiers
    slugs = file_slugs((dossier.id for dossier in dossiers), "dossier")
    shelved: list[Shelved] = []
    looks: set[Path | None] = set()
    for number, case in enumerate(project.cases(), 1):
        dossier, settings = case.dossier, case.settings
        options = Options(all_steps=bool(asked["all_steps"]))
        report, abridged = check_cases([case], day, options), False
        if asked["public"]:
            if withholds_itself(case):
                raise SamverkanError(
                    f"{dossier.root.document.file} är märkt så att den inte lämnas ut, så någon offentlig version går inte att skriva",
                    "Ta bort märkningen i överenskommelsen, eller skriv den utan --public.",
                )
            if secret := hindrances(case, day):
                return _refusal(secret)
            public = public_version(case, report, options)
            dossier, report, abridged = public.dossier, public.report, public.abridged
        named = settings.packs
        shown = [pack for pack, _ in packs() if named is None or pack.name in named]
        package = build_package(
            dossier, report, shown, project.sources.raw,
            own_templates=settings.templates, public=bool(asked["public"]), abridged=abridged, checklist="checklist" not in asked["without"],
        )  # fmt: skip
        home = f"{slugs[number - 1]}/" if len(dossiers) > 1 else ""
        own: dict[str, bytes] = {}
        for name in asked["formats"]:
            _progress(number, len(dossiers), name, dossier)
            made = files_of(package, name, environment(settings.templates), single=bool(asked["single"]), split=bool(asked["split"]))
            own.update({f"{name}/{file}": data for file, data in made.items()})
        files.update({home + name: data for name, data in own.items()})
        shelved.append(Shelved(package, first_files(home, own), case.dossier.family.above.id if case.dossier.family.above else None))
        looks.add(settings.templates)
    if len(dossiers) > 1:
        here = {one.package.id for one in shelved}
        known = [replace(one, above=one.above if one.above in here else None) for one in shelved]
        look = environment(looks.pop() if len(looks) == 1 else None)
        files.update(above(known, look, day, single=bool(asked["single"])))
    return ""


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
        sys.stdout.write(f"{out} stämmer med filerna.\n")
        return 0
    sys.stdout.write("".join(f"{out}: {line}\n" for line in found))
    sys.stdout.write(
        f"{len(found)} {'skillnad' if len(found) == 1 else 'skillnader'}. Kör samverkan render för att skriva paketet på nytt.\n"
    )
    return 1


def _say_written(out: Path, files: dict[str, bytes], removed: list[str]) -> None:
    by_folder: dict[str, int] = {}
    for name in files:
        folder = name.rsplit("/", 1)[0] if "/" in name else ""
        by_folder[folder] = by_folder.get(folder, 0) + 1
    for folder, number in sorted(by_folder.items()):
        sys.stdout.write(f"{(out / folder).as_posix()}/: {number} {'fil' if number == 1 else 'filer'}\n")
    if removed:
        sys.stdout.write(f"Borttagna från förra gången: {len(removed)}\n")
    first = next(iter(sorted((name for name in files if name.endswith("index.html")), key=len)), None) or next(iter(sorted(files)), "")
    sys.stdout.write(f"Öppna {(out / first).as_posix()}\n")
