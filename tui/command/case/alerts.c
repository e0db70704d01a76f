/* SPDX-License-Identifier: Apache-2.0 */

/* qadam case alerts, case alert-seen: what a supervisor has to be told of. */
#include "casefile/alert_store.h"
#include "command/case/command.h"
#include "command/case/words.h"
#include "command/json.h"
#include "language.h"
#include "sentence.h"
#include "wording/alert_text.h"
#include "wording/local_time.h"

#include <stdlib.h>

const struct option case_alerts_options[] = {
    { "json", NULL, N_("Print an array of JSON objects."), OPTION_FLAG, 0, 0, false },
    TODAY_OPTION,
    { .name = NULL },
};

const struct option case_alert_seen_options[] = {
    TODAY_OPTION,
    { .name = NULL },
};

/* ---- listing */

static void print_alert(struct case_desk *desk, const struct casefile_alert *alert)
{
    char since[LOCAL_TIME_SIZE];
    local_time_format(since, alert->raised_at);
    printf("%s\t%s\t%s\t%s\t%s\t%s\n", alert->id, alert->number,
           alert_text_title(&desk->desk, alert), alert->for_role, since,
           case_desk_user_name(desk, alert->raised_by));
}

static void add_alert(struct json *json, struct case_desk *desk, const struct casefile_alert *alert)
{
    const struct json_member members[] = {
        { "id", JSON_TEXT, alert->id, 0 },
        { "casefile", JSON_TEXT, alert->casefile_id, 0 },
        { "number", JSON_TEXT, alert->number, 0 },
        { "indication", JSON_TEXT, alert->indication, 0 },
        { "for_role", JSON_TEXT, alert->for_role, 0 },
        { "raised_at", JSON_TEXT, alert->raised_at, 0 },
        { "raised_by", JSON_TEXT, case_desk_user_name(desk, alert->raised_by), 0 },
        { "is_gone", JSON_BOOL, NULL, alert->is_gone },
    };
    json_add(json, members, sizeof(members) / sizeof(members[0]));
}

static int print_all(struct case_desk *desk, const struct casefile_alert_list *alerts, bool is_json)
{
    int code = EXIT_CODE_DONE;
    struct json *json = is_json ? json_begin() : NULL;
    for (size_t i = 0; i < alerts->count; i++)
        if (is_json)
            add_alert(json, desk, &alerts->items[i]);
        else
            print_alert(desk, &alerts->items[i]);
    if (is_json)
        code = json_end_array(json);
    else if (alerts->count == 0)
        sentence_say(NULL, _("There is no alert that your role has to see."));
    return code == EXIT_CODE_DONE && alerts->count == 0 ? EXIT_CODE_NO : code;
}

void case_alerts_warn(struct case_desk *desk)
{
    struct casefile_alert_list alerts = { .items = NULL };
    char *text = NULL;
    size_t size = 0;
    if (casefile_alert_list_open(desk->desk.store, desk->desk.role, &alerts, NULL) != STATUS_OK)
        return;
    FILE *memory = alerts.count == 0 ? NULL : open_memstream(&text, &size);
    if (memory != NULL) {
        fputs(_("YOU HAVE TO KNOW ('qadam case alerts'):"), memory);
        for (size_t i = 0; i < alerts.count; i++)
            fprintf(memory, "%s %s %s", i == 0 ? "" : ";", alerts.items[i].number,
                    alert_text_title(&desk->desk, &alerts.items[i]));
        if (fclose(memory) == 0)
            sentence_say(NULL, text);
    }
    free(text);
    free(alerts.items);
}

int case_alerts_run(const struct arguments *arguments)
{
    struct case_desk desk;
    struct error error = { 0 };
    struct casefile_alert_list alerts = { .items = NULL };
    int code = case_desk_open(&desk, arguments, ACT_READ_CASES);
    if (code == EXIT_CODE_DONE)
        code =
            casefile_alert_list_open(desk.desk.store, desk.desk.role, &alerts, &error) == STATUS_OK
                ? print_all(&desk, &alerts, arguments_has(arguments, "json"))
                : sentence_fail(NULL, &error);
    free(alerts.items);
    case_desk_close(&desk);
    return code;
}

/* ---- seeing */

static int say_why_not(const char *typed, const struct error *error)
{
    static const struct {
        enum status status;
        const char *text;
    } sentences[] = {
        { STATUS_NOT_FOUND, N_("There is no such alert; 'qadam case alerts' lists them.") },
        { STATUS_INVALID, N_("The ids of several alerts begin so: type more of it.") },
        { STATUS_EXISTS, N_("This alert was seen already.") },
        { STATUS_REFUSED, N_("This alert is for another role: tell a supervisor or a protection "
                             "officer, who notes it.") },
    };
    for (size_t i = 0; i < sizeof(sentences) / sizeof(sentences[0]); i++)
        if (sentences[i].status == error->status)
            return case_say_no(typed, language_text(sentences[i].text));
    return sentence_fail(typed, error);
}

static int see(struct case_desk *desk, const char *remark)
{
    struct error error = { 0 };
    struct casefile_alert alert;
    const char *typed = desk->arguments[0];
    enum status status = casefile_alert_see(&desk->desk, typed, remark, &error);
    if (status == STATUS_OK)
        status = casefile_alert_find(desk->desk.store, typed, &alert, &error);
    if (status != STATUS_OK)
        return say_why_not(typed, &error);
    puts(alert.number);
    return EXIT_CODE_DONE;
}

int case_alert_seen_run(const struct arguments *arguments)
{
    struct case_desk desk;
    struct case_words remark = { .field = "remark", .question = _("What follows from it? ") };
    int code = case_desk_prepare(&desk, arguments);
    if (code == EXIT_CODE_DONE)
        code = case_words_read(&remark, 1, arguments);
    if (code == EXIT_CODE_DONE)
        code = case_desk_login(&desk, arguments, ACT_WORK_CASES);
    if (code == EXIT_CODE_DONE)
        code = case_words_ask(&remark, 1);
    if (code == EXIT_CODE_DONE)
        code = see(&desk, remark.value);
    case_desk_close(&desk);
    case_words_release(&remark, 1);
    return code;
}
