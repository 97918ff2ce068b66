"""What is derived from a trace: spans, lines, overlaps, polling, what was held. Pure: data in, data out, nothing run.

held       who held which lock, or place of a semaphore, from when to when
lines      output lines, blocked stretches, tasks left behind
spans      one span for each awaited call
queues     how many items lay in a queue, from when to when
cancelled  waits that a cancellation ended
standing   where each call stood whenever its task waited
overlap    which spans are under way at the same time
polling    tasks that ask again and again in place of waiting
syntax     text to syntax tree, whatever the text
timeline   spans and lines of a run beside those that were expected
waiting    who waits for whom in a deadlock, in words
"""

from __future__ import annotations

from .cancelled import afterwards as afterwards, cancelled_waits as cancelled_waits
from .held import Held as Held, held as held
from .lines import blocked as blocked, left_behind as left_behind, lines as lines, names as names
from .overlap import most_at_once as most_at_once, overlap as overlap
from .polling import Poller as Poller, polling as polling
from .queues import Queued as Queued, queues as queues
from .spans import spans as spans
from .standing import Stand as Stand, stands as stands
from .syntax import imported as imported, parse as parse
from .timeline import MOST_CALLS as MOST_CALLS, timeline as timeline
from .waiting import circle as circle, reason as reason
