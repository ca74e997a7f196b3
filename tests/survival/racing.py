"""One of two processes that write the same package folders at the same time: ``python racing.py HOME NAME ROUNDS``."""

import sys
import time
from pathlib import Path

from samverkan_cli.errors import SamverkanError
from samverkan_cli.printing.render.files import made_of, manifest_in, opened, write_package
from samverkan_cli.printing.render.manifest import Manifest, Version

OPTIONS = {"single": False, "split": False, "without": [], "all_steps": False}


def package(name: str) -> dict[str, bytes]:
    """A package whose every file says whose it is; the two have some names in common and some not."""
    names = ["index.md", "figurer/a.svg", f"{name}.md", f"{name}/b.md", *(f"sida-{number}.md" for number in range(6))]
    return {f"markdown/{file}": f"{name} {file}".encode() * 50 for file in names}


def main(home: Path, name: str, rounds: int) -> None:
    files = package(name)
    manifest = Manifest(Version(("a",), False, False), {"markdown": made_of(files, "2027-01-01", name, OPTIONS)})
    (home / f"{name}.ready").touch()
    for number in range(rounds):
        out = home / str(number)
        while not (home / f"{number}.go").exists():
            time.sleep(0.001)
        try:
            written = None
            while written is None:
                opened(out, change=True)
                written = write_package(out, files, manifest, manifest_in(out))
            said = "ok"
        except SamverkanError as error:
            said = error.message
        (home / f"{number}.{name}").write_text(said, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
