/* SPDX-License-Identifier: Apache-2.0 */

/* How far two strings of sounds are apart: the cheapest way to turn one into the other, where a
 * step costs little between sounds that traditions of spelling confuse (a and o, h and g, d and t
 * at the end) and much between others. */
#ifndef QADAM_NAME_LIKENESS_H
#define QADAM_NAME_LIKENESS_H

enum {
    LIKENESS_FAR = 100,    /* what a step between unrelated sounds costs */
    LIKENESS_HARD = 50,    /* a step that costs this much or more is no matter of spelling */
    LIKENESS_ENOUGH = 200, /* from here on nobody wants to know how far exactly */
};

struct likeness {
    int distance; /* in hundredths of a step between unrelated sounds */
    int hard;     /* how many of the steps are hard ones */
};

/* Both are sounds as sound_of_letters() writes them. */
struct likeness likeness_of(const char *left, const char *right);

#endif
