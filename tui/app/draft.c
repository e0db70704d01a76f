/* SPDX-License-Identifier: Apache-2.0 */

/* What survives a lock and a power cut: drafts of forms, and the path of views. */
#include "app/app_private.h"

#include "base/array.h"
#include "base/text.h"
#include "compartment/sealed_casefile.h"
#include "compartment/sealed_draft.h"
#include "language.h"
#include "store/draft_fields.h"
#include "wording/local_time.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIELDS_MAX = 400 };

static const char place_form[] = "place";

/* Whoever came in with the recovery sheet is no user, and keeps nothing. */
static bool can_keep(struct app *app)
{
    return session_is_open(&app->session) && office_role(app->session.desk.office) != ROLE_RECOVERY;
}

static struct draft_key draft_key_of(struct app *app, const struct view *view)
{
    return (struct draft_key){ app->session.desk.desk.actor, view->class->draft_form(view),
                               view->place.subject };
}

bool draft_can_keep(struct app *app, struct view *view)
{
    return view != NULL && view->class->draft_form != NULL && can_keep(app) &&
           view->class->draft_form(view) != NULL && view_form(view) != NULL;
}

/* ---- forms */

static size_t fields_collect(struct draft_field out[FIELDS_MAX], const struct form *form)
{
    size_t count = 0;
    for (size_t i = 0; i < form->count && count < FIELDS_MAX; i++) {
        const struct form_field *field = &form->fields[i];
        const bool is_kept = field->kind != FORM_HEADING && field->kind != FORM_REMARK &&
                             field->kind != FORM_SECRET && (!field->is_read_only || field->is_held);
        if (is_kept)
            out[count++] = (struct draft_field){ field->id, text_input_text(&field->input) };
    }
    return count;
}

static enum status draft_write(struct app *app, struct view *view, const struct form *form,
                               struct error *error)
{
    struct draft_field fields[FIELDS_MAX];
    char *json = NULL;
    const struct form_field *focused = form_focused(form);
    const struct draft_key key = draft_key_of(app, view);
    enum status status =
        draft_fields_write(&json, app_store(app), fields, fields_collect(fields, form), error);
    if (status != STATUS_OK)
        return status;
    const struct draft_content content = { json, focused == NULL ? "" : focused->id,
                                           focused == NULL ? 0 : (int)focused->input.cursor };
    status = sealed_draft_save(app_store(app), &key, &content, error);
    text_wipe(&json);
    return status;
}

void app_keep_draft(struct app *app, struct view *view)
{
    struct error error = { 0 };
    if (!draft_can_keep(app, view) || !form_take_dirty(view_form(view)))
        return;
    if (draft_write(app, view, view_form(view), &error) != STATUS_OK) {
        view_form(view)->is_dirty = true;
        app_fail(app, &error);
    }
}

static void field_restore(void *self, const struct draft_field *kept)
{
    struct form *form = self;
    struct form_field *field = form_find(form, kept->name);
    if (field != NULL && field->kind != FORM_SECRET)
        text_input_set(&field->input, kept->value);
}

static void cursor_restore(struct form *form, const struct draft *draft)
{
    form_focus(form, draft->cursor_field);
    struct form_field *field = form_focused(form);
    if (draft->cursor_field[0] == '\0' || field == NULL ||
        strcmp(field->id, draft->cursor_field) != 0)
        return;
    const size_t length = strlen(text_input_text(&field->input));
    const size_t at = (size_t)draft->cursor_position;
    field->input.cursor = at > length ? length : at;
    while ((text_input_text(&field->input)[field->input.cursor] & 0xC0) == 0x80)
        field->input.cursor--;
}

bool app_fetch_draft(struct app *app, struct view *view)
{
    struct draft draft;
    char local[LOCAL_TIME_SIZE], moment[LOCAL_TIME_SIZE];
    if (!draft_can_keep(app, view))
        return false;
    struct form *form = view_form(view);
    const struct draft_key key = draft_key_of(app, view);
    if (sealed_draft_load(app_store(app), &key, &draft, NULL) != STATUS_OK)
        return false;
    const bool is_read =
        draft_fields_read(app_store(app), draft.fields, field_restore, form, NULL) == STATUS_OK;
    for (size_t i = 0; i < form->count && view->class->left != NULL; i++)
        if (form_is_focusable(&form->fields[i]))
            view->class->left(app, view, i);
    cursor_restore(form, &draft);
    form->is_dirty = false;
    local_time_format(local, draft.saved_at);
    local_time_shorten(moment, local);
    app_say_with(app, _("Your draft is back as you left it, kept %s."), moment);
    draft_release(&draft);
    return is_read;
}

void app_drop_draft(struct app *app, struct view *view)
{
    struct error error = { 0 };
    if (!draft_can_keep(app, view))
        return;
    const struct draft_key key = draft_key_of(app, view);
    if (sealed_draft_discard(app_store(app), &key, &error) != STATUS_OK)
        app_fail(app, &error);
    view_form(view)->is_dirty = false;
}

/* ---- the path of views */

enum { PLACE_NAME_SIZE = 24, PLACE_FIELDS = 3 };

/* The text of a search stands in it. */
void places_let_go(struct app *app)
{
    text_wipe(&app->kept_places);
    app->kept_places = NULL;
}

/* The step of a sealed casefile is not told by the path to it. */
static bool tells_step(struct app *app, const struct place *place)
{
    bool is_sealed = false, opens = false;
    if (place->detail[0] == '\0' || place->subject[0] == '\0')
        return false;
    return sealed_look(app_store(app), place->subject, &is_sealed, &opens, NULL) != STATUS_OK ||
           is_sealed;
}

void places_keep(struct app *app)
{
    struct draft_field fields[APP_VIEWS_MAX * PLACE_FIELDS];
    static const char *const kinds[PLACE_FIELDS] = { "view", "subject", "detail" };
    char names[APP_VIEWS_MAX * PLACE_FIELDS][PLACE_NAME_SIZE];
    char *json = NULL;
    size_t count = 0;
    if (!can_keep(app))
        return;
    for (size_t i = 1; i < app->view_count; i++) {
        const struct view *view = app->views[i];
        const char *const values[PLACE_FIELDS] = { view->class->name, view->place.subject,
                                                   tells_step(app, &view->place)
                                                       ? ""
                                                       : view->place.detail };
        for (size_t kind = 0; kind < PLACE_FIELDS && view->class->keeps_place; kind++) {
            snprintf(names[count], PLACE_NAME_SIZE, "%02u.%s", (unsigned)i, kinds[kind]);
            fields[count] = (struct draft_field){ names[count], values[kind] };
            count++;
        }
    }
    const struct draft_key key = { app->session.desk.desk.actor, place_form, "" };
    if (draft_fields_write(&json, app_store(app), fields, count, NULL) != STATUS_OK)
        return;
    const struct draft_content content = { json, "", 0 };
    if (app->kept_places == NULL || strcmp(app->kept_places, json) != 0) {
        enum status status = sealed_draft_save(app_store(app), &key, &content, NULL);
        (void)status; /* it is a comfort; what was typed is kept elsewhere */
    }
    places_let_go(app);
    app->kept_places = json;
}

void app_keep_place(struct app *app)
{
    places_keep(app);
}

/* Places as they are read back: three fields for each. */
struct places {
    struct place place[APP_VIEWS_MAX];
    char class[APP_VIEWS_MAX][PLACE_DETAIL_SIZE];
    size_t count;
};

static void place_read(void *self, const struct draft_field *field)
{
    struct places *places = self;
    const char *kind = strchr(field->name, '.');
    if (kind == NULL || places->count == APP_VIEWS_MAX)
        return;
    if (strcmp(kind, ".view") == 0)
        snprintf(places->class[places->count++], PLACE_DETAIL_SIZE, "%s", field->value);
    if (places->count == 0)
        return;
    struct place *place = &places->place[places->count - 1];
    if (strcmp(kind, ".subject") == 0)
        snprintf(place->subject, sizeof(place->subject), "%s", field->value);
    if (strcmp(kind, ".detail") == 0)
        snprintf(place->detail, sizeof(place->detail), "%s", field->value);
}

struct places *places_read(struct app *app)
{
    struct draft draft;
    const struct draft_key key = { app->session.desk.desk.actor, place_form, "" };
    if (!can_keep(app) || sealed_draft_load(app_store(app), &key, &draft, NULL) != STATUS_OK)
        return NULL;
    struct places *places = calloc(1, sizeof(*places));
    if (places != NULL &&
        draft_fields_read(app_store(app), draft.fields, place_read, places, NULL) != STATUS_OK)
        places->count = 0;
    draft_release(&draft);
    return places;
}

void places_restore(struct app *app, const struct places *places)
{
    for (size_t i = 0; places != NULL && i < places->count; i++) {
        const struct view_class *class = app->options.views->find(places->class[i]);
        if (class == NULL || !class->keeps_place || app_open(app, class, &places->place[i]) == NULL)
            return;
    }
}

void places_forget(struct app *app)
{
    const struct draft_key key = { app->session.desk.desk.actor, place_form, "" };
    places_let_go(app);
    if (!can_keep(app))
        return;
    enum status status = sealed_draft_discard(app_store(app), &key, NULL);
    (void)status; /* as above */
}

/* ---- values to repeat */

static struct remembered *remembered_find(const struct app *app, const char *form,
                                          const char *field)
{
    for (size_t i = 0; i < app->remembered_count; i++)
        if (strcmp(app->remembered[i].form, form) == 0 &&
            strcmp(app->remembered[i].field, field) == 0)
            return &app->remembered[i];
    return NULL;
}

void app_remember(struct app *app, const char *form, const char *field, const char *value)
{
    struct remembered *known = remembered_find(app, form, field);
    char *copy = strdup(value);
    if (copy == NULL)
        return;
    if (known != NULL) {
        text_wipe(&known->value);
        known->value = copy;
        return;
    }
    struct remembered fresh = { .value = copy };
    if (text_copy(&fresh.form, form, NULL) != STATUS_OK ||
        text_copy(&fresh.field, field, NULL) != STATUS_OK ||
        array_reserve(&app->remembered, &app->remembered_capacity, sizeof(fresh),
                      app->remembered_count + 1, NULL) != STATUS_OK) {
        free(fresh.form);
        free(fresh.field);
        text_wipe(&copy);
        return;
    }
    app->remembered[app->remembered_count++] = fresh;
}

const char *app_recall(const struct app *app, const char *form, const char *field)
{
    const struct remembered *known = form == NULL ? NULL : remembered_find(app, form, field);
    return known == NULL ? NULL : known->value;
}

void app_remember_form(struct app *app, const char *name, const struct form *form)
{
    struct draft_field fields[FIELDS_MAX];
    const size_t count = fields_collect(fields, form);
    for (size_t i = 0; i < count; i++)
        if (fields[i].value[0] != '\0')
            app_remember(app, name, fields[i].name, fields[i].value);
}

void remembered_forget(struct app *app)
{
    for (size_t i = 0; i < app->remembered_count; i++) {
        free(app->remembered[i].form);
        free(app->remembered[i].field);
        text_wipe(&app->remembered[i].value);
    }
    app->remembered_count = 0;
}
