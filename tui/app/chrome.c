/* SPDX-License-Identifier: Apache-2.0 */

/* Everything around a view: the path in the first row, what was said and what comes next above the
 * key bar.  On a small screen it gives way to the view. */
#include "app/app_private.h"

#include "language.h"

#include <stdio.h>
#include <string.h>

enum {
    ROWS_MIN = 5, /* below that nothing can be done */
    COLUMNS_MIN = 20,
    ROWS_PLAIN = 25, /* with an empty row under the first one */
    ROWS_FULL = 12,  /* with a row for what comes next */
    SLOT_COLUMNS = 10,
    SLOTS_MAX = 10,
    KEYS = 10,
    KEYS_SHARED = 8, /* F1 to F8; F9 and F10 always stand last */
    SLOTS_FIXED = 8, /* from so many on every key has its place */
};

/* ---- the key bar */

/* The label of each function key that does something now. */
static void labels_find(struct app *app, const struct action *out[KEYS])
{
    char name[16];
    const struct binding *keymaps[APP_KEYMAPS];
    const struct view *view = app_top(app);
    app_keymaps(app, view, keymaps);
    for (int i = 0; i < KEYS; i++) {
        struct key key;
        snprintf(name, sizeof(name), "<F%d>", i + 1);
        key_parse(&key, name);
        out[i] = NULL;
        for (int map = 0; map < APP_KEYMAPS && out[i] == NULL; map++) {
            const struct binding *binding = keymap_find(keymaps[map], &key, app, view);
            out[i] = binding == NULL ? NULL : binding->action;
        }
    }
}

/* The slots before those of F9 and F10.  Every key stands in its own place, or further left when
 * those behind it need room; when there are too many, F7 is left out first, then F8. */
static void slots_share(const struct action *const labels[KEYS], int count, int slots[SLOTS_MAX])
{
    static const int spare[] = { 6, 7 };
    bool is_shown[KEYS] = { false };
    int shown = 0;
    for (int key = 0; key < KEYS_SHARED; key++) {
        is_shown[key] = labels[key] != NULL;
        shown += is_shown[key];
    }
    for (size_t i = 0; i < sizeof(spare) / sizeof(spare[0]) && shown > count; i++) {
        shown -= is_shown[spare[i]];
        is_shown[spare[i]] = false;
    }
    for (int key = KEYS_SHARED - 1, end = count; key >= 0 && end > 0; key--)
        if (is_shown[key]) {
            end = key < end - 1 ? key : end - 1;
            slots[end] = key;
        }
}

/* The keys needed most, in their order. */
static void slots_choose(const struct action *const labels[KEYS], int count, int slots[SLOTS_MAX])
{
    static const int needed[KEYS] = { 0, 9, 8, 1, 3, 5, 2, 4, 7, 6 };
    bool is_shown[KEYS] = { false };
    int used = 0;
    for (int i = 0; i < KEYS && used < count; i++) {
        is_shown[needed[i]] = labels[needed[i]] != NULL;
        used += is_shown[needed[i]];
    }
    for (int key = 0, slot = 0; key < KEYS; key++)
        if (is_shown[key])
            slots[slot++] = key;
}

/* Which function key each slot shows, 0 for F1; -1 for an empty slot.  They always ascend: whoever
 * looks for a key finds it where the keyboard has it. */
static int slots_find(struct app *app, int columns, int slots[SLOTS_MAX],
                      const struct action *labels[KEYS])
{
    const int count = columns / SLOT_COLUMNS > SLOTS_MAX ? SLOTS_MAX : columns / SLOT_COLUMNS;
    labels_find(app, labels);
    for (int i = 0; i < SLOTS_MAX; i++)
        slots[i] = -1;
    if (count < SLOTS_FIXED) {
        slots_choose(labels, count, slots);
        return count;
    }
    slots_share(labels, count - (KEYS - KEYS_SHARED), slots);
    for (int key = KEYS_SHARED; key < KEYS; key++)
        slots[count - KEYS + key] = key;
    return count;
}

/* A slot begins where the one before it leaves a gap. */
static void draw_keys(struct app *app, struct area area)
{
    int slots[SLOTS_MAX], end = -1;
    const struct action *labels[KEYS];
    char key[16];
    const int count = slots_find(app, area.columns, slots, labels);
    for (int i = 0; i < count; i++) {
        if (slots[i] < 0 || labels[slots[i]] == NULL)
            continue;
        snprintf(key, sizeof(key), "F%d", slots[i] + 1);
        const int column = i * SLOT_COLUMNS > end ? i * SLOT_COLUMNS : end + 1;
        end = column + area_text(area, 0, column, STYLE_STRONG, key) + 1;
        end += area_fit(area, 0, end, ACTION_LABEL_WIDTH, STYLE_PLAIN,
                        language_text_in("key bar", labels[slots[i]]->label));
    }
}

enum key_code chrome_key_at(struct app *app, int column)
{
    int slots[SLOTS_MAX];
    const struct action *labels[KEYS];
    const int count = slots_find(app, app->grid.columns, slots, labels);
    const int slot = column / SLOT_COLUMNS;
    if (slot >= count || slots[slot] < 0)
        return CODE_NONE;
    return (enum key_code)(CODE_F1 + slots[slot]);
}

/* ---- the first row */

static void draw_head(struct app *app, struct area area, const char *path, const char *right)
{
    const bool is_training = session_is_open(&app->session) && app->session.is_training;
    int column = 1;
    if (is_training) {
        area_fill(area, STYLE_BANNER);
        column += area_text(area, 0, column, STYLE_BANNER, _("TRAINING - NOT REAL PEOPLE")) + 2;
    }
    const enum style style = is_training ? STYLE_BANNER : STYLE_PLAIN;
    const int width = drawn_width(right);
    const bool has_right = column + width + 20 < area.columns;
    area_fit(area, 0, column, area.columns - column - (has_right ? width + 3 : 0), style, path);
    if (has_right)
        area_text_right(area_part(area, 0, 0, 1, area.columns - 1), 0, style, right);
}

/* ---- all of it */

static void path_add(char *path, size_t size, const char *title)
{
    const size_t length = strlen(path);
    if (title[0] != '\0')
        snprintf(path + length, size - length, "%s%s", length == 0 ? "" : " > ", title);
}

/* The whole screen without what stands at its edges. */
static struct area body_of(struct area screen)
{
    const int top = screen.rows >= ROWS_PLAIN ? 2 : 1;
    const int bottom = screen.rows >= ROWS_FULL ? 3 : screen.rows > ROWS_MIN ? 2 : 1;
    return area_part(screen, top, 0, screen.rows - top - bottom, screen.columns);
}

/* The title of a view that is covered; nothing of it is seen. */
static void title_of(const struct app *app, const struct view *view, char out[FRAME_TEXT_SIZE])
{
    struct grid hidden = { .cells = NULL };
    struct frame frame = { .title = "" };
    out[0] = '\0';
    if (grid_resize(&hidden, ROWS_FULL, COLUMNS_MIN, NULL) != STATUS_OK)
        return;
    frame.body = area_of(&hidden);
    frame.body.rows = 0;
    view->class->draw(app, view, &frame);
    snprintf(out, FRAME_TEXT_SIZE, "%s", frame.title);
    grid_release(&hidden);
}

/* In which row what was said ends. */
static int said_row(struct area screen)
{
    return screen.rows >= ROWS_FULL ? screen.rows - 3 : screen.rows - 2;
}

/* How many rows it takes. */
static int said_rows(struct area screen, const char *said)
{
    const int rows = paragraph_rows(said, screen.columns - 2);
    return rows > said_row(screen) ? said_row(screen) : rows;
}

/* It ends in that row; a long one begins further up. */
static void draw_said(struct area screen, int row, const char *said)
{
    const struct area column = area_part(screen, 0, 1, screen.rows, screen.columns - 2);
    const int rows = said_rows(screen, said);
    if (rows > 1)
        area_fill(area_part(screen, row - rows + 1, 0, rows, screen.columns), STYLE_PLAIN);
    area_paragraph(area_part(column, row - rows + 1, 0, rows, column.columns), 0, 0, STYLE_PLAIN,
                   said);
}

static void draw_edges(struct app *app, struct area screen, const char *path,
                       const struct frame *frame)
{
    const int rows = screen.rows;
    draw_head(app, area_part(screen, 0, 0, 1, screen.columns), path, frame->right);
    draw_keys(app, area_part(screen, rows - 1, 0, 1, screen.columns));
    const int next = rows - 2;
    if (rows >= ROWS_FULL && frame->next[0] != '\0') {
        const int used = area_text(screen, next, 1, STYLE_PLAIN, C_("last lines", "Next: "));
        area_fit(screen, next, 1 + used, screen.columns - used - 2, STYLE_PLAIN, frame->next);
    }
    if (rows > ROWS_MIN)
        draw_said(screen, said_row(screen), app->said);
}

/* Draws the view and the dialogs over it. */
static void draw_views(struct app *app, size_t base, const char *above, char *path, size_t size,
                       struct frame *frame)
{
    snprintf(path, size, "%s", above);
    for (size_t i = base - 1; i < app->view_count; i++) {
        frame->title[0] = frame->next[0] = '\0'; /* what stands at the right stays for dialogs */
        app->views[i]->class->draw(app, app->views[i], frame);
        path_add(path, size, frame->title);
    }
}

/* Whether a long message would hide the row that the cursor is in. */
static bool is_covered(const struct app *app, struct area screen)
{
    const int rows = said_rows(screen, app->said);
    return rows > 1 && screen.rows > ROWS_MIN && app->grid.cursor_row > said_row(screen) - rows &&
           app->grid.cursor_row <= said_row(screen);
}

void chrome_draw(struct app *app)
{
    char above[FRAME_TEXT_SIZE * 2] = "", path[FRAME_TEXT_SIZE * 2], title[FRAME_TEXT_SIZE];
    struct area screen = area_of(&app->grid);
    struct frame frame = { .body = body_of(screen) };
    if (screen.rows < ROWS_MIN || screen.columns < COLUMNS_MIN) {
        area_text(screen, 0, 0, STYLE_PLAIN, _("Enlarge the window"));
        return;
    }
    size_t base = app->view_count;
    while (base > 1 && app->views[base - 1]->class->is_dialog)
        base--;
    for (size_t i = 0; i + 1 < base; i++) {
        title_of(app, app->views[i], title);
        path_add(above, sizeof(above), title);
    }
    draw_views(app, base, above, path, sizeof(path), &frame);
    if (is_covered(app, screen)) {
        grid_clear(&app->grid);
        frame = (struct frame){ .body = body_of(screen) };
        frame.body.rows -= said_rows(screen, app->said) - 1;
        frame.body.rows = frame.body.rows < 0 ? 0 : frame.body.rows;
        draw_views(app, base, above, path, sizeof(path), &frame);
    }
    draw_edges(app, screen, path, &frame);
}
