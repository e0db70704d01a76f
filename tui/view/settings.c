/* SPDX-License-Identifier: Apache-2.0 */

/* What the office has decided for itself.  Supervisors change it, everybody may read it. */
#include "app/app.h"
#include "language.h"
#include "view/office_fields.h"
#include "view/view_list.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

enum { NUMBER_COLUMNS = 6, CODE_COLUMNS = 9, WIDE_COLUMNS = 42, TEXT_COLUMNS = 32 };

struct settings_view {
    struct view view;
    struct form form;
    bool may_change;
    char known[SETTING_COUNT][SETTING_TEXT_SIZE]; /* as they are in the file */
};

/* ---- the fields */

struct setting_field {
    enum setting setting;
    int columns;
    const char *label;
    const char *hint;
    const char *fault;                             /* when the value cannot be */
    void (*add_options)(struct form_field *field); /* NULL: text */
};

static const struct setting_field fields[] = {
    { SETTING_OFFICE_NAME, TEXT_COLUMNS, N_("Name of the office"),
      N_("The name as it stands on letters."), N_("This name is too long."), NULL },
    { SETTING_OFFICE_CODE, CODE_COLUMNS, N_("Short code"), N_("new cases only: 2 to 8 of A-Z, 0-9"),
      N_("The code has 2 to 8 of the signs A-Z and 0-9: OSH."), NULL },
    { SETTING_COUNTRY, TEXT_COLUMNS, N_("Country"), N_("whose rules and calendar count"),
      N_("Choose the country: F4 shows the list."), office_field_countries },
    { SETTING_LANGUAGE, TEXT_COLUMNS, N_("Language of the office"),
      N_("for papers; each user chooses too"), N_("Choose the language: F4 shows the list."),
      office_field_languages },
    { SETTING_IDLE_LOCK_MINUTES, NUMBER_COLUMNS, N_("Lock after"),
      N_("minutes without a key; 0: never"), N_("Minutes from 0 to 240."), NULL },
    { SETTING_BACKUP_FOLDER, TEXT_COLUMNS, N_("Backups go to"), N_("empty: with the file"),
      N_("This path is too long."), NULL },
    { SETTING_BACKUP_KEEP, NUMBER_COLUMNS, N_("Backups kept"), N_("the newest so many stay"),
      N_("A number from 1 to 1000."), NULL },
    { SETTING_BACKUP_REMIND_DAYS, NUMBER_COLUMNS, N_("Remind of a backup after"),
      N_("days; 0: never"), N_("Days from 0 to 365."), NULL },
    { SETTING_RETENTION_YEARS, NUMBER_COLUMNS, N_("Keep closed cases"),
      N_("years, by your country's law"), N_("Years from 1 to 100."), NULL },
    { SETTING_CASELOAD_LIMIT, NUMBER_COLUMNS, N_("Cases of one worker"),
      N_("at most; 0: no limit; check locally"), N_("A number from 0 to 1000."), NULL },
    { SETTING_UNASSIGNED_HOURS, NUMBER_COLUMNS, N_("Alarm: nobody's for"),
      N_("hours; check locally"), N_("Hours from 1 to 240."), NULL },
    { SETTING_UNASSIGNED_URGENT_HOURS, NUMBER_COLUMNS, N_("The same if urgent"),
      N_("hours; or high risk"), N_("Hours from 1 to 240."), NULL },
    { SETTING_ASSESSMENT_DAYS, NUMBER_COLUMNS, N_("Assess within"),
      N_("days of the intake; 0: never"), N_("Days from 0 to 365."), NULL },
    { SETTING_CONTACT_DAYS_HIGH, NUMBER_COLUMNS, N_("High risk: see after"),
      N_("days; 0: never; check locally"), N_("Days from 0 to 365."), NULL },
    { SETTING_REVIEW_DAYS_HIGH, NUMBER_COLUMNS, N_("High risk: review after"),
      N_("days; 0: never; check locally"), N_("Days from 0 to 365."), NULL },
    { SETTING_CONTACT_DAYS_MEDIUM, NUMBER_COLUMNS, N_("Medium risk: see after"),
      N_("days; 0: never; check locally"), N_("Days from 0 to 365."), NULL },
    { SETTING_REVIEW_DAYS_MEDIUM, NUMBER_COLUMNS, N_("Medium risk: review"),
      N_("days; 0: never; check locally"), N_("Days from 0 to 365."), NULL },
    { SETTING_CONTACT_DAYS_LOW, NUMBER_COLUMNS, N_("Low risk: see after"),
      N_("days; 0: never; check locally"), N_("Days from 0 to 365."), NULL },
    { SETTING_REVIEW_DAYS_LOW, NUMBER_COLUMNS, N_("Low risk: review after"),
      N_("days; 0: never; check locally"), N_("Days from 0 to 365."), NULL },
    { SETTING_SMALLEST_PC_MIB, WIDE_COLUMNS, N_("Smallest PC"), N_("counts for new passphrases"),
      N_("Choose the memory: F4 shows the list."), office_field_memories },
};
enum { FIELD_COUNT = sizeof(fields) / sizeof(fields[0]) };

/* An office that once had a name keeps one. */
static bool needs_name(const struct settings_view *settings, const struct setting_field *row)
{
    return row->setting == SETTING_OFFICE_NAME && settings->known[SETTING_OFFICE_NAME][0] != '\0';
}

static void add_field(struct settings_view *settings, const struct setting_field *row)
{
    const char *id = setting_key(row->setting);
    const char *value = settings->known[row->setting];
    struct form_field *field =
        form_add(&settings->form, row->add_options == NULL ? FORM_TEXT : FORM_CHOICE, id,
                 language_text(row->label));
    if (field == NULL)
        return;
    field->columns = row->columns;
    field->is_read_only = !settings->may_change;
    field->is_required = needs_name(settings, row);
    field->input.max = SETTING_TEXT_SIZE / 4;
    form_field_hint(field, language_text(row->hint));
    if (row->add_options != NULL)
        row->add_options(field);
    /* Set by a command or by a newer program. */
    if (row->add_options != NULL && value[0] != '\0' && !form_field_has_option(field, value))
        form_field_option(field, value, value);
    text_input_set(&field->input, value);
}

/* The hint stays in sight: what a number counts must be seen beside it. */
static void show_unit(struct form_field *field, const struct setting_field *row)
{
    if (row->columns == NUMBER_COLUMNS)
        form_field_remark(field, language_text(row->hint));
}

/* A stick may be out just now, so that is only told. */
static void look_for_folder(struct form *form)
{
    struct stat info;
    const char *id = setting_key(SETTING_BACKUP_FOLDER);
    const char *folder = form_value(form, id);
    const bool is_there = folder[0] == '\0' || (stat(folder, &info) == 0 && S_ISDIR(info.st_mode));
    form_field_remark(form_find(form, id), is_there ? NULL : _("not there just now"));
}

static void build(struct settings_view *settings)
{
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        add_field(settings, &fields[i]);
        show_unit(form_find(&settings->form, setting_key(fields[i].setting)), &fields[i]);
    }
    look_for_folder(&settings->form);
    if (settings->may_change)
        form_button(&settings->form, _("saves the settings"));
}

static enum status read_all(struct settings_view *settings, struct store *store,
                            struct error *error)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < FIELD_COUNT && status == STATUS_OK; i++)
        status = setting_text(store, fields[i].setting, settings->known[fields[i].setting], error);
    return status;
}

/* What was typed stays; what was not follows the file. */
static void carry(struct settings_view *settings, const struct form *old,
                  char (*before)[SETTING_TEXT_SIZE])
{
    for (size_t i = 0; i < FIELD_COUNT && old->count > 0; i++) {
        const char *id = setting_key(fields[i].setting);
        const char *typed = form_value(old, id);
        if (strcmp(typed, before[fields[i].setting]) != 0)
            form_set(&settings->form, id, typed);
    }
    if (old->count > 0)
        settings->form.focus = old->focus;
    else
        form_focus_first(&settings->form);
}

static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct settings_view *settings = (struct settings_view *)view;
    char before[SETTING_COUNT][SETTING_TEXT_SIZE];
    memcpy(before, settings->known, sizeof(before));
    const enum status status = read_all(settings, app_store(app), error);
    if (status != STATUS_OK)
        return status;
    struct form old = settings->form;
    settings->may_change = session_may(app_session(app), ACT_CHANGE_RULES);
    form_init(&settings->form, app_today(app));
    build(settings);
    carry(settings, &old, before);
    settings->form.is_dirty = old.is_dirty;
    form_release(&old);
    return STATUS_OK;
}

static struct form *settings_form(struct view *view)
{
    struct settings_view *settings = (struct settings_view *)view;
    return settings->may_change ? &settings->form : NULL;
}

static const char *draft_form(const struct view *view)
{
    return ((const struct settings_view *)view)->may_change ? "settings" : NULL;
}

/* ---- checking and saving */

static bool is_blank(const char *text)
{
    return text[strspn(text, " ")] == '\0';
}

static bool check_field(struct settings_view *settings, const struct setting_field *row)
{
    struct form *form = &settings->form;
    const char *id = setting_key(row->setting);
    if (row->setting == SETTING_OFFICE_CODE)
        office_code_tidy(form, id);
    if (needs_name(settings, row) && is_blank(form_value(form, id))) {
        form_field_fault(form_find(form, id), _("Type the name of the office: papers carry it."));
        return false;
    }
    const bool is_valid = setting_check(row->setting, form_value(form, id), NULL) == STATUS_OK;
    form_field_fault(form_find(form, id), is_valid ? NULL : language_text(row->fault));
    if (row->setting == SETTING_BACKUP_FOLDER)
        look_for_folder(form);
    return is_valid;
}

static void left(struct app *app, struct view *view, size_t field)
{
    struct settings_view *settings = (struct settings_view *)view;
    (void)app;
    if (field < FIELD_COUNT)
        check_field(settings, &fields[field]);
}

/* Those that differ from the file. */
static size_t find_changes(const struct settings_view *settings,
                           struct setting_change changes[FIELD_COUNT])
{
    size_t count = 0;
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        const char *value = form_value(&settings->form, setting_key(fields[i].setting));
        if (strcmp(value, settings->known[fields[i].setting]) != 0)
            changes[count++] = (struct setting_change){ fields[i].setting, value };
    }
    return count;
}

/* What the session has read when it began. */
static enum status follow(struct session *session, struct error *error)
{
    struct store *store = session->desk.desk.store;
    enum status status =
        setting_number(store, SETTING_IDLE_LOCK_MINUTES, &session->lock_minutes, error);
    if (status == STATUS_OK)
        status = setting_text(store, SETTING_OFFICE_NAME, session->office_name, error);
    if (status == STATUS_OK && session->office_name[0] == '\0')
        status = setting_text(store, SETTING_OFFICE_CODE, session->office_name, error);
    return status;
}

static void save(struct app *app, struct view *view)
{
    struct settings_view *settings = (struct settings_view *)view;
    struct setting_change changes[FIELD_COUNT];
    struct error error = { 0 };
    struct session *session = app_session(app);
    for (size_t i = 0; i < FIELD_COUNT; i++)
        if (!check_field(settings, &fields[i])) {
            form_focus(&settings->form, setting_key(fields[i].setting));
            return;
        }
    const size_t count = find_changes(settings, changes);
    enum status status = office_change_settings(session->desk.office, changes, count, &error);
    if (status == STATUS_OK)
        status = follow(session, &error);
    if (status != STATUS_OK) {
        app_fail(app, &error);
        return;
    }
    app_drop_draft(app, view);
    app_reload(app, view);
    app_say(app, count == 0 ? _("Nothing was changed.")
                            : _("The settings are saved; the journal tells who changed what."));
}

/* ---- showing */

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct settings_view *settings = (const struct settings_view *)view;
    struct area body = frame->body;
    snprintf(frame->title, sizeof(frame->title), "%s", _("Settings"));
    snprintf(frame->right, sizeof(frame->right), "%.120s", app_session_of(app)->office_name);
    int row = body.rows > 16;
    if (!settings->may_change)
        row += area_paragraph(body, row, 1, STYLE_PLAIN,
                              _("Only a supervisor changes these: you can read them.")) +
               (body.rows > 16);
    form_draw(&settings->form, area_part(body, row, 0, body.rows - row, body.columns));
    if (settings->may_change)
        form_write_next(&settings->form, frame->next, sizeof(frame->next));
    else
        snprintf(frame->next, sizeof(frame->next), "%s", _("Esc goes back."));
}

static void release(struct view *view)
{
    form_release(&((struct settings_view *)view)->form);
}

/* ---- its keys */

static const struct action action_save_settings = { "save_settings", NC_("key bar", "Save"),
                                                    N_("Save the settings") };

static bool may_change(const struct app *app, const struct view *view)
{
    (void)app;
    return ((const struct settings_view *)view)->may_change;
}

static const struct binding keymap[] = {
    { "<F2>", &action_save_settings, save, may_change },
    { .action = NULL },
};

const struct view_class settings_view_class = {
    .name = "settings",
    .about = N_("What the office has decided for itself.  A change counts at once and for "
                "everybody, and the journal keeps what it was before."),
    .size = sizeof(struct settings_view),
    .keymap = keymap,
    .keeps_place = true,
    .load = load,
    .draw = draw,
    .form = settings_form,
    .submit = save,
    .left = left,
    .draft_form = draft_form,
    .release = release,
};
