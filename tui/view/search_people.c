/* SPDX-License-Identifier: Apache-2.0 */

/* People in the search: who was found and why, with their newest case; and whom somebody has just
 * worked on. */
#include "view/search_private.h"

#include "base/text.h"
#include "casefile/casefile_store.h"
#include "language.h"
#include "person/person_store.h"
#include "search/search.h"
#include "view/view_list.h"
#include "wording/case_text.h"
#include "wording/reason_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* "open", and the words for why somebody was found behind it. */
static char *about_make(const char *state, const char *why)
{
    char *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);
    if (stream == NULL)
        return NULL;
    fprintf(stream, "%s%s%s", state, state[0] != '\0' && why[0] != '\0' ? "; " : "", why);
    return fclose(stream) == 0 ? text : NULL;
}

/* The newest case and its state. */
static enum status add_case(struct search_row *row, struct app *app, const char *why,
                            struct error *error)
{
    struct casefile_list list = { .items = NULL };
    const struct casefile_filter filter = { .person_id = row->place.subject, .limit = 1 };
    const char *state = _("no case");
    enum status status = casefile_list(app_store(app), &filter, &list, error);
    if (status != STATUS_OK)
        return status;
    if (list.count > 0) {
        memcpy(row->number, list.items[0].number, sizeof(row->number));
        state = case_text_state(list.items[0].state);
    }
    row->about = about_make(state, why);
    casefile_list_release(&list);
    return STATUS_OK;
}

static enum status add_hit(struct search_rows *rows, struct app *app, const struct search_hit *hit,
                           struct error *error)
{
    char why[REASON_TEXT_SIZE];
    struct search_row *row = search_rows_add(rows, SEARCH_PEOPLE);
    if (row == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "hits");
    row->class = &person_view_class;
    memcpy(row->place.subject, hit->person_id, sizeof(hit->person_id));
    row->birth = hit->birth;
    row->has_birth = hit->has_birth;
    /* That the name is the typed one is seen. */
    reason_of_hit(why, hit->reasons & ~(1U << SEARCH_REASON_NAME | 1U << SEARCH_REASON_NAME_BEGINS),
                  0);
    if (why[0] == '\0' && hit->name_reasons != 0)
        reason_of_names(why, hit->name_reasons);
    if (hit->matched_name != NULL)
        snprintf(why, sizeof(why), "%s %s", _("found as:"), hit->matched_name);
    enum status status = text_copy(&row->name, hit->name == NULL ? "" : hit->name, error);
    return status == STATUS_OK ? add_case(row, app, why, error) : status;
}

enum status search_rows_add_people(struct search_rows *rows, struct app *app, const char *text,
                                   struct error *error)
{
    struct search_hits hits;
    enum status status =
        search_find(app_store(app), text, app_today(app), SEARCH_PEOPLE_MAX, &hits, error);
    for (size_t i = 0; i < hits.count && status == STATUS_OK; i++)
        status = add_hit(rows, app, &hits.items[i], error);
    rows->has_more_people = hits.has_more;
    search_hits_release(&hits);
    /* What cannot be a name or a number finds nobody. */
    const bool is_nothing = status == STATUS_TEXT_EMPTY || status == STATUS_TEXT_INVALID ||
                            status == STATUS_TEXT_TOO_LONG;
    return is_nothing ? STATUS_OK : status;
}

/* ---- opened lately */

static bool describe_person(struct search_row *row, struct app *app, const char *id)
{
    struct person person;
    if (person_load(app_store(app), id, &person, NULL) != STATUS_OK)
        return false;
    const struct person_name *name = person_main_name(&person);
    row->birth = person.birth;
    row->has_birth = person.has_birth;
    enum status status = text_copy(&row->name, name == NULL ? "" : name->full_name, NULL);
    person_release(&person);
    return status == STATUS_OK;
}

static bool describe(struct search_row *row, struct app *app)
{
    struct casefile casefile;
    if (row->class == &person_view_class)
        return describe_person(row, app, row->place.subject) &&
               add_case(row, app, "", NULL) == STATUS_OK;
    if (casefile_load(app_store(app), row->place.subject, &casefile, NULL) != STATUS_OK)
        return false;
    memcpy(row->number, casefile.number, sizeof(row->number));
    row->about = about_make(
        case_text_state(casefile.state),
        case_desk_workflow_title(&app_session(app)->desk, casefile.workflow, casefile.version));
    const bool is_known = describe_person(row, app, casefile.person_id);
    casefile_release(&casefile);
    return is_known;
}

void search_rows_add_recent(struct search_rows *rows, struct app *app)
{
    const char *subject;
    const struct view_class *class;
    for (size_t i = 0; (class = app_recent(app, i, &subject)) != NULL; i++) {
        struct search_row *row = search_rows_add(rows, SEARCH_PEOPLE);
        if (row == NULL)
            return;
        row->class = class;
        snprintf(row->place.subject, sizeof(row->place.subject), "%s", subject);
        if (describe(row, app))
            continue;
        free(row->name);
        free(row->about);
        rows->count--;
        rows->counts[SEARCH_PEOPLE]--;
    }
}
