"""Makes the helpers of `tests` and `tests/law` importable."""

import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
for folder in (TESTS, TESTS / "law"):
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
