/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SMAAJOB_VERSION_H
#define SMAAJOB_VERSION_H

/**
 * @file version.h
 * The version that a program is compiled with, and what a program may rely on.
 *
 * The soname, libsmaajob.so.0, says which programs go on working without being compiled again. As
 * long as it stays, no function and no value of an enum is taken away or comes to mean something
 * else, no value changes its number, and no struct its size or order. What may come are functions,
 * and values of enums: each takes the next number behind all that are there, whatever group it
 * belongs to, so a program needs an answer for a value that it does not know.
 *
 * Anything else comes with another soname: also a member in a struct, since callers make structs
 * and say nothing of their size. Before 1.0 every minor version may have another soname, from 1.0
 * on major versions alone; a micro version never has.
 *
 * What is computed has a version of its own, smaajob_get_model_version().
 */

/** The version of these headers; smaajob_get_version() tells that of the library that runs. */
#define SMAAJOB_VERSION_MAJOR 0
#define SMAAJOB_VERSION_MINOR 1
#define SMAAJOB_VERSION_MICRO 0

#endif
