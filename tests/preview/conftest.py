"""The preview's tests find their own helper modules."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
