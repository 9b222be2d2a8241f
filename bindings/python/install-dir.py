# SPDX-License-Identifier: Apache-2.0
"""install-dir.py PREFIX GUESS: where under PREFIX this Python looks for packages.

Meson's GUESS is that when Python looks there, and when it looks nowhere under PREFIX. Debian's Python does not for /usr/local.
"""

import os
import site
import sys

prefix, guess = sys.argv[1:]
guess = os.path.normpath(os.path.join(prefix, guess))
looked = site.getsitepackages()
under = [guess] if guess in looked else [path for path in looked if path.startswith(os.path.join(prefix, ""))]
print((under or [guess])[0])
