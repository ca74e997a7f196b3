"""What the browser tests need beside Chromium: axe-core and the HTML validator, and folders of rendered pages to look at.

Without one of the tools the tests skip and say which; where SAMVERKAN_CI is set they fail instead.
"""

import os
import shutil
import sys
from pathlib import Path

import pytest

from support import need
from support.inside import run
from support.once import made_once

RENDER = Path(__file__).parents[1]
sys.path.insert(0, str(RENDER))
from browser_folders import FOLDERS  # noqa: E402

NODE_MODULES = Path(os.environ.get("SAMVERKAN_NODE_MODULES") or RENDER / "node_modules")
EXAMPLES = RENDER.parents[1] / "examples"


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core."""
    file = NODE_MODULES / "axe-core" / "axe.min.js"
    if not file.is_file():
        need.missing("the node package axe-core")
    return file.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def validator() -> list[str]:
    """The command that runs the HTML validator."""
    jar = next(NODE_MODULES.glob("vnu-jar/build/dist/vnu.jar"), None)
    java = shutil.which("java")
    if not jar:
        need.missing("the node package vnu-jar")
    if not java:
        need.missing("Java")
    return [java, "-Xss8m", "-jar", str(jar)]


@pytest.fixture(scope="session", params=FOLDERS)
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of rendered pages."""
    return _made(tmp_path_factory, request.param)


@pytest.fixture(scope="session")
def folders(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """All of them: what is slow to start is started once."""
    return [_made(tmp_path_factory, name) for name in FOLDERS]


def _made(factory: pytest.TempPathFactory, name: str) -> Path:
    return made_once(factory, name, lambda out: _rendered(name, out))


def _rendered(wanted: str, out: Path) -> None:
    if FOLDERS[wanted]:
        name, *options = FOLDERS[wanted]
        done = run("render", EXAMPLES / name, "--out", out, *options, folder=out)
        assert done.returncode == 0, done.stderr
        return
    from sample_html import sample

    from samverkan_cli.printing.render.html import write_html
    from samverkan_cli.printing.render.templates import environment

    for path, data in write_html(sample(), environment(None), single=wanted.endswith("-single")).items():
        (out / path).parent.mkdir(exist_ok=True)
        (out / path).write_bytes(data)
