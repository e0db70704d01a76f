/* SPDX-License-Identifier: Apache-2.0 */

/* One of the ways in which a name is spelled. */
#ifndef QADAM_DEMO_DEMO_SPELLING_H
#define QADAM_DEMO_DEMO_SPELLING_H

#include <stddef.h>

/* Part of a longer text. */
struct demo_spelling {
    const char *text;
    size_t length; /* 0: not written so */
};

/* How near a Russian spelling is to one of another language, in Cyrillic or Turkmen letters: the
 * more, the nearer.  Records give the same name as Абдусалам in Almaty and as Абдусалом in
 * Dushanbe. */
int demo_spelling_likeness(struct demo_spelling russian, struct demo_spelling national);

#endif
