/* SPDX-License-Identifier: Apache-2.0 */

/* Fields of a person in a form: the same for intake and for changes.  Each has the name of its
 * person_field as id. */
#ifndef QADAM_VIEW_PERSON_FORM_H
#define QADAM_VIEW_PERSON_FORM_H

#include "document/document.h"
#include "person/person.h"
#include "widget/form.h"
#include "wording/person_field.h"

/* Adds the field, with its choices. */
struct form_field *person_form_add(struct form *form, enum person_field field);

/* Says beside the field what is wrong with it or follows from it: called when it was left. */
void person_form_check(struct form *form, size_t index);

/* The first field, in the order of the form, whose value cannot be kept; its fault is said beside
 * it.  form->count when all is well. */
size_t person_form_first_fault(struct form *form);

/* The record's own fields that the form has; those that it does not have stay.  What cannot be kept
 * is passed over: ask person_form_first_fault() before. */
MUST_CHECK enum status person_form_read(const struct form *form, struct person *person,
                                        struct error *error);
/* The name that its parts make.  STATUS_TEXT_EMPTY without any.  The caller releases *out. */
MUST_CHECK enum status person_form_read_name(const struct form *form, enum name_kind kind,
                                             struct person_name *out, struct error *error);
/* STATUS_NOT_FOUND when nothing is said of a paper.  The caller releases *out, also after a
 * failure. */
MUST_CHECK enum status person_form_read_paper(const struct form *form, struct document *out,
                                              struct error *error);

/* A field that holds a whole day, not one to come.  False when it is empty or none. */
bool person_form_read_day(struct day *out, const struct form *form, const char *id);

/* Puts what is known into the fields that the form has. */
void person_form_write(struct form *form, const struct person *person);

/* Takes what was typed, the focus and what is held from a form of the same fields, for instance in
 * another language, and releases it. */
void person_form_carry(struct form *to, struct form *from);

#endif
