/* SPDX-License-Identifier: Apache-2.0 */
#ifndef DATA_IMAGE_H
#define DATA_IMAGE_H

#include "data/opening.h"

/*
 * An image is the bytes of an object, wherever they are: in a file, it may say anything. One that
 * passes can be judged and written as any other, however it came about: whatever it leads to is
 * inside it or in the vocabulary, and every number is in its range. Whether it says what it said
 * when it was made is for a checksum to tell.
 */
bool opening_check_image (const void *image, size_t size, const SmaajobVocabulary *vocabulary);

/* An object of its own, of an image that has passed; NULL when there is no memory. */
SmaajobOpening *opening_new_from_image (const void *image, SmaajobVocabulary *vocabulary);

/* What two builds must have in common for the one to read what the other wrote. */
uint64_t image_layout (void);

#endif
