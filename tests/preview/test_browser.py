"""The preview in a real Chromium: save a file, and see the change and the finding."""

from pathlib import Path
from typing import Any

from serving import Serving

from support.packages import HUDDINGE, copy, swap

PLAN = "bilagor/3.1-ungdomskriminalitet.yaml"


def opened(browser: Any, serving: Serving, complaints: list[str]) -> Any:
    """The preview's page, once it shows the package."""
    page = browser.new_page(locale="sv-SE", viewport={"width": 1280, "height": 800})
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith((serving.address, "data:")) else complaints.append(request.url))
    page.goto(serving.address)
    page.frame_locator("#sida").locator("main h1").first.wait_for()
    return page


def in_frame(page: Any, path: str) -> Any:
    """The frame, showing a page of the package."""
    page.evaluate("path => { document.getElementById('sida').contentWindow.location.replace(path) }", path)
    page.frame_locator("#sida").locator("main h1").first.wait_for()
    return page.frame_locator("#sida")


def test_a_saved_change_and_its_finding_are_seen(browser: Any, tmp_path: Path) -> None:
    package = copy(HUDDINGE, tmp_path)
    complaints: list[str] = []
    with Serving(package) as serving:
        page = opened(browser, serving, complaints)
        assert page.locator("#antal").inner_text() == "Inget att anmärka på."
        frame = in_frame(page, "/paket/3.1-ungdomskriminalitet.html")
        heading = "Å1.1 Vuxna på plats vid stationen och i centrum fyra gånger i veckan"
        frame.get_by_role("heading", name=heading).wait_for()
        text = (package / PLAN).read_text(encoding="utf-8")
        for number in range(5):
            cause = "O9.9" if number % 2 == 0 else "O1.1"
            changed = text.replace("möter_orsaker: [O1.1]\n", f"möter_orsaker: [{cause}]\n").replace(
                "plats vid stationen", f"plats {number}"
            )
            (package / PLAN).write_text(changed, encoding="utf-8")
            frame.get_by_role("heading", name=f"Å1.1 Vuxna på plats {number}").wait_for(timeout=20_000)
            if number % 2 == 0:
                page.locator('button[data-code="KED01"]').wait_for(timeout=20_000)
            else:
                page.locator('button[data-code="KED01"]').wait_for(state="detached", timeout=20_000)
        page.close()
    assert complaints == []


def test_a_click_on_a_finding_shows_the_place(browser: Any, tmp_path: Path) -> None:
    package = copy(HUDDINGE, tmp_path)
    swap(package / PLAN, "möter_orsaker: [O1.1]\n", "möter_orsaker: [O9.9]\n")
    text = (package / "agreement.yaml").read_text(encoding="utf-8")
    start = text.index("\nsamordningsfunktioner:")
    end = next(index for index in range(start + 2, len(text)) if text[index - 1] == "\n" and text[index] not in " \n#-")
    (package / "agreement.yaml").write_text(text[: start + 1] + text[end:], encoding="utf-8")
    complaints: list[str] = []
    with Serving(package, "--all-steps") as serving:
        page = opened(browser, serving, complaints)
        frame = page.frame_locator("#sida")
        # A thing that is there: its own heading, or the box that says the same.
        page.locator('button[data-code="KED01"]').first.click()
        frame.locator("[data-visas]").wait_for()
        shown = frame.locator("[data-visas]")
        assert "Å1.1" in shown.inner_text() or "O9.9" in shown.inner_text()
        assert shown.evaluate("e => { const r = e.getBoundingClientRect(); return r.bottom > 0 && r.top < innerHeight }")
        # A thing that is missing: the box in the section where it belongs, on another page.
        page.locator('button[data-code="SK01"]').first.click()
        frame.locator(".saknas[data-visas]").wait_for()
        assert "samord" in frame.locator("[data-visas]").inner_text().lower()
        assert frame.locator(".saknas[data-visas]").evaluate(
            "e => { const r = e.getBoundingClientRect(); return r.bottom > 0 && r.top < innerHeight }"
        )
        page.close()
    assert complaints == []


def test_a_broken_file_is_told_beside_the_last_good_page(browser: Any, tmp_path: Path) -> None:
    package = copy(HUDDINGE, tmp_path)
    complaints: list[str] = []
    with Serving(package) as serving:
        page = opened(browser, serving, complaints)
        title = page.frame_locator("#sida").locator("main h1").first.inner_text()
        (package / "agreement.yaml").write_text("samverkan: 1\ntyp: överenskommelse\nmål: [\n", encoding="utf-8")
        page.locator("#fel:visible").wait_for()
        assert "går inte att läsa" in page.locator("#fel").inner_text()
        page.locator('button[data-code="FIL02"]').wait_for()
        assert page.frame_locator("#sida").locator("main h1").first.inner_text() == title
        page.close()
    assert complaints == []


def test_what_somebody_has_written_is_text_and_not_markup(browser: Any, tmp_path: Path) -> None:
    package = copy(HUDDINGE, tmp_path)
    swap(package / PLAN, "möter_orsaker: [O1.1]\n", 'möter_orsaker: ["O<img src=x onerror=alert(1)>"]\n')
    complaints: list[str] = []
    with Serving(package) as serving:
        page = opened(browser, serving, complaints)
        page.locator("#fynd button").first.wait_for()
        assert page.locator("#fynd img").count() == 0
        page.close()
    assert complaints == []
