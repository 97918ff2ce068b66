"""Three text files: read them, import the list, leave them as they are."""

from pathlib import Path

DATA = Path(__file__).parent / "data"

# UTF-8; lines end in "\n".
FILES: list[Path] = [DATA / "animals.txt", DATA / "cities.txt", DATA / "empty.txt"]
