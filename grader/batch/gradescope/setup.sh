#!/usr/bin/env bash
# Runs once, when Gradescope builds the image: a Python from 3.11 on, and asyncgrade in an environment of its own.
set -euo pipefail
cd "$(dirname "$0")"

# Print the first Python that is new enough and can make environments.
suitable() {
    local python
    for python in python3 python3.13 python3.12 python3.11; do
        if "$python" -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$python"
            return
        fi
    done
    return 1
}

if ! python=$(suitable); then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update
    apt-get install -y python3.12 python3.12-venv || apt-get install -y python3.11 python3.11-venv
    python=$(suitable)
fi
"$python" -m venv ../asyncgrade
../asyncgrade/bin/python -m pip install --no-cache-dir --disable-pip-version-check -r requirements.txt
../asyncgrade/bin/python -c 'import grader.batch.gradescope.autograder'
