/* SPDX-License-Identifier: Apache-2.0 */

/* Papers in the search: by number, and by what they are called behind a name. */
#include "view/search_private.h"

#include "base/text.h"
#include "document/document_store.h"
#include "language.h"
#include "search/number_fold.h"
#include "search/search.h"
#include "view/view_list.h"
#include "wording/label.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PAPER_SIGNS_MIN = 4, TYPE_LETTERS_MIN = 4, OWNERS_MAX = 3, TEXT_SIZE = 400 };

/* ---- by number, of the people who were found by it */

static bool fits(const struct document *document, const char *number)
{
    char whole[NUMBER_FOLD_SIZE * 2], own[NUMBER_FOLD_SIZE], text[FRAME_TEXT_SIZE];
    snprintf(text, sizeof(text), "%s%s", document->series == NULL ? "" : document->series,
             document->number == NULL ? "" : document->number);
    number_fold(own, text);
    snprintf(whole, sizeof(whole), "%s", own);
    if (strstr(whole, number) != NULL)
        return true;
    number_fold(own, document->personal_number == NULL ? "" : document->personal_number);
    return strstr(own, number) != NULL;
}

static enum status add_paper(struct search_rows *rows, const struct document *document,
                             const char *name, struct error *error)
{
    char about[FRAME_TEXT_SIZE];
    struct search_row *row = search_rows_add(rows, SEARCH_RECORDS);
    if (row == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "rows");
    row->class = &person_view_class;
    memcpy(row->place.subject, document->person_id, sizeof(document->person_id));
    snprintf(about, sizeof(about), "%s %s%s%s, %s", label_document_type(document->type),
             document->series == NULL ? "" : document->series, document->series == NULL ? "" : " ",
             document->number == NULL ? "" : document->number,
             label_document_state(document->state));
    enum status status = text_copy(&row->about, about, error);
    return status == STATUS_OK ? text_copy(&row->name, name, error) : status;
}

static enum status add_by_number(struct search_rows *rows, struct app *app, const char *text,
                                 struct error *error)
{
    char number[NUMBER_FOLD_SIZE];
    enum status status = STATUS_OK;
    size_t added = 0;
    number_fold(number, text);
    if (strlen(number) < PAPER_SIGNS_MIN || strpbrk(number, "0123456789") == NULL)
        return STATUS_OK;
    const size_t begin = search_rows_begin(rows, SEARCH_PEOPLE);
    for (size_t i = begin; i < begin + rows->counts[SEARCH_PEOPLE] && status == STATUS_OK; i++) {
        struct document_list papers;
        status = document_list(app_store(app), rows->items[i].place.subject, &papers, error);
        for (size_t at = 0; at < papers.count && status == STATUS_OK; at++)
            if (added < SEARCH_PAPERS_MAX && fits(&papers.items[at], number)) {
                added++;
                status = add_paper(rows, &papers.items[at], rows->items[i].name, error);
            }
        document_list_release(&papers);
    }
    return status;
}

/* ---- by type: "nurlanov passport" */

/* Whether some word of what the type is called begins so. */
static bool is_called(const char *type, const char *folded_word)
{
    char *folded = NULL;
    bool is_found = false;
    if (text_fold(&folded, label_document_type(type), NULL) != STATUS_OK)
        return false;
    for (const char *at = folded; *at != '\0' && !is_found; at += strcspn(at, " ")) {
        at += strspn(at, " ");
        is_found = strncmp(at, folded_word, strlen(folded_word)) == 0;
    }
    free(folded);
    return is_found;
}

static bool is_any_type(const char *folded_word)
{
    for (size_t i = 0; i < document_type_count; i++)
        if (is_called(document_types[i].code, folded_word))
            return true;
    return false;
}

/* The text without its last word, which is given folded; false when there is only one. */
static bool split_last(const char *text, char before[TEXT_SIZE], char **folded_last)
{
    const char *last = strrchr(text, ' ');
    *folded_last = NULL;
    if (last == NULL || last == text || strlen(text) >= TEXT_SIZE)
        return false;
    snprintf(before, TEXT_SIZE, "%.*s", (int)(last - text), text);
    return text_length(last + 1) >= TYPE_LETTERS_MIN &&
           text_fold(folded_last, last + 1, NULL) == STATUS_OK;
}

static enum status add_of_type(struct search_rows *rows, struct app *app,
                               const struct search_hit *owner, const char *folded_type,
                               struct error *error)
{
    struct document_list papers;
    enum status status = document_list(app_store(app), owner->person_id, &papers, error);
    for (size_t i = 0; i < papers.count && status == STATUS_OK; i++)
        if (is_called(papers.items[i].type, folded_type))
            status = add_paper(rows, &papers.items[i], owner->name, error);
    document_list_release(&papers);
    return status;
}

static enum status add_by_type(struct search_rows *rows, struct app *app, const char *text,
                               struct error *error)
{
    char owner[TEXT_SIZE];
    char *type = NULL;
    struct search_hits hits = { .items = NULL };
    enum status status = STATUS_OK;
    if (split_last(text, owner, &type) && is_any_type(type))
        status = search_find(app_store(app), owner, app_today(app), OWNERS_MAX, &hits, error);
    for (size_t i = 0; i < hits.count && status == STATUS_OK; i++)
        status = add_of_type(rows, app, &hits.items[i], type, error);
    search_hits_release(&hits);
    free(type);
    /* What is before it is no name. */
    return status == STATUS_TEXT_EMPTY || status == STATUS_TEXT_INVALID ? STATUS_OK : status;
}

enum status search_rows_add_papers(struct search_rows *rows, struct app *app, const char *text,
                                   struct error *error)
{
    if (!session_may(app_session(app), ACT_READ_PEOPLE))
        return STATUS_OK;
    enum status status = add_by_number(rows, app, text, error);
    return status == STATUS_OK ? add_by_type(rows, app, text, error) : status;
}
