"""A picture with more pixels than a page needs, made smaller for PDF and Word. The only module that imports Pillow."""

from __future__ import annotations

import io
from dataclasses import replace

from samverkan_cli.errors import SamverkanError
from samverkan_cli.printing.render.package import Logo
from samverkan_cli.project.pictures import MOST_PIXELS, PIXELS


def shrunk(logo: Logo) -> Logo:
    """The logo with no more pixels than it may have. One that turns out to be broken is left as it is: whoever draws it says so."""
    if not logo.too_large:
        return logo
    try:
        from PIL import Image, ImageOps
    except ImportError as error:
        raise SamverkanError(
            logo.too_large, 'Gör bilden mindre, eller installera det som gör det:  pip install "samverkan-cli[pdf,word]"'
        ) from error
    kind = logo.kind.upper()
    try:
        with Image.open(io.BytesIO(logo.data), formats=[kind]) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                return logo
            factor = (PIXELS / (picture.width * picture.height)) ** 0.5
            size = max(1, int(picture.width * factor)), max(1, int(picture.height * factor))
            picture.draft(None, size)
            # Whole pixels are put together first: fine enough for a picture this large, and the time of reading it.
            picture.thumbnail(size, reducing_gap=1.0)
            plain = ImageOps.exif_transpose(picture)
            out = io.BytesIO()
            (plain if kind == "PNG" else plain.convert("RGB")).save(out, kind)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return logo
    return replace(logo, data=out.getvalue(), too_large="")
