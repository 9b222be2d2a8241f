# SPDX-License-Identifier: Apache-2.0
"""PostgreSQL: a server of our own in a temporary folder, on a local socket, run by a user without rights.

Each stage is a temporary table that is counted before the next is planned: of a common table expression the planner knows
nothing, and goes through it once for each row of another.
"""

import glob
import os
import pwd
import shutil
import subprocess
import tempfile

import sql

SETTINGS = {
    "listen_addresses": "", "shared_buffers": "512MB", "work_mem": "512MB", "maintenance_work_mem": "256MB", "fsync": "off",
    "synchronous_commit": "off", "max_parallel_workers_per_gather": "0", "random_page_cost": "1.1", "jit": "off",
    "effective_cache_size": "2GB", "autovacuum": "off",
}  # fmt: skip


def find_programs():
    folders = sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda f: int(f.split("/")[-2]))
    found = folders[-1] if folders else os.path.dirname(shutil.which("initdb") or "")
    return found if found and os.path.exists(f"{found}/initdb") else None


class Peer:
    name = "PostgreSQL"
    at_once = 10

    def __init__(self, tables):
        self.programs, self.session, self.server = find_programs(), None, None
        if self.programs is None:
            raise ModuleNotFoundError("PostgreSQL is not installed")
        self.folder = tempfile.mkdtemp(prefix="peers-")
        # initdb refuses to be run by root.
        self.user = pwd.getpwnam("nobody") if os.getuid() == 0 else None
        if self.user:
            os.chown(self.folder, self.user.pw_uid, self.user.pw_gid)
        data = f"{self.folder}/data"
        self.run(f"{self.programs}/initdb", "-D", data, "-A", "trust", "-U", "peer", "-E", "UTF8", "--locale=C", "--no-sync")
        settings = [part for name, value in SETTINGS.items() for part in ("-c", f"{name}={value}")]
        self.server = subprocess.Popen([f"{self.programs}/postgres", "-D", data, "-k", self.folder, *settings],
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **self.rights())  # fmt: skip
        self.run(f"{self.programs}/pg_isready", "-h", self.folder, "-t", "30", tries=100)
        self.session = subprocess.Popen([f"{self.programs}/psql", "-h", self.folder, "-U", "peer", "-d", "postgres", "-qAtX", "-F", ",",
                                         "-v", "ON_ERROR_STOP=1"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)  # fmt: skip
        self.ask("SET client_min_messages = warning")
        self.backend = int(self.ask("SELECT pg_backend_pid()")[0])
        self.load(tables)

    def rights(self):
        return {"user": self.user.pw_uid, "group": self.user.pw_gid, "extra_groups": [], "cwd": self.folder} if self.user else {}

    def run(self, *command, tries=1):
        for left in reversed(range(tries)):
            done = subprocess.run(command, capture_output=True, text=True, **self.rights())
            if done.returncode == 0:
                return
            if left == 0:
                raise RuntimeError(f"{command[0]}: {done.stderr}")
            subprocess.run(["sleep", "0.1"], check=True)

    def ask(self, text):
        self.session.stdin.write(f"{text};\n\\echo .\n")
        self.session.stdin.flush()
        lines = []
        for line in self.session.stdout:
            if line == ".\n":
                return lines
            lines.append(line.rstrip("\n"))
        raise RuntimeError("PostgreSQL ended the session")

    def load(self, tables):
        for name, columns in sql.TABLES.items():
            self.ask(f"CREATE UNLOGGED TABLE {name} ({columns})")
            write = self.session.stdin.write
            write(f"COPY {name} FROM STDIN WITH (FORMAT csv);\n")
            for row in sql.rows_of(tables, name):
                write(",".join("" if v is None else str(v) for v in row) + "\n")
            write("\\.\n")
            if name in sql.KEYS:
                self.ask(f"ALTER TABLE {name} ADD PRIMARY KEY ({sql.KEYS[name]})")
        for name, on in sql.INDEXES.items():
            self.ask(f"CREATE INDEX {name} ON {on}")
        self.ask("VACUUM ANALYZE")

    def seconds(self):
        """Processor time of the server's one process that works for us."""
        with open(f"/proc/{self.backend}/stat", encoding="ascii") as stat:
            user, system = stat.read().rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    def rank(self, citizens, top):
        rows = []
        for first in range(citizens.start, citizens.stop, self.at_once):
            last = min(first + self.at_once, citizens.stop) - 1
            made, answer = sql.stages(first, last, top)
            for name, text in made:
                self.ask(f"CREATE TEMP TABLE {name} AS {text}")
                self.ask(f"ANALYZE {name}")
            rows += self.ask(answer)
            self.ask("DROP TABLE " + ", ".join(name for name, _ in made))
        return sql.gather(citizens, (map(int, row.split(",")) for row in rows))

    def close(self):
        if self.session:
            self.session.stdin.close()
            self.session.wait()
        if self.server:
            self.server.terminate()
            self.server.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
