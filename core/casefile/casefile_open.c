/* SPDX-License-Identifier: Apache-2.0 */

/* A new casefile. */
#include "casefile/casefile_private.h"

#include "casefile/definition_store.h"
#include "person/person_record.h"
#include "person/personal_text.h"
#include "store/setting.h"
#include "store/store.h"

#include <string.h>

/* A setting always answers with its default; what counts here is what the office said. */
static const char SQL_FIND_OFFICE[] = "SELECT (SELECT value FROM setting WHERE key = 'country'),"
                                      " (SELECT value FROM setting WHERE key = 'office_code')";
static const char SQL_FIND_HOUSEHOLD[] = "SELECT 1 FROM household WHERE id = :id";
static const char SQL_OPEN[] =
    "INSERT INTO casefile (id, number, person_id, workflow, workflow_version, state, urgency,"
    " intake_source, assigned_to, opened_at, opened_on, opened_by, parent_id, household_id,"
    " changed_at, unassigned_at) VALUES (:id, :number, :person, :workflow, :version, 'open',"
    " :urgency, :intake, :assigned_to, :now, :opened_on, :actor, :parent, :household, :now,"
    " CASE WHEN :assigned_to IS NULL THEN :now END)";
static const char SQL_ADD_PEOPLE[] =
    "INSERT INTO casefile_person (casefile_id, person_id, part)"
    " SELECT :id, person_id, 'household' FROM household_member"
    " WHERE household_id = :household AND left_on IS NULL AND person_id <> :person";

enum { ISSUE_MAX = 2000 };

static enum status find_office(struct store *store, struct day today, struct case_number *out,
                               struct error *error)
{
    struct query query;
    bool is_known = false;
    *out = (struct case_number){ .year = day_to_civil(today).year };
    query_begin(&query, store, SQL_FIND_OFFICE);
    if (query_next_row(&query)) {
        is_known = !query_is_null(&query, 0) && query_text(&query, 1)[0] != '\0';
        query_copy_text(&query, 0, out->country, sizeof(out->country));
        query_copy_text(&query, 1, out->office, sizeof(out->office));
    }
    const enum status status = query_end(&query, error);
    if (status == STATUS_OK && !is_known)
        return error_set(error, STATUS_INVALID, "the office has no code or country yet");
    return status;
}

static enum status require_household(struct store *store, const char *id, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_FIND_HOUSEHOLD);
    query_bind_text(&query, ":id", id);
    (void)query_next_row(&query);
    return query_end_found(&query, error);
}

static enum status check_opening(const struct casefile_desk *desk,
                                 const struct casefile_opening *opening,
                                 struct casefile_opened *out, struct error *error)
{
    struct casefile_standing parent;
    if ((unsigned)opening->urgency >= CASEFILE_URGENCY_COUNT ||
        (unsigned)opening->intake >= CASEFILE_INTAKE_COUNT)
        return error_set(error, STATUS_INVALID, "no urgency, or no way to come to the office");
    if (day_compare(opening->opened_on, desk->today) > 0)
        return error_set(error, STATUS_DATE_INVALID, "opened in the future");
    enum status status = person_record_require(desk->store, opening->person_id, error);
    if (status == STATUS_OK && opening->parent_id != NULL)
        status = casefile_require_open(desk->store, opening->parent_id, &parent, error);
    if (status == STATUS_OK && opening->household_id != NULL)
        status = require_household(desk->store, opening->household_id, error);
    if (status == STATUS_OK && opening->assigned_to != NULL)
        status = casefile_require_user(desk->store, opening->assigned_to, error);
    if (status == STATUS_OK)
        status =
            casefile_require_only(desk->store, opening->person_id, opening->workflow, out, error);
    return status;
}

static enum status insert(const struct casefile_desk *desk, const struct casefile_opening *opening,
                          int version, const struct casefile_opened *opened, struct error *error)
{
    struct personal_text issue = { .given = opening->issue,
                                   .max = ISSUE_MAX,
                                   .is_multiline = true };
    enum status status = personal_texts_accept(&issue, 1, error);
    if (status == STATUS_OK) {
        char now[MOMENT_TEXT_SIZE];
        struct query query;
        store_format_now(desk->store, now);
        query_begin(&query, desk->store, SQL_OPEN);
        query_bind_text(&query, ":id", opened->id);
        query_bind_text(&query, ":number", opened->number);
        query_bind_text(&query, ":person", opening->person_id);
        query_bind_text(&query, ":workflow", opening->workflow);
        query_bind_int(&query, ":version", version);
        query_bind_text(&query, ":urgency", casefile_urgency_word(opening->urgency));
        query_bind_code(&query, ":intake", casefile_intake_word(opening->intake));
        query_bind_text(&query, ":assigned_to", opening->assigned_to);
        query_bind_text(&query, ":now", now);
        query_bind_day(&query, ":opened_on", true, opening->opened_on);
        query_bind_text(&query, ":actor", desk->actor);
        query_bind_text(&query, ":parent", opening->parent_id);
        query_bind_text(&query, ":household", opening->household_id);
        status = query_run(&query, error);
    }
    if (status == STATUS_OK && issue.accepted != NULL)
        status = casefile_write_issue(desk->store, opened->id, issue.accepted, error);
    personal_texts_release(&issue, 1);
    return status;
}

static enum status add_people(const struct casefile_desk *desk,
                              const struct casefile_opening *opening, const char *id,
                              struct error *error)
{
    struct query query;
    if (opening->household_id == NULL)
        return STATUS_OK;
    query_begin(&query, desk->store, SQL_ADD_PEOPLE);
    query_bind_text(&query, ":id", id);
    query_bind_text(&query, ":household", opening->household_id);
    query_bind_text(&query, ":person", opening->person_id);
    return query_run(&query, error);
}

static enum status write_casefile(const struct casefile_desk *desk,
                                  const struct casefile_opening *opening, int version,
                                  struct casefile_opened *opened, struct error *error)
{
    uuid_new(opened->id);
    struct act act =
        casefile_make_act(desk->actor, "casefile.open", opening->person_id, opened->id);
    act.is_new = true;
    enum status status = act_begin(&act, desk->store, error);
    if (status == STATUS_OK)
        status = insert(desk, opening, version, opened, error);
    if (status == STATUS_OK)
        status = add_people(desk, opening, opened->id, error);
    return act_end(&act, desk->store, status, error);
}

static enum status open_within(const struct casefile_desk *desk,
                               const struct casefile_opening *opening, struct casefile_opened *out,
                               struct error *error)
{
    struct case_number number;
    const struct definition *definition = NULL;
    enum status status = find_office(desk->store, desk->today, &number, error);
    if (status == STATUS_OK)
        status = check_opening(desk, opening, out, error);
    if (status == STATUS_OK)
        status = definition_cache_find_newest(desk->definitions, desk->store, opening->workflow,
                                              &definition, error);
    if (status == STATUS_OK)
        status = definition_store_keep(desk->store, desk->actor, definition, false, error);
    if (status == STATUS_OK)
        status = case_number_take(desk->store, &number, error);
    if (status != STATUS_OK)
        return status;
    case_number_format(&number, out->number);
    status = write_casefile(desk, opening, definition->version, out, error);
    return status == STATUS_OK ? casefile_load_and_write_tasks(desk, out->id, error) : status;
}

enum status casefile_open(const struct casefile_desk *desk, const struct casefile_opening *opening,
                          struct casefile_opened *out, struct error *error)
{
    bool is_own;
    *out = (struct casefile_opened){ .id = "" };
    enum status status = act_join(desk->store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = open_within(desk, opening, out, error);
    return act_commit(desk->store, is_own, status, error);
}
