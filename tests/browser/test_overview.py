"""An overview in a browser: accessible, quiet, never wider than the window, of one exercise and of several."""

import pytest

from grader.batch.classes import Class
from grader.batch.overall import overall
from grader.batch.overview import overview
from grader.report.overview import render

from ..batch.test_overview import CLASS, EXERCISE
from .test_page import ALLOWED, CANARY, open_all, prefer, requests, saved, size

pytestmark = pytest.mark.browser

MANY = [*CLASS, *CLASS, *CLASS]
WHOLE = [Class(exercise=EXERCISE, grades=MANY), Class(exercise=EXERCISE, grades=MANY[:9])]


@pytest.fixture(scope="module", params=["one exercise", "several"])
def address(request, tmp_path_factory):
    """The address of an overview of a class in which a name is hostile."""
    told = (
        overview(EXERCISE, MANY)
        if request.param == "one exercise"
        else overall(WHOLE, [overview(found.exercise, found.grades) for found in WHOLE])
    )
    return saved(tmp_path_factory.mktemp("overview"), "overview", render(told))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(examiner, address, scheme):
    """In light and in dark, with everything open; nothing runs, and nothing is asked for."""
    from axe_selenium_python import Axe

    size(examiner, 1200)
    prefer(examiner, scheme)
    requests(examiner)
    examiner.get(address)
    open_all(examiner)
    assert requests(examiner) == {address}
    assert examiner.execute_script(CANARY) is None
    found = examiner.execute_script("return [...new Set([...document.querySelectorAll('*')].map(e => e.localName))]")
    assert set(found) - ALLOWED <= {"article", "ol"}
    axe = Axe(examiner)
    axe.inject()
    assert [(found["id"], found["nodes"][0]["html"]) for found in axe.run()["violations"]] == []


@pytest.mark.parametrize("width", [320, 768])
def test_the_page_never_scrolls_sideways(examiner, address, width):
    """Tables scroll in regions of their own."""
    size(examiner, width)
    examiner.get(address)
    open_all(examiner)
    assert examiner.execute_script("return document.documentElement.scrollWidth") == width


def test_everything_has_a_number_beside_its_bar(examiner, address):
    """For who sees no bars: in each row of a table with bars stands a count."""
    examiner.get(address)
    read = "return [...document.querySelectorAll('.bars tbody tr')].map(row => row.querySelector('.count').innerText)"
    counts = examiner.execute_script(read)
    assert len(counts) >= 10
    assert all(counts)
