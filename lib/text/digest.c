/* SPDX-License-Identifier: Apache-2.0 */
#include "text/digest.h"

#include "text/documents.h"
#include "words/tables.h"

#include <glib.h>
#include <string.h>

/* A document on its way into a digest: written in small pieces, hashed in larger ones. */
typedef struct {
  crypto_hash_sha256_state hash;
  Writer writer;
  char room[1024];
} Digesting;

static Writer *
digest_begin (Digesting *digesting)
{
  crypto_hash_sha256_init (&digesting->hash);
  digesting->writer = (Writer){
      .hash = &digesting->hash, .bytes = digesting->room, .capacity = sizeof digesting->room};
  return &digesting->writer;
}

static Digest
digest_finish (crypto_hash_sha256_state *hash)
{
  static const char digits[] = "0123456789abcdef";
  unsigned char bytes[crypto_hash_sha256_BYTES];
  Digest digest = {""};

  crypto_hash_sha256_final (hash, bytes);
  for (size_t i = 0; i < sizeof bytes; i++) {
    digest.text[2 * i] = digits[bytes[i] >> 4];
    digest.text[2 * i + 1] = digits[bytes[i] & 15];
  }
  return digest;
}

static Digest
digest_end (Digesting *digesting)
{
  crypto_hash_sha256_update (&digesting->hash, (const unsigned char *) digesting->room,
                             digesting->writer.length);
  return digest_finish (&digesting->hash);
}

Digest
digest_citizen (const SmaajobCitizen *citizen)
{
  Digesting digesting;

  write_citizen (digest_begin (&digesting), citizen);
  return digest_end (&digesting);
}

Digest
digest_opening (const SmaajobOpening *opening)
{
  Digesting digesting;

  write_opening (digest_begin (&digesting), opening);
  return digest_end (&digesting);
}

Digest
digest_policy (const SmaajobPolicy *policy)
{
  Digesting digesting;

  write_policy (digest_begin (&digesting), policy);
  return digest_end (&digesting);
}

static Digest
make_vocabulary_digest (const SmaajobVocabulary *vocabulary)
{
  Digesting digesting;

  write_vocabulary (digest_begin (&digesting), vocabulary);
  return digest_end (&digesting);
}

/* A vocabulary may be megabytes and every match names it, so the first thread to make its digest
   leaves it there for all; const, since what it says of the vocabulary never changes. */
Digest
digest_vocabulary (const SmaajobVocabulary *vocabulary)
{
  enum { NONE, BEING_LEFT, LEFT };
  SmaajobVocabulary *keeper = (SmaajobVocabulary *) vocabulary;
  Digest digest;

  if (g_atomic_int_get (&keeper->digest_state) == LEFT) {
    memcpy (digest.text, keeper->digest, sizeof digest.text);
    return digest;
  }
  digest = make_vocabulary_digest (vocabulary);
  if (g_atomic_int_compare_and_exchange (&keeper->digest_state, NONE, BEING_LEFT)) {
    memcpy (keeper->digest, digest.text, sizeof digest.text);
    g_atomic_int_set (&keeper->digest_state, LEFT);
  }
  return digest;
}

Digest
digest_bytes (const char *bytes, size_t n)
{
  crypto_hash_sha256_state hash;

  crypto_hash_sha256_init (&hash);
  crypto_hash_sha256_update (&hash, (const unsigned char *) bytes, n);
  return digest_finish (&hash);
}
