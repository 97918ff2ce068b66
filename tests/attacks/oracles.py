"""What must hold of a command that graded an attack. Each oracle returns what is wrong; nothing is as it should be.

V  the verdict is not "passed", and the run of `main` ended as the entry says
S  the secret is in nothing that was written, plainly or in one of the usual disguises
W  the program itself does not claim to have done what it must not do (`won: …`)
P  no process is alive afterwards
J  the judge is unhurt, and so are its memory, its neighbour and a file beside it
N  no listener was reached
T  it ended by itself, in bounded time, memory and space
R  the report is inert
"""

import base64
import re
import unicodedata
from collections.abc import Callable, Iterator
from html.parser import HTMLParser

import msgspec

from grader.model import Report
from grader.report import page, render

from .command import Evidence

GRADED = (0, 1, 4)
"""Exit codes of a command that has done its work: passed, failed, and a file that no program can be read from."""

MOST_CPU, MOST_KIB, MOST_JUDGE_KIB, MOST_BYTES, MOST_FILES = 20.0, 600 * 2**10, 250 * 2**10, 64 * 2**20, 300
"""Bounds of a whole command: seconds of processor time, memory of any process, of the judge, what is left on disk."""

ELEMENTS = frozenset(
    [
        "article",
        "aside",
        "body",
        "br",
        "caption",
        "circle",
        "code",
        "defs",
        "details",
        "div",
        "em",
        "figcaption",
        "figure",
        "footer",
        "g",
        "h1",
        "h2",
        "h3",
        "h4",
        "head",
        "header",
        "hr",
        "html",
        "li",
        "line",
        "main",
        "mark",
        "meta",
        "ol",
        "p",
        "path",
        "pattern",
        "pre",
        "rect",
        "section",
        "small",
        "span",
        "strong",
        "style",
        "summary",
        "svg",
        "table",
        "tbody",
        "td",
        "text",
        "tspan",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
        "a",
    ]
)
ATTRIBUTES = frozenset(
    [
        "aria-describedby",
        "aria-hidden",
        "aria-label",
        "aria-labelledby",
        "charset",
        "class",
        "clip-path",
        "content",
        "cx",
        "cy",
        "d",
        "data-n",
        "fill",
        "height",
        "href",
        "http-equiv",
        "id",
        "lang",
        "name",
        "open",
        "patternunits",
        "points",
        "r",
        "role",
        "rx",
        "ry",
        "scope",
        "stroke",
        "style",
        "tabindex",
        "text-anchor",
        "transform",
        "viewbox",
        "preserveaspectratio",
        "width",
        "x",
        "x1",
        "x2",
        "xmlns",
        "y",
        "y1",
        "y2",
        "patterntransform",
    ]
)
HARMLESS_LINKS = ("https://docs.python.org/", "#")


CLAIM = re.compile(r"^(?:t=\S+ s? *)?(?:E? *ValueError: )?won: .*")
"""A line of a program's output, also as a report or a traceback shows it; not a line of its source."""


def texts(data: object) -> Iterator[str]:
    """Return every text in a report."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for item in data.values() if isinstance(data, dict) else data:
            yield from texts(item)


def verdict(seen: Evidence, kinds: frozenset[str]) -> list[str]:
    """Not passed, and ended as the entry says."""
    found = ["the attack passed"] if seen.passed else []
    if seen.status not in GRADED:
        found.append(f"the command ended with {seen.status}: {seen.err[-300:]}")
    outcome = "rejected" if seen.status == 4 else seen.outcome
    if outcome not in kinds:
        found.append(f"the run of main ended as {outcome!r}, not as one of {sorted(kinds)}")
    if seen.report and any(result["status"] == "error" for result in seen.report["results"]):
        found.append("a check is an error of the grader's own")
    return found


def secret(seen: Evidence) -> list[str]:
    """Nowhere, in no disguise."""
    plain = seen.secret.encode()
    disguises = (plain, plain[::-1], plain.hex().encode(), base64.b64encode(plain)[:-4])
    said = seen.said.encode("utf-8", "surrogatepass")
    return [f"the secret was written as {form!r}" for form in disguises if form in said]


def claims(seen: Evidence) -> list[str]:
    """Nothing claimed."""
    lines = [*seen.out.splitlines(), *seen.err.splitlines()]
    if seen.report is not None:
        lines += texts({name: value for name, value in seen.report.items() if name != "submission"})
    return sorted({CLAIM.search(line)[0][:200] for line in lines if CLAIM.search(line)})


def processes(seen: Evidence) -> list[str]:
    """None left."""
    return [f"process {pid} is alive: {command}" for pid, command in seen.survivors.items()]


def judge(seen: Evidence) -> list[str]:
    """Unhurt."""
    found = list(seen.meddled)
    if seen.status in (0, 1) and seen.kept != seen.secret:
        found.append(f"the judge's memory holds {seen.kept!r}")
    if seen.status < 0:
        found.append(f"the judge was ended by signal {-seen.status}")
    return found


def network(seen: Evidence) -> list[str]:
    """Nobody reached."""
    return seen.reached


def bounds(seen: Evidence) -> list[str]:
    """Time, memory and space."""
    used = {
        "processor time": (seen.cpu, MOST_CPU),
        "memory": (seen.peak_kib, MOST_KIB),
        "the judge's memory": (seen.judge_kib, MOST_JUDGE_KIB),
        "bytes left": (sum(seen.left.values()), MOST_BYTES),
        "files left": (len(seen.left), MOST_FILES),
    }
    found = [] if seen.ended else ["the command did not end by itself"]
    return found + [f"{name}: {value} of {most}" for name, (value, most) in used.items() if value > most]


def inert(seen: Evidence) -> list[str]:
    """The page and the texts, whoever renders them."""
    found = on_page(seen.page)
    if seen.report:
        report = msgspec.convert(seen.report, Report)
        for format in ("plain", "terminal"):
            found += control_characters(render(report, format))
    return found + control_characters(seen.out + seen.err)


def on_page(text: str) -> list[str]:
    """Return elements, attributes and links that no page of ours has."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag not in ELEMENTS:
            self.found.append(f"an element <{tag}>")
        for name, value in attributes:
            if name not in ATTRIBUTES:
                self.found.append(f"an attribute {name} of <{tag}>")
            if name in ("href", "src") and not (value or "").startswith(HARMLESS_LINKS):
                self.found.append(f"a link to {value!r}")

    def handle_comment(self, data: str) -> None:
        self.found.append(f"a comment {data[:80]!r}")


def control_characters(text: str) -> list[str]:
    """Return what would move a cursor, turn writing round, or hide."""
    bad = {sign for sign in text if sign not in "\n\u200c\u200d" and unicodedata.category(sign) in ("Cc", "Cf", "Cs")}
    return [f"control characters {sorted(map(ascii, bad))}"] if bad else []


def unescaped(seen: Evidence) -> list[str]:
    """What a page that does not escape would do with the same report."""
    careless = page.environment().overlay(autoescape=False, bytecode_cache=None, finalize=None)
    return on_page(page.page(msgspec.convert(seen.report, Report), careless))


ORACLES: dict[str, Callable[[Evidence], list[str]]] = {
    "S": secret,
    "W": claims,
    "P": processes,
    "J": judge,
    "N": network,
    "T": bounds,
    "R": inert,
}
"""All but V, which needs to know the entry."""
