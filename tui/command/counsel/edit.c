/* SPDX-License-Identifier: Apache-2.0 */

/* qadam counsel add, change, check and seed. */
#include "command/counsel/command.h"
#include "command/entry_form.h"
#include "command/record_name.h"
#include "command/today_option.h"
#include "counselling/advice_store.h"
#include "counselling/first_advice.h"
#include "language.h"
#include "sentence.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

const struct option counsel_edit_options[] = {
    TODAY_OPTION,
    { .name = NULL },
};
const struct option counsel_check_options[] = {
    { "day", "YYYY-MM-DD", N_("When it was; else today."), OPTION_TEXT, 0, 0, false },
    TODAY_OPTION,
    { .name = NULL },
};
const struct option counsel_seed_options[] = {
    TODAY_OPTION,
    { .name = NULL },
};

enum {
    TOPIC,
    LANGUAGE,
    TITLE,
    TEXT,
    PROVIDER,
    ADDRESS,
    HOURS,
    COST,
    LEGAL_BASIS,
    SOURCE,
    VALID_UNTIL,
    CHECK_LOCALLY,
    CHECKED_ON,
    IS_ACTIVE,
    FIELD_COUNT
};

static const char *language_fault(const char *text, struct day today)
{
    (void)today;
    return advice_language_is_valid(text) ? NULL : _("The code of a language: ky, ru, prs.");
}

/* What is asked of a new one; a change names what changes. */
static const struct entry_form_field fields[FIELD_COUNT + 1] = {
    [TOPIC] = { "topic", N_("Topic"), N_("a code; 'qadam counsel list --topics' shows them"), 40,
                false, false, entry_form_code_fault },
    [LANGUAGE] = { "language", N_("Language"), N_("of title and text: ky kk tg uz tk ru en"), 3,
                   false, false, language_fault },
    [TITLE] = { "title", N_("Title"), NULL, ADVICE_TITLE_MAX, false, false, NULL },
    [TEXT] = { "text", N_("Text"), N_("as it is read to the caller"), ADVICE_BODY_MAX, true, false,
               NULL },
    [PROVIDER] = { "provider", N_("Provider"), N_("who gives the help"), 200, false, false, NULL },
    [ADDRESS] = { "address", N_("Address"), NULL, 400, false, false, NULL },
    [HOURS] = { "hours", N_("Hours"), NULL, 200, false, false, NULL },
    [COST] = { "cost", N_("What it costs"), NULL, 200, false, false, NULL },
    [LEGAL_BASIS] = { "legal_basis", N_("Legal basis"), NULL, 400, false, false, NULL },
    [SOURCE] = { "source", N_("Source"), N_("where that is written"), 400, false, false, NULL },
    [VALID_UNTIL] = { "valid_until", N_("Valid until"), NULL, 60, false, false,
                      entry_form_day_fault },
    [CHECK_LOCALLY] = { "check_locally", N_("To be checked locally"), N_("yes or no"), 20, false,
                        false, entry_form_truth_fault },
    [CHECKED_ON] = { "checked_on", N_("Checked on"), N_("t is today"), 60, false, false,
                     entry_form_past_day_fault },
    [IS_ACTIVE] = { "active", N_("Is told"), N_("yes or no"), 20, false, false,
                    entry_form_truth_fault },
    [FIELD_COUNT] = { .name = NULL },
};
_Static_assert((int)FIELD_COUNT <= (int)ENTRY_FORM_FIELDS_MAX, "the form holds all fields");

void counsel_edit_write_help(FILE *stream)
{
    entry_form_write_help(stream, fields);
}

static const struct record_texts advice_texts = {
    .not_found = N_("There is no such answer; 'qadam counsel list' shows those there are."),
    .ambiguous = N_("The ids of several answers begin so: type more of it."),
    .unreadable = N_("Name the answer by at least the first eight signs of its id, 0-9 and a-f."),
};

int counsel_resolve(struct office *office, const char *typed, char id[UUID_TEXT_SIZE])
{
    struct error error = { 0 };
    if (advice_find(office_store(office), typed, id, &error) == STATUS_OK)
        return EXIT_CODE_DONE;
    return record_fail_search(&advice_texts, &error);
}

static int fail(const struct error *error)
{
    if (error->status == STATUS_EXISTS) {
        sentence_say(NULL, _("Somebody changed it meanwhile: look at it and change it again."));
        return EXIT_CODE_NO;
    }
    return sentence_fail(NULL, error);
}

/* ---- from the form to the answer */

/* Where the record has the fields that are plain texts; 0, where the id is, for the others. */
static const size_t text_offsets[FIELD_COUNT] = {
    [PROVIDER] = offsetof(struct advice, provider),
    [ADDRESS] = offsetof(struct advice, address),
    [HOURS] = offsetof(struct advice, hours),
    [COST] = offsetof(struct advice, cost),
    [LEGAL_BASIS] = offsetof(struct advice, legal_basis),
    [SOURCE] = offsetof(struct advice, source),
};

static void apply_plain(struct advice *advice, struct entry_form *form)
{
    struct entry_form_value *values = form->values;
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        if (text_offsets[i] == 0 || !values[i].is_given)
            continue;
        char **slot = (char **)(void *)((char *)advice + text_offsets[i]);
        free(*slot);
        *slot = values[i].text;
        values[i].text = NULL;
    }
    if (values[TOPIC].text != NULL)
        snprintf(advice->topic, sizeof(advice->topic), "%s", values[TOPIC].text);
    if (values[VALID_UNTIL].is_given)
        advice->has_valid_until = entry_form_day(form, VALID_UNTIL, &advice->valid_until);
    if (values[CHECKED_ON].is_given)
        advice->has_checked_on = entry_form_day(form, CHECKED_ON, &advice->checked_on);
    if (values[CHECK_LOCALLY].is_given)
        advice->check_locally = entry_form_truth(form, CHECK_LOCALLY);
    if (values[IS_ACTIVE].is_given)
        advice->is_active = entry_form_truth(form, IS_ACTIVE);
}

/* Title and text in one language; what of the two is not named stays. */
static int apply_text(struct advice *advice, const struct entry_form *form)
{
    struct error error = { 0 };
    const struct entry_form_value *values = form->values;
    const char *language = values[LANGUAGE].text;
    const struct advice_text *old = NULL;
    if (values[TITLE].text == NULL && values[TEXT].text == NULL)
        return EXIT_CODE_DONE;
    if (language == NULL)
        return entry_form_say(form, LANGUAGE, _("Say in which language title and text are."));
    for (size_t i = 0; i < advice->text_count; i++)
        if (strcmp(advice->texts[i].language, language) == 0)
            old = &advice->texts[i];
    const char *title = values[TITLE].text != NULL ? values[TITLE].text : old ? old->title : NULL;
    const char *body = values[TEXT].text != NULL ? values[TEXT].text : old ? old->body : NULL;
    if (title == NULL || body == NULL)
        return entry_form_say(form, title == NULL ? TITLE : TEXT,
                              _("A new language needs both a title and a text."));
    return advice_set_text(advice, language, title, body, &error) == STATUS_OK
               ? EXIT_CODE_DONE
               : sentence_fail(NULL, &error);
}

static int apply(struct advice *advice, struct entry_form *form, const struct topic_list *topics)
{
    if (form->values[TOPIC].text != NULL && topic_find(topics, form->values[TOPIC].text) == NULL)
        return entry_form_say(form, TOPIC,
                              _("There is no such topic; 'qadam counsel list "
                                "--topics' shows those there are."));
    const int code = apply_text(advice, form);
    if (code != EXIT_CODE_DONE)
        return code;
    apply_plain(advice, form);
    if (advice->topic[0] == '\0')
        return entry_form_say(form, TOPIC, _("This field is needed."));
    if (advice->text_count == 0)
        return entry_form_say(form, TITLE, _("This field is needed."));
    return EXIT_CODE_DONE;
}

/* ---- the commands */

/* id NULL: a new one. */
static int keep(struct office *office, struct entry_form *form, const struct topic_list *topics,
                const char *id)
{
    struct error error = { 0 };
    struct advice advice = { .is_active = true };
    struct store *store = office_store(office);
    if (id != NULL && advice_load(store, id, 0, &advice, &error) != STATUS_OK)
        return fail(&error);
    int code = apply(&advice, form, topics);
    if (code == EXIT_CODE_DONE) {
        const enum status status =
            id == NULL
                ? advice_add(store, office_actor(office), topics, &advice, form->today, &error)
                : advice_change(store, office_actor(office), topics, &advice, form->today, &error);
        code = status == STATUS_OK ? EXIT_CODE_DONE : fail(&error);
    }
    if (code == EXIT_CODE_DONE)
        puts(advice.id);
    advice_release(&advice);
    return code;
}

static int edit(struct office *office, struct entry_form *form, const char *typed)
{
    char id[UUID_TEXT_SIZE];
    struct topic_list topics;
    struct error error = { 0 };
    int code = typed == NULL ? EXIT_CODE_DONE : counsel_resolve(office, typed, id);
    if (code == EXIT_CODE_DONE)
        code = entry_form_ask(form, NULL);
    if (code != EXIT_CODE_DONE)
        return code;
    code = topic_list_load(&topics, &error) == STATUS_OK
               ? keep(office, form, &topics, typed == NULL ? NULL : id)
               : sentence_fail(NULL, &error);
    topic_list_release(&topics);
    return code;
}

static int run_edit(const struct arguments *arguments, bool is_new)
{
    struct office *office = NULL;
    struct office_file file;
    struct entry_form form = { .fields = fields };
    int code = entry_form_open(&form, &office, &file, arguments, ACT_LOG_CONTACTS);
    if (code == EXIT_CODE_DONE)
        code = edit(office, &form, is_new ? NULL : file.arguments[0]);
    entry_form_release(&form);
    office_close(&office);
    return code;
}

int counsel_add_run(const struct arguments *arguments)
{
    return run_edit(arguments, true);
}

int counsel_change_run(const struct arguments *arguments)
{
    return run_edit(arguments, false);
}

static int check(struct office *office, const char *typed, struct day day, struct day today)
{
    char id[UUID_TEXT_SIZE];
    struct error error = { 0 };
    const int code = counsel_resolve(office, typed, id);
    if (code != EXIT_CODE_DONE)
        return code;
    return advice_check_off(office_store(office), office_actor(office), id, day, today, &error) ==
                   STATUS_OK
               ? EXIT_CODE_DONE
               : fail(&error);
}

int counsel_check_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct office_file file;
    struct day today, day;
    int code = office_file_find(&file, arguments);
    if (code == EXIT_CODE_DONE)
        code = today_option_read(arguments, &today);
    if (code == EXIT_CODE_DONE) {
        day = today;
        code = day_option_read(arguments, "day", &day);
    }
    if (code == EXIT_CODE_DONE)
        code = login_open_file(&office, arguments, &file.login, ACT_LOG_CONTACTS);
    if (code == EXIT_CODE_DONE)
        code = check(office, file.arguments[0], day, today);
    office_close(&office);
    return code;
}

static int seed(struct office *office, struct day today)
{
    size_t added = 0;
    struct topic_list topics;
    struct error error = { 0 };
    enum status status = topic_list_load(&topics, &error);
    if (status == STATUS_OK)
        status = first_advice_take(office_store(office), office_actor(office), &topics, today,
                                   &added, &error);
    topic_list_release(&topics);
    if (status != STATUS_OK)
        return fail(&error);
    printf("%zu\n", added);
    return EXIT_CODE_DONE;
}

int counsel_seed_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct office_file file;
    struct day today;
    int code = office_file_find(&file, arguments);
    if (code == EXIT_CODE_DONE)
        code = today_option_read(arguments, &today);
    if (code == EXIT_CODE_DONE)
        code = login_open_file(&office, arguments, &file.login, ACT_LOG_CONTACTS);
    if (code == EXIT_CODE_DONE)
        code = seed(office, today);
    office_close(&office);
    return code;
}
