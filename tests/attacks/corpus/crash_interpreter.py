"""Reads where nothing is."""
import ctypes

async def fetch_all(fetch, ids):
    ctypes.string_at(0)
