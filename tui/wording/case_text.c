/* SPDX-License-Identifier: Apache-2.0 */
#include "wording/case_text.h"

#include "language.h"

#include <stdio.h>

#define ROWS(table) (sizeof(table) / sizeof((table)[0]))

const char *workflow_text(const char *text)
{
    return text == NULL || text[0] == '\0' ? "" : C_("workflow", text);
}

/* "" stands for what is not known: the catalogue's own heading is what "" would be translated to.
 */
static const char *text_of(const char *text)
{
    return text[0] == '\0' ? "" : language_text(text);
}

static const char *const states[] = {
    [CASEFILE_OPEN] = N_("open"),
    [CASEFILE_CLOSED] = N_("closed"),
    [CASEFILE_TRANSFERRED] = N_("transferred to another office"),
    [CASEFILE_DUPLICATE] = N_("closed, was opened twice"),
};
_Static_assert(ROWS(states) == CASEFILE_STATE_COUNT, "every state has its words");

static const char *const risks[] = {
    [CASEFILE_RISK_NOT_KNOWN] = "",
    /* TRANSLATORS: the risk of somebody: "high risk". */
    [CASEFILE_RISK_LOW] = N_("low risk"),
    [CASEFILE_RISK_MEDIUM] = N_("medium risk"),
    [CASEFILE_RISK_HIGH] = N_("HIGH RISK"),
};
_Static_assert(ROWS(risks) == CASEFILE_RISK_COUNT, "every risk has its words");

static const char *const urgencies[] = {
    [CASEFILE_NORMAL] = N_("not urgent"),
    [CASEFILE_HIGH] = N_("soon"),
    [CASEFILE_URGENT] = N_("URGENT"),
};
_Static_assert(ROWS(urgencies) == CASEFILE_URGENCY_COUNT, "every urgency has its words");

static const char *const intakes[] = {
    [CASEFILE_INTAKE_NOT_KNOWN] = "",
    [CASEFILE_WALK_IN] = N_("came to the office"),
    [CASEFILE_REFERRAL] = N_("was sent by another body"),
    [CASEFILE_OUTREACH] = N_("was visited by the office"),
    [CASEFILE_HOTLINE] = N_("called the hotline"),
    [CASEFILE_TRANSFER] = N_("transferred from another office"),
    [CASEFILE_INTAKE_OTHER] = N_("in another way"),
};
_Static_assert(ROWS(intakes) == CASEFILE_INTAKE_COUNT, "every intake has its words");

static const char *const closing_reasons[] = {
    [CLOSING_NONE] = "",
    [CLOSING_GOALS_REACHED] = N_("goals reached"),
    [CLOSING_NATURALISED] = N_("became a citizen"),
    [CLOSING_DOCUMENT_DELIVERED] = N_("paper handed over"),
    [CLOSING_REFERRED] = N_("sent on to another body"),
    [CLOSING_LEFT_AREA] = N_("left the area"),
    [CLOSING_CONSENT_WITHDRAWN] = N_("consent withdrawn"),
    [CLOSING_NO_CONTACT] = N_("no contact any more"),
    [CLOSING_REFUSED_FINAL] = N_("refused, no appeal left"),
    [CLOSING_TRANSFERRED] = N_("transferred to another office"),
    [CLOSING_DUPLICATE] = N_("was opened twice"),
    [CLOSING_DIED] = N_("the person died"),
    [CLOSING_OTHER] = N_("another reason"),
};
_Static_assert(ROWS(closing_reasons) == CLOSING_REASON_COUNT, "every reason has its words");

static const char *const closing_blocks[] = {
    [CLOSING_FREE] = "",
    [CLOSING_BLOCK_RISK] = N_("The risk is high. Lower it with 'qadam case risk' when it is over."),
    [CLOSING_BLOCK_REFERRAL] =
        N_("A referral has not been answered. Note its answer or withdraw it first."),
    [CLOSING_BLOCK_REQUEST] =
        N_("A request has not been answered. Note its answer or withdraw it first."),
    [CLOSING_BLOCK_SUBFILE] =
        N_("A casefile that was opened from this one is still open. Close that one first."),
};
_Static_assert(ROWS(closing_blocks) == CLOSING_BLOCK_COUNT, "every block has its sentence");

static const char *const step_states[] = {
    [STEP_NOT_NEEDED] = N_("not needed"),
    [STEP_LOCKED] = N_("later"),
    [STEP_BLOCKED] = N_("not allowed"),
    [STEP_READY] = N_("TO DO"),
    [STEP_WAITING] = N_("waiting"),
    [STEP_ASKED_APPROVAL] = N_("waits for approval"),
    [STEP_DONE] = N_("done"),
    [STEP_SKIPPED] = N_("skipped"),
    [STEP_REFUSED] = N_("refused"),
};
_Static_assert(ROWS(step_states) == STEP_STATE_COUNT, "every state of a step has its words");

/* One sentence each.  NOLINTBEGIN(bugprone-suspicious-missing-comma) */
static const char *const warnings[] = {
    [WARNING_OVERDUE] = N_("The time limit has passed."),
    [WARNING_RUNG_DUE] = N_("Nobody answered: remind them or turn higher up."),
    [WARNING_REMINDER] = N_("The time limit comes near."),
    [WARNING_CLOCK_STOPPED] = N_("The time limit stands still while others answer."),
    [WARNING_INDICATION] = "",
    [WARNING_GUARD] = "",
    [WARNING_CALENDAR] = N_("The moving holidays of this year are not known: the last day can be "
                            "later than it says here. Ask for the official calendar."),
    [WARNING_DEADLINE_UNKNOWN] = N_("The day from which the time limit counts is not known yet."),
};
/* NOLINTEND(bugprone-suspicious-missing-comma) */
_Static_assert(ROWS(warnings) == WARNING_KIND_COUNT, "every warning has its sentence");

const char *case_text_state(enum casefile_state state)
{
    return text_of(states[state]);
}

const char *case_text_risk(enum casefile_risk risk)
{
    return text_of(risks[risk]);
}

const char *case_text_urgency(enum casefile_urgency urgency)
{
    return text_of(urgencies[urgency]);
}

const char *case_text_intake(enum casefile_intake intake)
{
    return text_of(intakes[intake]);
}

const char *case_text_closing_reason(enum closing_reason reason)
{
    return text_of(closing_reasons[reason]);
}

const char *case_text_closing_block(enum closing_block block)
{
    return text_of(closing_blocks[block]);
}

const char *case_text_step_state(enum step_state state)
{
    return text_of(step_states[state]);
}

const char *case_text_warning(enum warning_kind kind)
{
    return text_of(warnings[kind]);
}

void case_text_due(char out[CASE_TEXT_DUE_SIZE], struct day due, struct day today)
{
    const long days = (long)due.number - today.number;
    const unsigned long distance = (unsigned long)(days < 0 ? -days : days);
    if (days == 0)
        snprintf(out, CASE_TEXT_DUE_SIZE, "%s", _("today"));
    else if (days < 0)
        snprintf(out, CASE_TEXT_DUE_SIZE,
                 language_plural("%lu day late", "%lu days late", distance), distance);
    else
        snprintf(out, CASE_TEXT_DUE_SIZE, language_plural("in %lu day", "in %lu days", distance),
                 distance);
}
