"""The page in a browser: readable without scripts, quiet, accessible, never wider than the window, not to be fooled."""

import functools
import json
from pathlib import Path

import pytest

from grader import notebook
from grader.report import page, render

from ..report.reports import ALL, hostile

pytestmark = pytest.mark.browser

CANARY = "return document.body.dataset.pwned"
ALLOWED = {
    *("html", "head", "meta", "title", "style", "body", "header", "main", "footer", "section", "figure", "figcaption"),
    *("h1", "h2", "h3", "h4", "p", "span", "strong", "code", "pre", "mark", "div", "ul", "li", "br"),
    *("details", "summary", "table", "caption", "thead", "tbody", "tr", "th", "td"),
    *("svg", "defs", "pattern", "path", "rect", "line", "circle", "text", "tspan", "g"),
}
"""Every element that a page is made of."""

MEASURED = """
return [...document.querySelectorAll('.run')].map(run =>
    [...run.querySelectorAll('.stretch')].map(element => {
        const box = element.getBoundingClientRect()
        return [box.left - run.getBoundingClientRect().left, box.width]
    }))
"""
"""Where the stretches of each run begin, from its edge, and how wide they are."""


def saved(folder: Path, name: str, text: str) -> str:
    """Write a page, and return its address."""
    path = folder / f"{name}.html"
    path.write_text(text, "utf-8")
    return path.as_uri()


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """Return the address of a report's page."""
    folder = tmp_path_factory.mktemp("pages")
    return functools.cache(lambda name: saved(folder, name, render(ALL[name](), "html")))


@pytest.fixture(scope="module")
def careless(tmp_path_factory):
    """The address of the hostile page, rendered with escaping switched off."""
    text = page.page(hostile(), page.environment().overlay(autoescape=False, bytecode_cache=None))
    return saved(tmp_path_factory.mktemp("careless"), "careless", text)


def requests(driver) -> set[str]:
    """Return the addresses that were asked for since this was called last, but for the browser's own pages.

    A `data:` address asks nobody; the browser's first page has one.
    """
    messages = [json.loads(entry["message"])["message"] for entry in driver.get_log("performance")]
    addresses = {
        message["params"]["request"]["url"] for message in messages if message["method"] == "Network.requestWillBeSent"
    }
    return {address for address in addresses if not address.startswith(("chrome:", "data:"))}


def size(driver, width: int) -> None:
    """Make the window as wide as a phone or a screen."""
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False},
    )


def prefer(driver, scheme: str, medium: str = "") -> None:
    """Prefer light or dark."""
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": medium, "features": features})


def open_all(driver) -> None:
    """Open everything that can be opened."""
    driver.execute_script("document.querySelectorAll('details').forEach(element => element.open = true)")


def test_scripts_are_off_in_the_readers_browser(reader, tmp_path):
    """Positive control: a page that writes itself with a script stays empty there."""
    reader.get(saved(tmp_path, "script", "<body><script>document.body.textContent = 'ran'</script></body>"))
    assert reader.find_element("tag name", "body").text == ""


def test_the_page_can_be_read_without_scripts(reader, pages):
    """Verdict, cause, line, expected, actual, timeline, question and checks are there to be seen."""
    reader.get(pages("sequential"))
    seen = reader.find_element("tag name", "body").text
    for words in (
        "Not passed yet",
        "4 of 8 points",
        "had ended: 3 s in all",
        'await task("Task A", 2)',
        "waits until this has ended",
        "Expected",
        "Actual",
        "waiting",
        "A question",
        "Checks",
        "not checked: it needs",
    ):
        assert words in seen


def test_details_open_with_the_keyboard_alone(reader, pages):
    """Tab and Enter reach the table of the timeline, without a script."""
    from selenium.webdriver.common.keys import Keys

    reader.get(pages("sequential"))
    summary = reader.find_element("css selector", "details summary")
    summary.send_keys(Keys.ENTER)
    assert reader.find_element("css selector", "details table").is_displayed()


@pytest.mark.parametrize("name", ALL)
def test_nothing_is_asked_for_but_the_file(reader, pages, name):
    """No request leaves."""
    requests(reader)
    reader.get(pages(name))
    assert requests(reader) == {pages(name)}


def test_a_request_would_be_seen(reader, tmp_path):
    """Positive control: an image elsewhere is asked for, and found."""
    address = "http://127.0.0.1:9/canary.png"
    requests(reader)
    reader.get(saved(tmp_path, "image", f'<body><img src="{address}"></body>'))
    assert address in requests(reader)


def test_hostile_text_does_nothing_even_where_scripts_run(examiner, pages):
    """Escaping alone holds: the policy is switched off in this browser."""
    examiner.get(pages("hostile"))
    open_all(examiner)
    assert examiner.execute_script(CANARY) is None
    assert examiner.execute_script("return document.getElementById('intruder')") is None
    found = examiner.execute_script("return [...new Set([...document.querySelectorAll('*')].map(e => e.localName))]")
    assert set(found) - ALLOWED == set()


def test_without_escaping_hostile_text_would_do_something(examiner, careless):
    """Positive control: the canary dies, the intruder is there, and a frame is asked for."""
    requests(examiner)
    examiner.get(careless)
    assert "http://127.0.0.1:9/" in requests(examiner)
    assert examiner.execute_script(CANARY) is not None
    assert examiner.execute_script("return document.getElementById('intruder') !== null")


def test_the_policy_alone_holds_too(tmp_path_factory, careless):
    """Without escaping, in a browser in which scripts may run, the page's policy lets nothing run and nothing load."""
    from .conftest import browser

    for driver in browser(tmp_path_factory.mktemp("strict"), {}):
        requests(driver)
        driver.get(careless)
        assert driver.execute_script(CANARY) is None
        assert [address for address in requests(driver) if address.startswith("http")] == []
        assert "Content Security Policy" in str(driver.get_log("browser"))


@pytest.mark.parametrize("width", [320, 360, 768, 1200])
@pytest.mark.parametrize("name", ALL)
def test_the_page_never_scrolls_sideways(examiner, pages, name, width):
    """Whatever is in it, and with everything open; code and tables scroll in their own regions."""
    size(examiner, width)
    examiner.get(pages(name))
    open_all(examiner)
    widths = "return [document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    assert examiner.execute_script(widths) == [width, width]


def test_a_page_that_is_too_wide_would_be_seen(examiner, tmp_path):
    """Positive control."""
    size(examiner, 360)
    examiner.get(saved(tmp_path, "wide", "<!DOCTYPE html><body><div style='width: 500px'>wide</div></body>"))
    assert examiner.execute_script("return document.documentElement.scrollWidth") > 360


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ALL)
def test_axe_finds_no_violation(examiner, pages, name, scheme):
    """Contrast, names, roles, order of headings, regions: in light and in dark, with everything open."""
    from axe_selenium_python import Axe

    size(examiner, 1200)
    prefer(examiner, scheme)
    examiner.get(pages(name))
    open_all(examiner)
    axe = Axe(examiner)
    axe.inject()
    assert [(found["id"], found["nodes"][0]["html"]) for found in axe.run()["violations"]] == []


def test_axe_would_find_a_violation(examiner, tmp_path):
    """Positive control: grey on grey, a picture without words, no language."""
    from axe_selenium_python import Axe

    examiner.get(saved(tmp_path, "poor", "<body style='background:#fff'><p style='color:#ccc'>pale</p><img></body>"))
    axe = Axe(examiner)
    axe.inject()
    assert {"color-contrast", "image-alt", "html-has-lang"} <= {found["id"] for found in axe.run()["violations"]}


def test_light_and_dark_are_told_apart(examiner, pages):
    """The page follows the reader's preference."""
    grounds = []
    for scheme in ("light", "dark"):
        prefer(examiner, scheme)
        examiner.get(pages("sequential"))
        grounds.append(examiner.execute_script("return getComputedStyle(document.documentElement).backgroundColor"))
    assert grounds[0] != grounds[1]


def test_dark_is_printed_on_white(examiner, pages):
    """Paper is white, also for those who read in the dark."""
    prefer(examiner, "dark", "print")
    examiner.get(pages("sequential"))
    assert examiner.execute_script("return getComputedStyle(document.documentElement).backgroundColor") == (
        "rgb(255, 255, 255)"
    )
    prefer(examiner, "light")


def test_the_expected_line_is_above_the_actual_one(examiner, pages):
    """And the two runs are side by side where there is room, one below the other where there is none."""
    places = (
        "return [...document.querySelectorAll(arguments[0])].slice(0, 2)"
        ".map(element => { const box = element.getBoundingClientRect(); return [box.left, box.top] })"
    )
    size(examiner, 1200)
    examiner.get(pages("sequential"))
    expected, actual = examiner.execute_script(places, ".compared > div")
    assert expected[1] < actual[1]
    one, other = examiner.execute_script(places, ".run")
    assert (one[1], one[0] < other[0]) == (other[1], True)
    size(examiner, 360)
    one, other = examiner.execute_script(places, ".run")
    assert (one[0], one[1] < other[1]) == (other[0], True)


def test_lanes_are_as_long_as_the_clock_says(examiner, pages):
    """Measured in pixels: Task B begins where Task A ends, and a second is as long in both runs."""
    size(examiner, 1200)
    examiner.get(pages("sequential"))
    boxes = examiner.execute_script(MEASURED)
    (_, first, second), (_, right, _) = boxes
    assert first[0] + first[1] == pytest.approx(second[0], abs=1)
    assert first == pytest.approx(right, abs=1)


def framed(driver, folder: Path, page_: str, *, sandbox: bool = True) -> tuple[str | None, str]:
    """Show a page as below a cell, and return what a script of it left behind, and the font that it is written in."""
    text = notebook.frame(page_)
    driver.get(saved(folder, "framed", text if sandbox else text.replace(" sandbox ", " ")))
    driver.switch_to.frame(0)
    body = driver.find_element("tag name", "body")
    return body.get_attribute("data-pwned"), body.value_of_css_property("font-family")


def test_nothing_runs_in_the_frame_of_a_notebook(examiner, tmp_path):
    """Not even what was not escaped, in a browser that heeds no policy; without the sandbox it would run."""
    careless = page.page(hostile(), page.environment().overlay(autoescape=False, bytecode_cache=None))
    assert framed(examiner, tmp_path, careless)[0] is None
    assert framed(examiner, tmp_path, careless, sandbox=False)[0] is not None


def test_the_page_keeps_its_style_in_the_frame_of_a_notebook(reader, tmp_path):
    """Its policy lets its own style sheet in there, too."""
    assert "sans-serif" in framed(reader, tmp_path, render(ALL["sequential"](), "html"))[1]
    assert "sans-serif" not in framed(reader, tmp_path, "<p>nothing")[1]
