"""How long ``samverkan render`` takes beside ``samverkan check``: ``python benchmarks/render.py``."""

import sys
import tempfile

from processes import EXAMPLE, SCRIPTS, TODAY, compare


def main() -> None:
    """Run, and print what is compared."""
    program = str(SCRIPTS / "samverkan")
    with tempfile.TemporaryDirectory() as folder:

        def render(form: str) -> list[str]:
            return [program, "render", str(EXAMPLE), *TODAY, "--format", form, "--out", f"{folder}/{form}"]

        check, html, pdf, *_ = compare(
            __doc__,
            {
                "samverkan check": [program, "check", str(EXAMPLE), *TODAY],
                "render --format html": render("html"),
                "render --format pdf": render("pdf"),
                "render --format word": render("word"),
                "render --format markdown": render("markdown"),
            },
        ).values()
    sys.stdout.write(f"html / check   {html / check:.2f}   (at most 2)\n")
    sys.stdout.write(f"pdf - html     {(pdf - html) * 1000:.0f} ms   (at most 1000)\n")


if __name__ == "__main__":
    main()
