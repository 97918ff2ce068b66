"""What a submission would get whose runner lies about its inside, for those who prove an exercise.

A program that digs can have its process say what it likes of tasks, lines and blocked stretches. Which words help it
most need not be searched for: no word of these earns anything, so silence does. Under which schedule a run went is left
standing: a search for others ends where nothing can come otherwise, and what it finds only costs.
"""

from __future__ import annotations

from dataclasses import replace as altered

import msgspec

from grader.model import Chose, Offered
from grader.runner import Finished


def silenced(finished: Finished) -> Finished:
    """Return a run with what the judge saw for itself, and no word of its inside."""
    kept = tuple(event for event in finished.trace.events if event.observed or isinstance(event, Chose | Offered))
    return altered(finished, trace=msgspec.structs.replace(finished.trace, events=kept))
