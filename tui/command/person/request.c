/* SPDX-License-Identifier: Apache-2.0 */

/* qadam person request: what people ask about their data, and what came of it. */
#include "command/entry_form.h"
#include "command/json.h"
#include "command/person/command.h"
#include "command/row.h"
#include "command/today_option.h"
#include "language.h"
#include "rights/person_request.h"
#include "sentence.h"

#include <stdlib.h>
#include <string.h>

const struct option person_request_add_options[] = {
    { "kind", "access|correction|objection|erasure|restriction", N_("What is asked for."),
      OPTION_CHOICE, 0, 0, true },
    { "objects-to", "statistics|sharing|tracing|photo|other",
      N_("What an objection is against; consents to it end at once."), OPTION_CHOICE, 0, 0, false },
    { "by", "person|guardian|lawyer", N_("Who asks; the person if you do not say."), OPTION_CHOICE,
      0, 0, false },
    { "received", "YYYY-MM-DD", N_("When it came; today if you do not say."), OPTION_TEXT, 0, 0,
      false },
    TODAY_OPTION,
    { .name = NULL },
};
const struct option person_request_list_options[] = {
    { "person", N_("ID"), N_("All of this person, answered ones too."), OPTION_TEXT, 0, 0, false },
    TODAY_OPTION,
    { "json", NULL, N_("Print one JSON array."), OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};
const struct option person_request_answer_options[] = {
    { "decision", "granted|partly|refused", N_("What was decided."), OPTION_CHOICE, 0, 0, true },
    TODAY_OPTION,
    { .name = NULL },
};

enum { TEXT, FIELD_COUNT };
static const struct entry_form_field about_fields[FIELD_COUNT + 1] = {
    [TEXT] = { "about", N_("What is asked for, in words"), NULL, PERSON_REQUEST_TEXT_MAX, true,
               true, NULL },
    [FIELD_COUNT] = { .name = NULL },
};
static const struct entry_form_field reason_fields[FIELD_COUNT + 1] = {
    [TEXT] = { "reason", N_("Why it was decided so"), NULL, PERSON_REQUEST_TEXT_MAX, true, false,
               NULL },
    [FIELD_COUNT] = { .name = NULL },
};

void person_request_add_write_help(FILE *stream)
{
    entry_form_write_help(stream, about_fields);
}

void person_request_answer_write_help(FILE *stream)
{
    entry_form_write_help(stream, reason_fields);
}

/* ---- add */

static int read_request(const struct arguments *arguments, struct person_request *out,
                        struct day today)
{
    struct error error = { 0 };
    const char *objection = arguments_text(arguments, "objects-to");
    const char *asker = arguments_text(arguments, "by");
    enum status status =
        person_request_kind_parse(&out->kind, arguments_text(arguments, "kind"), &error);
    if (status == STATUS_OK && objection != NULL)
        status = objection_parse(&out->objects_to, objection, &error);
    if (status == STATUS_OK && asker != NULL)
        status = data_recipient_parse(&out->asked_by, asker, &error);
    if (status != STATUS_OK)
        return sentence_fail(NULL, &error);
    if ((out->kind == PERSON_REQUEST_OBJECTION) != (objection != NULL))
        return arguments_refuse(arguments,
                                _("An objection, and nothing else, needs --objects-to."));
    out->received_on = today;
    const int code = day_option_read(arguments, "received", &out->received_on);
    if (code == EXIT_CODE_DONE && day_compare(out->received_on, today) > 0)
        return arguments_refuse(arguments, _("This day has not come yet."));
    return code;
}

static int add(struct office *office, struct entry_form *form, struct person_request *request,
               const char *typed)
{
    char day[DAY_TEXT_SIZE];
    struct error error = { 0 };
    int code = person_resolve(office, typed, request->person_id);
    if (code == EXIT_CODE_DONE)
        code = entry_form_ask(form, NULL);
    if (code != EXIT_CODE_DONE)
        return code;
    request->about = form->values[TEXT].text;
    const enum status status = person_request_add(office_store(office), office_actor(office),
                                                  request, form->today, &error);
    if (status != STATUS_OK)
        return person_fail(typed, &error, NULL);
    row_begin(request->id);
    row_add(row_day(day, true, request->due_on));
    row_end();
    return EXIT_CODE_DONE;
}

int person_request_add_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct office_file file;
    struct entry_form form = { .fields = about_fields };
    struct person_request request = { .about = NULL }; /* its text stays the form's */
    int code = office_file_find(&file, arguments);
    if (code == EXIT_CODE_DONE)
        code = today_option_read(arguments, &form.today);
    if (code == EXIT_CODE_DONE)
        code = read_request(arguments, &request, form.today);
    if (code == EXIT_CODE_DONE)
        code = entry_form_read(&form, arguments);
    if (code == EXIT_CODE_DONE)
        code = login_open_file(&office, arguments, &file.login, ACT_KEEP_PEOPLE);
    if (code == EXIT_CODE_DONE)
        code = add(office, &form, &request, file.arguments[0]);
    entry_form_release(&form);
    office_close(&office);
    return code;
}

/* ---- list */

static void add_json(struct json *json, const struct person_request *request, bool is_overdue)
{
    char received[DAY_TEXT_SIZE];
    char due[DAY_TEXT_SIZE];
    char answered[DAY_TEXT_SIZE];
    const bool is_answered = request->decision != DECISION_OPEN;
    const struct json_member members[] = {
        { "id", JSON_TEXT, request->id, 0 },
        { "person", JSON_TEXT, request->person_id, 0 },
        { "kind", JSON_TEXT, person_request_kind_word(request->kind), 0 },
        { "asked_by", JSON_TEXT, data_recipient_word(request->asked_by), 0 },
        { "objects_to", JSON_TEXT, row_code(objection_word(request->objects_to)), 0 },
        { "about", JSON_TEXT, request->about, 0 },
        { "received", JSON_TEXT, row_day(received, true, request->received_on), 0 },
        { "due", JSON_TEXT, row_day(due, true, request->due_on), 0 },
        { "overdue", JSON_BOOL, NULL, is_overdue },
        { "decision", JSON_TEXT, row_code(person_request_decision_word(request->decision)), 0 },
        { "reason", JSON_TEXT, request->reason, 0 },
        { "answered", JSON_TEXT, row_day(answered, is_answered, request->answered_on), 0 },
    };
    json_add(json, members, sizeof(members) / sizeof(members[0]));
}

static void write_row(const struct person_request *request, bool is_overdue)
{
    char due[DAY_TEXT_SIZE];
    row_begin(request->id);
    row_add(request->person_id);
    row_add(person_request_kind_word(request->kind));
    row_add(objection_word(request->objects_to));
    row_add(row_day(due, true, request->due_on));
    row_add(is_overdue ? "overdue" : person_request_decision_word(request->decision));
    row_add(request->about);
    row_end();
}

static int list(const struct arguments *arguments, struct office *office, struct day today)
{
    char id[UUID_TEXT_SIZE];
    struct person_request_list requests;
    struct error error = { 0 };
    const char *typed = arguments_text(arguments, "person");
    int code = typed == NULL ? EXIT_CODE_DONE : person_resolve(office, typed, id);
    if (code != EXIT_CODE_DONE)
        return code;
    const enum status status = person_request_list_open(
        office_store(office), typed == NULL ? NULL : id, &requests, &error);
    struct json *json = arguments_has(arguments, "json") ? json_begin() : NULL;
    for (size_t i = 0; status == STATUS_OK && i < requests.count; i++) {
        const struct person_request *request = &requests.items[i];
        const bool is_overdue =
            request->decision == DECISION_OPEN && day_compare(request->due_on, today) < 0;
        if (json != NULL)
            add_json(json, request, is_overdue);
        else
            write_row(request, is_overdue);
    }
    if (json != NULL)
        code = json_end_array(json);
    person_request_list_release(&requests);
    return status == STATUS_OK ? code : sentence_fail(NULL, &error);
}

int person_request_list_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct office_file file;
    struct day today;
    int code = office_file_find(&file, arguments);
    if (code == EXIT_CODE_DONE)
        code = today_option_read(arguments, &today);
    if (code == EXIT_CODE_DONE) {
        file.login.only_reads = true;
        code = login_open_file(&office, arguments, &file.login, ACT_READ_PEOPLE);
    }
    if (code == EXIT_CODE_DONE)
        code = list(arguments, office, today);
    office_close(&office);
    return code;
}

/* ---- answer */

static int answer_fail(const char *typed, const struct error *error)
{
    if (error->status == STATUS_NOT_FOUND)
        return person_say_no(typed, _("There is no such request here."));
    if (error->status == STATUS_EXISTS)
        return person_say_no(typed, _("Several requests begin so: type more of the id."));
    if (error->status == STATUS_REFUSED)
        return person_say_no(typed, _("This request was answered before."));
    return sentence_fail(typed, error);
}

static int answer(const struct arguments *arguments, struct office *office, struct entry_form *form,
                  const char *typed)
{
    char id[UUID_TEXT_SIZE];
    struct error error = { 0 };
    enum person_request_decision decision = DECISION_OPEN;
    enum status status = person_request_find(office_store(office), typed, id, &error);
    if (status == STATUS_OK)
        status =
            person_request_decision_parse(&decision, arguments_text(arguments, "decision"), &error);
    if (status != STATUS_OK)
        return answer_fail(typed, &error);
    const int code = entry_form_ask(form, NULL);
    if (code != EXIT_CODE_DONE)
        return code;
    if (decision != DECISION_GRANTED && form->values[TEXT].text == NULL)
        return entry_form_say(form, TEXT, _("What is not granted needs its reason."));
    status = person_request_answer(office_store(office), office_actor(office), id, decision,
                                   form->values[TEXT].text, form->today, &error);
    if (status != STATUS_OK)
        return answer_fail(typed, &error);
    puts(id);
    return EXIT_CODE_DONE;
}

int person_request_answer_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct office_file file;
    struct entry_form form = { .fields = reason_fields };
    int code = entry_form_open(&form, &office, &file, arguments, ACT_EXPORT_PEOPLE);
    if (code == EXIT_CODE_DONE)
        code = answer(arguments, office, &form, file.arguments[0]);
    entry_form_release(&form);
    office_close(&office);
    return code;
}
