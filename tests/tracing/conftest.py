"""Programs written into a folder, and what is said of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from grader.model import Tracing
from grader.tracing import read, trace


@pytest.fixture
def traced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Tracing]:
    """Run a program as `program.py` in the current folder, with other files beside it."""
    monkeypatch.chdir(tmp_path)

    def run(source: str, *arguments: str, files: dict[str, str] | None = None, **options: object) -> Tracing:
        for name, text in {"program.py": source, **(files or {})}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(dedent(text), "utf-8")
        return trace(read(Path("program.py")), arguments, name="program.py", **options)  # type: ignore[arg-type]

    return run
