"""What authors do with an exercise: begin it, and prove its checks.

verify      checks against the stub, the solution, right programs and wrong ones -> Proof
mutation    checks against the solution with one mistake at a time -> Mutation
    scaffold    a new exercise to begin with
    editors     files by which an editor grades
"""

from __future__ import annotations

from .editors import vscode_files as vscode_files
from .mutation import Fate as Fate, Mutation as Mutation, mutate as mutate
from .scaffold import scaffold as scaffold
from .verify import Proof as Proof, programs as programs, verify as verify
