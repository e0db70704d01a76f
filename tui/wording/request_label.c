/* SPDX-License-Identifier: Apache-2.0 */
#include "wording/request_label.h"

#include "language.h"

static const char *const kinds[] = {
    /* TRANSLATORS: kinds of bodies that are asked for papers, until "another body". */
    [REQUEST_ARCHIVE] = N_("archive"),
    [REQUEST_REGISTRY] = N_("civil registry"),
    [REQUEST_CONSULATE] = N_("consulate"),
    [REQUEST_COURT] = N_("court"),
    [REQUEST_ISSUER] = N_("who issued the paper"),
    [REQUEST_PROPERTY_REGISTER] = N_("property register"),
    [REQUEST_OTHER] = N_("another body"),
};
_Static_assert(sizeof(kinds) / sizeof(kinds[0]) == REQUEST_KIND_COUNT, "no kind is missing");

static const char *const answers[] = {
    /* TRANSLATORS: what an archive answered, until "denied". */
    [REQUEST_CONFIRMED] = N_("confirmed"),
    [REQUEST_PARTLY] = N_("confirmed in part"),
    [REQUEST_NOT_FOUND] = N_("no record was found"),
    [REQUEST_DENIED] = N_("denied"),
};
_Static_assert(sizeof(answers) / sizeof(answers[0]) == REQUEST_ANSWER_KIND_COUNT,
               "no kind is missing");

static const char *const rungs[] = {
    "",
    /* TRANSLATORS: whom one turns to when nobody answers, each higher than the one before. */
    [REQUEST_RUNG_OFFICER] = N_("a reminder to who has it"),
    [REQUEST_RUNG_HEAD] = N_("the head of that office"),
    [REQUEST_RUNG_AUTHORITY] = N_("the authority above it"),
    [REQUEST_RUNG_PROSECUTOR] = N_("prosecutor or ombudsman"),
    [REQUEST_RUNG_COURT] = N_("the court, with legal aid"),
    [REQUEST_RUNG_ADVOCATE] = N_("UNHCR, IOM or a lawyer"),
};

const char *label_request_kind(enum request_kind kind)
{
    return language_text(kinds[kind]);
}

const char *label_request_answer(enum request_answer_kind kind)
{
    return language_text(answers[kind]);
}

const char *label_request_rung(int rung)
{
    const bool is_known = rung >= REQUEST_RUNG_OFFICER && rung <= REQUEST_RUNG_ADVOCATE;
    return is_known ? language_text(rungs[rung]) : "";
}
