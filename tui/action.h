/* SPDX-License-Identifier: Apache-2.0 */

/* What a person can do, in the words that help, menu and key bar show.  Which key does it, and what
 * is done, is a keymap's business (keymap.h). */
#ifndef QADAM_ACTION_H
#define QADAM_ACTION_H

enum { ACTION_LABEL_WIDTH = 7 }; /* columns of a label in the key bar, in every language */

struct action {
    const char *word;  /* stable and English */
    const char *label; /* for the key bar, at most ACTION_LABEL_WIDTH columns; to be translated */
    const char *help;  /* what it does: a few words, to be translated */
};

/* Those that mean the same on many screens. */
extern const struct action action_help;
extern const struct action action_save;
extern const struct action action_find;
extern const struct action action_list;
extern const struct action action_repeat;
extern const struct action action_why;
extern const struct action action_compare;
extern const struct action action_new_person;
extern const struct action action_agencies;
extern const struct action action_supervision;
extern const struct action action_language;
extern const struct action action_menu;
extern const struct action action_back;
extern const struct action action_quit;
extern const struct action action_undo;
extern const struct action action_clear;
extern const struct action action_hold;
extern const struct action action_redraw;
extern const struct action action_lock;
extern const struct action action_reread;
extern const struct action action_discard;

#endif
