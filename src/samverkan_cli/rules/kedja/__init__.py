"""``kedja``: the chain problem → cause → action → goal → indicator → follow-up → outcome."""

from samverkan_cli.checking.packs import Pack

PACK = Pack("kedja", "Kedjan från problem till utfall", "Brå, Upprätta åtgärdsplan och Planera uppföljning", printed=True)
