/* SPDX-License-Identifier: Apache-2.0 */

/* What no table of keys can know: ids that come twice, sources that are missing, keys that do not
 * go together. */
#include "country/body_kind.h"
#include "workflow/load.h"

#include <string.h>

/* ---- Ids */

/* Whether the id of item i came before.  id_offset is where the struct has it. */
static bool is_repeated(const void *items, size_t size, size_t id_offset, size_t i)
{
    const char *bytes = items;
    const char *id, *earlier;
    memcpy(&id, bytes + i * size + id_offset, sizeof(id));
    for (size_t k = 0; k < i; k++) {
        memcpy(&earlier, bytes + k * size + id_offset, sizeof(earlier));
        if (strcmp(id, earlier) == 0)
            return true;
    }
    return false;
}

enum status check_unique(struct loading *loading, const void *items, size_t count, size_t size,
                         size_t id_offset, size_t line_offset, struct error *error)
{
    const char *bytes = items;
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < count; i++) {
        const char *id;
        int line;
        memcpy(&id, bytes + i * size + id_offset, sizeof(id));
        memcpy(&line, bytes + i * size + line_offset, sizeof(line));
        if (is_repeated(items, size, id_offset, i))
            status = load_note(loading, line, FAULT_ID_TWICE, id, NULL, error);
    }
    return status;
}

static enum status check_step_ids(struct loading *loading, struct error *error)
{
    const struct definition *definition = loading->definition;
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < definition->step_count; i++) {
        const struct step *step = definition->steps[i];
        loading->file = step->file;
        if (definition_find_step(definition, step->id) != step)
            status = load_note(loading, step->line, FAULT_ID_TWICE, step->id, NULL, error);
    }
    return status;
}

enum status check_ids(struct loading *loading, struct error *error)
{
    const struct definition *definition = loading->definition;
    loading->file = definition->file;
    enum status status =
        CHECK_IDS(loading, struct stage, definition->stages, definition->stage_count, error);
    if (status == STATUS_OK)
        status = CHECK_IDS(loading, struct indication, definition->indications,
                           definition->indication_count, error);
    if (status == STATUS_OK)
        status =
            CHECK_IDS(loading, struct guard, definition->guards, definition->guard_count, error);
    if (status == STATUS_OK)
        status =
            CHECK_IDS(loading, struct ladder, definition->ladders, definition->ladder_count, error);
    if (status == STATUS_OK)
        status = check_step_ids(loading, error);
    for (size_t i = 0; status == STATUS_OK && i < definition->catalogue_count; i++)
        status = CHECK_IDS(loading, struct choice, definition->catalogues[i].entries,
                           definition->catalogues[i].entry_count, error);
    return status;
}

/* ---- Sources, bodies, roles */

enum status check_origin(struct loading *loading, const struct origin *origin, int line,
                         const char *id, struct error *error)
{
    if (origin->source != NULL || origin->check_locally)
        return STATUS_OK;
    return load_note(loading, line, FAULT_NO_SOURCE, id, NULL, error);
}

enum status check_body(struct loading *loading, const char *body, int line, struct error *error)
{
    if (body == NULL || body_kind_is_known(body))
        return STATUS_OK;
    return load_note(loading, line, FAULT_BODY_UNKNOWN, body, "*", error);
}

/* Whom a step can tell something. */
enum status check_contact(struct loading *loading, const char *contact, int line,
                          struct error *error)
{
    static const char *const contacts[] = { "origin", "employer", "family" };
    for (size_t i = 0; i < sizeof(contacts) / sizeof(contacts[0]); i++)
        if (contact == NULL || strcmp(contacts[i], contact) == 0)
            return STATUS_OK;
    return load_note(loading, line, FAULT_WORD_UNKNOWN, contact, "origin, employer, family", error);
}

enum status check_role(struct loading *loading, const char *role, int line, struct error *error)
{
    static const char known[] = "clerk, counsellor, supervisor, protection_officer, trainer";
    static const char *const roles[] = { "clerk", "counsellor", "supervisor", "protection_officer",
                                         "trainer" };
    for (size_t i = 0; i < sizeof(roles) / sizeof(roles[0]); i++)
        if (role == NULL || strcmp(roles[i], role) == 0)
            return STATUS_OK;
    return load_note(loading, line, FAULT_WORD_UNKNOWN, role, known, error);
}

/* Ten years are more than any term or round that an office waits for. */
enum { TERM_YEARS_MAX = 10 };

bool check_is_sensible(int count, int unit)
{
    const int most = unit == TERM_MONTH ? 12 * TERM_YEARS_MAX : 366 * TERM_YEARS_MAX;
    return count >= 0 && count <= most;
}

/* ---- What steps share */

static enum status check_version(struct loading *loading, int version, int line,
                                 struct error *error)
{
    if (version >= 1)
        return STATUS_OK;
    return load_note(loading, line, FAULT_NUMBER_INVALID, "version", NULL, error);
}

static enum status check_rungs(struct loading *loading, const struct ladder *ladder,
                               struct error *error)
{
    enum status status = CHECK_IDS(loading, struct rung, ladder->rungs, ladder->rung_count, error);
    for (size_t i = 0; status == STATUS_OK && i < ladder->rung_count; i++) {
        const struct rung *rung = &ladder->rungs[i];
        status = check_origin(loading, &rung->origin, rung->line, rung->id, error);
        if (status == STATUS_OK &&
            (!check_is_sensible(rung->after, rung->unit) || rung->unit == TERM_NONE))
            status = load_note(loading, rung->line, FAULT_DEADLINE_EMPTY, NULL, NULL, error);
    }
    return status;
}

static enum status check_instrument(struct loading *loading, const struct instrument *instrument,
                                    struct error *error)
{
    loading->file = instrument->file;
    enum status status =
        check_origin(loading, &instrument->origin, instrument->line, instrument->id, error);
    if (status == STATUS_OK)
        status = check_version(loading, instrument->version, instrument->line, error);
    if (status == STATUS_OK)
        status = check_condition(loading, instrument->even_when, instrument, error);
    for (size_t i = 0; status == STATUS_OK && i < instrument->dimension_count; i++)
        status = check_condition(loading, instrument->dimensions[i].when, instrument, error);
    for (size_t i = 0; status == STATUS_OK && i < instrument->result_count; i++)
        status = check_condition(loading, instrument->results[i].when, instrument, error);
    if (status == STATUS_OK && instrument->method == METHOD_SIGNS &&
        instrument->positive_count == 0)
        status = load_note(loading, instrument->line, FAULT_KIND_NEEDS, "positive", "signs", error);
    if (status == STATUS_OK && instrument->method != METHOD_SIGNS && instrument->even_when != NULL)
        status =
            load_note(loading, instrument->line, FAULT_KEY_MISFIT, "even_when", "mean, sum", error);
    if (status == STATUS_OK && instrument->result_count > 0 &&
        instrument->results[instrument->result_count - 1].when != NULL)
        status = load_note(loading, instrument->results[instrument->result_count - 1].line,
                           FAULT_RESULT_NOT_LAST, instrument->id, NULL, error);
    return status;
}

enum status check_shared(struct loading *loading, struct error *error)
{
    const struct definition *definition = loading->definition;
    loading->file = definition->file;
    enum status status =
        check_origin(loading, &definition->origin, loading->workflow.line, definition->id, error);
    if (status == STATUS_OK)
        status = check_version(loading, definition->version, loading->workflow.line, error);
    for (size_t i = 0; status == STATUS_OK && i < definition->stage_count; i++)
        status = check_condition(loading, definition->stages[i].when, NULL, error);
    for (size_t i = 0; status == STATUS_OK && i < definition->indication_count; i++) {
        const struct indication *indication = &definition->indications[i];
        loading->file = indication->file;
        status =
            check_origin(loading, &indication->origin, indication->line, indication->id, error);
        if (status == STATUS_OK)
            status = check_body(loading, indication->body, indication->line, error);
        if (status == STATUS_OK)
            status = check_role(loading, indication->alert, indication->line, error);
        if (status == STATUS_OK)
            status = check_condition(loading, indication->when, NULL, error);
    }
    for (size_t i = 0; status == STATUS_OK && i < definition->guard_count; i++) {
        const struct guard *guard = &definition->guards[i];
        loading->file = guard->file;
        status = check_origin(loading, &guard->origin, guard->line, guard->id, error);
        if (status == STATUS_OK)
            status = check_contact(loading, guard->contact, guard->line, error);
        if (status == STATUS_OK)
            status = check_condition(loading, guard->when, NULL, error);
    }
    for (size_t i = 0; status == STATUS_OK && i < definition->ladder_count; i++) {
        loading->file = definition->ladders[i].file;
        status = check_rungs(loading, &definition->ladders[i], error);
    }
    for (size_t i = 0; status == STATUS_OK && i < definition->instrument_count; i++)
        status = check_instrument(loading, &definition->instruments[i], error);
    return status;
}
