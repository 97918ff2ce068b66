"""What a submission would get whose runner lies about its inside, for those who prove an exercise.

A program that digs can have its process say what it likes of tasks, lines and blocked stretches. Which words help it
most need not be searched for: no word of these earns anything, so silence does.
"""

from __future__ import annotations

from dataclasses import replace as altered

import msgspec

from grader.runner import Finished


def silenced(finished: Finished) -> Finished:
    """Return a run with what the judge saw for itself, and nothing else."""
    seen = tuple(event for event in finished.trace.events if event.observed)
    return altered(finished, trace=msgspec.structs.replace(finished.trace, events=seen))
