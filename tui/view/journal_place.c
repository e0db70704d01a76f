/* SPDX-License-Identifier: Apache-2.0 */
#include "view/journal_place.h"

#include "language.h"
#include "wording/due_text.h"
#include "wording/local_time.h"

#include <stdio.h>
#include <string.h>

/* "r|2026-11-23|01930000-..." */
static const char kind_letters[] = "croa!-"; /* in the order of the kinds */
enum { ALARM_AT = JOURNAL_KIND_COUNT, ANY_AT, DAY_AT = 2, DAY_LENGTH = 10 };

static const char *const kinds[] = {
    [JOURNAL_CHANGES] = N_("changes"),
    [JOURNAL_READS] = N_("what was read"),
    [JOURNAL_OUTPUTS] = N_("what was put out"),
    [JOURNAL_ACCESS] = N_("who could come in"),
};

void journal_scope_read(struct journal_scope *out, const struct place *place)
{
    char day[DAY_TEXT_SIZE];
    const char *letter = place->detail[0] == '\0' ? NULL : strchr(kind_letters, place->detail[0]);
    const char *bar = letter == NULL ? NULL : strchr(place->detail + DAY_AT, '|');
    *out = (struct journal_scope){ .kind = JOURNAL_ANY_KIND };
    memcpy(out->person, place->subject, sizeof(out->person));
    if (bar == NULL || place->detail[1] != '|')
        return;
    const int at = (int)(letter - kind_letters);
    out->is_alarm = at == ALARM_AT;
    out->kind = at < JOURNAL_KIND_COUNT ? at : JOURNAL_ANY_KIND;
    snprintf(day, sizeof(day), "%.*s", DAY_LENGTH, place->detail + DAY_AT);
    out->has_day = day_parse(&out->day, day, NULL) == STATUS_OK;
    snprintf(out->user, sizeof(out->user), "%.36s", bar + 1);
}

void journal_scope_write(const struct journal_scope *scope, struct place *out)
{
    char day[DAY_TEXT_SIZE] = "";
    const int at = scope->is_alarm                   ? ALARM_AT
                   : scope->kind == JOURNAL_ANY_KIND ? ANY_AT
                                                     : scope->kind;
    if (scope->has_day)
        day_format(day, scope->day);
    memcpy(out->subject, scope->person, sizeof(out->subject));
    snprintf(out->detail, sizeof(out->detail), "%c|%s|%s", kind_letters[at], day, scope->user);
}

bool journal_scope_is_all(const struct journal_scope *scope)
{
    return scope->person[0] == '\0' && scope->user[0] == '\0' && !scope->has_day &&
           scope->kind == JOURNAL_ANY_KIND && !scope->is_alarm;
}

static void add(char out[FRAME_TEXT_SIZE], const char *what, const char *value)
{
    const size_t length = strlen(out);
    if (what[0] == '\0' && value[0] == '\0')
        return;
    snprintf(out + length, FRAME_TEXT_SIZE - length, "%s%s%s%s", length == 0 ? "" : "; ", what,
             what[0] == '\0' || value[0] == '\0' ? "" : " ", value);
}

void journal_scope_text(const struct journal_scope *scope, const struct app *app,
                        char out[FRAME_TEXT_SIZE])
{
    char day[DUE_TEXT_SIZE] = "";
    out[0] = '\0';
    if (scope->has_day)
        due_text_full(day, scope->day);
    add(out, "", day);
    if (scope->user[0] != '\0')
        add(out, C_("journal", "by"), case_desk_user_name(&app_session_of(app)->desk, scope->user));
    if (scope->person[0] != '\0')
        add(out, _("one person:"), scope->person);
    if (scope->is_alarm)
        add(out, _("what to look at"), "");
    else if (scope->kind != JOURNAL_ANY_KIND)
        add(out, language_text(kinds[scope->kind]), "");
}

void journal_scope_next_kind(struct journal_scope *scope)
{
    if (scope->is_alarm)
        scope->is_alarm = false;
    else if (scope->kind + 1 < JOURNAL_KIND_COUNT)
        scope->kind++;
    else {
        scope->kind = JOURNAL_ANY_KIND;
        scope->is_alarm = true;
    }
}

enum status journal_scope_ask(const struct journal_scope *scope, char times[2][MOMENT_TEXT_SIZE],
                              struct journal_question *out, struct error *error)
{
    struct day next;
    *out = (struct journal_question){
        .person = scope->person[0] == '\0' ? NULL : scope->person,
        .actor = scope->user[0] == '\0' ? NULL : scope->user,
        .kind = scope->kind,
        .is_alarm = scope->is_alarm,
    };
    if (!scope->has_day)
        return STATUS_OK;
    enum status status = day_add_days(&next, scope->day, 1, error);
    if (status == STATUS_OK)
        status = local_time_day_begins(times[0], scope->day, error);
    if (status == STATUS_OK)
        status = local_time_day_begins(times[1], next, error);
    out->since = times[0];
    out->until = times[1];
    return status;
}
