/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_TEXTS_H
#define CLI_TEXTS_H

/** Every text that the program shows, by key and language. */
typedef enum { LANGUAGE_EN, LANGUAGE_DA } Language;

/** The text; the key itself when there is none. */
const char *text_get (Language language, const char *key);
/** The text of the key @p prefix + @p name, such as "verdict." + "fit". */
const char *text_named (Language language, const char *prefix, const char *name);
/** The name the language has in documents: "da" or "en". */
const char *language_get_name (Language language);
/** The language of LC_ALL, LC_MESSAGES or LANG, the first that is set. */
Language language_from_environment (void);
/** The language of that name; English for a language that the program itself has no texts in. */
Language language_from_name (const char *name);

#endif
