"""Compiled templates, kept as Python keeps compiled modules: in `__pycache__` beside them, where it may write there.

To compile those of a report takes ten times as long as to write a page with them.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path

import jinja2
from jinja2 import Environment
from jinja2.bccache import Bucket, FileSystemBytecodeCache

SETTINGS = ("autoescape", "finalize", "undefined", "trim_blocks", "lstrip_blocks", "keep_trailing_newline")
"""What of an environment goes into a compiled template: above all whether, and how, it escapes."""


class Compiled(FileSystemBytecodeCache):
    """Knows a template by its file; what was compiled from another text, or otherwise, is compiled anew."""

    def __init__(self) -> None:
        super().__init__(directory="", pattern="%s")  # a key is a path

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """Return what is kept of a template, as it is compiled in this environment."""
        values = [getattr(environment, setting) for setting in SETTINGS]
        settings = [jinja2.__version__, *(getattr(value, "__qualname__", value) for value in values)]
        return super().get_bucket(environment, name, filename, f"{settings}\n{source}")

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return where a compiled template lies."""
        return cache_from_source(filename) if filename is not None else ""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read a compiled template, if it is there, and whole."""
        with suppress(Exception):  # as a pickle it can be damaged in many ways
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write a compiled template, unless Python is not to write its modules."""
        if sys.dont_write_bytecode or not bucket.key:
            return
        with suppress(OSError):
            Path(bucket.key).parent.mkdir(parents=True, exist_ok=True)
            super().dump_bytecode(bucket)
