/* SPDX-License-Identifier: Apache-2.0 */

/* qadam consent list and show. */
#include "command/consent/command.h"
#include "command/json.h"
#include "command/person/resolve.h"
#include "command/person/sheet.h"
#include "command/record_name.h"
#include "command/row.h"
#include "command/today_option.h"
#include "language.h"
#include "sentence.h"
#include "wording/consent_text.h"

#include <stdlib.h>

const struct option consent_list_options[] = {
    { "json", NULL, N_("Print one JSON array."), OPTION_FLAG, 0, 0, false },
    TODAY_OPTION,
    { .name = NULL },
};

const struct option consent_show_options[] = {
    { "json", NULL, N_("Print one JSON object."), OPTION_FLAG, 0, 0, false },
    TODAY_OPTION,
    { .name = NULL },
};

int consent_resolve(struct office *office, const char *typed, char id[UUID_TEXT_SIZE])
{
    static const struct record_texts texts = {
        .not_found = N_("There is no such consent here."),
        .ambiguous = N_("The ids of several consents begin so: type more of it."),
        .unreadable = N_("Name the consent by at least the first eight signs of its id, 0-9 and "
                         "a-f."),
    };
    struct error error = { 0 };
    if (consent_find(office_store(office), typed, id, &error) == STATUS_OK)
        return EXIT_CODE_DONE;
    return record_fail_search(&texts, &error);
}

int consent_fail(enum consent_flaw flaw, const struct error *error)
{
    static const struct record_texts texts = {
        .not_found = N_("There is no such person, guardian or organisation."),
        .ambiguous = N_("The ids of several consents begin so: type more of it."),
        .unreadable = N_("A code is wrong: the language, or with whom it is shared."),
    };
    if (flaw == CONSENT_SOUND)
        return record_fail(&texts, error);
    sentence_say(NULL, consent_flaw_sentence(flaw));
    return EXIT_CODE_NO;
}

/* ---- for scripts */

static int withheld_json(const struct consent *consent, char **out)
{
    struct json *json = json_begin();
    for (size_t i = 0; i < consent->withheld.count; i++) {
        const struct consent_withheld *item = &consent->withheld.items[i];
        const struct json_member members[] = {
            { "what", JSON_TEXT, item->what, 0 },
            { "from", JSON_TEXT, row_code(item->whom), 0 },
            { "why", JSON_TEXT, consent_withholding_word(item->reason), 0 },
        };
        json_add(json, members, sizeof(members) / sizeof(members[0]));
    }
    return json_end_text(json, out);
}

static int add_json(struct json *json, const struct consent *consent)
{
    char given[DAY_TEXT_SIZE], expires[DAY_TEXT_SIZE], withdrawn[DAY_TEXT_SIZE];
    char *withheld = NULL;
    const int code = withheld_json(consent, &withheld);
    day_format(given, consent->given_on);
    day_format(expires, consent->expires_on);
    day_format(withdrawn, consent->withdrawn_on);
    const struct json_member members[] = {
        { "id", JSON_TEXT, consent->id, 0 },
        { "person_id", JSON_TEXT, consent->person_id, 0 },
        { "purpose", JSON_TEXT, consent_purpose_word(consent->purpose), 0 },
        { "agreed", JSON_BOOL, NULL, consent->is_agreed },
        { "recipient", JSON_TEXT, row_code(consent->recipient), 0 },
        { "agency_id", JSON_TEXT, row_code(consent->agency_id), 0 },
        { "about", JSON_TEXT, consent->about, 0 },
        { "given_by", JSON_TEXT, consent_giver_word(consent->given_by), 0 },
        { "giver_name", JSON_TEXT, consent->giver_name, 0 },
        { "language", JSON_TEXT, consent->language, 0 },
        { "understands", JSON_BOOL, NULL, consent->is_understood },
        { "read_aloud", JSON_BOOL, NULL, consent->is_read_aloud },
        { "child_agrees", JSON_RAW,
          !consent->has_assent ? NULL : (consent->is_assented ? "true" : "false"), 0 },
        { "given_on", JSON_TEXT, given, 0 },
        { "valid_until", JSON_TEXT, consent->has_expires_on ? expires : NULL, 0 },
        { "withdrawn_on", JSON_TEXT, consent->is_withdrawn ? withdrawn : NULL, 0 },
        { "replaced_by", JSON_TEXT, row_code(consent->superseded_by), 0 },
        { "withhold", JSON_RAW, withheld, 0 },
    };
    json_add(json, members, sizeof(members) / sizeof(members[0]));
    free(withheld);
    return code;
}

/* ---- in words */

static void write_line(const struct consent *consent, struct day today)
{
    char state[CONSENT_STATE_SIZE], given[DAY_TEXT_SIZE];
    const char *whom = consent_whom_text(consent);
    consent_state_text(state, consent, today);
    day_format(given, consent->given_on);
    printf("%s\t%s\t", given, consent_purpose_text(consent->purpose));
    sentence_write_name(stdout, whom);
    printf("\t%s\t%s\n", state, consent->id);
}

static void write_withheld(const struct consent *consent)
{
    for (size_t i = 0; i < consent->withheld.count; i++) {
        const struct consent_withheld *item = &consent->withheld.items[i];
        person_sheet_line(stdout, _("Must not be told"),
                          item->what == NULL ? _("anything") : item->what);
        if (item->whom[0] != '\0')
            person_sheet_line(stdout, _("  to"), consent_recipient_text(item->whom));
        person_sheet_line(stdout, _("  because"), consent_withholding_text(item->reason));
    }
}

static void write_sheet(const struct consent *consent, struct day today)
{
    char state[CONSENT_STATE_SIZE], given[DAY_TEXT_SIZE];
    consent_state_text(state, consent, today);
    day_format(given, consent->given_on);
    person_sheet_line(stdout, _("Consent for"), consent_purpose_text(consent->purpose));
    if (consent_whom_text(consent)[0] != '\0')
        person_sheet_line(stdout, _("Shared with"), consent_whom_text(consent));
    if (consent->about != NULL)
        person_sheet_line(stdout, _("What for"), consent->about);
    person_sheet_line(stdout, _("State"), state);
    person_sheet_line(stdout, _("Given on"), given);
    person_sheet_line(stdout, _("Decided by"), consent_giver_text(consent->given_by));
    if (consent->giver_name != NULL)
        person_sheet_line(stdout, "", consent->giver_name);
    person_sheet_line(stdout, _("Language"), consent->language);
    write_withheld(consent);
    if (consent->withdrawn_by != NULL)
        person_sheet_line(stdout, _("Taken back by"), consent->withdrawn_by);
    if (consent->withdrawn_reason != NULL)
        person_sheet_line(stdout, _("Because"), consent->withdrawn_reason);
    person_sheet_line(stdout, "", consent->id);
}

/* ---- the commands */

static int print_list(const struct consent_list *consents, bool is_json, struct day today)
{
    int code = EXIT_CODE_DONE;
    struct json *json = is_json ? json_begin() : NULL;
    for (size_t i = 0; i < consents->count && code == EXIT_CODE_DONE; i++) {
        if (is_json)
            code = add_json(json, &consents->items[i]);
        else
            write_line(&consents->items[i], today);
    }
    const int end = is_json ? json_end_array(json) : EXIT_CODE_DONE;
    if (code != EXIT_CODE_DONE || end != EXIT_CODE_DONE)
        return code != EXIT_CODE_DONE ? code : end;
    if (consents->count == 0 && !is_json)
        sentence_say(NULL, _("Nobody has asked this person for consent yet: 'qadam consent add' "
                             "writes it down."));
    return consents->count == 0 ? EXIT_CODE_NO : EXIT_CODE_DONE;
}

static int list(struct office *office, const struct arguments *arguments, const char *typed,
                struct day today)
{
    char id[UUID_TEXT_SIZE];
    struct consent_list consents;
    struct error error = { 0 };
    int code = person_resolve(office, typed, id);
    if (code != EXIT_CODE_DONE)
        return code;
    if (consent_list(office_store(office), id, &consents, &error) != STATUS_OK)
        return sentence_fail(NULL, &error);
    code = print_list(&consents, arguments_has(arguments, "json"), today);
    consent_list_release(&consents);
    return code;
}

static int show(struct office *office, const struct arguments *arguments, const char *typed,
                struct day today)
{
    char id[UUID_TEXT_SIZE];
    struct consent consent;
    struct error error = { 0 };
    int code = consent_resolve(office, typed, id);
    if (code != EXIT_CODE_DONE)
        return code;
    if (consent_load(office_store(office), id, &consent, &error) != STATUS_OK)
        return sentence_fail(NULL, &error);
    if (arguments_has(arguments, "json")) {
        struct json *json = json_begin();
        code = add_json(json, &consent);
        const int end = json_end_object(json);
        code = code == EXIT_CODE_DONE ? end : code;
    } else {
        write_sheet(&consent, today);
    }
    consent_release(&consent);
    return code;
}

static int run(const struct arguments *arguments,
               int (*print)(struct office *office, const struct arguments *arguments,
                            const char *typed, struct day today))
{
    struct office *office = NULL;
    struct office_file file;
    struct day today;
    int code = office_file_find(&file, arguments);
    file.login.only_reads = true;
    if (code == EXIT_CODE_DONE)
        code = today_option_read(arguments, &today);
    if (code == EXIT_CODE_DONE)
        code = login_open_file(&office, arguments, &file.login, ACT_READ_PEOPLE);
    if (code == EXIT_CODE_DONE)
        code = print(office, arguments, file.arguments[0], today);
    office_close(&office);
    return code;
}

int consent_list_run(const struct arguments *arguments)
{
    return run(arguments, list);
}

int consent_show_run(const struct arguments *arguments)
{
    return run(arguments, show);
}
