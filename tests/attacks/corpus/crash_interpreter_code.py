"""Runs code that no compiler made."""
async def fetch_all(fetch, ids):
    def victim():
        return 1

    victim.__code__ = victim.__code__.replace(co_code=bytes([100, 255, 83, 0] * 2), co_consts=(), co_stacksize=0)
    for _ in range(1000):
        victim()
    import ctypes

    ctypes.memset(id(None), 0, 64)
    return None
