"""The preview's server: what it serves, to whom, and what it shows when a file is broken."""

import hashlib
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from serving import Serving

from support.packages import HUDDINGE, copy, swap

PLAN = "bilagor/3.1-ungdomskriminalitet.yaml"


@pytest.fixture(scope="module")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """A preview of a copy of Huddinge's package that no test changes."""
    with Serving(copy(HUDDINGE, tmp_path_factory.mktemp("visning"))) as running:
        yield running


def test_the_pages_are_those_that_render_writes(serving: Serving, tmp_path: Path) -> None:
    """Byte by byte: the script stands around them, never in them."""
    import subprocess
    import sys

    package = copy(HUDDINGE, tmp_path)
    command = [sys.executable, "-m", "samverkan_cli", "render", str(package), "--today", "2019-06-01", "--out", str(tmp_path / "ut")]
    subprocess.run(command, check=True, capture_output=True)
    written = {
        path.relative_to(tmp_path / "ut" / "html").as_posix(): path for path in (tmp_path / "ut" / "html").rglob("*") if path.is_file()
    }
    assert len(written) > 15
    for name, path in written.items():
        from urllib.parse import quote

        status, _, body = serving.ask(f"/paket/{quote(name)}")
        assert (status, body) == (200, path.read_bytes()), name
        assert b"<script" not in body or name.endswith(".svg")


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1:1", "", "localhost.evil.example", "[::1]"])
def test_other_hosts_are_refused(serving: Serving, host: str) -> None:
    for path in ("/", "/__state", "/__live", "/paket/index.html"):
        assert serving.ask(path, host=host)[0] == 403


def test_its_own_names_are_answered(serving: Serving) -> None:
    assert serving.ask("/", host=f"localhost:{serving.port}")[0] == 200
    assert serving.ask("/", host=f"127.0.0.1:{serving.port}")[0] == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_only_reading(serving: Serving, method: str) -> None:
    assert serving.ask("/", method)[0] == 405
    assert serving.ask("/", method, host="evil.example")[0] == 403


def test_head(serving: Serving) -> None:
    status, headers, body = serving.ask("/paket/index.html", "HEAD")
    assert (status, body) == (200, b"") and int(headers["content-length"]) > 1000


@pytest.mark.parametrize(
    "path",
    [
        "/agreement.yaml", "/paket/agreement.yaml", "/paket/../agreement.yaml", "/paket/..%2fagreement.yaml", "/paket/%2e%2e/agreement.yaml",
        "/paket//etc/passwd", "//etc/passwd", "/etc/passwd", "/paket/", "/paket", "/__skal.py", "/paket/index.html%00", "/%ff",
    ],
)  # fmt: skip
def test_nothing_but_what_is_rendered(serving: Serving, path: str) -> None:
    assert serving.ask(path)[0] == 404


def test_the_shell_may_only_run_its_own_script(serving: Serving) -> None:
    _, headers, body = serving.ask("/")
    assert "script-src 'self'" in headers["content-security-policy"] and b"unsafe" not in headers["content-security-policy"].encode()
    assert headers["cache-control"] == "no-store" and headers["x-content-type-options"] == "nosniff"
    assert b"<script src=" in body and body.count(b"<script") == 1


def test_a_broken_file_shows_why_and_keeps_the_pages(tmp_path: Path) -> None:
    package = copy(HUDDINGE, tmp_path)
    before = {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in package.rglob("*") if path.is_file()}
    with Serving(package) as serving:
        assert serving.state()["findings"] == []
        page = serving.ask("/paket/index.html")[2]
        text = (package / PLAN).read_bytes()
        (package / PLAN).write_bytes(text + b"\n  - [}\n")
        state = serving.until(lambda state: state["findings"])
        assert {found["code"] for found in state["findings"]} == {"FIL02"} and "går inte att läsa" in state["error"]
        assert serving.ask("/paket/index.html")[2] == page
        assert serving.ask("/paket/3.1-ungdomskriminalitet.html")[0] == 200
        (package / PLAN).write_bytes(text)
        state = serving.until(lambda state: not state["error"])
        assert state["findings"] == [] and serving.ask("/paket/index.html")[2] == page
        (package / "agreement.yaml").rename(package / "borta.txt")
        # The appendices belong to nobody then: each is shown by itself.
        serving.until(lambda state: state["home"] == "paket/1/index.html")
        (package / "borta.txt").rename(package / "agreement.yaml")
        serving.until(lambda state: state["home"] == "paket/index.html")
        assert serving.ask("/paket/index.html")[2] == page
    after = {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in package.rglob("*") if path.is_file()}
    assert after == before, "it never writes"
    assert serving.process.returncode == 0 and "avslutad" in serving.said and serving.complaints == ""


def test_settings_that_are_wrong_are_shown_and_mended(tmp_path: Path) -> None:
    package = copy(HUDDINGE, tmp_path)
    with Serving(package) as serving:
        swap(package / "samverkan.yaml", "[SK17, SKY01]", "[SK17, SKY99]")
        assert "SKY99" in serving.until(lambda state: state["error"])["error"]
        swap(package / "samverkan.yaml", "[SK17, SKY99]", "[SK17, SKY01]")
        serving.until(lambda state: not state["error"])


def test_every_finding_of_every_step_has_its_place(tmp_path: Path) -> None:
    """Each finding in a document leads to a page that exists, and nearly all to a heading in it."""
    package = copy(HUDDINGE, tmp_path)
    swap(package / PLAN, "möter_orsaker: [O1.1]\n", "möter_orsaker: [O9.9]\n")
    swap(package / "agreement.yaml", "  - id: M1\n", "  - id: M99\n")
    with Serving(package, "--all-steps") as serving:
        found = serving.state()["findings"]
        assert len(found) > 5
        for one in found:
            status, _, body = serving.ask("/" + one["page"])
            assert status == 200, one
            assert not one["anchor"] or f'id="{one["anchor"]}"'.encode() in body, one
        assert sum(bool(one["anchor"]) for one in found) >= 0.9 * len(found)


def test_what_cannot_be_shown_is_said_at_once(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    with pytest.raises(AssertionError, match="det finns ingen överenskommelse"):
        Serving(tmp_path)


def test_a_port_that_is_taken(serving: Serving, tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="går inte att använda"):
        Serving(copy(HUDDINGE, tmp_path), "--port", str(serving.port))


def test_ctrl_c_while_a_page_listens(tmp_path: Path) -> None:
    import http.client

    with Serving(copy(HUDDINGE, tmp_path)) as serving:
        connection = http.client.HTTPConnection("127.0.0.1", serving.port, timeout=20)
        connection.request("GET", "/__live")
        answer = connection.getresponse()
        assert answer.readline().startswith(b"data: ")
        serving.process.send_signal(signal.SIGINT)
        serving.process.wait(20)
        connection.close()
    assert serving.process.returncode == 0
