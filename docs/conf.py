"""The documentation as a site: `sphinx-build -c docs . OUT` in the folder of the repository.

Pages lie where they are read in a checkout: here, beside the exercises, and beside the rules that diagnose. So the
whole repository is the source, and a link between two pages is the same in a checkout and on the site.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from pygments.lexers.python import PythonLexer
from pygments.lexers.shell import BashSessionLexer
from sphinx.application import Sphinx

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import grader  # noqa: E402

project = "asyncgrade"
author = "The asyncgrade authors"
version = release = grader.__version__
html_title = f"asyncgrade {version}"

extensions = ["myst_parser"]
root_doc = "docs/index"
include_patterns = [
    "*.md",
    "docs/**.md",
    "exercises/**/README.md",
    "exercises/README.md",
    "grader/diagnosis/rules/*.md",
]
# What begins with a dot is `.git`, a virtual environment, or a learner's report: it is not even looked into.
exclude_patterns = ["**/.*", "solutions", "tests", "benchmarks", "**/__pycache__"]

myst_heading_anchors = 4
myst_enable_extensions = ["smartquotes"]
nitpicky = True

html_theme = "furo"
html_copy_source = False
html_show_copyright = False
html_extra_path = ["_site"]
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#0b6e74", "color-brand-content": "#0b6e74"},
    "dark_css_variables": {"color-brand-primary": "#5fc7cd", "color-brand-content": "#5fc7cd"},
}
pygments_style = "tango"
pygments_dark_style = "monokai"


class Session(BashSessionLexer):
    """What is typed after `$`, and what comes of it, which may begin with a `#`: a page of Markdown does."""

    _ps1rgx = re.compile(r"^(\$ )(.*\n?)")


def setup(app: Sphinx) -> None:
    """Show cells of notebooks as Python, and sessions as ours are written."""
    app.add_lexer("ipython", PythonLexer)
    app.add_lexer("console", Session)
