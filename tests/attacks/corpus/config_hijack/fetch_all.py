"""A wrong program with settings beside it under which pytest runs nothing, or a plugin of the program's."""
async def fetch_all(fetch, ids):
    return [0 for number in ids]
