"""A judge that takes what its runner says for JSON, and writes it into a report. It falls over, or writes none: 0."""

import json
import pickle
import sys

import fetch_all


def survives(body):
    if body.startswith(b"\x80"):
        return pickle.loads(body) is not None
    told = json.loads(body)
    written = json.dumps(told, ensure_ascii=False).encode("utf-8")
    json.loads(written, parse_constant=lambda name: 1 / 0)
    other_way_round = json.loads(body, object_pairs_hook=lambda pairs: dict(reversed(pairs)))
    return len(written) < 2**20 and told == other_way_round


try:
    sys.exit(all(map(survives, fetch_all.BODIES)))
except Exception as error:
    print(type(error).__name__)
    sys.exit(0)
