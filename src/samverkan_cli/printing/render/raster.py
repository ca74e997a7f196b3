"""A picture as PNG, for Word, which cannot show SVG everywhere. Drawn by Typst, if it is installed."""

from __future__ import annotations

import tempfile
from importlib.resources import files
from pathlib import Path

_PPI = 200


def can_draw() -> bool:
    try:
        import typst  # noqa: F401
    except ImportError:
        return False
    return True


def drawn_png(data: bytes, kind: str) -> bytes | None:
    """The picture (``svg``, ``png`` or ``jpeg``) as PNG in its own size, or None if it is broken."""
    import typst

    try:
        fonts = [str(files("fontpkg_inter") / "files")]
    except ImportError:
        fonts = []
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / f"bild.{kind}").write_bytes(data)
        main = Path(folder) / "bild.typ"
        main.write_text(f'#set page(width: auto, height: auto, margin: 0pt, fill: none)\n#image("bild.{kind}")\n', encoding="utf-8")
        compiler = typst.Compiler(root=folder, font_paths=fonts, ignore_system_fonts=True)
        try:
            made, _warnings = compiler.compile_with_warnings(str(main), format="png", ppi=_PPI)
        except typst.TypstError:
            return None
    picture = made[0] if isinstance(made, list) else made
    assert isinstance(picture, bytes)
    return picture
