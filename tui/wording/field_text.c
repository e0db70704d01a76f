/* SPDX-License-Identifier: Apache-2.0 */
#include "wording/field_text.h"

#include "language.h"
#include "sentence.h"
#include "wording/case_path.h"
#include "wording/case_text.h"

#include <string.h>

/* For fields without choices.  Inside a line after the name of the field. */
static const char *const hints[FIELD_TYPE_COUNT] = {
    [FIELD_TEXT] = N_("a text"),
    [FIELD_LONG_TEXT] = N_("a text; the same field again for its next line"),
    [FIELD_NUMBER] = N_("a whole number"),
    [FIELD_MONEY] = N_("an amount such as 120.50 USD"),
    [FIELD_DATE] = N_("a date such as 24.11.2026"),
    /* TRANSLATORS: these are words that are typed; leave them in English. */
    [FIELD_YES_NO] = N_("yes or no"),
    /* TRANSLATORS: these are words that are typed; leave them in English. */
    [FIELD_YES_NO_UNKNOWN] = N_("yes, no or unknown"),
    [FIELD_CHOICE] = "",
    [FIELD_CHOICES] = "",
    [FIELD_COUNTRY] = N_("a country code such as KGZ"),
    [FIELD_LANGUAGE] = N_("a language code such as ky"),
    [FIELD_ROWS] = "",
};

static const struct {
    const char *word;
    const char *label;
} seen[] = {
    { "original", N_("original") },
    { "copy", N_("copy") },
    { "none", N_("none") },
};

/* The stable words for the evidence that was seen, in the order of their numbers; NULL after the
 * last. */
static const char *case_evidence_word(size_t index)
{
    return index < sizeof(seen) / sizeof(seen[0]) ? seen[index].word : NULL;
}

const char *case_evidence_label(size_t index)
{
    return language_text(seen[index].label);
}

/* ---- choices */

size_t case_place_count_choices(const struct case_place *place)
{
    if (place->field != NULL)
        return place->field->choice_count;
    return place->evidence != NULL ? sizeof(seen) / sizeof(seen[0]) : 0;
}

const char *case_place_choice_id(const struct case_place *place, size_t index)
{
    return place->field != NULL ? place->field->choices[index].id : seen[index].word;
}

const char *case_place_choice_title(const struct case_place *place, size_t index)
{
    return place->field != NULL ? place->field->choices[index].title : seen[index].label;
}

const char *case_place_choice_text(const struct case_place *place, size_t index)
{
    return place->field != NULL ? workflow_text(place->field->choices[index].title)
                                : case_evidence_label(index);
}

/* ---- finding */

static const struct evidence *evidence_find(const struct step *step, const char *type)
{
    for (size_t i = 0; i < step->evidence_count; i++)
        if (strcmp(step->evidence[i].type, type) == 0)
            return &step->evidence[i];
    return NULL;
}

struct case_place case_place_find(const struct step *step, const char *path, int item)
{
    struct case_place place = { .row = item };
    char rows[STEP_PATH_SIZE];
    const char *paper = case_path_paper(path);
    const char *dot = strchr(path, '.');
    if (step == NULL)
        return place;
    if (paper != NULL)
        place.evidence = evidence_find(step, paper);
    else
        place.field = step_find_field(step, path);
    if (place.field != NULL && dot != NULL) {
        snprintf(rows, sizeof(rows), "%.*s", (int)(dot - path), path);
        place.rows = step_find_field(step, rows);
    }
    return place;
}

/* ---- what it is called */

void case_place_write(FILE *stream, const struct case_place *place)
{
    if (place->evidence != NULL)
        fputs(workflow_text(place->evidence->title), stream);
    if (place->field == NULL)
        return;
    if (place->rows != NULL)
        fprintf(stream, "%s %d: ", workflow_text(place->rows->label), place->row);
    fputs(workflow_text(place->field->label), stream);
}

/* ---- what can be typed */

static void write_choices(FILE *stream, const struct field *field)
{
    for (size_t i = 0; i < field->choice_count; i++) {
        const struct choice *choice = &field->choices[i];
        fprintf(stream, "%s%s (%s)", i == 0 ? "" : ", ", choice->id, workflow_text(choice->title));
    }
    if (field->type == FIELD_CHOICES && field->choice_count > 1)
        fprintf(stream, "; %s", _("several with commas between them"));
}

static void write_columns(FILE *stream, const struct field *rows)
{
    for (size_t i = 0; i < rows->field_count; i++)
        fprintf(stream, "%s%s.1.%s (%s)", i == 0 ? "" : ", ", rows->id, rows->fields[i].id,
                workflow_text(rows->fields[i].label));
}

void case_place_write_hint(FILE *stream, const struct case_place *place)
{
    const struct field *field = place->field;
    if (place->evidence != NULL) {
        for (size_t i = 0; case_evidence_word(i) != NULL; i++)
            fprintf(stream, "%s%s (%s)", i == 0 ? "" : ", ", case_evidence_word(i),
                    case_evidence_label(i));
    } else if (field != NULL && (field->type == FIELD_CHOICE || field->type == FIELD_CHOICES)) {
        write_choices(stream, field);
    } else if (field != NULL && field->type == FIELD_ROWS) {
        write_columns(stream, field);
    } else if (field != NULL) {
        fputs(language_text(hints[field->type]), stream);
    }
}

/* ---- what was answered */

static void write_choice(FILE *stream, const struct field *field, const char *id)
{
    const struct choice *choice = field_find_choice(field, id);
    if (choice != NULL)
        fputs(workflow_text(choice->title), stream);
    else
        sentence_write_name(stream, id);
}

static void write_chosen(FILE *stream, const struct field *field, const char *value)
{
    char id[YAML_ID_MAX + 1];
    for (const char *at = value; *at != '\0';) {
        size_t length = strcspn(at, ",");
        snprintf(id, sizeof(id), "%.*s", (int)length, at);
        fputs(at == value ? "" : ", ", stream);
        write_choice(stream, field, id);
        at += length;
        at += *at == ',';
    }
}

static void write_evidence(FILE *stream, const char *value)
{
    for (size_t i = 0; case_evidence_word(i) != NULL; i++)
        if (strcmp(case_evidence_word(i), value) == 0)
            value = case_evidence_label(i);
    fputs(value, stream);
}

static void write_truth(FILE *stream, const char *value)
{
    fputs(strcmp(value, "yes") == 0  ? _("yes")
          : strcmp(value, "no") == 0 ? _("no")
                                     : _("not known"),
          stream);
}

/* The lines of a long text one behind the other. */
static void write_text(FILE *stream, const char *value)
{
    for (const char *at = value; *at != '\0';) {
        size_t length = strcspn(at, "\n");
        fprintf(stream, "%.*s", (int)length, at);
        at += length;
        if (*at == '\n') {
            fputs(" / ", stream);
            at++;
        }
    }
}

void case_answer_write(FILE *stream, const struct case_place *place, const char *value)
{
    const struct field *field = place->field;
    if (place->evidence != NULL)
        write_evidence(stream, value);
    else if (field != NULL && (field->type == FIELD_CHOICE || field->type == FIELD_CHOICES))
        write_chosen(stream, field, value);
    else if (field != NULL && (field->type == FIELD_YES_NO || field->type == FIELD_YES_NO_UNKNOWN))
        write_truth(stream, value);
    else
        write_text(stream, value);
}
