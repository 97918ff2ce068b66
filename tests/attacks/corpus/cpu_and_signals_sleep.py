"""Sleeps for ever where no clock of Python's knows of it, deaf to signals."""
import ctypes
import signal

async def fetch_all(fetch, ids):
    signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
    while True:
        ctypes.CDLL(None).sleep(10**9)
