/* SPDX-License-Identifier: Apache-2.0 */
#include "text/keys.h"
#include "text/scan.h"

#include <string.h>

/* No token of a pointer is longer than a pointer. */
#define TOKEN_SIZE sizeof ((SmaajobError *) NULL)->pointer

typedef struct {
  const char *text, *at, *end;
} Walk;

void
scan_get_position (const char *text, size_t offset, uint32_t *line, uint32_t *column)
{
  const char *start = text, *at = text + offset, *newline;

  for (*line = 1; (newline = memchr (start, '\n', (size_t) (at - start))) != NULL; ++*line)
    start = newline + 1;
  *column = (uint32_t) (at - start) + 1;
}

static char
walk_peek (const Walk *walk)
{
  return walk->at < walk->end ? *walk->at : '\0';
}

static char
walk_skip_space (Walk *walk)
{
  while (walk->at < walk->end && strchr (" \t\n\r", *walk->at) != NULL)
    walk->at++;
  return walk_peek (walk);
}

static void
walk_skip_string (Walk *walk)
{
  for (walk->at++; walk->at < walk->end && *walk->at != '"'; walk->at++)
    if (*walk->at == '\\' && walk->end - walk->at > 1)
      walk->at++;
  if (walk->at < walk->end)
    walk->at++;
}

/* Over a value, to the comma or bracket behind it. */
static void
walk_skip_value (Walk *walk)
{
  size_t depth = 0;

  while (walk->at < walk->end) {
    const char c = *walk->at;
    if (depth == 0 && (c == ',' || c == ']' || c == '}'))
      return;
    if (c == '"') {
      walk_skip_string (walk);
      continue;
    }
    depth += c == '[' || c == '{';
    depth -= c == ']' || c == '}';
    walk->at++;
  }
}

static bool
walk_next (Walk *walk)
{
  walk_skip_value (walk);
  if (walk_peek (walk) != ',')
    return false;
  walk->at++;
  walk_skip_space (walk);
  return true;
}

static bool
name_is (const Walk *walk, const char *start, const char *token)
{
  const Key key = {(uint32_t) (start - walk->text), (uint32_t) (walk->at - 1 - start) & 0x7fffffff,
                   1};
  char name[TOKEN_SIZE];

  return key_copy (walk->text, key, name, sizeof name) < sizeof name && strcmp (name, token) == 0;
}

static bool
walk_into_member (Walk *walk, const char *token)
{
  walk->at++;
  walk_skip_space (walk);
  do {
    const char *start = walk->at + 1;
    bool found;
    if (walk_peek (walk) != '"')
      return false;
    walk_skip_string (walk);
    found = name_is (walk, start, token);
    walk_skip_space (walk);
    walk->at++;
    walk_skip_space (walk);
    if (found)
      return true;
  } while (walk_next (walk));
  return false;
}

static bool
walk_into_item (Walk *walk, const char *token)
{
  size_t index = 0;

  for (; *token >= '0' && *token <= '9' && index < SCAN_MAX_VOCABULARY; token++)
    index = index * 10 + (size_t) (*token - '0');
  walk->at++;
  if (*token != '\0' || walk_skip_space (walk) == ']')
    return false;
  for (; index > 0; index--)
    if (!walk_next (walk))
      return false;
  return true;
}

static bool
walk_into (Walk *walk, const char *token)
{
  const char *const start = walk->at;
  bool found = false;

  if (walk_peek (walk) == '{')
    found = walk_into_member (walk, token);
  else if (walk_peek (walk) == '[')
    found = walk_into_item (walk, token);
  if (!found)
    walk->at = start;
  return found;
}

/* The token at a pointer's slash, without ~0 and ~1; the rest of the pointer. */
static const char *
next_token (const char *pointer, char *token)
{
  size_t length = 0;

  for (pointer++; *pointer != '\0' && *pointer != '/' && length < TOKEN_SIZE - 1; pointer++) {
    const bool escaped = pointer[0] == '~' && (pointer[1] == '0' || pointer[1] == '1');
    token[length++] = !escaped ? *pointer : pointer[1] == '0' ? '~' : '/';
    pointer += escaped;
  }
  token[length] = '\0';
  return pointer;
}

/* To the value at a pointer, or as far as it goes. */
static bool
walk_to (Walk *walk, const char *pointer)
{
  char token[TOKEN_SIZE];
  bool found = true;

  walk_skip_space (walk);
  while (found && *pointer == '/') {
    pointer = next_token (pointer, token);
    found = walk_into (walk, token);
  }
  return found;
}

bool
scan_locate (const char *text, size_t length, const char *pointer, uint32_t *line, uint32_t *column)
{
  Walk walk = {text, text, text + length};
  const bool found = walk_to (&walk, pointer);

  scan_get_position (text, (size_t) (walk.at - text), line, column);
  return found;
}

/* Over what stands in front of the next value: commas, ends of what came before it, its name. */
static void
walk_to_next (Walk *walk)
{
  const char *start;

  while (walk_skip_space (walk) != '\0' && strchr (",]}", *walk->at) != NULL)
    walk->at++;
  start = walk->at;
  if (walk_peek (walk) != '"')
    return;
  walk_skip_string (walk);
  if (walk_skip_space (walk) == ':') {
    walk->at++;
    walk_skip_space (walk);
  } else {
    walk->at = start;
  }
}

/* Into what holds others, over what does not. */
static void
walk_from_value (Walk *walk)
{
  if (strchr ("[{", *walk->at) != NULL)
    walk->at++;
  else
    walk_skip_value (walk);
}

void
scan_locate_value (const char *text, size_t length, uint32_t number, uint32_t *line,
                   uint32_t *column)
{
  Walk walk = {text, text, text + length};

  walk_to_next (&walk);
  for (; number > 0 && walk.at < walk.end; number--) {
    walk_from_value (&walk);
    walk_to_next (&walk);
  }
  scan_get_position (text, (size_t) (walk.at - text), line, column);
}

Slice
scan_find (Slice text, const char *pointer)
{
  Walk walk = {text.at, text.at, text.at + text.n};
  const char *start;

  if (!walk_to (&walk, pointer))
    return (Slice){NULL, 0};
  start = walk.at;
  walk_skip_value (&walk);
  return (Slice){start, (size_t) (walk.at - start)};
}

size_t
scan_minify (const char *text, size_t length, char *copy)
{
  Walk walk = {text, text, text + length};
  size_t n = 0;

  while (walk_skip_space (&walk) != '\0') {
    const char *start = walk.at;

    if (*start == '"')
      walk_skip_string (&walk);
    else
      walk.at++;
    memcpy (copy + n, start, (size_t) (walk.at - start));
    n += (size_t) (walk.at - start);
  }
  return n;
}
