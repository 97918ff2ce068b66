"""Chromium without a window, without a network of its own, and with a profile that is thrown away."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")

QUIET = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--hide-scrollbars",
)
"""Settings without which a browser would do more than open a file."""

WITHOUT_SCRIPTS = {"profile.managed_default_content_settings.javascript": 2}
"""A reader who has switched scripts off."""


def start(profile: Path, preferences: dict[str, object]):
    """Start a browser with a fresh profile."""
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = BROWSER
    for setting in (*QUIET, f"--user-data-dir={profile}"):
        options.add_argument(setting)
    options.add_experimental_option("prefs", preferences)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))


def browser(profile: Path, preferences: dict[str, object]) -> Iterator[object]:
    """Start a browser, and end it."""
    if BROWSER is None or DRIVER is None:
        pytest.skip("no chromium and chromedriver here")
    driver = start(profile, preferences)
    yield driver
    driver.quit()


@pytest.fixture(scope="module")
def reader(tmp_path_factory):
    """A browser in which scripts are switched off."""
    yield from browser(tmp_path_factory.mktemp("reader"), WITHOUT_SCRIPTS)


@pytest.fixture(scope="module")
def examiner(tmp_path_factory):
    """A browser in which scripts run, also where a page forbids them: there, escaping alone holds."""
    for driver in browser(tmp_path_factory.mktemp("examiner"), {}):
        driver.execute_cdp_cmd("Page.enable", {})
        driver.execute_cdp_cmd("Page.setBypassCSP", {"enabled": True})
        yield driver
