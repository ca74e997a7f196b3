"""A picture as PNG, for Word, which cannot show SVG everywhere. Drawn by Typst, if it is installed."""

from __future__ import annotations

import tempfile
from importlib.resources import files
from pathlib import Path

_PPI = 200
_FINE = 600


def can_draw() -> bool:
    try:
        import typst  # noqa: F401
    except ImportError:
        return False
    return True


def drawn_png(data: bytes, kind: str, room: tuple[int, int] | None = None) -> bytes | None:
    """The picture (``svg``, ``png`` or ``jpeg``) as PNG, or None if it is broken: in its own size, or as large as fits in so many millimetres."""
    import typst

    try:
        fonts = [str(files("fontpkg_inter") / "files")]
    except ImportError:
        fonts = []
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / f"bild.{kind}").write_bytes(data)
        main = Path(folder) / "bild.typ"
        drawn = f'#image("bild.{kind}")' if room is None else _fitted(f"bild.{kind}", room)
        main.write_text(f"#set page(width: auto, height: auto, margin: 0pt, fill: none)\n{drawn}\n", encoding="utf-8")
        compiler = typst.Compiler(root=folder, font_paths=fonts, ignore_system_fonts=True)
        try:
            made, _warnings = compiler.compile_with_warnings(str(main), format="png", ppi=_PPI if room is None else _FINE)
        except typst.TypstError:
            return None
    picture = made[0] if isinstance(made, list) else made
    assert isinstance(picture, bytes)
    return picture


def _fitted(file: str, room: tuple[int, int]) -> str:
    """Typst's own words for a picture that is as large as fits. How large it says that it is itself does not matter."""
    scale = f"calc.min({room[0]}mm / size.width, {room[1]}mm / size.height)"
    return f'#context {{ let size = measure(image("{file}")); image("{file}", width: size.width * {scale}) }}'
