/* SPDX-License-Identifier: Apache-2.0 */

/* Definitions and the office's country, loaded once for many casefiles. */
#include "casefile/definition_private.h"

#include "base/array.h"
#include "country/country_calendar.h"
#include "country/country_store.h"
#include "store/query_value.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Deadlines of casefiles opened long ago, and those that run for years, stay inside. */
enum { CALENDAR_YEAR_FIRST = 2000, CALENDAR_YEAR_LAST = 2060, COUNTRY_SIZE = 3 };

struct cached_definition {
    struct definition_files files; /* empty for one that the program brings */
    struct definition *definition;
};

struct cached_country {
    char code[COUNTRY_SIZE];
    char changed_at[MOMENT_TEXT_SIZE]; /* "" for the program's own pack */
    struct country_pack *pack;
    struct country_calendar calendar;
};

/* So that opening a casefile does not read the program's own files again. */
struct builtin_version {
    char workflow[CASEFILE_WORKFLOW_SIZE];
    int version; /* 0: there is none */
};

struct definition_cache {
    struct cached_definition *items;
    size_t count;
    size_t capacity;
    struct builtin_version *builtins;
    size_t builtin_count;
    size_t builtin_capacity;
    struct cached_country country;
};

static const char SQL_FIND_NEWEST[] =
    "SELECT coalesce(max(version), 0) FROM workflow_definition WHERE workflow = :workflow";
/* A setting always answers with its default; what counts here is what the office said. */
static const char SQL_FIND_COUNTRY[] =
    "SELECT setting.value, coalesce(changed_at, '') FROM setting"
    " LEFT JOIN country_pack ON country = setting.value WHERE setting.key = 'country'";

const char DEFINITION_DETAIL_GONE[] = "that version of the workflow is gone";

enum status definition_cache_new(struct definition_cache **out, struct error *error)
{
    *out = calloc(1, sizeof(**out));
    return *out == NULL ? error_set(error, STATUS_OUT_OF_MEMORY, "a cache") : STATUS_OK;
}

static void release_country(struct cached_country *country)
{
    if (country->pack != NULL) {
        country_calendar_release(&country->calendar);
        country_pack_release(country->pack);
    }
    *country = (struct cached_country){ .pack = NULL };
}

void definition_cache_free(struct definition_cache *cache)
{
    if (cache == NULL)
        return;
    for (size_t i = 0; i < cache->count; i++) {
        definition_release(cache->items[i].definition);
        definition_files_release(&cache->items[i].files);
    }
    free(cache->items);
    free(cache->builtins);
    release_country(&cache->country);
    free(cache);
}

/* ---- Definitions */

static const struct definition *find_cached(const struct definition_cache *cache,
                                            const char *workflow, int version)
{
    for (size_t i = 0; i < cache->count; i++) {
        const struct definition *definition = cache->items[i].definition;
        if (definition->version == version && strcmp(definition->id, workflow) == 0)
            return definition;
    }
    return NULL;
}

/* What the program brings; NULL when it has no such workflow. */
static enum status load_builtin(struct definition **out, const char *workflow, struct error *error)
{
    struct fault_list faults = { .items = NULL };
    const struct library library = library_builtin();
    const enum status status = library_load(out, &library, workflow, &faults, error);
    fault_list_release(&faults);
    return status;
}

/* What the file keeps; NULL when that cannot be read by this program any more. */
static enum status load_kept(struct definition **out, const struct definition_files *files,
                             const char *workflow, struct error *error)
{
    struct fault_list faults = { .items = NULL };
    const struct library library = {
        .shelves = { { files->items, files->count }, library_builtin().shelves[0] },
    };
    const enum status status = library_load(out, &library, workflow, &faults, error);
    fault_list_release(&faults);
    return status;
}

/* Takes over definition and files, also when it fails. */
static enum status keep(struct definition_cache *cache, struct cached_definition *item,
                        struct error *error)
{
    const enum status status = array_reserve(&cache->items, &cache->capacity, sizeof(*cache->items),
                                             cache->count + 1, error);
    if (status == STATUS_OK) {
        cache->items[cache->count++] = *item;
        return STATUS_OK;
    }
    definition_release(item->definition);
    definition_files_release(&item->files);
    return status;
}

static enum status load_version(struct definition_cache *cache, struct store *store,
                                const char *workflow, int version, const struct definition **out,
                                struct error *error)
{
    struct cached_definition item = { .definition = NULL };
    enum status status = definition_files_load(&item.files, store, workflow, version, error);
    if (status == STATUS_OK && item.files.count > 0)
        status = load_kept(&item.definition, &item.files, workflow, error);
    else if (status == STATUS_OK)
        status = load_builtin(&item.definition, workflow, error);
    if (status == STATUS_OK && (item.definition == NULL || item.definition->version != version))
        status = error_set(error, STATUS_NOT_FOUND, "%s", DEFINITION_DETAIL_GONE);
    if (status != STATUS_OK) {
        definition_release(item.definition);
        definition_files_release(&item.files);
        return status;
    }
    *out = item.definition;
    return keep(cache, &item, error);
}

enum status definition_cache_find(struct definition_cache *cache, struct store *store,
                                  const char *workflow, int version, const struct definition **out,
                                  struct error *error)
{
    *out = find_cached(cache, workflow, version);
    return *out == NULL ? load_version(cache, store, workflow, version, out, error) : STATUS_OK;
}

enum status definition_builtin_version(const char *workflow, int *out, struct error *error)
{
    struct definition *definition = NULL;
    const enum status status = load_builtin(&definition, workflow, error);
    *out = definition == NULL ? 0 : definition->version;
    definition_release(definition);
    return status;
}

enum status definition_cache_builtin(struct definition_cache *cache, const char *workflow, int *out,
                                     struct error *error)
{
    struct builtin_version made;
    for (size_t i = 0; i < cache->builtin_count; i++)
        if (strcmp(cache->builtins[i].workflow, workflow) == 0) {
            *out = cache->builtins[i].version;
            return STATUS_OK;
        }
    enum status status = definition_builtin_version(workflow, out, error);
    if (status == STATUS_OK)
        status = array_reserve(&cache->builtins, &cache->builtin_capacity, sizeof(*cache->builtins),
                               cache->builtin_count + 1, error);
    if (status != STATUS_OK)
        return status;
    made.version = *out;
    snprintf(made.workflow, sizeof(made.workflow), "%s", workflow);
    cache->builtins[cache->builtin_count++] = made;
    return STATUS_OK;
}

enum status definition_cache_find_newest(struct definition_cache *cache, struct store *store,
                                         const char *workflow, const struct definition **out,
                                         struct error *error)
{
    struct query query;
    int kept = 0, builtin = 0;
    *out = NULL;
    query_begin(&query, store, SQL_FIND_NEWEST);
    query_bind_text(&query, ":workflow", workflow);
    if (query_next_row(&query))
        kept = query_int(&query, 0);
    enum status status = query_end(&query, error);
    if (status == STATUS_OK)
        status = definition_cache_builtin(cache, workflow, &builtin, error);
    if (status == STATUS_OK && kept == 0 && builtin == 0)
        status = error_set(error, STATUS_NOT_FOUND, "no such workflow");
    if (status != STATUS_OK)
        return status;
    return definition_cache_find(cache, store, workflow, kept > builtin ? kept : builtin, out,
                                 error);
}

/* ---- The country */

/* An office's own pack that this program cannot read is no reason to open no casefile. */
static enum status load_pack(struct country_pack **out, struct store *store, const char *code,
                             struct error *error)
{
    struct fault_list faults = { .items = NULL };
    enum status status = country_store_load(out, store, code, &faults, error);
    if (status == STATUS_OK && *out == NULL)
        status = country_pack_load(out, code, NULL, &faults, error);
    if (status == STATUS_OK && *out == NULL)
        status = error_set(error, STATUS_INTERNAL, "the country pack has faults");
    fault_list_release(&faults);
    return status;
}

static enum status make_country(struct cached_country *out, struct store *store, const char *code,
                                const char *changed_at, struct error *error)
{
    *out = (struct cached_country){ .pack = NULL };
    enum status status = load_pack(&out->pack, store, code, error);
    if (status == STATUS_OK)
        status = country_calendar_make(&out->calendar, out->pack, CALENDAR_YEAR_FIRST,
                                       CALENDAR_YEAR_LAST, error);
    if (status != STATUS_OK) {
        country_pack_release(out->pack);
        *out = (struct cached_country){ .pack = NULL };
        return status;
    }
    memcpy(out->code, code, COUNTRY_SIZE);
    memcpy(out->changed_at, changed_at, MOMENT_TEXT_SIZE);
    return STATUS_OK;
}

static enum status renew_country(struct definition_cache *cache, struct store *store,
                                 const char *code, const char *changed_at, struct error *error)
{
    struct cached_country made;
    const enum status status = make_country(&made, store, code, changed_at, error);
    if (status != STATUS_OK)
        return status;
    release_country(&cache->country);
    cache->country = made;
    return STATUS_OK;
}

enum status definition_cache_country(struct definition_cache *cache, struct store *store,
                                     struct definition_country *out, struct error *error)
{
    char code[COUNTRY_SIZE] = "", changed_at[MOMENT_TEXT_SIZE] = "";
    bool is_changed = false;
    struct query query;
    *out = (struct definition_country){ .code = "" };
    query_begin(&query, store, SQL_FIND_COUNTRY);
    if (query_next_row(&query)) {
        query_copy_text(&query, 0, code, sizeof(code));
        query_copy_text(&query, 1, changed_at, sizeof(changed_at));
        is_changed = cache->country.pack == NULL || strcmp(code, cache->country.code) != 0 ||
                     strcmp(changed_at, cache->country.changed_at) != 0;
    }
    enum status status = query_end(&query, error);
    if (status == STATUS_OK && is_changed)
        status = renew_country(cache, store, code, changed_at, error);
    if (status == STATUS_OK && code[0] != '\0')
        *out = (struct definition_country){ .code = cache->country.code,
                                            .pack = cache->country.pack,
                                            .calendar = &cache->country.calendar.calendar };
    return status;
}
