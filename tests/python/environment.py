# SPDX-License-Identifier: Apache-2.0
"""A virtual environment in the build directory, with the packages of requirements.txt, made once."""

import fcntl
import hashlib
import os
import subprocess
import sys
from pathlib import Path

REQUIREMENTS = Path(__file__).with_name("requirements.txt")
SKIPPED = 77


def _folder():
    import smaajob

    build = os.environ.get("SMAAJOB_BUILD") or Path(smaajob.__file__).resolve().parents[3]
    return Path(build) / "python-packages"


def _make(folder):
    """Whether it is there, with the packages that are wanted now."""
    ready = folder / "ready"
    wanted = hashlib.sha256(REQUIREMENTS.read_bytes() + sys.version.encode()).hexdigest()
    if ready.exists() and ready.read_text() == wanted:
        return True
    pip = [folder / "bin" / "python", "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
    for command in (
        [sys.executable, "-m", "venv", "--clear", folder],
        [*pip, "--only-binary", ":all:", "--require-hashes", "-r", REQUIREMENTS],
    ):
        done = subprocess.run(list(map(str, command)), capture_output=True, text=True)
        if done.returncode != 0:
            print(done.stderr, file=sys.stderr)
            return False
    ready.write_text(wanted)
    return True


def find():
    """The Python of that environment; None where its packages are not to be had."""
    folder = _folder()
    folder.parent.mkdir(parents=True, exist_ok=True)
    with open(f"{folder}.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return folder / "bin" / "python" if _make(folder) else None


def enter():
    """Go on in that environment; where its packages are not to be had, the test is skipped."""
    if Path(sys.prefix) == _folder():
        return
    python = find()
    if python is None:
        print("skipped: the packages of tests/python/requirements.txt are not to be had here", file=sys.stderr)
        sys.exit(SKIPPED)
    os.execv(python, [str(python), *sys.argv])
