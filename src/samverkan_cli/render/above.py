"""The page above several packages: one line each, with links to what was written."""

from __future__ import annotations

from samverkan_cli.render.markdown import escape_line, page_parser
from samverkan_cli.render.package import Package

_FIRST = {"html": "html/index.html", "markdown": "markdown/index.md", "pdf": "pdf", "word": "word"}


def above(packages: list[tuple[str, Package]], formats: list[str]) -> dict[str, bytes]:
    """``index.html`` and ``index.md`` for the folders of several packages, as far as those formats are asked for."""
    lines = ["# Samverkansöverenskommelser", ""]
    for home, package in packages:
        links = [f"[{name}](<{home}{_first(package, name)}>)" for name in formats]
        marks = f" ({', '.join(escape_line(mark) for mark in package.marks)})" if package.marks else ""
        lines.append(f"- **{escape_line(package.title)}**{marks}: {', '.join(links)}")
    text = "\n".join(lines) + "\n"
    files = {"index.md": text.encode()} if "markdown" in formats else {}
    if "html" in formats:
        body = page_parser().render(text)
        head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Samverkansöverenskommelser</title>'
        files["index.html"] = (
            f'<!doctype html>\n<html lang="sv">\n<head>{head}</head>\n<body>\n<main>\n{body}</main>\n</body>\n</html>\n'.encode()
        )
    return files


def _first(package: Package, name: str) -> str:
    return f"{_FIRST[name]}/{package.id}.{'pdf' if name == 'pdf' else 'docx'}" if name in ("pdf", "word") else _FIRST[name]
