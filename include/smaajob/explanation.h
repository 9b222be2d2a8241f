/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SMAAJOB_EXPLANATION_H
#define SMAAJOB_EXPLANATION_H

/**
 * @file explanation.h
 * A match in words, for one reader: paragraphs that a host can lay out, or one page of HTML.
 *
 * The caseworker is told everything; the citizen nothing before it is released; the employer of
 * tasks and hours alone. docs/advice.md lists every code with its texts.
 */

#include <smaajob/match.h>

#ifdef __cplusplus
extern "C" {
#endif

/** An explanation, immutable; it keeps nothing of the match. Strings it gives are borrowed. */
typedef struct _SmaajobExplanation SmaajobExplanation;

/** Who reads it. */
typedef enum {
  SMAAJOB_READER_CASEWORKER = 0,
  SMAAJOB_READER_CITIZEN = 1,
  SMAAJOB_READER_EMPLOYER = 2
} SmaajobReader;

/** A reader, a language, and what may be shown. */
typedef struct {
  SmaajobReader reader;
  const char *language;  /**< such as "da"; see smaajob_get_language_at() */
  bool released;         /**< the caseworker lets the citizen see it; of no matter to others */
  const char *disclosed; /**< conditions that the citizen agreed the employer may know of: ids with
                            commas between, and spaces where wanted; NULL for none; others are not
                            told of it, and every id is checked all the same */
} SmaajobAudience;

/** The parts of an explanation, in their order. */
typedef enum {
  SMAAJOB_SECTION_VERDICT = 0,
  SMAAJOB_SECTION_BLOCKERS = 1,
  SMAAJOB_SECTION_TIMING = 2,
  SMAAJOB_SECTION_TASKS = 3,
  SMAAJOB_SECTION_WEEK = 4,
  SMAAJOB_SECTION_SCORE = 5,
  SMAAJOB_SECTION_ATTENTION = 6,
  SMAAJOB_SECTION_QUESTIONS = 7,
  SMAAJOB_SECTION_LEVERS = 8
} SmaajobSection;

/** One thing that is said. */
typedef struct {
  SmaajobSection section;
  int depth;           /**< 1 when it belongs to the last paragraph of depth 0, else 0 */
  const char *code;    /**< what kind of thing, such as "paid_now"; NULL: index too large */
  const char *subject; /**< a concept, condition, gate, member or criterion; NULL when none */
  const char *task;    /**< a task's id; NULL when none */
  const char *text;    /**< the sentence, in the audience's language; no control characters */
  size_t n_values;     /**< numbers behind it */
} SmaajobParagraph;

/** A number behind a paragraph. */
typedef struct {
  const char *name; /**< such as "score"; NULL when the index is too large */
  int number;       /**< in thousandths, times in minutes; SMAAJOB_UNKNOWN when unknown */
} SmaajobValue;

/**
 * Explain a match to an audience; free with smaajob_explanation_free().
 * Fails: argument (NULL), range (an unknown reader or language; the message lists the known ones),
 * unknown_concept (a disclosed condition), memory.
 */
SMAAJOB_API SmaajobExplanation *
smaajob_explain (const SmaajobMatch *match, const SmaajobAudience *audience, SmaajobError *error);
/** Free an explanation; NULL is allowed. */
SMAAJOB_API void smaajob_explanation_free (SmaajobExplanation *explanation);
/** Whom it is for. */
SMAAJOB_API SmaajobReader smaajob_explanation_get_reader (const SmaajobExplanation *explanation);
/** What it is about, in one line; never NULL. */
SMAAJOB_API const char *smaajob_explanation_get_title (const SmaajobExplanation *explanation);
/** The language, such as "da"; never NULL. */
SMAAJOB_API const char *smaajob_explanation_get_language (const SmaajobExplanation *explanation);
/** The heading of a section in the audience's language; "" for a value outside the enum. */
SMAAJOB_API const char *smaajob_explanation_get_heading (const SmaajobExplanation *explanation,
                                                         SmaajobSection section);
/** Number of paragraphs; 0 for a citizen to whom nothing is released. */
SMAAJOB_API size_t smaajob_explanation_get_n_paragraphs (const SmaajobExplanation *explanation);
/** Paragraph @p i < n, section by section. */
SMAAJOB_API SmaajobParagraph
smaajob_explanation_get_paragraph_at (const SmaajobExplanation *explanation, size_t i);
/** Value @p i < n_values of paragraph @p paragraph. */
SMAAJOB_API SmaajobValue smaajob_explanation_get_value_at (const SmaajobExplanation *explanation,
                                                           size_t paragraph, size_t i);
/** The explanation as JSON, `smaajob.explanation/1`; free with smaajob_free(). Fails: memory. */
SMAAJOB_API char *smaajob_explanation_to_json (const SmaajobExplanation *explanation,
                                               SmaajobError *error);
/** One self-contained HTML page, UTF-8, no script; free with smaajob_free(). Fails: memory. */
SMAAJOB_API char *smaajob_explanation_to_html (const SmaajobExplanation *explanation,
                                               SmaajobError *error);

/** Number of languages that texts are there for. */
SMAAJOB_API size_t smaajob_get_n_languages (void);
/** Language @p i < n, such as "da"; NULL when the index is too large. */
SMAAJOB_API const char *smaajob_get_language_at (size_t i);
/** The reader's name, such as "caseworker"; "" for a value outside the enum. */
SMAAJOB_API const char *smaajob_reader_get_name (SmaajobReader reader);
/** The section's name, such as "timing"; "" for a value outside the enum. */
SMAAJOB_API const char *smaajob_section_get_name (SmaajobSection section);

#ifdef __cplusplus
}
#endif
#endif
