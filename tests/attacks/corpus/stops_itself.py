"""Stops itself by a signal, and waits to be continued."""
import os
import signal

async def fetch_all(fetch, ids):
    import posix

    posix.kill(os.getpid(), signal.SIGSTOP)
    return [number * number for number in ids]
