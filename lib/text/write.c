/* SPDX-License-Identifier: Apache-2.0 */
#include "text/write.h"

#include "base/error.h"
#include "base/memory.h"
#include "text/cursor.h"

#include <stdio.h>
#include <string.h>

#define MINUTES_OF_AN_HOUR 60

static bool
writer_reserve (Writer *writer, size_t n)
{
  size_t capacity = writer->capacity;
  char *bytes;

  if (n < capacity - writer->length)
    return true;
  capacity = (capacity + n) * 2 + 1024;
  bytes = memory_resize (writer->bytes, capacity);
  if (bytes == NULL) {
    writer->out_of_memory = true;
    return false;
  }
  writer->bytes = bytes;
  writer->capacity = capacity;
  return true;
}

/* What is longer than the buffer goes by it. */
static bool
hash_reserve (Writer *writer, const char *bytes, size_t n)
{
  if (n <= writer->capacity - writer->length)
    return true;
  crypto_hash_sha256_update (writer->hash, (const unsigned char *) writer->bytes, writer->length);
  writer->length = 0;
  if (n <= writer->capacity)
    return true;
  crypto_hash_sha256_update (writer->hash, (const unsigned char *) bytes, n);
  return false;
}

void
write_bytes (Writer *writer, const char *bytes, size_t n)
{
  if (writer->hash != NULL ? hash_reserve (writer, bytes, n)
                           : !writer->out_of_memory && writer_reserve (writer, n)) {
    memcpy (writer->bytes + writer->length, bytes, n);
    writer->length += n;
  }
}

char *
writer_finish (Writer *writer, SmaajobError *error)
{
  write_bytes (writer, "", 1);
  if (!writer->out_of_memory)
    return writer->bytes;
  memory_free (writer->bytes);
  error_memory (error);
  return NULL;
}

static void
write_text (Writer *writer, const char *text)
{
  write_bytes (writer, text, strlen (text));
}

/* In front of a value or a name: a comma where one is due. */
static void
write_separator (Writer *writer)
{
  if (writer->needs_comma)
    write_bytes (writer, ",", 1);
  writer->needs_comma = true;
}

static void
write_begin (Writer *writer, const char *bracket)
{
  write_separator (writer);
  write_bytes (writer, bracket, 1);
  writer->needs_comma = false;
}

static void
write_end (Writer *writer, const char *bracket)
{
  write_bytes (writer, bracket, 1);
  writer->needs_comma = true;
}

void
write_object (Writer *writer)
{
  write_begin (writer, "{");
}

void
write_object_end (Writer *writer)
{
  write_end (writer, "}");
}

void
write_array (Writer *writer)
{
  write_begin (writer, "[");
}

void
write_array_end (Writer *writer)
{
  write_end (writer, "]");
}

void
write_name (Writer *writer, const char *name)
{
  write_string (writer, name);
  write_bytes (writer, ":", 1);
  writer->needs_comma = false;
}

static void
write_literal (Writer *writer, const char *literal)
{
  write_separator (writer);
  write_text (writer, literal);
}

void
write_null (Writer *writer)
{
  write_literal (writer, "null");
}

void
write_boolean (Writer *writer, bool value)
{
  write_literal (writer, value ? "true" : "false");
}

/* Up to what must be escaped; what is not ASCII need not. */
static size_t
plain_length (const char *text, const char *end)
{
  const char *at = cursor_skip_plain (text, end);

  while (at < end && (unsigned char) *at >= 0x80)
    at = cursor_skip_plain (at + 1, end);
  return (size_t) (at - text);
}

static void
write_escape (Writer *writer, char c)
{
  static const char controls[] = "\b\f\n\r\t", letters[] = "bfnrt";
  const char *control = strchr (controls, c);
  char escape[8];

  if (c == '"' || c == '\\')
    snprintf (escape, sizeof escape, "\\%c", c);
  else if (control != NULL)
    snprintf (escape, sizeof escape, "\\%c", letters[control - controls]);
  else
    snprintf (escape, sizeof escape, "\\u%04x", (unsigned) c & 0x1f);
  write_text (writer, escape);
}

void
write_string (Writer *writer, const char *text)
{
  const char *const end = text + strlen (text);
  size_t n;

  write_separator (writer);
  write_bytes (writer, "\"", 1);
  for (; text < end; text += n) {
    n = plain_length (text, end);
    write_bytes (writer, text, n);
    if (text + n < end)
      write_escape (writer, text[n++]);
  }
  write_bytes (writer, "\"", 1);
}

/* value · 10^−digits, with at least the given number of decimals; made from its last digit on. */
static void
write_decimal (Writer *writer, int64_t value, int digits, int least)
{
  char text[32], *const end = text + sizeof text, *at = end;
  uint64_t rest = value < 0 ? -(uint64_t) value : (uint64_t) value;

  for (int i = digits; i > 0; i--, rest /= 10)
    if (i <= least || at < end || rest % 10 != 0)
      *--at = (char) ('0' + rest % 10);
  if (at < end)
    *--at = '.';
  do
    *--at = (char) ('0' + rest % 10);
  while ((rest /= 10) > 0);
  if (value < 0)
    *--at = '-';
  write_separator (writer);
  write_bytes (writer, at, (size_t) (end - at));
}

void
write_whole (Writer *writer, int64_t value)
{
  write_decimal (writer, value, 0, 0);
}

void
write_thousandths (Writer *writer, int64_t thousandths)
{
  write_decimal (writer, thousandths, 3, 0);
}

void
write_millionths (Writer *writer, int64_t millionths)
{
  write_decimal (writer, millionths, 6, 0);
}

/* part / whole, rounded half up. */
static int64_t
divide (int64_t part, int64_t whole)
{
  return (2 * part + whole) / (2 * whole);
}

void
write_hours (Writer *writer, int minutes)
{
  int64_t scale = 1;
  int digits = 0;

  /* Two decimals are always enough: half of one is less than a third of a minute. */
  while (divide (divide (minutes * scale, MINUTES_OF_AN_HOUR) * MINUTES_OF_AN_HOUR, scale) !=
         minutes) {
    scale *= 10;
    digits++;
  }
  write_decimal (writer, divide (minutes * scale, MINUTES_OF_AN_HOUR), digits, 0);
}

void
write_score (Writer *writer, int thousandths)
{
  if (thousandths == SMAAJOB_UNKNOWN)
    write_null (writer);
  else
    write_decimal (writer, thousandths, 3, 3);
}

void
write_change (Writer *writer, int thousandths)
{
  write_decimal (writer, thousandths, 3, 3);
}

void
write_json (Writer *writer, const char *json, size_t n)
{
  write_separator (writer);
  write_bytes (writer, json, n);
}

void
write_string_member (Writer *writer, const char *name, const char *text)
{
  if (text == NULL)
    return;
  write_name (writer, name);
  write_string (writer, text);
}

void
write_hours_member (Writer *writer, const char *name, int minutes)
{
  if (minutes == SMAAJOB_UNKNOWN)
    return;
  write_name (writer, name);
  write_hours (writer, minutes);
}

void
write_thousandths_member (Writer *writer, const char *name, int thousandths)
{
  if (thousandths == SMAAJOB_UNKNOWN)
    return;
  write_name (writer, name);
  write_thousandths (writer, thousandths);
}

void
write_time_member (Writer *writer, const char *name, int minute)
{
  char time[16];

  snprintf (time, sizeof time, "%02d:%02d", minute / 60, minute % 60);
  write_string_member (writer, name, time);
}

void
write_place_member (Writer *writer, const char *name, const Place *place)
{
  write_name (writer, name);
  write_object (writer);
  write_name (writer, "lat");
  write_millionths (writer, place->lat_millionths);
  write_name (writer, "lon");
  write_millionths (writer, place->lon_millionths);
  write_object_end (writer);
}

static void
write_window (Writer *writer, const SmaajobWindow *window)
{
  write_object (writer);
  write_name (writer, "days");
  write_array (writer);
  for (int day = 0; day < WEEK_DAYS; day++)
    if (window->days >> day & 1)
      write_string (writer, names_of_day[day]);
  write_array_end (writer);
  write_time_member (writer, "from", window->from_minute);
  write_time_member (writer, "to", window->to_minute);
  write_object_end (writer);
}

void
write_week_member (Writer *writer, const char *name, const Week *week)
{
  SmaajobWindow window;

  write_name (writer, name);
  write_array (writer);
  for (size_t i = 0; week_get_window (week, i, &window); i++)
    write_window (writer, &window);
  write_array_end (writer);
}

void
write_score_member (Writer *writer, const char *name, int thousandths)
{
  write_name (writer, name);
  write_score (writer, thousandths);
}

void
write_amount_member (Writer *writer, const char *name, int thousandths)
{
  write_name (writer, name);
  if (thousandths == SMAAJOB_UNKNOWN)
    write_null (writer);
  else
    write_thousandths (writer, thousandths);
}

void
write_hours_or_null_member (Writer *writer, const char *name, int minutes)
{
  write_name (writer, name);
  if (minutes == SMAAJOB_UNKNOWN)
    write_null (writer);
  else
    write_hours (writer, minutes);
}
