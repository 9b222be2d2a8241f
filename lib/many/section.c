/* SPDX-License-Identifier: Apache-2.0 */
#include "many/section.h"

#include <stddef.h>

#define SECTION_ROW(type, name)                                                                    \
  [SECTION_##name] = {offsetof (struct _SmaajobMarket, name),                                      \
                      offsetof (struct _SmaajobMarket, n_##name), sizeof (type)},

const SectionRow section_rows[N_SECTIONS] = {MARKET_SECTIONS (SECTION_ROW)};

bool
section_take (SmaajobMarket *market, SectionId id, size_t n)
{
  void *items = memory_new_aligned ((n > 0 ? n : 1) * section_rows[id].size);

  if (items == NULL)
    return false;
  *section_items (market, id) = items;
  *section_count (market, id) = n;
  return true;
}

void
sections_free (SmaajobMarket *market)
{
  for (int id = 0; id < N_SECTIONS; id++) {
    memory_free_aligned (*section_items (market, (SectionId) id));
    *section_items (market, (SectionId) id) = NULL;
  }
}

size_t
sections_size (const SmaajobMarket *market)
{
  size_t size = 0;

  for (int id = 0; id < N_SECTIONS; id++)
    size += *section_count (market, (SectionId) id) * section_rows[id].size;
  return size;
}
