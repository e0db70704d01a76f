/* SPDX-License-Identifier: Apache-2.0 */
#include "command/case/closing.h"

#include "appointment/appointment_store.h"
#include "base/text.h"
#include "casefile/casefile_store.h"
#include "casefile/casefile_view.h"
#include "command/case/words.h"
#include "command/dialogue.h"
#include "language.h"
#include "referral/referral_store.h"
#include "sentence.h"
#include "wording/case_text.h"

#include <stdlib.h>

enum { STEPS_SHOWN = 8, REASON_WORD_MAX = 40, LINE_SIZE = 128, INDENT = 2, FURTHER_INDENT = 4 };

/* ---- why */

static void write_reasons(void)
{
    fprintf(stderr, "%s\n", _("Why is it closed?"));
    for (enum closing_reason reason = CLOSING_NONE + 1; reason < CLOSING_REASON_COUNT; reason++)
        fprintf(stderr, "  %2d  %s\n", (int)reason, case_text_closing_reason(reason));
}

/* By its number or its word. */
static bool find_reason(enum closing_reason *out, const char *typed)
{
    char *end = NULL;
    long number = strtol(typed, &end, 10);
    if (typed[0] != '\0' && *end == '\0') {
        *out = number > CLOSING_NONE && number < CLOSING_REASON_COUNT ? (enum closing_reason)number
                                                                      : CLOSING_NONE;
        return *out != CLOSING_NONE;
    }
    return closing_reason_parse(out, typed, NULL) == STATUS_OK && *out != CLOSING_NONE;
}

int case_closing_ask_reason(enum closing_reason *out)
{
    struct dialogue dialogue;
    bool is_understood = false;
    int code = dialogue_begin(&dialogue);
    if (code != EXIT_CODE_DONE)
        return code;
    write_reasons();
    while (code == EXIT_CODE_DONE && !is_understood) {
        char *typed;
        code = dialogue_ask(&dialogue, _("The number of the reason: "), REASON_WORD_MAX, &typed);
        if (code == EXIT_CODE_DONE) {
            is_understood = find_reason(out, typed);
            if (!is_understood)
                sentence_write_text(stderr, _("Type one of these numbers."));
        }
        free(typed);
    }
    dialogue_end(&dialogue);
    return code;
}

/* ---- what is still open */

struct open_things {
    struct casefile_view view;
    bool has_steps; /* the view is there, and the reason leaves its steps of interest */
    size_t steps;
    unsigned long appointments;
    unsigned long drafts;
};

/* Whether what the office still wanted to do matters: nobody works on for somebody who died. */
static bool heeds_steps(enum closing_reason reason)
{
    return reason != CLOSING_DIED && reason != CLOSING_DUPLICATE && reason != CLOSING_TRANSFERRED;
}

static enum status find_steps(struct open_things *things, const struct case_desk *desk,
                              const char *id, struct error *error)
{
    enum status status = casefile_view_load(&desk->desk, id, &things->view, error);
    /* A workflow that is gone keeps nobody from closing. */
    if (status == STATUS_NOT_FOUND)
        return STATUS_OK;
    things->has_steps = status == STATUS_OK;
    for (size_t i = 0; things->has_steps && i < things->view.standing.step_count; i++)
        things->steps += step_state_is_open(things->view.standing.steps[i].state);
    return status;
}

static enum status count_appointments(struct open_things *things, struct store *store,
                                      const char *id, struct error *error)
{
    const struct appointment_filter filter = { .casefile_id = id, .is_planned_only = true };
    struct appointment_list list = { .items = NULL };
    enum status status = appointment_list(store, &filter, &list, error);
    if (status == STATUS_OK)
        things->appointments = list.count;
    appointment_list_release(&list);
    return status;
}

static enum status count_drafts(struct open_things *things, struct store *store, const char *id,
                                struct error *error)
{
    struct referral_list list = { .items = NULL };
    enum status status = referral_list(store, id, &list, error);
    for (size_t i = 0; status == STATUS_OK && i < list.count; i++)
        things->drafts += list.items[i].state == REFERRAL_DRAFTED;
    referral_list_release(&list);
    return status;
}

static void write_indented(const char *text)
{
    fprintf(stderr, "%*s", INDENT, "");
    sentence_write_value(stderr, text, INDENT, FURTHER_INDENT);
}

static void write_steps(const struct open_things *things)
{
    size_t shown = 0;
    for (size_t i = 0; shown < STEPS_SHOWN && i < things->view.standing.step_count; i++) {
        const struct step_standing *standing = &things->view.standing.steps[i];
        const char *state = case_text_step_state(standing->state);
        if (!step_state_is_open(standing->state))
            continue;
        fprintf(stderr, "%*s%s: ", INDENT, "", state);
        sentence_write_value(stderr, workflow_text(standing->step->title),
                             INDENT + text_width(state) + 2, FURTHER_INDENT);
        shown++;
    }
    if (things->steps > shown)
        fprintf(stderr, "%*s%s %zu\n", INDENT, "", _("and more:"), things->steps - shown);
}

static void write_things(const struct open_things *things)
{
    char text[LINE_SIZE];
    if (things->steps > 0)
        write_steps(things);
    if (things->appointments > 0) {
        snprintf(text, sizeof(text),
                 language_plural("%lu appointment is planned", "%lu appointments are planned",
                                 things->appointments),
                 things->appointments);
        write_indented(text);
    }
    if (things->drafts > 0) {
        snprintf(text, sizeof(text),
                 language_plural("%lu referral is drafted and was not sent",
                                 "%lu referrals are drafted and were not sent", things->drafts),
                 things->drafts);
        write_indented(text);
    }
}

static int ask_whether(void)
{
    struct dialogue dialogue;
    if (!case_words_are_asked())
        return EXIT_CODE_DONE;
    int code = dialogue_begin(&dialogue);
    if (code != EXIT_CODE_DONE)
        return code;
    code =
        dialogue_confirm_or_no(&dialogue, _("Close all the same? (yes or no; Enter alone is no) "));
    dialogue_end(&dialogue);
    return code;
}

/* Closing itself says what keeps it from being closed. */
static bool can_be_closed(const struct case_desk *desk, const char *id, enum closing_reason reason)
{
    struct casefile casefile;
    enum closing_block block;
    if (casefile_find_block(desk->desk.store, id, reason, &block, NULL) != STATUS_OK ||
        block != CLOSING_FREE || casefile_load(desk->desk.store, id, &casefile, NULL) != STATUS_OK)
        return false;
    bool is_free = casefile.state == CASEFILE_OPEN;
    casefile_release(&casefile);
    return is_free;
}

int case_closing_confirm(const struct case_desk *desk, const char *id, enum closing_reason reason)
{
    struct open_things things = { .has_steps = false };
    struct error error = { 0 };
    int code = EXIT_CODE_DONE;
    enum status status = STATUS_OK;
    if (!can_be_closed(desk, id, reason))
        return EXIT_CODE_DONE;
    if (heeds_steps(reason))
        status = find_steps(&things, desk, id, &error);
    if (status == STATUS_OK)
        status = count_appointments(&things, desk->desk.store, id, &error);
    if (status == STATUS_OK)
        status = count_drafts(&things, desk->desk.store, id, &error);
    if (status != STATUS_OK) {
        code = sentence_fail(desk->arguments[0], &error);
    } else if (things.steps + things.appointments + things.drafts > 0) {
        sentence_say(desk->arguments[0], _("This is still open in the casefile:"));
        write_things(&things);
        code = ask_whether();
    }
    if (things.has_steps)
        casefile_view_release(&things.view);
    return code;
}
