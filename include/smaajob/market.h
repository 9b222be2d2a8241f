/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SMAAJOB_MARKET_H
#define SMAAJOB_MARKET_H

/**
 * @file market.h
 * A market: many openings, packed so that a ranking need not look into each of them.
 *
 * A SmaajobMarket is immutable and may be shared by threads. It keeps its openings alive, each id
 * once, all of one vocabulary; opening @p i is the i-th that was added. Its memory grows with the
 * openings times the conditions that any of them states. What a ranking needs besides a market
 * keeps for the next one under the same policy, for up to eight threads.
 *
 * Of a packed file an opening is checked when it is first looked at. Once one was found damaged, by
 * whatever call and thread, rankings of this market and all its scores are refused as damaged, also
 * where they would not look at that opening: which ones a ranking looks at is its own affair. Only
 * a ranking that is renewed without ranking anew looks at what changed alone. What is asked of
 * another opening is answered all the same, and smaajob_packed_check() looks at all.
 */

#include <smaajob/opening.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct _SmaajobMarket SmaajobMarket;
typedef struct _SmaajobMarketBuilder SmaajobMarketBuilder;

/** A builder for a market without openings. Fails: argument, memory. */
SMAAJOB_API SmaajobMarketBuilder *smaajob_market_builder_new (SmaajobVocabulary *vocabulary,
                                                              SmaajobError *error);
/** Free a builder; NULL is allowed. */
SMAAJOB_API void smaajob_market_builder_free (SmaajobMarketBuilder *builder);
/** Add an opening, which the caller still frees. Fails: argument (NULL, or another vocabulary),
 * memory. */
SMAAJOB_API bool smaajob_market_builder_add_opening (SmaajobMarketBuilder *builder,
                                                     const SmaajobOpening *opening,
                                                     SmaajobError *error);
/**
 * The packed market, perhaps of no opening; the builder may be used on. The pointer of a fault is
 * the opening's number, such as "/17/id".
 * Fails: argument, duplicate (an id), size (more than 16,777,216 openings, 134,217,728 requirements
 * or 4,194,303 different ones), memory.
 */
SMAAJOB_API SmaajobMarket *smaajob_market_builder_build (const SmaajobMarketBuilder *builder,
                                                         SmaajobError *error);

/**
 * A market of NDJSON, a `smaajob.opening/1` document a line; free with smaajob_market_free(). Lines
 * of white space alone are passed over; an empty text is a market of no opening. The first fault
 * ends the reading; its line is that of the text, and its pointer is within the document.
 * @param length of @p text in bytes; the text need not end in a NUL
 * Fails: as smaajob_opening_new_from_json() and smaajob_market_builder_build().
 */
SMAAJOB_API SmaajobMarket *smaajob_market_new_from_ndjson (SmaajobVocabulary *vocabulary,
                                                           const char *text, size_t length,
                                                           SmaajobError *error);
/** Give up a market; rankings made of it live on. NULL is allowed. */
SMAAJOB_API void smaajob_market_free (SmaajobMarket *market);
/** Number of openings. */
SMAAJOB_API size_t smaajob_market_get_n_openings (const SmaajobMarket *market);
/** The id of opening @p i < n, borrowed; "" when the index is too large, and of an opening of a
 * packed file that is damaged. */
SMAAJOB_API const char *smaajob_market_get_opening_id_at (const SmaajobMarket *market, size_t i);
/** Opening @p i < n, a new reference to free with smaajob_opening_free(). Fails: argument (there is
 * none of that number), damaged (of a packed file), memory. */
SMAAJOB_API SmaajobOpening *smaajob_market_get_opening_at (const SmaajobMarket *market, size_t i,
                                                           SmaajobError *error);
/** Size of the packed form in bytes, without the openings themselves, their vocabulary, a mapped
 * file and what is kept for the next ranking. */
SMAAJOB_API size_t smaajob_market_get_size_bytes (const SmaajobMarket *market);

#ifdef __cplusplus
}
#endif
#endif
