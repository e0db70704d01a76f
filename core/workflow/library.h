/* SPDX-License-Identifier: Apache-2.0 */

/* The files that definitions are made of: those built into the program, those that an office file
 * keeps, those that somebody wants checked.  A name found in the first shelf hides the same name in
 * the next. */
#ifndef QADAM_WORKFLOW_LIBRARY_H
#define QADAM_WORKFLOW_LIBRARY_H

#include "workflow/definition.h"
#include "yaml/fault.h"

enum { LIBRARY_SHELVES = 2 };

struct library {
    struct {
        const struct yaml_source *sources; /* the caller's */
        size_t count;
    } shelves[LIBRARY_SHELVES];
};

/* What is built in, and nothing else. */
struct library library_builtin(void);

/* The ids of the workflows built in; NULL after the last.  The text is good until the next call. */
const char *library_workflow_at(size_t index);

/* Loads the workflow of that id with all it uses and checks it.  *out is NULL when it has faults or
 * is not there (FAULT_FILE_UNKNOWN); a failure is only about memory.  Faults are added and sorted.
 */
MUST_CHECK enum status library_load(struct definition **out, const struct library *library,
                                    const char *workflow, struct fault_list *faults,
                                    struct error *error);

/* Loads one file of any kind by itself, without what it refers to: so that a catalogue or part can
 * be checked that no workflow uses.  *id gets its id, "" when it has none. */
MUST_CHECK enum status library_check_file(const struct yaml_source *source,
                                          char id[YAML_ID_MAX + 1], bool *is_workflow,
                                          struct fault_list *faults, struct error *error);

/* Visits every text for people in one file, in its order; the texts are borrowed. */
MUST_CHECK enum status library_each_text(const struct yaml_source *source,
                                         void (*visit)(void *self, const char *key,
                                                       const char *text, int line),
                                         void *self, struct error *error);

#endif
