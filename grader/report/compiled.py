"""Compiled templates, kept as Python keeps compiled modules: in `__pycache__` beside them, where it may write there.

To compile those of a report takes ten times as long as to write a page with them.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path

from jinja2.bccache import Bucket, BytecodeCache


class Compiled(BytecodeCache):
    """Knows a template by its file; what was compiled from another text, or by another jinja2, it compiles anew."""

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return where a compiled template lies."""
        return cache_from_source(filename) if filename is not None else ""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read a compiled template, if it is there, and whole."""
        with suppress(Exception):  # as a pickle it can be damaged in many ways
            bucket.bytecode_from_string(Path(bucket.key).read_bytes())

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write a compiled template in one step, unless Python is not to write its modules."""
        if sys.dont_write_bytecode or not bucket.key:
            return
        path = Path(bucket.key)
        beside = path.with_name(f"{path.name}.{os.getpid()}")
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(bucket.bytecode_to_string())
            beside.replace(path)
