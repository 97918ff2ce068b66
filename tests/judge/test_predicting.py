"""What is drawn for a program is known beforehand to whoever knows the checks and the secret, and to nobody else."""

import pytest

from grader.exercise import load_exercise
from grader.judge import grade
from grader.judge.examination import Material
from grader.model import Submission

CHECKS = '''
from grader import at, points, service

@points(1)
async def test_gets_the_answer(submission, rng):
    """`main` prints what `ask` answers"""
    answer = rng.number()
    run = await submission.run("main", replace={"given.ask": service(seconds=1, returns=answer)})
    assert run.output == [at(1, str(answer))]
'''
EXERCISE = """
title = "An answer"
concept = "What is awaited gives an answer."
file = "program.py"
hints = ["What does `ask` give?"]

[[entry_points]]
name = "main"
"""
GIVEN = "async def ask():\n    return 7\n"
PREDICTS = """
import asyncio, hashlib, hmac, linecache, random

def digest(key, *parts):
    parts = [part.encode() for part in parts]
    return hmac.digest(key, b"".join(len(part).to_bytes(8, "big") + part for part in parts), hashlib.sha256)

async def main():
    source = "".join(linecache.getlines("program.py"))
    seed = digest(b"asyncgrade", "01_answer", "@FINGERPRINT@", source)
    draw = random.Random(digest(seed, "test_gets_the_answer"))
    await asyncio.sleep(1)
    print(draw.randint(1_000, 9_999))
"""


@pytest.mark.parametrize(("secret", "points"), [(b"", 1), (b"known to the instructor", 0)])
def test_a_program_cannot_predict_an_answer_without_the_secret(secret, points, tmp_path):
    """Without a secret it can: that is said of such a grade, and is why there is one."""
    folder = tmp_path / "exercises" / "01_answer"
    folder.mkdir(parents=True)
    for name, text in (("exercise.toml", EXERCISE), ("given.py", GIVEN), ("test_answer.py", CHECKS)):
        (folder / name).write_text(text, "utf-8")
    material = Material.read(load_exercise(folder), folder)
    source = PREDICTS.replace("@FINGERPRINT@", material.fingerprint)
    assert grade(Submission(name="program.py", source=source), folder, secret=secret).score == points
