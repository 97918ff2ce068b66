"""What time tells on the real clock."""

import time

TOLERANCE = 0.2
"""Seconds by which a time may be off: with less, a busy machine fails right programs more often still."""


def about(seconds, begun):
    """Whether so much time has passed."""
    return abs(time.perf_counter() - begun - seconds) < TOLERANCE
