"""Prints for ever."""
async def fetch_all(fetch, ids):
    while True:
        try:
            print("x" * 1000)
        except BaseException:
            pass
