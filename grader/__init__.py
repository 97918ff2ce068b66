"""asyncgrade: grades exercises in asynchronous Python on a virtual clock, and says why."""

from __future__ import annotations

__version__ = "0.1.0"
