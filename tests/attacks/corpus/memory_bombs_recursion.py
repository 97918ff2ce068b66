"""A recursion until the stack of C ends, with the limit of Python's own out of the way."""
import sys

sys.setrecursionlimit(10**9)

class Deep:
    def __getattr__(self, name):
        return getattr(self, name + "x")

    def __repr__(self):
        return repr([self])

async def fetch_all(fetch, ids):
    repr(Deep())
    return [0 for number in ids]
