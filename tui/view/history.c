/* SPDX-License-Identifier: Apache-2.0 */

/* Who did what when, to a casefile or to a person, and the way back. */
#include "base/array.h"
#include "document/case_reference.h"
#include "language.h"
#include "view/history_private.h"
#include "view/record_list.h"
#include "view/text_page.h"
#include "view/view_list.h"
#include "wording/label.h"

#include <stdlib.h>
#include <string.h>

enum { HISTORY_MAX = 2000 };

static bool history_is_of_person(const struct view *view)
{
    return strcmp(view->place.detail, "person") == 0;
}

const struct history_item *history_marked(const struct view *view)
{
    const struct history_view *history = (const struct history_view *)view;
    return history->count == 0 ? NULL : &history->items[history->list.selected];
}

/* ---- loading */

static void items_release(struct history_view *history)
{
    for (size_t i = 0; i < history->count; i++)
        history_item_release(&history->items[i]);
    free(history->items);
    history->items = NULL;
    history->count = history->capacity = 0;
}

struct loading {
    struct history_view *into;
    struct history_words words;
    const char *casefile_id; /* NULL: everything of the person */
    struct error *error;
    enum status status;
};

static bool take_entry(void *self, const struct history_entry *entry)
{
    struct loading *loading = self;
    struct history_view *into = loading->into;
    if (loading->casefile_id != NULL && !history_is_of_case(entry, loading->casefile_id))
        return true;
    into->is_cut = into->count == HISTORY_MAX;
    if (into->is_cut)
        return false;
    loading->status = array_reserve(&into->items, &into->capacity, sizeof(*into->items),
                                    into->count + 1, loading->error);
    if (loading->status == STATUS_OK)
        loading->status =
            history_item_make(&into->items[into->count], &loading->words, entry, loading->error);
    if (loading->status == STATUS_OK)
        into->count++;
    return loading->status == STATUS_OK;
}

static enum status find_person(struct app *app, struct history_view *history, struct error *error)
{
    struct case_reference casefile;
    const char *subject = history->view.place.subject;
    snprintf(history->person_id, sizeof(history->person_id), "%s", subject);
    if (history_is_of_person(&history->view))
        return STATUS_OK;
    const enum status status = case_reference_load(app_store(app), subject, &casefile, error);
    if (status == STATUS_OK)
        memcpy(history->person_id, casefile.person_id, sizeof(history->person_id));
    return status;
}

static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct history_view *history = (struct history_view *)view;
    struct history_view loaded = { .view = *view };
    struct loading loading = {
        .into = &loaded,
        .casefile_id = history_is_of_person(view) ? NULL : view->place.subject,
        .error = error,
        .status = STATUS_OK,
    };
    enum status status = find_person(app, &loaded, error);
    if (status == STATUS_OK)
        status = history_words_begin(&loading.words, app, error);
    if (status != STATUS_OK)
        return status;
    status = person_each_history(app_store(app), loaded.person_id, take_entry, &loading, error);
    history_words_end(&loading.words);
    if (status == STATUS_OK)
        status = loading.status;
    if (status != STATUS_OK) {
        items_release(&loaded);
        return status;
    }
    items_release(history);
    history->items = loaded.items;
    history->count = loaded.count;
    history->capacity = loaded.capacity;
    history->is_cut = loaded.is_cut;
    memcpy(history->person_id, loaded.person_id, sizeof(history->person_id));
    history->app = app;
    history->today = app_today(app);
    list_set_count(&history->list, history->count);
    return STATUS_OK;
}

/* ---- showing */

enum { WHEN, WHO, ACT, WHAT, COLUMN_COUNT };

static const struct column columns[COLUMN_COUNT] = {
    [WHEN] = { N_("When"), 14, 12 },
    [WHO] = { N_("Who"), 10, 0 },
    [ACT] = { N_("What was done"), 25, 20 },
    [WHAT] = { "", COLUMN_REST, COLUMN_REST },
};

static enum style write_cell(const void *self, size_t index, size_t column,
                             char out[RECORD_CELL_SIZE])
{
    const struct history_view *history = self;
    const struct history_item *item = &history->items[index];
    char time[RECORD_TIME_SIZE] = "";
    if (column == WHEN)
        record_write_time(time, item->at, history->today, true);
    snprintf(out, RECORD_CELL_SIZE, "%s",
             column == WHEN  ? time
             : column == WHO ? record_user(history->app, item->actor)
             : column == ACT ? label_act(item->act)
                             : item->what);
    return STYLE_PLAIN;
}

static void write_preview(const void *self, size_t index, FILE *stream)
{
    const struct history_view *history = self;
    const struct history_item *item = &history->items[index];
    const bool is_shown = !item->is_hidden && !item->is_confidential;
    fputs(is_shown && item->words[0] != '\0' ? item->words : item->what, stream);
}

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct history_view *history = (const struct history_view *)view;
    const struct record_list records = {
        .heading = history_is_of_person(view) ? _("HISTORY OF THIS PERSON")
                                              : _("HISTORY OF THIS CASEFILE"),
        .empty = _("Nothing was done yet."),
        .columns = columns,
        .column_count = COLUMN_COUNT,
        .write_cell = write_cell,
        .write_preview = write_preview,
        .list = &history->list,
        .self = history,
    };
    snprintf(frame->title, sizeof(frame->title), "%s", _("History"));
    if (history->is_cut)
        snprintf(frame->right, sizeof(frame->right), "%s", _("older entries are not shown"));
    snprintf(frame->next, sizeof(frame->next), "%s",
             history->count == 0 ? _("Esc goes back.") : _("Enter shows the whole entry."));
    record_list_draw(&records, app, view, frame->body);
}

/* ---- one entry as a whole */

static void write_item(FILE *stream, const struct history_view *history,
                       const struct history_item *item)
{
    char time[RECORD_TIME_SIZE];
    const char *why;
    record_write_time(time, item->at, history->today, true);
    fprintf(stream, "%s  %s\n%s", time, record_user(history->app, item->actor),
            label_act(item->act));
    if (item->step[0] != '\0' && !item->is_hidden)
        fprintf(stream, ": %s", item->what);
    fputs("\n\n", stream);
    if (item->is_hidden)
        fprintf(stream, "%s: %s\n", _("RESTRICTED"), _("show to nobody without need"));
    if (item->is_confidential)
        fprintf(stream, "%s\n", _("CONFIDENTIAL: show to nobody without need"));
    fprintf(stream, "%s\n", item->words);
    if (history_has_way_back(item->act, &why))
        fprintf(stream, "%s\n", _("T in the list takes it back."));
    else
        fprintf(stream, "%s %s\n", _("This cannot be taken back."), why);
}

static bool has_item(const struct app *app, const struct view *view)
{
    (void)app;
    return history_marked(view) != NULL;
}

static void do_open(struct app *app, struct view *view)
{
    struct text_page_draft page;
    const struct history_item *item = history_marked(view);
    if (item == NULL || !text_page_begin(&page, app))
        return;
    write_item(page.stream, (const struct history_view *)view, item);
    text_page_end(&page, app, label_act(item->act));
}

static bool handle(struct app *app, struct view *view, const struct key *key)
{
    (void)app;
    return list_handle(&((struct history_view *)view)->list, key, RECORD_PAGE_ROWS);
}

static void release(struct view *view)
{
    items_release((struct history_view *)view);
}

static const struct action action_take_back = { "take_back", NC_("key bar", "Undo"),
                                                N_("Take this back, or say why that cannot be") };

static const struct binding keymap[] = {
    { "<Enter>", &record_action_open, do_open, has_item },
    { "t", &action_take_back, history_take_back, has_item },
    { .action = NULL },
};

const struct view_class history_view_class = {
    .name = "history",
    .about = N_("Who did what when, the newest first.  Nothing here is ever removed: what is taken "
                "back is a new act with its own entry."),
    .size = sizeof(struct history_view),
    .keymap = keymap,
    .keeps_place = true,
    .load = load,
    .draw = draw,
    .handle = handle,
    .release = release,
};
