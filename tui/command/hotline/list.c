/* SPDX-License-Identifier: Apache-2.0 */

/* qadam hotline list and show. */
#include "command/hotline/command.h"
#include "command/json.h"
#include "command/person/sheet.h"
#include "command/row.h"
#include "command/today_option.h"
#include "counselling/advice_store.h"
#include "language.h"
#include "sentence.h"
#include "wording/case_text.h"

#include <stdlib.h>
#include <string.h>

const struct option hotline_list_options[] = {
    { "open", NULL, N_("Only call-backs that are open, the longest overdue first."), OPTION_FLAG, 0,
      0, false },
    { "from", "YYYY-MM-DD", N_("From this day on; else today."), OPTION_TEXT, 0, 0, false },
    { "to", "YYYY-MM-DD", N_("Up to this day; else today."), OPTION_TEXT, 0, 0, false },
    TODAY_OPTION,
    { "json", NULL, N_("Print one JSON array."), OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};

const struct option hotline_show_options[] = {
    { "json", NULL, N_("Print one JSON object."), OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};

/* Codes and ids only, none of which JSON has to escape. */
enum { CODES_SIZE = 2048 };
struct code_lists {
    char topics[CODES_SIZE];
    char signs[CODES_SIZE];
    char told[CODES_SIZE];
    char agencies[CODES_SIZE];
};

static void make_lists(struct code_lists *out, const struct hotline_contact *contact)
{
    char day[DAY_TEXT_SIZE];
    size_t length = 0;
    *out = (struct code_lists){ .topics = "" };
    for (size_t i = 0; i < contact->topic_count; i++)
        length += (size_t)snprintf(out->topics + length, CODES_SIZE - length, "%s\"%s\"",
                                   i == 0 ? "" : ",", contact->topics[i]);
    length = 0;
    for (size_t i = 0; i < contact->sign_count; i++)
        length += (size_t)snprintf(out->signs + length, CODES_SIZE - length, "%s\"%s\":\"%s\"",
                                   i == 0 ? "" : ",", contact->signs[i].sign,
                                   hotline_reply_word(contact->signs[i].reply));
    length = 0;
    for (size_t i = 0; i < contact->told_count; i++) {
        const struct hotline_told *told = &contact->told[i];
        const char *checked = row_day(day, told->has_checked_on, told->checked_on);
        length += (size_t)snprintf(out->told + length, CODES_SIZE - length,
                                   "%s{\"id\":\"%s\",\"version\":%d,\"checked_on\":%s%s%s}",
                                   i == 0 ? "" : ",", told->advice_id, told->version,
                                   checked == NULL ? "" : "\"", checked == NULL ? "null" : checked,
                                   checked == NULL ? "" : "\"");
    }
    length = 0;
    for (size_t i = 0; i < contact->agency_count; i++)
        length += (size_t)snprintf(out->agencies + length, CODES_SIZE - length, "%s\"%s\"",
                                   i == 0 ? "" : ",", contact->agencies[i]);
}

static void add_json(struct json *json, const struct hotline_contact *contact, bool shows_links)
{
    struct code_lists lists;
    char topics[CODES_SIZE + 3], signs[CODES_SIZE + 3], told[CODES_SIZE + 3],
        agencies[CODES_SIZE + 3], day[DAY_TEXT_SIZE], back[DAY_TEXT_SIZE];
    const bool has_back = contact->call_back != HOTLINE_NO_CALL_BACK;
    make_lists(&lists, contact);
    snprintf(topics, sizeof(topics), "[%s]", lists.topics);
    snprintf(signs, sizeof(signs), "{%s}", lists.signs);
    snprintf(told, sizeof(told), "[%s]", lists.told);
    snprintf(agencies, sizeof(agencies), "[%s]", lists.agencies);
    day_format(day, contact->day);
    const struct json_member members[] = {
        { "id", JSON_TEXT, contact->id, 0 },
        { "day", JSON_TEXT, day, 0 },
        { "time", JSON_TEXT, contact->time, 0 },
        { "minutes", JSON_NUMBER, NULL, contact->minutes },
        { "taken_by", JSON_TEXT, contact->taken_by, 0 },
        { "channel", JSON_TEXT, hotline_channel_word(contact->channel), 0 },
        { "language", JSON_TEXT, contact->language, 0 },
        { "caller", JSON_TEXT, hotline_caller_word(contact->caller), 0 },
        { "country", JSON_TEXT, row_code(contact->country), 0 },
        { "anonymous", JSON_BOOL, NULL, hotline_is_anonymous(contact) },
        { "person", JSON_TEXT, shows_links ? row_code(contact->person_id) : NULL, 0 },
        { "casefile", JSON_TEXT, shows_links ? row_code(contact->casefile_id) : NULL, 0 },
        { "topics", JSON_RAW, topics, 0 },
        { "question", JSON_TEXT, contact->question, 0 },
        { "told", JSON_RAW, told, 0 },
        { "worry", JSON_BOOL, NULL, contact->is_worrying },
        { "signs", JSON_RAW, signs, 0 },
        { "sign_count", JSON_NUMBER, NULL, hotline_sign_count(contact) },
        { "referred", JSON_RAW, agencies, 0 },
        { "call_back", JSON_TEXT, row_code(hotline_call_back_word(contact->call_back)), 0 },
        { "call_back_on", JSON_TEXT, row_day(back, has_back, contact->call_back_on), 0 },
        { "call_back_time", JSON_TEXT, contact->call_back_time, 0 },
        { "call_back_way", JSON_TEXT, has_back ? hotline_way_word(contact->call_back_way) : NULL,
          0 },
        { "code_word", JSON_TEXT, contact->code_word, 0 },
        { "tries", JSON_NUMBER, NULL, contact->tries },
        { "result", JSON_TEXT, contact->result, 0 },
        { "corrects", JSON_TEXT, row_code(contact->corrects), 0 },
    };
    json_add(json, members, sizeof(members) / sizeof(members[0]));
}

static void write_row(const struct hotline_contact *contact)
{
    char day[DAY_TEXT_SIZE], topics[CODES_SIZE] = "";
    size_t length = 0;
    for (size_t i = 0; i < contact->topic_count; i++)
        length += (size_t)snprintf(topics + length, sizeof(topics) - length, "%s%s",
                                   i == 0 ? "" : ",", contact->topics[i]);
    day_format(day, contact->day);
    row_begin(contact->id);
    row_add(day);
    row_add(contact->time);
    row_add_number(contact->minutes);
    row_add(hotline_channel_word(contact->channel));
    row_add(contact->language);
    row_add(hotline_caller_word(contact->caller));
    row_add(topics);
    row_add_number(hotline_sign_count(contact));
    row_add(hotline_call_back_word(contact->call_back));
    row_end();
}

static int list(struct office *office, const struct arguments *arguments,
                const struct hotline_filter *filter)
{
    struct hotline_list contacts;
    struct error error = { 0 };
    const bool is_json = arguments_has(arguments, "json");
    const bool shows_links = role_may(office_role(office), ACT_READ_PEOPLE);
    if (hotline_list(office_store(office), filter, &contacts, &error) != STATUS_OK)
        return sentence_fail(NULL, &error);
    struct json *json = is_json ? json_begin() : NULL;
    for (size_t i = 0; i < contacts.count; i++)
        if (is_json)
            add_json(json, &contacts.items[i], shows_links);
        else
            write_row(&contacts.items[i]);
    int code = is_json ? json_end_array(json) : EXIT_CODE_DONE;
    if (code == EXIT_CODE_DONE && contacts.count == 0)
        code = EXIT_CODE_NO;
    hotline_list_release(&contacts);
    return code;
}

int hotline_list_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct office_file file;
    struct day today;
    struct hotline_filter filter = { .only_open = arguments_has(arguments, "open") };
    int code = office_file_find(&file, arguments);
    file.login.only_reads = true;
    if (code == EXIT_CODE_DONE)
        code = today_option_read(arguments, &today);
    if (code == EXIT_CODE_DONE) {
        filter.from = filter.to = today;
        code = day_option_read(arguments, "from", &filter.from);
    }
    if (code == EXIT_CODE_DONE)
        code = day_option_read(arguments, "to", &filter.to);
    if (code == EXIT_CODE_DONE)
        code = login_open_file(&office, arguments, &file.login, ACT_LOG_CONTACTS);
    if (code == EXIT_CODE_DONE)
        code = list(office, arguments, &filter);
    office_close(&office);
    return code;
}

/* ---- one of them */

static int write_told(struct office *office, const struct hotline_contact *contact)
{
    struct error error = { 0 };
    for (size_t i = 0; i < contact->told_count; i++) {
        struct advice advice;
        const struct hotline_told *told = &contact->told[i];
        if (advice_load(office_store(office), told->advice_id, told->version, &advice, &error) !=
            STATUS_OK)
            return sentence_fail(NULL, &error);
        const struct advice_text *text = advice_text_in(&advice, contact->language);
        person_sheet_line(stdout, _("Told"), text == NULL ? advice.topic : text->title);
        advice_release(&advice);
    }
    return EXIT_CODE_DONE;
}

static void write_topics(const struct hotline_contact *contact, const struct topic_list *topics)
{
    for (size_t i = 0; i < contact->topic_count; i++) {
        const struct choice *topic = topic_find(topics, contact->topics[i]);
        person_sheet_line(stdout, _("Topic"),
                          topic == NULL ? contact->topics[i] : workflow_text(topic->title));
    }
    for (size_t i = 0; i < contact->sign_count; i++) {
        const struct question *sign = topic_find_sign(topics, contact->signs[i].sign);
        if (contact->signs[i].reply == HOTLINE_YES)
            person_sheet_line(stdout, _("Sign"),
                              sign == NULL ? contact->signs[i].sign : workflow_text(sign->text));
    }
    if (contact->sign_count > 0)
        person_sheet_more(
            stdout, workflow_text(topic_indication(topics, hotline_sign_count(contact))->says));
}

static int write_sheet(struct office *office, const struct hotline_contact *contact,
                       const struct topic_list *topics)
{
    char day[DAY_TEXT_SIZE], minutes[16];
    puts(contact->id);
    day_format(day, contact->day);
    snprintf(minutes, sizeof(minutes), "%d", contact->minutes);
    person_sheet_line(stdout, _("Day"), day);
    person_sheet_line(stdout, _("Time"), contact->time);
    person_sheet_line(stdout, _("Minutes"), minutes);
    person_sheet_line(stdout, _("Language"), contact->language);
    if (hotline_is_anonymous(contact))
        person_sheet_more(stdout, _("ANONYMOUS"));
    else if (role_may(office_role(office), ACT_READ_PEOPLE)) {
        person_sheet_line(stdout, _("Person"), contact->person_id);
        person_sheet_line(stdout, _("Casefile"), contact->casefile_id);
    }
    write_topics(contact, topics);
    person_sheet_lines(stdout, _("Question"), contact->question);
    const int code = write_told(office, contact);
    if (contact->call_back != HOTLINE_NO_CALL_BACK) {
        day_format(day, contact->call_back_on);
        person_sheet_line(stdout, _("Call-back on"), day);
        person_sheet_line(stdout, _("Safe time"), contact->call_back_time);
        person_sheet_line(stdout, _("Code word"), contact->code_word);
        person_sheet_line(stdout, _("Call-back"), hotline_call_back_word(contact->call_back));
    }
    person_sheet_lines(stdout, _("Result"), contact->result);
    return code;
}

static int show(struct office *office, const struct arguments *arguments, const char *typed)
{
    char id[UUID_TEXT_SIZE];
    struct error error = { 0 };
    struct topic_list topics = { .topics = NULL };
    struct hotline_contact contact = { .question = NULL };
    int code = hotline_resolve(office, typed, id);
    if (code != EXIT_CODE_DONE)
        return code;
    enum status status = hotline_load(office_store(office), id, &contact, &error);
    if (status == STATUS_OK)
        status = topic_list_load(&topics, &error);
    if (status != STATUS_OK) {
        code = sentence_fail(NULL, &error);
    } else if (arguments_has(arguments, "json")) {
        struct json *json = json_begin();
        add_json(json, &contact, role_may(office_role(office), ACT_READ_PEOPLE));
        code = json_end_object(json);
    } else {
        code = write_sheet(office, &contact, &topics);
    }
    topic_list_release(&topics);
    hotline_contact_release(&contact);
    return code;
}

int hotline_show_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct office_file file;
    int code = office_file_find(&file, arguments);
    file.login.only_reads = true;
    if (code == EXIT_CODE_DONE)
        code = login_open_file(&office, arguments, &file.login, ACT_LOG_CONTACTS);
    if (code == EXIT_CODE_DONE)
        code = show(office, arguments, file.arguments[0]);
    office_close(&office);
    return code;
}
