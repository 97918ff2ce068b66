"""`python -m grader` is the command `grade`, for where scripts are not on the path."""

import sys

from grader.cli import main

sys.exit(main())
