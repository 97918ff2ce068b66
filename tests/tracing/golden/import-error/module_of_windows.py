# A module that Python has on Windows only.
# line: 4

import msvcrt

print(msvcrt.kbhit())
