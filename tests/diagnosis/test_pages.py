"""Every code has a page, and the page is right: its example is diagnosed as that code, its correction is not."""

import ast
import inspect
import re
from importlib import import_module
from pkgutil import iter_modules

import pytest

import grader.diagnosis
from grader.diagnosis import codes, diagnose, page
from grader.errors import NotFoundError

from .programs import evidence

SECTIONS = ["What it means", "Why it matters", "Example", "Use instead", "How it looks on the timeline", "References"]
MODULES = sorted({info.name for info in iter_modules(grader.diagnosis.__path__)} - {"ranking"})


def section(text: str, name: str) -> str:
    return re.split(r"^## ", text, flags=re.MULTILINE)[SECTIONS.index(name) + 1].partition("\n")[2].strip()


def program(text: str, name: str) -> str:
    found = re.fullmatch(r"```python\n(.*)```", section(text, name), re.DOTALL)
    assert found is not None
    return found[1]


@pytest.mark.parametrize("code", codes())
def test_a_page_has_its_sections_in_their_order(code):
    """A page begins with its code and a title, and has the six sections."""
    assert re.match(rf"# {code}: \S", page(code))
    assert re.findall(r"^## (.*)$", page(code), re.MULTILINE) == SECTIONS


@pytest.mark.parametrize("code", codes())
def test_a_page_links_to_the_documentation_once(code):
    """The references hold one link, to Python's own documentation."""
    assert re.findall(r"\]\((https://docs\.python\.org/3/)", section(page(code), "References")) == [
        "https://docs.python.org/3/"
    ]


@pytest.mark.parametrize("code", codes())
def test_the_example_of_a_page_gets_its_code(code, backend):
    """The example, compared with the program under "Use instead", is diagnosed as the page's code."""
    found = diagnose(evidence(backend, program(page(code), "Example"), program(page(code), "Use instead")))
    assert [diagnostic.code for diagnostic in found][:1] == [code]


@pytest.mark.parametrize("code", codes())
def test_the_correction_of_a_page_gets_no_diagnosis(code, backend):
    """The program under "Use instead" gets none at all."""
    right = program(page(code), "Use instead")
    assert diagnose(evidence(backend, right, right)) == ()


def test_every_code_that_a_rule_can_give_has_a_page():
    """The codes written in the rules are the pages that exist, save one name of an outcome."""
    found = set()
    for name in MODULES:
        tree = ast.parse(inspect.getsource(import_module(f"grader.diagnosis.{name}")))
        texts = [
            node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
        ]
        found |= {text for text in texts if re.fullmatch(r"[a-z]+(-[a-z]+)+", text)}
    assert found - {"unreadable-source"} == set(codes())


def test_a_code_without_a_page_is_not_found():
    """Asking for the page of an unknown code is an error of the caller."""
    with pytest.raises(NotFoundError):
        page("no-such-code")
