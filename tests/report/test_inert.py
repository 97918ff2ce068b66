"""A learner's text is text in every report for other programs: a table of what could be more, and of where it would be.

A report with a hostile text in every place that a learner has a say in is read as the other program reads it. It must
have the same shape as one with a plain word in these places (no element, key, command, row or mark more), and nothing
in it that cannot be seen. The control: put into the finished report as it stands, the text is more than text.
"""

import csv
import io
import json
import re

import pytest
from lxml import etree
from markdown_it import MarkdownIt

from grader.model import Diagnostic, Raised, Submission
from grader.report import FORMATS, render
from grader.report.exchange.markdown import SIGNS

from .reports import check, report

WORD = "plainword"
OURS = ("terminal", "plain", "brief", "spoken", "concise", "html", "json")
"""Formats that other tests see to."""

IN_JSON = ("classroom50", "gitlab", "gradescope")
EVERY = (*IN_JSON, "csv", "github", "junit", "markdown")

HOSTILE = {
    "markup": ("<img src=x onerror=alert(1)>", ("junit", "markdown")),
    "the end of a section": ("]]><testcase name='x'/>", ("junit",)),
    "a link": ("[x](http://evil.example) <http://evil.example>", ("junit", "markdown")),
    "a fence": ("a\n````\n# heading\n<b>", ("csv", "github", "junit", "markdown", *IN_JSON)),
    "a cell more": ("a | b | c", ("markdown",)),
    "a formula": ('=HYPERLINK("http://evil.example")', ("csv",)),
    "a formula of a spreadsheet": ("@SUM(1+1)*cmd|' /C calc'!A0", ("csv", "markdown")),
    "a quote and a row": ('","=1+1"\n=1+1,', ("csv", "github", "junit", "markdown", *IN_JSON)),
    "a command of a workflow": ("x\n::add-mask::x\n", ("csv", "github", "markdown", *IN_JSON)),
    "a command of old": ("\n##[set-output name=x]y", ("csv", "github", *IN_JSON)),
    "a property more": ("x,line=9,title=y::z", ("github",)),
    "per cent": ("%0A::error::x", ("github",)),
    "a grade of VPL": ("\nGrade :=>> 100\n", ("csv", "github", "junit", "markdown", *IN_JSON)),
    "control characters": ("a\x00\x07\x08b\x85", EVERY),
    "colours": ("\x1b[31mred\x1b[0m\x1b]0;title\x07", EVERY),
    "marks of direction": ("\u202egnp.exe\u2066x", EVERY),
    "an invisible mark": ("a\ufeffb\u2028c", EVERY),
    "a key of JSON": ('", "score": 100, "x": "', IN_JSON),
}
"""What it is -> (the text, the formats in which it would be more than text)."""


def made(text):
    """Return a report with a text in every place that a learner has a say in, and in the title of a check."""
    failed = {"message": text, "expected": (text,), "actual": (text,), "target": text}
    return report(
        score=1,
        max_score=4,
        submission=Submission(name=text, source=text.replace("\n", " ") + "\n" + text),
        outcome=Raised(error=text, message=text),
        results=(
            check("a", "first", "failed", 1, **failed, diagnostics=("one",), run=0),
            check("b", "second", "failed", 1, **failed),
            check("c", "third", "skipped", 1, message=text),
            check("d", text),
        ),
        diagnostics=(
            Diagnostic(code="one", message=text, file=text, line=1, label=text, notes=(text,), hint=text),
            Diagnostic(code="two", message=text, file=text, line=2, label=text),
        ),
        hint=text,
    )


# --- how others read it: (shape, strings) ---


def keys(value):
    """Return the shape of JSON."""
    match value:
        case dict():
            return {key: keys(inner) for key, inner in value.items()}
        case list():
            return [keys(inner) for inner in value]
    return type(value).__name__


def strings(value):
    """Return the texts in JSON."""
    match value:
        case dict():
            return [text for inner in value.values() for text in strings(inner)]
        case list():
            return [text for inner in value for text in strings(inner)]
        case str():
            return value.split("\n")
    return []


def as_json(text):
    """Read JSON with its keys in order, twice the same one among them."""
    pairs = []
    data = json.loads(text, object_pairs_hook=lambda found: pairs.append(len(found)) or dict(found))
    return (keys(data), pairs), strings(data)


def as_lines(text):
    """Read a workflow's output: which line is which command, with which properties."""
    lines = text.removesuffix("\n").split("\n")
    shape = [
        (command[1], re.findall(r"(?:^|,)(\w+)=", command[2]), command[2].count(":"), "%0A::" in line)
        if (command := re.fullmatch("::([a-z-]+) (.*?)::.*", line))
        else line
        for line in lines
    ]
    return shape, lines


def as_xml(text):
    """Read JUnit's XML."""
    root = etree.fromstring(text.encode("utf-8"))
    found = [(element.tag, sorted(element.attrib)) for element in root.iter()]
    values = [value for element in root.iter() for value in (*element.attrib.values(), element.text or "")]
    return found, [line for value in values for line in value.split("\n")]


def as_table(text):
    """Read CSV: rows and cells, and which cells a spreadsheet computes."""
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    return [[cell.lstrip()[:1] in tuple("=+-@\t\r") for cell in row] for row in rows], [
        cell for row in rows for cell in row
    ]


def as_markdown(text):
    """Read Markdown: which blocks and marks there are, in which cells it stands what became of a check, who is told."""
    tokens = [inner for token in MarkdownIt("gfm-like").parse(text) for inner in (token, *(token.children or ()))]
    shape = [token.type for token in tokens if token.type not in ("text", "code_inline", "softbreak")]
    shape += [f"{place}: {token.content}" for place, token in enumerate(tokens) if token.content[:1] in SIGNS.values()]
    shape += [told for token in tokens if token.type == "text" for told in re.findall(r"(?<!\w)@\w+", token.content)]
    return shape, text.split("\n")


READ = {
    "csv": as_table,
    "github": as_lines,
    "junit": as_xml,
    "markdown": as_markdown,
    **dict.fromkeys(IN_JSON, as_json),
}
"""Format -> how it is read."""


def unseen_in(found):
    """Return the texts with something in them that cannot be seen, but for joiners, which are part of scripts."""
    return [text for text in found if not re.sub("[\u200c\u200d\u2060]", "", text).isprintable()]


def more_than_text(format, text):
    """Tell what of a report is more than there is with a plain word, or empty."""
    plain, _ = READ[format](render(made(WORD), format))
    try:
        shape, found = READ[format](text)
    except (ValueError, csv.Error, etree.XMLSyntaxError) as error:
        return f"it cannot be read: {error}"
    unseen = unseen_in(found)
    read_by_vpl = re.search(r"^(?:Grade|Comment) :=>>|^<\|--", text, re.MULTILINE)
    return "" if shape == plain and not unseen and not read_by_vpl else f"{shape} {unseen} {read_by_vpl}"


def test_every_format_for_other_programs_is_in_the_table():
    """One that is new has to say how it is read."""
    assert set(EVERY) == set(READ) == set(FORMATS) - set(OURS)


@pytest.mark.parametrize("format", EVERY)
@pytest.mark.parametrize("what", HOSTILE)
def test_a_text_is_text(what, format):
    """In every place that a learner has a say in."""
    assert more_than_text(format, render(made(HOSTILE[what][0]), format)) == ""


@pytest.mark.parametrize(
    ("what", "format"), [(what, format) for what, (_, formats) in HOSTILE.items() for format in formats]
)
def test_as_it_stands_it_would_be_more(what, format):
    """Control: what is put into a report without care is found."""
    assert more_than_text(format, render(made(WORD), format).replace(WORD, HOSTILE[what][0]))
