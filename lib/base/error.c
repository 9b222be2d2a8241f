/* SPDX-License-Identifier: Apache-2.0 */
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const char *const names[] = {
    "none",    "syntax",    "encoding",       "depth",           "size",   "duplicate", "type",
    "range",   "missing",   "unknown_member", "unknown_concept", "format", "argument",  "memory",
    "damaged", "cancelled", "file",
};

const char *
smaajob_error_code_get_name (SmaajobErrorCode code)
{
  return (unsigned) code < sizeof names / sizeof *names ? names[code] : "none";
}

const char *
smaajob_get_version (void)
{
  return SMAAJOB_VERSION;
}

const char *
smaajob_get_model_version (void)
{
  return "1";
}

bool
error_set (SmaajobError *error, SmaajobErrorCode code, const char *pointer, const char *format, ...)
{
  va_list arguments;

  if (error == NULL)
    return false;
  memset (error, 0, sizeof *error);
  error->code = code;
  snprintf (error->pointer, sizeof error->pointer, "%s", pointer);
  va_start (arguments, format);
  vsnprintf (error->message, sizeof error->message, format, arguments);
  va_end (arguments);
  return false;
}

bool
error_memory (SmaajobError *error)
{
  return error_set (error, SMAAJOB_ERROR_MEMORY, "", "no memory");
}

bool
error_argument (SmaajobError *error, const char *what)
{
  return error_set (error, SMAAJOB_ERROR_ARGUMENT, "", "%s", what);
}
