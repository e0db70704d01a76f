/* SPDX-License-Identifier: Apache-2.0 */

/* The log of contacts kept in the office file.  Each act is one transaction with its journal entry;
 * actor is the id of the user who does it.  The journal gets codes only: what was said stands in
 * the log alone, and of a linked person in no entry of somebody else.  Days are those of the
 * office's wall. */
#ifndef QADAM_HOTLINE_CONTACT_STORE_H
#define QADAM_HOTLINE_CONTACT_STORE_H

#include "hotline/contact.h"

struct store;

/* Keeps a contact when it is over.  contact->id is given unless it is there already, taken_by is
 * the actor, and told gets the versions that were told.  With corrects it takes the place of that
 * contact, whose call-back and tries go over to it.  Fails as hotline_check() and with
 * STATUS_TEXT_*; STATUS_NOT_FOUND for an answer, organisation, casefile or corrected contact that
 * is not there; STATUS_EXISTS when that one was corrected already; STATUS_REFUSED for a person who
 * was merged or erased or has no part in the casefile. */
MUST_CHECK enum status hotline_add(struct store *store, const char *actor,
                                   const struct topic_list *topics, struct hotline_contact *contact,
                                   struct day today, struct error *error);

/* Links an anonymous contact to a person, a casefile ("" for neither, not for both) once the caller
 * wants it.  STATUS_NOT_FOUND; STATUS_EXISTS when it is linked; STATUS_REFUSED as above. */
MUST_CHECK enum status hotline_link(struct store *store, const char *actor, const char *id,
                                    const char *person_id, const char *casefile_id,
                                    struct error *error);

/* What came of a call-back: done, or one more try that failed; after HOTLINE_TRIES_MAX of those it
 * is given up, or at once with gives_up.  *out is its state then.  STATUS_NOT_FOUND,
 * STATUS_REFUSED when none is open, STATUS_DATE_INVALID for a day after today or before the
 * contact. */
struct hotline_try {
    bool is_done;
    bool gives_up;
    struct day day;
    struct day today;
};
MUST_CHECK enum status hotline_call_back(struct store *store, const char *actor, const char *id,
                                         const struct hotline_try *try, enum hotline_call_back *out,
                                         struct error *error);

/* As id_find(). */
MUST_CHECK enum status hotline_find(struct store *store, const char *prefix,
                                    char out[UUID_TEXT_SIZE], struct error *error);

/* STATUS_NOT_FOUND.  On success the caller releases *out. */
MUST_CHECK enum status hotline_load(struct store *store, const char *id,
                                    struct hotline_contact *out, struct error *error);

/* The caller releases *out.  Contacts that were corrected are left out. */
struct hotline_filter {
    struct day from, to;
    bool only_open; /* call-backs that are open, whatever the day; the longest overdue first */
    const char *taken_by; /* with only_open; NULL: everybody's */
};
MUST_CHECK enum status hotline_list(struct store *store, const struct hotline_filter *filter,
                                    struct hotline_list *out, struct error *error);

/* ---- figures, without anybody */

enum hotline_figure {
    HOTLINE_BY_TOPIC, /* a contact counts under each of its topics */
    HOTLINE_BY_LANGUAGE,
    HOTLINE_BY_CHANNEL,
    HOTLINE_BY_SIGNS, /* "not_asked", "0", "1-2", "3+" */
    HOTLINE_FIGURE_COUNT
};
struct hotline_cell {
    enum hotline_figure figure;
    char code[TOPIC_SIZE];
    int count;
    bool is_masked; /* public: 1 to 4, or what would give one of those away */
};
struct hotline_figures {
    int contacts;
    int minutes;
    bool is_masked; /* contacts and minutes */
    struct hotline_cell *cells;
    size_t count;
    size_t capacity;
};
enum { HOTLINE_SMALL_MAX = 4 };
/* The caller frees *out by hotline_figures_release(). */
MUST_CHECK enum status hotline_figures(struct store *store, struct day from, struct day to,
                                       bool is_public, struct hotline_figures *out,
                                       struct error *error);
void hotline_figures_release(struct hotline_figures *figures);
const char *hotline_figure_word(enum hotline_figure figure);

#endif
