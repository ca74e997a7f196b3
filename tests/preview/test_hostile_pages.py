"""Pages that somebody's own templates have made: they are shown, and do nothing else, whatever is in them."""

import http.server
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from serving import Serving

from support.packages import HUDDINGE, ROOT, copy

BAD = """
<script>top.sprung = true; fetch("{address}script")</script>
<script src="{address}script.js"></script>
<img src="{address}picture.png" alt="" onerror="top.sprung = true">
<img src="x" alt="" onerror="top.sprung = true">
<svg onload="top.sprung = true"><image href="{address}drawing.png"/></svg>
<style>@import url("{address}import.css"); main {{ background: url("{address}background.png"); }}</style>
<link rel="stylesheet" href="{address}style.css">
<iframe src="{address}frame" title="x"></iframe><object data="{address}object"></object><embed src="{address}embed">
<video src="{address}video"></video><base href="{address}">
<form action="{address}form" id="f"><input name="a" value="b"></form>
<button form="f" id="skicka">Skicka</button><a href="javascript:top.sprung = true" id="kör">Kör</a>
<meta http-equiv="refresh" content="0;url={address}refresh">
"""


@pytest.fixture
def listener() -> Iterator[tuple[str, list[str]]]:
    """A server beside the preview, and what has been asked of it."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(204)
            self.end_headers()

        do_POST = do_GET

        def log_message(self, format: str, *args: Any) -> None:
            """Not to the terminal."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/", asked
    server.shutdown()
    server.server_close()


def with_page(folder: Path, more: str) -> Path:
    """Huddinge's package with a shell of its own, without the row that forbids scripts, and with something in it."""
    package = copy(HUDDINGE, folder)
    settings = package / "samverkan.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "mallar: mallar\n", encoding="utf-8")
    shell = (ROOT / "templates" / "sida.html.jinja").read_text(encoding="utf-8")
    bare = re.sub(r"<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "", shell)
    assert bare != shell
    (package / "mallar").mkdir()
    (package / "mallar" / "sida.html.jinja").write_text(bare.replace("</main>", f"{more}</main>"), encoding="utf-8")
    return package


def test_every_page_has_a_policy_of_its_own(tmp_path: Path) -> None:
    with Serving(with_page(tmp_path, "<script>1</script>")) as serving:
        for path in ("index.html", "3.1-ungdomskriminalitet.html", "stil.css", "logotyper/kommun.svg"):
            status, headers, _ = serving.ask(f"/paket/{path}")
            policy = headers["content-security-policy"]
            assert status == 200 and policy.startswith("default-src 'none'; style-src 'self'"), path
            assert "script-src" not in policy and "unsafe" not in policy and "http" not in policy
            for part in (
                "img-src 'self' data:",
                "form-action 'none'",
                "base-uri 'none'",
                "frame-ancestors 'self'",
                "sandbox allow-same-origin",
            ):
                assert part in policy
        for path in ("/finns-inte", "/__state"):
            assert serving.ask(path)[1]["content-security-policy"].startswith("default-src 'none'")


def test_a_page_can_do_nothing_but_be_shown(browser: Any, listener: tuple[str, list[str]], tmp_path: Path) -> None:
    address, asked = listener
    bad = BAD.format(address=address)
    page = browser.new_page()
    page.set_content(re.sub("<meta[^>]*>", "", bad))
    page.wait_for_timeout(500)
    assert page.evaluate("window.sprung") is True and len(asked) > 5, "the traps do not work, and so prove nothing"
    page.close()
    asked.clear()
    with Serving(with_page(tmp_path, f"{{% raw %}}{bad}{{% endraw %}}")) as serving:
        assert b"top.sprung = true; fetch" in serving.ask("/paket/index.html")[2]
        for start in (serving.address, f"{serving.address}paket/index.html"):
            page = browser.new_page()
            page.goto(start)
            shown = page.frame_locator("#sida") if start == serving.address else page
            shown.locator("main h1").first.wait_for()
            for control in ("#skicka", "#kör"):
                shown.locator(control).click(force=True, no_wait_after=True)
            page.wait_for_timeout(500)
            assert page.evaluate("window.sprung") is None
            page.close()
    # A page that is opened by itself may be left for another; it takes nothing with it.
    assert set(asked) <= {"/refresh"}
