/* SPDX-License-Identifier: Apache-2.0 */
#include "casefile/casefile_move.h"

#include "base/array.h"
#include "casefile/casefile_lease.h"
#include "casefile/casefile_private.h"
#include "casefile/definition_store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char SQL_MOVE[] = "UPDATE casefile SET workflow_version = :version WHERE id = :id";

static const char *const change_words[] = {
    [VERSION_STEP_ADDED] = "step_added",     [VERSION_STEP_GONE] = "step_gone",
    [VERSION_ANSWER_LOST] = "answer_lost",   [VERSION_ANSWER_UNFIT] = "answer_unfit",
    [VERSION_OUTCOME_LOST] = "outcome_lost",
};
_Static_assert(sizeof(change_words) / sizeof(change_words[0]) == VERSION_CHANGE_COUNT,
               "every change has a word");

/* ---- Comparing */

static enum status tell(struct version_comparison *out, const struct version_difference *found,
                        struct error *error)
{
    const enum status status =
        array_reserve(&out->items, &out->capacity, sizeof(*out->items), out->count + 1, error);
    if (status == STATUS_OK)
        out->items[out->count++] = *found;
    return status;
}

static enum status compare_steps(struct version_comparison *out, const struct standing *standing,
                                 struct error *error)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < out->other->step_count; i++) {
        const struct step *step = out->other->steps[i];
        if (definition_find_step(out->present, step->id) == NULL)
            status =
                tell(out, &(struct version_difference){ VERSION_STEP_ADDED, step, "", 0 }, error);
    }
    for (size_t i = 0; status == STATUS_OK && i < standing->step_count; i++) {
        const struct step_standing *present = &standing->steps[i];
        const struct step *other = definition_find_step(out->other, present->step->id);
        const bool is_touched = present->is_started || present->wait != NULL;
        if (other == NULL && is_touched)
            status =
                tell(out, &(struct version_difference){ VERSION_STEP_GONE, present->step, "", 0 },
                     error);
        else if (other != NULL && present->outcome != NULL &&
                 step_find_outcome(other, present->outcome->id) == NULL)
            status = tell(
                out, &(struct version_difference){ VERSION_OUTCOME_LOST, present->step, "", 0 },
                error);
    }
    return status;
}

static bool has_evidence(const struct step *step, const char *field)
{
    for (size_t i = 0; i < step->evidence_count; i++)
        if (strncmp(field, "evidence.", 9) == 0 && strcmp(step->evidence[i].type, field + 9) == 0)
            return true;
    return false;
}

/* Whether each of the ids joined by commas is a choice of the field. */
static bool fits_choices(const struct field *field, const char *value)
{
    char id[YAML_ID_MAX + 1];
    while (*value != '\0') {
        const size_t length = strcspn(value, ",");
        if (length >= sizeof(id))
            return false;
        snprintf(id, sizeof(id), "%.*s", (int)length, value);
        if (field_find_choice(field, id) == NULL)
            return false;
        value += length + (value[length] == ',');
    }
    return true;
}

static enum status compare_answer(struct version_comparison *out, const struct answer_given *answer,
                                  struct error *error)
{
    const struct step *present = definition_find_step(out->present, answer->step);
    const struct step *other = definition_find_step(out->other, answer->step);
    struct version_difference found = { .change = VERSION_ANSWER_LOST,
                                        .step = present,
                                        .item = answer->item };
    if (present == NULL || other == NULL) /* told with the step */
        return STATUS_OK;
    snprintf(found.field, sizeof(found.field), "%s", answer->field);
    const struct field *was = step_find_field(present, answer->field);
    const struct field *becomes = step_find_field(other, answer->field);
    if (was == NULL || becomes == NULL)
        return becomes == NULL && !has_evidence(other, answer->field) ? tell(out, &found, error)
                                                                      : STATUS_OK;
    const bool has_choices = becomes->type == FIELD_CHOICE || becomes->type == FIELD_CHOICES;
    found.change = VERSION_ANSWER_UNFIT;
    if (was->type != becomes->type || (has_choices && !fits_choices(becomes, answer->value)))
        return tell(out, &found, error);
    return STATUS_OK;
}

static enum status find_version(const struct casefile_desk *desk, const char *workflow, int version,
                                const struct definition **out, struct error *error)
{
    if (version == 0)
        return definition_cache_find_newest(desk->definitions, desk->store, workflow, out, error);
    return definition_cache_find(desk->definitions, desk->store, workflow, version, out, error);
}

enum status casefile_compare_versions(const struct casefile_desk *desk, const char *id, int version,
                                      struct version_comparison *out, struct error *error)
{
    struct casefile_view view;
    *out = (struct version_comparison){ .items = NULL };
    enum status status = casefile_view_load(desk, id, &view, error);
    if (status != STATUS_OK)
        return status;
    out->present = view.definition;
    status = find_version(desk, view.casefile.workflow, version, &out->other, error);
    if (status == STATUS_OK)
        status = compare_steps(out, &view.standing, error);
    for (size_t i = 0; status == STATUS_OK && i < view.situation.answer_count; i++)
        status = compare_answer(out, &view.situation.answers[i], error);
    casefile_view_release(&view);
    if (status != STATUS_OK) {
        free(out->items);
        *out = (struct version_comparison){ .items = NULL };
    }
    return status;
}

/* ---- Moving */

static enum status write_version(const struct casefile_desk *desk, const char *id, int version,
                                 struct error *error)
{
    char moment[MOMENT_TEXT_SIZE];
    struct query query;
    query_begin(&query, desk->store, SQL_MOVE);
    query_bind_text(&query, ":id", id);
    query_bind_int(&query, ":version", version);
    const enum status status = query_run(&query, error);
    return status == STATUS_OK ? casefile_touch(desk->store, id, moment, error) : status;
}

static enum status move_casefile(const struct casefile_desk *desk, const struct casefile *casefile,
                                 int version, struct error *error)
{
    const struct definition *definition = NULL;
    struct casefile_lease lease;
    if (casefile->state != CASEFILE_OPEN)
        return error_set(error, STATUS_REFUSED, "%s", CASEFILE_DETAIL_CLOSED);
    enum status status =
        casefile_lease_require(desk->store, desk->actor, casefile->id, &lease, error);
    if (status == STATUS_OK)
        status = find_version(desk, casefile->workflow, version, &definition, error);
    if (status == STATUS_OK && definition->version <= casefile->version)
        status = error_set(error, STATUS_INVALID, "not a newer version");
    if (status == STATUS_OK)
        status = definition_store_keep(desk->store, desk->actor, definition, false, error);
    if (status != STATUS_OK)
        return status;
    struct act act =
        casefile_make_act(desk->actor, "casefile.move", casefile->person_id, casefile->id);
    status = act_begin(&act, desk->store, error);
    if (status == STATUS_OK)
        status = write_version(desk, casefile->id, definition->version, error);
    return act_end(&act, desk->store, status, error);
}

static enum status move_within(const struct casefile_desk *desk, const char *id, int version,
                               struct error *error)
{
    struct casefile casefile;
    enum status status = casefile_load(desk->store, id, &casefile, error);
    if (status == STATUS_OK)
        status = move_casefile(desk, &casefile, version, error);
    casefile_release(&casefile);
    return status == STATUS_OK ? casefile_load_and_write_tasks(desk, id, error) : status;
}

enum status casefile_move(const struct casefile_desk *desk, const char *id, int version,
                          struct error *error)
{
    struct sealed_act frame;
    enum status status = sealed_act_begin(&frame, desk->store, id, error);
    if (status != STATUS_OK)
        return status;
    status = move_within(desk, id, version, error);
    return sealed_act_end(&frame, desk->store, status, error);
}
