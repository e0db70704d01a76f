/* SPDX-License-Identifier: Apache-2.0 */

/* A whole workflow on paper or screen. */
#include "command/country/command.h"
#include "command/workflow/command.h"
#include "language.h"
#include "paragraph.h"
#include "sentence.h"
#include "workflow/flow.h"
#include "workflow/term.h"

#include <string.h>

enum { STEP_INDENT = 4, TEXT_INDENT = 8 };

static const char *text_of(const char *text)
{
    return text == NULL ? "" : language_text_in("workflow", text);
}

static void write_text(FILE *stream, size_t indent, const char *text)
{
    if (text[0] != '\0')
        paragraph_write(stream, text, indent, paragraph_width(stream, true));
}

/* "label: text", broken between words. */
static void write_labelled(FILE *stream, const char *label, const char *text)
{
    char line[1200];
    if (text[0] == '\0')
        return;
    snprintf(line, sizeof(line), "%s %s", label, text);
    write_text(stream, TEXT_INDENT, line);
}

static const char *step_kind_label(enum step_kind kind)
{
    static const char *const words[STEP_KIND_COUNT] = {
        [STEP_FORM] = N_("form"),
        [STEP_CHECKLIST] = N_("checklist"),
        [STEP_REQUEST] = N_("request"),
        /* TRANSLATORS: a step that sends somebody to another body. */
        [STEP_REFERRAL] = N_("referral"),
        [STEP_APPOINTMENT] = N_("appointment"),
        [STEP_ASSESSMENT] = N_("assessment"),
        [STEP_DECISION] = N_("decision"),
        /* TRANSLATORS: a step that writes a letter. */
        [STEP_LETTER] = N_("letter"),
        [STEP_HANDOVER] = N_("hand-over"),
    };
    return language_text(words[kind]);
}

void workflow_write_origin(FILE *stream, const struct origin *origin, size_t indent)
{
    char line[1200];
    if (origin->source != NULL) {
        snprintf(line, sizeof(line), "%s %s", _("Source:"), text_of(origin->source));
        write_text(stream, indent, line);
    }
    if (origin->check_locally)
        write_text(stream, indent, _("Practice, not law: check locally."));
}

/* ---- One step */

/* The words of a term's beginning; a step or field is named as the definition calls it. */
static const char *event_text(const struct definition *definition, const char *from)
{
    const struct step *step = definition_find_step(definition, from);
    const struct field *field = NULL;
    char id[YAML_ID_MAX + 1] = "";
    const size_t length = strcspn(from, ".");
    if (strcmp(from, "opened") == 0)
        return _("the opening of the casefile");
    if (strcmp(from, "ready") == 0)
        return _("the day on which the step can be done");
    if (strcmp(from, "asked") == 0)
        return _("the day on which they are asked");
    if (step != NULL)
        return text_of(step->title);
    if (length < sizeof(id))
        memcpy(id, from, length);
    step = definition_find_step(definition, id);
    if (step != NULL && from[length] == '.')
        field = step_find_field(step, from + length + 1);
    return field == NULL ? from : text_of(field->label);
}

static void write_term(FILE *stream, const struct definition *definition, const struct step *step)
{
    const struct term *term = step->deadline;
    if (term == NULL)
        return;
    fprintf(stream, "%*s%s ", TEXT_INDENT, "", _("Deadline:"));
    if (term->rule != NULL)
        /* TRANSLATORS: %s is the id of a deadline in the country packs, such as id_after_loss. */
        sentence_fill(stream, _("as the country rules (%s)"), "%s", term->rule);
    else
        country_write_term(stream, term->count.value,
                           term_unit_deadline((enum term_unit)term->unit));
    fprintf(stream, "; %s %s\n", _("counts from:"), event_text(definition, term->from));
    write_labelled(stream, _("When it is missed:"), text_of(term->missed));
    if (term->rule == NULL)
        workflow_write_origin(stream, &term->origin, TEXT_INDENT);
}

static void write_after(FILE *stream, const struct definition *definition, const struct step *step)
{
    char line[1200] = "";
    for (size_t i = 0; i < step->after_count; i++) {
        const struct step *before = definition_find_step(definition, step->after[i]);
        const size_t length = strlen(line);
        snprintf(line + length, sizeof(line) - length, "%s%s", i > 0 ? "; " : "",
                 text_of(before->title));
    }
    write_labelled(stream, _("After:"), line);
}

static void write_outcomes(FILE *stream, const struct definition *definition,
                           const struct step *step)
{
    for (size_t i = 0; i < step->outcome_count; i++) {
        char line[1200];
        const struct outcome *outcome = &step->outcomes[i];
        snprintf(line, sizeof(line), "%s (%s)", text_of(outcome->title), outcome->id);
        for (size_t k = 0; k < outcome->opens_count; k++) {
            const size_t length = strlen(line);
            snprintf(line + length, sizeof(line) - length, "%s %s", k == 0 ? " ->" : ";",
                     text_of(definition_find_step(definition, outcome->opens[k])->title));
        }
        write_labelled(stream, _("Outcome:"), line);
    }
}

static void write_fields(FILE *stream, const struct step *step)
{
    for (size_t i = 0; step->instrument == NULL && i < step->field_count; i++) {
        char line[1200];
        const struct field *field = &step->fields[i];
        snprintf(line, sizeof(line), "%s (%s)%s", text_of(field->label), field->id,
                 field->is_required ? " *" : "");
        write_labelled(stream, "-", line);
    }
    if (step->instrument != NULL)
        write_labelled(stream, _("Questions of:"), text_of(step->instrument->title));
}

static void write_step(FILE *stream, const struct definition *definition, const struct step *step)
{
    char line[1200];
    snprintf(line, sizeof(line), "%s (%s, %s)", text_of(step->title), step->id,
             step_kind_label((enum step_kind)step->kind));
    write_text(stream, STEP_INDENT, line);
    write_text(stream, TEXT_INDENT, text_of(step->why));
    write_after(stream, definition, step);
    write_labelled(stream, _("Who decides:"), text_of(step->decides));
    write_fields(stream, step);
    write_term(stream, definition, step);
    write_outcomes(stream, definition, step);
    write_labelled(stream, _("When they refuse:"), text_of(step->if_refused));
    write_labelled(stream, _("When no answer comes:"), text_of(step->if_silent));
    workflow_write_origin(stream, &step->origin, TEXT_INDENT);
    fputc('\n', stream);
}

void workflow_sheet_write(FILE *stream, const struct definition *definition)
{
    char line[1200];
    snprintf(line, sizeof(line), "%s (%s, %d)", text_of(definition->title), definition->id,
             definition->version);
    write_text(stream, 0, line);
    write_text(stream, 0, text_of(definition->purpose));
    workflow_write_origin(stream, &definition->origin, 0);
    for (size_t i = 0; i < definition->stage_count; i++) {
        const struct stage *stage = &definition->stages[i];
        fprintf(stream, "\n%zu  %s\n\n", i + 1, text_of(stage->title));
        for (size_t k = 0; k < stage->step_count; k++)
            write_step(stream, definition, &stage->steps[k]);
    }
}
