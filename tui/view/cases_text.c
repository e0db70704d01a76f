/* SPDX-License-Identifier: Apache-2.0 */

/* What the list of cases says of each, and the lines below it. */
#include "view/cases_private.h"

#include "base/text.h"
#include "language.h"
#include "wording/case_text.h"
#include "wording/due_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What has to be done next, or why nothing has. */
static void write_step(char out[CELL_SIZE], struct case_desk *desk,
                       const struct casefile_found *found)
{
    const struct casefile_row *row = &found->row;
    const char *title = row->task_title == NULL ? "" : row->task_title;
    if (row->task_step[0] != '\0')
        title = case_desk_step_title(desk, row->workflow, row->version, row->task_step);
    if (row->state != CASEFILE_OPEN)
        snprintf(out, CELL_SIZE, "%s", case_text_state(row->state));
    else
        snprintf(out, CELL_SIZE, "%s%s", found->is_waiting ? _("waiting: ") : "", title);
}

void cases_write_cells(struct cases_view *cases, struct app *app, size_t index)
{
    const struct casefile_found *found = &cases->found.items[index];
    const struct casefile_row *row = &found->row;
    struct case_desk *desk = &app_session(app)->desk;
    char(*cells)[CELL_SIZE] = &cases->cells[index * COLUMN_COUNT];
    char due[DUE_TEXT_SIZE];
    snprintf(cells[COLUMN_NUMBER], CELL_SIZE, "%s", row->number);
    if (row->is_restricted && !case_desk_reads(desk, row->id))
        snprintf(cells[COLUMN_NAME], CELL_SIZE, "%s", _("(restricted)"));
    else
        snprintf(cells[COLUMN_NAME], CELL_SIZE, "%s%s%s", row->is_restricted ? _("RESTRICTED") : "",
                 row->is_restricted ? " " : "", row->person_name == NULL ? "" : row->person_name);
    snprintf(cells[COLUMN_WORKFLOW], CELL_SIZE, "%s",
             case_desk_workflow_title(desk, row->workflow, row->version));
    write_step(cells[COLUMN_STEP], desk, found);
    due[0] = '\0';
    if (row->has_task_due)
        due_text(due, row->task_due, app_today(app));
    snprintf(cells[COLUMN_DUE], CELL_SIZE, "%s",
             !row->has_task_due && found->is_urgent ? _("urgent") : due);
    snprintf(cells[COLUMN_WHO], CELL_SIZE, "%s", case_desk_user_name(desk, row->assigned_to));
    due_text_day(due, row->opened_on, app_today(app));
    snprintf(cells[COLUMN_OPENED], CELL_SIZE, "%s", due);
}

void cases_forget_preview(struct cases_view *cases)
{
    text_wipe(&cases->preview);
    cases->seen[0] = '\0';
}

/* ---- the lines below the list */

/* NULL: what is not of a step. */
static bool is_hidden(const struct case_desk *desk, const struct casefile_row *row,
                      const struct step *step)
{
    struct casefile casefile = { .state = row->state };
    memcpy(casefile.assigned_to, row->assigned_to, sizeof(casefile.assigned_to));
    return case_desk_hides(desk, &casefile, step);
}

static void write_waiting(FILE *stream, struct case_desk *desk, const struct casefile_row *row,
                          const struct casefile_glance *glance, struct day today)
{
    char day[DUE_TEXT_SIZE];
    const struct definition *definition = NULL;
    const struct step *step = NULL;
    if (definition_cache_find(desk->desk.definitions, desk->desk.store, row->workflow, row->version,
                              &definition, NULL) == STATUS_OK)
        step = definition_find_step(definition, glance->waiting_step);
    if (glance->waiting_for == NULL)
        return;
    due_text_day(day, glance->waiting_since, today);
    /* Whom a restricted step waits for is not for everybody's eyes. */
    fprintf(stream, "%s %s (%s).", _("Waiting for:"),
            is_hidden(desk, row, step) ? _("(restricted)") : glance->waiting_for, day);
}

static void write_next_step(FILE *stream, struct case_desk *desk, const struct casefile_row *row)
{
    const char *title =
        row->task_step[0] == '\0'
            ? row->task_title
            : case_desk_step_title(desk, row->workflow, row->version, row->task_step);
    if (row->state != CASEFILE_OPEN)
        fprintf(stream, "%s", case_text_state(row->state));
    else if (title != NULL && title[0] != '\0')
        fprintf(stream, "%s %s.  ", _("To be done:"), title);
}

static void write_preview(FILE *stream, struct app *app, const struct casefile_row *row,
                          const struct casefile_glance *glance)
{
    struct case_desk *desk = &app_session(app)->desk;
    char birth[DATE_TEXT_SIZE], full[DUE_TEXT_SIZE];
    if (row->is_restricted && !case_desk_reads(desk, row->id)) {
        fputs(_("This casefile is restricted: Enter tells whom to ask."), stream);
        return;
    }
    fputs(row->person_name == NULL ? "" : row->person_name, stream);
    if (glance->has_birth) {
        date_format(birth, glance->birth);
        due_text_full(full, glance->birth.day);
        fprintf(stream, ", %s", glance->birth.precision == DATE_PRECISION_DAY ? full : birth);
    }
    if (glance->birth_place != NULL)
        fprintf(stream, ", %s", glance->birth_place);
    fprintf(stream, ".  %s", case_desk_workflow_title(desk, row->workflow, row->version));
    if (glance->issue != NULL && !(row->is_restricted && is_hidden(desk, row, NULL)))
        fprintf(stream, ": %s", glance->issue);
    fputc('\n', stream);
    write_next_step(stream, desk, row);
    write_waiting(stream, desk, row, glance, app_today(app));
}

/* For the marked case, when it is another one. */
void cases_look(struct cases_view *cases, struct app *app)
{
    struct casefile_glance glance;
    size_t size = 0;
    if (cases->list.count == 0)
        return;
    const struct casefile_row *row = &cases->found.items[cases->list.selected].row;
    if (strcmp(row->id, cases->seen) == 0)
        return;
    cases_forget_preview(cases);
    memcpy(cases->seen, row->id, sizeof(cases->seen));
    if (casefile_look(app_store(app), row->id, &glance, NULL) != STATUS_OK)
        return;
    FILE *stream = open_memstream(&cases->preview, &size);
    if (stream != NULL) {
        write_preview(stream, app, row, &glance);
        if (fclose(stream) != 0)
            cases_forget_preview(cases);
    }
    casefile_glance_release(&glance);
}
