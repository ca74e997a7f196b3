"""The package as HTML: each page's body in the designed shell, with its logos and style sheet."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from urllib.parse import quote

from jinja2 import Environment
from markupsafe import Markup

from samverkan_cli.errors import SamverkanError
from samverkan_cli.printing.render import templates
from samverkan_cli.printing.render.html_body import Body, Heading, body
from samverkan_cli.printing.render.html_links import Links, Parsed, links_to, parse_pages
from samverkan_cli.printing.render.package import Fact, Logo, Package
from samverkan_cli.swedish import listing, long_date, number
from samverkan_cli.text.sanitize import one_line, several_lines
from samverkan_cli.text.unique_names import file_names, file_slug

SHELL = "sida.html.jinja"
STYLE = "stil.css"
_MIME = {"svg": "image/svg+xml", "png": "image/png", "jpeg": "image/jpeg"}
_ENDINGS = {"svg": (".svg",), "png": (".png",), "jpeg": (".jpg", ".jpeg")}
_LISTED = 100
"""Documents that every page has a list of. Of more than so many a page lists its neighbours, or the package would grow as their square."""
_NEIGHBOURS = 20
"""Documents that are then listed before the page, and after it."""


@dataclass(frozen=True)
class Picture:
    """A logo as the shell prints it."""

    src: str
    alternative: str


@dataclass(frozen=True)
class Entry:
    """A line in the list of documents."""

    number: str
    title: str
    href: str
    current: bool


@dataclass(frozen=True)
class Sheet:
    """A page's content, ready to be put in the shell. ``cover`` is set on the package's first page only."""

    id: str
    kind: str
    cover: bool
    title: Markup
    title_id: str
    lead: Markup
    body: Markup
    headings: tuple[Heading, ...]


def write_html(package: Package, env: Environment, *, single: bool = False) -> dict[str, bytes]:
    """File name → bytes: one file a page, with style sheet and logos beside them; or one that holds everything."""
    shown, style = templates.source(env, STYLE)
    _only_own(shown, style)
    parsed = parse_pages(package.pages, single)
    if single:
        return {"index.html": _single(package, env, parsed, style)}
    logos = _logo_paths(package.logos)
    pictures = tuple(Picture(quote(path), logo.alternative) for path, logo in logos.items())
    entries = _entries(parsed, [f"{quote(each.page.slug)}.html" for each in parsed], package.alone)
    links = links_to(parsed, single=False)
    files = {
        f"{here.page.slug}.html": _alone(package, env, here, place, entries, links, pictures if place == 0 else ())
        for place, here in enumerate(parsed)
    }
    files[STYLE] = style.encode("utf-8")
    return files | {path: logo.data for path, logo in logos.items()}


def _alone(
    package: Package, env: Environment, here: Parsed, place: int, entries: Sequence[Entry], links: Links, pictures: tuple[Picture, ...]
) -> bytes:
    """One page as a file of its own."""
    made = body(here, links, package.marks, lower=False, labels=set(), figures=[])
    cover = place == 0
    return _shell(
        env,
        package,
        _print_words(package, made.title),
        title=package.title if cover else f"{made.title} – {package.title}",
        sheets=(_sheet(here, made, cover),),
        documents=() if cover and _leads_to_all(made, entries[1:]) else tuple(_listed(entries, place)),
        previous=entries[place - 1] if place else None,
        next=entries[place + 1] if place + 1 < len(entries) else None,
        home=None if cover else entries[0],
        logos=pictures,
        facts=_facts(package, made),
        stylesheet=STYLE,
        single=False,
    )


def _leads_to_all(made: Body, entries: Sequence[Entry]) -> bool:
    """Whether a page has a link to every document, so that it needs no list of them."""
    hrefs = {href.partition("#")[0] for href in re.findall(r'href="([^"]*)"', made.lead + made.rest)}
    return all(entry.href in hrefs for entry in entries)


def _listed(entries: Sequence[Entry], place: int) -> Iterator[Entry]:
    """The list of documents as a page has it: all of them, or the first and its neighbours, where the first has the whole list."""
    few = len(entries) <= _LISTED or place == 0
    near = range(len(entries)) if few else range(max(place - _NEIGHBOURS, 1), min(place + _NEIGHBOURS + 1, len(entries)))
    if not few:
        yield entries[0]
        yield from _skipped(near.start - 1, entries[0])
    for one in near:
        yield replace(entries[one], current=True) if one == place else entries[one]
    yield from _skipped(len(entries) - near.stop, entries[0])


def _skipped(how_many: int, first: Entry) -> Iterator[Entry]:
    """The line for documents that are not listed here, which leads to where they are."""
    if how_many:
        yield Entry("…", f"{number(how_many)} dokument till", first.href, current=False)


def _single(package: Package, env: Environment, parsed: Sequence[Parsed], style: str) -> bytes:
    """Everything in one file that needs no other."""
    labels: set[str] = set()
    figures: list[str] = []
    links = links_to(parsed, single=True)
    bodies = [body(here, links, package.marks, lower=place > 0, labels=labels, figures=figures) for place, here in enumerate(parsed)]
    pictures = tuple(
        Picture(f"data:{_MIME[logo.kind]};base64,{base64.b64encode(logo.data).decode('ascii')}", logo.alternative) for logo in package.logos
    )
    return _shell(
        env,
        package,
        style.replace("</", "<\\/") + "\n" + _print_words(package, package.title),
        title=package.title,
        sheets=tuple(_sheet(here, made, place == 0) for place, (here, made) in enumerate(zip(parsed, bodies, strict=True))),
        documents=tuple(_entries(parsed, [f"#{quote(each.id)}" for each in parsed], package.alone)),
        previous=None,
        next=None,
        home=None,
        logos=pictures,
        facts=_facts(package, bodies[0]),
        stylesheet=None,
        single=True,
    )


def _shell(env: Environment, package: Package, inline: str, **context: object) -> bytes:
    """The shell around it all. Its policy allows this very style, and no script, form, frame or network at all.

    ``file:`` stands there since not every browser takes a file beside the page for ``'self'`` when it is opened from disk.
    """
    inline = several_lines(f"\n{inline}\n")
    digest = base64.b64encode(sha256(inline.encode("utf-8")).digest()).decode("ascii")
    policy = f"default-src 'none'; style-src 'self' file: 'sha256-{digest}'; img-src 'self' file: data:; font-src data:; base-uri 'none'; form-action 'none'"
    text = templates.render(
        env,
        SHELL,
        package=package,
        parties=listing(package.parties),
        draft=long_date(package.dated) if package.is_draft else "",
        style=Markup(inline),
        policy=policy,
        **context,
    )
    return several_lines(text).encode("utf-8")


def _entries(parsed: Sequence[Parsed], hrefs: Sequence[str], alone: bool) -> list[Entry]:
    """The list of documents. The first page has the agreement's title; in the list it is called what it is, unless it is the document itself."""
    entries = [Entry(each.page.number, each.page.title, href, current=False) for each, href in zip(parsed, hrefs, strict=True)]
    return entries if alone else [replace(entries[0], number="", title="Omslag och innehåll"), *entries[1:]]


def _sheet(here: Parsed, made: Body, cover: bool) -> Sheet:
    kind = re.sub(r"[^\w-]", "-", here.page.kind.lower()) or "dokument"
    return Sheet(here.id, kind, cover, Markup(made.title_html), made.title_id, Markup(made.lead), Markup(made.rest), made.headings)


def _facts(package: Package, cover: Body) -> tuple[Fact, ...]:
    """The cover's facts, unless the first page says them by itself."""
    said = re.sub(r"<[^>]*>", "", cover.lead)
    return () if package.facts and all(str(Markup.escape(fact.label)) in said for fact in package.facts) else package.facts


def _logo_paths(logos: Sequence[Logo]) -> dict[str, Logo]:
    """Where each logo is written; two parties may have files of the same name."""
    paths: dict[str, Logo] = {}
    names = file_names()
    for logo in logos:
        name = file_slug(logo.name, "logotyp")
        ending = next((ending for ending in _ENDINGS[logo.kind] if name.lower().endswith(ending)), "")
        stem = name[: len(name) - len(ending)] or "logotyp"
        paths[names.free(f"logotyper/{stem}", ending or _ENDINGS[logo.kind][0])] = logo
    return paths


def _print_words(package: Package, title: str) -> str:
    """The words that the print style puts in the margins of each sheet of paper."""
    words = {"titel": title if title == package.title else f"{package.title} – {title}", "märken": " · ".join(package.marks)}
    return ":root {" + "".join(f" --{name}: {_css_string(value)};" for name, value in words.items()) + " }"


def _css_string(text: str) -> str:
    return '"' + re.sub(r"[^\w .,:·–-]", lambda found: f"\\{ord(found[0]):x} ", one_line(text)) + '"'


def _only_own(shown: str, style: str) -> None:
    """A style sheet that fetches something would break the package when it is moved, and tell a stranger who reads it."""
    bare = re.sub(r"/\*.*?\*/", lambda found: "\n" * found[0].count("\n"), style, flags=re.DOTALL)
    for row, line in enumerate(bare.split("\n"), 1):
        if re.search(r"@import|url\(\s*['\"]?(?!data:|#)", line, re.IGNORECASE):
            raise SamverkanError(
                f"{shown}:{row}: stilmallen hämtar något utanför sig själv",
                "Lägg in bilder och typsnitt som  url(data:…)  i stilmallen.",
            )
