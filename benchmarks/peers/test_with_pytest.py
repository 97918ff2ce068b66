"""The checks as tests of pytest with pytest-asyncio."""

import pytest
from checks import CHECKS, learner


@pytest.mark.asyncio
@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
async def test_submission(check, capsys):
    await check(learner(), lambda: capsys.readouterr().out)
