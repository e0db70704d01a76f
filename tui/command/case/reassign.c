/* SPDX-License-Identifier: Apache-2.0 */

/* qadam case review, reassign, handover: what supervision does with casefiles. */
#include "casefile/casefile_store.h"
#include "command/case/command.h"
#include "command/case/words.h"
#include "language.h"
#include "sentence.h"
#include "supervision/reassignment.h"

#include <stdio.h>
#include <string.h>

const struct option case_review_options[] = {
    { "done", NULL, N_("Somebody looked at all of it today."), OPTION_FLAG, 0, 0, false },
    { "on", "YYYY-MM-DD", N_("When it is looked at the next time."), OPTION_TEXT, 0, 0, false },
    { "with-remark", NULL, N_("What was found: a line 'remark: ...', kept as a note."), OPTION_FLAG,
      0, 0, false },
    TODAY_OPTION,
    { .name = NULL },
};

const struct option case_reassign_options[] = {
    { "from", N_("NAME"), N_("Who has them now."), OPTION_TEXT, 0, 0, true },
    { "to", N_("NAME"), N_("Who gets them."), OPTION_TEXT, 0, 0, true },
    { "all", NULL, N_("All open casefiles of that user."), OPTION_FLAG, 0, 0, false },
    TODAY_OPTION,
    { .name = NULL },
};

const struct option case_handover_options[] = {
    { "refuse", NULL, N_("Say no to whoever asked; for supervisors."), OPTION_FLAG, 0, 0, false },
    TODAY_OPTION,
    { .name = NULL },
};

/* ---- review */

static int review_fail(const struct case_desk *desk, const struct error *error)
{
    if (error->status == STATUS_INVALID && strcmp(error->detail, CASEFILE_DETAIL_NO_NEXT) == 0)
        return case_say_no(desk->arguments[0],
                           _("The calendar names no day for this risk: give one with --on, or say "
                             "the risk with 'qadam case risk'."));
    return case_fail(desk->arguments[0], error, NULL);
}

static int review(struct case_desk *desk, const struct arguments *arguments, const struct day *next,
                  const char *remark)
{
    char id[UUID_TEXT_SIZE], day[DAY_TEXT_SIZE];
    struct casefile casefile;
    struct error error = { 0 };
    const int code = case_desk_find(desk, desk->arguments[0], id);
    if (code != EXIT_CODE_DONE)
        return code;
    enum status status = arguments_has(arguments, "done")
                             ? casefile_end_review(&desk->desk, id, next, remark, &error)
                             : casefile_set_review(&desk->desk, id, next, &error);
    if (status == STATUS_OK)
        status = casefile_load(desk->desk.store, id, &casefile, &error);
    if (status != STATUS_OK)
        return review_fail(desk, &error);
    day_format(day, casefile.review_on);
    printf("%s\t%s\n", casefile.number, day);
    casefile_release(&casefile);
    return EXIT_CODE_DONE;
}

/* Before a passphrase is asked for. */
static int read_review(const struct case_desk *desk, const struct arguments *arguments,
                       struct day *next)
{
    const bool is_done = arguments_has(arguments, "done");
    const bool has_day = arguments_has(arguments, "on");
    if (!is_done && !has_day)
        return arguments_refuse(arguments, _("Give --done, --on or both."));
    if (!is_done && arguments_has(arguments, "with-remark"))
        return arguments_refuse(arguments, _("A remark needs --done."));
    const int code = day_option_read(arguments, "on", next);
    if (code == EXIT_CODE_DONE && has_day && day_compare(*next, desk->desk.today) < is_done)
        return arguments_refuse(arguments, is_done ? _("The day of --on is not after today.")
                                                   : _("The day of --on has passed already."));
    return code;
}

int case_review_run(const struct arguments *arguments)
{
    struct case_desk desk;
    struct day next;
    struct case_words remark = { .field = "remark",
                                 .question = _("What was found? "),
                                 .is_required = true };
    const size_t count = arguments_has(arguments, "with-remark");
    int code = case_desk_prepare(&desk, arguments);
    if (code == EXIT_CODE_DONE)
        code = read_review(&desk, arguments, &next);
    if (code == EXIT_CODE_DONE && count > 0)
        code = case_words_read(&remark, count, arguments);
    if (code == EXIT_CODE_DONE)
        code = case_desk_login(&desk, arguments, ACT_WORK_CASES);
    if (code == EXIT_CODE_DONE && count > 0)
        code = case_words_ask(&remark, count);
    if (code == EXIT_CODE_DONE)
        code =
            review(&desk, arguments, arguments_has(arguments, "on") ? &next : NULL, remark.value);
    case_desk_close(&desk);
    case_words_release(&remark, 1);
    return code;
}

/* ---- reassign */

static int reassign_fail(const struct error *error)
{
    if (error->status == STATUS_INVALID)
        return case_say_no(NULL, _("These are the same user: name two."));
    if (error->status == STATUS_NOT_FOUND)
        return case_say_no(NULL, _("That user has no open casefile."));
    if (error->status == STATUS_REFUSED && strcmp(error->detail, REASSIGNMENT_DETAIL_THEIRS) == 0)
        return case_say_no(NULL, _("That user does not have one of these casefiles. Nothing was "
                                   "changed: look with 'qadam case list' and repeat."));
    return case_fail(NULL, error, NULL);
}

static int reassign(struct case_desk *desk, const struct arguments *arguments, const char *reason)
{
    char from[UUID_TEXT_SIZE], to[UUID_TEXT_SIZE];
    char ids[ARGUMENTS_MAX_POSITIONAL][UUID_TEXT_SIZE];
    size_t count = 0, moved;
    struct error error = { 0 };
    int code = case_desk_find_any_user(desk, arguments_text(arguments, "from"), from);
    if (code == EXIT_CODE_DONE)
        code = case_desk_find_user(desk, arguments_text(arguments, "to"), to);
    for (; code == EXIT_CODE_DONE && desk->arguments[count] != NULL; count++)
        code = case_desk_find(desk, desk->arguments[count], ids[count]);
    if (code != EXIT_CODE_DONE)
        return code;
    const struct reassignment reassignment = {
        .from = from,
        .to = to,
        .reason = reason,
        .ids = arguments_has(arguments, "all") ? NULL : (const char(*)[UUID_TEXT_SIZE])ids,
        .count = count,
    };
    if (reassignment_run(&desk->desk, &reassignment, &moved, &error) != STATUS_OK)
        return reassign_fail(&error);
    printf("%zu\n", moved);
    return EXIT_CODE_DONE;
}

int case_reassign_run(const struct arguments *arguments)
{
    struct case_desk desk;
    struct case_words reason = { .field = "reason",
                                 .question = _("Why does somebody else get them? "),
                                 .is_required = true };
    int code = case_desk_prepare(&desk, arguments);
    if (code == EXIT_CODE_DONE && arguments_has(arguments, "all") == (desk.arguments[0] != NULL))
        code = arguments_refuse(arguments, _("Name the casefiles, or give --all."));
    if (code == EXIT_CODE_DONE)
        code = case_words_read(&reason, 1, arguments);
    if (code == EXIT_CODE_DONE)
        code = case_desk_login(&desk, arguments, ACT_ASSIGN_CASES);
    if (code == EXIT_CODE_DONE)
        code = case_words_ask(&reason, 1);
    if (code == EXIT_CODE_DONE)
        code = reassign(&desk, arguments, reason.value);
    case_desk_close(&desk);
    case_words_release(&reason, 1);
    return code;
}

/* ---- handover */

static int hand_over(struct case_desk *desk, bool is_refused, const char *words)
{
    char id[UUID_TEXT_SIZE];
    struct error error = { 0 };
    const int code = case_desk_find(desk, desk->arguments[0], id);
    if (code != EXIT_CODE_DONE)
        return code;
    const enum status status = is_refused ? casefile_refuse_handover(&desk->desk, id, words, &error)
                                          : casefile_ask_handover(&desk->desk, id, words, &error);
    if (status == STATUS_NOT_FOUND && is_refused)
        return case_say_no(desk->arguments[0], _("Nobody asked to hand this casefile over."));
    if (status != STATUS_OK)
        return case_fail(desk->arguments[0], &error,
                         is_refused || strcmp(error.detail, CASEFILE_DETAIL_CLOSED) == 0
                             ? NULL
                             : _("Somebody else has this casefile: they have to ask, or a "
                                 "supervisor assigns it with 'qadam case assign'."));
    puts(is_refused ? "refused" : "asked");
    return EXIT_CODE_DONE;
}

int case_handover_run(const struct arguments *arguments)
{
    struct case_desk desk;
    const bool is_refused = arguments_has(arguments, "refuse");
    struct case_words reason = { .field = "reason",
                                 .question = is_refused ? _("Why not? ")
                                                        : _("Why should somebody else have it? "),
                                 .is_required = true };
    int code = case_desk_prepare(&desk, arguments);
    if (code == EXIT_CODE_DONE)
        code = case_words_read(&reason, 1, arguments);
    if (code == EXIT_CODE_DONE)
        code = case_desk_login(&desk, arguments, is_refused ? ACT_ASSIGN_CASES : ACT_WORK_CASES);
    if (code == EXIT_CODE_DONE)
        code = case_words_ask(&reason, 1);
    if (code == EXIT_CODE_DONE)
        code = hand_over(&desk, is_refused, reason.value);
    case_desk_close(&desk);
    case_words_release(&reason, 1);
    return code;
}
