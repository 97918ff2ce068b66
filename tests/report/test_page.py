"""The page, read back with a parser: what is in it, what is not, and in which order."""

import base64
import hashlib
import itertools
import re
from html.parser import HTMLParser

import pytest

from grader.report import page, render

from .reports import ALL, HOSTILE, MARKUP, hostile, passed, report, sequential
from .test_terminal import order

VOID = {"br", "meta", "link", "img", "input", "hr"}
LOADS = {
    "script",
    "img",
    "iframe",
    "object",
    "embed",
    "audio",
    "video",
    "source",
    "link",
    "base",
    "form",
    "a",
    "use",
    "image",
}
"""Elements that run something, fetch something, or lead away."""


class Elements(HTMLParser):
    """The elements of a page, their attributes, and the text in them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        """Keep an element."""
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        """Keep an element that ends at once."""
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        """Elements end in order."""
        assert self.open.pop() == tag

    def handle_data(self, data):
        """Keep text outside the style sheet."""
        if self.open[-1:] != ["style"]:
            self.text.append(data)

    @property
    def tags(self) -> set[str]:
        """The names of all elements."""
        return {tag for tag, _ in self.elements}


def without_escaping(made) -> str:
    """Render a page with escaping switched off: what every test of it must notice."""
    # With the cache it would be the escaping one, or the other would be kept for everybody.
    careless = page.environment().overlay(autoescape=False, bytecode_cache=None)
    return page.page(made, careless)


@pytest.mark.parametrize("name", ALL)
def test_a_page_is_well_formed(name):
    """Every element ends, in order, and no id is there twice."""
    read = Elements(render(ALL[name](), "html"))
    ids = [attributes["id"] for _, attributes in read.elements if "id" in attributes]
    assert read.open == []
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", ALL)
def test_nothing_runs_and_nothing_is_fetched(name):
    """No script, no handler, no address, no style outside the one sheet."""
    read = Elements(render(ALL[name](), "html"))
    assert read.tags & LOADS == set()
    for tag, attributes in read.elements:
        assert {
            key for key in attributes if key.startswith("on") or key in ("src", "href", "style", "action")
        } == set(), tag
    assert "url(" not in (page.environment().get_template("report.css").render())
    assert "@import" not in render(ALL[name](), "html")


def test_without_escaping_the_hostile_report_would_run_and_fetch():
    """Positive control: the tests before this one look for what the hostile report would bring in."""
    text = without_escaping(hostile())
    assert {"<script>document", "<img src=x onerror", "<iframe src"} <= {
        part for part in ("<script>document", "<img src=x onerror", "<iframe src") if part in text
    }


def test_a_hostile_report_has_the_elements_of_a_harmless_one():
    """Text stays text: no element is in the one page that the others do not have."""
    harmless = set().union(*(Elements(render(ALL[name](), "html")).tags for name in ALL if name != "hostile"))
    assert Elements(render(hostile(), "html")).tags - harmless == set()


@pytest.mark.parametrize("text", MARKUP)
def test_markup_is_shown_as_it_was_written(text):
    """The reader sees the learner's own letters, not what they would do; a template is not rendered a second time."""
    shown = "".join(Elements(render(report(title=text), "html")).text)
    assert text.replace("`", "") in shown


def test_the_policy_lets_nothing_but_the_style_sheet_through():
    """The sheet is known by its hash, so that no other one counts either."""
    text = render(sequential(), "html")
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = next(
        attributes["content"]
        for tag, attributes in Elements(text).elements
        if attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.split("; ") == [
        "default-src 'none'",
        f"style-src 'sha256-{digest}'",
        "base-uri 'none'",
        "form-action 'none'",
    ]


def test_the_policy_stands_before_what_it_is_for():
    """A policy counts from where it stands."""
    text = render(sequential(), "html")
    assert tuple(order(text, "<meta charset", "Content-Security-Policy", "<title>", "<style>", "<body")) == (
        "<meta charset",
        "Content-Security-Policy",
        "<title>",
        "<style>",
        "<body",
    )


def test_root_cause_comes_first_then_the_checks():
    """Verdict, fact, line, expected above actual, timelines, table, notes, question, checks, program, place."""
    text = "".join(Elements(render(sequential(), "html")).text)
    parts = (
        "4 of 8 points\n",
        "Root cause",
        "[sequential-awaits]",
        "gather.py, line 11",
        "waits until this has ended",
        "Expected",
        "Actual",
        "Timeline of",
        "Actual run",
        "Expected run",
        "as a table",
        "Notes",
        "A question",
        "grade explain sequential-awaits",
        "Checks",
        "not checked: it needs",
        "The program\n",
        "Practice run",
    )
    assert tuple(order(text, *parts)) == parts


@pytest.mark.parametrize("name", ALL)
def test_headings_are_in_order(name):
    """There is one first heading, and no level is left out."""
    levels = [int(tag[1]) for tag, _ in Elements(render(ALL[name](), "html")).elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in itertools.pairwise(levels))


@pytest.mark.parametrize("name", ALL)
def test_what_scrolls_can_be_reached_with_the_keyboard(name):
    """Every region that can scroll takes the focus and has a name."""
    for _, attributes in Elements(render(ALL[name](), "html")).elements:
        if "scroll" in (attributes.get("class") or "").split():
            assert (attributes.get("tabindex"), attributes.get("role")) == ("0", "region")
            assert attributes.get("aria-label")


def test_tables_have_captions_and_heads():
    """Each of the two runs as a table: a caption, heads of columns and of rows."""
    read = Elements(render(sequential(), "html"))
    scopes = [attributes["scope"] for tag, attributes in read.elements if tag == "th"]
    assert [tag for tag, _ in read.elements].count("caption") == 2
    assert (scopes.count("col"), scopes.count("row")) == (10, 6)


def test_the_marked_line_is_marked_in_the_whole_program_too():
    """The listing has every line, numbered as the editor numbers them."""
    lines = [
        (attributes["data-n"], attributes["class"])
        for _, attributes in Elements(render(sequential(), "html")).elements
        if "data-n" in attributes
    ]
    listing = lines[-12:]
    assert [number for number, _ in listing] == [str(number) for number in range(1, 13)]
    assert [number for number, name in listing if "hit" in name] == ["11"]


@pytest.mark.parametrize("name", ["sequential", "passed", "blocked", "deadlocked"])
def test_a_usual_page_is_small(name):
    """Far below 150 KiB."""
    assert len(render(ALL[name](), "html").encode("utf-8")) < 60 * 1024


def test_what_is_left_out_is_counted():
    """Lanes, lines of output, lines of source, diagnostics."""
    text = "".join(Elements(render(hostile(), "html")).text)
    for words in (
        "… 260 more calls left out",
        "… 9,989 more lines of output left out",
        "… and 9 more, not opened here",
        "0 lines before and 9,615 lines after these are left out",
    ):
        assert words in text


def test_a_page_without_a_fault_shows_what_the_program_did():
    """One run, no expected one beside it, no root cause."""
    text = render(passed(), "html")
    assert "What the program did" in text
    assert "Root cause" not in text
    assert text.count('class="chart"') == 1


def test_what_is_seen_is_told_in_words_too():
    """Passed and failed are not told by a sign or a colour alone."""
    shown = "".join(Elements(render(sequential(), "html")).text)
    assert (shown.count("passed: "), shown.count("failed: "), shown.count("skipped: ")) == (2, 1, 1)


def test_code_is_set_off_and_escaped():
    """Backticks become an element, what is between them text."""
    assert page.code("a `<b>` c") == "a <code>&lt;b&gt;</code> c"
    assert page.code("`a`` \x1b") == "<code>a</code>` \\x1b"


def test_hostile_texts_are_not_all_alike():
    """The hostile report holds what a page could fall for."""
    assert len(set(HOSTILE)) == len(HOSTILE)
    assert any("</style>" in text for text in HOSTILE)


def test_a_sentence_of_the_graders_is_set_off_and_a_line_of_output_is_not():
    """Backticks in what a program printed are its own."""
    assert page.compared("`main()` ends by itself") == "<code>main()</code> ends by itself"
    assert page.compared("t=0 s  `x` <b>") == '<span class="time">t=0 s</span>  `x` &lt;b&gt;'


def test_no_line_breaks_between_a_number_and_its_unit():
    """In a sentence, where code is what it is."""
    assert page.code("`sleep(2) s` took 3 s") == '<code>sleep(2) s</code> took <span class="time">3 s</span>'
