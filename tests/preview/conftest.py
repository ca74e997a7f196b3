"""What the tests of the preview share with those of the printed pages: a Chromium, and how a missing tool is said."""

import importlib.util
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

_FILE = Path(__file__).parents[1] / "render" / "browser" / "conftest.py"
_spec = importlib.util.spec_from_file_location("browser_fixtures", _FILE)
assert _spec is not None and _spec.loader is not None
_module = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_module)
browser = _module.browser
