"""The shared ground: contrast, wrapping, Swedish numbers."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from samverkan_cli.printing.figures import svg


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    for background in svg.BACKGROUNDS:
        assert min(contrast(colour, background) for colour in svg.TEXT_COLOURS) >= 4.5
        assert min(contrast(colour, background) for colour in svg.GRAPHIC_COLOURS) >= 3


def test_every_colour_is_in_the_palette() -> None:
    import re
    from pathlib import Path

    known = {*svg.TEXT_COLOURS, *svg.GRAPHIC_COLOURS, *svg.BACKGROUNDS, svg.HAIR}
    for file in Path(svg.__file__).parent.glob("*.py"):
        assert set(re.findall(r"#[0-9a-f]{6}\b", file.read_text("utf-8"))) <= known


@pytest.mark.parametrize(
    ("unit", "written"),
    [("procent", "9,5 %"), ("%", "9,5 %"), ("kr", "9,5 kr"), ("km/tim", "9,5 km/tim"), ("passager", "9,5"), ("", "9,5")],
)
def test_units(unit: str, written: str) -> None:
    assert svg.with_unit(9.5, unit).replace("\u00a0", " ") == written


@settings(deadline=None)
@given(st.text(max_size=200) | st.text(alphabet="aWi\u00ad -\ufffd", max_size=60), st.floats(20, 300))
@example("00\ufffdÐ\u00ad0", 46.0)
def test_no_line_is_wider_than_its_box(text: str, width: float) -> None:
    for line in svg.wrap(text, width, 12):
        assert line and svg.text_width(line, 12) <= width + 0.01
    assert len(svg.wrap(text, width, 12, limit=3)) <= 3


def test_wrapping() -> None:
    assert svg.wrap("", 100, 12) == ()
    assert svg.wrap("en två", 1000, 12) == ("en två",)
    assert svg.wrap("trygghets\u00adsamordnare", 70, 12) == ("trygghets-", "samordnare")
    assert svg.wrap("trygghets\u00adsamordnare", 700, 12) == ("trygghets\u00adsamordnare",)
    assert svg.wrap("polis och kommun i samverkan", 60, 12, limit=2)[-1].endswith("…")
    assert "".join(svg.wrap("x" * 300, 100, 12)).replace("-", "") == "x" * 300


def test_a_mark_is_not_parted_from_its_letter() -> None:
    for line in svg.wrap("e\u0301" * 80, 60, 12):
        assert not line.startswith("\u0301")


def test_what_xml_cannot_hold_is_made_visible() -> None:
    assert svg.escape("a\x00b<&>\"'\u202e") == "a\ufffdb&lt;&amp;&gt;&quot;&#39;\ufffd"
