"""Where the files that are shipped beside the code lie."""

from pathlib import Path


def data_root() -> Path:
    """The folder that holds ``schemas`` (and ``templates``): inside the wheel, otherwise the top of the checkout."""
    package = Path(__file__).resolve().parent
    shipped = package / "_data"
    return shipped if shipped.is_dir() else package.parents[1]


def schemas() -> Path:
    """The folder with the generated JSON Schemas."""
    return data_root() / "schemas"


def templates() -> Path:
    """The folder with the shipped templates and the style sheet."""
    return data_root() / "templates"
