"""A wrong program with a conftest.py beside it that turns every report into "passed"."""
async def fetch_all(fetch, ids):
    return [0 for number in ids]
