/* SPDX-License-Identifier: Apache-2.0 */

/* A draft of a step that cannot be filled in any more: somebody else finished the step, or the
 * casefile was closed.  What it holds is shown, and whoever typed it says when it may go. */
#include "view/casefile_private.h"

#include "compartment/sealed_draft.h"
#include "language.h"
#include "store/draft_fields.h"
#include "wording/case_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static enum status load_draft(struct app *app, const struct casefile_page *page, struct draft *out)
{
    char name[DRAFT_NAME_SIZE];
    snprintf(name, sizeof(name), "step/%s", page->step->id);
    const struct draft_key key = { page->actor, name, page->view.place.subject };
    return sealed_draft_load(app_store(app), &key, out, NULL);
}

bool page_has_draft(struct app *app, const struct casefile_page *page)
{
    struct draft draft;
    if (page->step == NULL || load_draft(app, page, &draft) != STATUS_OK)
        return false;
    draft_release(&draft);
    return true;
}

/* ---- what it holds */

struct leftover {
    struct casefile_page *page;
    size_t count;
};

static void write_typed(FILE *stream, const struct casefile_page *page,
                        const struct case_place *place, const char *typed)
{
    struct answer_trouble trouble;
    char *normal = page_normal(page, place, typed, &trouble);
    case_place_write(stream, place);
    fputs(": ", stream);
    if (normal != NULL && place->field != NULL && place->field->type != FIELD_DATE)
        case_answer_write(stream, place, normal);
    else
        fputs(typed, stream);
    free(normal);
}

/* What is an answer already is not said twice. */
static bool is_answered(const struct casefile_page *page, const struct case_place *place,
                        const char *path, int item, const char *typed)
{
    struct answer_trouble trouble;
    char *normal = page_normal(page, place, typed, &trouble);
    const char *answer = situation_answer(&page->file.situation, page->step->id, path, item);
    const bool is_same = trouble.fault == ANSWER_OK &&
                         strcmp(normal == NULL ? "" : normal, answer == NULL ? "" : answer) == 0;
    free(normal);
    return is_same;
}

static void add_typed(void *self, const struct draft_field *kept)
{
    struct leftover *leftover = self;
    struct casefile_page *page = leftover->page;
    char path[STEP_PATH_SIZE];
    char *text = NULL;
    size_t size = 0;
    int item = 0;
    if (kept->value[0] == '\0' || !case_path_parse(path, &item, kept->name, strlen(kept->name)))
        return;
    const struct case_place place = case_place_find(page->step, path, item);
    if ((place.field == NULL && place.evidence == NULL) ||
        is_answered(page, &place, path, item, kept->value))
        return;
    FILE *memory = open_memstream(&text, &size);
    if (memory == NULL)
        return;
    write_typed(memory, page, &place, kept->value);
    if (fclose(memory) == 0)
        scroll_text_add(&page->sheet, STYLE_PLAIN, 0, text);
    free(text);
    leftover->count++;
}

void page_add_leftover(struct app *app, struct casefile_page *page)
{
    struct draft draft;
    struct leftover leftover = { page, 0 };
    if (!page->has_leftover || load_draft(app, page, &draft) != STATUS_OK)
        return;
    scroll_text_add_heading(&page->sheet, _("YOUR DRAFT, WHICH IS NOT KEPT AS ANSWERS"));
    enum status status = STATUS_OK;
    if (!page->is_hidden)
        status = draft_fields_read(app_store(app), draft.fields, add_typed, &leftover, NULL);
    if (status == STATUS_OK && leftover.count == 0)
        scroll_text_add(&page->sheet, STYLE_PLAIN, 0,
                        page->is_hidden ? _("It is not shown here.")
                                        : _("It holds nothing that is not answered already."));
    draft_release(&draft);
}

/* ---- throwing it away */

enum { ANSWER_KEEP, ANSWER_DROP };

static void drop_answered(struct app *app, struct view *below, size_t answer)
{
    struct casefile_page *page = page_of(below);
    struct error error = { 0 };
    char name[DRAFT_NAME_SIZE];
    if (answer != ANSWER_DROP || page->step == NULL || page->is_form)
        return;
    snprintf(name, sizeof(name), "step/%s", page->step->id);
    const struct draft_key key = { page->actor, name, below->place.subject };
    if (sealed_draft_discard(app_store(app), &key, &error) != STATUS_OK) {
        app_fail(app, &error);
        return;
    }
    /* The form may still be there from when it could be filled in. */
    form_clear(&page->form);
    page->form.is_dirty = false;
    page->form_step[0] = '\0';
    page->sheet.top = 0;
    page_reload(app, page);
    app_say(app, _("The draft was thrown away."));
}

void page_drop_leftover(struct app *app, struct view *view)
{
    (void)view;
    const char *const answers[] = { _("Keep the draft for now"), _("Throw the draft away") };
    dialog_ask(app,
               &(struct dialog_question){
                   .title = _("Throw your draft away?"),
                   .text = _("What you typed here did not become answers.  When it is thrown away, "
                             "nobody can bring it back: write down first what is still needed."),
                   .answers = answers,
                   .answer_count = 2,
                   .preferred = ANSWER_KEEP,
                   .is_destructive = true,
                   .answered = drop_answered });
}
