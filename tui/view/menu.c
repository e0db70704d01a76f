/* SPDX-License-Identifier: Apache-2.0 */

/* Everything that can be done on the screen below, by number: made from the same keymaps that the
 * keys go by, for terminals without function keys and for people who look before they press. */
#include "app/app.h"
#include "base/ascii.h"
#include "language.h"
#include "view/view_list.h"
#include "widget/list.h"

#include <stdio.h>
#include <string.h>

enum { MENU_MAX = 64, MENU_COLUMNS = 76, NUMBER_COLUMNS = 3, KEY_COLUMNS = 9, DIGITS = 9 };

struct menu_view {
    struct view view;
    const struct binding *entries[MENU_MAX];
    struct list list;
};

/* Keys that move around or that the menu itself is. */
static bool is_listed(const struct menu_view *menu, const struct binding *binding)
{
    if (binding->action == &action_menu || binding->action == &action_redraw ||
        binding->action == &action_reread)
        return false;
    for (size_t i = 0; i < menu->list.count; i++) {
        const char *key = menu->entries[i]->key;
        const bool is_shadowed =
            key != NULL && binding->key != NULL && strcmp(key, binding->key) == 0;
        if (menu->entries[i]->action == binding->action || is_shadowed)
            return false;
    }
    return true;
}

static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct menu_view *menu = (struct menu_view *)view;
    const struct binding *keymaps[APP_KEYMAPS];
    struct view *below = app_below(app, view);
    (void)error;
    menu->list.count = 0;
    if (below == NULL)
        return STATUS_OK;
    app_keymaps(app, below, keymaps);
    for (int map = 0; map < APP_KEYMAPS; map++)
        for (const struct binding *binding = keymaps[map];
             binding != NULL && binding->action != NULL; binding++)
            if (binding_is_there(binding, app, below) && is_listed(menu, binding) &&
                menu->list.count < MENU_MAX)
                menu->entries[menu->list.count++] = binding;
    return STATUS_OK;
}

static void choose(struct app *app, struct view *view, size_t index)
{
    struct menu_view *menu = (struct menu_view *)view;
    if (index >= menu->list.count)
        return;
    const struct binding *binding = menu->entries[index];
    app_back(app);
    if (binding_is_there(binding, app, app_top(app)))
        binding->run(app, app_top(app));
}

/* The entry whose own key that is, so that the keys one learns here work here too. */
static size_t find_by_key(const struct menu_view *menu, const struct key *key)
{
    char name[KEY_NAME_SIZE];
    const bool may_be = key->code == CODE_TEXT || key->code == CODE_CONTROL ||
                        (key->code >= CODE_F2 && key->code <= CODE_F8);
    size_t index = 0;
    key_write_command(name, key);
    while (index < menu->list.count && (!may_be || menu->entries[index]->key == NULL ||
                                        strcmp(menu->entries[index]->key, name) != 0))
        index++;
    return index;
}

static bool handle(struct app *app, struct view *view, const struct key *key)
{
    struct menu_view *menu = (struct menu_view *)view;
    if (list_handle(&menu->list, key, DIGITS))
        return true;
    if (key->code == CODE_ENTER)
        choose(app, view, menu->list.selected);
    else if (key->code == CODE_TEXT && ascii_is_digit(key->text[0]) && key->text[0] != '0')
        choose(app, view, (size_t)(key->text[0] - '1'));
    else if (find_by_key(menu, key) < menu->list.count)
        choose(app, view, find_by_key(menu, key));
    else
        return false;
    return true;
}

static void draw_entry(const void *self, struct area row, size_t index)
{
    char text[32], key[KEY_NAME_SIZE];
    const struct menu_view *menu = self;
    const struct binding *binding = menu->entries[index];
    snprintf(text, sizeof(text), index < DIGITS ? "%zu" : " ", index + 1);
    area_text(row, 0, 0, STYLE_PLAIN, text);
    key_write_label(key, binding->key);
    const int column = NUMBER_COLUMNS + KEY_COLUMNS + 1;
    area_fit(row, 0, NUMBER_COLUMNS, KEY_COLUMNS, STYLE_STRONG, key);
    area_fit(row, 0, column, row.columns - column, STYLE_PLAIN,
             language_text(binding->action->help));
}

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct menu_view *menu = (const struct menu_view *)view;
    struct area body = frame->body;
    (void)app;
    const int columns = body.columns < MENU_COLUMNS ? body.columns : MENU_COLUMNS;
    int rows = (int)menu->list.count + 2;
    rows = rows > body.rows ? body.rows : rows;
    struct area box = area_part(body, body.rows - rows, 0, rows, columns);
    area_fill(box, STYLE_PLAIN);
    area_box(box, _("Menu"));
    list_draw(&menu->list, area_part(box, 1, 1, rows - 2, columns - 2), true, draw_entry, menu);
    snprintf(frame->next, sizeof(frame->next), "%s",
             _("Enter or its number does it.  Esc changes nothing."));
}

const struct view_class menu_view_class = {
    .name = "menu",
    .size = sizeof(struct menu_view),
    .is_dialog = true,
    .load = load,
    .draw = draw,
    .handle = handle,
};
