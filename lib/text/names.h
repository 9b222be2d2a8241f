/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TEXT_NAMES_H
#define TEXT_NAMES_H

#include <smaajob/error.h>

/* What the values of an enum are called in a document, in its order, ended by NULL. */
typedef const char *const Names;

extern Names names_of_advice[], names_of_answer[], names_of_choice[], names_of_condition_kind[],
    names_of_condition_type[], names_of_context[], names_of_criterion[], names_of_day[],
    names_of_evidence[], names_of_mode[], names_of_pay_basis[], names_of_prerequisites[],
    names_of_purpose[], names_of_side[], names_of_state[], names_of_strength[],
    names_of_task_verdict[], names_of_term[], names_of_unit[], names_of_variation[],
    names_of_verdict[], names_of_wish[];

/* The place of a name in its list, or -1. */
int names_find (Names *names, const char *name);
/* "must, should, nice" */
void names_write (Names *names, char *text, size_t size);

#endif
