/* SPDX-License-Identifier: Apache-2.0 */
#include "command/case/ask.h"

#include "casefile/casefile_lease.h"
#include "command/case/ask_private.h"
#include "command/case/step_page.h"
#include "language.h"
#include "sentence.h"
#include "wording/case_text.h"

#include <stdlib.h>

static bool is_asked(const struct form_asking *form, const struct case_place *place)
{
    const struct casefile_view *view = &form->asking->session->view;
    if (place->evidence != NULL)
        return evidence_is_asked(place->evidence, view->definition, &view->situation,
                                 &view->standing);
    return field_is_asked(place->field, form->asking->step, view->definition, &view->situation,
                          &view->standing, place->row);
}

/* ---- rows */

static int ask_columns(struct form_asking *form, const struct field *rows, int row)
{
    int code = EXIT_CODE_DONE;
    for (size_t i = 0; i < rows->field_count && code == EXIT_CODE_DONE && !form->is_stopped; i++) {
        const struct case_place place = { .field = &rows->fields[i], .rows = rows, .row = row };
        if (is_asked(form, &place))
            code = form_ask_place(form, &place);
    }
    return code;
}

static int count_rows(const struct form_asking *form, const struct field *rows)
{
    return situation_rows(&form->asking->session->view.situation, form->asking->step->id, rows->id);
}

static int ask_another(struct form_asking *form, const struct field *rows, int row, bool *out)
{
    char *question = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&question, &size);
    *out = false;
    if (memory == NULL)
        return EXIT_CODE_DEVICE;
    fprintf(memory, "%s: %s", workflow_text(rows->label),
            row == 1 ? _("is there one? (yes or no) ") : _("another one? (yes or no) "));
    int code = fclose(memory) == 0 ? form_ask_truth(form, question, out) : EXIT_CODE_DEVICE;
    free(question);
    return code;
}

static int ask_rows(struct form_asking *form, const struct field *rows)
{
    int code = EXIT_CODE_DONE;
    bool goes_on = true;
    fputc('\n', stderr);
    if (rows->help != NULL)
        sentence_write_text(stderr, workflow_text(rows->help));
    for (int row = 1; code == EXIT_CODE_DONE && goes_on && !form->is_stopped; row++) {
        if (rows->most.is_given && row > rows->most.value)
            break;
        /* Whoever left a new row empty wants no further one. */
        if (row > count_rows(form, rows) + 1)
            break;
        if (row > count_rows(form, rows))
            code = ask_another(form, rows, row, &goes_on);
        if (code == EXIT_CODE_DONE && goes_on && !form->is_stopped)
            code = ask_columns(form, rows, row);
    }
    return code;
}

/* ---- the form */

static int ask_form(struct form_asking *form)
{
    const struct step *step = form->asking->step;
    int code = EXIT_CODE_DONE;
    for (size_t i = 0; i < step->field_count && code == EXIT_CODE_DONE && !form->is_stopped; i++) {
        const struct case_place place = { .field = &step->fields[i] };
        if (!is_asked(form, &place))
            continue;
        code = place.field->type == FIELD_ROWS ? ask_rows(form, place.field)
                                               : form_ask_place(form, &place);
    }
    for (size_t i = 0; i < step->evidence_count && code == EXIT_CODE_DONE && !form->is_stopped;
         i++) {
        const struct case_place place = { .evidence = &step->evidence[i] };
        if (is_asked(form, &place))
            code = form_ask_place(form, &place);
    }
    return code;
}

int case_ask(struct case_asking *asking)
{
    struct case_session *session = asking->session;
    struct form_asking form = { .asking = asking };
    struct error error = { 0 };
    enum status status = casefile_lease_take(session->desk.desk.store, session->desk.desk.actor,
                                             session->id, NULL, &error);
    int code = case_session_conclude(session, status, &error);
    if (code != EXIT_CODE_DONE)
        return code;
    code = dialogue_begin(&form.dialogue);
    if (code == EXIT_CODE_DONE) {
        form.dialogue.stopped = _("Stopped. What was answered before is kept.");
        step_page_write_head(stderr, &session->view, asking->step);
        fputc('\n', stderr);
        sentence_write_text(stderr, _("Enter alone leaves an answer as it is, '-' takes it back, a "
                                      "single '.' stops. What was answered is kept at once."));
        code = ask_form(&form);
        dialogue_end(&form.dialogue);
    }
    if (casefile_lease_release(session->desk.desk.store, session->desk.desk.actor, session->id,
                               &error) != STATUS_OK &&
        code == EXIT_CODE_DONE)
        code = sentence_fail(NULL, &error);
    return code;
}
