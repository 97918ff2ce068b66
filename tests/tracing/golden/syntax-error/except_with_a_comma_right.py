try:
    seeds = int("many")
except ValueError as problem:
    print(problem)
