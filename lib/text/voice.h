/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TEXT_VOICE_H
#define TEXT_VOICE_H

#include "match/match.h"
#include "text/explanation.h"

/* Who tells what to whom: a match, in one language, to one reader, into an explanation. */
typedef struct {
  const SmaajobMatch *match;
  SmaajobReader reader;
  int language;
  uint64_t disclosed; /* the citizen's needs that the employer may know of, as bits */
  SmaajobExplanation *out;
} Voice;

/* What is put in a text for {subject}, {task}, {have} and {want}; NULL is nothing. */
typedef struct {
  const char *subject, *task, *have, *want;
} Blanks;

/* A short text, made to be put in a blank. */
typedef struct {
  char text[640];
} Words;

/* The text of "prefix.name" for the reader, else for all; NULL when there is none. */
const char *voice_find (const Voice *voice, const char *prefix, const char *name);
/* The same for this reader alone. */
const char *voice_find_own (const Voice *voice, const char *prefix, const char *name);
/* A text that is there in every language: "" would be a fault of ours. */
const char *voice_get (const Voice *voice, const char *prefix, const char *name);

/* Append a text with its blanks filled; a subject that begins a paragraph gets a capital. */
void voice_say (const Voice *voice, const char *text, const Blanks *blanks);
/* The same as one of several parts, a dot between them. */
void voice_say_part (const Voice *voice, const char *text, const Blanks *blanks);
/* Append the task in brackets, when there is one. */
void voice_say_task (const Voice *voice, const char *task);

/* A member's name, a label of the vocabulary, or else a sector. */
Words words_of_subject (const Voice *voice, const char *subject);
Words words_of_score (const Voice *voice, int thousandths);    /* 0.812 */
Words words_of_gain (const Voice *voice, int thousandths);     /* +0.088 */
Words words_of_quantity (const Voice *voice, int thousandths); /* as short as can be: 2.5 */
Words words_of_minutes (const Voice *voice, int minutes);      /* in hours: 2.5 h */
Words words_of_hours (const Voice *voice, int thousandths);    /* 2.5 h, or 11 h 32 min */

#endif
