"""Text to syntax tree, whatever the text: a submission can be anything."""

from __future__ import annotations

import ast
import sys
import warnings
from functools import lru_cache

MOST_FIELDS = 10**9
"""Fields of f-strings times characters of the text: Python 3.11 looks for each field in its string from the start."""


@lru_cache(maxsize=8)  # of a program are many things asked; nobody changes the tree
def parse(source: str) -> ast.Module | SyntaxError:
    """Return the tree of a program, or the error that it has.

    A text that Python cannot take for another reason (null characters, thousands of brackets) gives a SyntaxError
    without a line.
    """
    if sys.version_info < (3, 12) and source.count("{") * len(source) > MOST_FIELDS:
        return SyntaxError("the text cannot be read as Python: too many braces")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(source)
    except SyntaxError as error:
        return error
    except (ValueError, MemoryError, RecursionError) as error:
        return SyntaxError(f"the text cannot be read as Python: {error}")


def imported(source: str) -> frozenset[str]:
    """Return the full names that a program imports, wherever it does; some may be no modules, but names in one.

    >>> sorted(imported("import a.b; from c import d"))
    ['a.b', 'c', 'c.d']
    """
    tree = parse(source)
    found = set()
    for node in ast.walk(tree) if isinstance(tree, ast.Module) else ():
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
    return frozenset(found)
