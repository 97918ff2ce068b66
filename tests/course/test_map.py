"""`exercises/README.md` is the map of the course: what its table says is what the exercises say of themselves.

Run `python -m tests.course.test_map` to write the table anew.
"""

import re

from grader.exercise import course_root, load_course, load_exercise

ROOT = course_root()
PAGE = ROOT / "exercises" / "README.md"
TABLE = re.compile(r"^\| exercise .*?\n\n", re.MULTILINE | re.DOTALL)


def row(slug: str) -> str:
    """Return an exercise's row: its name, its idea, what to read (as its README calls it), what it needs."""
    folder = ROOT / "exercises" / slug
    exercise = load_exercise(folder)
    task = (folder / "README.md").read_text("utf-8")
    (read,) = set(re.findall(rf"\[[^\]]+\]\({re.escape(exercise.docs_url)}\)", task))
    number, _, word = slug.partition("_")
    needs = ", ".join(f"`{package}`" for package in exercise.packages)
    return f"| [{number} · {word}]({slug}/README.md) | {exercise.concept} | {read} | {needs} |".replace("|  |", "| |")


def table() -> str:
    """Return the table of the course."""
    head = "| exercise | idea | to read | needs |\n|---|---|---|---|\n"
    return head + "".join(f"{row(slug)}\n" for slug in load_course(ROOT).exercises) + "\n"


def test_the_map_shows_the_course():
    """In its order, with the idea, the documentation and the packages of each exercise."""
    (found,) = TABLE.findall(PAGE.read_text("utf-8"))
    assert found == table(), "python -m tests.course.test_map writes it anew"


def test_the_map_names_what_every_exercise_may_import():
    """The packages that course.toml lists, and no others."""
    (sentence,) = re.findall(r"^Where they are installed(?:.|\n)*?\n\n", PAGE.read_text("utf-8"), re.MULTILINE)
    assert tuple(re.findall(r"`([^`]+)`", sentence)) == load_course(ROOT).packages


if __name__ == "__main__":
    text = PAGE.read_text("utf-8")
    PAGE.write_text(TABLE.sub(lambda found: table(), text), "utf-8")
