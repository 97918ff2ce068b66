"""Markup in every text that a report could show."""
import asyncio
import sys
import warnings

EVIL = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</script></style></title></textarea></pre><svg onload=alert(1)>",
    "\"'><a href='javascript:alert(1)'>x</a>",
    "{{7*7}}{% raw %}${7*7}<%= 7*7 %>",
    "<style>*{background:url(//evil.example)}</style>",
    "<!-- ]]> --><iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "`<b onclick=alert(1)>`",
)

def _named(name):
    kind = type(name, (Exception,), {"__doc__": name, "__repr__": lambda self: name, "__str__": lambda self: name})
    kind.__qualname__ = kind.__module__ = name
    return kind

async def _waits():
    await asyncio.sleep(10)

_waits.__name__ = _waits.__qualname__ = EVIL[1]

async def fetch_all(fetch, ids):
    "<script>alert('docstring')</script>"
    for evil in EVIL:
        print(evil)
        print(evil, file=sys.stderr)
        warnings.warn(evil)
        asyncio.create_task(_waits(), name=evil)
        _waits()
    asyncio.current_task().set_name(EVIL[2])
    await asyncio.sleep(0)
    if ids[0] == 1:
        raise _named(EVIL[0])(EVIL[1])
    return [_named(evil)() for evil in EVIL]
