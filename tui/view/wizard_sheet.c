/* SPDX-License-Identifier: Apache-2.0 */

/* The first start, third page: the recovery sheet, shown until somebody has copied it. */
#include "language.h"
#include "view/dialog.h"
#include "view/door.h"
#include "view/sheet_page.h"
#include "view/view_list.h"
#include "view/wizard_private.h"

#include <stdio.h>

struct sheet_view {
    struct view view;
    struct form form;
    struct form user; /* what was typed on the second page */
    struct secret *code;
};

static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct sheet_view *sheet = (struct sheet_view *)view;
    struct form old = sheet->form;
    (void)error;
    form_init(&sheet->form, app_today(app));
    sheet_page_build(&sheet->form, _("opens the office"));
    wizard_form_carry(&sheet->form, &old);
    return STATUS_OK;
}

static struct form *sheet_form(struct view *view)
{
    return &((struct sheet_view *)view)->form;
}

static void submit(struct app *app, struct view *view)
{
    struct sheet_view *sheet = (struct sheet_view *)view;
    if (sheet_page_check(&sheet->form, sheet->code))
        wizard_enter(app, &sheet->user);
}

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct sheet_view *sheet = (const struct sheet_view *)view;
    struct area inside = area_part(frame->body, 0, 1, frame->body.rows, frame->body.columns - 2);
    (void)app;
    snprintf(frame->title, sizeof(frame->title), "%s", _("Recovery sheet"));
    snprintf(frame->right, sizeof(frame->right), "%s", _("step 3 of 3"));
    if (sheet->code == NULL)
        return;
    const int row = sheet_page_draw(inside, sheet->code);
    form_draw(&sheet->form, area_part(inside, row, 0, inside.rows - row, inside.columns));
    form_write_next(&sheet->form, frame->next, sizeof(frame->next));
}

static void release(struct view *view)
{
    struct sheet_view *sheet = (struct sheet_view *)view;
    form_release(&sheet->form);
    form_release(&sheet->user);
    secret_free(&sheet->code);
}

void wizard_sheet_open(struct app *app, struct secret *code, struct form *user)
{
    const struct place made = { .detail = "made" };
    const struct form taken = *user;
    *user = (struct form){ .fields = NULL };
    app_back_to(app, &wizard_view_class);
    app_replace(app, &unlock_view_class, &made);
    struct sheet_view *sheet = (struct sheet_view *)app_open(app, &wizard_sheet_class, NULL);
    if (sheet == NULL) { /* no memory: unlocking it says what can be done */
        struct form lost = taken;
        form_release(&lost);
        secret_free(&code);
        return;
    }
    sheet->code = code;
    sheet->user = taken;
    app_say(app, _("The office file is made.  Now its recovery sheet."));
}

/* ---- going on without it */

static const struct action action_without = { "without", NC_("key bar", "Without"),
                                              N_("Go on without the sheet, and make a new one "
                                                 "later") };

static void answered(struct app *app, struct view *below, size_t answer)
{
    if (answer == 1)
        wizard_enter(app, &((struct sheet_view *)below)->user);
}

static void ask_without(struct app *app, struct view *view)
{
    const char *const answers[] = { _("Show the code again"), _("Go on without a sheet") };
    const struct dialog_question question = {
        .title = _("Without a recovery sheet?"),
        .text = _("If nobody remembers a passphrase then, everything in the file is lost.  A new "
                  "sheet can be made at any time: F9, Users."),
        .answers = answers,
        .answer_count = sizeof(answers) / sizeof(answers[0]),
        .is_destructive = true,
        .answered = answered,
    };
    (void)view;
    dialog_ask(app, &question);
}

static const struct binding keymap[] = {
    { "<F7>", &action_language, door_next_language, NULL },
    { NULL, &action_without, ask_without, NULL },
    { .action = NULL },
};

const struct view_class wizard_sheet_class = {
    .name = "wizard_sheet",
    .about = N_("The code of the recovery sheet opens the file when every passphrase is "
                "forgotten.  Copy it by hand, sign by sign, and type its last group to show that "
                "you did."),
    .size = sizeof(struct sheet_view),
    .keymap = keymap,
    .is_guarded = true, /* making the file takes long: keys typed meanwhile would lose the code */
    .is_locked = true,
    .load = load,
    .draw = draw,
    .form = sheet_form,
    .submit = submit,
    .release = release,
};
