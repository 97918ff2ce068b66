"""Print one of the README's commands: the shell block below `<!-- command: NAME -->`.

CI and the tests read the commands from the README, so what a newcomer copies is what is tried.
"""

import re
import sys
from pathlib import Path

README = Path(__file__).resolve().parent.parent / "README.md"


def command(name: str, text: str) -> str:
    """Return the command of that name. Raises LookupError unless the text has exactly one, of one line."""
    found = re.findall(rf"<!-- command: {re.escape(name)} -->\n```sh\n(.+)\n```\n", text)
    if len(found) != 1:
        raise LookupError(f"the README must have one command {name!r} of one line, and has {len(found)}")
    return str(found[0])


if __name__ == "__main__":
    print(command(sys.argv[1], README.read_text("utf-8")))
