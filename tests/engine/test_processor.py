"""Which line is told of a step that computes for long."""

import pytest

from grader.engine.blocking.loops import computing_line

SOURCE = """\
async def main():
    for turn in range(9):
        await step()
        for item in turn:
            while item:
                work(item)
        total = [
            number
            for number in turn
        ]
    if total:
        compute(total)
    try:
        pass
    except ValueError:
        for item in total: work(item)
    match total:
        case 1:
            while total:
                work(total)
    for item in total:
        def inner():
            compute(item)
        compute(inner)
    while await total:
        compute(total)
    while [n async for n in total]:
        compute(total)
    for item in total:
        async with item:
            compute(total)
compute(1)
"""


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (6, 4),
        (5, 4),
        (4, 4),
        (9, 7),
        (12, 12),
        (16, 16),
        (20, 19),
        (23, 23),
        (24, 21),
        (26, 26),
        (28, 28),
        (31, 31),
        (32, 32),
        (99, 99),
    ],
)
def test_the_outermost_loop_without_a_wait_is_told_or_the_statement(line, told):
    """Within the function of the line; a statement of several lines is told with its first."""
    assert computing_line(SOURCE, line) == told
