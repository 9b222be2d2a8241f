/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SMAAJOB_H
#define SMAAJOB_H

/**
 * @file smaajob.h
 * The whole public API. It needs nothing but the C library.
 *
 * version.h says what stays from one version to the next, error.h what the types of functions say.
 */

#include <smaajob/caseload.h>
#include <smaajob/citizen.h>
#include <smaajob/code.h>
#include <smaajob/criterion.h>
#include <smaajob/difference.h>
#include <smaajob/error.h>
#include <smaajob/explanation.h>
#include <smaajob/lever.h>
#include <smaajob/market.h>
#include <smaajob/match.h>
#include <smaajob/name.h>
#include <smaajob/opening.h>
#include <smaajob/packing.h>
#include <smaajob/policy.h>
#include <smaajob/question.h>
#include <smaajob/ranking.h>
#include <smaajob/record.h>
#include <smaajob/schema.h>
#include <smaajob/score.h>
#include <smaajob/scores.h>
#include <smaajob/version.h>
#include <smaajob/vocabulary.h>

#endif
