"""What authors do with an exercise: prove its checks.

verify      checks against the stub, the solution, right programs and wrong ones -> Proof
"""

from __future__ import annotations

from .verify import Proof as Proof, programs as programs, verify as verify
