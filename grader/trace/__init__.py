"""What is derived from a trace: spans, timelines, lines, overlaps, polling. Pure: data in, data out, nothing is run.

lines      output lines, blocked stretches, tasks left behind
spans      one span for each awaited call
standing   where each call stood whenever its task waited
overlap    which spans are under way at the same time
polling    tasks that ask again and again in place of waiting
syntax     text to syntax tree, whatever the text
timeline   spans and lines of a run beside those that were expected
waiting    who waits for whom in a deadlock, in words
"""

from __future__ import annotations

from .lines import blocked as blocked, left_behind as left_behind, lines as lines, names as names
from .overlap import most_at_once as most_at_once, overlap as overlap
from .polling import Poller as Poller, polling as polling
from .spans import spans as spans
from .standing import Stand as Stand, stands as stands
from .syntax import parse as parse
from .timeline import timeline as timeline
from .waiting import circle as circle, reason as reason
