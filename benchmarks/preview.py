"""From a saved file to the changed page and its finding in a real Chromium beside ``samverkan preview``, on a copy of Huddinge's package.

    python benchmarks/preview.py [--times 20]

Every time a heading is changed and a reference is made wrong or right again; both must be seen.
"""

import argparse
import os
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tests" / "preview"), str(ROOT / "tests")]

from serving import Serving  # noqa: E402

from support.chromium import FLAGS, program  # noqa: E402

PLAN = "bilagor/3.1-ungdomskriminalitet.yaml"
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def measure(times: int) -> list[float]:
    """Seconds from each save to when both the page and the finding are seen."""
    with tempfile.TemporaryDirectory() as home, sync_playwright() as playwright:
        (Path(home) / ".git").mkdir()
        package = Path(shutil.copytree(ROOT / "examples" / "huddinge", Path(home) / "paket"))
        browser = playwright.chromium.launch(executable_path=program(), args=FLAGS, headless=True)
        with Serving(package, "--all-steps") as serving:
            page = browser.new_page(locale="sv-SE", viewport={"width": 1280, "height": 800})
            page.goto(serving.address)
            frame = page.frame_locator("#sida")
            frame.locator("main h1").first.wait_for()
            page.evaluate("document.getElementById('sida').contentWindow.location.replace('/paket/3.1-ungdomskriminalitet.html')")
            frame.get_by_role("heading", name="Å1.1 Vuxna på plats").wait_for()
            text = (package / PLAN).read_text(encoding="utf-8")
            took = []
            for number in range(times):
                wrong = number % 2 == 0
                changed = text.replace("plats vid stationen", f"plats {number}")
                if wrong:
                    changed = changed.replace("möter_orsaker: [O1.1]\n", "möter_orsaker: [O9.9]\n")
                began = time.perf_counter()
                (package / PLAN).write_text(changed, encoding="utf-8")
                frame.get_by_role("heading", name=f"Å1.1 Vuxna på plats {number} ").wait_for()
                page.locator('button[data-code="KED01"]').wait_for(state="visible" if wrong else "detached")
                took.append(time.perf_counter() - began)
        browser.close()
        return took


def main() -> None:
    """Measure and say."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--times", type=int, default=20)
    took = sorted(1000 * each for each in measure(arguments.parse_args().times))
    sys.stdout.write(
        f"save to seen   median {statistics.median(took):.0f} ms, least {took[0]:.0f}, most {took[-1]:.0f} ({len(took)} times)\n"
    )


if __name__ == "__main__":
    main()
