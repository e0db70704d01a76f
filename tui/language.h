/* SPDX-License-Identifier: Apache-2.0 */

/* The user's language.  Every text that a person meets is written in English in the sources,
 * marked with one of the macros below, and looked up here.  All texts are UTF-8. */
#ifndef QADAM_LANGUAGE_H
#define QADAM_LANGUAGE_H

#include <stdbool.h>
#include <stddef.h>

/* A text to translate here and now. */
#define _(text) language_text(text)
/* A text in a table: marked for the translators, looked up later with language_text(). */
#define N_(text) text
/* The same with a context, for a word that other languages say differently by place. */
#define C_(context, text) language_text_in(context, text)
/* Such a word in a table, looked up later with language_text_in(). */
#define NC_(context, text) text

#if defined(__GNUC__)
#define FORMAT_OF(index) __attribute__((format_arg(index)))
#else
#define FORMAT_OF(index)
#endif

/* Takes the language from the environment (LANGUAGE, LC_ALL, LC_MESSAGES, LANG), also on a PC
 * where that locale was never generated, and finds the catalogues: those of the source tree or
 * folder that the running program lies in, else the installed ones. */
void language_init(void);

/* ---- changing it while the program runs */

/* The languages that have a catalogue here, English first: their codes, such as "uz@cyrillic", and
 * what they call themselves.  NULL after the last. */
const char *language_code_at(size_t index);
const char *language_name_at(size_t index);
/* Whether there is such a language here; then everything is said in it from now on. */
bool language_use(const char *code);
/* The one after the present one. */
void language_next(void);
/* The present one. */
const char *language_code(void);
const char *language_name(void);

/* ---- texts */

const char *language_text(const char *text) FORMAT_OF(1);
const char *language_text_in(const char *context, const char *text) FORMAT_OF(2);
/* The form that goes with that count. */
const char *language_plural(const char *one, const char *many, unsigned long count) FORMAT_OF(1)
    FORMAT_OF(2);

#endif
