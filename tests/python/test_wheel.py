# SPDX-License-Identifier: Apache-2.0
"""The wheel: built, and installed where there is nothing else; in every CPython that is found here."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path

import environment
import support

ROOT = support.ROOT
# What any Linux of the wheel's platform has, by the manylinux policy that auditwheel holds it to.
OF_THE_SYSTEM = ("libc.so", "libm.so", "libpthread.so", "ld-linux", "libgcc_s.so")
SMOKE = """
import sys, smaajob
assert smaajob.__file__.startswith(sys.prefix), smaajob.__file__
match = smaajob.match(
    {"format": "smaajob.citizen/1", "id": "c-17", "needs": [], "hours": {"min": 4, "max": 10}},
    {"format": "smaajob.opening/1", "id": "o-9", "terms": {"paid": "yes"},
     "tasks": [{"id": "boxes", "hours": {"max": 8}, "requires": []}]})
assert match.plan.paid_hours == 8.0, match
loaded = {line.split()[-1] for line in open("/proc/self/maps") if ".so" in line}
print("\\n".join(path for path in sorted(loaded) if not path.startswith((sys.prefix, sys.base_prefix))))
"""
# Those of the names that are not in the stable ABI, or since later than 3.9.
LOOK = """
import sys, abi3info
from abi3info.models import PyVersion, Symbol
known = {**abi3info.FUNCTIONS, **abi3info.DATAS}
print([n for n in sys.argv[1:] if Symbol(n) not in known or known[Symbol(n)].added > PyVersion(3, 9)])
"""
ENVIRONMENT = {"HOME": "/nonexistent", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1"}


def run(*command, **options):
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, **options)


def version_of(python):
    asked = run(python, "-c", "import sys, venv, ensurepip; print(sys.implementation.name, *sys.version_info[:2])")
    found = re.fullmatch(r"cpython (\d+) (\d+)\n", asked.stdout)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def find_pythons():
    """A CPython of each version there is, from 3.9."""
    places = [sys.executable, "/usr/bin/python3", *Path.home().glob(".pyenv/versions/*/bin/python3")]
    places += filter(None, (shutil.which(f"python3.{minor}") for minor in range(9, 30)))
    places += os.environ.get("SMAAJOB_PYTHONS", "").split(":")
    found = {version_of(place): place for place in places if place and Path(place).exists()}
    return {version: found[version] for version in sorted(found) if version >= (3, 9)}


def import_from(environment, *modules):
    return run(environment / "bin" / "python", "-I", *modules, env=ENVIRONMENT)


class Wheel(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.work = Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, cls.work)
        built = run("sh", ROOT / "bindings/python/build-wheel.sh", cls.work, env={**os.environ, "PYTHON": sys.executable})
        if built.returncode != 0:
            raise AssertionError(built.stdout + built.stderr)
        (cls.wheel,) = cls.work.glob("*.whl")
        cls.names = zipfile.ZipFile(cls.wheel).namelist()
        zipfile.ZipFile(cls.wheel).extractall(cls.work / "open")

    def test_is_one_for_every_cpython_from_3_9_and_has_the_version_of_the_library(self):
        version = re.search(r"version: '([\d.]+)'", (ROOT / "meson.build").read_text())[1]
        self.assertRegex(self.wheel.name, rf"^smaajob-{re.escape(version)}-cp39-abi3-manylinux_2_\d+_\w+\.whl$")

    def test_has_its_types_and_its_licence(self):
        modules = sorted(path.name for path in (ROOT / "bindings/python/smaajob").glob("*.py*"))
        for name in [f"smaajob/{module}" for module in modules] + ["smaajob/py.typed", "smaajob/_native.py"]:
            self.assertIn(name, self.names)
        self.assertTrue([name for name in self.names if name.endswith("licenses/LICENSE")])

    def test_has_the_licence_of_every_library_it_carries(self):
        """Each is named in the metadata; the text is whole, and says of which source the library was built."""
        (metadata,) = (self.work / "open").glob("*.dist-info/METADATA")
        head = metadata.read_text(encoding="utf-8").partition("\n\n")[0]
        texts = {path.name: path.read_text(encoding="utf-8") for path in metadata.with_name("licenses").iterdir()}
        self.assertEqual(sorted(re.findall(r"(?m)^License-File: (.*)$", head)), sorted(texts))
        expression = re.search(r"(?m)^License-Expression: (.*)$", head)[1].split(" AND ")
        words = {"libglib": ("LGPL-2.1-or-later", "GNU LESSER GENERAL PUBLIC LICENSE"),
                 "libpcre2": ("BSD-3-Clause", "University of Cambridge"), "libsodium": ("ISC", "Frank Denis")}  # fmt: skip
        carried = {re.match(r"lib[a-z]+2?", Path(name).name)[0] for name in self.names if ".libs/" in name}
        self.assertEqual(carried, set(words))
        for library, (licence, said) in words.items():
            self.assertIn(licence, expression)
            self.assertTrue([text for text in texts.values() if said in text], library)
            self.assertTrue([text for name, text in texts.items() if name.startswith(library) and "source package" in text])

    def test_tells_of_itself_without_links_that_lead_nowhere(self):
        (metadata,) = (self.work / "open").glob("*.dist-info/METADATA")
        readme = metadata.read_text(encoding="utf-8").partition("\n\n")[2]
        self.assertEqual(re.findall(r"\]\((?!https:)[^)]*\)", readme), [])
        self.assertIn("`docs/bindings.md`", readme)

    def test_carries_what_it_is_linked_with(self):
        carried = {Path(name).name for name in self.names if ".so" in name}
        self.assertTrue([name for name in carried if name.startswith("libglib")], carried)
        for path in (self.work / "open").rglob("*.so*"):
            needed = re.findall(r"\(NEEDED\).*\[(.*)\]", run("readelf", "-d", path).stdout)
            missing = [n for n in needed if n not in carried and not n.startswith(OF_THE_SYSTEM)]
            self.assertEqual(missing, [], path.name)

    def test_uses_of_python_only_what_is_stable_since_3_9(self):
        python = environment.find()
        if python is None:
            self.skipTest("abi3info is not to be had here")
        (module,) = (self.work / "open").rglob("_native_c.abi3.so")
        names = re.findall(r" U (_?Py\w+)", run("nm", "-D", "--undefined-only", module).stdout)
        self.assertGreater(len(names), 50)
        looked = run(python, "-c", LOOK, *names)
        self.assertEqual((looked.stdout, looked.stderr), ("[]\n", ""))

    def test_works_alone_in_every_python_there_is(self):
        pythons = find_pythons()
        print("CPython:", *(f"{major}.{minor}" for major, minor in pythons), file=sys.stderr)
        for version, python in pythons.items():
            with self.subTest(version=version):
                self.install_and_try(self.work / f"venv-{version[1]}", python)
        if len(pythons) < 2:
            self.skipTest("there is but one version of CPython here, which it works in")

    def install_and_try(self, environment, python):
        made = run(python, "-m", "venv", environment)
        self.assertEqual(made.returncode, 0, made.stderr)
        offline = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-index", self.wheel]
        installed = import_from(environment, *offline)
        self.assertEqual(installed.returncode, 0, installed.stderr)
        tried = import_from(environment, "-c", SMOKE)
        self.assertEqual(tried.returncode, 0, tried.stderr)
        others = [path for path in tried.stdout.split() if re.search(r"glib|pcre|cjson|sodium|smaajob", path)]
        self.assertEqual(others, [], "of the system's")
        for name in ("test_match.py", "test_documents.py", "test_builders.py", "test_many.py", "test_vectors.py"):
            done = run(environment / "bin/python", ROOT / "tests/python" / name, env=ENVIRONMENT, cwd=ROOT)
            self.assertEqual(done.returncode, 0, f"{name}\n{done.stderr}")


if __name__ == "__main__":
    unittest.main()
