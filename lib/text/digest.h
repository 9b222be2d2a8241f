/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TEXT_DIGEST_H
#define TEXT_DIGEST_H

#include <smaajob/match.h>

/* SHA-256 of a canonical document, in lower-case hexadecimal. Made without memory: cannot fail. */
typedef struct {
  char text[65];
} Digest;

Digest digest_citizen (const SmaajobCitizen *citizen);
Digest digest_opening (const SmaajobOpening *opening);
Digest digest_policy (const SmaajobPolicy *policy);
Digest digest_vocabulary (const SmaajobVocabulary *vocabulary);
Digest digest_bytes (const char *bytes, size_t n);

#endif
