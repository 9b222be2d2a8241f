/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TEXT_EXPLANATION_H
#define TEXT_EXPLANATION_H

#include <smaajob/explanation.h>

/* An explanation while it is written, and then for good. Once memory has run out the rest is
   dropped; whoever began it looks at out_of_memory when all is said. Codes and names of values are
   literals; other strings are copied, with spaces for control characters. */
SmaajobExplanation *explanation_new (SmaajobReader reader, int language);
bool explanation_has_memory (const SmaajobExplanation *explanation);

/* The text that is appended until the end is the paragraph's; a head's own text is not looked at.
 */
void paragraph_begin (SmaajobExplanation *explanation, const SmaajobParagraph *head);
void paragraph_add_value (SmaajobExplanation *explanation, const char *name, int number);
void paragraph_append (SmaajobExplanation *explanation, const char *bytes, size_t n);
bool paragraph_is_empty (const SmaajobExplanation *explanation);
void paragraph_end (SmaajobExplanation *explanation);
/* End it, and forget it when the same was said under the same paragraph of depth 0 before. */
void paragraph_end_once (SmaajobExplanation *explanation);

/* The text appended between the two is the title. */
void title_begin (SmaajobExplanation *explanation);
void title_end (SmaajobExplanation *explanation);

#endif
