"""Right programs that look unusual pass, sealed: what they may use is there."""

from pathlib import Path

import pytest

from .command import SEALED
from .entries import Entry
from .surroundings import HERE

RIGHT = sorted(path.name for path in (HERE / "controls").glob("*.py"))
