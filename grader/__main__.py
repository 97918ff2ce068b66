"""`python -m grader` is the command `grade`, for where scripts are not on the path."""

import sys

if not sys.flags.safe_path:
    # The current folder, which may be a learner's: a `typing.py` there must not be taken for the library's.
    del sys.path[0]

from grader.cli import main

sys.exit(main())
