/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TEXT_READ_ADVICE_H
#define TEXT_READ_ADVICE_H

#include "text/reader.h"

/* Check the questions and the levers of a match document as strictly as its schema. */
bool read_questions (Reader *reader, const Json *json);
bool read_levers (Reader *reader, const Json *json);

#endif
