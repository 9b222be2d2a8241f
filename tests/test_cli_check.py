# SPDX-License-Identifier: Apache-2.0
"""The smaajob program: checking documents, printing what is in force, and ESCO."""

import json
import lzma
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

from cli import (BAD_DATA, CITIZEN, CliTest, DONE, environment, KINDS, line, load, MIB, NO_INPUT,
                 on_terminal, OPENING, PROGRAM, run, SOURCE)

SKILLS = "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,status\r\n"
GROUPS = "conceptType,conceptUri,preferredLabel,status,code\r\n"
BROADER = "conceptType,conceptUri,broaderType,broaderUri\r\n"
URI = "http://data.europa.eu/esco/"


class CheckTest(CliTest):
    def test_good_documents_of_every_kind_pass(self):
        policy = self.file("policy.json", run("policy").stdout)
        vocabulary = self.file("vocabulary.json", run("vocabulary").stdout)
        done = run("check", CITIZEN, OPENING, policy, vocabulary)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (DONE, b"", b""))
        text, status = on_terminal("check", CITIZEN, OPENING, policy, vocabulary)
        self.assertEqual((text, status), ("Documents: 4. No faults.\n", DONE))
        text, _ = on_terminal("check", CITIZEN, "--lang", "da")
        self.assertEqual(text, "Dokumenter: 1. Ingen fejl.\n")

    def test_a_fault_has_six_members_in_order(self):
        path = self.file("c.json", b'{"format":"smaajob.citizen/1",\n  "id":"a",\n  "color":1}')
        done = run("check", path)
        self.assertEqual((done.returncode, done.stderr), (BAD_DATA, b""))
        error = json.loads(done.stdout)
        self.assertEqual(list(error), ["file", "line", "column", "pointer", "code", "message"])
        self.assertEqual((error["file"], error["line"], error["pointer"], error["code"]),
                         (path, 3, "/color", "unknown_member"))

    def test_on_a_terminal_faults_are_text(self):
        path = self.file("c.json", b'{"format":"smaajob.citizen/1",\n  "id":"a",\n  "color":1}')
        text, status = on_terminal("check", path)
        self.assertEqual(status, BAD_DATA)
        self.assertRegex(text, "^" + re.escape(path) + r":3:11: color: .* \(/color\)\nDocuments: 1\. Faults: 1\.\n$")

    def test_a_member_that_may_not_be_told_has_its_own_line(self):
        path = self.file("c.json", b'{"format":"smaajob.citizen/1",\n "id":"a",\n "gates":{\n  "http://x/y":"no"},\n "Ann B":1}')
        fault = self.errors(path)[1][0]
        self.assertEqual((fault["line"], fault["column"], fault["pointer"]), (5, 10, ""))
        self.assertIn("a member of 5 bytes that the format does not have, expected one of format, id,", fault["message"])
        path = self.file("d.json", b'{"format":"smaajob.citizen/1",\n "id":"a",\n "gates":{\n  "http://x/y":"no"}}')
        fault = self.errors(path)[1][0]
        self.assertEqual((fault["line"], fault["column"], fault["pointer"]), (4, 16, "/gates"))

    def test_who_reads_of_a_byte_order_mark_is_told_how_to_go_on(self):
        text = line(load(CITIZEN)).decode()
        mark = "a byte order mark, expected none: save the text as UTF-8 without one"
        wide = "a byte order mark of UTF-16, expected UTF-8: save the text as UTF-8 without one"
        danish = " (gem teksten som UTF-8 uden byte order mark)"
        for name in ("c.json", "c.ndjson"):
            for encoding, said in (("utf-8-sig", mark), ("utf-16", wide)):
                path = self.file(name, text.encode(encoding))
                fault = self.errors(path)[1][0]
                self.assertEqual((fault["code"], fault["message"]), ("encoding", said))
                for arguments in (("match", path, OPENING), ("pack", "--citizens", path, "-o", path + ".packed"),
                                  ("rank", "--citizens", path, "--openings", OPENING, "--by", "citizen")):
                    for language, more in (("en", ""), ("da", danish)):
                        done = run(*arguments, "--lang", language)
                        self.assertEqual(done.stderr.decode().splitlines()[0], f"{path}:1:1: {said}{more}")

    def test_every_code_is_told(self):
        start = b'{"format":"smaajob.citizen/1","id":"a"'
        for code, content in (("syntax", b"{,}"), ("encoding", start + b',"color":"\xff"}'),
                              ("depth", b"[" * 100), ("duplicate", start + b',"id":"b"}'),
                              ("type", start + b',"choice":7}'),
                              ("range", start + b',"effectiveness":2}'),
                              ("missing", b'{"format":"smaajob.citizen/1"}'),
                              ("unknown_member", start + b',"color":1}'),
                              ("unknown_concept", start + b',"competencies":[{"concept":"x","level":1}]}'),
                              ("size", start + b" " * MIB + b"}"),
                              ("format", b'{"format":"smaajob.citizen/2","id":"a"}')):
            with self.subTest(code=code):
                status, errors, _ = self.errors(self.file("c.json", content))
                self.assertEqual((status, [error["code"] for error in errors]), (BAD_DATA, [code]))

    def test_ndjson_is_known_by_name_and_by_its_first_line(self):
        citizen, opening = load(CITIZEN), load(OPENING)
        text = line(citizen) + b"\n" + line(opening) + b'{"format":"smaajob.citizen/1"}\n'
        for name in ("many.ndjson", "many.jsonl", "many.json", "many"):
            status, errors, _ = self.errors(self.file(name, text))
            self.assertEqual(status, BAD_DATA)
            self.assertEqual([(e["line"], e["code"]) for e in errors], [(4, "missing")])
        status, errors, _ = self.errors("-", stdin=text)
        self.assertEqual([(e["file"], e["line"]) for e in errors], [("<stdin>", 4)])

    def test_a_line_that_is_no_document_is_told_and_the_next_is_read(self):
        text = b"{\n" + line(load(CITIZEN)) + b"[1]\nx\n" + line(load(OPENING))
        status, errors, _ = self.errors(self.file("many.ndjson", text))
        self.assertEqual([e["line"] for e in errors], [1, 3, 4])

    def test_an_id_twice_in_a_file_names_both_lines(self):
        citizen, opening = load(CITIZEN), load(OPENING)
        opening["id"] = citizen["id"]
        text = line(citizen) + line(opening) + line({"format": "smaajob.citizen/1", "id": "b"}) * 2
        text += line(citizen)
        status, errors, _ = self.errors(self.file("many.ndjson", text))
        self.assertEqual(status, BAD_DATA)
        self.assertEqual([(e["line"], e["code"], e["pointer"]) for e in errors],
                         [(4, "duplicate", "/id"), (5, "duplicate", "/id")])
        self.assertEqual(errors[0]["message"], "id: b is the id of line 3 already, expected every id once")
        self.assertIn("line 1", errors[1]["message"])
        self.assertEqual(errors[0]["column"], line({"format": "smaajob.citizen/1", "id": "b"})
                         .index(b'"b"') + 1)

    def test_who_loads_documents_tells_of_an_id_twice_as_who_checks_them(self):
        twice = self.file("twice.ndjson", line({"format": "smaajob.citizen/1", "id": "b"}) * 2)
        done = run("rank", "--citizens", twice, "--openings", OPENING, "--by", "citizen")
        self.assertRefused(done, BAD_DATA)
        _, errors, _ = self.errors(twice)
        place = ":".join(map(str, (twice, errors[0]["line"], errors[0]["column"])))
        self.assertIn(f'{place}: {errors[0]["message"]}', done.stderr.decode())

    def test_a_member_twice_is_told_where_it_stands(self):
        text = b'{"format":"smaajob.citizen/1","id":"a","id":"b"}'
        _, errors, _ = self.errors(self.file("twice.json", text))
        self.assertEqual((errors[0]["code"], errors[0]["pointer"], errors[0]["column"]),
                         ("duplicate", "/id", text.rindex(b'"id"') + 1))

    def test_faults_and_missing_files_are_told_together(self):
        bad = self.file("bad.json", b"{")
        missing = os.path.join(self.folder, "missing.json")
        status, errors, stderr = self.errors(bad, missing, CITIZEN)
        self.assertEqual((status, len(errors)), (NO_INPUT, 1))
        self.assertIn(missing.encode(), stderr)

    def test_a_file_name_cannot_break_the_output(self):
        path = self.file('a"b\\\n\033[31m.json', b"{")
        status, errors, _ = self.errors(path)
        self.assertEqual((status, len(errors)), (BAD_DATA, 1))
        done = run("match", path, OPENING)
        self.assertNotIn(b"\033", done.stderr)
        self.assertEqual(done.stderr.count(b"\n"), 1)


class PrintTest(CliTest):
    def test_a_printed_policy_reads_as_itself(self):
        first = run("policy")
        self.assertEqual(json.loads(first.stdout)["format"], "smaajob.policy/1")
        path = self.file("p.json", first.stdout)
        self.assertEqual(run("policy", "--policy", path).stdout, first.stdout)

    def test_a_policy_overrides_member_by_member(self):
        path = self.file("p.json", {"format": "smaajob.policy/1", "priors": {"competence": 0.5}})
        policy = json.loads(run("policy", "--policy", path).stdout)
        self.assertEqual(policy["priors"]["competence"], 0.5)
        self.assertEqual(policy["shares"]["must"], 0.9)

    def test_the_built_in_vocabulary_is_whole(self):
        vocabulary = json.loads(run("vocabulary").stdout)
        self.assertEqual([len(vocabulary[member]) for member in
                          ("conditions", "gates", "competencies")][:2], [56, 8])
        self.assertGreaterEqual(len(vocabulary["competencies"]), 44)

    def test_vocabularies_stack_in_order(self):
        a = self.file("a.json", {"format": "smaajob.vocabulary/1", "version": "a", "competencies": [
            {"id": "own:a", "label": {"en": "a"}}]})
        b = self.file("b.json", {"format": "smaajob.vocabulary/1", "version": "b", "competencies": [
            {"id": "own:b", "label": {"en": "b"}, "broader": ["own:a"]}]})
        done = run("vocabulary", "--vocabulary", a, "--vocabulary", b)
        self.assertEqual(json.loads(done.stdout)["version"], "b", done.stderr)
        self.assertRefused(run("vocabulary", "--vocabulary", b, "--vocabulary", a), BAD_DATA)
        status, errors, _ = self.errors(b)
        self.assertEqual((status, errors[0]["code"]), (BAD_DATA, "unknown_concept"))
        self.assertEqual(self.errors(b, "--vocabulary", a)[0], DONE)

    def test_every_schema_is_a_schema(self):
        for kind in KINDS:
            schema = json.loads(run("schema", kind).stdout)
            self.assertIn("2020-12", schema["$schema"])


class EscoTest(CliTest):
    def release(self, **tables):
        """A release of two skills in a group, with some of its tables replaced or, if None, absent."""
        made = {
            "skills_en.csv": SKILLS +
                "KnowledgeSkillCompetence," + URI + "skill/s-1,skill/competence,x,knit,released\r\n"
                "KnowledgeSkillCompetence," + URI + "skill/s-2,knowledge,x,yarn,released\r\n",
            "skillGroups_en.csv": GROUPS + "SkillGroup," + URI + "skill/S1.2,crafts,released,S1.2\r\n"
                "SkillGroup," + URI + "isced-f/0213,fine arts,released,0213\r\n",
            "broaderRelationsSkillPillar_en.csv": BROADER +
                "KnowledgeSkillCompetence," + URI + "skill/s-1,SkillGroup," + URI + "skill/S1.2\r\n"
                "KnowledgeSkillCompetence," + URI + "skill/s-2,SkillGroup," + URI + "isced-f/0213\r\n",
        }
        made.update({name.replace("__", "."): text for name, text in tables.items()})
        folder = tempfile.mkdtemp(dir=self.folder)
        for name, text in made.items():
            if text is not None:
                with open(os.path.join(folder, name), "wb") as file:
                    file.write(text if isinstance(text, bytes) else text.encode())
        return folder

    def convert(self, folder):
        done = run("vocabulary", "--from-esco", folder)
        self.assertEqual(done.returncode, DONE, done.stderr)
        return json.loads(done.stdout)

    def test_ids_labels_and_broader_concepts(self):
        vocabulary = self.convert(self.release())
        self.assertEqual(vocabulary["version"], "esco")
        found = {word["id"]: word for word in vocabulary["competencies"]}
        self.assertEqual(set(found), {"esco:s-1", "esco:s-2", "esco:S1.2", "esco:isced-f:0213"})
        self.assertEqual(found["esco:s-1"]["label"], {"en": "knit"})
        self.assertEqual(found["esco:s-1"]["broader"], ["esco:S1.2"])
        self.assertEqual(found["esco:s-2"]["broader"], ["esco:isced-f:0213"])

    def test_danish_labels_are_added_when_there(self):
        folder = self.release(skills_da__csv=SKILLS + "KnowledgeSkillCompetence," + URI +
                              'skill/s-1,x,x,"strikke ""på"" pinde",released\r\n')
        found = {word["id"]: word for word in self.convert(folder)["competencies"]}
        self.assertEqual(found["esco:s-1"]["label"], {"da": 'strikke "på" pinde', "en": "knit"})
        self.assertEqual(found["esco:s-2"]["label"], {"en": "yarn"})

    def test_quotes_line_breaks_marks_and_other_columns_are_read(self):
        skills = ('\ufeff"altLabels","preferredLabel","conceptType","conceptUri"\n'
                  '"a\nb, ""c""","knit","KnowledgeSkillCompetence","' + URI + 'skill/s-1"\n'
                  ',yarn,KnowledgeSkillCompetence,' + URI + 'skill/s-2')
        vocabulary = self.convert(self.release(skills_en__csv=skills))
        self.assertEqual([word["label"]["en"] for word in vocabulary["competencies"]][:4].count("knit"), 1)

    def test_names_without_the_language_are_found(self):
        folder = self.release()
        for name in os.listdir(folder):
            os.rename(os.path.join(folder, name), os.path.join(folder, name.replace("_en", "")))
        self.assertEqual(len(self.convert(folder)["competencies"]), 4)

    def test_only_released_competences_are_taken(self):
        skills = SKILLS + "".join(
            kind + "," + URI + "skill/s-%d,x,x,label,%s\r\n" % row for row, kind in
            (((1, "released"), "KnowledgeSkillCompetence"),
             ((2, "obsolete"), "KnowledgeSkillCompetence"), ((3, "released"), "Occupation")))
        found = {word["id"] for word in self.convert(self.release(skills_en__csv=skills))
                 ["competencies"]}
        self.assertEqual(found, {"esco:s-1", "esco:S1.2", "esco:isced-f:0213"})

    def test_the_folder_tells_the_version(self):
        folder = os.path.join(self.folder, "ESCO dataset - v1.1.1 - classification - en - csv")
        os.rename(self.release(), folder)
        self.assertEqual(self.convert(folder)["version"], "esco-1.1.1")

    def test_what_is_missing_is_named(self):
        done = run("vocabulary", "--from-esco", os.path.join(self.folder, "nowhere"))
        self.assertRefused(done, NO_INPUT)
        for name in ("skills", "skillGroups", "broaderRelationsSkillPillar"):
            done = run("vocabulary", "--from-esco", self.release(**{name + "_en__csv": None}))
            self.assertRefused(done, NO_INPUT)
            self.assertIn((name + "_en.csv").encode(), done.stderr)
        for name, header, column in (("skills", SKILLS, "conceptUri"),
                                     ("skills", SKILLS, "preferredLabel"),
                                     ("skillGroups", GROUPS, "conceptType"),
                                     ("broaderRelationsSkillPillar", BROADER, "broaderUri")):
            folder = self.release(**{name + "_en__csv": header.replace(column, "other")})
            done = run("vocabulary", "--from-esco", folder)
            self.assertRefused(done, BAD_DATA)
            self.assertIn(column.encode(), done.stderr)
            self.assertEqual(done.stderr.count(b"\n"), 1)

    def test_a_broken_table_is_refused_with_its_line(self):
        good = "KnowledgeSkillCompetence," + URI + "skill/s-1,x,x,knit,released\r\n"
        for row, bad in ((3, good), (3, good.replace("s-1", "s 9")), (3, "a,b\r\n"),
                         (3, '"KnowledgeSkillCompetence'), (3, '"a"b,,,,,\r\n'), (3, "a\rb,,,,,\n"),
                         (3, good.replace("s-1", "s-9").replace("data.europa", "example")),
                         (3, b"\xff,,,,,\r\n"), (3, b"\x00,,,,,\r\n")):
            table = (SKILLS + good).encode() + (bad if isinstance(bad, bytes) else bad.encode())
            folder = self.release(skills_en__csv=table)
            done = run("vocabulary", "--from-esco", folder)
            self.assertRefused(done, BAD_DATA)
            self.assertIn(("skills_en.csv:%d:" % row).encode(), done.stderr)
        self.assertRefused(run("vocabulary", "--from-esco", self.release(skills_en__csv="")),
                           BAD_DATA)

    def test_a_relation_to_nothing_or_in_a_circle_is_refused(self):
        dangling = BROADER + "SkillGroup," + URI + "skill/S1.2,SkillGroup," + URI + "skill/S9\r\n"
        self.assertRefused(run("vocabulary", "--from-esco", self.release(
            broaderRelationsSkillPillar_en__csv=dangling)), BAD_DATA)
        circle = BROADER + "SkillGroup," + URI + "skill/S1.2,SkillGroup," + URI + "isced-f/0213\r\n"
        circle += "SkillGroup," + URI + "isced-f/0213,SkillGroup," + URI + "skill/S1.2\r\n"
        self.assertRefused(run("vocabulary", "--from-esco", self.release(
            broaderRelationsSkillPillar_en__csv=circle)), BAD_DATA)

    def test_the_whole_of_esco_loads(self):
        folder = os.path.join(self.folder, "esco-1.1.1")
        source = os.path.join(SOURCE, "tests", "data", "esco")
        os.mkdir(folder)
        for name in os.listdir(source):
            if name.endswith(".xz"):
                with lzma.open(os.path.join(source, name)) as packed, \
                        open(os.path.join(folder, name[:-3]), "wb") as table:
                    shutil.copyfileobj(packed, table)
        document = os.path.join(self.folder, "esco.json")
        self.assertEqual(run("vocabulary", "--from-esco", folder, "-o", document).returncode, DONE)
        esco = load(document)
        self.assertEqual(esco["version"], "esco-1.1.1")
        self.assertEqual(len(esco["competencies"]), 14536)
        self.assertEqual(sum(len(word.get("broader", [])) for word in esco["competencies"]), 20649)

        whole = json.loads(run("vocabulary", "--vocabulary", document).stdout)
        self.assertEqual(len(whole["competencies"]), 14536)
        self.assertEqual(sum(len(word.get("broader", [])) for word in whole["competencies"]), 20649)
        labels = {word["id"]: word["label"] for word in whole["competencies"]}
        self.assertIn("da", labels["esco:b6bdf202-524f-475d-b813-2aa9af005c37"])
        self.assertEqual(run("check", document).returncode, DONE)

        done = run("match", CITIZEN, OPENING, "--vocabulary", document)
        self.assertEqual(json.loads(done.stdout)["verdict"], "fit", done.stderr)
        seconds, peak = self.measure(["match", CITIZEN, OPENING, "--vocabulary", document])
        print("a match with the whole of ESCO loaded: %.3f s, peak %.1f MB" %
              (seconds, peak / 1e6), file=sys.stderr)

    def measure(self, arguments):
        """Seconds and peak bytes, by way of a small process: a child's peak begins at its parent's."""
        script = ("import resource, subprocess, sys, time; begun = time.monotonic(); "
                  "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True); "
                  "print(time.monotonic() - begun, "
                  "resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024)")
        done = subprocess.run([sys.executable, "-S", "-c", script, PROGRAM, *arguments],
                              stdout=subprocess.PIPE, env=environment(), check=True)
        return [float(text) for text in done.stdout.split()]


if __name__ == "__main__":
    unittest.main()
