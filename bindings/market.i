/* SPDX-License-Identifier: Apache-2.0 */

%include <smaajob/market.h>

%smaajob_noun (Market, smaajob_market_free)
%smaajob_noun (MarketBuilder, smaajob_market_builder_free)

%extend _SmaajobMarketBuilder {
  _SmaajobMarketBuilder (SmaajobVocabulary *vocabulary, SmaajobError *error) {
    return smaajob_market_builder_new (vocabulary, error);
  }
  void add_opening (const SmaajobOpening *opening, SmaajobError *error) {
    smaajob_market_builder_add_opening ($self, opening, error);
  }
  SmaajobMarket *build (SmaajobError *error) const {
    return smaajob_market_builder_build ($self, error);
  }
}

%extend _SmaajobMarket {
  static SmaajobMarket *new_from_ndjson (SmaajobVocabulary *vocabulary, const char *json,
                                           size_t length, SmaajobError *error) {
    return smaajob_market_new_from_ndjson (vocabulary, json, length, error);
  }
  size_t get_n_openings () const {
    return smaajob_market_get_n_openings ($self);
  }
  const char *get_opening_id_at (size_t i) const {
    return smaajob_market_get_opening_id_at ($self, i);
  }
  SmaajobOpening *get_opening_at (size_t i, SmaajobError *error) const {
    return smaajob_market_get_opening_at ($self, i, error);
  }
  size_t get_size_bytes () const {
    return smaajob_market_get_size_bytes ($self);
  }
}
