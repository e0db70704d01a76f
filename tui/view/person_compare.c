/* SPDX-License-Identifier: Apache-2.0 */

/* Who else can be this person: the way from a page to two records side by side. */
#include "language.h"
#include "view/dialog.h"
#include "view/person_private.h"
#include "view/view_list.h"
#include "wording/person_text.h"
#include "wording/reason_text.h"

#include <stdio.h>
#include <string.h>

enum { ANSWER_SIZE = 400 };

static void open_compare(struct app *app, struct view *view, const char *other_id)
{
    struct place place = { .subject = "" };
    memcpy(place.subject, view->place.subject, sizeof(place.subject));
    snprintf(place.detail, sizeof(place.detail), "%s", other_id);
    app_open(app, &compare_view_class, &place);
}

static void chosen(struct app *app, struct view *below, size_t answer)
{
    const struct person_page *page = (const struct person_page *)below;
    if (answer < DUPLICATES_MAX)
        open_compare(app, below, page->alikes[answer]);
}

static void write_answer(char out[ANSWER_SIZE], const struct search_hit *hit)
{
    char birth[PERSON_DATE_SIZE] = "", why[REASON_TEXT_SIZE];
    if (hit->has_birth)
        person_text_date(birth, hit->birth);
    reason_of_hit(why, hit->reasons, hit->name_reasons);
    snprintf(out, ANSWER_SIZE, "%.160s  %s  %.200s", hit->name, birth, why);
}

static void ask(struct app *app, struct person_page *page, const struct search_hits *hits)
{
    char lines[DUPLICATES_MAX][ANSWER_SIZE];
    const char *answers[DUPLICATES_MAX];
    size_t count = 0;
    for (; count < hits->count && count < DUPLICATES_MAX; count++) {
        memcpy(page->alikes[count], hits->items[count].person_id, UUID_TEXT_SIZE);
        write_answer(lines[count], &hits->items[count]);
        answers[count] = lines[count];
    }
    const struct dialog_question question = {
        .title = _("Compare with whom?"),
        .answers = answers,
        .answer_count = count,
        .answered = chosen,
    };
    dialog_ask(app, &question);
}

void person_compare(struct app *app, struct view *view)
{
    struct error error = { 0 };
    struct search_hits hits = { .items = NULL };
    struct person_page *page = (struct person_page *)view;
    if (duplicate_find_of(app_store(app), page->data.person.id, &hits, &error) != STATUS_OK)
        app_fail(app, &error);
    else if (hits.count == 0)
        app_say(app, _("Nobody else looks like this person."));
    else
        ask(app, page, &hits);
    search_hits_release(&hits);
}
