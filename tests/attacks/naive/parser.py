"""A grader that reads the source in its own process first, and has thought of syntax errors. It falls over: 0."""

import ast
import sys
from pathlib import Path


def survives():
    try:
        tree = ast.parse(Path("fetch_all.py").read_text("utf-8"))
        ast.dump(tree)
    except SyntaxError:
        pass
    return True


try:
    sys.exit(survives())
except Exception as error:
    print(type(error).__name__)
    sys.exit(0)
