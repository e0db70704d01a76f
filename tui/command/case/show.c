/* SPDX-License-Identifier: Apache-2.0 */

/* qadam case show: a whole casefile on one sheet. */
#include "command/case/show.h"

#include "command/case/command.h"
#include "command/case/veil.h"
#include "sentence.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const struct option case_show_options[] = {
    { "history", NULL, N_("Show also the answers that later ones took the place of."), OPTION_FLAG,
      0, 0, false },
    TODAY_OPTION,
    { "json", NULL, N_("Print one JSON object."), OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};

bool case_show_hides(const struct case_show *show, const struct step *step)
{
    return case_desk_hides(show->desk, &show->view.casefile, step);
}

/* ---- the answers of a step */

struct visiting {
    const struct case_show *show;
    const struct step *step;
    void (*visit)(void *self, const struct case_answer *answer);
    void *self;
};

static void visit_path(const struct visiting *visiting, const char *path, int item)
{
    struct case_answer answer = { .path = path, .item = item };
    answer.value =
        situation_answer(&visiting->show->view.situation, visiting->step->id, path, item);
    if (answer.value == NULL || answer.value[0] == '\0')
        return;
    answer.place = case_place_find(visiting->step, path, item);
    visiting->visit(visiting->self, &answer);
}

static void visit_rows(const struct visiting *visiting, const struct field *rows)
{
    char path[STEP_PATH_SIZE];
    int count = situation_rows(&visiting->show->view.situation, visiting->step->id, rows->id);
    for (int row = 1; row <= count; row++)
        for (size_t i = 0; i < rows->field_count; i++) {
            snprintf(path, sizeof(path), "%s.%s", rows->id, rows->fields[i].id);
            visit_path(visiting, path, row);
        }
}

void case_show_each_answer(const struct case_show *show, const struct step *step,
                           void (*visit)(void *self, const struct case_answer *answer), void *self)
{
    char path[STEP_PATH_SIZE];
    const struct visiting visiting = { show, step, visit, self };
    for (size_t i = 0; i < step->field_count; i++)
        if (step->fields[i].type == FIELD_ROWS)
            visit_rows(&visiting, &step->fields[i]);
        else
            visit_path(&visiting, step->fields[i].id, 0);
    for (size_t i = 0; i < step->evidence_count; i++) {
        snprintf(path, sizeof(path), "evidence.%s", step->evidence[i].type);
        visit_path(&visiting, path, 0);
    }
}

/* ---- the command */

static int write_sheet(struct case_show *show, bool with_history)
{
    case_show_write_head(show);
    case_show_write_warnings(show);
    case_show_write_links(show);
    int code = case_show_write_steps(show);
    return code == EXIT_CODE_DONE && with_history ? case_show_write_history(show) : code;
}

static int show_casefile(struct case_desk *desk, const struct arguments *arguments)
{
    struct case_show show = { .desk = desk };
    char id[UUID_TEXT_SIZE];
    bool with_history = arguments_has(arguments, "history");
    int code = case_desk_find(desk, desk->arguments[0], id);
    if (code != EXIT_CODE_DONE)
        return code;
    enum status status =
        casefile_view_load_to_read(&desk->desk, id, "command", &show.view, &show.error);
    if (status != STATUS_OK)
        return case_fail(desk->arguments[0], &show.error, NULL);
    case_veil_draw(desk, &show.view);
    status = casefile_links(desk->desk.store, id, &show.links, &show.error);
    if (status != STATUS_OK)
        code = case_fail(desk->arguments[0], &show.error, NULL);
    else if (arguments_has(arguments, "json"))
        code = case_show_json(&show, with_history);
    else
        code = write_sheet(&show, with_history);
    free(show.links.items);
    casefile_view_release(&show.view);
    return code;
}

int case_show_run(const struct arguments *arguments)
{
    struct case_desk desk;
    int code = case_desk_open(&desk, arguments, ACT_READ_CASES);
    if (code == EXIT_CODE_DONE)
        code = show_casefile(&desk, arguments);
    case_desk_close(&desk);
    return code;
}
