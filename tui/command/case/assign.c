/* SPDX-License-Identifier: Apache-2.0 */

/* qadam case assign, link, risk: what is known of a casefile as a whole. */
#include "casefile/casefile_store.h"
#include "command/case/command.h"
#include "command/case/words.h"
#include "language.h"
#include "sentence.h"
#include "supervision/reassignment.h"

#include <string.h>

static const char nobody[] = "-";

const struct option case_assign_options[] = {
    { "with-reason", NULL, N_("Why: a line 'reason: ...', kept as a note. Needed over the limit."),
      OPTION_FLAG, 0, 0, false },
    TODAY_OPTION,
    { .name = NULL },
};

const struct option case_link_options[] = {
    { "remove", NULL, N_("Take the link away again."), OPTION_FLAG, 0, 0, false },
    TODAY_OPTION,
    { .name = NULL },
};

const struct option case_risk_options[] = {
    { "urgency", "urgent|high|normal", N_("How urgent it has become."), OPTION_CHOICE, 0, 0,
      false },
    { "review", "YYYY-MM-DD", N_("When somebody looks at the whole casefile again."), OPTION_TEXT,
      0, 0, false },
    TODAY_OPTION,
    { .name = NULL },
};

/* The number of a casefile on stdout. */
static int print_number(struct case_desk *desk, const char *id)
{
    struct casefile casefile;
    struct error error = { 0 };
    if (casefile_load(desk->desk.store, id, &casefile, &error) != STATUS_OK)
        return case_fail(id, &error, NULL);
    puts(casefile.number);
    casefile_release(&casefile);
    return EXIT_CODE_DONE;
}

/* ---- assign */

static int say_only_supervisors(void)
{
    return case_say_no(NULL, _("Only a supervisor gives casefiles to others; you can take one that "
                               "nobody has."));
}

/* Supervisors give casefiles to anybody; the others take what nobody has. */
static int give(struct case_desk *desk, const char *id, const char *user_id, const char *reason)
{
    struct error error = { 0 };
    bool is_supervisor = case_desk_may(desk, ACT_ASSIGN_CASES);
    if (!is_supervisor && strcmp(user_id, desk->desk.actor) != 0)
        return say_only_supervisors();
    enum status status =
        is_supervisor ? reassignment_give(&desk->desk, id, user_id[0] == '\0' ? NULL : user_id,
                                          reason, &error)
                      : casefile_take(&desk->desk, id, &error);
    if (status == STATUS_REFUSED && strcmp(error.detail, CASEFILE_DETAIL_TAKEN) == 0)
        return say_only_supervisors();
    if (status == STATUS_REFUSED && strcmp(error.detail, REASSIGNMENT_DETAIL_OVER) == 0)
        return case_say_no(desk->arguments[1],
                           _("This worker has as many casefiles as the office allows (the setting "
                             "caseload_limit; check locally). Choose somebody else, or say why "
                             "with --with-reason."));
    return status == STATUS_OK ? print_number(desk, id)
                               : case_fail(desk->arguments[0], &error, NULL);
}

static int assign(struct case_desk *desk, const char *reason)
{
    char id[UUID_TEXT_SIZE];
    char user_id[UUID_TEXT_SIZE] = "";
    const char *user = desk->arguments[1];
    int code = case_desk_find(desk, desk->arguments[0], id);
    if (code == EXIT_CODE_DONE && strcmp(user, nobody) != 0)
        code = case_desk_find_user(desk, user, user_id);
    return code == EXIT_CODE_DONE ? give(desk, id, user_id, reason) : code;
}

int case_assign_run(const struct arguments *arguments)
{
    struct case_desk desk;
    struct case_words reason = { .field = "reason",
                                 .question = _("Why does this worker get it? "),
                                 .is_required = true };
    const size_t count = arguments_has(arguments, "with-reason");
    int code = case_desk_prepare(&desk, arguments);
    if (code == EXIT_CODE_DONE && count > 0)
        code = case_words_read(&reason, count, arguments);
    if (code == EXIT_CODE_DONE)
        code = case_desk_login(&desk, arguments, ACT_WORK_CASES);
    if (code == EXIT_CODE_DONE && count > 0)
        code = case_words_ask(&reason, count);
    if (code == EXIT_CODE_DONE)
        code = assign(&desk, reason.value);
    case_desk_close(&desk);
    case_words_release(&reason, 1);
    return code;
}

/* ---- link */

static int link_fail(const struct case_desk *desk, const struct error *error)
{
    const char *other = desk->arguments[1];
    if (error->status == STATUS_INVALID) {
        sentence_say(other, _("A casefile is not linked to itself: name two."));
        return EXIT_CODE_USAGE;
    }
    if (error->status == STATUS_EXISTS)
        return case_say_no(other, _("The two belong together already."));
    if (error->status == STATUS_NOT_FOUND)
        return case_say_no(other, _("The two are not linked."));
    return case_fail(desk->arguments[0], error, NULL);
}

static int link_casefiles(struct case_desk *desk, bool is_removed)
{
    struct error error = { 0 };
    char id[UUID_TEXT_SIZE];
    char other_id[UUID_TEXT_SIZE];
    int code = case_desk_find(desk, desk->arguments[0], id);
    if (code == EXIT_CODE_DONE)
        code = case_desk_find(desk, desk->arguments[1], other_id);
    if (code != EXIT_CODE_DONE)
        return code;
    enum status status = is_removed ? casefile_remove_link(&desk->desk, id, other_id, &error)
                                    : casefile_add_link(&desk->desk, id, other_id, &error);
    return status == STATUS_OK ? print_number(desk, id) : link_fail(desk, &error);
}

int case_link_run(const struct arguments *arguments)
{
    struct case_desk desk;
    int code = case_desk_open(&desk, arguments, ACT_WORK_CASES);
    if (code == EXIT_CODE_DONE)
        code = link_casefiles(&desk, arguments_has(arguments, "remove"));
    case_desk_close(&desk);
    return code;
}

/* ---- risk */

struct assessing {
    bool has_urgency;
    enum casefile_urgency urgency;
    enum casefile_risk risk;
    struct day review;
    bool has_review;
};

/* Before a passphrase is asked for. */
static int read_risk(struct assessing *out, const struct case_desk *desk,
                     const struct arguments *arguments)
{
    struct error error = { 0 };
    const char *review = arguments_text(arguments, "review");
    const char *urgency = arguments_text(arguments, "urgency");
    out->has_review = review != NULL;
    out->has_urgency =
        urgency != NULL && casefile_urgency_parse(&out->urgency, urgency, &error) == STATUS_OK;
    if (casefile_risk_parse(&out->risk, desk->arguments[1], &error) != STATUS_OK ||
        out->risk == CASEFILE_RISK_NOT_KNOWN)
        return arguments_refuse(arguments, _("The risk is high, medium or low."));
    if (review == NULL)
        return EXIT_CODE_DONE;
    int code = day_option_read(arguments, "review", &out->review);
    if (code != EXIT_CODE_DONE)
        return code;
    if (day_compare(out->review, desk->desk.today) < 0)
        return arguments_refuse(arguments, _("The day of --review has passed already."));
    return EXIT_CODE_DONE;
}

/* All or nothing. */
static enum status keep_risk(const struct casefile_desk *desk, const char *id,
                             const struct assessing *assessing, struct error *error)
{
    enum status status = store_begin(desk->store, error);
    if (status != STATUS_OK)
        return status;
    status = casefile_set_risk(desk, id, assessing->risk, error);
    if (status == STATUS_OK && assessing->has_urgency)
        status = casefile_set_urgency(desk, id, assessing->urgency, error);
    if (status == STATUS_OK && assessing->has_review)
        status = casefile_set_review(desk, id, &assessing->review, error);
    if (status == STATUS_OK)
        return store_commit(desk->store, error);
    store_rollback(desk->store);
    return status;
}

static int assess(struct case_desk *desk, const struct assessing *assessing)
{
    struct error error = { 0 };
    char id[UUID_TEXT_SIZE];
    int code = case_desk_find(desk, desk->arguments[0], id);
    if (code != EXIT_CODE_DONE)
        return code;
    if (keep_risk(&desk->desk, id, assessing, &error) != STATUS_OK)
        return case_fail(desk->arguments[0], &error, NULL);
    return print_number(desk, id);
}

int case_risk_run(const struct arguments *arguments)
{
    struct case_desk desk;
    struct assessing assessing;
    int code = case_desk_prepare(&desk, arguments);
    if (code == EXIT_CODE_DONE)
        code = read_risk(&assessing, &desk, arguments);
    if (code == EXIT_CODE_DONE)
        code = case_desk_login(&desk, arguments, ACT_WORK_CASES);
    if (code == EXIT_CODE_DONE)
        code = assess(&desk, &assessing);
    case_desk_close(&desk);
    return code;
}
