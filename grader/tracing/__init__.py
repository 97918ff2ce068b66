"""Any asyncio program, run for no exercise: files in, a Tracing out.

sources     the file and the Python files beside it and below
tracing     one run of them -> Tracing
simulation  what the run had otherwise than the program would have it elsewhere
"""

from __future__ import annotations

from .sources import Sources as Sources, read as read, read_module as read_module
from .tracing import trace as trace
