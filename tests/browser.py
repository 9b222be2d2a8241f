# SPDX-License-Identifier: Apache-2.0
"""A real browser for tests: Chromium without a window, spoken to in its own protocol over a pipe.

The pipe needs nothing but Python: no driver program that must be of the browser's version, no port that another
process could hold, no library.
"""

import base64
import fcntl
import json
import os
import select
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
OPTIONS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--remote-debugging-pipe",
]  # fmt: skip
ANSWER_SECONDS = 60

# axe-core is no Debian package, and npm there brings hundreds of others. This wheel of 160 kB holds the file as
# it is released, and pip itself compares the hash. It is used here and never shipped.
AXE = "axe-playwright-python==0.1.8 --hash=sha256:fdd263c998388f1a8e67cad02677e612d946248bd44d163be5e8650ea31f95f8"


def find_program():
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


def read_axe(folder):
    """The text of axe-core, fetched once and kept in the folder; None when it is not to be had."""
    kept = Path(folder) / "axe.min.js"
    if not kept.exists():
        with tempfile.TemporaryDirectory() as directory:
            wanted = Path(directory) / "requirements.txt"
            wanted.write_text(AXE)
            pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
            done = subprocess.run([*pip, "--require-hashes", "-r", wanted, "-d", directory], capture_output=True, text=True)
            wheels = list(Path(directory).glob("*.whl"))
            if done.returncode != 0 or not wheels:
                print(done.stderr, file=sys.stderr)
                return None
            kept.write_bytes(zipfile.ZipFile(wheels[0]).read("axe_playwright_python/axe.min.js"))
    return kept.read_text(encoding="utf-8")


def above(descriptor):
    """The same file under a number that is none of those the browser wants."""
    moved = fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, 10)
    os.close(descriptor)
    return moved


class Browser:
    """One page at a time."""

    def __init__(self, program):
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        its_input, self.output = map(above, os.pipe())
        self.input, its_output = map(above, os.pipe())

        def connect():
            os.dup2(its_input, 3)
            os.dup2(its_output, 4)

        self.process = subprocess.Popen(
            [program, *OPTIONS, f"--user-data-dir={self.profile.name}", "about:blank"], preexec_fn=connect,
            close_fds=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(its_input)
        os.close(its_output)
        self.number, self.unread, self.events, self.session = 0, b"", [], None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.call("Page.enable")
        self.call("Network.enable")

    def close(self):
        os.close(self.output)
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        os.close(self.input)
        self.profile.cleanup()

    def read(self):
        while b"\0" not in self.unread:
            if not select.select([self.input], [], [], ANSWER_SECONDS)[0]:
                raise TimeoutError("the browser does not answer")
            piece = os.read(self.input, 1 << 20)
            if not piece:
                raise ConnectionError("the browser has ended")
            self.unread += piece
        message, self.unread = self.unread.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, **parameters):
        self.number += 1
        request = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            request["sessionId"] = self.session
        unsent = json.dumps(request).encode() + b"\0"
        while unsent:
            unsent = unsent[os.write(self.output, unsent) :]
        while (answer := self.read()).get("id") != self.number:
            self.events.append(answer)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']}")
        return answer["result"]

    def evaluate(self, expression):
        """What a script gives, as Python's own values; a promise is waited for."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"])
        return answer["result"].get("value")

    def open(self, path):
        self.events.clear()
        self.call("Page.navigate", url=Path(path).as_uri())
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self.events.append(self.read())

    def requests(self):
        """Everything asked for since the page was opened."""
        asked = (event for event in self.events if event.get("method") == "Network.requestWillBeSent")
        return [event["params"]["request"]["url"] for event in asked]

    def resize(self, width, height):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 700)

    def set_media(self, scheme="light", media="screen"):
        self.call("Emulation.setEmulatedMedia", media=media, features=[{"name": "prefers-color-scheme", "value": scheme}])

    def press(self, key):
        codes = {"Tab": 9, "Enter": 13}
        text = {"text": "\r"} if key == "Enter" else {}
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=codes[key], **text)

    def screenshot(self, path):
        """The whole page, also what lies below the window."""
        answer = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=True)
        Path(path).write_bytes(base64.b64decode(answer["data"]))

    def print(self, path):
        answer = self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=False)
        Path(path).write_bytes(base64.b64decode(answer["data"]))
