"""The formats: a package → files."""

from __future__ import annotations

from dataclasses import replace

from jinja2 import Environment

from samverkan_cli.errors import SamverkanError
from samverkan_cli.printing.render.package import Package, Page
from samverkan_cli.printing.render.shrink import shrunk
from samverkan_cli.printing.render.templates import is_shipped, source
from samverkan_cli.text.sanitize import several_lines

FORMATS = ("html", "markdown", "pdf", "word")
"""The names that ``--format`` takes."""

_STYLE = "paket.typ"


def files_of(package: Package, name: str, environment: Environment, *, single: bool, split: bool) -> dict[str, bytes]:
    """The files of one format, by their names in the format's folder. Raises ``SamverkanError`` for a picture that it cannot print."""
    if name in ("html", "markdown"):
        for logo in package.logos:
            if logo.too_large:
                raise SamverkanError(logo.too_large, "Gör bilden mindre, till exempel 1000 bildpunkter bred. Ingenting är skrivet.")
    else:
        package = replace(package, logos=tuple(map(shrunk, package.logos)))
    if name == "markdown":
        return _markdown(package)
    if name == "html":
        from samverkan_cli.printing.render.html import write_html

        return write_html(package, environment, single=single)
    if name == "pdf":
        from samverkan_cli.printing.render.pdf import write_pdf

        shown, text = source(environment, _STYLE)
        style = None if is_shipped(shown) else text
        return {
            f"{slug}.pdf": write_pdf(package, pages, style=style, attach=bool(package.sources)) for slug, pages in _volumes(package, split)
        }
    from samverkan_cli.printing.render.word import write_word

    return {f"{slug}.docx": write_word(package, pages) for slug, pages in _volumes(package, split)}


def _volumes(package: Package, split: bool) -> list[tuple[str, tuple[Page, ...]]]:
    """The whole package in one file, or one file a document."""
    documents = package.pages if package.alone else package.pages[1:]
    if not split:
        return [(package.id, documents)]
    first = package.id if package.alone else documents[0].slug
    return [(page.slug if position else first, (page,)) for position, page in enumerate(documents)]


def _markdown(package: Package) -> dict[str, bytes]:
    files = {f"{page.slug}.md": several_lines(page.markdown).encode() for page in package.pages}
    for page in package.pages:
        for figure in page.figures:
            files[f"figurer/{figure.name}"] = figure.svg.encode()
    return files
