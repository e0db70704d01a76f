/* SPDX-License-Identifier: Apache-2.0 */

/* qadam consent check, and override, for what goes out all the same. */
#include "agency/agency_store.h"
#include "command/consent/command.h"
#include "command/entry_form.h"
#include "command/json.h"
#include "command/person/resolve.h"
#include "command/record_name.h"
#include "command/row.h"
#include "command/today_option.h"
#include "language.h"
#include "sentence.h"
#include "wording/consent_text.h"

#include <stdlib.h>
#include <string.h>

#define USE_OPTIONS                                                                                     \
    { "for",                                                                                            \
      "case_work|statistics|tracing|sharing|photo|other",                                               \
      N_("What is to be done with the data; sharing if you do not say."),                               \
      OPTION_CHOICE,                                                                                    \
      0,                                                                                                \
      0,                                                                                                \
      false },                                                                                          \
        { "to",                                                                                         \
          N_("KIND"),                                                                                   \
          N_("The kind of organisation that gets it: shelter, police, family."),                        \
          OPTION_TEXT,                                                                                  \
          0,                                                                                            \
          0,                                                                                            \
          false },                                                                                      \
        { "agency", N_("ID"), N_("The organisation that gets it."), OPTION_TEXT, 0, 0, false },         \
        { "on", "YYYY-MM-DD", N_("On which day; today if you do not say."), OPTION_TEXT, 0, 0, false }, \
        TODAY_OPTION

const struct option consent_check_options[] = {
    USE_OPTIONS,
    { "json", NULL, N_("Print one JSON object."), OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};

const struct option consent_override_options[] = {
    USE_OPTIONS,
    { "way", "print|export", N_("How it leaves the office; as a print if you do not say."),
      OPTION_CHOICE, 0, 0, false },
    { .name = NULL },
};

enum { REASON, FIELD_COUNT };

static const struct entry_form_field fields[FIELD_COUNT + 1] = {
    [REASON] = { "reason", N_("Why data is shared without consent"), NULL, CONSENT_REASON_MAX,
                 false, true, NULL },
    [FIELD_COUNT] = { .name = NULL },
};

void consent_override_write_help(FILE *stream)
{
    entry_form_write_help(stream, fields);
}

static int read_body(struct office *office, const char *typed, char id[UUID_TEXT_SIZE],
                     char kind[AGENCY_KIND_MAX + 1])
{
    struct agency agency;
    struct error error = { 0 };
    const int code = agency_resolve(office, typed, id);
    if (code != EXIT_CODE_DONE)
        return code;
    if (agency_load(office_store(office), id, &agency, &error) != STATUS_OK)
        return sentence_fail(NULL, &error);
    memcpy(kind, agency.kind, sizeof(agency.kind));
    agency_release(&agency);
    return EXIT_CODE_DONE;
}

int consent_use_read(struct office *office, const struct arguments *arguments,
                     struct consent_use *out, char agency_id[UUID_TEXT_SIZE],
                     char kind[AGENCY_KIND_MAX + 1])
{
    const char *purpose = arguments_text(arguments, "for");
    const char *to = arguments_text(arguments, "to");
    const char *agency = arguments_text(arguments, "agency");
    int code = today_option_read(arguments, &out->day);
    kind[0] = '\0';
    out->recipient = kind;
    out->purpose = CONSENT_SHARING;
    if (purpose != NULL && consent_purpose_parse(&out->purpose, purpose, NULL) != STATUS_OK)
        out->purpose = CONSENT_SHARING; /* the options allow no other word */
    if (code == EXIT_CODE_DONE)
        code = day_option_read(arguments, "on", &out->day);
    if (code == EXIT_CODE_DONE && to != NULL && agency != NULL)
        return arguments_refuse(arguments, _("Say --to or --agency, not both."));
    if (code == EXIT_CODE_DONE && out->purpose == CONSENT_SHARING && to == NULL && agency == NULL)
        return arguments_refuse(arguments, _("Say who gets it: --to or --agency."));
    if (code == EXIT_CODE_DONE && to != NULL) {
        if (!consent_recipient_is_known(to))
            return arguments_refuse(arguments, consent_recipient_fault(to, out->day));
        snprintf(kind, AGENCY_KIND_MAX + 1, "%s", to);
    }
    if (code == EXIT_CODE_DONE && agency != NULL) {
        code = read_body(office, agency, agency_id, kind);
        out->agency_id = agency_id;
    }
    return code;
}

/* ---- check */

static int print_json(const struct consent_judgement *judgement)
{
    char since[DAY_TEXT_SIZE];
    day_format(since, judgement->since);
    const struct json_member members[] = {
        { "covered", JSON_BOOL, NULL, judgement->verdict == CONSENT_COVERED },
        { "verdict", JSON_TEXT, consent_verdict_word(judgement->verdict), 0 },
        { "consent_id", JSON_TEXT, row_code(judgement->consent_id), 0 },
        { "since", JSON_TEXT, judgement->has_since ? since : NULL, 0 },
        { "withheld", JSON_NUMBER, NULL, (long long)judgement->withheld.count },
    };
    return json_print(members, sizeof(members) / sizeof(members[0]));
}

static void print_words(const struct consent_judgement *judgement, bool may)
{
    char sentence[CONSENT_SENTENCE_SIZE];
    consent_advice(sentence, judgement, may);
    sentence_write_text(stdout, sentence);
    for (size_t i = 0; i < judgement->withheld.count; i++) {
        const char *what = judgement->withheld.items[i].what;
        printf("%s: ", _("Must not be told"));
        sentence_write_name(stdout, what == NULL ? _("anything") : what);
        putchar('\n');
    }
}

static int check(struct office *office, const struct arguments *arguments, const char *typed)
{
    char person_id[UUID_TEXT_SIZE], agency_id[UUID_TEXT_SIZE], kind[AGENCY_KIND_MAX + 1];
    struct consent_use use = { .person_id = person_id };
    struct consent_judgement judgement;
    struct error error = { 0 };
    int code = consent_use_read(office, arguments, &use, agency_id, kind);
    if (code == EXIT_CODE_DONE)
        code = person_resolve(office, typed, person_id);
    if (code != EXIT_CODE_DONE)
        return code;
    if (consent_judge(office_store(office), &use, &judgement, &error) != STATUS_OK)
        return sentence_fail(NULL, &error);
    if (arguments_has(arguments, "json"))
        code = print_json(&judgement);
    else
        print_words(&judgement, role_may(office_role(office), ACT_OVERRIDE_CONSENT));
    if (code == EXIT_CODE_DONE && judgement.verdict != CONSENT_COVERED)
        code = EXIT_CODE_NO;
    consent_judgement_release(&judgement);
    return code;
}

int consent_check_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct office_file file;
    int code = office_file_find(&file, arguments);
    file.login.only_reads = true;
    if (code == EXIT_CODE_DONE)
        code = login_open_file(&office, arguments, &file.login, ACT_READ_PEOPLE);
    if (code == EXIT_CODE_DONE)
        code = check(office, arguments, file.arguments[0]);
    office_close(&office);
    return code;
}

/* ---- override */

static int override(struct office *office, const struct arguments *arguments, const char *typed,
                    struct entry_form *form)
{
    char person_id[UUID_TEXT_SIZE], agency_id[UUID_TEXT_SIZE], kind[AGENCY_KIND_MAX + 1];
    struct consent_use use = { .person_id = person_id };
    const char *way = arguments_text(arguments, "way");
    struct error error = { 0 };
    int code = consent_use_read(office, arguments, &use, agency_id, kind);
    if (code == EXIT_CODE_DONE)
        code = person_resolve(office, typed, person_id);
    if (code == EXIT_CODE_DONE)
        code = entry_form_ask(form, NULL);
    if (code != EXIT_CODE_DONE)
        return code;
    const struct consent_override order = {
        .use = &use,
        .way = way != NULL && strcmp(way, "export") == 0 ? CONSENT_WAY_EXPORT : CONSENT_WAY_PRINT,
        .reason = form->values[REASON].text,
        .role = role_name(office_role(office)),
        .may = role_may(office_role(office), ACT_OVERRIDE_CONSENT),
    };
    const enum status status =
        consent_override(office_store(office), office_actor(office), &order, &error);
    if (status == STATUS_OK)
        return EXIT_CODE_DONE;
    if (status != STATUS_INVALID)
        return consent_fail(CONSENT_SOUND, &error);
    sentence_say(NULL, _("A consent of the person covers this: nothing has to be overridden."));
    return EXIT_CODE_NO;
}

int consent_override_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct office_file file;
    struct entry_form form = { .fields = fields };
    int code = office_file_find(&file, arguments);
    if (code == EXIT_CODE_DONE)
        code = entry_form_read(&form, arguments);
    if (code == EXIT_CODE_DONE)
        code = login_open_file(&office, arguments, &file.login, ACT_OVERRIDE_CONSENT);
    if (code == EXIT_CODE_DONE)
        code = override(office, arguments, file.arguments[0], &form);
    entry_form_release(&form);
    office_close(&office);
    return code;
}
