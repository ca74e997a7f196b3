"""Nothing that somebody has written is left out of print: every field of every model is looked for."""

import pytest
from filled import TODAY, Filler, write_filled
from rendered import package_of

# Handles that nobody reads, and what is printed as something else than its own text.
NOT_PRINTED = (
    ".logotyp.fil",  # the picture itself
    ".logotyp.alt",  # the picture's text alternative, on the cover
    "parter.id", "andra_aktörer.id", "arbetsformer.id", "samverkansorganisation.id", "fokusområden.id",  # printed by name
    ".utfall.id", ".mätvärden.id", ".återkoppling.id", ".samsyn.id", ".kommunikationsaktiviteter.id",  # told apart by what they are about
    ".typ", ".löften.åtaganden.id",
    ".bilagor.fil", "del_av.fil", "delar.fil", "ersätter.fil", "ersatt_av.fil",  # a document is called by its title
)  # fmt: skip


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[tuple[str, str, str]], str]:
    folder = tmp_path_factory.mktemp("filled")
    filler = Filler(secret=True)
    write_filled(folder, filler)
    package = package_of(folder, TODAY)
    text = "\n".join(page.markdown for page in package.pages)
    return filler.seen, text + "\n".join(logo.alternative for logo in package.logos)


def test_every_field_is_printed(printed: tuple[list[tuple[str, str, str]], str]) -> None:
    seen, text = printed
    assert len(seen) > 1000
    left = [where for where, _, shown in seen if shown not in text and not any(end in where for end in NOT_PRINTED)]
    # A document's own id is what others point at with; the title is what people read.
    missing = [where for where in left if not (where.endswith(".id") and where.count(".") == 1)]
    kinds = sorted({where.split(".", 1)[1] for where in missing})
    assert kinds == []
