/* SPDX-License-Identifier: Apache-2.0 */
#include "base/error.h"
#include "data/image.h"
#include "many/pack.h"
#include "many/search.h"
#include "many/section.h"

SmaajobMarket *
market_take (SmaajobMarket *market)
{
  references_take (&market->references);
  return market;
}

SmaajobMarketBuilder *
smaajob_market_builder_new (SmaajobVocabulary *vocabulary, SmaajobError *error)
{
  SmaajobMarketBuilder *builder;

  if (vocabulary == NULL) {
    error_argument (error, "the vocabulary is NULL");
    return NULL;
  }
  builder = memory_new (sizeof *builder);
  if (builder == NULL)
    error_memory (error);
  else
    builder->vocabulary = vocabulary_take (vocabulary);
  return builder;
}

void
smaajob_market_builder_free (SmaajobMarketBuilder *builder)
{
  if (builder == NULL)
    return;
  for (uint32_t i = 0; i < builder->openings.n; i++)
    smaajob_opening_free (((SmaajobOpening **) builder->openings.items)[i]);
  memory_free (builder->openings.items);
  smaajob_vocabulary_free (builder->vocabulary);
  memory_free (builder);
}

bool
smaajob_market_builder_add_opening (SmaajobMarketBuilder *builder, const SmaajobOpening *opening,
                                    SmaajobError *error)
{
  if (builder == NULL || opening == NULL)
    return error_argument (error, "the builder or the opening is NULL");
  if (opening->vocabulary != builder->vocabulary)
    return error_argument (error, "the opening was read with another vocabulary");
  if (!array_reserve (&builder->openings, 1, sizeof opening))
    return error_memory (error);
  ((const SmaajobOpening **) builder->openings.items)[builder->openings.n++] =
      opening_take (opening);
  return true;
}

SmaajobMarket *
smaajob_market_builder_build (const SmaajobMarketBuilder *builder, SmaajobError *error)
{
  if (builder == NULL) {
    error_argument (error, "the builder is NULL");
    return NULL;
  }
  return market_pack (builder->vocabulary, builder->openings.items, builder->openings.n, error);
}

void
smaajob_market_free (SmaajobMarket *market)
{
  if (market == NULL || !references_drop (&market->references))
    return;
  for (uint32_t i = 0; i < market->n && !market->borrowed; i++)
    smaajob_opening_free ((SmaajobOpening *) market->images[i]);
  for (int i = 0; i < KEPT_SEARCHES; i++)
    search_free (market->kept[i]);
  if (market->store.head == NULL)
    sections_free (market);
  store_close (&market->store);
  memory_free (market->stand_in);
  memory_free (market->images);
  smaajob_vocabulary_free (market->vocabulary);
  memory_free (market);
}

size_t
smaajob_market_get_n_openings (const SmaajobMarket *market)
{
  return market == NULL ? 0 : market->n;
}

const char *
smaajob_market_get_opening_id_at (const SmaajobMarket *market, size_t i)
{
  const SmaajobOpening *opening =
      market == NULL || i >= market->n ? NULL : market_get (market, (uint32_t) i, NULL);

  return opening == NULL ? "" : opening_id (opening);
}

SmaajobOpening *
smaajob_market_get_opening_at (const SmaajobMarket *market, size_t i, SmaajobError *error)
{
  const SmaajobOpening *image;
  SmaajobOpening *opening;

  if (market == NULL || i >= market->n) {
    error_argument (error, "there is no opening of this number");
    return NULL;
  }
  image = market_get (market, (uint32_t) i, error);
  if (image == NULL || !market->borrowed)
    return image == NULL ? NULL : (SmaajobOpening *) opening_take (image);
  opening = opening_new_from_image (image, market->vocabulary);
  if (opening == NULL)
    error_memory (error);
  return opening;
}

size_t
smaajob_market_get_size_bytes (const SmaajobMarket *market)
{
  return market == NULL ? 0
                        : sizeof *market + market->n * sizeof *market->images +
                              (market->store.head == NULL ? sections_size (market) : 0);
}
