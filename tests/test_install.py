# SPDX-License-Identifier: Apache-2.0
"""What is installed is whole: a stranger can compile against it and run it with nothing of the source tree."""

import json
import os
import re
import shutil
import site
import subprocess
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = Path(os.environ.get("SMAAJOB_BUILD", ROOT / "build"))


class Installed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.directory = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.directory.cleanup)
        destination = Path(cls.directory.name)
        subprocess.run(
            [shutil.which("meson"), "install", "-C", str(BUILD), "--no-rebuild", "--quiet", "--destdir", str(destination)],
            check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        options = json.loads((BUILD / "meson-info" / "intro-buildoptions.json").read_text())
        prefix = next(option["value"] for option in options if option["name"] == "prefix")
        cls.prefix = destination / prefix.lstrip("/")

    def one(self, pattern):
        found = sorted(self.prefix.rglob(pattern))
        self.assertTrue(found, f"{pattern} is not installed")
        return found[0]

    def test_every_public_header_is_there_and_no_other(self):
        installed = {p.name for p in self.prefix.rglob("*.h")}
        self.assertEqual(installed, {p.name for p in (ROOT / "include" / "smaajob").glob("*.h")})

    def test_a_program_compiles_with_pkg_config_and_runs(self):
        pc = self.one("smaajob.pc")
        flags = subprocess.run(
            ["pkg-config", f"--define-variable=prefix={self.prefix}", "--cflags", "--libs", "smaajob"],
            env={**os.environ, "PKG_CONFIG_PATH": str(pc.parent)}, capture_output=True, text=True, check=True,
        ).stdout.split()  # fmt: skip
        program = Path(self.directory.name) / "score"
        subprocess.run(["cc", str(ROOT / "examples" / "score.c"), *flags, "-o", str(program)], check=True)
        environment = {**os.environ, "LD_LIBRARY_PATH": str(pc.parent.parent)}
        done = subprocess.run([program], env=environment, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0)
        self.assertIn("fit", done.stdout)

    def test_every_schema_is_there(self):
        directory = self.prefix / "share" / "smaajob" / "schemas"
        kinds = {p.name.split(".")[0] for p in directory.glob("*.json")}
        written = {p.name.split(".")[0] for p in (ROOT / "lib" / "text" / "schemas").glob("*.json")}
        self.assertEqual(kinds, written)
        self.assertLessEqual({"citizen", "opening", "policy", "vocabulary", "match", "explanation"}, kinds)
        for schema in directory.glob("*.json"):
            self.assertIn("2020-12", json.loads(schema.read_text())["$schema"])

    def test_the_licence_is_there(self):
        self.assertEqual(self.one("share/doc/smaajob/LICENSE").read_text(), (ROOT / "LICENSE").read_text())

    def test_the_static_library_is_there_unless_only_the_shared_one_is_wanted(self):
        options = json.loads((BUILD / "meson-info" / "intro-buildoptions.json").read_text())
        wanted = next(option["value"] for option in options if option["name"] == "default_library")
        self.one("libsmaajob.so.0")
        self.assertEqual(len(list(self.prefix.rglob("libsmaajob.a"))), 0 if wanted == "shared" else 1)

    def assertBeside(self, library):
        """It looks for others in its own directory alone."""
        said = subprocess.run(["readelf", "-d", str(library)], capture_output=True, text=True, check=True).stdout
        self.assertEqual(re.findall(r"RUNPATH.*\[(.*)\]", said), ["$ORIGIN"])

    def environment(self, **more):
        """The installed library is found as the dynamic linker will find it; nothing of the build tree is."""
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        return {**kept, "LD_LIBRARY_PATH": str(self.one("libsmaajob.so.0").parent), **more}

    @unittest.skipIf(os.environ.get("SMAAJOB_PYTHON") == "no", "the Python binding is not built")
    def test_the_python_package_is_where_python_looks(self):
        looked = [Path(self.directory.name) / path.lstrip("/") for path in site.getsitepackages()]
        if not any(path.is_relative_to(self.prefix) for path in looked):
            looked = [self.one("smaajob/__init__.py").parent.parent]
        case = ROOT / "examples" / "cases" / "michael-handyman"
        program = f"""import smaajob
print(smaajob.match({str(case / "citizen.json")!r}, {str(case / "opening.json")!r}).verdict, smaajob.__file__)"""
        done = subprocess.run(
            [sys.executable, "-B", "-c", program], cwd=self.prefix, capture_output=True, text=True,
            env=self.environment(PYTHONPATH=os.pathsep.join(map(str, looked))),
        )  # fmt: skip
        self.assertEqual(done.stderr, "")
        verdict, file = done.stdout.split()
        self.assertEqual(verdict, "fit")
        self.assertTrue(Path(file).is_relative_to(self.prefix), file)

    @unittest.skipIf(not (BUILD / "bindings/java/smaajob.jar").exists(), "the Java binding is not built")
    def test_the_jar_is_there_and_needs_no_library_beside_it(self):
        jar = self.one("share/java/smaajob.jar")
        done = subprocess.run(
            ["java", "-cp", str(jar), str(ROOT / "examples" / "Score.java")], cwd=ROOT, capture_output=True, text=True,
            env={**self.environment(), "LD_LIBRARY_PATH": ""},
        )  # fmt: skip
        self.assertEqual((done.stdout, done.stderr), ("fit 1.0\n", ""))
        with zipfile.ZipFile(jar) as file:
            self.assertEqual(file.read("META-INF/LICENSE"), (ROOT / "LICENSE").read_bytes())
            (glue,) = [name for name in file.namelist() if name.endswith("libsmaajob-java.so")]
            self.assertBeside(file.extract(glue, self.directory.name))

    @unittest.skipIf(not (BUILD / "bindings/csharp/nuget").exists(), "the C# binding is not built")
    def test_the_package_has_its_licence_and_looks_beside_itself(self):
        package = BUILD / "bindings/csharp/nuget"
        self.assertEqual((package / "LICENSE").read_text(), (ROOT / "LICENSE").read_text())
        self.assertIn('src="LICENSE"', (package / "Smaajob.nuspec").read_text())
        (glue,) = package.glob("runtimes/*/native/libsmaajob-csharp.so")
        self.assertBeside(glue)

    @unittest.skipIf(not (BUILD / "bindings/csharp/Smaajob.dll").exists(), "the C# binding is not built")
    def test_the_assembly_is_there_with_its_documentation_and_its_library(self):
        assembly = self.one("mono/smaajob/Smaajob.dll")
        self.assertTrue(assembly.with_suffix(".xml").exists())
        program = Path(self.directory.name) / "Score.exe"
        subprocess.run(["mcs", "-nologo", f"-out:{program}", f"-r:{assembly}", str(ROOT / "examples" / "Score.cs")], check=True)
        done = subprocess.run(
            ["mono", str(program)], cwd=ROOT, capture_output=True, text=True,
            env=self.environment(MONO_PATH=str(assembly.parent)),
        )  # fmt: skip
        self.assertEqual((done.stdout, done.stderr), ("fit 1.0\n", ""))

    @unittest.skipIf(os.environ.get("SMAAJOB_PROGRAM") is None, "the program is not built")
    def test_the_program_is_there_with_its_manual_and_completion(self):
        library = self.one("libsmaajob.so.0").parent
        done = subprocess.run(
            [self.prefix / "bin" / "smaajob", "--version"],
            env={**os.environ, "LD_LIBRARY_PATH": str(library)}, capture_output=True, text=True,
        )  # fmt: skip
        self.assertEqual(done.returncode, 0)
        self.assertIn("0.1.0", done.stdout)
        self.one("smaajob.1")
        self.one("bash-completion/completions/smaajob")


if __name__ == "__main__":
    unittest.main()
