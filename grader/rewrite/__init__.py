"""Source → source: a submission's text, changed on purpose. Pure; nothing is run here.

ablation   a construct that an exercise demands is made to fail: a program that needs it behaves otherwise then
"""

from __future__ import annotations

from .ablation import CONSTRUCTS as CONSTRUCTS, ablated as ablated
