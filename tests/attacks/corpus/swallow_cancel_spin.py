"""The same in a loop that never waits, so that every exception that a limit raises is caught."""
async def fetch_all(fetch, ids):
    while True:
        try:
            while True:
                pass
        except BaseException:
            continue
        finally:
            continue
