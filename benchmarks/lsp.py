"""From a letter typed to the finding shown, in a real ``samverkan lsp`` over its pipes, on a copy of Huddinge's package.

    python benchmarks/lsp.py [--times 20]

A goal's reference in an open appendix is made wrong and right again in turn, and each time the whole dossier is judged anew.
"""

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from support.editor import Editor  # noqa: E402

PLAN = "bilagor/3.1-ungdomskriminalitet.yaml"


def measure(times: int) -> tuple[float, list[float]]:
    """Seconds from the start to the first answer, and from each change to what it shows."""
    with tempfile.TemporaryDirectory() as home:
        (Path(home) / ".git").mkdir()
        folder = Path(shutil.copytree(ROOT / "examples" / "huddinge", Path(home) / "paket"))
        began = time.perf_counter()
        with Editor(folder) as editor:
            text = editor.open(PLAN)
            editor.wait(PLAN)
            first = time.perf_counter() - began
            wrong = text.replace("möter_orsaker: [O1.1]\n", "möter_orsaker: [O9.9]\n")
            assert wrong != text
            took = []
            for number in range(times):
                expected = ("KED01",) if number % 2 == 0 else ()
                began = time.perf_counter()
                editor.write(PLAN, wrong if expected else text)
                editor.wait(PLAN, *expected)
                took.append(editor.published[-1][0] - began)
            return first, took


def main() -> None:
    """Measure and say."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--times", type=int, default=20)
    first, took = measure(arguments.parse_args().times)
    milliseconds = sorted(1000 * each for each in took)
    sys.stdout.write(
        f"start to first answer {1000 * first:.0f} ms\n"
        f"typing to finding     median {statistics.median(milliseconds):.0f} ms, least {milliseconds[0]:.0f}, most {milliseconds[-1]:.0f} ({len(took)} times)\n"
    )


if __name__ == "__main__":
    main()
