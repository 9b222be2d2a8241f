/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SMAAJOB_PACKING_H
#define SMAAJOB_PACKING_H

/**
 * @file packing.h
 * Packed files: a caseload or a market that is mapped, not read.
 *
 * A packed file is made on a machine for that machine and its like: it is refused, by name, by
 * another byte order, another build's layout, another model and another vocabulary. It is no
 * archive and no exchange format; those are documents, of which it can always be made again.
 * Checksums tell accidents, not forgers, but a forged file cannot make anything read or write
 * outside itself. A file that is cut short by another program while it is mapped ends the process
 * (SIGBUS), as with every mapped file: files are replaced, as these functions do, never
 * overwritten.
 *
 * A path is the name of a file as the system has it, NUL-terminated: "-" is a file of that name.
 */

#include <smaajob/caseload.h>
#include <smaajob/market.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What a packed file holds. */
typedef enum {
  SMAAJOB_PACKED_NONE = 0,    /**< nothing: it is not a packed file */
  SMAAJOB_PACKED_MARKET = 1,  /**< a market */
  SMAAJOB_PACKED_CASELOAD = 2 /**< a caseload */
} SmaajobPackedKind;

/** How NDJSON is packed; NULL members are not called. Both are called within the call, on
 * its thread. */
typedef struct {
  /** A line is at fault: return true to leave it out and go on, false to end with that fault. NULL
   * ends with the first. @p line is borrowed for the call and does not end in a NUL; it is NULL for
   * a line that is longer than any document, and for a document whose id another has already, which
   * is known only at the end. */
  bool (*on_error) (const SmaajobError *error, const char *line, size_t length, void *data);
  /** How far it is, every few thousand lines: bytes read of all (0 when nobody knows), and
   * documents that were good. Return false to stop. */
  bool (*progress) (uint64_t done_bytes, uint64_t all_bytes, uint64_t documents, void *data);
  void *data; /**< handed to both */
} SmaajobPackingOptions;

/** What the file at @p path is said to be by its first bytes; NONE when it cannot be read, and for
 * what is no file, such as a pipe, which is not opened. */
SMAAJOB_API SmaajobPackedKind smaajob_packed_get_kind (const char *path);
/**
 * Check all of the packed file at @p path, every object in it. Fails: argument, file (also of what
 * is no file, such as a pipe, which is not opened), format (not a packed file, or a foreign one),
 * damaged (the pointer is the number of the object, such as "/17"), memory.
 */
SMAAJOB_API bool smaajob_packed_check (SmaajobVocabulary *vocabulary, const char *path,
                                       SmaajobError *error);

/**
 * Pack a caseload into the file at @p path, which is replaced when all is written, else left as it
 * was; an empty caseload too. A new file is its owner's alone, a replaced one keeps its
 * permissions and its group, or, where that cannot be, loses what they allowed the group; of a link
 * what it points to is replaced, or made when it is not there, of a device or a pipe nothing is.
 * Fails: argument, file, damaged (a citizen of a mapped caseload, or two of one id), memory.
 */
SMAAJOB_API bool smaajob_caseload_save (const SmaajobCaseload *caseload, const char *path,
                                        SmaajobError *error);
/**
 * Map the packed caseload at @p path; free with smaajob_caseload_free(), which ends the mapping.
 * What every ranking looks at is checked now, a citizen when it is looked at. Fails: argument, file
 * (also of what is no file, such as a pipe, which is not opened), format, damaged, memory.
 */
SMAAJOB_API SmaajobCaseload *smaajob_caseload_new_from_file (SmaajobVocabulary *vocabulary,
                                                             const char *path, SmaajobError *error);
/**
 * Pack NDJSON, a `smaajob.citizen/1` document a line of at most 1 MiB, in bounded memory. Of an id
 * that is said twice the first stays.
 * @param from path of the NDJSON: a file, or a pipe, which is read once, to its end
 * @param to path of the packed file, which is replaced as smaajob_caseload_save() says
 * @param options NULL: the first fault ends it, and nobody is told how far it is
 * Fails: as smaajob_caseload_new_from_ndjson(), and file,
 * cancelled.
 */
SMAAJOB_API bool smaajob_caseload_pack_ndjson (SmaajobVocabulary *vocabulary, const char *from,
                                               const char *to, const SmaajobPackingOptions *options,
                                               SmaajobError *error);

/** As smaajob_caseload_save(), of a market. */
SMAAJOB_API bool smaajob_market_save (const SmaajobMarket *market, const char *path,
                                      SmaajobError *error);
/** As smaajob_caseload_new_from_file(), of a market. */
SMAAJOB_API SmaajobMarket *smaajob_market_new_from_file (SmaajobVocabulary *vocabulary,
                                                         const char *path, SmaajobError *error);
/** As smaajob_caseload_pack_ndjson(), of `smaajob.opening/1` documents. */
SMAAJOB_API bool smaajob_market_pack_ndjson (SmaajobVocabulary *vocabulary, const char *from,
                                             const char *to, const SmaajobPackingOptions *options,
                                             SmaajobError *error);

#ifdef __cplusplus
}
#endif
#endif
