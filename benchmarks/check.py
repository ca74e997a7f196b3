"""How long ``samverkan check`` takes beside check-jsonschema on the same files: ``python benchmarks/check.py``."""

import sys

from processes import EXAMPLE, ROOT, SCRIPTS, TODAY, compare


def main() -> None:
    """Run, and print the ratios."""
    files = sorted(str(path) for path in (ROOT / EXAMPLE).rglob("*.yaml"))
    schema = str(ROOT / "schemas" / "samverkan.schema.json")
    ours, other, bare, _ = compare(
        __doc__,
        {
            "samverkan check": [str(SCRIPTS / "samverkan"), "check", str(EXAMPLE), *TODAY],
            "check-jsonschema": [str(SCRIPTS / "check-jsonschema"), "--schemafile", schema, *files],
            "import typer, pydantic, yaml": [sys.executable, "-c", "import typer, pydantic, yaml"],
            "python -c pass": [sys.executable, "-c", "pass"],
        },
    ).values()
    sys.stdout.write(f"samverkan check / check-jsonschema   {ours / other:.2f}   (at most 0.90; the aim is 0.75)\n")
    sys.stdout.write(f"samverkan check / bare imports       {ours / bare:.2f}   ({(ours - bare) * 1000:.0f} ms above them)\n")


if __name__ == "__main__":
    main()
