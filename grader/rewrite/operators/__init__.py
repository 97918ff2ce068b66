"""The kinds of mistakes that are made in a program, to see whether the checks find them.

operator     what an operator is
waiting      what is awaited, started and waited for
blocks       what is held, closed and caught
statements   what is done at all, how often, in which order
values       what is counted, compared, limited and said
"""

from __future__ import annotations

from .blocks import BLOCKS
from .operator import Operator as Operator
from .statements import STATEMENTS
from .values import VALUES
from .waiting import WAITING

OPERATORS = (*WAITING, *BLOCKS, *STATEMENTS, *VALUES)
"""Where two operators make the same program, it counts as the first one's."""
