/* SPDX-License-Identifier: Apache-2.0 */

/* The files of definitions on their way out of the office file; for this folder only. */
#ifndef QADAM_CASEFILE_DEFINITION_PRIVATE_H
#define QADAM_CASEFILE_DEFINITION_PRIVATE_H

#include "casefile/definition_store.h"

/* Owns names and texts. */
struct definition_files {
    struct yaml_source *items;
    size_t count;
    size_t capacity;
};

/* The files that the office file keeps of that version; none when it does not keep it. */
MUST_CHECK enum status definition_files_load(struct definition_files *out, struct store *store,
                                             const char *workflow, int version,
                                             struct error *error);
void definition_files_release(struct definition_files *files);

/* The version that the program brings; 0 when it has no such workflow. */
MUST_CHECK enum status definition_builtin_version(const char *workflow, int *out,
                                                  struct error *error);
/* The same, remembered. */
MUST_CHECK enum status definition_cache_builtin(struct definition_cache *cache,
                                                const char *workflow, int *out,
                                                struct error *error);

#endif
