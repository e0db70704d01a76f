/* SPDX-License-Identifier: Apache-2.0 */

/* A form: fields in a table, one button at the end.  It knows kinds of fields, not their meaning;
 * what a value must be is its owner's business, who is told when a field is left. */
#ifndef QADAM_WIDGET_FORM_H
#define QADAM_WIDGET_FORM_H

#include "base/day.h"
#include "term/grid.h"
#include "widget/text_input.h"

enum form_kind {
    FORM_TEXT,
    FORM_LINES,   /* several lines; Enter begins a new one */
    FORM_SECRET,  /* shown as stars, never kept in a draft */
    FORM_DATE,    /* any form of date entry; digits get their dots while they are typed */
    FORM_CHOICE,  /* one of the options; the value is its code */
    FORM_CHOICES, /* some of them; the value is their codes, joined by commas */
    FORM_HEADING, /* a line of text, no field */
    FORM_REMARK,  /* a paragraph, no field */
};

struct form_option {
    char *code;
    char *text;  /* in the user's language */
    char *group; /* what it belongs to, shown in the list; or NULL */
};

/* Owns its texts. */
struct form_field {
    char *id; /* stable: drafts are kept by it */
    char *label;
    char *hint; /* how it is filled in; or NULL */
    enum form_kind kind;
    bool is_required;
    bool is_hidden;    /* not asked now; what was typed stays */
    bool is_read_only; /* shown, never focused */
    bool allows_other; /* FORM_CHOICE: words that are none of the options */
    bool may_be_ahead; /* FORM_DATE: days to come count as well as past ones */
    int columns;       /* how wide, 0: as there is room */
    struct form_option *options;
    size_t option_count;
    size_t option_capacity;
    struct text_input input; /* for choices: the codes */
    char *fault;             /* what is wrong with it, or NULL */
    char *remark;            /* what follows from it, such as an age; or NULL */
    bool is_held;            /* its value stays for the next record */
    bool is_filled;          /* by the program: Enter and Tab go on without it, arrows do not */
};

/* The list of F4, or of letters typed into a choice. */
struct form_lookup {
    bool is_open;
    bool is_refused; /* what was typed is in no list, and that was told */
    size_t selected;
    struct text_input filter;
};

struct form {
    struct form_field *fields;
    size_t count;
    size_t capacity;
    size_t focus;     /* a field; count: the button */
    char *button;     /* what Enter does at the end; NULL: there is no button */
    struct day today; /* for dates */
    bool is_dirty;    /* something was typed since form_take_dirty() */
    struct form_lookup lookup;
};

enum form_event {
    FORM_UNUSED, /* the key means nothing here */
    FORM_USED,
    FORM_TYPED,  /* a letter more or less */
    FORM_LEFT,   /* the field that had the focus was left: *field */
    FORM_SUBMIT, /* Enter on the button; the last field was left before that: *field */
};

void form_init(struct form *form, struct day today);
void form_release(struct form *form);
/* Takes all fields away; what was typed is wiped. */
void form_clear(struct form *form);

/* Adds one; texts are copied.  NULL without memory: then nothing more can be done with it, and
 * every function below takes NULL for "does nothing". */
struct form_field *form_add(struct form *form, enum form_kind kind, const char *id,
                            const char *label);
/* One for a value that nobody sees, to be kept in the draft. */
void form_add_hidden(struct form *form, const char *id);
void form_field_hint(struct form_field *field, const char *hint);
void form_field_option(struct form_field *field, const char *code, const char *text);
bool form_field_has_option(const struct form_field *field, const char *code);
void form_field_clear_options(struct form_field *field);
/* The group of the option that was added last. */
void form_field_group(struct form_field *field, const char *group);
void form_field_fault(struct form_field *field, const char *fault);   /* NULL: none */
void form_field_remark(struct form_field *field, const char *remark); /* NULL: none */
void form_button(struct form *form, const char *text);

struct form_field *form_find(struct form *form, const char *id);
/* The value: text as typed, codes of choices; "" when there is none or no such field. */
const char *form_value(const struct form *form, const char *id);
void form_set(struct form *form, const char *id, const char *value);
/* Moves what was typed out of another form into the fields of the same ids, and the focus; the
 * other form is released.  For forms that are built anew, in another language for instance. */
void form_take_over(struct form *form, struct form *from);
/* A passphrase; NULL when nothing was typed.  Borrowed. */
const struct secret *form_secret(const struct form *form, const char *id);
/* A value as people read it: the texts of codes.  The caller frees it; NULL without memory. */
char *form_field_shown(const struct form_field *field);

/* ---- the focus */

bool form_is_focusable(const struct form_field *field);
void form_focus_first(struct form *form);
/* The first field that is empty and required, else the button. */
void form_focus_empty(struct form *form);
void form_focus(struct form *form, const char *id);
/* The field that has the focus; NULL: the button. */
struct form_field *form_focused(const struct form *form);
/* Whether letters go into a field. */
bool form_is_typing(const struct form *form);

/* ---- keys */

enum form_event form_handle(struct form *form, const struct key *key, size_t *field);
/* What F4, Ctrl-Z and Ctrl-U do. */
bool form_open_lookup(struct form *form);
bool form_undo(struct form *form);
bool form_empty_field(struct form *form);
/* Pastes or repeats a value into the focused field. */
void form_put(struct form *form, const char *value);
/* Whether something was typed since the last call. */
bool form_take_dirty(struct form *form);

/* Dates are written in full, and what is no date gets its fault; whether the value can stand.  Done
 * to every field that is left. */
bool form_settle(struct form *form, size_t field);

/* ---- showing */

/* Draws as many fields as fit, those around the focus, and sets the cursor. */
void form_draw(const struct form *form, struct area area);
/* For the last line but one: what the focused field wants and what Enter does.  Translated. */
void form_write_next(const struct form *form, char *out, size_t size);

#endif
