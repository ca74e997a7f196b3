"""The empty Word file that pages are written into: its styles, its lists, its settings. And how a Word file is packed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Any

TEXT_WIDTH = 9070  # twentieths of a point: A4 less 25 mm on either side
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_ACCENT = "1F3F5B"
_MUTED = "4D5A66"
_LINE = "B9C3CC"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest day a zip file knows
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def empty_docx() -> bytes:
    """A Word file in Swedish on A4, without content."""
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
        f'<Override PartName="/word/numbering.xml" ContentType="{_TYPE}.numbering+xml"/>'
        f'<Override PartName="/word/settings.xml" ContentType="{_TYPE}.settings+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
        f'<Relationship Id="rId2" Type="{_OFFICE}/numbering" Target="numbering.xml"/>'
        f'<Relationship Id="rId3" Type="{_OFFICE}/settings" Target="settings.xml"/></Relationships>',
        "word/document.xml": f'<w:document {_WORD} xmlns:r="{_OFFICE}"><w:body><w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1701" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="624" w:gutter="0"/>'
        "<w:titlePg/></w:sectPr></w:body></w:document>",
        "word/styles.xml": _styles(),
        "word/numbering.xml": _numbering(),
        "word/settings.xml": f'<w:settings {_WORD}><w:zoom w:percent="100"/><w:autoHyphenation/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="sv-SE"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>',
    }
    return packed({name: (_HEAD + text).encode("utf-8") for name, text in parts.items()})


def add(parent: Any, tag: str, text: str = "", /, **attributes: object) -> Any:
    """A new element of Word's own kind, last in its parent."""
    made = parent.makeelement(W + tag)
    for key, value in attributes.items():
        made.set(W + key, str(value))
    if text:
        made.text = text
    parent.append(made)
    return made


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The parts as a zip file that is the same each time: in a fixed order, all from the same day."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in sorted(parts, key=lambda name: (name != "[Content_Types].xml", not name.startswith("_rels/"), name)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, parts[name])
    return out.getvalue()


def unpacked(file: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _styles() -> str:
    heading = f'<w:b/><w:color w:val="{_ACCENT}"/>'
    kept = "<w:keepNext/><w:keepLines/>"
    small = '<w:sz w:val="18"/>'
    frame = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="6" w:color="8A5A00"/>'
        for side, size in (("top", 4), ("left", 24), ("bottom", 4), ("right", 4))
    )
    right = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'
    entry = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{TEXT_WIDTH}"/></w:tabs>'
    made = [
        f"<w:styles {_WORD}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:szCs w:val="22"/>'
        '<w:lang w:val="sv-SE" w:eastAsia="sv-SE" w:bidi="sv-SE"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="140" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>',
        _style("Normal", "Normal", "", '<w:lang w:val="sv-SE"/>', based="", default=True),
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>',
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>',
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="14508C"/><w:u w:val="single"/></w:rPr></w:style>',
        _style(
            "Title",
            "Title",
            '<w:suppressAutoHyphens/><w:spacing w:before="2800" w:after="360" w:line="240" w:lineRule="auto"/>',
            heading + '<w:sz w:val="54"/>',
        ),
        _style("Subtitle", "Subtitle", '<w:spacing w:after="60"/>', '<w:sz w:val="28"/>'),
        _style(
            "Heading1",
            "heading 1",
            f'{kept}<w:suppressAutoHyphens/><w:spacing w:after="240" w:line="240" w:lineRule="auto"/><w:outlineLvl w:val="0"/>',
            heading + '<w:sz w:val="40"/>',
        ),
        _style(
            "Heading2",
            "heading 2",
            f'{kept}<w:suppressAutoHyphens/><w:spacing w:before="400" w:after="140"/><w:outlineLvl w:val="1"/>',
            heading + '<w:sz w:val="28"/>',
        ),
        _style(
            "Heading3",
            "heading 3",
            f'{kept}<w:suppressAutoHyphens/><w:spacing w:before="300" w:after="100"/><w:outlineLvl w:val="2"/>',
            heading + '<w:sz w:val="24"/>',
        ),
        _style(
            "Heading4",
            "heading 4",
            f'{kept}<w:suppressAutoHyphens/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="3"/>',
            heading + '<w:sz w:val="22"/>',
        ),
        _style(
            "Heading5",
            "heading 5",
            f'{kept}<w:suppressAutoHyphens/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="4"/>',
            heading,
        ),
        _style(
            "Heading6",
            "heading 6",
            f'{kept}<w:suppressAutoHyphens/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="5"/>',
            heading,
        ),
        _style("TOCHeading", "TOC Heading", f'{kept}<w:pageBreakBefore/><w:spacing w:after="240"/>', heading + '<w:sz w:val="40"/>'),
        _style("TOC1", "toc 1", f'{entry}<w:spacing w:before="120" w:after="20" w:line="240" w:lineRule="auto"/>', "<w:b/>"),
        _style("TOC2", "toc 2", f'{entry}<w:spacing w:after="20" w:line="240" w:lineRule="auto"/><w:ind w:left="284"/>', ""),
        _style("ListBullet", "List Bullet", '<w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="70"/>', ""),
        _style("ListNumber", "List Number", '<w:numPr><w:numId w:val="2"/></w:numPr><w:spacing w:after="70"/>', ""),
        _style("ListContinue", "List Continue", '<w:spacing w:after="70"/><w:ind w:left="397"/>', ""),
        _style("Caption", "caption", '<w:spacing w:before="80" w:after="280"/>', f'<w:color w:val="{_MUTED}"/>{small}'),
        _style("Picture", "Figur", '<w:keepNext/><w:spacing w:before="240" w:after="80"/>', ""),
        _style("Header", "header", right + '<w:spacing w:after="0"/>', f'<w:color w:val="{_MUTED}"/>{small}'),
        _style("Footer", "footer", right + '<w:spacing w:after="0"/>', f'<w:color w:val="{_MUTED}"/>{small}'),
        _style("Mark", "Märke", '<w:spacing w:before="60" w:after="0"/>', f'<w:b/><w:color w:val="{_ACCENT}"/>{small}'),
        _style(
            "Fact",
            "Omslagsuppgift",
            '<w:tabs><w:tab w:val="left" w:pos="4111"/></w:tabs><w:spacing w:after="60"/><w:ind w:left="4111" w:hanging="4111"/>',
            '<w:sz w:val="20"/>',
        ),
        _style(
            "Box",
            "Ruta",
            f'<w:pBdr>{frame}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="FDF6E3"/><w:spacing w:before="200" w:after="200"/><w:ind w:left="142" w:right="142"/>',
            "",
        ),
        _style(
            "Blank",
            "Skrivrad",
            '<w:keepLines/><w:tabs><w:tab w:val="left" w:leader="underscore" w:pos="7400"/></w:tabs><w:spacing w:before="560" w:after="0"/>',
            f'<w:color w:val="{_MUTED}"/>{small}',
        ),
        _style("Code", "Kod", '<w:spacing w:after="140"/>', '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>' + small),
        _style("TableText", "Tabelltext", '<w:spacing w:before="40" w:after="40" w:line="252" w:lineRule="auto"/>', '<w:sz w:val="19"/>'),
        _style("AfterTable", "Efter tabell", '<w:spacing w:before="0" w:after="60" w:line="120" w:lineRule="exact"/>', '<w:sz w:val="8"/>'),
        _style("TableHead", "Tabellhuvud", "<w:keepNext/>", heading, based="TableText"),
        '<w:style w:type="table" w:customStyle="1" w:styleId="Samverkan"><w:name w:val="Samverkan"/><w:basedOn w:val="TableNormal"/><w:tblPr>'
        f'<w:tblBorders><w:bottom w:val="single" w:sz="4" w:color="{_LINE}"/><w:insideH w:val="single" w:sz="4" w:color="{_LINE}"/></w:tblBorders>'
        '<w:tblCellMar><w:top w:w="20" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="20" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" w:color="{_ACCENT}"/></w:tcBorders>'
        '<w:shd w:val="clear" w:color="auto" w:fill="EEF2F5"/></w:tcPr></w:tblStylePr></w:style></w:styles>',
    ]
    return "".join(made)


def _style(id: str, name: str, paragraph: str, letters: str, *, based: str = "Normal", default: bool = False) -> str:
    """A paragraph style; what ``paragraph`` and ``letters`` hold stands in the order that the format demands."""
    kind = ' w:default="1"' if default else ""
    parent = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="paragraph"{kind} w:styleId="{id}"><w:name w:val="{name}"/>{parent}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
    )


def _numbering() -> str:
    """Bullets (0) and numbers (1), nine levels of each; every list in the text gets its own copy of one of them."""

    def levels(kind: str, signs: tuple[str, ...]) -> str:
        return "".join(
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{signs[depth % len(signs)].format(depth + 1)}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{397 * (depth + 1)}" w:hanging="397"/></w:pPr></w:lvl>'
            for depth in range(9)
        )

    return (
        f'<w:numbering {_WORD}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>{levels("bullet", ("•", "–"))}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="hybridMultilevel"/>{levels("decimal", ("%{}.",))}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
