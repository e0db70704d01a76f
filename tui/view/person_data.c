/* SPDX-License-Identifier: Apache-2.0 */

/* Everything that is kept about a person: looked at, and handed over as a file. */
#include "base/text.h"
#include "command/new_file.h"
#include "command/person/data_sheet.h"
#include "journal/act.h"
#include "language.h"
#include "person/person_store.h"
#include "view/dialog.h"
#include "view/person_private.h"
#include "view/text_page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PATH_MAX_CHARACTERS = 400 };

static struct person_data_reader reader_of(struct app *app)
{
    const struct session *session = app_session(app);
    return (struct person_data_reader){
        .actor = app_desk(app)->actor,
        .reads_confidential = session_may(session, ACT_APPROVE_CASES),
    };
}

void person_show_data(struct app *app, struct view *view)
{
    struct person_data data;
    struct text_page_draft page;
    struct error error = { 0 };
    const struct person_data_reader reader = reader_of(app);
    enum status status =
        person_data_collect(app_store(app), view->place.subject, &reader, &data, &error);
    if (status == STATUS_OK && text_page_begin(&page, app)) {
        status = data_sheet_write(page.stream, app_store(app), &data, &error);
        text_page_end(&page, app, _("My data"));
    }
    person_data_release(&data);
    if (status != STATUS_OK)
        person_say_failure(app, &error);
}

/* ---- into a file */

static void build(struct app *app, struct view *below, struct form *form)
{
    (void)app;
    (void)below;
    struct form_field *to = form_add(form, FORM_CHOICE, "to", _("Who gets it"));
    form_field_option(to, "person", _("the person"));
    form_field_option(to, "guardian", _("the guardian"));
    form_field_option(to, "lawyer", _("a lawyer with a mandate"));
    form_set(form, "to", "person");
    struct form_field *checked = form_add(form, FORM_CHOICE, "checked", _("Papers were seen"));
    form_field_option(checked, "no", _("no"));
    form_field_option(checked, "yes", _("yes"));
    form_set(form, "checked", "no");
    struct form_field *path = form_add(form, FORM_TEXT, "path", _("New file"));
    if (path != NULL)
        path->input.max = PATH_MAX_CHARACTERS;
    form_field_hint(path, _("such as /media/stick/sheet.txt; no names in it"));
}

/* The sheet in the person's language where there is a catalogue. */
static enum status write_sheet(struct app *app, const struct person_data *data,
                               const struct person *person, const char *path, struct error *error)
{
    char *text = NULL;
    size_t size = 0;
    char own[32];
    FILE *memory = open_memstream(&text, &size);
    if (memory == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "sheet");
    snprintf(own, sizeof(own), "%s", language_code());
    if (person->language != NULL)
        (void)language_use(person->language);
    enum status status = data_sheet_write(memory, app_store(app), data, error);
    (void)language_use(own);
    if (fclose(memory) != 0 && status == STATUS_OK)
        status = error_set(error, STATUS_OUT_OF_MEMORY, "sheet");
    if (status == STATUS_OK)
        status = new_file_write(path, text, size, error);
    text_wipe(&text);
    return status;
}

/* The entry in the journal and the file: both or none. */
static enum status hand_over(struct app *app, const char *id, enum data_recipient recipient,
                             const char *path, bool *is_complete, struct error *error)
{
    bool is_own = false;
    struct person person = { .sex = SEX_NOT_KNOWN };
    struct person_data data = { .json = NULL };
    const struct person_data_reader reader = reader_of(app);
    enum status status = act_join(app_store(app), &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = person_data_export(app_store(app), id, &reader, recipient, &data, error);
    if (status == STATUS_OK)
        status = person_load(app_store(app), id, &person, error);
    if (status == STATUS_OK)
        status = write_sheet(app, &data, &person, path, error);
    *is_complete = data.hidden_files == 0;
    person_release(&person);
    person_data_release(&data);
    return act_commit(app_store(app), is_own, status, error);
}

static bool submit(struct app *app, struct view *below, struct form *form)
{
    struct error error = { 0 };
    bool is_complete = true;
    enum data_recipient recipient = DATA_TO_PERSON;
    if (strcmp(form_value(form, "checked"), "yes") != 0) {
        form_focus(form, "checked");
        app_say(app, _("Look at a paper of whoever gets the sheet, and at the mandate of a lawyer, "
                       "first."));
        return false;
    }
    if (form_value(form, "path")[0] == '\0') {
        form_focus(form, "path");
        app_say(app, _("Type where the file is to be, with its name."));
        return false;
    }
    enum status status = data_recipient_parse(&recipient, form_value(form, "to"), &error);
    if (status == STATUS_OK)
        status = hand_over(app, below->place.subject, recipient, form_value(form, "path"),
                           &is_complete, &error);
    if (status == STATUS_EXISTS) {
        form_focus(form, "path");
        app_say(app, _("There is a file of that name already: choose another one."));
        return false;
    }
    if (status != STATUS_OK) {
        app_fail(app, &error);
        return false;
    }
    app_say(app, is_complete
                     ? _("The sheet was written. It is not encrypted: hand it over, then "
                         "delete it.")
                     : _("The sheet was written but is NOT COMPLETE: one more file is kept; "
                         "ask the protection officer."));
    return true;
}

void person_ask_data(struct app *app, struct view *view)
{
    (void)view;
    const struct dialog_request request = {
        .title = _("Hand over everything that is kept"),
        .text = _("The file lies outside the encrypted one: whoever finds it can read it. That it "
                  "was handed over, and to whom, stands in the journal."),
        .button = _("Write the file"),
        .build = build,
        .submit = submit,
    };
    dialog_fill(app, &request);
}
