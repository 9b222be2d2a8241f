-- SPDX-License-Identifier: Apache-2.0
-- A host's own database. NULL is what nobody has told. What is the host's alone, such as a name, never leaves it.
-- DOUBLE, since one of the drivers reads what is declared REAL as four bytes.

CREATE TABLE citizen (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  competencies_complete INTEGER NOT NULL DEFAULT 0,
  needs_known INTEGER NOT NULL DEFAULT 0,
  availability_known INTEGER NOT NULL DEFAULT 0,
  hours_min DOUBLE, hours_max DOUBLE, hours_limit DOUBLE, hours_per_day DOUBLE, hours_committed DOUBLE, -- a week
  effectiveness DOUBLE,
  kept DOUBLE, kept_weeks INTEGER, kept_in TEXT,
  prerequisites TEXT, choice TEXT, purpose TEXT,
  lat DOUBLE, lon DOUBLE,
  travel_by TEXT, travel_minutes INTEGER
);

CREATE TABLE competence (
  citizen TEXT NOT NULL REFERENCES citizen, concept TEXT NOT NULL, level INTEGER NOT NULL, evidence TEXT NOT NULL);

-- What is tolerated, required or at most, by the kind of condition.
CREATE TABLE need (
  citizen TEXT NOT NULL REFERENCES citizen, condition TEXT NOT NULL, value DOUBLE NOT NULL, strength TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('tolerates', 'requires', 'at_most')));

CREATE TABLE answer (citizen TEXT NOT NULL REFERENCES citizen, gate TEXT NOT NULL, answer TEXT NOT NULL);

CREATE TABLE wish (citizen TEXT NOT NULL REFERENCES citizen, concept TEXT NOT NULL, wants TEXT NOT NULL);

CREATE TABLE opening (
  id TEXT PRIMARY KEY,
  employer TEXT, sector TEXT, seats INTEGER NOT NULL DEFAULT 1,
  hours_min DOUBLE, hours_max DOUBLE, hours_growth DOUBLE, hours_unit TEXT NOT NULL DEFAULT 'week',
  paid TEXT, practice TEXT, hybrid TEXT, prospect TEXT, fleksjob TEXT,
  pay_basis TEXT, weekly_variation TEXT,
  lat DOUBLE, lon DOUBLE
);

CREATE TABLE task (
  opening TEXT NOT NULL REFERENCES opening, id TEXT NOT NULL, optional INTEGER NOT NULL DEFAULT 0,
  hours_min DOUBLE, hours_max DOUBLE, -- a week
  windows_known INTEGER NOT NULL DEFAULT 0, requirements_known INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (opening, id));

-- Weeks of practice that it takes to learn; -1 when it cannot be learned there.
CREATE TABLE requirement (
  opening TEXT NOT NULL, task TEXT NOT NULL, concept TEXT NOT NULL, level INTEGER NOT NULL, importance TEXT NOT NULL,
  training_weeks INTEGER, FOREIGN KEY (opening, task) REFERENCES task);

-- Of one task, or of every task that states none.
CREATE TABLE exposure (
  opening TEXT NOT NULL REFERENCES opening, task TEXT, condition TEXT NOT NULL, value DOUBLE NOT NULL);

CREATE TABLE provision (opening TEXT NOT NULL REFERENCES opening, condition TEXT NOT NULL, value INTEGER NOT NULL);

CREATE TABLE gate (opening TEXT NOT NULL REFERENCES opening, gate TEXT NOT NULL);

-- Of a citizen (no task), or of a task of an opening; days such as 'mon tue'.
CREATE TABLE time_window (
  owner TEXT NOT NULL, task TEXT, days TEXT NOT NULL, from_time TEXT NOT NULL, to_time TEXT NOT NULL);

-- What is asked for: the best so many openings of every citizen.
CREATE TABLE request (time TEXT NOT NULL, actor TEXT NOT NULL, top INTEGER NOT NULL);

-- What came of it.
CREATE TABLE result (
  citizen TEXT NOT NULL REFERENCES citizen, place INTEGER NOT NULL, opening TEXT NOT NULL REFERENCES opening,
  verdict TEXT NOT NULL, score DOUBLE NOT NULL, match TEXT NOT NULL, record TEXT NOT NULL,
  PRIMARY KEY (citizen, opening));
