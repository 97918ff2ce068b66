"""The C library, by which the kernel is asked, and its errors as Python's."""

from __future__ import annotations

import ctypes
import os

c = ctypes.CDLL(None, use_errno=True)


def checked(result: int) -> int:
    """Return the result of a call, or raise OSError where it is below zero."""
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result
