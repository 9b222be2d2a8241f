/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_STATUS_H
#define CLI_STATUS_H

/** Exit statuses, those of sysexits.h, and that of diff(1); the highest of several is told. */
typedef enum {
  STATUS_DONE = 0,
  STATUS_DIFFERS = 1, /**< a result, not a fault: what was compared is not the same */
  STATUS_USAGE = 64,
  STATUS_DATA = 65,
  STATUS_NO_INPUT = 66,
  STATUS_INTERNAL = 70,
  STATUS_WRITE = 74
} Status;

#endif
