"""The timeline as SVG: read back as XML, and measured."""

from xml.etree import ElementTree

import pytest

from grader.report import svg
from grader.report.lanes import pair

from .reports import ALL, HOSTILE, SEQUENTIAL_TIMELINE, at, does, waits
from .test_lanes import timeline

SVG = "{http://www.w3.org/2000/svg}"


def drawn(made, which: str = "actual") -> ElementTree.Element:
    """Draw a run and read the drawing."""
    pictures = pair(made)
    return ElementTree.fromstring(svg.draw(getattr(pictures, which), pictures, "t", "A run"))


def classed(root: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    """Return the elements of a class."""
    return [element for element in root.iter() if name in element.get("class", "").split()]


def stretches(root: ElementTree.Element) -> list[tuple[str, str]]:
    """Return where each stretch begins, and how wide it is."""
    return [(element.get("x"), element.get("width")) for element in classed(root, "stretch")]


def labels(root: ElementTree.Element) -> list[str]:
    """Return what is written above each lane, without what is shown when it is pointed at."""
    for label in classed(root, "label"):
        for title in label.findall(f"{SVG}title"):
            title.text = ""
    return ["".join(label.itertext()) for label in classed(root, "label")]


def test_there_is_a_lane_for_each_call():
    """Each has its label, and the one with which the two runs part has a sign."""
    assert labels(drawn(SEQUENTIAL_TIMELINE)) == ["main()", "task('Task A', 2)", "▸ task('Task B', 1)"]


def test_calls_that_are_folded_are_drawn_as_a_line_each():
    """From its beginning to its end, on a lane that is the higher the more they are."""
    calls = [waits(n, f"f({n})", 0, n) for n in range(2, 202)]
    root = drawn(timeline(waits(1, "main()", 0, 201), *calls, end=201))
    (path,) = classed(root, "each")
    lines = path.get("d").split("M")[1:]
    assert len(lines) == 197
    assert lines[0] == "0 0.5H24" and lines[-1] == "0 196.5H1000"
    assert int(root.get("height")) == 5 * svg.ROW + svg.MANY + svg.AXIS


def test_stretches_lie_where_the_clock_says():
    """The second call begins at 2 s of 3 s, where the first one ends."""
    assert stretches(drawn(SEQUENTIAL_TIMELINE)) == [("0%", "100.00%"), ("0%", "66.67%"), ("66.67%", "33.33%")]


def test_the_expected_run_is_on_the_same_scale():
    """Two seconds are two thirds of the axis in both drawings, and both name the same times."""
    assert stretches(drawn(SEQUENTIAL_TIMELINE, "expected")) == [("0%", "66.67%"), ("0%", "66.67%"), ("0%", "33.33%")]
    axes = [
        [(tick.get("x"), tick.text) for tick in classed(drawn(SEQUENTIAL_TIMELINE, which), "tick")]
        for which in ("actual", "expected")
    ]
    assert axes[0] == axes[1]
    assert axes[0][-1] == ("100%", "3 s")


def test_what_a_call_does_is_told_by_shape_and_word():
    """Running is solid, waiting a class with a dashed outline, blocked hatched; wide ones carry the word."""
    parts = (("running", 0, 1, ""), ("waiting", 1, 2, "x.get()"), ("blocked", 2, 3, "time.sleep(1)"))
    root = drawn(timeline(does(1, "main()", *parts), end=3))
    words = [element.text for element in classed(root, "word")]
    assert words == ["running", "waiting", "blocked"]
    assert [len(classed(root, word)) for word in words] == [2, 2, 2]
    hatched = [element.get("fill") for element in root.iter(f"{SVG}rect") if element.get("fill")]
    assert hatched == ["url(#t-hatch)"]


def test_a_narrow_stretch_carries_no_word():
    """A word that does not fit is left to the legend; what it waited for is still told when it is pointed at."""
    root = drawn(timeline(waits(1, "main()", 0, 1), end=10))
    assert classed(root, "word") == []
    assert [one[0].text for one in classed(root, "stretch")] == ["waiting 0 s to 1 s: asyncio.sleep(1)"]


def test_a_call_that_took_no_time_can_be_seen():
    """It is a line at its moment."""
    lines = classed(drawn(timeline(waits(1, "main()", 0.5, 0.5))), "instant")
    assert [(line.get("x1"), line.get("x2")) for line in lines] == [("50%", "50%")]


def test_a_call_that_was_cut_off_says_so():
    """An end that is no end of its own is told in words."""
    root = drawn(timeline(waits(1, "main()", 0, 1, finished=False)))
    assert [element.text for element in classed(root, "cut-off")] == [" · cut off"]


def test_lines_of_output_are_marked_on_the_lane():
    """A mark lies at the moment, and tells the lines."""
    marks = classed(drawn(SEQUENTIAL_TIMELINE), "printed")
    assert [mark.get("cx") for mark in marks] == ["0%", "66.67%", "66.67%", "100%"]
    assert marks[0].find(f"{SVG}title").text == "printed at 0 s\nTask A started"


def test_the_end_of_the_run_is_marked():
    """Also where it lies before the end of the axis."""
    assert [line.get("x1") for line in classed(drawn(SEQUENTIAL_TIMELINE, "expected"), "end")] == ["66.67%"]


def test_nothing_lies_beyond_the_axis():
    """A run that is cut is drawn up to the end of the scale."""
    made = timeline(
        waits(1, "main()", 0, 3600),
        waits(2, "late()", 3000, 3600),
        end=3600,
        expected=(waits(1, "main()", 0, 2),),
        expected_end=at(2),
    )
    assert stretches(drawn(made)) == [("0%", "100.00%")]
    assert classed(drawn(made), "end") == []


def test_a_run_without_a_call_says_so():
    """An empty drawing would look like a fault."""
    assert [element.text for element in classed(drawn(timeline()), "label")] == [svg.NOTHING]


def test_the_drawing_has_a_name_for_those_who_do_not_see_it():
    """What it shows stands in its title, by which it is labelled."""
    root = drawn(SEQUENTIAL_TIMELINE)
    title = root.find(f"{SVG}title")
    assert (root.get("role"), root.get("aria-labelledby"), title.text) == (
        "img",
        title.get("id"),
        "A run: 3 awaited calls in 3 s",
    )


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_labels_stay_text(words):
    """The drawing has the elements that it has for a harmless label, and the label is what was given."""
    label, harmless = [
        drawn(timeline(waits(1, name, 0, 1, lines=((0, name),))))
        for name in (words.replace("\ud800", "").replace("\udfff", ""), "main()")
    ]
    assert [element.tag for element in label.iter()] == [element.tag for element in harmless.iter()]


def test_without_escaping_a_hostile_label_would_be_more_than_text(monkeypatch):
    """Positive control: what the test before this one looks for can be found."""
    monkeypatch.setattr(svg, "text", lambda words: words)
    made = timeline(waits(1, "<a/>", 0, 1))
    assert f"{SVG}a" in [element.tag for element in drawn(made).iter()]


@pytest.mark.parametrize("name", ALL)
def test_every_drawing_is_well_formed(name):
    """Whatever the report, the drawing can be read as XML, and no id is there twice."""
    for made in ALL[name]().timelines:
        for which in ("actual", "expected"):
            if getattr(pair(made), which) is not None:
                ids = [element.get("id") for element in drawn(made, which).iter() if element.get("id")]
                assert len(ids) == len(set(ids))
