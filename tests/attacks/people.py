"""Who runs the command, and with which Python: whoever runs the tests, or an ordinary user, who has no account.

The ordinary user needs a Python that he can read. Where that of the tests lies in a folder of its owner's, a tree of
links to its files takes its place, of what the judge needs only.
"""

import importlib.metadata
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
ORDINARY = 60_123
"""Number of the ordinary user, and of the group."""
NEEDED = ("click", "jinja2", "msgspec", "pytest", "pytest-asyncio", "pytest-timeout", "rich")
UNNEEDED = ("site-packages", "test", "config-*", "ensurepip", "idlelib", "tkinter", "turtledemo", "lib2to3")
TRIAL = "import grader.cli, grader.judge.plugin, grader.report.page, pytest_asyncio, pytest_timeout"


@dataclass(frozen=True)
class Person:
    """Somebody who grades."""

    user: int | None
    """Number, or None for whoever runs the tests."""
    python: Path
    path: Path
    """Where `grader` lies."""

    def owns(self, path: Path) -> Path:
        """Make a file or folder this person's own."""
        if self.user is not None:
            os.chown(path, self.user, self.user)
        return path


def oneself() -> Person:
    """Return whoever runs the tests."""
    return Person(None, Path(sys.executable), ROOT)


def ordinary(folder: Path) -> Person:
    """Return the ordinary user; a Python for him is made in `folder`, if need be. Raises OSError where none can be."""
    if can_use(Path(sys.executable), ROOT):
        return Person(ORDINARY, Path(sys.executable), ROOT)
    python = tree(folder)
    if not can_use(python, folder / "path"):
        raise OSError(f"an ordinary user can use neither {sys.executable} nor a copy of it")
    return Person(ORDINARY, python, folder / "path")


def can_use(python: Path, path: Path) -> bool:
    """Tell whether the ordinary user can run the command with a Python."""
    try:
        done = subprocess.run(
            [python, "-P", "-c", TRIAL],
            user=ORDINARY,
            group=ORDINARY,
            extra_groups=[],
            cwd="/",
            env={"PYTHONPATH": str(path)},
            capture_output=True,
        )
    except PermissionError:
        return False
    return done.returncode == 0


def tree(folder: Path) -> Path:
    """Make a tree of links to the Python of the tests, with what the judge needs; return its interpreter."""
    version = f"python{sysconfig.get_python_version()}"
    stdlib = Path(sysconfig.get_path("stdlib"))
    library = folder / "lib" / version
    shutil.copytree(stdlib, library, copy_function=link, ignore=shutil.ignore_patterns(*UNNEEDED))
    for shared in Path(sys.base_prefix, "lib").glob("libpython*.so*"):
        link(shared, folder / "lib" / shared.name)
    for name in needed():
        distribution = importlib.metadata.distribution(name)
        for file in distribution.files or ():
            if not file.parts[0].startswith(".."):
                target = library / "site-packages" / file
                target.parent.mkdir(parents=True, exist_ok=True)
                link(Path(distribution.locate_file(file)), target)
    for part in ("grader", "exercises", "solutions"):
        shutil.copytree(ROOT / part, folder / "path" / part, copy_function=link)
    interpreter = folder / "bin" / version
    interpreter.parent.mkdir()
    # The interpreter names the folder of its library: not one that he can enter.
    old, new = str(Path(sys.base_prefix, "lib")).encode(), b"$ORIGIN/../lib"
    content = Path(sys.executable).resolve().read_bytes()
    interpreter.write_bytes(content.replace(old + b"\0", new.ljust(len(old), b"\0") + b"\0"))
    interpreter.chmod(0o755)
    return interpreter


def link(source: Path | str, target: Path | str) -> None:
    """Put a file at a second place, by a link where that can be."""
    try:
        os.link(Path(source).resolve(), target)
    except OSError:
        shutil.copy2(source, target)


def needed() -> set[str]:
    """Return the distributions that the judge needs, with what they require."""
    found: set[str] = set()
    border = list(NEEDED)
    while border:
        name = border.pop()
        if name not in found:
            try:
                requires = importlib.metadata.requires(name) or ()
            except importlib.metadata.PackageNotFoundError:
                continue
            found.add(name)
            border += [re.match(r"[\w.-]+", line)[0] for line in requires if "extra ==" not in line]
    return found
