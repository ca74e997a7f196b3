"""HTML: what each kind of block becomes, that every link leads somewhere, and that hostile text stays text."""

import dataclasses
import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from sample_html import MARKS, sample

from samverkan_cli.errors import SamverkanError
from samverkan_cli.printing.figures.figure import Figure
from samverkan_cli.printing.render.html import write_html
from samverkan_cli.printing.render.package import Logo, Page
from samverkan_cli.printing.render.templates import environment

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 50"><defs><linearGradient id="g"/></defs><rect id="r" fill="url(#g)" width="9" height="9"/></svg>'


class Reader(HTMLParser):
    """Every start tag with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep it."""
        self.tags.append((tag, {key: value or "" for key, value in attrs}))

    def all(self, key: str) -> list[str]:
        """The values of an attribute, wherever it stands."""
        return [attrs[key] for _, attrs in self.tags if key in attrs]


def page(markdown: str, *figures: Figure, single: bool = False) -> str:
    """The page that this Markdown becomes, between cover and checklist."""
    package = sample()
    made = Page("prov", "9", "Prov", "prov", markdown, figures)
    package = dataclasses.replace(package, pages=(package.pages[0], *package.pages[1:4], made, package.pages[4]))
    return write_html(package, environment(None), single=single)["index.html" if single else "prov.html"].decode()


def main(html: str) -> str:
    """What stands in the page's article."""
    return html.partition("<article")[2].partition("</article>")[0]


def test_headings_have_the_anchors_that_code_hosts_give_them() -> None:
    html = page("# Prov\n\n## Åtgärder, hur?\n\n## Åtgärder, hur?\n\n### Å1.1 Först\n\n## ???\n\n## huvudinnehåll\n")
    assert re.findall(r'<h[23] id="([^"]*)" class="n[23]">', html) == [
        "åtgärder-hur",
        "åtgärder-hur-1",
        "å11-först",
        "avsnitt",
        "huvudinnehåll-1",
    ]


def test_a_table_scrolls_by_keyboard_and_says_what_its_cells_head() -> None:
    html = page(
        "# Prov\n\n## Mål\n\n| Nr | Mål | Tal |\n|---|---|--:|\n| M1 | a | 1 |\n| M2.1 | b | 2 |\n\n| A | B | C |\n|---|---|---|\n| x | y | |\n"
    )
    assert '<div class="rulla" role="region" tabindex="0" aria-label="Tabell: Mål">' in html
    assert 'aria-label="Tabell: Mål (2)"' in html
    assert '<th scope="col">Nr</th>' in html and '<th scope="row">M2.1</th>' in html
    assert '<td class="höger">2</td>' in html and '<th scope="col" class="höger">Tal</th>' in html
    assert "<td>x</td>" in html, "a first column that is no id heads nothing"
    assert "style=" not in main(html)


def test_an_empty_header_row_leaves_no_empty_header_cells() -> None:
    html = page("# Prov\n\n| | |\n|---|---|\n| Gäller | 2019 |\n| Dnr | KS |\n")
    assert "<thead>" not in main(html) and '<th scope="row">Gäller</th>' in html


def test_a_box_is_a_note_and_a_rule_begins_the_signature_page() -> None:
    html = page(
        "# Prov\n\n> **Saknas:** Något.\n\n---\n\n## Underskrifter\n\n**Kommunen**\n\nOrt: ………………\n\nNamn: ………………\n\nSlut.\n\n## Efter\n\nDatum: ………………\n"
    )
    assert '<div class="saknas" role="note">\n<p><strong>Saknas:</strong> Något.</p>\n</div>' in html
    signing = html.partition('<div class="underskriftssida">')[2].partition('<h2 id="efter"')[0]
    assert signing.count('<p class="ifylles"><span>') == 2 and "<span>Ort:</span>" in signing
    assert re.search(
        r'<div class="part">\s*<p><strong>Kommunen</strong></p>\s*<p class="ifylles">.*?</p>\s*<p class="ifylles">.*?</p>\s*</div>', signing
    )
    assert "<p>Datum: ………………</p>" in html, "lines of dots elsewhere are somebody's text"
    assert "<hr" not in html


def test_a_figure_is_one_image_whose_ids_are_its_own() -> None:
    figure = Figure("a.svg", "Bild <a>", 'Säger "så"', SVG, 600, 50)
    html = page('# Prov\n\n![Säger](figurer/a.svg "Bild")\n\n![Säger](figurer/a.svg "Bild")\n', figure)
    assert html.count('role="img"') == 2 and 'aria-label="Säger &quot;så&quot;"' in html
    assert "<figcaption>Bild &lt;a&gt;</figcaption>" in html
    assert re.findall(r'fill="url\(#([^)]*)\)"', html) == ["f1.g", "f2.g"]
    assert "xmlns" not in html and "<p><svg" not in html


def test_links() -> None:
    html = page(
        "# Prov\n\n## Här\n\n[ut](https://bra.se/?a=1&b=2) [in](bilaga-2.1.md) [djupt](bilaga-2.1.md#bortvalda-problem) [här](#här) [farligt](javascript:alert(1)) [data](data:text/html,x)\n"
    )
    assert '<a href="https://bra.se/?a=1&amp;b=2" rel="noopener noreferrer">ut</a>' in html
    assert '<a href="bilaga-2.1.html">in</a>' in html and '<a href="bilaga-2.1.html#bortvalda-problem">djupt</a>' in html
    assert '<a href="#h%C3%A4r">här</a>' in html
    assert " farligt data</p>" in html


@pytest.mark.parametrize("target", ["borta.md", "bilaga-2.1.md#borta", "#borta", "//exempel.se", "stil.css"])
def test_a_link_that_leads_nowhere_is_an_error_that_names_it(target: str) -> None:
    with pytest.raises(SamverkanError) as caught:
        page(f"# Prov\n\n[länk]({target})\n")
    assert "prov" in caught.value.message and target in caught.value.message


HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "</style><script>alert(1)</script>",
    "&lt;script&gt;&#60;b&#62;",
    "{{ 7*7 }}{% raw %}",
    "' onmouseover='alert(1)",
    '"; } body { display: none } /*',
    "\\22 } * { color: red } \\a",
    "]]>--><!--",
)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("single", [False, True])
def test_hostile_words_in_the_shell_stay_words(text: str, single: bool) -> None:
    package = sample()
    first = package.pages[0]
    package = dataclasses.replace(
        package,
        title=text,
        parties=(text, text),
        marks=(text,),
        authors=text,
        logos=tuple(dataclasses.replace(logo, alternative=text, name=text) for logo in package.logos),
        facts=tuple(dataclasses.replace(fact, value=text, label="Okänt") for fact in package.facts),
        pages=(dataclasses.replace(first, kind=text), *(dataclasses.replace(each, number=text, title=text) for each in package.pages[1:])),
    )
    clean = write_html(sample(("Märke",)), environment(None), single=single)
    for name, data in write_html(package, environment(None), single=single).items():
        if not name.endswith(".html"):
            assert re.fullmatch(r"stil\.css|logotyper/[\w-][\w.-]*", name)
            continue
        reader = Reader(data.decode())
        known = {tag for tag, _ in Reader(clean[name].decode()).tags} | {"dl", "div", "dt", "dd"}
        assert {tag for tag, _ in reader.tags} <= known
        assert not [key for _, attrs in reader.tags for key in attrs if key.startswith("on")]
        style = data.decode().partition("<style>")[2].partition("</style>")[0]
        assert style.count("{") == style.count("}") and "alert" not in style.replace("alert\\28 1", "")


@pytest.mark.parametrize("single", [False, True])
def test_ids_are_unique_and_every_link_leads_somewhere(single: bool) -> None:
    files = {
        name: Reader(data.decode())
        for name, data in write_html(sample(), environment(None), single=single).items()
        if name.endswith(".html")
    }
    everything = write_html(sample(), environment(None), single=single)
    for name, reader in files.items():
        ids = reader.all("id")
        assert len(ids) == len(set(ids))
        assert not [id for id in ids if re.search(r"\s", id) or not id]
        labels = [attrs["aria-label"] for _, attrs in reader.tags if attrs.get("role") == "region"]
        assert len(labels) == len(set(labels))
        for href in reader.all("href") + reader.all("src"):
            if href.startswith(("https://", "data:")):
                continue
            target, _, anchor = unquote(href).partition("#")
            assert (target or name) in everything, href
            if anchor:
                assert anchor in files[target or name].all("id"), href


def test_the_single_file_needs_nothing_outside_itself() -> None:
    files = write_html(sample(), environment(None), single=True)
    assert list(files) == ["index.html"]
    html = files["index.html"].decode()
    reader = Reader(html)
    assert not [tag for tag, _ in reader.tags if tag in ("script", "link", "iframe", "object", "embed", "base", "form")]
    assert all(src.startswith("data:image/") for src in reader.all("src"))
    assert not re.search(r"@import|url\((?!#)", html)
    assert [tag for tag, _ in reader.tags].count("h1") == 1
    for each in sample().pages[1:]:
        assert each.markdown.partition("\n")[0][2:] in unescape(html)


def test_the_policy_allows_no_script_and_just_this_style() -> None:
    for single in (False, True):
        for name, data in write_html(sample(), environment(None), single=single).items():
            if name.endswith(".html"):
                policy = next(attrs["content"] for _, attrs in Reader(data.decode()).tags if attrs.get("http-equiv"))
                assert (
                    policy.startswith("default-src 'none'; style-src 'self' file: 'sha256-")
                    and "unsafe" not in policy
                    and "http" not in policy
                )


def test_marks_stand_on_every_page_and_on_paper_once_each() -> None:
    for name, data in write_html(sample(), environment(None)).items():
        if name.endswith(".html"):
            html = data.decode()
            assert all(f"<li>{mark}</li>" in html for mark in MARKS)
            assert "--märken:" in html
            assert " · ".join(MARKS) not in main(html), "the Markdown's own line of marks is not printed again"


def test_the_covers_facts_are_said_once() -> None:
    package = sample()
    assert "<dl" not in write_html(package, environment(None))["index.html"].decode()
    bare = dataclasses.replace(package.pages[0], markdown="# Titel\n")
    html = write_html(dataclasses.replace(package, pages=(bare, *package.pages[1:])), environment(None))["index.html"].decode()
    assert "<dt>Gäller</dt><dd>1 januari 2019–31 december 2020</dd>" in html
    assert 'id="dokumentlista"' in html, "a cover that does not list the documents gets the list beside it"


def of_many(documents: int) -> dict[str, str]:
    """The pages of a package of so many documents, none of which leads to another."""
    pages = [Page(f"d{one}", str(one), f"Dokument {one}", "prov", f"# Dokument {one}\n") for one in range(1, documents)]
    package = dataclasses.replace(sample(), pages=(Page("index", "", "Titel", "index", "# Titel\n"), *pages))
    return {name: data.decode() for name, data in write_html(package, environment(None)).items() if name.endswith(".html")}


def menus(documents: int) -> dict[str, list[str]]:
    """The links of each page's list of documents, in a package of so many."""
    return {
        name: re.findall(r'<li><a href="([^"]*)"', html.partition('id="dokumentlista"')[2]) for name, html in of_many(documents).items()
    }


def test_every_page_lists_a_hundred_documents_and_of_more_its_neighbours() -> None:
    all_of_them = ["index.html", *(f"d{one}.html" for one in range(1, 100))]
    assert all(menu == all_of_them for menu in menus(100).values())
    many = menus(101)
    assert many["index.html"] == [*all_of_them, "d100.html"], "the whole list stands once"
    assert many["d1.html"] == ["index.html", *(f"d{one}.html" for one in range(1, 22)), "index.html"]
    assert many["d50.html"] == ["index.html", "index.html", *(f"d{one}.html" for one in range(30, 71)), "index.html"]
    assert many["d100.html"] == ["index.html", "index.html", *(f"d{one}.html" for one in range(80, 101))]


def test_how_many_documents_a_page_does_not_list_is_said() -> None:
    html = of_many(1251)["d30.html"]
    assert re.findall(r'<li><a href="([^"]*)"><span class="nr">…</span> <span>([^<]*)</span>', html) == [
        ("index.html", "9 dokument till"),
        ("index.html", "1\xa0200 dokument till"),
    ]
    assert re.findall(r'<a href="([^"]*)" aria-current="page">', html) == ["d30.html"]


def test_logos_of_the_same_name_are_both_kept() -> None:
    package = dataclasses.replace(
        sample(), logos=(Logo("märke.svg", "A", "svg", b"<svg/>"), Logo("märke.SVG", "B", "svg", b"<svg />"), Logo("x", "C", "png", b"1"))
    )
    files = write_html(package, environment(None))
    assert {name: data for name, data in files.items() if name.startswith("logotyper/")} == {
        "logotyper/märke.svg": b"<svg/>",
        "logotyper/märke-2.svg": b"<svg />",
        "logotyper/x.png": b"1",
    }


def test_two_runs_give_the_same_bytes() -> None:
    for single in (False, True):
        assert write_html(sample(), environment(None), single=single) == write_html(sample(), environment(None), single=single)


def test_an_own_style_sheet_and_shell_are_used(tmp_path: Path) -> None:
    (tmp_path / "stil.css").write_text(":root { --accent: #00532f; }", encoding="utf-8")
    (tmp_path / "sida.html.jinja").write_text("<title>{{ title }}</title>", encoding="utf-8")
    files = write_html(sample(), environment(tmp_path))
    assert files["stil.css"] == b":root { --accent: #00532f; }"
    assert files["index.html"].decode() == "<title>Samverkansöverenskommelse 2019–2020</title>"


@pytest.mark.parametrize(
    "rule", ["@import 'x.css';", "p { background: url(https://exempel.se/x.png) }", "p { background: url( 'x.png' ) }"]
)
def test_a_style_sheet_that_fetches_something_is_refused(tmp_path: Path, rule: str) -> None:
    (tmp_path / "stil.css").write_text(f"/* url(i en\nkommentar) */\n{rule}\n", encoding="utf-8")
    with pytest.raises(SamverkanError, match=r"stil\.css:3: stilmallen hämtar något"):
        write_html(sample(), environment(tmp_path))


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast(scheme: str) -> None:
    css = write_html(sample(), environment(None))["stil.css"].decode()
    light, dark = css.split("prefers-color-scheme: dark", 1)
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", light))
    if scheme == "dark":
        colours |= dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", dark))
    text = [(ink, paper) for ink in ("text", "dämpad", "länk", "accent") for paper in ("papper", "ton")]
    text += [("varning", "varning-ton"), ("text", "varning-ton"), ("på-accent", "accent-mörk")]
    for ink, paper in [*text, ("fokus", "papper"), ("varning", "papper")]:
        high, low = sorted((_luminance(colours[ink]), _luminance(colours[paper])), reverse=True)
        assert (high + 0.05) / (low + 0.05) >= (4.5 if (ink, paper) in text else 3), (ink, paper)
