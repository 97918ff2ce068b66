"""The page of `grade watch` in a browser: it shows the latest report, and follows, where the reader was."""

import contextlib

import pytest

from grader.report import render
from grader.watch.page import served

from ..report.reports import passed, sequential

pytestmark = pytest.mark.browser

UNTIL = """
const done = arguments[0]
const look = () => { if (HOLDS) { observer.disconnect(); done() } }
const observer = new MutationObserver(look)
observer.observe(document, {subtree: true, childList: true, attributes: true, characterData: true})
look()
"""
"""Waits, without looking again and again, until the page is in a certain state."""

PLACE = """
const {contentWindow, contentDocument} = document.querySelector("iframe")
return [contentWindow.scrollY, contentDocument.querySelector("details").open]
"""
"""Where the reader is: how far down, and whether the first part that can be opened is."""

SCROLLED = """
const {contentWindow, contentDocument} = document.querySelector("iframe")
contentDocument.querySelector("details").open = true
contentWindow.scrollTo(0, 300)
"""


@pytest.fixture(scope="module")
def viewer(examiner):
    """A browser in which scripts run where the page allows it: as the reader's."""
    examiner.execute_cdp_cmd("Page.setBypassCSP", {"enabled": False})
    examiner.set_script_timeout(30)
    return examiner


def until(driver, holds):
    """Wait until an expression holds in the page."""
    driver.execute_async_script(UNTIL.replace("HOLDS", holds))


def complaints(driver):
    """Return what the browser has complained of since this was called last."""
    return [entry["message"] for entry in driver.get_log("browser")]


def test_the_page_follows_the_reports_and_keeps_the_place(viewer):
    """The next report comes by itself, at the same height, with the same parts open; at the end it says so."""
    complaints(viewer)
    with contextlib.ExitStack() as stack:
        page = stack.enter_context(served())
        page.show(render(sequential(), "html"))
        viewer.get(page.address)
        until(viewer, "document.body.dataset.report === '1'")
        assert viewer.title.startswith("Not passed yet")
        viewer.execute_script(SCROLLED)
        page.show(render(sequential(), "html").replace("Not passed yet", "Still not passed"))
        until(viewer, "document.body.dataset.report === '2'")
        assert viewer.title.startswith("Still not passed")
        assert viewer.execute_script(PLACE) == [300, True]
        page.show(render(passed(), "html"))
        until(viewer, "document.body.dataset.report === '3'")
        assert viewer.title.startswith("Passed")
        assert viewer.execute_script("return document.querySelectorAll('iframe').length") == 1
        stack.close()
        until(viewer, "document.querySelector('[role=status]').textContent.includes('has ended')")
    assert viewer.title.startswith("Passed")
    assert complaints(viewer) == []


def test_a_report_that_brings_a_script_runs_none(viewer):
    """The frame allows none, whatever the report says; the policy of the report itself is not needed for it."""
    with served() as page:
        page.show("<!DOCTYPE html><title>bad</title><body><script>parent.document.body.dataset.pwned = 1</script>")
        viewer.get(page.address)
        until(viewer, "document.body.dataset.report === '1'")
        assert viewer.execute_script("return document.body.dataset.pwned") is None
