/* SPDX-License-Identifier: Apache-2.0 */

/* qadam supervision unassigned, approvals and reviews: casefiles that somebody has to look after.
 */
#include "command/case/command.h"
#include "command/json.h"
#include "command/row.h"
#include "command/supervision/command.h"
#include "language.h"
#include "sentence.h"
#include "supervision/watch_list.h"

#define LIST_OPTIONS                                                                               \
    { "limit",       N_("N"), N_("At most N casefiles (100 if you do not say)."),                  \
      OPTION_NUMBER, 1,       WATCH_LIMIT_MAX,                                                     \
      false },                                                                                     \
        { "json", NULL, N_("Print one JSON array."), OPTION_FLAG, 0, 0, false }, TODAY_OPTION,     \
    {                                                                                              \
        .name = NULL                                                                               \
    }

enum { DAYS_AHEAD_MAX = 365 };

const struct option supervision_list_options[] = { LIST_OPTIONS };
const struct option supervision_reviews_options[] = {
    { "for", N_("NAME"), N_("Only casefiles that this user has."), OPTION_TEXT, 0, 0, false },
    { "days", N_("N"), N_("Also what is due within N days."), OPTION_NUMBER, 0, DAYS_AHEAD_MAX,
      false },
    LIST_OPTIONS
};

/* What is printed: several lists, one after the other. */
struct watch_print {
    struct case_desk *desk;
    const struct arguments *arguments;
    struct watch_question question;
    struct json *json; /* NULL: lines */
    int found;
};

static const char *late_word(const struct watch *watch)
{
    return watch->is_alarm ? "late" : "";
}

static void add_json(struct watch_print *print, const struct watch *watch)
{
    char due[DAY_TEXT_SIZE];
    const bool is_asked = watch->kind == WATCH_APPROVAL;
    const struct json_member members[] = {
        { "kind", JSON_TEXT, watch_kind_word(watch->kind), 0 },
        { "number", JSON_TEXT, watch->number, 0 },
        { "casefile", JSON_TEXT, watch->casefile_id, 0 },
        { "person_name", JSON_TEXT, watch->person_name, 0 },
        { "is_restricted", JSON_BOOL, NULL, watch->is_restricted },
        { "risk", JSON_TEXT, row_code(casefile_risk_word(watch->risk)), 0 },
        { "urgency", JSON_TEXT, casefile_urgency_word(watch->urgency), 0 },
        { "since", JSON_TEXT, row_code(watch->since), 0 },
        { "due", JSON_TEXT, row_day(due, watch->has_due, watch->due), 0 },
        { "is_late", JSON_BOOL, NULL, watch->is_alarm },
        { "assigned_to", JSON_TEXT, row_code(case_desk_user_name(print->desk, watch->assigned_to)),
          0 },
        { "asked", JSON_TEXT, is_asked ? approval_kind_word(watch->approval) : NULL, 0 },
        { "step", JSON_TEXT, row_code(watch->step), 0 },
        { "asked_by", JSON_TEXT, row_code(case_desk_user_name(print->desk, watch->user_id)), 0 },
    };
    json_add(print->json, members, sizeof(members) / sizeof(members[0]));
}

static void add_row(const struct watch_print *print, const struct watch *watch)
{
    char due[DAY_TEXT_SIZE];
    row_begin(watch_kind_word(watch->kind));
    row_add(watch->number);
    row_add(watch->person_name == NULL && watch->is_restricted ? _("(restricted)")
                                                               : watch->person_name);
    row_add(casefile_risk_word(watch->risk));
    row_add(casefile_urgency_word(watch->urgency));
    row_add(watch->since);
    row_add(row_day(due, watch->has_due, watch->due));
    row_add(late_word(watch));
    row_add(case_desk_user_name(print->desk, watch->assigned_to));
    if (watch->kind == WATCH_APPROVAL) {
        row_add(approval_kind_word(watch->approval));
        row_add(watch->step);
        row_add(case_desk_user_name(print->desk, watch->user_id));
    }
    row_end();
}

/* For those who see counts only. */
static void add_count(const struct watch_print *print, enum watch_kind kind,
                      const struct watch_list *list)
{
    long long late = 0;
    for (size_t i = 0; i < list->count; i++)
        late += list->items[i].is_alarm;
    const struct json_member members[] = {
        { "kind", JSON_TEXT, watch_kind_word(kind), 0 },
        { "count", JSON_NUMBER, NULL, (long long)list->count },
        { "late", JSON_NUMBER, NULL, late },
        { "has_more", JSON_BOOL, NULL, list->has_more },
    };
    if (print->json != NULL) {
        json_add(print->json, members, sizeof(members) / sizeof(members[0]));
        return;
    }
    row_begin(watch_kind_word(kind));
    row_add_number((long long)list->count);
    row_add_number(late);
    row_end();
}

static int print_list(struct watch_print *print, enum watch_kind kind)
{
    struct watch_list list;
    struct error error = { 0 };
    if (watch_list_load(print->desk->desk.store, kind, &print->question, &list, &error) !=
        STATUS_OK)
        return sentence_fail(NULL, &error);
    if (!case_desk_may(print->desk, ACT_ASSIGN_CASES)) {
        add_count(print, kind, &list);
    } else {
        for (size_t i = 0; i < list.count; i++)
            if (print->json != NULL)
                add_json(print, &list.items[i]);
            else
                add_row(print, &list.items[i]);
        if (list.has_more)
            sentence_say(NULL, _("There are more of them; --limit shows more."));
    }
    print->found += (int)list.count;
    watch_list_release(&list);
    return EXIT_CODE_DONE;
}

static int print_lists(struct watch_print *print, const enum watch_kind *kinds, size_t count)
{
    int code = EXIT_CODE_DONE;
    if (arguments_has(print->arguments, "json"))
        print->json = json_begin();
    for (size_t i = 0; code == EXIT_CODE_DONE && i < count; i++)
        code = print_list(print, kinds[i]);
    if (print->json != NULL) {
        const int ended = json_end_array(print->json);
        code = code == EXIT_CODE_DONE ? ended : code;
    }
    return code == EXIT_CODE_DONE && print->found == 0 ? EXIT_CODE_NO : code;
}

static int run(const struct arguments *arguments, const enum watch_kind *kinds, size_t count)
{
    struct case_desk desk;
    char user[UUID_TEXT_SIZE];
    const char *name = arguments_knows(arguments, "for") ? arguments_text(arguments, "for") : NULL;
    int code = case_desk_open(&desk, arguments, ACT_SUPERVISE);
    if (code == EXIT_CODE_DONE && name != NULL)
        code = case_desk_find_any_user(&desk, name, user);
    if (code == EXIT_CODE_DONE) {
        struct watch_print print = {
            .desk = &desk,
            .arguments = arguments,
            .question = { .reader = desk.desk.actor,
                          .user_id = name == NULL ? NULL : user,
                          .today = desk.desk.today,
                          .days_ahead = arguments_knows(arguments, "days")
                                            ? (int)arguments_number(arguments, "days", 0)
                                            : 0,
                          .limit = (int)arguments_number(arguments, "limit", 0) },
        };
        code = print_lists(&print, kinds, count);
    }
    case_desk_close(&desk);
    return code;
}

int supervision_unassigned_run(const struct arguments *arguments)
{
    static const enum watch_kind kinds[] = { WATCH_UNASSIGNED };
    return run(arguments, kinds, 1);
}

int supervision_approvals_run(const struct arguments *arguments)
{
    static const enum watch_kind kinds[] = { WATCH_APPROVAL };
    return run(arguments, kinds, 1);
}

int supervision_reviews_run(const struct arguments *arguments)
{
    static const enum watch_kind kinds[] = { WATCH_CONTACT, WATCH_REVIEW, WATCH_ASSESSMENT };
    return run(arguments, kinds, sizeof(kinds) / sizeof(kinds[0]));
}
