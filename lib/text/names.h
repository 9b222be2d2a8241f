/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TEXT_NAMES_H
#define TEXT_NAMES_H

#include <smaajob/error.h>

#include <glib.h>
#include <string.h>

#define NAME_SIZE 24

/* What the values of an enum are called in a document, in its order, ended by an empty one. */
typedef const char Names[NAME_SIZE];

extern Names names_of_advice[], names_of_answer[], names_of_choice[], names_of_condition_kind[],
    names_of_condition_type[], names_of_context[], names_of_criterion[], names_of_day[],
    names_of_evidence[], names_of_mode[], names_of_pay_basis[], names_of_prerequisites[],
    names_of_purpose[], names_of_side[], names_of_state[], names_of_strength[],
    names_of_task_verdict[], names_of_term[], names_of_unit[], names_of_variation[],
    names_of_verdict[], names_of_wish[];

/* Whether a string of a tape, behind which there is more to read, is that name. All of it is mostly
   in the first eight bytes. */
static inline bool
name_is (Names name, const char *string)
{
  uint64_t wanted, found, end;
  size_t i = 0;

  do {
    memcpy (&wanted, name + i, sizeof wanted);
    memcpy (&found, string + i, sizeof found);
    wanted = GUINT64_FROM_LE (wanted);
    /* the highest bit of the first byte that is 0, if any is */
    end = (wanted - 0x0101010101010101) & ~wanted & 0x8080808080808080;
    if (((wanted ^ GUINT64_FROM_LE (found)) & (end ^ (end - 1))) != 0)
      return false;
    i += sizeof wanted;
  } while (end == 0);
  return true;
}

/* The place of such a string in a list, or -1. */
int names_find (Names *names, const char *string);
/* "must, should, nice" */
void names_write (Names *names, char *text, size_t size);

#endif
