/* SPDX-License-Identifier: Apache-2.0 */

/* The record of an invented person, made from what chance decided about them. */
#ifndef QADAM_DEMO_DEMO_PERSON_H
#define QADAM_DEMO_DEMO_PERSON_H

#include "demo/demo_family.h"
#include "person/person_store.h"

/* The facts, without names.  The caller releases the person and the contacts, also on failure. */
MUST_CHECK enum status demo_person_make(struct person *out, struct contact_list *contacts,
                                        const struct demo_world *world,
                                        const struct demo_figure *figure, long household,
                                        struct error *error);

/* A further name for the record with that index, "surname given patronymic". */
MUST_CHECK enum status demo_person_name(struct person *person, const struct demo_world *world,
                                        long index, enum name_kind kind,
                                        const struct demo_name_parts *parts, struct error *error);

/* A further telephone or address; owner may be NULL. */
MUST_CHECK enum status demo_person_contact(struct contact_list *contacts,
                                           const struct demo_world *world, long index,
                                           enum contact_kind kind, const char *value,
                                           const char *owner, struct error *error);

/* The whole record with all its names, kept in the store. */
MUST_CHECK enum status demo_person_add(const struct demo_world *world,
                                       const struct demo_figure *figure, long household,
                                       struct error *error);

/* The second record of somebody. */
MUST_CHECK enum status demo_twin_add(const struct demo_world *world, long index, long first,
                                     struct error *error);

#endif
