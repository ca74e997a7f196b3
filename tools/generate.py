"""Writes everything in the repository that is made from the code: ``python tools/generate.py``. ``--check`` only says what is not current."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def files() -> Iterator[tuple[Path, str]]:
    """Every generated file with what it shall hold."""
    from crosswalk import crosswalk
    from reference import NOTE, glossary, key_reference, rule_reference

    from samverkan_cli.checking.report_schema import report_schema
    from samverkan_cli.models import DOCUMENT_TYPES
    from samverkan_cli.models.json_schema import combined_schema, document_schema

    schemas = {
        "samverkan": combined_schema(),
        "rapport": report_schema(),
        **{name: document_schema(name) for name in DOCUMENT_TYPES},
    }
    for name, schema in schemas.items():
        yield Path("schemas") / f"{name}.schema.json", json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
    yield Path("docs/nycklar.md"), key_reference()
    yield Path("docs/regler.md"), rule_reference()
    yield Path("docs/ordlista.md"), glossary()
    yield Path("docs/korsreferens.md"), crosswalk(NOTE)


def main() -> int:
    """Write, or with ``--check`` compare. Returns the exit code."""
    stale = []
    for path, text in files():
        target = ROOT / path
        if not target.is_file() or target.read_text(encoding="utf-8") != text:
            stale.append(path)
            if "--check" not in sys.argv:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(text, encoding="utf-8")
    verb = "not current" if "--check" in sys.argv else "written"
    sys.stdout.write("".join(f"{verb}: {path}\n" for path in stale))
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
