/* SPDX-License-Identifier: Apache-2.0 */
#include "scan.h"

#include <string.h>

/* Only what is needed to tell documents apart before the library reads them: whether the text is
 * right is for the library to say. */

const char *
scan_space (Span text)
{
  while (text.at < text.end && strchr (" \t\r\n", *text.at) && *text.at)
    text.at++;
  return text.at;
}

/* From the opening quote to after the closing one; NULL when it does not close. */
static const char *
scan_string (Span text)
{
  for (const char *at = text.at + 1; at < text.end; at++)
    if (*at == '\\')
      at++;
    else if (*at == '"')
      return at + 1;
  return NULL;
}

static const char *
scan_nested (Span text)
{
  size_t depth = 0;

  for (const char *at = text.at; at != NULL && at < text.end;) {
    const char c = *at;

    at = c == '"' ? scan_string ((Span){at, text.end}) : at + 1;
    depth += c == '{' || c == '[';
    depth -= c == '}' || c == ']';
    if (depth == 0)
      return at;
  }
  return NULL;
}

static const char *
scan_value (Span text)
{
  const char *at = text.at;

  if (at == text.end)
    return NULL;
  if (*at == '"')
    return scan_string (text);
  if (*at == '{' || *at == '[')
    return scan_nested (text);
  while (at < text.end && !(strchr (",]} \t\r\n", *at) && *at))
    at++;
  return at > text.at ? at : NULL;
}

bool
scan_is_whole (Span text)
{
  text.at = scan_space (text);
  if (text.at == text.end || *text.at != '{')
    return false;
  text.at = scan_nested (text);
  return text.at != NULL && scan_space (text) == text.end;
}

/* Past the space around one expected character; NULL when another is there. */
static const char *
scan_character (Span text, char c)
{
  text.at = scan_space (text);
  if (text.at == text.end || *text.at != c)
    return NULL;
  text.at++;
  return scan_space (text);
}

static bool
is_name (Span found, const char *name)
{
  const size_t n = strlen (name);

  return (size_t) (found.end - found.at) == n + 2 && memcmp (found.at + 1, name, n) == 0;
}

Span
scan_member (Span text, const char *member)
{
  const Span none = {text.at, text.at};
  Span name, value;

  text.at = scan_character (text, '{');
  while (text.at != NULL && text.at < text.end && *text.at == '"') {
    name = (Span){text.at, scan_string (text)};
    if (name.end == NULL)
      break;
    value.at = scan_character ((Span){name.end, text.end}, ':');
    if (value.at == NULL)
      break;
    value.end = scan_value ((Span){value.at, text.end});
    if (value.end == NULL)
      break;
    if (is_name (name, member))
      return value;
    text.at = scan_character ((Span){value.end, text.end}, ',');
  }
  return none;
}
