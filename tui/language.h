/* SPDX-License-Identifier: Apache-2.0 */

/* The user's language.  Every text that a person meets is written in English in the sources,
 * marked with one of the macros below, and looked up here.  All texts are UTF-8. */
#ifndef QADAM_LANGUAGE_H
#define QADAM_LANGUAGE_H

/* A text to translate here and now. */
#define _(text) language_text(text)
/* A text in a table: marked for the translators, looked up later with language_text(). */
#define N_(text) text
/* The same with a context, for a word that other languages say differently by place. */
#define C_(context, text) language_text_in(context, text)

#if defined(__GNUC__)
#define FORMAT_OF(index) __attribute__((format_arg(index)))
#else
#define FORMAT_OF(index)
#endif

/* Takes the language from the environment (LANGUAGE, LC_ALL, LC_MESSAGES, LANG), also on a PC
 * where that locale was never generated, and finds the catalogues: those of the source tree or
 * folder that the running program lies in, else the installed ones. */
void language_init(void);

const char *language_text(const char *text) FORMAT_OF(1);
const char *language_text_in(const char *context, const char *text) FORMAT_OF(2);
/* The form that goes with that count. */
const char *language_plural(const char *one, const char *many, unsigned long count) FORMAT_OF(1)
    FORMAT_OF(2);

#endif
