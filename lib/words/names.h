/* SPDX-License-Identifier: Apache-2.0 */
#ifndef WORDS_NAMES_H
#define WORDS_NAMES_H

#include <smaajob/error.h>

#include <glib.h>
#include <string.h>

#define NAME_SIZE 24

/* What the values of an enum are called in a document, in its order, ended by an empty one. */
typedef const char Names[NAME_SIZE];

extern Names names_of_actor[], names_of_advice[], names_of_answer[], names_of_ask[],
    names_of_choice[], names_of_condition_kind[], names_of_condition_type[], names_of_context[],
    names_of_criterion[], names_of_day[], names_of_evidence[], names_of_mode[],
    names_of_pay_basis[], names_of_prerequisites[], names_of_purpose[], names_of_reader[],
    names_of_section[], names_of_side[], names_of_state[], names_of_strength[],
    names_of_task_verdict[], names_of_term[], names_of_unit[], names_of_variation[],
    names_of_verdict[], names_of_wish[];

/* The first eight bytes of a string of a tape, behind which there is more to read: zeros behind its
   end, as a name has them. */
static inline uint64_t
name_get_head (const char *string)
{
  uint64_t head, ends;

  memcpy (&head, string, sizeof head);
  head = GUINT64_FROM_LE (head);
  /* the highest bit of the first byte that is 0, if any is, and what is set above it */
  ends = (head - 0x0101010101010101) & ~head & 0x8080808080808080;
  return head & (ends ^ (ends - 1));
}

/* Whether a string with such a head is that name: mostly all of it is in the head. */
static inline bool
name_has_head (Names name, const char *string, uint64_t head)
{
  uint64_t own;

  memcpy (&own, name, sizeof own);
  if (GUINT64_FROM_LE (own) != head)
    return false;
  for (size_t i = sizeof own; head >> 56 != 0; i += sizeof own) {
    head = name_get_head (string + i);
    memcpy (&own, name + i, sizeof own);
    if (GUINT64_FROM_LE (own) != head)
      return false;
  }
  return true;
}

static inline bool
name_is (Names name, const char *string)
{
  return name_has_head (name, string, name_get_head (string));
}

/* The place of such a string in a list, or -1. */
int names_find (Names *names, const char *string);
/* "must, should, nice" */
void names_write (Names *names, char *text, size_t size);

#endif
