"""``samverkan preview``."""

from __future__ import annotations

import sys
import threading
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from samverkan_cli.cli.common import AllSteps, Alone, SettingsFile, Today, evaluation_date
from samverkan_cli.errors import SamverkanError

Port = Annotated[int, typer.Option("--port", metavar="PORT", show_default=False, help="Porten. Förvalt: en som är ledig.")]
Open = Annotated[bool, typer.Option("--open", show_default=False, help="Öppna sidan i webbläsaren.")]


def preview(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[SÖKVÄG]",
            show_default=False,
            help="En överenskommelse, dess mapp, en mapp med många eller ett dokument. Förvalt: här.",
        ),
    ] = None,
    port: Port = 0,
    open: Open = False,
    today: Today = None,
    settings: SettingsFile = None,
    all_steps: AllSteps = False,
    alone: Alone = False,
) -> int:
    """Visa dokumentpaketet i webbläsaren med fynden bredvid; sidan förnyas när en fil sparas. Skriver inga filer."""
    from samverkan_cli.api import open_project
    from samverkan_cli.preview.pages import Asked, Watcher
    from samverkan_cli.preview.server import Preview

    asked = Asked(tuple(paths or [Path()]), lambda: evaluation_date(today), settings, all_steps, alone)
    # What cannot be shown at all is said at once, and not on a page.
    open_project(asked.paths, today=evaluation_date(today), alone=alone)
    if not 0 <= port <= 65535:
        raise SamverkanError(f"porten {port} finns inte", "Välj ett tal mellan 1024 och 65535, eller utelämna --port.")
    home = files("samverkan_cli.preview").joinpath("skal")
    shell = {
        "": home.joinpath("index.html").read_bytes(),
        "__skal.js": home.joinpath("skal.js").read_bytes(),
        "__skal.css": home.joinpath("skal.css").read_bytes(),
    }
    try:
        server = Preview(port, Watcher(asked), shell, _log_error)
    except OSError as error:
        raise SamverkanError(f"porten {port} går inte att använda: {error.strerror}", "Välj en annan, eller utelämna --port.") from error
    threading.Thread(target=server.watch, daemon=True).start()
    sys.stdout.write(f"Förhandsvisning på {server.address}\nSidan förnyas när en fil sparas. Avsluta med Ctrl-C.\n")
    sys.stdout.flush()
    if open:
        import webbrowser

        webbrowser.open(server.address)
    try:
        server.serve_forever(poll_interval=0.2)
    except KeyboardInterrupt:
        sys.stdout.write("\nFörhandsvisningen är avslutad.\n")
    finally:
        server.server_close()
    return 0


def _log_error(error: Exception) -> None:
    """A fault in the program: say it, and go on showing what there is."""
    from samverkan_cli.text.sanitize import one_line

    sys.stderr.write(one_line(f"samverkan: ett fel i programmet, inte i dina filer ({type(error).__name__}: {error})") + "\n")
