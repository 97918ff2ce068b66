"""Source → source: a submission's text, changed on purpose. Pure; nothing is run here.

ablation   a construct that an exercise demands is made to fail: a program that needs it behaves otherwise then
mutants    the mistakes that a program might have had, one changed place each; by
operators  one for each kind of mistake
program    a text and its tree, changed in places: the rest stays as it was written
"""

from __future__ import annotations

from .ablation import CONSTRUCTS as CONSTRUCTS, ablated as ablated
from .mutants import Mutant as Mutant, faked as faked, mutants as mutants
from .operators import OPERATORS as OPERATORS
