/* SPDX-License-Identifier: Apache-2.0 */

/* Why a step is there and what there is to know about it: who decides, by when, how it can end,
 * what to take care of. */
#include "view/casefile_private.h"

#include "command/case/step_page.h"
#include "command/case/veil.h"
#include "command/country/command.h"
#include "language.h"
#include "wording/case_text.h"
#include "wording/label.h"
#include "wording/score_text.h"
#include "wording/step_refusal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { VALUE_SIZE = 1200 };

static const char *check_mark(bool check_locally)
{
    return check_locally ? _(" (check locally)") : "";
}

static void add_marked(struct scroll_text *why, const char *label, const char *text, bool is_marked)
{
    char value[VALUE_SIZE];
    if (text == NULL || text[0] == '\0')
        return;
    snprintf(value, sizeof(value), "%s%s", text, check_mark(is_marked));
    scroll_text_add_labelled(why, label, value);
}

static const char *pack_text(const char *text)
{
    return text == NULL || text[0] == '\0' ? NULL : country_text(text);
}

static const struct country_body *find_body(const struct casefile_page *page, const char *id)
{
    const struct country_pack *pack = page->file.situation.country;
    return pack == NULL || id == NULL ? NULL : country_pack_find_body(pack, id);
}

/* ---- what to take care of */

static void add_whom(const struct casefile_page *page, struct scroll_text *why,
                     const struct indication *indication)
{
    char text[VALUE_SIZE];
    enum role role;
    const struct country_body *body = find_body(page, indication->body);
    if (body != NULL) {
        snprintf(text, sizeof(text), _("Turn to: %s%s"), country_text(body->name),
                 check_mark(body->row.check_locally));
        scroll_text_add(why, STYLE_PLAIN, 2, text);
    }
    if (indication->alert == NULL || role_parse(&role, indication->alert, NULL) != STATUS_OK)
        return;
    snprintf(text, sizeof(text), _("Tell: %s"), label_role(role));
    scroll_text_add(why, STYLE_PLAIN, 2, text);
}

/* What the day counts from is answered elsewhere, or not known before they are asked. */
static void write_unknown_day(FILE *stream, const struct casefile_page *page,
                              const struct warning *warning)
{
    char id[CASEFILE_WORKFLOW_SIZE];
    const char *from = warning->step->deadline == NULL ? "" : warning->step->deadline->from;
    snprintf(id, sizeof(id), "%.*s", (int)strcspn(from, "."), from);
    const struct step *step = definition_find_step(page->file.definition, id);
    const char *dot = strchr(from, '.');
    const struct field *field = step == NULL || dot == NULL ? NULL : step_find_field(step, dot + 1);
    fputs(" ", stream);
    if (step == NULL)
        fputs(_("Note in the menu (F9) when they were asked."), stream);
    else
        fprintf(stream, field == NULL ? _("Finish this step first: %s") : _("Answer this: %s"),
                workflow_text(field == NULL ? step->title : field->label));
}

static void write_warning(FILE *stream, const struct casefile_page *page,
                          const struct warning *warning)
{
    if (warning->indication != NULL)
        fprintf(stream, "%s: %s%s", workflow_text(warning->indication->title),
                workflow_text(warning->indication->says),
                check_mark(warning->indication->origin.check_locally));
    else if (warning->step == NULL)
        fprintf(stream, "%d: %s", warning->year, case_text_warning(warning->kind));
    else {
        if (warning->step != page->step)
            fprintf(stream, "%s: ", workflow_text(warning->step->title));
        fputs(case_text_warning(warning->kind), stream);
        if (warning->guard != NULL)
            fprintf(stream, "%s%s", case_veil_guard_says(warning->guard),
                    check_mark(warning->guard->origin.check_locally));
        if (warning->kind == WARNING_DEADLINE_UNKNOWN)
            write_unknown_day(stream, page, warning);
    }
}

/* What is wrong with the calendar of a year matters where a term is counted. */
static bool is_of_page(const struct casefile_page *page, const struct warning *warning)
{
    if (warning->step != NULL)
        return warning->step == page->step;
    return warning->indication != NULL || page->step->deadline != NULL || page->standing->has_due;
}

static void add_warning(const struct app *app, const struct casefile_page *page,
                        struct scroll_text *why, const struct warning *warning)
{
    char *text = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&text, &size);
    if (memory == NULL)
        return;
    write_warning(memory, page, warning);
    if (fclose(memory) == 0)
        scroll_text_add(why, warning->kind == WARNING_OVERDUE ? STYLE_ALERT : STYLE_WARNING, 0,
                        text);
    free(text);
    if (warning->indication == NULL)
        return;
    add_whom(page, why, warning->indication);
    page_add_reasons(app, page, why, warning->indication);
}

/* Those of this step first, then what concerns the whole casefile. */
static void add_warnings(const struct app *app, const struct casefile_page *page,
                         struct scroll_text *why)
{
    const struct standing *standing = &page->file.standing;
    bool has_heading = false;
    for (int round = 0; round < 2; round++)
        for (size_t i = 0; i < standing->warning_count; i++) {
            const struct warning *warning = &standing->warnings[i];
            if (!is_of_page(page, warning) || (warning->step == NULL) != (round == 1))
                continue;
            if (!has_heading)
                scroll_text_add_heading(why, _("TAKE CARE"));
            has_heading = true;
            add_warning(app, page, why, warning);
        }
}

/* ---- who decides */

static void add_roles(struct scroll_text *why, const char *label, const struct step *step,
                      bool is_approval)
{
    char *text = step_roles_text(step, is_approval);
    if (text != NULL)
        scroll_text_add_labelled(why, label, text);
    free(text);
}

static void add_body(const struct casefile_page *page, struct scroll_text *why)
{
    const struct step *step = page->step;
    const struct country_body *body = find_body(page, step->body);
    if (step->decides == NULL && body == NULL && step->finish_by_count == 0 &&
        step->approval == NULL)
        return;
    scroll_text_add_heading(why, _("WHO DECIDES"));
    if (body != NULL) {
        add_marked(why, _("Turn to"), country_text(body->name), body->row.check_locally);
        scroll_text_add(why, STYLE_PLAIN, 2, pack_text(body->help));
        add_marked(why, _("Address"), body->address, false);
        add_marked(why, _("Telephone"), body->phone, false);
    }
    add_marked(why, _("Who"), workflow_text(step->decides), false);
    add_roles(why, _("Finished by"), step, false);
    add_roles(why, _("Approved by"), step, true);
}

/* ---- by when */

static void add_day(struct scroll_text *why, const char *label, struct day day, struct day today)
{
    char distance[CASE_TEXT_DUE_SIZE];
    char value[VALUE_SIZE];
    const struct civil civil = day_to_civil(day);
    case_text_due(distance, day, today);
    snprintf(value, sizeof(value), "%02d.%02d.%04d  %s", civil.day, civil.month, civil.year,
             distance);
    scroll_text_add_labelled(why, label, value);
}

/* What is past is not late. */
static void add_past_day(struct scroll_text *why, const char *label, struct day day)
{
    char value[40];
    const struct civil civil = day_to_civil(day);
    snprintf(value, sizeof(value), "%02d.%02d.%04d", civil.day, civil.month, civil.year);
    scroll_text_add_labelled(why, label, value);
}

static void add_term(const struct casefile_page *page, struct scroll_text *why)
{
    const struct step_standing *standing = page->standing;
    const struct term *term = page->step->deadline;
    const struct day today = page->file.situation.today;
    if (!standing->has_due && term == NULL)
        return;
    scroll_text_add_heading(why, _("BY WHEN"));
    if (standing->has_due)
        add_day(why, _("Due"), standing->due, today);
    if (standing->is_clock_stopped)
        scroll_text_add(why, STYLE_PLAIN, 0, _("The clock stands still: the day moves on."));
    if (standing->is_event_missing)
        scroll_text_add(why, STYLE_PLAIN, 0, _("the day from which it counts is not known yet"));
    char *counted = step_page_term_text(&page->file, page->step);
    add_marked(why, _("Term"), counted, false);
    free(counted);
    if (standing->has_reminder && day_compare(standing->reminder, today) >= 0)
        add_day(why, _("Reminder"), standing->reminder, today);
    if (term != NULL) {
        add_marked(why, _("When it is missed"), workflow_text(term->missed), false);
        scroll_text_add_labelled(why, _("Source"), workflow_text(term->origin.source));
    }
}

/* ---- whom it waits for */

static void add_rung(const struct casefile_page *page, struct scroll_text *why)
{
    const struct step_standing *standing = page->standing;
    const struct rung *rung = standing->rung;
    const struct day today = page->file.situation.today;
    if (rung == NULL) {
        scroll_text_add_labelled(why, _("After that"), _("there is nobody else to turn to"));
        return;
    }
    const bool is_due = standing->has_rung_due && day_compare(standing->rung_due, today) <= 0;
    add_marked(why, is_due ? _("NOW") : _("After that"), workflow_text(rung->title),
               rung->origin.check_locally);
    if (standing->has_rung_due && !is_due)
        add_day(why, _("From"), standing->rung_due, today);
}

static void add_wait(const struct casefile_page *page, struct scroll_text *why)
{
    const struct step_wait *wait = page->standing->wait;
    const struct ladder *ladder = page->step->ladder;
    const struct day today = page->file.situation.today;
    if (wait == NULL || page->is_hidden)
        return;
    scroll_text_add_heading(why, _("WAITS FOR"));
    scroll_text_add_labelled(why, _("Whom"), wait->waiting_for);
    add_past_day(why, _("Since"), wait->from);
    if (wait->rung > 0 && ladder != NULL && (size_t)wait->rung <= ladder->rung_count)
        scroll_text_add_labelled(why, _("How"), workflow_text(ladder->rungs[wait->rung - 1].title));
    if (wait->has_due)
        add_day(why, _("Answer due"), wait->due, today);
    if (wait->stops_clock)
        scroll_text_add(why, STYLE_PLAIN, 0, _("The clock of the step stands still meanwhile."));
    else if (ladder != NULL)
        add_rung(page, why);
}

/* ---- how it can end, what to bring */

static void add_letters(const struct casefile_page *page, struct scroll_text *why)
{
    const struct step *step = page->step;
    const struct catalogue *letters = definition_find_catalogue(page->file.definition, "letters");
    for (size_t i = 0; i < step->letter_count; i++)
        for (size_t k = 0; letters != NULL && k < letters->entry_count; k++)
            if (strcmp(letters->entries[k].id, step->letters[i]) == 0)
                scroll_text_add_labelled(why, _("Letters"),
                                         workflow_text(letters->entries[k].title));
}

static void add_ends(const struct casefile_page *page, struct scroll_text *why)
{
    const struct step *step = page->step;
    if (step->outcome_count == 0 && step->if_refused == NULL && step->if_silent == NULL)
        return;
    scroll_text_add_heading(why, _("HOW IT CAN END"));
    add_marked(why, _("When refused"), workflow_text(step->if_refused), false);
    add_marked(why, _("When nobody answers"), workflow_text(step->if_silent), false);
    for (size_t i = 0; i < step->outcome_count; i++) {
        char text[VALUE_SIZE];
        snprintf(text, sizeof(text), "- %s%s", workflow_text(step->outcomes[i].title),
                 step->outcomes[i].is_refusal ? _(" (a refusal)") : "");
        scroll_text_add(why, STYLE_PLAIN, 0, text);
    }
}

static void add_papers(const struct casefile_page *page, struct scroll_text *why)
{
    const struct step *step = page->step;
    if (step->evidence_count == 0 && step->letter_count == 0)
        return;
    scroll_text_add_heading(why, _("WHAT TO BRING"));
    for (size_t i = 0; i < step->evidence_count; i++) {
        char text[VALUE_SIZE];
        const struct evidence *evidence = &step->evidence[i];
        if (!evidence_is_asked(evidence, page->file.definition, &page->file.situation,
                               &page->file.standing))
            continue;
        snprintf(text, sizeof(text), "- %s%s", workflow_text(evidence->title),
                 check_mark(evidence->origin.check_locally));
        scroll_text_add(why, STYLE_PLAIN, 0, text);
    }
    add_letters(page, why);
}

/* ---- how it was in the rounds before */

static void add_change(struct scroll_text *why, const struct assessment_score_list *scores,
                       const struct instrument *instrument, const char *dimension)
{
    char *text = score_changes_text(scores, instrument, dimension);
    if (text != NULL)
        scroll_text_add_labelled(why, score_dimension_title(instrument, dimension), text);
    free(text);
}

static void add_changes(const struct casefile_page *page, struct scroll_text *why)
{
    static const char *const wholes[] = { "composite", "total" };
    struct assessment_score_list scores = { .items = NULL };
    const struct instrument *instrument = page->step->instrument;
    if (instrument == NULL || page->is_hidden ||
        step_list_scores(page->store, page->view.place.subject, page->step->id, &scores, NULL) !=
            STATUS_OK)
        return;
    if (scores_say_more(&scores, page->standing)) {
        scroll_text_add_heading(why, _("SCORES BY DAY"));
        for (size_t i = 0; i < instrument->dimension_count; i++)
            add_change(why, &scores, instrument, instrument->dimensions[i].id);
        for (size_t i = 0; i < sizeof(wholes) / sizeof(wholes[0]); i++)
            add_change(why, &scores, instrument, wholes[i]);
    }
    free(scores.items);
}

/* ---- the whole */

/* What to say before the questions, for whoever did not come by the page that says so first. */
static void add_intro(const struct casefile_page *page, struct scroll_text *why)
{
    const struct instrument *instrument = page->step->instrument;
    if (instrument == NULL || instrument->intro == NULL || !page->is_form || page->is_intro)
        return;
    scroll_text_add_heading(why, _("BEFORE THE QUESTIONS"));
    scroll_text_add(why, STYLE_PLAIN, 0, workflow_text(instrument->intro));
}

static void add_origin(const struct casefile_page *page, struct scroll_text *why)
{
    const struct origin *origin = &page->step->origin;
    if (origin->source == NULL && !origin->check_locally)
        return;
    scroll_text_add_heading(why, _("WHERE THIS COMES FROM"));
    scroll_text_add(why, STYLE_PLAIN, 0, workflow_text(origin->source));
    if (origin->check_locally)
        scroll_text_add(why, STYLE_PLAIN, 0, _("Practice, not law: check locally."));
}

void page_write_why(const struct app *app, struct casefile_page *page)
{
    struct scroll_text *why = &page->why;
    const int top = why->top;
    scroll_text_release(why);
    if (page->step == NULL)
        return;
    scroll_text_add(why, STYLE_PLAIN, 0, workflow_text(page->step->why));
    if (page->step->is_restricted)
        scroll_text_add_labelled(why, _("RESTRICTED"), _("show to nobody without need"));
    add_intro(page, why);
    add_wait(page, why);
    add_warnings(app, page, why);
    page_add_signs(page, why);
    add_changes(page, why);
    add_body(page, why);
    add_term(page, why);
    add_ends(page, why);
    add_papers(page, why);
    add_origin(page, why);
    why->top = top;
}
