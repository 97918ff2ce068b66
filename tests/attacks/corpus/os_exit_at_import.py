"""Ends the process at once while the file is loaded: no handler, no second thoughts."""
import os

async def fetch_all(fetch, ids): ...

os._exit(0)
