/* SPDX-License-Identifier: Apache-2.0 */
#include <smaajob/packing.h>

#include "base/error.h"
#include "base/file.h"
#include "many/packer.h"
#include "text/digest.h"
#include "text/reader.h"
#include "words/fault.h"

#include <string.h>

#define MOST_LINE    ((size_t) 1 << 20) /* the largest document */
#define LINES_SIZE   ((size_t) 2 << 20)
#define READ_SIZE    ((size_t) 128 << 10) /* at once: a part of what a processor keeps near */
#define LINES_A_TICK 2048                 /* between two looks at whether to stop */
#define DIGEST_TEXT  64

/* --- what is there is packed --- */

/* Every id is said once in what was checked, so this one is of a packed file that says otherwise.
 */
static bool
refuse_duplicate (uint32_t number, const char *id, uint32_t first, void *error)
{
  (void) id;
  return fault (error, SMAAJOB_ERROR_DAMAGED, pointer_to ("/%u", number).text,
                "number %u of the packed file has the id of number %u; pack the documents again",
                number, first);
}

static bool
finish (Packer *packer, SmaajobVocabulary *vocabulary, SmaajobError *error)
{
  const Digest digest = digest_vocabulary (vocabulary);

  return packer_finish (packer, digest.text, refuse_duplicate, error, error);
}

static bool
add_citizens (Packer *packer, const SmaajobCaseload *caseload, SmaajobError *error)
{
  bool done = true;
  size_t size;

  for (uint32_t i = 0; i < caseload->n && done; i++) {
    const char *record = caseload_get_record (caseload, i, &size, error);

    done = record != NULL && packer_add_record (packer, record, size, error);
  }
  return done;
}

bool
smaajob_caseload_save (const SmaajobCaseload *caseload, const char *path, SmaajobError *error)
{
  Packer packer;
  bool done;

  if (caseload == NULL || path == NULL)
    return error_argument (error, "the caseload or the path is NULL");
  done = packer_create (&packer, caseload->vocabulary, SMAAJOB_PACKED_CASELOAD, path, error) &&
         add_citizens (&packer, caseload, error) && finish (&packer, caseload->vocabulary, error);
  packer_clear (&packer);
  return done;
}

static bool
check_opening (const SmaajobVocabulary *vocabulary, const char *path, SmaajobError *error)
{
  return (vocabulary != NULL && path != NULL) ||
         error_argument (error, "the vocabulary or the path is NULL");
}

SmaajobCaseload *
smaajob_caseload_new_from_file (SmaajobVocabulary *vocabulary, const char *path,
                                SmaajobError *error)
{
  if (!check_opening (vocabulary, path, error))
    return NULL;
  return caseload_map (vocabulary, path, digest_vocabulary (vocabulary).text, error);
}

static bool
add_openings (Packer *packer, const SmaajobMarket *market, SmaajobError *error)
{
  for (uint32_t i = 0; i < smaajob_market_get_n_openings (market); i++) {
    const SmaajobOpening *opening = market_get (market, i, error);

    if (opening == NULL || !packer_add_opening (packer, opening, error))
      return false;
  }
  return true;
}

bool
smaajob_market_save (const SmaajobMarket *market, const char *path, SmaajobError *error)
{
  Packer packer;
  bool done;

  if (market == NULL || path == NULL)
    return error_argument (error, "the market or the path is NULL");
  done = packer_create (&packer, market->vocabulary, SMAAJOB_PACKED_MARKET, path, error) &&
         add_openings (&packer, market, error) && finish (&packer, market->vocabulary, error);
  packer_clear (&packer);
  return done;
}

SmaajobMarket *
smaajob_market_new_from_file (SmaajobVocabulary *vocabulary, const char *path, SmaajobError *error)
{
  if (!check_opening (vocabulary, path, error))
    return NULL;
  return market_map (vocabulary, path, digest_vocabulary (vocabulary).text, error);
}

SmaajobPackedKind
smaajob_packed_get_kind (const char *path)
{
  StoreHead head;
  uint64_t size;
  int file = path == NULL ? -1 : file_open_regular (path, &size, NULL);
  bool packed = file >= 0 && size >= sizeof head &&
                file_read (file, &head, sizeof head, NULL) == (long) sizeof head &&
                store_begins (&head, sizeof head);

  file_close (file);
  if (!packed)
    return SMAAJOB_PACKED_NONE;
  return head.kind == SMAAJOB_PACKED_CASELOAD ? SMAAJOB_PACKED_CASELOAD : SMAAJOB_PACKED_MARKET;
}

static bool
check_caseload (SmaajobVocabulary *vocabulary, const char *path, SmaajobError *error)
{
  SmaajobCaseload *caseload = smaajob_caseload_new_from_file (vocabulary, path, error);
  bool done = caseload != NULL;
  size_t size;

  for (uint32_t i = 0; done && i < caseload->n; i++)
    done = caseload_get_record (caseload, i, &size, error) != NULL;
  smaajob_caseload_free (caseload);
  return done;
}

bool
smaajob_packed_check (SmaajobVocabulary *vocabulary, const char *path, SmaajobError *error)
{
  SmaajobMarket *market;
  bool done;

  if (!check_opening (vocabulary, path, error))
    return false;
  if (smaajob_packed_get_kind (path) == SMAAJOB_PACKED_CASELOAD)
    return check_caseload (vocabulary, path, error);
  market = smaajob_market_new_from_file (vocabulary, path, error);
  done = market != NULL;
  for (uint32_t i = 0; done && i < smaajob_market_get_n_openings (market); i++)
    done = market_get (market, i, error) != NULL;
  smaajob_market_free (market);
  return done;
}

/* --- a stream of documents is packed --- */

typedef struct {
  SmaajobVocabulary *vocabulary;
  const SmaajobPackingOptions *options;
  Packer packer;
  Tape tape;     /* each document takes the place of the one before */
  Array numbers; /* uint32_t: the line of each that was added */
  int file;
  uint64_t size, done;
  uint32_t line;
  SmaajobError error; /* what ended it */
} Stream;

/* Whether it goes on. Want of memory or of room on the disk is no fault of a line. */
static bool
tell_fault (Stream *stream, const char *line, size_t length)
{
  const SmaajobPackingOptions *options = stream->options;
  const SmaajobErrorCode code = stream->error.code;

  if (code == SMAAJOB_ERROR_MEMORY || code == SMAAJOB_ERROR_FILE || options == NULL ||
      options->on_error == NULL)
    return false;
  return options->on_error (&stream->error, line, length, options->data);
}

static bool
add_document (Stream *stream, const char *line, size_t length)
{
  const Slice text = {line, length};
  SmaajobError *error = &stream->error;
  bool added;

  if (stream->packer.kind == SMAAJOB_PACKED_CASELOAD) {
    SmaajobCitizen *citizen = citizen_read (&stream->tape, text, stream->vocabulary, error);

    added = citizen != NULL && packer_add_citizen (&stream->packer, citizen, error);
    smaajob_citizen_free (citizen);
  } else {
    SmaajobOpening *opening = opening_read (&stream->tape, text, stream->vocabulary, error);

    added = opening != NULL && packer_add_opening (&stream->packer, opening, error);
    smaajob_opening_free (opening);
  }
  return added;
}

static bool
read_line (Stream *stream, const char *line, size_t length)
{
  stream->line++;
  if (line_is_blank (line, length))
    return true;
  if (!array_reserve (&stream->numbers, 1, sizeof stream->line))
    return error_memory (&stream->error);
  if (add_document (stream, line, length)) {
    ((uint32_t *) stream->numbers.items)[stream->numbers.n++] = stream->line;
    return true;
  }
  line_explain (&stream->error);
  if (stream->error.code != SMAAJOB_ERROR_MEMORY)
    stream->error.line = stream->line;
  return tell_fault (stream, line, length);
}

static bool
tell_progress (Stream *stream)
{
  const SmaajobPackingOptions *options = stream->options;

  if (options == NULL || options->progress == NULL ||
      options->progress (stream->done, stream->size, stream->packer.entries.n, options->data))
    return true;
  return error_set (&stream->error, SMAAJOB_ERROR_CANCELLED, "", "stopped by the caller");
}

/* A line that is longer than any document: it is told once, and passed over to its end. */
static bool
refuse_line (Stream *stream)
{
  stream->line++;
  error_set (&stream->error, SMAAJOB_ERROR_SIZE, "", "a line of more than %zu bytes, expected %s",
             MOST_LINE, "one document of no more a line");
  stream->error.line = stream->line;
  stream->error.column = 1;
  return tell_fault (stream, NULL, 0);
}

/* What is in the buffer, and whether the rest of a line that was refused is still to come. */
typedef struct {
  char *bytes;
  size_t n;
  bool skipping, ended;
} Buffer;

/* Every line that is whole; what is left of the last moves to the front. */
static bool
read_whole_lines (Stream *stream, Buffer *buffer)
{
  char *at = buffer->bytes, *end = buffer->bytes + buffer->n, *stop;
  bool going = true;

  while (going && at < end && ((stop = memchr (at, '\n', (size_t) (end - at))) || buffer->ended)) {
    size_t length = (size_t) ((stop == NULL ? end : stop) - at);

    going = buffer->skipping || read_line (stream, at, length);
    buffer->skipping = false;
    stream->done += length + (stop != NULL);
    at += length + (stop != NULL);
    if (going && stream->line % LINES_A_TICK == 0)
      going = tell_progress (stream);
  }
  buffer->n = (size_t) (end - at);
  if (going && (buffer->skipping || buffer->n > MOST_LINE)) {
    going = buffer->skipping || refuse_line (stream);
    stream->done += buffer->n;
    buffer->skipping = true;
    buffer->n = 0;
  }
  memmove (buffer->bytes, at, buffer->n);
  return going;
}

static bool
read_lines (Stream *stream)
{
  Buffer buffer = {.bytes = memory_resize (NULL, LINES_SIZE)};
  bool going = buffer.bytes != NULL || error_memory (&stream->error);

  while (going && !buffer.ended) {
    long n = file_read (stream->file, buffer.bytes + buffer.n, READ_SIZE, &stream->error);

    buffer.n += n > 0 ? (size_t) n : 0;
    buffer.ended = n == 0;
    going = n >= 0 && read_whole_lines (stream, &buffer);
  }
  memory_free (buffer.bytes);
  return going && tell_progress (stream);
}

static bool
tell_duplicate (uint32_t number, const char *id, uint32_t first, void *data)
{
  Stream *stream = data;
  const uint32_t *lines = stream->numbers.items;

  fault (&stream->error, SMAAJOB_ERROR_DUPLICATE, "/id",
         "%s is the id of line %u already, expected every id once", told_text (id).text,
         lines[first]);
  stream->error.line = lines[number];
  stream->error.column = 1;
  return tell_fault (stream, NULL, 0);
}

static bool
pack (Stream *stream, SmaajobPackedKind kind, const char *from, const char *to)
{
  SmaajobError *error = &stream->error;
  const Digest digest = digest_vocabulary (stream->vocabulary);
  bool done;

  stream->file = file_open (from, &stream->size, error);
  if (stream->file < 0)
    return false;
  done = packer_create (&stream->packer, stream->vocabulary, kind, to, error) &&
         read_lines (stream) &&
         packer_finish (&stream->packer, digest.text, tell_duplicate, stream, error);
  packer_clear (&stream->packer);
  file_close (stream->file);
  memory_free (stream->numbers.items);
  tape_free (&stream->tape);
  return done;
}

static bool
pack_ndjson (SmaajobPackedKind kind, const Stream *asked, const char *from, const char *to,
             SmaajobError *error)
{
  Stream stream = *asked;

  if (stream.vocabulary == NULL || from == NULL || to == NULL)
    return error_argument (error, "the vocabulary or a path is NULL");
  if (pack (&stream, kind, from, to))
    return true;
  if (error != NULL)
    *error = stream.error;
  return false;
}

bool
smaajob_caseload_pack_ndjson (SmaajobVocabulary *vocabulary, const char *from, const char *to,
                              const SmaajobPackingOptions *options, SmaajobError *error)
{
  const Stream stream = {.vocabulary = vocabulary, .options = options};

  return pack_ndjson (SMAAJOB_PACKED_CASELOAD, &stream, from, to, error);
}

bool
smaajob_market_pack_ndjson (SmaajobVocabulary *vocabulary, const char *from, const char *to,
                            const SmaajobPackingOptions *options, SmaajobError *error)
{
  const Stream stream = {.vocabulary = vocabulary, .options = options};

  return pack_ndjson (SMAAJOB_PACKED_MARKET, &stream, from, to, error);
}
