"""Ends by every signal that means a crash, past every handler."""
import faulthandler
import os
import signal

async def fetch_all(fetch, ids):
    signal.pthread_sigmask(signal.SIG_UNBLOCK, range(1, 65))
    faulthandler._sigsegv()
    os.abort()
