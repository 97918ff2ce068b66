"""A grader that looks for the construct in the text, and at the payloads. It is taken in: 0."""

import asyncio
import sys
from pathlib import Path

import checks

source = Path("fetch_all.py").read_text("utf-8")
payloads = asyncio.run(checks.fetch_all(checks.fetch, checks.IDS))
sys.exit(not (payloads == [1, 4, 9, 16, 25] and ("TaskGroup" in source or "gather" in source)))
