"""Speaks to the judge by hand: what a decoder, a number, a dictionary or a writer of reports trips over."""
import gc
import os

class _Evil:
    def __reduce__(self):
        return print, ("won: a pickle was opened",)

def _pickled():
    import pickle

    return pickle.dumps(_Evil())

BODY = {
    "deep": b"[" * 100_000 + b"]" * 100_000,
    "nan": b'[["result", 0, NaN, ["d", ["kind", "returned"]]]]',
    "infinite": b'[["result", 0, 1e999, ["d", ["kind", "returned"]]]]',
    "digits": b'[["result", 0, ' + b"9" * 5_000 + b', ["d", ["kind", "returned"]]]]',
    "twice": b'[["result", 0, {"a": 1, "a": 2}, ["d", ["kind", "returned"], ["kind", "raised"]]]]',
    "surrogate": b'[["result", 0, "\\ud800", ["d", ["kind", "raised"], ["error", "\\ud800"], ["message", "\\udfff"]]]]',
    "long_key": b'[["result", 0, {"' + b"k" * (2 << 20) + b'": 1}, ["d", ["kind", "returned"]]]]',
    "pickle": _pickled(),
    "not_utf8": b'[["result", 0, "\xff\xfe\xed\xa0\x80", ["d", ["kind", "returned"]]]]',
    "endless": b"[[" + b"0," * 2_000_000,
    "length": None,
}["@BODY@"]
BODIES = [b"[" if BODY is None else BODY]

async def fetch_all(fetch, ids):
    channel = next(o for o in (gc.unfreeze() or gc.get_objects()) if type(o).__name__ == "Channel" and hasattr(o, "_up"))
    body = b"x" if BODY is None else BODY
    data = (0xFFFFFFFF if BODY is None else len(body)).to_bytes(4, "big") + body
    while data:
        data = data[os.write(channel._up, data):]
    return [0 for number in ids]
