/* SPDX-License-Identifier: Apache-2.0 */

/* qadam counsel list and show. */
#include "command/counsel/command.h"
#include "command/json.h"
#include "command/person/sheet.h"
#include "command/row.h"
#include "command/today_option.h"
#include "counselling/advice_store.h"
#include "language.h"
#include "sentence.h"
#include "wording/case_text.h"
#include "wording/hotline_label.h"

#include <limits.h>
#include <stdlib.h>

const struct option counsel_list_options[] = {
    { "topic", N_("CODE"), N_("Only answers to this topic."), OPTION_TEXT, 0, 0, false },
    { "words", N_("TEXT"), N_("Only those that hold all these words."), OPTION_TEXT, 0, 0, false },
    { "language", N_("CODE"), N_("Titles in this language, if there are any: ky."), OPTION_TEXT, 0,
      0, false },
    { "topics", NULL, N_("The topics instead."), OPTION_FLAG, 0, 0, false },
    { "all", NULL, N_("Those that are not told any more, too."), OPTION_FLAG, 0, 0, false },
    TODAY_OPTION,
    { "json", NULL, N_("Print one JSON array."), OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};

const struct option counsel_show_options[] = {
    { "version", N_("N"), N_("This version; else the newest."), OPTION_NUMBER, 1, INT_MAX, false },
    TODAY_OPTION,
    { "json", NULL, N_("Print one JSON object."), OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};

/* ---- JSON */

static char *texts_make(const struct advice *advice)
{
    char *text = NULL;
    struct json *json = json_begin();
    for (size_t i = 0; i < advice->text_count; i++) {
        const struct json_member members[] = {
            { "language", JSON_TEXT, advice->texts[i].language, 0 },
            { "title", JSON_TEXT, advice->texts[i].title, 0 },
            { "text", JSON_TEXT, advice->texts[i].body, 0 },
        };
        json_add(json, members, sizeof(members) / sizeof(members[0]));
    }
    return json_end_text(json, &text) == EXIT_CODE_DONE ? text : NULL;
}

static void add_json(struct json *json, const struct advice *advice, struct day today)
{
    char valid[DAY_TEXT_SIZE], checked[DAY_TEXT_SIZE];
    char *texts = texts_make(advice);
    const struct json_member members[] = {
        { "id", JSON_TEXT, advice->id, 0 },
        { "version", JSON_NUMBER, NULL, advice->version },
        { "topic", JSON_TEXT, advice->topic, 0 },
        { "texts", JSON_RAW, texts, 0 },
        { "provider", JSON_TEXT, advice->provider, 0 },
        { "address", JSON_TEXT, advice->address, 0 },
        { "hours", JSON_TEXT, advice->hours, 0 },
        { "cost", JSON_TEXT, advice->cost, 0 },
        { "legal_basis", JSON_TEXT, advice->legal_basis, 0 },
        { "source", JSON_TEXT, advice->source, 0 },
        { "valid_until", JSON_TEXT, row_day(valid, advice->has_valid_until, advice->valid_until),
          0 },
        { "check_locally", JSON_BOOL, NULL, advice->check_locally },
        { "checked_on", JSON_TEXT, row_day(checked, advice->has_checked_on, advice->checked_on),
          0 },
        { "checked_by", JSON_TEXT, row_code(advice->checked_by), 0 },
        { "doubt", JSON_TEXT, row_code(advice_doubt_word(advice_doubt(advice, today))), 0 },
        { "active", JSON_BOOL, NULL, advice->is_active },
    };
    json_add(json, members, sizeof(members) / sizeof(members[0]));
    free(texts);
}

/* ---- list */

static void write_row(const struct advice *advice, const char *language, struct day today)
{
    const struct advice_text *text = advice_text_in(advice, language);
    row_begin(advice->id);
    row_add(advice->topic);
    row_add(text == NULL ? "" : text->title);
    row_add(advice->provider);
    row_add(advice_doubt_word(advice_doubt(advice, today)));
    row_add(advice->check_locally ? "check_locally" : "");
    row_end();
}

static int write_topics(const struct topic_list *topics)
{
    for (size_t i = 0; i < topics->topic_count; i++) {
        row_begin(topics->topics[i].id);
        row_add(workflow_text(topics->topics[i].title));
        row_end();
    }
    return EXIT_CODE_DONE;
}

static bool is_wanted(const struct advice *advice, const struct topic_list *topics,
                      const char *words)
{
    const struct choice *topic = topic_find(topics, advice->topic);
    return words == NULL ||
           advice_passes(advice, topic == NULL ? NULL : workflow_text(topic->title), words);
}

static int list(struct office *office, const struct arguments *arguments,
                const struct topic_list *topics, struct day today)
{
    const struct advice_filter filter = { .topic = arguments_text(arguments, "topic"),
                                          .includes_inactive = arguments_has(arguments, "all") };
    const char *language = arguments_text(arguments, "language");
    struct advice_list answers;
    struct error error = { 0 };
    size_t shown = 0;
    if (advice_list(office_store(office), &filter, &answers, &error) != STATUS_OK)
        return sentence_fail(NULL, &error);
    struct json *json = arguments_has(arguments, "json") ? json_begin() : NULL;
    const bool is_json = json != NULL;
    for (size_t i = 0; i < answers.count; i++) {
        if (!is_wanted(&answers.items[i], topics, arguments_text(arguments, "words")))
            continue;
        shown++;
        if (is_json)
            add_json(json, &answers.items[i], today);
        else
            write_row(&answers.items[i], language == NULL ? language_code() : language, today);
    }
    advice_list_release(&answers);
    const int code = is_json ? json_end_array(json) : EXIT_CODE_DONE;
    return code == EXIT_CODE_DONE && shown == 0 ? EXIT_CODE_NO : code;
}

int counsel_list_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct office_file file;
    struct topic_list topics = { .topics = NULL };
    struct error error = { 0 };
    struct day today;
    int code = office_file_find(&file, arguments);
    file.login.only_reads = true;
    if (code == EXIT_CODE_DONE)
        code = today_option_read(arguments, &today);
    if (code == EXIT_CODE_DONE && topic_list_load(&topics, &error) != STATUS_OK)
        code = sentence_fail(NULL, &error);
    if (code == EXIT_CODE_DONE)
        code = login_open_file(&office, arguments, &file.login, ACT_LOG_CONTACTS);
    if (code == EXIT_CODE_DONE)
        code = arguments_has(arguments, "topics") ? write_topics(&topics)
                                                  : list(office, arguments, &topics, today);
    topic_list_release(&topics);
    office_close(&office);
    return code;
}

/* ---- show */

static void write_warnings(const struct advice *advice, struct day today)
{
    const char *doubt = label_advice_doubt(advice_doubt(advice, today));
    if (doubt[0] != '\0')
        person_sheet_more(stdout, doubt);
    if (advice->check_locally)
        person_sheet_more(stdout, _("CHECK LOCALLY: this is general and no law of your place"));
    if (!advice->is_active)
        person_sheet_more(stdout, _("NOT TOLD ANY MORE"));
}

static void write_day(const char *label, bool has_day, struct day day)
{
    char text[DAY_TEXT_SIZE];
    if (has_day) {
        day_format(text, day);
        person_sheet_line(stdout, label, text);
    }
}

static void write_sheet(const struct advice *advice, struct day today)
{
    puts(advice->id);
    person_sheet_line(stdout, _("Topic"), advice->topic);
    write_warnings(advice, today);
    for (size_t i = 0; i < advice->text_count; i++) {
        person_sheet_line(stdout, advice->texts[i].language, advice->texts[i].title);
        person_sheet_lines(stdout, NULL, advice->texts[i].body);
    }
    person_sheet_line(stdout, _("Provider"), advice->provider);
    person_sheet_line(stdout, _("Address"), advice->address);
    person_sheet_line(stdout, _("Hours"), advice->hours);
    person_sheet_line(stdout, _("What it costs"), advice->cost);
    person_sheet_line(stdout, _("Legal basis"), advice->legal_basis);
    person_sheet_line(stdout, _("Source"), advice->source);
    write_day(_("Valid until"), advice->has_valid_until, advice->valid_until);
    write_day(_("Checked on"), advice->has_checked_on, advice->checked_on);
}

static int show(struct office *office, const struct arguments *arguments, const char *typed,
                struct day today)
{
    char id[UUID_TEXT_SIZE];
    struct advice advice;
    struct error error = { 0 };
    const long version =
        arguments_has(arguments, "version") ? arguments_number(arguments, "version", 0) : 0;
    int code = counsel_resolve(office, typed, id);
    if (code != EXIT_CODE_DONE)
        return code;
    const enum status status = advice_load(office_store(office), id, (int)version, &advice, &error);
    if (status == STATUS_NOT_FOUND) {
        sentence_say(NULL, _("There is no such version of it; without --version the newest is "
                             "shown."));
        return EXIT_CODE_NO;
    }
    if (status != STATUS_OK)
        return sentence_fail(NULL, &error);
    if (arguments_has(arguments, "json")) {
        struct json *json = json_begin();
        add_json(json, &advice, today);
        code = json_end_object(json);
    } else {
        write_sheet(&advice, today);
    }
    advice_release(&advice);
    return code;
}

int counsel_show_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct office_file file;
    struct day today;
    int code = office_file_find(&file, arguments);
    file.login.only_reads = true;
    if (code == EXIT_CODE_DONE)
        code = today_option_read(arguments, &today);
    if (code == EXIT_CODE_DONE)
        code = login_open_file(&office, arguments, &file.login, ACT_LOG_CONTACTS);
    if (code == EXIT_CODE_DONE)
        code = show(office, arguments, file.arguments[0], today);
    office_close(&office);
    return code;
}
