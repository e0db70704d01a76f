/* SPDX-License-Identifier: Apache-2.0 */

/* Cases and notes in the search. */
#include "view/search_private.h"

#include "base/text.h"
#include "casefile/casefile_find.h"
#include "language.h"
#include "note/note_store.h"
#include "view/cases_filter.h"
#include "view/view_list.h"
#include "wording/case_text.h"
#include "wording/due_text.h"
#include "wording/local_time.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { EXCERPT_BEFORE = 24, EXCERPT_BYTES = 240 };

/* ---- cases by number */

static enum status add_case(struct search_rows *rows, struct app *app,
                            const struct casefile_row *found, struct error *error)
{
    struct case_desk *desk = &app_session(app)->desk;
    struct search_row *row = search_rows_add(rows, SEARCH_CASES);
    if (row == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "rows");
    row->class = &casefile_view_class;
    memcpy(row->place.subject, found->id, sizeof(found->id));
    memcpy(row->number, found->number, sizeof(row->number));
    enum status status =
        text_copy(&row->name, found->person_name == NULL ? "" : found->person_name, error);
    char about[FRAME_TEXT_SIZE];
    snprintf(about, sizeof(about), "%s; %s", case_text_state(found->state),
             case_desk_workflow_title(desk, found->workflow, found->version));
    return status == STATUS_OK ? text_copy(&row->about, about, error) : status;
}

enum status search_rows_add_cases(struct search_rows *rows, struct app *app, const char *text,
                                  struct error *error)
{
    struct cases_filter filter;
    struct casefile_found_list found = { .items = NULL };
    cases_filter_read(&filter, text);
    if (filter.count > 0 || filter.number[0] == '\0')
        return STATUS_OK;
    const struct casefile_question question = { .number = filter.number,
                                                .today = app_today(app),
                                                .order = CASEFILE_BY_NEWEST,
                                                .limit = SEARCH_CASES_MAX };
    enum status status = casefile_find(app_store(app), &question, &found, error);
    for (size_t i = 0; i < found.count && status == STATUS_OK; i++)
        status = add_case(rows, app, &found.items[i].row, error);
    casefile_found_release(&found);
    return status;
}

/* ---- notes by words */

/* Where the first of the typed words stands; 0 when it cannot be told. */
static size_t find_word(const char *body, const char *text)
{
    char *folded = NULL, *word = NULL;
    size_t at = 0;
    char *first = strndup(text, strcspn(text, " "));
    /* Folding seldom changes how long a text is; where it does, the excerpt begins earlier. */
    if (first != NULL && text_fold(&word, first, NULL) == STATUS_OK &&
        text_fold(&folded, body, NULL) == STATUS_OK && strlen(folded) == strlen(body)) {
        const char *found = strstr(folded, word);
        at = found == NULL ? 0 : (size_t)(found - folded);
    }
    text_wipe(&folded);
    free(word);
    free(first);
    return at;
}

/* Some words around the one that was found, in one line. */
static char *excerpt_make(const char *body, const char *text)
{
    size_t from = find_word(body, text);
    from = from > EXCERPT_BEFORE ? from - EXCERPT_BEFORE : 0;
    while (from > 0 && body[from - 1] != ' ' && body[from - 1] != '\n')
        from--;
    size_t length = strlen(body + from);
    length = length > EXCERPT_BYTES ? EXCERPT_BYTES : length;
    while (length > 0 && ((unsigned char)body[from + length] & 0xC0) == 0x80)
        length--;
    char *excerpt = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&excerpt, &size);
    if (stream == NULL)
        return NULL;
    fprintf(stream, "%s%.*s", from > 0 ? "…" : "", (int)length, body + from);
    if (fclose(stream) != 0)
        return NULL;
    for (char *at = excerpt; *at != '\0'; at++)
        if (*at == '\n' || *at == '\t')
            *at = ' ';
    return excerpt;
}

/* "note 12 Oct" */
static char *note_title(const struct note *note, struct day today)
{
    enum { DAY_LENGTH = 10 };
    char local[LOCAL_TIME_SIZE], text[FRAME_TEXT_SIZE], short_day[DUE_TEXT_SIZE] = "";
    struct day day;
    local_time_format(local, note->written_at);
    local[DAY_LENGTH] = '\0';
    if (day_parse(&day, local, NULL) == STATUS_OK)
        due_text_day(short_day, day, today);
    snprintf(text, sizeof(text), "%s %s", _("note"), short_day);
    return strdup(text);
}

static enum status add_note(struct search_rows *rows, struct app *app, const struct note *note,
                            const char *text, struct error *error)
{
    struct search_row *row = search_rows_add(rows, SEARCH_RECORDS);
    if (row == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "rows");
    const bool is_of_case = note->casefile_id[0] != '\0';
    row->class = &notes_view_class;
    memcpy(row->place.subject, is_of_case ? note->casefile_id : note->person_id, UUID_TEXT_SIZE);
    snprintf(row->place.detail, sizeof(row->place.detail), "%s", is_of_case ? "" : "person");
    memcpy(row->number, note->casefile_number, sizeof(row->number));
    row->name = note_title(note, app_today(app));
    row->about = excerpt_make(note->body, text);
    return STATUS_OK;
}

static enum status add_notes(struct search_rows *rows, struct app *app, const char *text,
                             struct error *error)
{
    struct note_list notes;
    const struct note_question question = {
        .text = text,
        .reader = app_desk(app)->actor,
        .reads_all = session_may(app_session(app), ACT_APPROVE_CASES),
        .limit = SEARCH_NOTES_MAX,
    };
    if (!session_may(app_session(app), ACT_READ_CASES))
        return STATUS_OK;
    enum status status = note_search(app_store(app), &question, &notes, error);
    for (size_t i = 0; i < notes.count && status == STATUS_OK; i++)
        status = add_note(rows, app, &notes.items[i], text, error);
    note_list_release(&notes);
    return status == STATUS_TEXT_INVALID ? STATUS_OK : status;
}

enum status search_rows_add_records(struct search_rows *rows, struct app *app, const char *text,
                                    struct error *error)
{
    enum status status = add_notes(rows, app, text, error);
    return status == STATUS_OK ? search_rows_add_papers(rows, app, text, error) : status;
}
