# SPDX-License-Identifier: Apache-2.0
"""The house holds itself to its own rules; docs/architecture.md says what they are and why."""

import ctypes
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import unittest
from pathlib import Path

from headers import HEADERS, comments, functions, without_comments, without_directives

ROOT = Path(__file__).resolve().parent.parent
BUILD = Path(os.environ.get("SMAAJOB_BUILD", ROOT / "build"))
LIBRARY = Path(os.environ.get("SMAAJOB_LIBRARY", BUILD / "lib" / "libsmaajob.so.0"))
LIB = ROOT / "lib"
LIB_FILES = sorted(LIB.rglob("*.[ch]"))
OUTSIDE = [p for d in ("bindings/cli", "examples", "bench") for p in sorted((ROOT / d).rglob("*.[ch]"))]
# Like any host they see the public headers alone, and so does what SWIG reads.
HOSTS = [p for d in ("bindings", "examples", "bench") for p in sorted((ROOT / d).rglob("*.[chi]"))]
TEST_FILES = sorted((ROOT / "tests").rglob("*.[ch]"))
SOURCES = HEADERS + LIB_FILES + OUTSIDE + TEST_FILES

unittest.TestCase.maxDiff = None


def name(path):
    return str(path.relative_to(ROOT))


def run(*command, **options):
    return subprocess.run(command, capture_output=True, text=True, **options)


def code_of(path):
    """The text without comments, strings left as they are."""
    return without_comments(path.read_text())


def includes_of(path):
    return re.findall(r'^\s*[#%]\s*(?:include|import)\s*([<"])([^>"]+)[>"]', code_of(path), flags=re.M)


def library_order():
    """Position of each file of lib/ in the list of lib/meson.build, a .c and its .h together."""
    text = (LIB / "meson.build").read_text()
    listed = re.findall(r"^\s+'([\w/-]+\.[ch])',?$", text, flags=re.M)
    # What is generated includes nothing of ours, so it stands below everything.
    order = {header: -1 for header in re.findall(r"output: '([\w-]+\.h)'", text)}
    for position, entry in enumerate(listed):
        order[entry] = position
        if entry.endswith(".c"):
            order[entry[:-2] + ".h"] = position
    return order


def function_lengths(path):
    """(name, lines that hold something) of every function, by the braces in column 0."""
    lines = path.read_text().splitlines()
    for at, line in enumerate(lines):
        if line != "{":
            continue
        end = lines.index("}", at)
        above = next(line for line in reversed(lines[:at]) if re.match(r"\w+ \(", line))
        yield above.split(" ")[0], sum(1 for body in lines[at + 1 : end] if body.strip())


def symbols(*options):
    return [line.split()[-1].split("@")[0] for line in run("nm", "-D", *options, LIBRARY).stdout.splitlines()]


class Layers(unittest.TestCase):
    def test_every_file_of_the_library_is_in_the_list(self):
        order = library_order()
        unlisted = [name(p) for p in LIB_FILES if str(p.relative_to(LIB)) not in order]
        self.assertEqual(unlisted, [])

    def test_a_file_includes_only_files_above_it(self):
        order = library_order()
        wrong = []
        for path in LIB_FILES:
            own = str(path.relative_to(LIB))
            for kind, included in includes_of(path):
                if kind == '"' and order.get(included, len(order)) > order.get(own, -1):
                    wrong.append(f"{own} includes {included}")
        self.assertEqual(wrong, [])

    def test_cjson_is_seen_by_tests_alone(self):
        seeing = [name(p) for p in LIB_FILES + OUTSIDE if re.search(r"\bcJSON", code_of(p))]
        self.assertEqual(seeing, [])

    def test_bindings_examples_and_bench_see_the_public_headers_alone(self):
        wrong = []
        for path in HOSTS:
            # From wherever a compiler is told to look, and from lib, as if it were told so.
            bases = (path.parent, ROOT, ROOT / "include", ROOT / "bindings", ROOT / "bench", LIB)
            for _, included in includes_of(path):
                found = [(base / included).resolve() for base in bases]
                if any(LIB in p.parents and p.exists() for p in found):
                    wrong.append(f"{name(path)} includes {included}")
        self.assertEqual(wrong, [])

    def test_the_library_takes_memory_from_one_file(self):
        taking = [
            name(p)
            for p in LIB_FILES
            if p.stem != "memory"
            and re.search(r"\b(malloc|calloc|realloc|free|strdup|g_try_\w+|g_free|g_malloc\w*|g_new\w*)\s*\(", code_of(p))
        ]
        self.assertEqual(taking, [])

    def test_the_library_prefetches_in_one_way(self):
        prefetching = [name(p) for p in LIB_FILES if p.stem != "memory" and "__builtin_prefetch" in code_of(p)]
        self.assertEqual(prefetching, [])

    def test_how_floats_are_computed_is_asserted_once(self):
        self.assertEqual([name(p) for p in LIB_FILES if "FLT_EVAL_METHOD" in code_of(p)], ["lib/base/sphere.c"])

    def test_no_float_is_printed_in_the_library(self):
        floats = re.compile(r'"[^"\n]*%[-+ #0]*[\d*]*(\.[\d*]+)?l?[aAeEfFgG][^"\n]*"')
        self.assertEqual([name(p) for p in LIB_FILES if floats.search(code_of(p))], [])


class PublicHeaders(unittest.TestCase):
    def test_they_include_nothing_but_libc_and_themselves(self):
        libc = {"stdbool.h", "stddef.h", "stdint.h"}
        wrong = [
            f"{name(h)} includes {included}"
            for h in HEADERS
            for kind, included in includes_of(h)
            if kind == '"' or not (included in libc or included.startswith("smaajob/"))
        ]
        self.assertEqual(wrong, [])

    def compile_alone(self, compiler, language):
        if not shutil.which(compiler):
            self.skipTest(f"{compiler} is not installed")
        for header in HEADERS:
            with self.subTest(header=header.name):
                done = run(
                    compiler, *language, "-fsyntax-only", "-Wall", "-Wextra", "-Wpedantic", "-Werror",
                    "-I", str(ROOT / "include"), "-",
                    input=f"#include <smaajob/{header.name}>\nint main (void);\n",
                )
                self.assertEqual(done.stderr, "")

    def test_each_compiles_alone_as_c11(self):
        self.compile_alone("cc", ["-x", "c", "-std=c11"])

    def test_each_compiles_alone_as_cxx(self):
        self.compile_alone("c++", ["-x", "c++", "-std=c++11"])

    def test_each_is_installed(self):
        installed = (ROOT / "include" / "meson.build").read_text()
        self.assertEqual([h.name for h in HEADERS if f"'smaajob/{h.name}'" not in installed], [])

    def test_every_value_of_an_enum_says_its_number_and_a_new_one_is_the_last(self):
        wrong = []
        for header in HEADERS:
            for values, enum in re.findall(r"typedef enum \{(.*?)\} (\w+);", code_of(header), flags=re.S):
                said = re.findall(r"\w+(?:\s*=\s*(\d+))?,?", values)
                numbers = [int(number) for number in said if number]
                bits = [1 << at for at in range(len(said))]
                if numbers not in (list(range(len(said))), bits):
                    wrong.append(enum)
        self.assertEqual(wrong, [])

    def test_every_function_is_documented(self):
        bare = []
        for header in HEADERS:
            lines = header.read_text().splitlines()
            for at, line in enumerate(lines):
                if line.startswith("SMAAJOB_API") and not lines[at - 1].endswith("*/"):
                    bare.append(f"{header.name}:{at + 1}")
        self.assertEqual(bare, [])

    def test_every_parameter_whose_type_does_not_say_it_is_described(self):
        said = dict(comments())
        bare = []
        for _, function, parameters in functions():
            for parameter in parameters:
                given = parameter.split()[-1].strip("*")
                if "Smaajob" not in parameter and not re.search(rf"@p(aram)? {given}\b", said[function]):
                    bare.append(f"{function}: {parameter}")
        self.assertEqual(bare, [])

    def test_every_function_has_the_prefix_and_is_named_in_a_test(self):
        tests = "\n".join(code_of(p) for p in TEST_FILES)
        named = set(re.findall(r"\bsmaajob_\w+", tests))
        declared = [function for _, function, _ in functions()]
        self.assertEqual([f for f in declared if not f.startswith("smaajob_")], [])
        self.assertEqual(sorted(f for f in declared if f not in named), [])

    def test_every_function_has_at_most_four_parameters_and_an_error(self):
        wrong = [
            function
            for _, function, parameters in functions()
            if len([p for p in parameters if "SmaajobError *" not in p]) > 4
        ]
        self.assertEqual(wrong, [])


@unittest.skipUnless(LIBRARY.exists(), "the library is not built")
class BuiltLibrary(unittest.TestCase):
    @staticmethod
    def allowed():
        lines = (ROOT / "tests" / "allowed_symbols.txt").read_text().splitlines()
        return {line for line in lines if line and not line.startswith("#")}

    def test_it_needs_only_what_cannot_harm_its_host(self):
        allowed = self.allowed()
        needed = {s for s in symbols("--undefined-only") if not s.startswith(("_ITM_", "__gmon", "__cxa_finalize"))}
        self.assertEqual(sorted(needed - allowed), [])

    def test_the_allow_list_allows_nothing_that_harms(self):
        harmful = {"abort", "exit", "_exit", "printf", "puts", "putchar", "setlocale", "signal", "sigaction",
                   "__assert_fail", "g_malloc", "g_malloc0", "g_realloc", "g_strdup", "g_strdup_printf",
                   "g_error_new", "g_set_error", "g_log", "g_str_hash", "g_print", "malloc", "free"}  # fmt: skip
        self.assertEqual(sorted(harmful & self.allowed()), [])

    def test_it_exports_what_the_headers_declare_and_nothing_else(self):
        exported = set(symbols("--defined-only"))
        self.assertEqual(sorted(exported ^ {function for _, function, _ in functions()}), [])

    def test_it_keeps_no_global_that_can_change(self):
        allowed = {"completed.0", "__dso_handle", "__TMC_END__"}
        sections = dict(re.findall(r"\[\s*(\d+)\]\s+(\S+)", run("readelf", "-SW", LIBRARY).stdout))
        changing = set()
        for line in run("readelf", "-sW", LIBRARY).stdout.splitlines():
            fields = line.split()
            if len(fields) > 7 and fields[3] == "OBJECT":
                if sections.get(fields[6]) in (".data", ".bss", ".tdata", ".tbss"):
                    changing.add(fields[7])
        self.assertEqual(changing - allowed, set())

    # By the family of the processor: how fetching memory ahead begins, and how calling does.
    FETCHING = {"x86_64": ("prefetch", "call"), "aarch64": ("prfm", "bl")}

    def fetching_lines(self):
        """Each line of the library's source that is of an instruction that fetches, or of a call of who fetches."""
        fetch, call = self.FETCHING[platform.machine()]
        said = run("objdump", "-d", "--no-show-raw-insn", LIBRARY).stdout
        at = re.findall(rf"(?m)^\s*([0-9a-f]+):\s+(?:{fetch}|{call}\b.*<\w*fetch)", said)
        return set(re.findall(r"(?m)^.*/(lib/[\w/-]+\.[ch]:\d+)\b", run("addr2line", "-i", "-e", LIBRARY, *at).stdout))

    def test_what_is_to_be_fetched_ahead_is(self):
        """gcc leaves out calls of what only fetches unless it is told that it does more."""
        options = BUILD / "meson-info" / "intro-buildoptions.json"
        if not options.exists():
            self.skipTest("nobody knows how the library was built")
        if "clang" in run("readelf", "-p", ".comment", LIBRARY).stdout:
            self.skipTest("only gcc leaves them out, and others say other lines")
        built = {option["name"]: option["value"] for option in json.loads(options.read_text())}
        if built["optimization"] in ("0", "g") or not built["debug"]:
            self.skipTest("the library was built without optimisation, or says no lines of its source")
        if not shutil.which("objdump") or not shutil.which("addr2line"):
            self.skipTest("objdump and addr2line are not installed")
        if platform.machine() not in self.FETCHING:
            self.skipTest("this processor's instruction that fetches ahead is not known here")
        asked = [
            f"{name(path)}:{number}"
            for path in LIB_FILES
            if path.stem != "memory"
            for number, line in enumerate(code_of(path).splitlines(), 1)
            if re.match(r"\s+\w*fetch\w* \(", line)
        ]
        self.assertGreater(len(asked), 40)
        self.assertEqual(sorted(set(asked) - self.fetching_lines()), [])

    def test_it_is_compiled_so_that_a_number_is_the_same_everywhere(self):
        """The last of these options counts, also where CFLAGS has brought another."""
        commands = BUILD / "compile_commands.json"
        if not commands.exists():
            self.skipTest("nobody knows how the library was built")
        compiled, wrong = set(), []
        for command in json.loads(commands.read_text()):
            path = Path(command["directory"], command["file"]).resolve()
            # Tests compile some of these files again, for another processor.
            if LIB not in path.parents or not command["output"].startswith("lib/"):
                continue
            compiled.add(path)
            contraction = re.findall(r"-ffp-contract=(\S+)", command["command"])
            loose = re.findall(r"-Ofast|-f(?:fast|associative|reciprocal|unsafe|finite)-math\S*", command["command"])
            if contraction[-1:] != ["off"] or loose:
                wrong.append(f"{name(path)}: {contraction} {loose}")
        self.assertEqual(sorted(compiled), [p for p in LIB_FILES if p.suffix == ".c"])
        self.assertEqual(wrong, [])

    def test_it_is_hardened_and_may_be_loaded_at_run_time(self):
        dynamic = run("readelf", "-dW", LIBRARY).stdout
        self.assertIn("libsmaajob.so.0", dynamic)
        self.assertRegex(dynamic, r"BIND_NOW|NOW")
        self.assertNotIn("NODLOPEN", dynamic)
        self.assertNotIn("NOOPEN", dynamic)
        self.assertIn("GNU_RELRO", run("readelf", "-lW", LIBRARY).stdout)

    def test_it_loads_at_run_time_and_tells_its_version(self):
        version = ctypes.CDLL(str(LIBRARY)).smaajob_get_version
        version.restype = ctypes.c_char_p
        self.assertIn(f"version: '{version().decode()}'", (ROOT / "meson.build").read_text())

    def test_its_pkg_config_file_asks_nothing_of_an_embedder(self):
        text = (BUILD / "meson-private" / "smaajob.pc").read_text()
        self.assertNotRegex(text, r"(?m)^Requires:")
        self.assertRegex(text, r"(?m)^Requires\.private:.*glib-2\.0")
        self.assertRegex(text, r"(?m)^Libs:.*-lsmaajob")


class Form(unittest.TestCase):
    def test_functions_are_short(self):
        lengths = {f"{name(p)}:{f}": n for p in LIB_FILES for f, n in function_lengths(p)}
        ordered = sorted(lengths.values())
        self.assertLessEqual(statistics.median(ordered), 10)
        p95 = ordered[int(0.95 * (len(ordered) - 1))]
        longest = sorted(lengths, key=lengths.get)[-10:]
        self.assertLessEqual(p95, 35, longest)

    def test_files_are_short(self):
        long = {name(p): n for p in SOURCES if (n := len(p.read_text().splitlines())) > 500}
        self.assertEqual(long, {})
        long = {name(p): n for p in HEADERS if (n := len(p.read_text().splitlines())) > 150}
        self.assertEqual(long, {})
        self.assertLessEqual(len((ROOT / "meson.build").read_text().splitlines()), 100)

    def test_every_source_opens_with_its_licence(self):
        files = SOURCES + [p for p in ROOT.rglob("*.py") if "build" not in p.relative_to(ROOT).parts[0]]
        bare = [name(p) for p in files if "SPDX-License-Identifier: Apache-2.0" not in "\n".join(p.read_text().splitlines()[:2])]
        self.assertEqual(bare, [])

    def test_nothing_is_left_to_do(self):
        later = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
        kinds = {".c", ".h", ".py", ".md", ".build", ".sh", ".i", ".tsv", ".1"}
        left = []
        for top in ("include", "lib", "bindings", "examples", "tests", "bench", "docs"):
            for path in sorted((ROOT / top).rglob("*")):
                if path.suffix in kinds and path.is_file() and later.search(path.read_text(errors="replace")):
                    left.append(name(path))
        self.assertEqual(left, [])

    def test_c_is_formatted(self):
        program = shutil.which("clang-format-14") or shutil.which("clang-format")
        if not program or "version 14." not in run(program, "--version").stdout:
            self.skipTest("clang-format 14 is not installed, and versions differ in what they want")
        said = run(program, "--dry-run", "--Werror", *map(str, SOURCES), cwd=ROOT).stderr
        self.assertEqual(sorted(set(re.findall(rf"(?m)^{ROOT}/([^:]+):.*clang-format-violations", said))), [])


class Privacy(unittest.TestCase):
    # What a document about a person must never hold: only functional needs are asked for.
    FORBIDDEN = {
        "diagnosis", "diagnoses", "disease", "sex", "gender", "age", "birth", "birthday", "birth_date", "born",
        "origin", "ethnicity", "nationality", "religion", "race", "cpr", "first_name", "last_name", "surname",
        "full_name", "person_name", "citizen_name", "address", "phone", "email", "notes", "comment", "remarks",
    }  # fmt: skip

    def test_what_id_may_be_told_is_said_once_for_the_library_and_once_for_the_bindings(self):
        library = re.search(r"#define MOST_TOLD_BYTES (\d+)", (LIB / "words" / "fault.c").read_text())
        bindings = re.search(r"#define TOLD_MOST_BYTES (\d+)", (ROOT / "bindings" / "told.h").read_text())
        self.assertEqual(bindings.group(1), library.group(1))
        again = [
            name(path)
            for path in sorted((ROOT / "bindings").rglob("*"))
            if path.suffix in {".c", ".h", ".i", ".py", ".java", ".cs"}
            and re.search(r"_:-\]\{\d+,\d+\}|MOST_TOLD\w* \d", path.read_text())
        ]
        self.assertEqual(again, [])

    def test_no_member_of_a_struct_holds_it(self):
        found = []
        for path in HEADERS + LIB_FILES:
            for member in re.findall(r"\b(\w+)\s*(?:\[[^\]]*\])*\s*[;:,](?!:)", code_of(path)):
                if member in self.FORBIDDEN:
                    found.append(f"{name(path)}: {member}")
        self.assertEqual(found, [])

    def test_no_member_of_a_document_holds_it(self):
        schemas = [p for p in ROOT.rglob("*.schema.json") if "build" not in p.relative_to(ROOT).parts[0]]
        found = {(name(p), m) for p in schemas for m in self.members(json.loads(p.read_text())) if m in self.FORBIDDEN}
        self.assertEqual(found, set())

    # All that a document may hold about a citizen.
    OF_A_CITIZEN = set(
        "format id competencies concept level evidence competencies_complete needs condition tolerates requires "
        "at_most strength gates hours min max limit max_per_day committed unit availability days from to "
        "effectiveness attendance kept weeks context prerequisites choice purpose wishes wants location lat lon "
        "travel mode max_minutes".split()
    )

    @staticmethod
    def objects(schema):
        """Everything in braces in a schema, whatever it is of."""
        if isinstance(schema, dict):
            yield schema
        for part in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
            yield from Privacy.objects(part)

    @staticmethod
    def members(schema):
        return {member for part in Privacy.objects(schema) for member in part.get("properties", {})}

    def test_a_citizen_has_these_members_and_no_other(self):
        schema = json.loads((LIB / "text" / "schemas" / "citizen.schema.json").read_text())
        self.assertEqual(self.members(schema) ^ self.OF_A_CITIZEN, set())
        read = set(re.findall(r'\{"(\w+)", MEMBER_', code_of(LIB / "text" / "read-citizen.c")))
        self.assertEqual(read - self.OF_A_CITIZEN, set())

    def test_no_text_about_a_citizen_is_free(self):
        schema = json.loads((LIB / "text" / "schemas" / "citizen.schema.json").read_text())
        free = [part for part in self.objects(schema) if part.get("type") == "string" and not {"pattern", "enum"} & set(part)]
        self.assertEqual(free, [])


class Documents(unittest.TestCase):
    WORDS = (
        "citizen employer opening task requirement competence condition need exposure provision gate window "
        "capacity criterion weight score bounds coverage loss blocker verdict plan timing attention+point "
        "question lever policy match ranking caseload market placement record"
    )

    def test_the_glossary_explains_every_word(self):
        text = (ROOT / "docs" / "glossary.md").read_text()
        words = [w.replace("+", " ") for w in self.WORDS.split()]
        self.assertEqual([w for w in words if f"| **{w}** |" not in text], [])

    def test_the_glossary_explains_every_code(self):
        text = (ROOT / "docs" / "glossary.md").read_text()
        header = without_directives(code_of(ROOT / "include" / "smaajob" / "code.h"))
        enums = re.findall(r"SMAAJOB_(CODE|CRITERION|SIDE|STATE|TASK|ADVICE)_([A-Z_]+)", header)
        score = code_of(ROOT / "include" / "smaajob" / "score.h")
        verdicts = re.findall(r"SMAAJOB_(VERDICT)_([A-Z_]+)", score)
        codes = {value.lower() for kind, value in enums + verdicts if (kind, value) != ("CODE", "NONE")}
        self.assertGreater(len(codes), 60)
        self.assertEqual(sorted(c for c in codes if f"| `{c}` |" not in text), [])

    def test_links_lead_somewhere(self):
        broken = []
        for path in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]:
            for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", path.read_text()):
                if "://" not in target and not (path.parent / target).exists():
                    broken.append(f"{name(path)}: {target}")
        self.assertEqual(broken, [])

    def test_versions_agree(self):
        version = re.search(r"version: '([\d.]+)'", (ROOT / "meson.build").read_text()).group(1)
        self.assertIn(f"## [{version}]", (ROOT / "CHANGELOG.md").read_text())
        header = (ROOT / "include" / "smaajob" / "version.h").read_text()
        self.assertEqual(re.findall(r"(?m)^#define SMAAJOB_VERSION_M\w+ (\d+)$", header), version.split("."))

    def test_the_soname_is_what_the_headers_say(self):
        soname = re.search(r"soversion: '(\d+)'", (ROOT / "lib" / "meson.build").read_text()).group(1)
        self.assertIn(f"libsmaajob.so.{soname},", (ROOT / "include" / "smaajob" / "version.h").read_text())


if __name__ == "__main__":
    unittest.main()
