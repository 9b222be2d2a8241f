/* SPDX-License-Identifier: Apache-2.0 */
#ifndef TEXT_DOCUMENTS_H
#define TEXT_DOCUMENTS_H

#include "text/write.h"

#include <smaajob/match.h>

/* The canonical documents, one file each: write-<noun>.c. Read again, each gives the same bytes. */
void write_citizen (Writer *writer, const SmaajobCitizen *citizen);
void write_opening (Writer *writer, const SmaajobOpening *opening);
void write_policy (Writer *writer, const SmaajobPolicy *policy);
void write_vocabulary (Writer *writer, const SmaajobVocabulary *vocabulary);

#endif
