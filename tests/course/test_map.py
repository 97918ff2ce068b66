"""`exercises/README.md` is the map of the course: what it says of the exercises is what they say of themselves.

Run `python -m tests.course.test_map` to write that part anew.
"""

import re

from grader.exercise import course_root, load_course, load_exercise

ROOT = course_root()
PAGE = ROOT / "exercises" / "README.md"
TABLE = re.compile(r"^\| exercise .*?\n\n", re.MULTILINE | re.DOTALL)
WELCOME = re.compile(r"^- `.*?\n\n", re.MULTILINE | re.DOTALL)


def row(slug: str) -> str:
    """Return an exercise's row: its name, its idea, what to read (as its README calls it), what it needs."""
    folder = ROOT / "exercises" / slug
    exercise = load_exercise(folder)
    task = (folder / "README.md").read_text("utf-8")
    (read,) = set(re.findall(rf"\[[^\]]+\]\({re.escape(exercise.docs_url)}\)", task))
    number, _, word = slug.partition("_")
    needs = ", ".join(f"`{package}`" for package in exercise.packages)
    return f"| [{number} · {word}]({slug}/README.md) | {exercise.concept} | {read} | {needs} |".replace("|  |", "| |")


def drawn(page: str) -> str:
    """Return the page with the exercises as they are now, and the packages that each of them may import."""
    course = load_course(ROOT)
    head = "| exercise | idea | to read | needs |\n|---|---|---|---|\n"
    table = head + "".join(f"{row(slug)}\n" for slug in course.exercises) + "\n"
    welcome = "".join(f"- `{package}`\n" for package in course.packages) + "\n"
    return WELCOME.sub(lambda _: welcome, TABLE.sub(lambda _: table, page))


def test_the_map_shows_the_course():
    """In its order, with the idea, the documentation and the packages of each exercise."""
    page = PAGE.read_text("utf-8")
    assert drawn(page) == page, "python -m tests.course.test_map writes it anew"
    assert len(TABLE.findall(page)) == len(WELCOME.findall(page)) == 1


if __name__ == "__main__":
    PAGE.write_text(drawn(PAGE.read_text("utf-8")), "utf-8")
