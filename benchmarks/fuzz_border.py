"""Random bytes on the border: what a runner may send, decoded by the judge, a million times.

    python benchmarks/fuzz_border.py                 1,000,000 inputs, by coverage where atheris is installed
    python benchmarks/fuzz_border.py -n 10000 --plain --seed 7

An input is a stream of bytes up the channel. It is cut into frames and decoded; what the messages hold in values is
decoded too, and told as text. Whatever it is, messages come of it or a `ProtocolError`, and values or a
`MalformedValue`. Anything else, an input that takes more than a second, and memory beyond the bound are failures, and
the exit status is 1; the input is printed. Inputs are mutations of real frames: bytes and pieces changed, doubled,
dropped, put in from others, lengths kept right in three of four.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from types import FrameType

sys.path.insert(0, str(Path(__file__).parents[1]))

from grader.runner import values
from grader.runner.channel import Ask, Frames, ProtocolError, Result

MEMORY = 2 * 2**30
"""Bytes of address space."""
SECONDS = 1.0
"""What one input may take."""

WORDS = (
    *(b"[", b"]", b",", b'"', b"{", b"}", b":", b"null", b"true", b"NaN", b"1e999", b"-1", b"0", b"\xff", b"\\ud800"),
    *(b'["s",', b'["d",', b'["i","', b'["o",', b'["l",', b'["b","', b'["e",', b'["f","nan"]', b"9" * 400, b"[" * 200),
    *(
        b'["result",0,',
        b'["ask",0,1,"task",[',
        b'["printed",0,"stdout","',
        b'["idle",',
        b"\0\0\0\0",
        b"18446744073709551616",
    ),
)
SEEDS = [
    [["ready"]],
    [["loaded"]],
    [["ask", 0, 1, "task", ["Task A", 2], [["delay", ["t", 1, ["s", "x"], ["S", 2]]]], None], ["idle", 0, None]],
    [["give-up", 5, 1], ["idle", 7, 10**10]],
    [["task-started", 0, 1, None, "main()", None], ["call-started", 0, 1, 1, None, "main", "", None, ["a.py", 1]]],
    [["suspended", 0, 1, 2, "asyncio.sleep(2)", [1, 2], ["a.py", 13]], ["resumed", 2 * 10**9, 1]],
    [["printed", 0, "stdout", "Task A started", 1, 2, ["a.py", 12]], ["blocked", 0, 5, 1, None, "x", None]],
    [["probed", {"read a file": "", "write a file": "Permission denied"}]],
    [["queue-changed", 0, 1, "Queue", "put", 1, 1, 1, None], ["taken", 0, 1, "Lock", 1, None], ["real-time", 0, "x"]],
    [["result", 3, ["d", [1, ["l", None, True, 1.5]], ["k", ["b", "00ff"]]], ["d", ["kind", "returned"]]]],
    [
        [
            "result",
            3,
            ["l", ["i", "0xfffffffffffffffff"], ["f", "nan"], ["o", "a.B", "<B>"], ["e", "ValueError", "x"]],
            0,
        ]
    ],
]


class TooLong(BaseException):
    """An input took more than its time."""


def framed(body: bytes) -> bytes:
    """Put the length before it."""
    return len(body).to_bytes(4, "big") + body


def take(data: bytes) -> str:
    """Take one input; say what came of it. Raises whatever must not be raised."""
    outcome = "nothing"
    try:
        for message in Frames().feed(data):
            outcome = "messages"
            match message:
                case Ask():
                    told = [*message.arguments, *(value for _, value in message.keywords)]
                case Result():
                    told = [message.value, message.outcome]
                case _:
                    continue
            for value in told:
                try:
                    repr(values.decode(value))
                except values.MalformedValue:
                    outcome = "a malformed value"
    except ProtocolError:
        outcome = "a fault"
    return outcome


def mutated(corpus: list[bytes], chance: random.Random) -> bytes:
    """Return the body of a frame that was changed in one to eight places."""
    body = bytearray(chance.choice(corpus))
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(body) + 1)
        to = min(at + chance.choice((0, 1, 1, 4, 20)), len(body))
        match chance.randrange(5):
            case 0:
                del body[at:to]
            case 1:
                body[at:at] = body[at:to] * chance.choice((1, 2, 50))
            case 2:
                body[at:to] = chance.choice(WORDS)
            case 3:
                other = chance.choice(corpus)
                start = chance.randrange(len(other) + 1)
                body[at:to] = other[start : start + chance.randint(0, 60)]
            case _:
                body[at:to] = chance.randbytes(to - at)
    return bytes(body[:20_000])


def plain(number: int, seed: int) -> tuple[Counter[str], float]:
    """Try mutations; return what came of them, and the longest time of one."""
    chance = random.Random(seed)
    corpus = [json.dumps(messages, separators=(",", ":")).encode() for messages in SEEDS]
    counts: Counter[str] = Counter()
    longest = 0.0
    for _ in range(number):
        body = mutated(corpus, chance)
        data = framed(body) if chance.randrange(4) else chance.randbytes(4) + body
        signal.setitimer(signal.ITIMER_REAL, SECONDS)
        begun = time.perf_counter()
        try:
            outcome = take(data)
        except BaseException:
            print(f"failed over {data!r}")
            raise
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        longest = max(longest, time.perf_counter() - begun)
        counts[outcome] += 1
        if outcome in ("messages", "a malformed value") and len(corpus) < 4_000 and not chance.randrange(20):
            corpus.append(body)
    return counts, longest


def by_coverage(number: int, seed: int) -> None:
    """Let atheris look for inputs that reach new code; it ends the process, with 77 where an input fails."""
    import atheris

    atheris.instrument_func(values._decode)
    counts: Counter[str] = Counter()

    def one(data: bytes) -> None:
        counts[take(framed(data) if data[:1] != b"\0" else data[1:])] += 1
        if sum(counts.values()) == number:
            _tell(counts, None)

    folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
    for at, messages in enumerate(SEEDS):
        (folder / f"seed-{at}").write_bytes(json.dumps(messages, separators=(",", ":")).encode())
    limits = [f"-runs={number}", f"-seed={seed}", f"-timeout={round(SECONDS)}", "-rss_limit_mb=2048", "-max_len=20000"]
    atheris.Setup([sys.argv[0], str(folder), *limits], one)
    atheris.Fuzz()


def _tell(counts: Counter[str], longest: float | None) -> None:
    print(f"{sum(counts.values()):,} inputs: " + ", ".join(f"{name} {count:,}" for name, count in counts.most_common()))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"memory {memory} MiB" + (f", longest {longest * 1000:.1f} ms" if longest is not None else ""), flush=True)


def _too_long(number: int, frame: FrameType | None) -> None:
    raise TooLong(f"more than {SECONDS} s")


def main() -> None:
    """Fuzz, and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, default=1_000_000, help="number of inputs")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--plain", action="store_true", help="mutate at random, though atheris is installed")
    options = parser.parse_args()
    if not options.plain:
        try:
            by_coverage(options.n, options.seed)
        except ImportError:
            print("atheris is not installed: inputs are mutated at random")
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGALRM, _too_long)
    _tell(*plain(options.n, options.seed))


if __name__ == "__main__":
    main()
