/* SPDX-License-Identifier: Apache-2.0 */

/* Each user's language, kept in the office file beside that user's drafts; until one is chosen, the
 * office's. */
#include "app/app_private.h"

#include "language.h"
#include "store/draft.h"
#include "store/draft_fields.h"
#include "store/setting.h"

#include <stdlib.h>

static const char language_form[] = "language";

static struct draft_key key_of(struct app *app)
{
    return (struct draft_key){ app->session.desk.desk.actor, language_form, "" };
}

static bool has_user(const struct app *app)
{
    return session_is_open(&app->session) && office_role(app->session.desk.office) != ROLE_RECOVERY;
}

/* It is a comfort: without it the file opens in the language of the PC. */
static void keep(struct app *app)
{
    char *json = NULL;
    const struct draft_key key = key_of(app);
    const struct draft_field field = { "language", language_code() };
    enum status status = draft_fields_write(&json, app_store(app), &field, 1, NULL);
    const struct draft_content content = { json, "", 0 };
    if (status == STATUS_OK)
        status = draft_save(app_store(app), &key, &content, NULL);
    (void)status;
    free(json);
}

static void use(void *self, const struct draft_field *field)
{
    (void)self;
    (void)language_use(field->value);
}

/* What the office chose; a file in which nobody did opens in the language of the PC. */
static void use_of_office(struct app *app)
{
    bool is_written = false;
    char code[SETTING_TEXT_SIZE];
    if (setting_is_written(app_store(app), SETTING_LANGUAGE, &is_written, NULL) == STATUS_OK &&
        is_written && setting_text(app_store(app), SETTING_LANGUAGE, code, NULL) == STATUS_OK)
        (void)language_use(code);
}

void user_language_find(struct app *app)
{
    struct draft draft;
    const struct draft_key key = key_of(app);
    if (!has_user(app))
        return;
    if (app->is_language_chosen) {
        keep(app);
        return;
    }
    if (draft_load(app_store(app), &key, &draft, NULL) != STATUS_OK) {
        use_of_office(app);
        return;
    }
    enum status status = draft_fields_read(app_store(app), draft.fields, use, NULL, NULL);
    (void)status;
    draft_release(&draft);
}

void app_next_language(struct app *app)
{
    language_next();
    app->is_language_chosen = true;
    if (has_user(app))
        keep(app);
    app_say_with(app, _("Language: %s"), language_name());
    /* What is translated when it is loaded is loaded again. */
    for (size_t i = 0; i < app->view_count; i++)
        app_reload(app, app->views[i]);
}
