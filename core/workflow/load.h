/* SPDX-License-Identifier: Apache-2.0 */

/* A definition on its way from files to something whole. */
#ifndef QADAM_WORKFLOW_LOAD_H
#define QADAM_WORKFLOW_LOAD_H

#include "workflow/library.h"
#include "workflow/schema.h"

struct loading {
    const struct library *library;
    struct definition *definition;
    struct fault_list *faults;
    size_t faults_before; /* how many there were already */
    struct workflow_file workflow;
    const char *file; /* the one that is being looked at */

    /* What was collected so far. */
    const struct yaml_source **sources;
    size_t source_count, source_capacity;
    struct indication *indications;
    size_t indication_count, indication_capacity;
    struct guard *guards;
    size_t guard_count, guard_capacity;
    struct ladder *ladders;
    size_t ladder_count, ladder_capacity;
    struct catalogue *catalogues;
    size_t catalogue_count, catalogue_capacity;
    struct instrument *instruments;
    size_t instrument_count, instrument_capacity;
};

/* Notes a fault in loading->file. */
MUST_CHECK enum status load_note(struct loading *loading, int line, enum fault_kind kind,
                                 const char *first, const char *second, struct error *error);

/* Finds the file of that kind and id; NULL when the library has none. */
const struct yaml_source *library_find(const struct library *library, const char *kind,
                                       const char *id);

/* The catalogue or instrument of that id, read when it is asked for the first time; *out is NULL
 * after a fault was noted. */
MUST_CHECK enum status load_catalogue(struct loading *loading, const char *id, int line,
                                      const struct catalogue **out, struct error *error);
MUST_CHECK enum status load_instrument(struct loading *loading, const char *id, int line,
                                       const struct instrument **out, struct error *error);

/* Gives every step what it names: choices, questions, ladder, titles of evidence. */
MUST_CHECK enum status load_resolve(struct loading *loading, struct error *error);

/* Everything that one table of keys cannot know.  Notes faults. */

/* Whether the ids of an array of structs differ.  The offsets are those of "id" and "line". */
MUST_CHECK enum status check_unique(struct loading *loading, const void *items, size_t count,
                                    size_t size, size_t id_offset, size_t line_offset,
                                    struct error *error);
#define CHECK_IDS(loading, type, items, count, error)                                              \
    check_unique((loading), (items), (count), sizeof(type), offsetof(type, id),                    \
                 offsetof(type, line), (error))

MUST_CHECK enum status check_body(struct loading *loading, const char *body, int line,
                                  struct error *error);
MUST_CHECK enum status check_contact(struct loading *loading, const char *contact, int line,
                                     struct error *error);
MUST_CHECK enum status check_role(struct loading *loading, const char *role, int line,
                                  struct error *error);
/* Whether a term of so many units is one that an office waits for. */
bool check_is_sensible(int count, int unit);

MUST_CHECK enum status check_ids(struct loading *loading, struct error *error);
MUST_CHECK enum status check_step(struct loading *loading, const struct step *step,
                                  struct error *error);
MUST_CHECK enum status check_shared(struct loading *loading, struct error *error);
MUST_CHECK enum status check_condition(struct loading *loading, const struct condition *condition,
                                       const struct instrument *instrument, struct error *error);
MUST_CHECK enum status check_field_path(struct loading *loading, const char *path, int line,
                                        const struct field **out, struct error *error);
MUST_CHECK enum status check_origin(struct loading *loading, const struct origin *origin, int line,
                                    const char *id, struct error *error);
MUST_CHECK enum status check_flow(struct loading *loading, struct error *error);

#endif
