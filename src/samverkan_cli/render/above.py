"""The page above several packages: one entry each, parts under the agreement that they are parts of."""

from __future__ import annotations

from dataclasses import dataclass

from samverkan_cli.render.markdown import escape_line, page_parser
from samverkan_cli.render.package import Package

_FIRST = {"html": "html/index.html", "markdown": "markdown/index.md", "pdf": "pdf", "word": "word"}
_NAMES = {"html": "webbsidor", "markdown": "Markdown", "pdf": "PDF", "word": "Word"}
_TITLE = "Samverkansöverenskommelser"
_STYLE = (
    "body{font:1.0625rem/1.55 system-ui,'Segoe UI',Roboto,Arial,sans-serif;color:#1b2529;background:#fff;margin:0}"
    "main{max-width:44rem;margin:0 auto;padding:3rem 1.25rem}"
    "h1{font-family:Georgia,'Times New Roman',serif;color:#0f3745;line-height:1.2;margin:0 0 1.5rem}"
    "li{margin:.75rem 0}a{color:#0b4f71}a:focus-visible{outline:3px solid #0b4f71;outline-offset:2px}"
    "@media (prefers-color-scheme:dark){body{color:#e8eef0;background:#12191c}h1{color:#cfe3ea}a{color:#9fd0ea}a:focus-visible{outline-color:#9fd0ea}}"
)


@dataclass(frozen=True)
class Shelved:
    """A package and its folder. ``above`` is the id of the agreement that it is a part of, if that is here too."""

    home: str
    package: Package
    above: str | None = None


def above(packages: list[Shelved], formats: list[str]) -> dict[str, bytes]:
    """``index.html`` and ``index.md`` for the folders of several packages, as far as those formats are asked for."""
    lines = [f"# {_TITLE}", ""]
    for shelved in packages:
        if shelved.above is None:
            lines.append(_line(shelved, formats, ""))
            lines += [_line(part, formats, "  ") for part in packages if part.above == shelved.package.id]
    text = "\n".join(lines) + "\n"
    files = {"index.md": text.encode()} if "markdown" in formats else {}
    if "html" in formats:
        body = page_parser().render(text)
        head = f'<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{_TITLE}</title>\n<style>{_STYLE}</style>'
        files["index.html"] = (
            f'<!doctype html>\n<html lang="sv">\n<head>\n{head}\n</head>\n<body>\n<main>\n{body}</main>\n</body>\n</html>\n'.encode()
        )
    return files


def _line(shelved: Shelved, formats: list[str], indent: str) -> str:
    package = shelved.package
    title = escape_line(package.title)
    links = [f"[{title}, {_NAMES[name]}](<{shelved.home}{_first(package, name)}>)" for name in formats]
    marks = f" ({', '.join(escape_line(mark) for mark in package.marks)})" if package.marks else ""
    return f"{indent}- {', '.join(links)}{marks}"


def _first(package: Package, name: str) -> str:
    return f"{_FIRST[name]}/{package.id}.{'pdf' if name == 'pdf' else 'docx'}" if name in ("pdf", "word") else _FIRST[name]
