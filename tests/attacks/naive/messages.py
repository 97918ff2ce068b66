"""A judge that takes what its runner says for JSON, and writes it into a report. It falls over, or writes what is none: 0."""

import json
import pickle
import sys

import fetch_all


def survives(body):
    if body.startswith(b"\x80"):
        pickle.loads(body)
    told = json.loads(body)
    written = json.dumps(told, ensure_ascii=False).encode("utf-8")
    json.loads(written, parse_constant=lambda name: 1 / 0)
    return len(written) < 2**20 and json.loads(body, object_pairs_hook=list) == json.loads(body)


try:
    sys.exit(all(map(survives, fetch_all.BODIES)))
except Exception as error:
    print(type(error).__name__)
    sys.exit(0)
