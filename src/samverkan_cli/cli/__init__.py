"""The command line: one subcommand a file, the one ``try``, the exit codes.

0 nothing at the failing level · 1 findings · 2 could not do what was asked · 3 a fault in the program.
"""

import errno
import gc
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TextIO

# typer reads this when it is imported: plain help, and rich is loaded only where colours are wanted.
os.environ.setdefault("TYPER_USE_RICH", "0")
# What happens to be installed beside us has no say in what a file may hold; and looking for it takes time.
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"

from samverkan_cli.errors import SamverkanError
from samverkan_cli.text.sanitize import one_line


def main() -> None:
    """Run the program and leave with its exit code."""
    # A short run makes much that it keeps and little garbage: looking for it at the usual pace is a tenth of the time.
    gc.set_threshold(100_000, 20, 20)
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            # Whoever started us has closed it. What nobody wants to see goes nowhere.
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
        elif hasattr(getattr(sys, name), "reconfigure"):
            getattr(sys, name).reconfigure(encoding="utf-8", errors="replace")
    sys.exit(_run())


def _run() -> int:
    try:
        from samverkan_cli.cli.app import run

        code = run(sys.argv[1:])
        if not sys.stdout.closed:  # An editor's server closes it when it ends.
            sys.stdout.flush()
        return code
    except SamverkanError as error:
        _say(f"samverkan: {error.message}", *([f"  {error.help}"] if error.help else []))
        return 2
    except BrokenPipeError:
        # The reader has had enough.
        _go_nowhere(sys.stdout)
        return 0
    except KeyboardInterrupt:
        _say("avbrutet")
        return 130
    except EOFError:
        # A compiled module that a full disk has cut short.
        _say(
            "samverkan: en av programmets egna filer är avhuggen",
            "  Ta bort mapparna __pycache__ där programmet ligger, eller installera det igen.",
        )
        return 2
    except OSError as error:
        try:
            from samverkan_cli.text.atomic_write import HAPPENS, display_path, reason
        except OSError:
            # What would say why is a file too.
            why = ": för många filer är öppna på en gång" if error.errno in (errno.EMFILE, errno.ENFILE) else ""
            _say(f"samverkan: programmets egna filer gick inte att läsa{why}")
            return 2
        if error.errno not in HAPPENS:
            _say_fault(error)
            return 3
        _go_nowhere(sys.stdout)
        what = display_path(Path(error.filename)) if isinstance(error.filename, str) else "det som skulle läsas eller skrivas"
        _say(f"samverkan: {what} gick inte att läsa eller skriva: {reason(error)}")
        return 2
    except Exception as error:
        _say_fault(error)
        return 3


def _say(*rows: str) -> None:
    """Tell whoever ran us, if that can be done.

    A name that holds a line break begins no line of its own, which a CI system might take for an order.
    """
    try:
        sys.stderr.write("".join(one_line(row) + "\n" for row in rows))
        sys.stderr.flush()
    except OSError:
        _go_nowhere(sys.stderr)


def _go_nowhere(stream: TextIO) -> None:
    """What waits in a stream that cannot be written to is dropped: Python must not complain of it at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _say_fault(error: Exception) -> None:
    import traceback

    frame = traceback.extract_tb(error.__traceback__)[-1]
    name = os.path.basename(frame.filename)
    notes = (f"  {note}" for note in getattr(error, "__notes__", ()))
    _say(f"samverkan: ett fel i programmet, inte i dina filer ({type(error).__name__}, {name}:{frame.lineno})", *notes)
    if os.environ.get("SAMVERKAN_TRACEBACK"):
        traceback.print_exception(error)
    else:
        _say("  Sätt SAMVERKAN_TRACEBACK=1 och kör igen för en utskrift att bifoga när du anmäler felet.")
