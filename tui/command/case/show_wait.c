/* SPDX-License-Identifier: Apache-2.0 */

/* Whom a step waited for, from the first request to the last rung of its ladder, and what they
 * answered: what a complaint rests on. */
#include "command/case/command.h"
#include "command/case/show.h"
#include "command/json.h"
#include "command/person/sheet.h"
#include "language.h"
#include "sentence.h"

#include <stdio.h>
#include <stdlib.h>

struct waits {
    const struct case_show *show;
    const struct step *step;
    struct json *json; /* NULL: the sheet */
};

/* NULL for the request itself, and for a rung that this version does not have. */
static const char *rung_title(const struct step *step, int rung)
{
    const struct ladder *ladder = step->ladder;
    return rung > 0 && ladder != NULL && (size_t)rung <= ladder->rung_count
               ? workflow_text(ladder->rungs[rung - 1].title)
               : NULL;
}

static enum status each_wait(struct waits *waits,
                             bool (*visit)(void *self, const struct wait_note *note),
                             struct error *error)
{
    const struct case_show *show = waits->show;
    return step_each_wait(show->desk->desk.store, show->view.casefile.id, waits->step->id, visit,
                          waits, error);
}

/* ---- the sheet */

/* A day and a text behind it. */
static void write_dated(const char *label, const char *day, const char *text)
{
    char *joined = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&joined, &size);
    if (memory == NULL)
        return;
    fprintf(memory, "%s, %s", day, text);
    if (fclose(memory) == 0)
        person_sheet_lines(stdout, label, joined);
    free(joined);
}

static bool write_wait(void *self, const struct wait_note *note)
{
    const struct waits *waits = self;
    /* TRANSLATORS: the day on which an authority was asked, and which one, follow. */
    write_dated(_("Asked"), note->from_day, note->waiting_for);
    person_sheet_line(stdout, _("How"), rung_title(waits->step, note->rung));
    person_sheet_line(stdout, _("Outgoing number"), note->reference);
    person_sheet_lines(stdout, _("Reason"), note->reason);
    person_sheet_line(stdout, _("Answer due"), note->due_on);
    if (note->until_day != NULL && note->answer != NULL)
        write_dated(_("Answer"), note->until_day, note->answer);
    else
        /* TRANSLATORS: the day from which an answer was not waited for any more follows. */
        person_sheet_line(stdout, _("Waited until"), note->until_day);
    return true;
}

int case_show_write_waits(const struct case_show *show, const struct step *step)
{
    struct waits waits = { show, step, NULL };
    struct error error = { 0 };
    return each_wait(&waits, write_wait, &error) == STATUS_OK ? EXIT_CODE_DONE
                                                              : case_fail(NULL, &error, NULL);
}

/* ---- JSON */

static bool add_wait(void *self, const struct wait_note *note)
{
    const struct waits *waits = self;
    const struct json_member members[] = {
        { "for", JSON_TEXT, note->waiting_for, 0 },
        { "rung", JSON_NUMBER, NULL, note->rung },
        { "rung_title", JSON_TEXT, rung_title(waits->step, note->rung), 0 },
        { "reference", JSON_TEXT, note->reference, 0 },
        { "reason", JSON_TEXT, note->reason, 0 },
        { "from", JSON_TEXT, note->from_day, 0 },
        { "due", JSON_TEXT, note->due_on, 0 },
        { "until", JSON_TEXT, note->until_day, 0 },
        { "answer", JSON_TEXT, note->answer, 0 },
        { "stops_clock", JSON_BOOL, NULL, note->stops_clock },
        { "noted_by", JSON_TEXT, case_desk_user_name(waits->show->desk, note->noted_by), 0 },
    };
    json_add(waits->json, members, sizeof(members) / sizeof(members[0]));
    return true;
}

int case_show_make_waits(const struct case_show *show, const struct step *step, char **out)
{
    struct waits waits = { show, step, json_begin() };
    struct error error = { 0 };
    enum status status = STATUS_OK;
    if (!case_show_hides(show, step))
        status = each_wait(&waits, add_wait, &error);
    int code = json_end_text(waits.json, out);
    return status == STATUS_OK ? code : case_fail(NULL, &error, NULL);
}
