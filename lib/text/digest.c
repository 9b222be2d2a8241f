/* SPDX-License-Identifier: Apache-2.0 */
#include "text/digest.h"

#include "text/documents.h"
#include "words/tables.h"

#include <glib.h>
#include <string.h>

static Writer
digest_begin (crypto_hash_sha256_state *hash)
{
  crypto_hash_sha256_init (hash);
  return (Writer){.hash = hash};
}

static Digest
digest_end (crypto_hash_sha256_state *hash)
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

Digest
digest_citizen (const SmaajobCitizen *citizen)
{
  crypto_hash_sha256_state hash;
  Writer writer = digest_begin (&hash);

  write_citizen (&writer, citizen);
  return digest_end (&hash);
}

Digest
digest_opening (const SmaajobOpening *opening)
{
  crypto_hash_sha256_state hash;
  Writer writer = digest_begin (&hash);

  write_opening (&writer, opening);
  return digest_end (&hash);
}

Digest
digest_policy (const SmaajobPolicy *policy)
{
  crypto_hash_sha256_state hash;
  Writer writer = digest_begin (&hash);

  write_policy (&writer, policy);
  return digest_end (&hash);
}

static Digest
make_vocabulary_digest (const SmaajobVocabulary *vocabulary)
{
  crypto_hash_sha256_state hash;
  Writer writer = digest_begin (&hash);

  write_vocabulary (&writer, vocabulary);
  return digest_end (&hash);
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
  return digest_end (&hash);
}
