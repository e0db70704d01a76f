/* SPDX-License-Identifier: Apache-2.0 */

/* The head of a casefile's sheet: whose, which, how it stands, what to look out for. */
#include "command/case/command.h"
#include "command/case/show.h"
#include "command/case/step_page.h"
#include "command/case/veil.h"
#include "command/person/sheet.h"
#include "compartment/sealed_casefile.h"
#include "sentence.h"
#include "wording/compartment_label.h"
#include "wording/local_time.h"

#include <stdlib.h>
#include <string.h>

enum { VALUE_SIZE = 2048, ID_INDENT = 4 };

/* The words that are there, with commas between them. */
static void join(char out[VALUE_SIZE], const char *const *words, size_t count)
{
    size_t length = 0;
    out[0] = '\0';
    for (size_t i = 0; i < count; i++)
        if (words[i][0] != '\0' && length < VALUE_SIZE)
            length += (size_t)snprintf(out + length, VALUE_SIZE - length, "%s%s",
                                       length == 0 ? "" : ", ", words[i]);
}

/* ---- the head */

static void write_day(const char *label, struct day day, const char *by)
{
    char text[VALUE_SIZE];
    char date[DAY_TEXT_SIZE];
    day_format(date, day);
    snprintf(text, sizeof(text), by[0] == '\0' ? "%s" : "%s  (%s)", date, by);
    person_sheet_line(stdout, label, text);
}

static void write_moment(const char *label, const char *moment, const char *by)
{
    char text[VALUE_SIZE];
    char time[LOCAL_TIME_SIZE];
    if (moment[0] == '\0')
        return;
    local_time_format(time, moment);
    snprintf(text, sizeof(text), "%.10s  (%s)", time, by);
    person_sheet_line(stdout, label, text);
}

/* "RESTRICTED: asylum, children", as far as this user may know. */
static void word_restriction(char out[VALUE_SIZE], const struct case_show *show)
{
    char set_text[COMPARTMENTS_TEXT_SIZE] = "";
    unsigned set = 0;
    out[0] = '\0';
    if (!show->view.casefile.is_restricted)
        return;
    if (sealed_where(show->desk->desk.store, show->view.casefile.id, &set, NULL) == STATUS_OK)
        label_compartments(set_text, set);
    snprintf(out, VALUE_SIZE, "%s%s%s", _("RESTRICTED"), set_text[0] == '\0' ? "" : ": ", set_text);
}

static void write_state(const struct case_show *show)
{
    const struct casefile *casefile = &show->view.casefile;
    char text[VALUE_SIZE], restriction[VALUE_SIZE];
    word_restriction(restriction, show);
    const char *const words[] = {
        case_text_state(casefile->state),
        casefile->urgency == CASEFILE_NORMAL ? "" : case_text_urgency(casefile->urgency),
        case_text_risk(casefile->risk),
        restriction,
    };
    join(text, words, sizeof(words) / sizeof(words[0]));
    person_sheet_line(stdout, _("State"), text);
}

static void write_ending(const struct case_show *show)
{
    const struct casefile *casefile = &show->view.casefile;
    const struct case_desk *desk = show->desk;
    write_moment(_("Closing asked for"), casefile->closing_asked_at,
                 case_desk_user_name(desk, casefile->closing_asked_by));
    if (casefile->closing_asked_at[0] != '\0')
        person_sheet_more(stdout, case_text_closing_reason(casefile->closing_asked_reason));
    if (casefile->has_closed_on)
        write_day(_("Closed"), casefile->closed_on, case_desk_user_name(desk, casefile->closed_by));
    person_sheet_more(stdout, case_text_closing_reason(casefile->closing_reason));
    person_sheet_line(stdout, _("Remark"), casefile->closing_remark);
}

void case_show_write_head(const struct case_show *show)
{
    char text[VALUE_SIZE];
    const struct casefile *casefile = &show->view.casefile;
    const struct case_desk *desk = show->desk;
    puts(casefile->number);
    person_sheet_line(stdout, _("Person"), show->view.person_name);
    /* Nearer to the edge than other values: it fits into a line of a narrow terminal. */
    printf("%*s%s\n", ID_INDENT, "", casefile->person_id);
    /* TRANSLATORS: the title of a workflow and the number of its version. */
    snprintf(text, sizeof(text), _("%s, version %d"), workflow_text(show->view.definition->title),
             casefile->version);
    person_sheet_line(stdout, _("Workflow"), text);
    write_state(show);
    person_sheet_line(stdout, _("Assigned to"),
                      casefile->assigned_to[0] == '\0'
                          ? _("nobody")
                          : case_desk_user_name(desk, casefile->assigned_to));
    write_day(_("Opened"), casefile->opened_on, case_desk_user_name(desk, casefile->opened_by));
    person_sheet_line(stdout, _("Source"), case_text_intake(casefile->intake));
    person_sheet_line(stdout, _("About"), casefile->issue);
    person_sheet_line(stdout, _("Household"), casefile->household_id);
    if (casefile->has_review_on)
        write_day(_("Next review"), casefile->review_on, "");
    write_ending(show);
}

/* ---- what to look out for */

static void write_indication(const struct casefile_view *view, const struct indication *indication)
{
    char text[VALUE_SIZE];
    snprintf(text, sizeof(text), "%s%s", workflow_text(indication->says),
             indication->origin.check_locally ? _(" (check locally)") : "");
    person_sheet_line(stdout, workflow_text(indication->title), text);
    step_page_write_whom(view, indication);
}

/* Of a step: what is wrong, for a guard what it says, and what the next rung is. */
static void write_step_warning(const struct case_show *show, const struct warning *warning)
{
    char text[VALUE_SIZE];
    const struct step *step = warning->step;
    const struct guard *guard = warning->guard;
    const struct step_standing *standing = standing_find(&show->view.standing, step->id);
    bool is_rung = warning->kind == WARNING_RUNG_DUE && standing != NULL && standing->rung != NULL;
    char *own = step_page_warning_text(&show->view, warning);
    snprintf(text, sizeof(text), "%s%s%s%s%s", own == NULL ? "" : own,
             guard == NULL ? "" : case_veil_guard_says(guard),
             guard != NULL && guard->origin.check_locally ? _(" (check locally)") : "",
             is_rung ? " " : "", is_rung ? workflow_text(standing->rung->title) : "");
    free(own);
    person_sheet_line(stdout, workflow_text(step->title), text);
    if (warning->kind == WARNING_OVERDUE && step->deadline != NULL)
        person_sheet_more(stdout, workflow_text(step->deadline->missed));
}

/* Of a year whose calendar is not whole. */
static void write_year_warning(const struct warning *warning)
{
    char year[16];
    snprintf(year, sizeof(year), "%d", warning->year);
    person_sheet_line(stdout, year, case_text_warning(warning->kind));
}

void case_show_write_warnings(const struct case_show *show)
{
    const struct standing *standing = &show->view.standing;
    if (standing->warning_count > 0)
        person_sheet_heading(stdout, _("LOOK OUT"));
    for (size_t i = 0; i < standing->warning_count; i++) {
        const struct warning *warning = &standing->warnings[i];
        if (warning->indication != NULL)
            write_indication(&show->view, warning->indication);
        else if (warning->step != NULL)
            write_step_warning(show, warning);
        else
            write_year_warning(warning);
    }
}

/* ---- what belongs to it */

static const char *const ties[] = {
    [CASEFILE_TIE_PARENT] = N_("Opened from"),
    [CASEFILE_TIE_SUBFILE] = N_("Opened from this one"),
    [CASEFILE_TIE_LINK] = N_("Linked with"),
};

void case_show_write_links(struct case_show *show)
{
    struct error error = { 0 };
    if (show->links.count > 0)
        person_sheet_heading(stdout, _("OTHER CASEFILES"));
    for (size_t i = 0; i < show->links.count; i++) {
        const struct casefile_link *link = &show->links.items[i];
        const struct definition *definition = NULL;
        char text[VALUE_SIZE];
        /* The title of any version will do. */
        enum status status =
            definition_cache_find_newest(show->desk->desk.definitions, show->desk->desk.store,
                                         link->workflow, &definition, &error);
        const char *const words[] = { link->number,
                                      status == STATUS_OK ? workflow_text(definition->title)
                                                          : link->workflow,
                                      case_text_state(link->state) };
        join(text, words, sizeof(words) / sizeof(words[0]));
        person_sheet_line(stdout, language_text(ties[link->tie]), text);
    }
}
