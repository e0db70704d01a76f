/* SPDX-License-Identifier: Apache-2.0 */
#include "view/journal_entry.h"

#include "journal/journal_head.h"
#include "journal/journal_list.h"
#include "language.h"
#include "store/draft_fields.h"
#include "view/dialog.h"
#include "wording/label.h"
#include "wording/local_time.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A copy, because nothing else can be read while the journal is visited. */
struct entry_copy {
    long long sequence;
    bool is_found;
    char *before;
    char *after;
    char actor[UUID_TEXT_SIZE];
    char act[64];
    char noun[64];
    char subject[UUID_TEXT_SIZE];
    char hash[JOURNAL_HEAD_TEXT_SIZE];
};

static char *copy_of(const char *text)
{
    return text == NULL ? NULL : strdup(text);
}

static bool visit(void *self, const struct journal_line *line)
{
    const struct journal_record *record = &line->record;
    struct entry_copy *copy = self;
    const struct journal_entry *entry = &record->entry;
    if (record->sequence != copy->sequence)
        return false;
    copy->is_found = true;
    copy->before = copy_of(entry->before);
    copy->after = copy_of(entry->after);
    snprintf(copy->actor, sizeof(copy->actor), "%s", entry->actor);
    snprintf(copy->act, sizeof(copy->act), "%s", entry->act);
    snprintf(copy->noun, sizeof(copy->noun), "%s", entry->noun);
    snprintf(copy->subject, sizeof(copy->subject), "%s", entry->subject);
    journal_head_format(copy->hash, record->hash);
    return false;
}

static void write_field(void *self, const struct draft_field *field)
{
    char time[LOCAL_TIME_SIZE];
    const char *value = field->value;
    if (value == NULL)
        return;
    if (moment_is_valid(value)) {
        local_time_format(time, value);
        value = time;
    }
    fprintf(self, "  %s: %s\n", field->name, value);
}

static void write_state(FILE *stream, struct store *store, const char *title, const char *json)
{
    if (json == NULL)
        return;
    fprintf(stream, "%s\n", title);
    enum status status = draft_fields_read(store, json, write_field, stream, NULL);
    (void)status; /* what cannot be read is not shown */
}

static void write_entry(FILE *stream, struct app *app, const struct entry_copy *copy,
                        const char *at)
{
    char local[LOCAL_TIME_SIZE], moment[LOCAL_TIME_SIZE];
    const struct case_desk *desk = &app_session(app)->desk;
    const bool is_user = strcmp(copy->noun, "user") == 0;
    local_time_format(local, at);
    local_time_shorten(moment, local);
    fprintf(stream, "%s  %s: %s\n", moment, case_desk_user_name(desk, copy->actor),
            label_act(copy->act));
    if (copy->subject[0] != '\0')
        fprintf(stream, "%s %s\n", copy->noun,
                is_user ? case_desk_user_name(desk, copy->subject) : copy->subject);
    write_state(stream, app_store(app), _("Before:"), copy->before);
    write_state(stream, app_store(app), _("Afterwards:"), copy->after);
    fprintf(stream, "%s %s", _("Its sum:"), copy->hash);
}

static void answered(struct app *app, struct view *below, size_t answer)
{
    (void)app;
    (void)below;
    (void)answer;
}

static void show(struct app *app, const struct entry_copy *copy, const char *at)
{
    char title[64];
    char *text = NULL;
    size_t size = 0;
    const char *const answers[] = { _("Back to the journal") };
    FILE *stream = open_memstream(&text, &size);
    if (stream == NULL)
        return;
    write_entry(stream, app, copy, at);
    snprintf(title, sizeof(title), _("Entry %lld"), copy->sequence);
    const bool is_written = fclose(stream) == 0;
    const struct dialog_question question = {
        .title = title, .text = text, .answers = answers, .answer_count = 1, .answered = answered
    };
    if (is_written)
        dialog_ask(app, &question);
    free(text);
}

void journal_entry_show(struct app *app, long long sequence, const char *at)
{
    struct error error = { 0 };
    struct entry_copy copy = { .sequence = sequence };
    const struct journal_question question = { .kind = JOURNAL_ANY_KIND,
                                               .before = sequence + 1,
                                               .limit = 1 };
    if (journal_list(app_store(app), &question, visit, &copy, &error) != STATUS_OK)
        app_fail(app, &error);
    else if (copy.is_found)
        show(app, &copy, at);
    free(copy.before);
    free(copy.after);
}
