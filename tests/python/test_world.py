# SPDX-License-Identifier: Apache-2.0
"""Threads, locales, memory, and the examples in the documentation."""

import doctest
import locale
import os
import subprocess
import sys
import threading
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import smaajob
import support

support.fill_in()
MATCHES = int(os.environ.get("SMAAJOB_TEST_MATCHES", "8000"))


class Threads(unittest.TestCase):
    def test_shared_objects_give_every_thread_the_same(self):
        citizen, opening = smaajob.Citizen.from_dict(support.citizen()), smaajob.Opening.from_dict(support.opening())
        expected = smaajob.match(citizen, opening).to_json()
        shared = smaajob.match(citizen, opening)

        def work(_):
            own = smaajob.match(support.citizen(), support.opening())
            repr(shared)
            return {smaajob.match(citizen, opening).to_json(), own.to_json(), shared.to_json()}

        with ThreadPoolExecutor(8) as pool:
            for told in pool.map(work, range(400)):
                self.assertEqual(told, {expected})

    def test_what_is_made_once_is_made_once_by_many_threads(self):
        program = (
            "import sys, threading\nsys.path[:0] = sys.argv[1:]\nimport smaajob\n"
            "gate, made = threading.Barrier(16), []\n"
            "def work():\n"
            "    gate.wait()\n"
            "    made.append((smaajob.Vocabulary()._native, smaajob.Policy()._native))\n"
            "threads = [threading.Thread(target=work) for _ in range(16)]\n"
            "[t.start() for t in threads]; [t.join() for t in threads]\n"
            "print(len({(id(a), id(b)) for a, b in made}), len(made))\n"
        )
        for _ in range(5):
            self.assertEqual(run(program).stdout.split(), ["1", "16"])

    def test_a_vocabulary_is_read_while_other_threads_work(self):
        text = smaajob.Vocabulary().to_json()
        stop, counted = threading.Event(), []

        def count():
            while not stop.is_set():
                smaajob.score(support.citizen(), support.opening())
                counted.append(1)

        thread = threading.Thread(target=count)
        thread.start()
        try:
            for _ in range(50):
                self.assertEqual(smaajob.Vocabulary.from_json(text).to_json(), text)
        finally:
            stop.set()
            thread.join()
        self.assertTrue(counted)


class Locales(unittest.TestCase):
    def test_a_decimal_comma_changes_nothing(self):
        expected = smaajob.match(support.citizen(), support.opening())
        before = locale.setlocale(locale.LC_ALL)
        try:
            locale.setlocale(locale.LC_ALL, "da_DK.UTF-8")
        except locale.Error:
            self.skipTest("da_DK.UTF-8 is not installed")
        try:
            self.assertEqual(locale.localeconv()["decimal_point"], ",")
            match = smaajob.match(support.citizen(), support.opening())
            self.assertEqual(match.to_json(), expected.to_json())
            self.assertEqual(repr(match), repr(expected))
            self.assertEqual(smaajob.Policy.from_json(smaajob.Policy().to_json()).to_json(), smaajob.Policy().to_json())
            with self.assertRaises(smaajob.SmaajobError) as caught:
                smaajob.Citizen.from_dict(support.citizen(effectiveness=1.5))
            self.assertIn("1.5", caught.exception.message)
        finally:
            locale.setlocale(locale.LC_ALL, before)


class Memory(unittest.TestCase):
    def flat(self, call, n):
        """Memory does not grow while `call` is made n times; a few pages may settle first."""
        for _ in range(max(200, n // 20)):
            call()
        before = support.size_kib()
        for _ in range(n):
            call()
        self.assertLess(support.size_kib() - before, 1024)

    def test_it_is_flat_over_many_matches(self):
        citizen, opening = smaajob.Citizen.from_dict(support.citizen()), smaajob.Opening.from_dict(support.opening())

        def call():
            match = smaajob.match(citizen, opening)
            match.to_json(), match.criteria, match.tasks, match.plan, match.timing, match.attention

        self.flat(call, MATCHES)

    def test_it_is_flat_over_many_documents(self):
        citizen, opening = support.citizen(), support.opening()
        self.flat(lambda: smaajob.score(citizen, opening), MATCHES // 4)

    def test_it_is_flat_over_many_faults(self):
        citizen, bad = smaajob.Citizen.from_dict(support.citizen()), support.citizen(hours={"max": 200})
        builder = smaajob.CitizenBuilder("c")

        def call():
            for fault in (
                lambda: smaajob.Citizen.from_dict(bad),
                lambda: smaajob.match(citizen, "{"),
                lambda: smaajob._native.CitizenBuilder(None, "c"),
                lambda: smaajob._native.CitizenBuilder(citizen.vocabulary._native, "a b"),
                lambda: builder.set_gate("a\0b", "yes"),
                lambda: builder._native.add_need("env_noise", 9.0, 0),
            ):
                try:
                    fault()
                except (TypeError, smaajob.SmaajobError):
                    pass

        self.flat(call, MATCHES // 4)

    def test_it_is_flat_over_many_objects_made_in_code(self):
        def call():
            opening = smaajob.OpeningBuilder("o")
            opening.add_task("t").set_exposure("env_noise", 2)
            citizen = smaajob.CitizenBuilder("c").add_need("env_noise", tolerates=1, strength="must").build()
            smaajob.score(citizen, opening.build(), smaajob.PolicyBuilder().build())

        self.flat(call, MATCHES // 4)


class Exhaustion(unittest.TestCase):
    def test_no_memory_is_a_memory_error_and_python_goes_on(self):
        program = (
            "import sys\nsys.path[:0] = sys.argv[1:]\nimport resource, smaajob\n"
            'concepts = \',\'.join(\'{"id":"c:%d","label":{"en":"%d"}}\' % (i, i) for i in range(200000))\n'
            'text = (\'{"format":"smaajob.vocabulary/1","version":"x","conditions":[],"gates":[],\''
            " '\"competencies\":[' + concepts + ']}').encode()\n"
            "del concepts\n"
            "pages = int(open('/proc/self/statm').read().split()[0])\n"
            "limit = pages * resource.getpagesize() + (8 << 20)\n"
            "resource.setrlimit(resource.RLIMIT_AS, (limit, resource.RLIM_INFINITY))\n"
            "for i in range(20):\n"
            "    try:\n"
            "        smaajob._native.Vocabulary.new_from_json(None, text)\n"
            "        print('made')\n"
            "    except MemoryError:\n"
            "        print('MemoryError')\n"
            "resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))\n"
            "print(len(smaajob.Vocabulary.from_json(text).concepts))\n"
        )
        self.assertEqual(run(program).stdout.split(), ["MemoryError"] * 20 + ["200000"])


class Documentation(unittest.TestCase):
    def test_its_examples_come_out_as_they_say(self):
        modules = [module for name, module in sys.modules.items() if name == "smaajob" or name.startswith("smaajob._")]
        attempted = 0
        for module in modules:
            with self.subTest(module=module.__name__):
                result = doctest.testmod(module)
                self.assertEqual(result.failed, 0)
                attempted += result.attempted
        self.assertGreater(attempted, 20)

    def test_it_is_typed(self):
        self.assertTrue(Path(smaajob.__file__).with_name("py.typed").exists())


def run(program):
    return subprocess.run(
        [sys.executable, "-c", program, *sys.path], capture_output=True, text=True, check=True, timeout=120
    )


if __name__ == "__main__":
    unittest.main()
