/* SPDX-License-Identifier: Apache-2.0 */

/* All views of the application, and what their places hold (view.h). */
#ifndef QADAM_VIEW_VIEW_LIST_H
#define QADAM_VIEW_VIEW_LIST_H

#include "app/app.h"

#include <stddef.h>

/* ---- without a place */
extern const struct view_class help_view_class;
extern const struct view_class menu_view_class;
extern const struct view_class unlock_view_class; /* also after a lock */
extern const struct view_class wizard_view_class; /* the first start: makes the office file */
extern const struct view_class home_view_class;   /* my day */
extern const struct view_class users_view_class;
extern const struct view_class settings_view_class;
extern const struct view_class backup_view_class;
extern const struct view_class agencies_view_class; /* the directory of organisations */
extern const struct view_class hotline_view_class;  /* call-backs, and the contacts of today */
extern const struct view_class contact_view_class;  /* a new one; detail "correction": the subject
                                                     * is the contact that was wrong */
extern const struct view_class answers_view_class;  /* detail: a topic, or "" */

/* ---- subject: a person's id or ""; detail as in journal_place.h */
extern const struct view_class journal_view_class;
extern const struct view_class journal_days_view_class;
extern const struct view_class journal_users_view_class;
extern const struct view_class journal_head_view_class; /* without a place */
extern const struct view_class supervision_view_class;  /* who has how much, what waits */

/* ---- detail: what is typed into the filter at first */
extern const struct view_class cases_view_class;
extern const struct view_class search_view_class;
extern const struct view_class intake_view_class; /* detail: the name typed so far;
                                                   * subject: of whose family, or "" */

/* ---- subject: a person's id */
extern const struct view_class person_view_class;  /* detail: the tab; "" for the first */
extern const struct view_class compare_view_class; /* detail: the other person's id */
extern const struct view_class household_view_class;
extern const struct view_class choose_workflow_view_class; /* opens a casefile and goes there */

/* ---- subject: a casefile's id */
extern const struct view_class casefile_view_class; /* detail: a step; "": the next one */
extern const struct view_class plan_view_class;     /* all steps on one page */
extern const struct view_class appointments_view_class;
extern const struct view_class
    referral_view_class; /* all of the casefile; "": those due of the office */
extern const struct view_class refer_view_class;      /* a new one */
extern const struct view_class requests_view_class;   /* asked, reminded, answered */
extern const struct view_class restricted_view_class; /* for those who hold no key to it */
extern const struct view_class tasks_view_class;      /* "": of nobody's casefile */

/* ---- subject: either; detail "person": it is a person's */
extern const struct view_class notes_view_class;
extern const struct view_class consents_view_class;
extern const struct view_class consent_form_view_class;
extern const struct view_class history_view_class;
/* A new note.  Detail "correction": the subject is the note that was wrong. */
extern const struct view_class note_view_class;

/* ---- subject: a body of the directory; "" for a new one */
extern const struct view_class agency_view_class;

/* Asks for an answer to a referral in one line, whatever lies below (answer_line.c). */
void answer_line_ask(struct app *app);

/* For app_options. */
extern const struct app_views application_views;

/* The class of that name; NULL when there is none. */
const struct view_class *view_list_find(const char *name);
/* For tests that walk through all of them; NULL after the last. */
const struct view_class *view_list_at(size_t index);

#endif
