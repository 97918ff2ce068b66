"""Walks everything that can be read for the secret, by name, by links and by descriptors."""
import os
import re

PATTERN = re.compile(rb"canary-[0-9a-f]{32}")
_found = set()

def _look(path, how):
    try:
        with open(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb") as opened:
            for match in PATTERN.findall(opened.read(1 << 16)):
                _found.add((how, match.decode()))
    except (OSError, ValueError):
        pass

def _walk(root, how, most=100):
    for folder, folders, files in os.walk(root):
        most -= 1
        for file in files:
            if file.endswith((".py", ".toml", ".json", ".txt", ".pyc", ".md", ".cfg")):
                _look(os.path.join(folder, file), how)
                most -= 1
            if most < 0:
                return
        if most < 0:
            return

def _try(action):
    try:
        action()
    except Exception:
        pass

def _links():
    target = "@COURSE@/solutions/01_fetch_all/fetch_all.py"
    for folder in (".", *"@PLACES@".split(":")):
        for make, how in ((os.link, "hard link"), (os.symlink, "symbolic link")):
            path = f"{folder}/@MARKER@-{how.replace(' ', '-')}"
            _try(lambda: make(target, path))
            _look(path, how)
            _try(lambda: os.unlink(path))

def _descriptors():
    for number in range(64):
        _look(f"/proc/self/fd/{number}", f"descriptor {number}")
        for relative in ("../exercises/01_fetch_all/test_fetch_all.py", "../../solutions/01_fetch_all/fetch_all.py"):
            _try(lambda: _look(os.open(relative, os.O_RDONLY, dir_fd=number), f"beside descriptor {number}"))

for _root in ("@COURSE@", ".", "..", os.environ.get("HOME", "/root") + "/.", "@FILE@"):
    _try(lambda: _walk(_root, f"walk of {_root}") if os.path.isdir(_root) else _look(_root, "file"))
for _pid in os.listdir("/proc") if os.path.isdir("/proc") else ():
    if _pid.isdecimal():
        for _relative in ("cwd/report.json", "cwd/../kept", "root@COURSE@/solutions/01_fetch_all/fetch_all.py"):
            _look(f"/proc/{_pid}/{_relative}", f"process {_pid}")
_try(_links)
_try(_descriptors)

async def fetch_all(fetch, ids):
    for how, secret in sorted(_found)[:20]:
        print("won:", how, secret, secret[::-1])
    if _found:
        raise ValueError(f"won: {sorted(_found)[0]}")
    return [0 for number in ids]
