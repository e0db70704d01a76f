/* SPDX-License-Identifier: Apache-2.0 */
#include "command/case/step_page.h"

#include "command/case/missing.h"
#include "command/case/veil.h"
#include "command/person/sheet.h"
#include "command/workflow/command.h"
#include "language.h"
#include "paragraph.h"
#include "sentence.h"
#include "wording/case_text.h"
#include "wording/label.h"
#include "wording/step_refusal.h"

#include <stdlib.h>
#include <string.h>

enum { VALUE_SIZE = 1024, PARAGRAPH_INDENT = 2, OPEN_FIELDS_MAX = 10 };

static void write_indented(FILE *stream, const char *text)
{
    paragraph_write(stream, text, PARAGRAPH_INDENT, paragraph_width(stream, true));
}

/* " (check locally)" where that has to be done. */
static const char *check_mark(bool check_locally)
{
    return check_locally ? _(" (check locally)") : "";
}

static void write_line(const char *label, const char *text, bool check_locally)
{
    char value[VALUE_SIZE];
    if (text == NULL || text[0] == '\0')
        return;
    snprintf(value, sizeof(value), "%s%s", text, check_mark(check_locally));
    person_sheet_line(stdout, label, value);
}

/* ---- what it is */

static void write_instrument(FILE *stream, const struct instrument *instrument)
{
    char value[VALUE_SIZE];
    snprintf(value, sizeof(value), "%s%s%s", workflow_text(instrument->title),
             instrument->is_official ? "" : "  ", instrument->is_official ? "" : _("(unofficial)"));
    person_sheet_line(stream, _("Questions"), value);
    if (instrument->intro != NULL)
        write_indented(stream, workflow_text(instrument->intro));
}

void step_page_write_head(FILE *stream, const struct casefile_view *view, const struct step *step)
{
    const struct step_standing *standing = standing_find(&view->standing, step->id);
    char value[VALUE_SIZE];
    snprintf(value, sizeof(value), "%s (%s)", workflow_text(step->title), step->id);
    person_sheet_line(stream, _("Step"), value);
    person_sheet_line(stream, _("Stage"), workflow_text(step->stage->title));
    snprintf(value, sizeof(value), "%s%s%s", case_text_step_state(standing->state),
             step->is_urgent ? ", " : "", step->is_urgent ? _("URGENT") : "");
    person_sheet_line(stream, _("State"), value);
    if (standing->round > 0) {
        snprintf(value, sizeof(value), "%d", standing->round);
        /* TRANSLATORS: of a step that comes again and again: its number follows. */
        person_sheet_line(stream, _("Round"), value);
    }
    if (step->is_restricted)
        person_sheet_line(stream, _("RESTRICTED"), _("show to nobody without need"));
    if (step->why != NULL)
        write_indented(stream, workflow_text(step->why));
    workflow_write_origin(stream, &step->origin, PARAGRAPH_INDENT);
    if (step->instrument != NULL)
        write_instrument(stream, step->instrument);
}

/* ---- what it needs */

int step_page_write_needs(const struct casefile_view *view, const struct step *step)
{
    struct missing_list missing = { .items = NULL };
    struct error error = { 0 };
    if (step_list_missing(&missing, step, &view->standing, &view->situation, &error) != STATUS_OK)
        return sentence_fail(NULL, &error);
    if (missing.count > 0) {
        person_sheet_heading(stdout, _("STILL MISSING"));
        case_missing_write(stdout, step, &missing);
    }
    free(missing.items);
    return EXIT_CODE_DONE;
}

/* ---- what else it asks */

static bool is_open(const struct casefile_view *view, const struct step *step,
                    const struct field *field)
{
    return field_is_asked(field, step, view->definition, &view->situation, &view->standing, 0) &&
           !field_is_required(field, step, view->definition, &view->situation, &view->standing,
                              0) &&
           situation_answer(&view->situation, step->id, field->id, 0) == NULL &&
           (field->type != FIELD_ROWS ||
            situation_rows(&view->situation, step->id, field->id) == 0);
}

static void write_open_field(FILE *stream, size_t place, const char *label, const char *path,
                             const char *rest)
{
    /* An assessment has dozens: those are asked for on the terminal. */
    if (place < OPEN_FIELDS_MAX)
        fprintf(stream, "%s%s (%s%s)", place == 0 ? "" : ", ", workflow_text(label), path, rest);
}

static size_t write_open_fields(FILE *stream, const struct casefile_view *view,
                                const struct step *step)
{
    size_t count = 0;
    char path[CASE_PATH_SIZE];
    for (size_t i = 0; i < step->field_count; i++) {
        const struct field *field = &step->fields[i];
        if (!is_open(view, step, field))
            continue;
        snprintf(path, sizeof(path), "%s%s", field->id, field->type == FIELD_ROWS ? ".1." : "");
        write_open_field(stream, count++, field->label, path,
                         field->type == FIELD_ROWS ? field->fields[0].id : "");
    }
    for (size_t i = 0; i < step->evidence_count; i++) {
        const struct evidence *evidence = &step->evidence[i];
        if (!evidence->is_required &&
            evidence_is_asked(evidence, view->definition, &view->situation, &view->standing))
            write_open_field(stream, count++, evidence->title, case_path_evidence, evidence->type);
    }
    if (count > OPEN_FIELDS_MAX)
        fprintf(stream, "; %s %zu", _("and more:"), count - OPEN_FIELDS_MAX);
    return count;
}

void step_page_write_choice(const struct casefile_view *view, const struct step *step)
{
    char *text = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&text, &size);
    if (memory == NULL)
        return;
    size_t count = write_open_fields(memory, view, step);
    if (fclose(memory) == 0 && count > 0) {
        person_sheet_heading(stdout, _("CAN ALSO BE ANSWERED"));
        write_indented(stdout, text);
    }
    free(text);
}

/* ---- who decides */

static const char *country_text(const char *text)
{
    return text == NULL || text[0] == '\0' ? "" : C_("country", text);
}

/* NULL without a country, or when it has no such body. */
static const struct country_body *find_body(const struct casefile_view *view, const char *id)
{
    const struct country_pack *pack = view->situation.country;
    return pack == NULL || id == NULL ? NULL : country_pack_find_body(pack, id);
}

/* Who of the office may do that; nothing when anybody may. */
static void write_roles(const char *label, const struct step *step, bool is_approval)
{
    char *text = step_roles_text(step, is_approval);
    write_line(label, text, false);
    free(text);
}

void step_page_write_body(const struct casefile_view *view, const struct step *step)
{
    const struct country_body *body = find_body(view, step->body);
    const bool has_roles = step->finish_by_count > 0 || step->approval != NULL;
    if (step->decides == NULL && body == NULL && !has_roles)
        return;
    person_sheet_heading(stdout, _("WHO DECIDES"));
    write_line(_("Who"), workflow_text(step->decides), false);
    write_roles(_("Finished by"), step, false);
    write_roles(_("Approved by"), step, true);
    if (body == NULL)
        return;
    /* TRANSLATORS: an authority, a service or an organisation. */
    write_line(_("Body"), country_text(body->name), body->row.check_locally);
    person_sheet_more(stdout, country_text(body->help));
    write_line(_("Address"), body->address, false);
    write_line(_("Telephone"), body->phone, false);
}

/* ---- how it can end */

static void write_outcomes(const struct step *step)
{
    for (size_t i = 0; i < step->outcome_count; i++) {
        const struct outcome *outcome = &step->outcomes[i];
        char value[VALUE_SIZE];
        snprintf(value, sizeof(value), "%s%s", workflow_text(outcome->title),
                 outcome->is_refusal ? _(" (a refusal)") : "");
        person_sheet_line(stdout, outcome->id, value);
    }
}

static void write_letters(const struct casefile_view *view, const struct step *step)
{
    const struct catalogue *letters = definition_find_catalogue(view->definition, "letters");
    for (size_t i = 0; i < step->letter_count; i++) {
        const char *title = step->letters[i];
        for (size_t j = 0; letters != NULL && j < letters->entry_count; j++)
            if (strcmp(letters->entries[j].id, step->letters[i]) == 0)
                title = workflow_text(letters->entries[j].title);
        person_sheet_line(stdout, i == 0 ? _("Letters") : " ", title);
    }
}

void step_page_write_ends(const struct casefile_view *view, const struct step *step)
{
    bool has_more = step->letter_count > 0 || step->if_refused != NULL || step->if_silent != NULL;
    if (step->outcome_count == 0 && !has_more)
        return;
    person_sheet_heading(stdout, _("HOW IT CAN END"));
    write_outcomes(step);
    write_line(_("When refused"), workflow_text(step->if_refused), false);
    write_line(_("When nobody answers"), workflow_text(step->if_silent), false);
    write_letters(view, step);
}

/* ---- what to look out for */

/* False: the warning has no words of a definition. */
static bool find_says(char out[VALUE_SIZE], const struct warning *warning)
{
    if (warning->indication != NULL)
        snprintf(out, VALUE_SIZE, "%s%s", workflow_text(warning->indication->says),
                 check_mark(warning->indication->origin.check_locally));
    else if (warning->guard != NULL)
        snprintf(out, VALUE_SIZE, "%s%s", case_veil_guard_says(warning->guard),
                 check_mark(warning->guard->origin.check_locally));
    return warning->indication != NULL || warning->guard != NULL;
}

static const char *warning_label(char out[VALUE_SIZE], const struct warning *warning)
{
    if (warning->indication != NULL)
        snprintf(out, VALUE_SIZE, "%s", workflow_text(warning->indication->title));
    else if (warning->step != NULL)
        snprintf(out, VALUE_SIZE, "%s", workflow_text(warning->step->title));
    else
        snprintf(out, VALUE_SIZE, "%d", warning->year);
    return out;
}

void step_page_write_whom(const struct casefile_view *view, const struct indication *indication)
{
    char text[VALUE_SIZE];
    enum role role;
    struct error error = { 0 };
    const struct country_body *body = find_body(view, indication->body);
    if (body != NULL) {
        /* TRANSLATORS: an authority, a service or an organisation, and perhaps "(check locally)".
         */
        snprintf(text, sizeof(text), _("Turn to: %s%s"), country_text(body->name),
                 check_mark(body->row.check_locally));
        person_sheet_more(stdout, text);
    }
    if (indication->alert == NULL || role_parse(&role, indication->alert, &error) != STATUS_OK)
        return;
    /* TRANSLATORS: %s is a role of the office, such as supervisor: tell that person. */
    snprintf(text, sizeof(text), _("Tell: %s"), label_role(role));
    person_sheet_more(stdout, text);
}

void step_page_write_warnings(const struct casefile_view *view)
{
    char label[VALUE_SIZE];
    char text[VALUE_SIZE] = "";
    if (view->standing.warning_count > 0)
        person_sheet_heading(stdout, _("TAKE CARE"));
    for (size_t i = 0; i < view->standing.warning_count; i++) {
        const struct warning *warning = &view->standing.warnings[i];
        char *own = find_says(text, warning) ? NULL : step_page_warning_text(view, warning);
        person_sheet_line(stdout, warning_label(label, warning), own == NULL ? text : own);
        free(own);
        if (warning->indication != NULL)
            step_page_write_whom(view, warning->indication);
    }
}
