"""What the keys of `grade watch` ask for: hints, the list, the next exercise, the report in a browser."""

import shutil
import subprocess
import webbrowser

import pytest

from grader.cli import main, watching
from grader.cli.target import find
from grader.cli.watching import Wishes, task
from grader.course import progress
from grader.course.progress import Standing
from grader.errors import NotFoundError, ProgressError
from grader.exercise import course_root, load_course
from grader.model import Submission
from grader.watch.page import served

from .conftest import report

COURSE = load_course(course_root()).exercises
PASSED = Standing(score=12, max_score=12, passed="2026-05-04", attempts=1)


@pytest.fixture(scope="module")
def fresh(tmp_path_factory):
    """Make a course folder once."""
    folder = tmp_path_factory.mktemp("fresh") / "mine"
    assert main(["init", str(folder)]) == 0
    return folder


@pytest.fixture
def mine(fresh, tmp_path, monkeypatch):
    """Stand in a copy of the course folder."""
    monkeypatch.chdir(shutil.copytree(fresh, tmp_path / "mine"))
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LINES", "15")
    return tmp_path / "mine"


def wishes(name="02", **fields):
    """Return what can be asked for while an exercise is watched."""
    (found,) = find(name, None, watching.Path.cwd())
    return Wishes(found, **{"page": None, "has_keys": True, "is_drawn": True, **fields})


def passes(*slugs):
    """Write into the progress that exercises are passed."""
    workspace = find("02", None, watching.Path.cwd())[0].workspace
    for slug in slugs:
        progress.change(workspace, slug, lambda standing: PASSED)


def graded(status="passed"):
    """Return a report."""
    return report(Submission(name="gather.py", source="x = 1\n"), [status])


def test_there_is_one_hint_more_each_time(mine):
    """As with `grade hint`, which goes on from there."""
    asked = wishes()
    assert [asked.hint().partition(":")[0] for _ in range(2)] == ["02_gather, hint 1 of 3", "02_gather, hint 2 of 3"]
    asked.hint()
    assert [line.partition(" ")[0] for line in asked.hint().splitlines()[1:]] == ["1.", "2.", "3."]


@pytest.mark.parametrize("name", ["01", "13", COURSE[-1]])
def test_the_list_shows_the_exercises_around_this_one(mine, name):
    """As many as there is room for."""
    _, _, *rows = wishes(name).list().splitlines()
    assert len(rows) == 15 - watching.AROUND
    assert any(find(name, None, mine)[0].exercise.name in row for row in rows)


def test_elsewhere_than_on_a_screen_the_list_is_whole(mine):
    """There is always room."""
    assert len(wishes(is_drawn=False).list().splitlines()) == 2 + len(COURSE)


def test_next_is_the_next_one_that_is_not_passed(mine):
    """Those that are passed are skipped; after the last one it begins again."""
    passes("03_chain")
    asked = wishes()
    assert (asked.next(), asked.following.exercise.name) == ("", "04_background")
    last = wishes(COURSE[-1])
    assert (last.next(), last.following.exercise.name) == ("", "01_first_await")


def test_where_every_other_one_is_passed_next_says_so(mine):
    """And the exercise is still there."""
    passes(*(slug for slug in COURSE if slug != "02_gather"))
    asked = wishes()
    assert (asked.next(), asked.then(), asked.following) == (*["Every other exercise is passed."] * 2, None)


def test_a_next_exercise_whose_file_is_gone_is_told(mine):
    """With what brings it back."""
    (mine / "03_chain" / "chain.py").unlink()
    with pytest.raises(NotFoundError, match="grade update"):
        wishes().next()


def test_what_comes_after_passing_is_said_with_its_key(mine):
    """Or without, where there are no keys."""
    assert wishes().then().startswith("n goes on with 03_chain, “")
    assert wishes(has_keys=False).then().startswith("Next: 03_chain, “")


def test_who_goes_on_sees_the_task(mine):
    """The file to complete, what it is to do, and what it is to print; with a key it is shown again."""
    (found,) = find("02", None, mine)
    heard, drawn = (task(found, is_drawn=is_drawn) for is_drawn in (False, True))
    assert heard.splitlines()[1:4] == ["File: 02_gather/gather.py, beside its README.md", "", "## The task"]
    assert heard.splitlines()[:2] == drawn.splitlines()[:2]
    for words in ("Task A finished", "The program ends at 2 s"):
        assert (words in heard, words in drawn) == (True, True)
    assert "\x1b" not in drawn
    assert "python gather.py" not in heard
    assert wishes().task() == drawn


def test_a_report_is_kept_as_a_page_and_in_the_progress(mine):
    """And shown by the page that follows."""
    with served() as page:
        assert wishes(page=page).keep(graded()) == ""
        assert page.report == (mine / "02_gather" / ".grade" / "last.html").read_bytes()
    assert progress.read(find("02", None, mine)[0].workspace).of("02_gather").passed


def test_a_progress_that_cannot_be_read_is_said_and_the_watching_goes_on(mine):
    """The verdict stands all the same; what needs the progress says why it cannot be had."""
    asked = wishes()
    (mine / "progress.json").write_text("{", "utf-8")
    assert asked.then() == ""
    assert "is not as it must be" in asked.keep(graded())
    with pytest.raises(ProgressError):
        asked.list()


@pytest.fixture
def browser(monkeypatch):
    """A browser that keeps what it was to open."""

    class Browser(webbrowser.BaseBrowser):
        def open(self, url, new=0, autoraise=True):
            opened.append(url)
            return True

    opened = []
    monkeypatch.setattr(webbrowser, "get", Browser)
    return opened


def test_the_report_is_opened_where_it_follows(mine, browser):
    """Without a page that follows it is the file."""
    with served() as page:
        assert wishes(page=page).report() == ""
        assert browser == [page.address]
    wishes().report()
    assert browser[1] == (mine / "02_gather" / ".grade" / "last.html").as_uri()


def test_a_browser_that_would_take_the_terminal_is_not_started(mine, monkeypatch):
    """What to open is said instead, as it is where the command that was chosen is not there."""
    for name in ("lynx", "/usr/bin/w3m", str(mine / "browser-that-is-not-there")):
        monkeypatch.setattr(webbrowser, "get", lambda name=name: webbrowser.GenericBrowser(name))
        assert "last.html" in wishes().report()


def test_a_command_chosen_as_browser_opens_the_page_away_from_the_terminal(mine, monkeypatch):
    """As the editors' terminals and Windows' Linux choose one; its end is not waited for, and it gets no keys."""
    started = []
    monkeypatch.setattr(subprocess, "Popen", lambda command, **how: started.append((command, how)))
    monkeypatch.setattr(webbrowser, "get", lambda: webbrowser.GenericBrowser(["/opt/browser.sh", "--url=%s"]))
    assert wishes().report() == ""
    ((command, how),) = started
    assert command == ["/opt/browser.sh", f"--url={(mine / '02_gather' / '.grade' / 'last.html').as_uri()}"]
    assert how["start_new_session"] and {how[name] for name in ("stdin", "stdout", "stderr")} == {subprocess.DEVNULL}


def test_without_a_course_folder_hints_and_list_say_where_they_are_to_be_had(here):
    """And the next exercise is that of the course, where its file is there."""
    asked = wishes("02")
    assert "grade init" in asked.hint()
    assert "grade init" in asked.list()
    with pytest.raises(NotFoundError):
        asked.next()
