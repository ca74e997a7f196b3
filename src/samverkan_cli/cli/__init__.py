"""The command line: one subcommand a file, the one ``try``, the exit codes.

0 nothing at the failing level · 1 findings · 2 could not do what was asked · 3 a fault in the program.
"""

import gc
import os
import sys

# typer reads this when it is imported: plain help, and rich is loaded only where colours are wanted.
os.environ.setdefault("TYPER_USE_RICH", "0")
# What happens to be installed beside us has no say in what a file may hold; and looking for it takes time.
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"

from samverkan_cli.errors import SamverkanError


def main() -> None:
    """Run the program and leave with its exit code."""
    # A short run makes much that it keeps and little garbage: looking for it at the usual pace is a tenth of the time.
    gc.set_threshold(100_000, 20, 20)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(_run())


def _run() -> int:
    from samverkan_cli.cli.app import run

    try:
        return run(sys.argv[1:])
    except SamverkanError as error:
        from samverkan_cli.text.sanitize import several_lines

        sys.stderr.write(several_lines(f"samverkan: {error.message}\n" + (f"  {error.help}\n" if error.help else "")))
        return 2
    except BrokenPipeError:
        # The reader has had enough; Python must not complain at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        sys.stderr.write("avbrutet\n")
        return 130
    except Exception as error:
        _say_fault(error)
        return 3


def _say_fault(error: Exception) -> None:
    import traceback

    frame = traceback.extract_tb(error.__traceback__)[-1]
    from samverkan_cli.text.sanitize import one_line

    notes = "".join(f"  {one_line(note)}\n" for note in getattr(error, "__notes__", ()))
    name = os.path.basename(frame.filename)
    sys.stderr.write(f"samverkan: ett fel i programmet, inte i dina filer ({type(error).__name__}, {name}:{frame.lineno})\n{notes}")
    if os.environ.get("SAMVERKAN_TRACEBACK"):
        traceback.print_exception(error)
    else:
        sys.stderr.write("  Sätt SAMVERKAN_TRACEBACK=1 och kör igen för en utskrift att bifoga när du anmäler felet.\n")
