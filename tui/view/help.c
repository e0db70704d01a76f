/* SPDX-License-Identifier: Apache-2.0 */

/* All keys of the screen below, made from its keymaps, so that the help cannot be wrong. */
#include "app/app.h"
#include "language.h"
#include "view/view_list.h"
#include "widget/list.h"

#include <stdio.h>
#include <string.h>

enum { HELP_MAX = 96, KEY_COLUMNS = 10, PAGE = 10 };

struct help_view {
    struct view view;
    const char *about; /* of the screen below */
    bool has_draft;    /* that screen keeps what is typed */
    const struct binding *entries[HELP_MAX];
    struct list list;
};

/* Another binding has the key already, and goes first. */
static bool is_shadowed(const struct help_view *help, const struct binding *binding)
{
    for (size_t i = 0; i < help->list.count && binding->key != NULL; i++)
        if (help->entries[i]->key != NULL && strcmp(help->entries[i]->key, binding->key) == 0)
            return true;
    return false;
}

static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct help_view *help = (struct help_view *)view;
    const struct binding *keymaps[APP_KEYMAPS];
    struct view *below = app_below(app, view);
    (void)error;
    help->list.count = 0;
    if (below == NULL)
        return STATUS_OK;
    help->about = below->class->about;
    help->has_draft = session_is_open(app_session(app)) && below->class->draft_form != NULL &&
                      below->class->draft_form(below) != NULL;
    app_keymaps(app, below, keymaps);
    for (int map = 0; map < APP_KEYMAPS; map++)
        for (const struct binding *binding = keymaps[map];
             binding != NULL && binding->action != NULL; binding++)
            if (binding_is_there(binding, app, below) && !is_shadowed(help, binding) &&
                help->list.count < HELP_MAX)
                help->entries[help->list.count++] = binding;
    return STATUS_OK;
}

static bool handle(struct app *app, struct view *view, const struct key *key)
{
    struct help_view *help = (struct help_view *)view;
    (void)app;
    return list_handle(&help->list, key, PAGE);
}

static void draw_entry(const void *self, struct area row, size_t index)
{
    const struct help_view *help = self;
    const struct binding *binding = help->entries[index];
    char key[KEY_NAME_SIZE];
    key_write_label(key, binding->key);
    area_fit(row, 0, 0, KEY_COLUMNS - 1, STYLE_STRONG, key);
    area_fit(row, 0, KEY_COLUMNS, row.columns - KEY_COLUMNS, STYLE_PLAIN,
             language_text(binding->action->help));
}

/* What is true everywhere and stands in no keymap. */
static int draw_general(const struct help_view *help, struct area area, int row)
{
    static const char *const texts[] = {
        N_("Enter, Tab and the arrow down go to the next field, the arrow up goes back.  The key "
           "bar "
           "below shows the keys of this screen."),
        N_("A terminal without function keys: press Esc and then the digit, or F9 (Esc 9) and the "
           "number in the menu."),
    };
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
        row += area_paragraph(area, row, 1, STYLE_PLAIN, language_text(texts[i]));
    if (help->has_draft)
        row += area_paragraph(area, row, 1, STYLE_PLAIN,
                              _("What you type is kept as a draft by itself.  Esc goes back and "
                                "loses nothing."));
    return row;
}

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct help_view *help = (const struct help_view *)view;
    struct area body = frame->body;
    (void)app;
    snprintf(frame->title, sizeof(frame->title), "%s", _("Help"));
    snprintf(frame->next, sizeof(frame->next), "%s", _("Esc goes back to your work."));
    int row = 0;
    if (help->about != NULL)
        row += area_paragraph(body, 0, 1, STYLE_STRONG, language_text(help->about)) + 1;
    if (body.rows > 14)
        row = draw_general(help, body, row) + 1;
    list_draw(&help->list, area_part(body, row, 0, body.rows - row, body.columns), true, draw_entry,
              help);
}

const struct view_class help_view_class = {
    .name = "help",
    .size = sizeof(struct help_view),
    .load = load,
    .draw = draw,
    .handle = handle,
};
