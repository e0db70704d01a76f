/* SPDX-License-Identifier: Apache-2.0 */

/* The workflows of an office: those built into the program, and in the office file those of its own
 * and every version that a casefile was opened on.  What the file holds wins over what the program
 * brings under the same name and version. */
#ifndef QADAM_CASEFILE_DEFINITION_STORE_H
#define QADAM_CASEFILE_DEFINITION_STORE_H

#include "casefile/casefile.h"
#include "workflow/library.h"

struct store;
struct calendar;
struct country_pack;

/* ---- Loading once.  A cache belongs to one store. */

struct definition_cache;

MUST_CHECK enum status definition_cache_new(struct definition_cache **out, struct error *error);
/* NULL is fine.  Every definition that came from it is gone. */
void definition_cache_free(struct definition_cache *cache);

/* The definition of that version; the cache's, until it is freed.  STATUS_NOT_FOUND with
 * DEFINITION_DETAIL_GONE when neither the file nor the program has it any more. */
MUST_CHECK enum status definition_cache_find(struct definition_cache *cache, struct store *store,
                                             const char *workflow, int version,
                                             const struct definition **out, struct error *error);
extern const char DEFINITION_DETAIL_GONE[];

/* The newest version that there is.  STATUS_NOT_FOUND without such a workflow. */
MUST_CHECK enum status definition_cache_find_newest(struct definition_cache *cache,
                                                    struct store *store, const char *workflow,
                                                    const struct definition **out,
                                                    struct error *error);

/* The office's country as it is kept now: the code ("" when the office has not said), the pack and
 * the calendar, NULL without a country.  The cache's, until the pack is changed or it is freed. */
struct definition_country {
    const char *code;
    const struct country_pack *pack;
    const struct calendar *calendar;
};
MUST_CHECK enum status definition_cache_country(struct definition_cache *cache, struct store *store,
                                                struct definition_country *out,
                                                struct error *error);

/* ---- What there is */

struct definition_note {
    char workflow[CASEFILE_WORKFLOW_SIZE];
    int version;
    bool is_own;    /* added by the office */
    bool is_kept;   /* in the office file */
    bool is_newest; /* new casefiles are opened on it */
    long long open_casefiles;
};

/* By id, then version, the newest first; the visitor returns false to stop. */
MUST_CHECK enum status definition_store_each(struct definition_cache *cache, struct store *store,
                                             bool (*visit)(void *self,
                                                           const struct definition_note *note),
                                             void *self, struct error *error);

/* ---- Keeping */

/* Puts the files of a definition into the office file, in the caller's transaction, unless that
 * version is there already. */
MUST_CHECK enum status definition_store_keep(struct store *store, const char *actor,
                                             const struct definition *definition, bool is_own,
                                             struct error *error);

/* Adds a workflow of the office's own: among the sources (the first shelf; the built-in ones are
 * behind) is the workflow itself.  An act with its journal entry.  When the sources have faults,
 * nothing is kept and they are told (STATUS_INVALID).  STATUS_EXISTS when that version is kept
 * already, STATUS_NOT_FOUND when no source is a workflow. */
struct definition_added {
    char workflow[CASEFILE_WORKFLOW_SIZE];
    int version;
};
MUST_CHECK enum status definition_store_add(struct store *store, const char *actor,
                                            const struct yaml_source *sources, size_t count,
                                            struct definition_added *out, struct fault_list *faults,
                                            struct error *error);

#endif
