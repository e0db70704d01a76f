/* SPDX-License-Identifier: Apache-2.0 */

/* qadam case close, transfer: a matter ends here, or somebody is asked to let it end. */
#include "casefile/casefile_store.h"
#include "command/case/closing.h"
#include "command/case/command.h"
#include "command/case/words.h"
#include "command/json.h"
#include "language.h"
#include "sentence.h"

#include <stdlib.h>
#include <string.h>

const struct option case_close_options[] = {
    { "reason", N_("WORD"), N_("Why it is closed; the words stand below."), OPTION_TEXT, 0, 0,
      false },
    { "refuse", NULL, N_("Somebody asked to close it, and it shall stay open."), OPTION_FLAG, 0, 0,
      false },
    TODAY_OPTION,
    { "json", NULL, N_("Print one JSON object."), OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};

const struct option case_transfer_options[] = {
    TODAY_OPTION,
    { "json", NULL, N_("Print one JSON object."), OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};

void case_close_write_help(FILE *stream)
{
    fprintf(stream, "%s\n", _("Reasons:"));
    for (enum closing_reason reason = CLOSING_NONE + 1; reason < CLOSING_REASON_COUNT; reason++)
        fprintf(stream, "  %-20s %s\n", closing_reason_word(reason),
                case_text_closing_reason(reason));
}

static bool needs_remark(enum closing_reason reason)
{
    return reason == CLOSING_OTHER || reason == CLOSING_TRANSFERRED;
}

static int fail(const char *typed, const struct casefile_closed *closed, const struct error *error)
{
    bool is_blocked = error->status == STATUS_REFUSED && closed->block != CLOSING_FREE;
    if (error->status == STATUS_TEXT_EMPTY) {
        sentence_say(typed, _("For this reason a remark is needed: give it on standard input as "
                              "'remark: ...'."));
        return EXIT_CODE_USAGE;
    }
    return is_blocked ? case_say_no(typed, case_text_closing_block(closed->block))
                      : case_fail(typed, error, NULL);
}

/* ---- closing */

/* The state, for scripts: closed, asked, open... */
static int tell(const struct arguments *arguments, struct case_desk *desk, const char *id,
                const char *state)
{
    struct casefile casefile;
    struct error error = { 0 };
    if (casefile_load(desk->desk.store, id, &casefile, &error) != STATUS_OK)
        return case_fail(desk->arguments[0], &error, NULL);
    if (state == NULL)
        state = casefile_state_word(casefile.state);
    const struct json_member members[] = { { "id", JSON_TEXT, casefile.id, 0 },
                                           { "number", JSON_TEXT, casefile.number, 0 },
                                           { "state", JSON_TEXT, state, 0 } };
    int code = EXIT_CODE_DONE;
    if (arguments_has(arguments, "json"))
        code = json_print(members, sizeof(members) / sizeof(members[0]));
    else
        printf("%s\t%s\n", casefile.number, state);
    casefile_release(&casefile);
    return code;
}

/* Whoever approves what was asked for need not repeat the words. */
static enum status find_asked_remark(struct case_desk *desk, const char *id,
                                     enum closing_reason reason, char **remark, struct error *error)
{
    struct casefile casefile;
    if (*remark != NULL || !case_desk_may(desk, ACT_APPROVE_CASES))
        return STATUS_OK;
    enum status status = casefile_load(desk->desk.store, id, &casefile, error);
    if (status != STATUS_OK)
        return status;
    if (casefile.closing_asked_at[0] != '\0' && casefile.closing_asked_reason == reason) {
        *remark = casefile.closing_remark;
        casefile.closing_remark = NULL;
    }
    casefile_release(&casefile);
    return STATUS_OK;
}

static int close_casefile(struct case_desk *desk, const struct arguments *arguments,
                          enum closing_reason reason, char **remark)
{
    struct casefile_closed closed = { .block = CLOSING_FREE };
    struct error error = { 0 };
    char id[UUID_TEXT_SIZE];
    int code = case_desk_find(desk, desk->arguments[0], id);
    if (code == EXIT_CODE_DONE)
        code = case_closing_confirm(desk, id, reason);
    if (code != EXIT_CODE_DONE)
        return code;
    enum status status = find_asked_remark(desk, id, reason, remark, &error);
    const struct casefile_closing closing = {
        .reason = reason, .remark = *remark, .is_approver = case_desk_may(desk, ACT_APPROVE_CASES)
    };
    if (status == STATUS_OK)
        status = casefile_close(&desk->desk, id, &closing, &closed, &error);
    if (status != STATUS_OK)
        return fail(desk->arguments[0], &closed, &error);
    if (closed.is_asked)
        sentence_say(NULL, _("The casefile stays open until a supervisor closes it; that was asked "
                             "for."));
    return tell(arguments, desk, id, closed.is_asked ? "asked" : NULL);
}

static int refuse_closing(struct case_desk *desk, const struct arguments *arguments,
                          const char *remark)
{
    struct error error = { 0 };
    char id[UUID_TEXT_SIZE];
    int code = case_desk_find(desk, desk->arguments[0], id);
    if (code != EXIT_CODE_DONE)
        return code;
    enum status status = casefile_refuse_closing(&desk->desk, id, remark, &error);
    if (status == STATUS_NOT_FOUND)
        return case_say_no(desk->arguments[0], _("Nobody asked to close this casefile."));
    return status == STATUS_OK ? tell(arguments, desk, id, NULL)
                               : case_fail(desk->arguments[0], &error, NULL);
}

/* CLOSING_NONE to refuse, and where a terminal is still to be asked. */
static int read_reason(const struct arguments *arguments, enum closing_reason *out)
{
    struct error error = { 0 };
    const char *word = arguments_text(arguments, "reason");
    bool is_refused = arguments_has(arguments, "refuse");
    *out = CLOSING_NONE;
    if (word == NULL && (is_refused || case_words_are_asked()))
        return EXIT_CODE_DONE;
    if (word == NULL || is_refused)
        return arguments_refuse(arguments, _("Say either --reason WORD or --refuse."));
    if (closing_reason_parse(out, word, &error) != STATUS_OK || *out == CLOSING_NONE)
        return arguments_refuse(arguments, _("There is no such reason; --help lists them."));
    return EXIT_CODE_DONE;
}

static int ask(bool is_refused, enum closing_reason *reason, struct case_words *remark)
{
    int code = EXIT_CODE_DONE;
    if (!is_refused && *reason == CLOSING_NONE)
        code = case_closing_ask_reason(reason);
    return code == EXIT_CODE_DONE && (is_refused || needs_remark(*reason))
               ? case_words_ask(remark, 1)
               : code;
}

int case_close_run(const struct arguments *arguments)
{
    struct case_desk desk = { .office = NULL };
    enum closing_reason reason;
    bool is_refused = arguments_has(arguments, "refuse");
    struct case_words remark = { .field = "remark",
                                 .question = _("Remark: "),
                                 .is_required = is_refused || case_words_are_asked() };
    int code = read_reason(arguments, &reason);
    if (code == EXIT_CODE_DONE)
        code = case_desk_prepare(&desk, arguments);
    if (code == EXIT_CODE_DONE && (is_refused || needs_remark(reason)))
        code = case_words_read(&remark, 1, arguments);
    if (code == EXIT_CODE_DONE)
        code = case_desk_login(&desk, arguments, is_refused ? ACT_APPROVE_CASES : ACT_WORK_CASES);
    if (code == EXIT_CODE_DONE)
        code = ask(is_refused, &reason, &remark);
    if (code == EXIT_CODE_DONE)
        code = is_refused ? refuse_closing(&desk, arguments, remark.value)
                          : close_casefile(&desk, arguments, reason, &remark.value);
    case_desk_close(&desk);
    case_words_release(&remark, 1);
    return code;
}

/* ---- transferring */

/* To whom and why, in one remark; the caller frees it. */
static char *join(const char *receiver, const char *reason)
{
    char *joined = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&joined, &size);
    if (memory == NULL)
        return NULL;
    fprintf(memory, "%s\n%s", receiver, reason);
    fclose(memory);
    return joined;
}

static int transfer(struct case_desk *desk, const struct arguments *arguments,
                    const struct case_words *words)
{
    char *remark = join(words[0].value, words[1].value);
    if (remark == NULL)
        return EXIT_CODE_DEVICE;
    int code = close_casefile(desk, arguments, CLOSING_TRANSFERRED, &remark);
    free(remark);
    return code;
}

int case_transfer_run(const struct arguments *arguments)
{
    struct case_desk desk;
    struct case_words words[] = {
        { .field = "receiver", .question = _("Which office gets it? "), .is_required = true },
        { .field = "reason", .question = _("Why? "), .is_required = true },
    };
    const size_t count = sizeof(words) / sizeof(words[0]);
    int code = case_desk_prepare(&desk, arguments);
    if (code == EXIT_CODE_DONE)
        code = case_words_read(words, count, arguments);
    if (code == EXIT_CODE_DONE)
        code = case_desk_login(&desk, arguments, ACT_WORK_CASES);
    if (code == EXIT_CODE_DONE)
        code = case_words_ask(words, count);
    if (code == EXIT_CODE_DONE)
        code = transfer(&desk, arguments, words);
    case_desk_close(&desk);
    case_words_release(words, count);
    return code;
}
