try:
    import msvcrt
except ImportError:
    msvcrt = None

print(msvcrt.kbhit() if msvcrt else "no such keyboard")
