/* SPDX-License-Identifier: Apache-2.0 */

/* qadam journal verify and head: whether the journal is whole, and its end on paper. */
#include "command/journal/command.h"

#include "command/json.h"
#include "command/login.h"
#include "command/progress.h"
#include "journal/journal_head.h"
#include "journal/journal_list.h"
#include "language.h"
#include "paragraph.h"
#include "sentence.h"
#include "wording/head_text.h"
#include "wording/local_time.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

enum { HALF_HEAD = JOURNAL_HEAD_TEXT_SIZE / 2 };

#define JSON_OPTION(help)                                                                          \
    {                                                                                              \
        "json", NULL, help, OPTION_FLAG, 0, 0, false                                               \
    }

const struct option journal_verify_options[] = {
    { "head", N_("HASH"),
      N_("A head that was noted earlier: is it still inside? Type it as it stands on the paper, in "
         "quotes; spaces, case and Cyrillic letters that look the same do not matter."),
      OPTION_TEXT, 0, 0, false },
    { "entry", N_("N"), N_("The number of the entry that stands beside the head on the paper."),
      OPTION_NUMBER, 1, INT_MAX, false },
    JSON_OPTION(N_("Print one JSON object.")),
    { .name = NULL },
};

const struct option journal_head_options[] = {
    JSON_OPTION(N_("Print one JSON object.")),
    { .name = NULL },
};

struct verification {
    struct journal_state state;
    char at[MOMENT_TEXT_SIZE]; /* of the last entry */
    bool has_head;             /* one was asked about */
    long long noted;           /* the number on the paper, or 0 */
    struct journal_head_finding finding;
    unsigned char head[JOURNAL_HASH_SIZE];
};

static bool go_on(void *line, long long done)
{
    return progress_report(line, done, 0);
}

static bool copy_moment(void *self, const struct journal_line *line)
{
    struct verification *verification = self;
    snprintf(verification->at, sizeof(verification->at), "%s", line->record.at);
    return false;
}

static enum status verify(struct office *office, struct verification *verification,
                          struct error *error)
{
    struct progress_line line;
    struct store *store = office_store(office);
    progress_begin(&line, _("Checking"));
    const struct journal_watch watch = { go_on, &line };
    const struct journal_question last = { .kind = JOURNAL_ANY_KIND, .limit = 1 };
    enum status status = journal_verify(store, &watch, &verification->state, error);
    progress_end(&line);
    if (status == STATUS_OK)
        status = journal_list(store, &last, copy_moment, verification, error);
    if (status == STATUS_OK && verification->has_head)
        status = journal_head_compare(store, verification->head, verification->noted,
                                      &verification->finding, error);
    return status;
}

/* ---- verify */

static bool is_inside(const struct verification *verification)
{
    return verification->has_head && verification->finding.verdict == JOURNAL_HEAD_INSIDE;
}

static int print_verification_json(const struct verification *verification)
{
    static const char *const verdicts[] = {
        [JOURNAL_HEAD_INSIDE] = "inside",   [JOURNAL_HEAD_CUT] = "cut",
        [JOURNAL_HEAD_CHANGED] = "changed", [JOURNAL_HEAD_ALIKE] = "mistyped",
        [JOURNAL_HEAD_OUTSIDE] = "outside",
    };
    char head[JOURNAL_HEAD_TEXT_SIZE];
    journal_head_format(head, verification->state.head);
    const struct json_member members[] = {
        { "status", JSON_TEXT, status_name(STATUS_OK), 0 },
        { "journal_entries", JSON_NUMBER, NULL, verification->state.count },
        { "journal_head", JSON_TEXT, head, 0 },
        { "contains_head", JSON_BOOL, NULL, is_inside(verification) },
        { "verdict", JSON_TEXT, verdicts[verification->finding.verdict], 0 },
        { "head_entry", JSON_NUMBER, NULL, verification->finding.entry },
    };
    size_t count = sizeof(members) / sizeof(members[0]);
    if (!verification->has_head)
        count -= 3;
    else if (verification->finding.verdict == JOURNAL_HEAD_OUTSIDE)
        count -= 1;
    return json_print(members, count);
}

static void print_verification(const struct verification *verification)
{
    char head[JOURNAL_HEAD_TEXT_SIZE], text[HEAD_TEXT_SIZE];
    journal_head_format(head, verification->state.head);
    if (!verification->has_head || is_inside(verification))
        puts(_("The journal is whole."));
    printf("%s %lld\n", _("Journal entries:"), verification->state.count);
    printf("%s\n  %.*s\n  %s\n", _("Journal head:"), HALF_HEAD - 1, head, head + HALF_HEAD);
    if (is_inside(verification)) {
        head_text_verdict(text, &verification->finding, verification->noted);
        sentence_write_text(stdout, text);
    }
}

static int refuse_head(const struct arguments *arguments, const struct journal_head_fault *fault)
{
    char text[HEAD_TEXT_SIZE];
    head_text_fault(text, fault);
    return arguments_refuse(arguments, text);
}

static int print_verdict(const struct verification *verification)
{
    char text[HEAD_TEXT_SIZE];
    fflush(stdout); /* the verdict comes last */
    head_text_verdict(text, &verification->finding, verification->noted);
    sentence_write_text(stderr, text);
    return EXIT_CODE_NO;
}

int journal_verify_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct error error = { 0 };
    struct journal_head_fault fault;
    struct verification verification = {
        .has_head = arguments_has(arguments, "head"),
        .noted = arguments_number(arguments, "entry", 0),
    };
    const char *path = arguments_positional(arguments, 0);
    if (verification.has_head &&
        !journal_head_parse(verification.head, arguments_text(arguments, "head"), &fault))
        return refuse_head(arguments, &fault);
    if (verification.noted > 0 && !verification.has_head)
        return arguments_refuse(arguments, _("--entry goes with --head: type the head that stands "
                                             "beside the number on your paper."));
    int code = login_open_to_read(&office, arguments, ACT_VERIFY);
    if (code != EXIT_CODE_DONE)
        return code;
    enum status status = verify(office, &verification, &error);
    office_close(&office);
    if (status != STATUS_OK)
        return sentence_fail(path, &error);
    if (arguments_has(arguments, "json"))
        code = print_verification_json(&verification);
    else
        print_verification(&verification);
    if (code != EXIT_CODE_DONE || !verification.has_head || is_inside(&verification))
        return code;
    return print_verdict(&verification);
}

/* ---- head */

static int print_head_json(const struct verification *verification)
{
    char head[JOURNAL_HEAD_TEXT_SIZE], phrase[JOURNAL_PHRASE_SIZE];
    journal_head_format(head, verification->state.head);
    journal_head_phrase(phrase, verification->state.head);
    const struct json_member members[] = {
        { "number", JSON_NUMBER, NULL, verification->state.count },
        { "at", JSON_TEXT, verification->at, 0 },
        { "head", JSON_TEXT, head, 0 },
        { "phrase", JSON_TEXT, phrase, 0 },
    };
    return json_print(members, sizeof(members) / sizeof(members[0]));
}

static void print_page(const struct verification *verification, const char *path)
{
    char head[JOURNAL_HEAD_TEXT_SIZE], phrase[JOURNAL_PHRASE_SIZE], time[LOCAL_TIME_SIZE];
    const char *slash = strrchr(path, '/');
    journal_head_format(head, verification->state.head);
    journal_head_phrase(phrase, verification->state.head);
    local_time_format(time, verification->at);
    puts(_("HEAD OF THE JOURNAL"));
    putchar('\n');
    fputs(_("File:"), stdout);
    putchar(' ');
    sentence_write_name(stdout, slash == NULL ? path : slash + 1);
    printf("\n%s %lld\n%s %s\n\n", _("Last entry:"), verification->state.count, _("Written at:"),
           time);
    printf("    %.*s\n    %s\n\n", HALF_HEAD - 1, head, head + HALF_HEAD);
    printf("%s %s\n\n", _("To be read aloud:"), phrase);
    puts(_("The whole journal was checked: every entry follows from the one\n"
           "before it. Keep this page away from the PC. To ask later whether\n"
           "anything up to this moment was changed or taken out:"));
    printf("\n    qadam journal verify FILE --entry %lld \\\n        --head \"...\"\n\n",
           verification->state.count);
    puts(_("Checked by, day, signature:"));
    puts("\n____________________________________________________");
}

int journal_head_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct error error = { 0 };
    struct verification verification = { .has_head = false };
    const char *path = arguments_positional(arguments, 0);
    int code = login_open_to_read(&office, arguments, ACT_VERIFY);
    if (code != EXIT_CODE_DONE)
        return code;
    const enum status status = verify(office, &verification, &error);
    office_close(&office);
    if (status != STATUS_OK)
        return sentence_fail(path, &error);
    if (arguments_has(arguments, "json"))
        return print_head_json(&verification);
    print_page(&verification, path);
    return EXIT_CODE_DONE;
}
