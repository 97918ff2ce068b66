"""Confinement on macOS: a Seatbelt profile that the process puts on itself, and limits. Untested.

`sandbox_init` is deprecated, and what browsers and build tools there still rely on. Files outside Python's own and the
run's folder, the network, and other programs are refused.
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import Policy

_SYSTEM = ("/usr/lib", "/usr/share", "/System/Library", "/private/etc/localtime", "/private/var/db/timezone", "/dev")
FILE_BYTES = 8 * 2**20


class Confinement:
    """What every runner is confined to."""

    def __init__(self, readable: Sequence[str], shelf: str) -> None:
        """Note what may be read."""
        self._readable = [*_SYSTEM, *readable, *(os.path.realpath(entry) for entry in sys.path)]

    def enter(self, policy: Policy) -> None:
        """Confine this process, for good."""
        seconds = int(policy.cpu_seconds) + 1
        for kind, most in (
            (resource.RLIMIT_CPU, seconds),
            (resource.RLIMIT_FSIZE, FILE_BYTES),
            (resource.RLIMIT_CORE, 0),
        ):
            resource.setrlimit(kind, (most, most))
        library = ctypes.CDLL("libsandbox.dylib")
        reason = ctypes.c_char_p()
        if library.sandbox_init(self._profile(policy).encode(), ctypes.c_uint64(0), ctypes.byref(reason)) != 0:
            raise OSError(1, f"Seatbelt: {(reason.value or b'').decode()}")

    def _profile(self, policy: Policy) -> str:
        """Return the profile, in Seatbelt's own language; the last rule that fits decides."""
        lines = [
            "(version 1)",
            "(deny default)",
            "(allow sysctl-read)",
            "(allow signal (target self))",
            "(allow file-read-metadata)",
            *(f"(allow file-read* (subpath {json.dumps(path)}))" for path in self._readable),
            *(f'(deny file-read* (regex #"/{name}/"))' for name in ("site-packages", "dist-packages")),
            '(allow file-write-data (literal "/dev/null"))',
        ]
        if policy.folder:
            lines.append(f"(allow file-read* file-write* (subpath {json.dumps(os.path.realpath(policy.folder))}))")
        if policy.processes:
            lines.append("(allow process-fork process-exec)")
        return "\n".join(lines)
