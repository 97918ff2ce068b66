# The name of an exception stands behind a comma, as in Python 2.
# line: 6

try:
    seeds = int("many")
except ValueError, problem:
    print(problem)
