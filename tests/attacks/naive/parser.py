"""A grader that reads the source in its own process first, and has thought of syntax errors. It falls over: 0."""

import ast
import sys
from pathlib import Path

try:
    source = Path("fetch_all.py").read_text("utf-8")
    assert len(source) < 2**20
    ast.dump(ast.parse(source))
    source.encode("utf-8")
except SyntaxError:
    sys.exit(1)
except Exception as error:
    print(type(error).__name__)
    sys.exit(0)
sys.exit(1)
