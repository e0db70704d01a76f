/* SPDX-License-Identifier: Apache-2.0 */

/* Which fields are asked, and which of them lack an answer. */
#include "base/array.h"
#include "workflow/standing_private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct field *find_rows(const struct field *field, const struct step *step)
{
    for (size_t i = 0; i < step->field_count; i++) {
        const struct field *rows = &step->fields[i];
        if (field >= rows->fields && field < rows->fields + rows->field_count)
            return rows;
    }
    return NULL;
}

static struct condition_scope make_scope(const struct field *field, const struct step *step,
                                         const struct definition *definition,
                                         const struct situation *situation,
                                         const struct standing *standing, int row)
{
    const struct field *rows = row == 0 ? NULL : find_rows(field, step);
    return (struct condition_scope){
        .definition = definition,
        .situation = situation,
        .standing = standing,
        .step = step,
        .rows = rows == NULL ? NULL : rows->id,
        .row = row,
    };
}

bool field_is_asked(const struct field *field, const struct step *step,
                    const struct definition *definition, const struct situation *situation,
                    const struct standing *standing, int row)
{
    const struct condition_scope scope =
        make_scope(field, step, definition, situation, standing, row);
    return condition_test(field->when, &scope);
}

bool field_is_required(const struct field *field, const struct step *step,
                       const struct definition *definition, const struct situation *situation,
                       const struct standing *standing, int row)
{
    const struct condition_scope scope =
        make_scope(field, step, definition, situation, standing, row);
    return condition_test(field->when, &scope) &&
           (field->is_required || field->must_be != NULL ||
            (field->required_when != NULL && condition_test(field->required_when, &scope)));
}

bool evidence_is_asked(const struct evidence *evidence, const struct definition *definition,
                       const struct situation *situation, const struct standing *standing)
{
    return condition_is_met(evidence->when, definition, situation, standing);
}

/* ---- What is missing */

struct form {
    struct missing_list *out;
    const struct step *step;
    const struct standing *standing;
    const struct situation *situation;
};

static enum status add(struct form *form, const struct missing *missing, struct error *error)
{
    struct missing_list *list = form->out;
    const enum status status =
        array_reserve(&list->items, &list->capacity, sizeof(*list->items), list->count + 1, error);
    if (status == STATUS_OK)
        list->items[list->count++] = *missing;
    return status;
}

static enum status look_at_field(struct form *form, const struct field *field,
                                 const struct field *rows, int row, struct error *error)
{
    char path[2 * YAML_ID_MAX + 2];
    struct missing missing = { .field = field, .rows = rows, .row = row };
    if (!field_is_required(field, form->step, form->standing->definition, form->situation,
                           form->standing, row))
        return STATUS_OK;
    snprintf(path, sizeof(path), "%s%s%s", rows == NULL ? "" : rows->id, rows == NULL ? "" : ".",
             field->id);
    const char *value = situation_answer(form->situation, form->step->id, path, row);
    if (value != NULL && (field->must_be == NULL || strcmp(value, field->must_be) == 0))
        return STATUS_OK;
    missing.kind = value == NULL ? MISSING_ANSWER : MISSING_MUST_BE;
    return add(form, &missing, error);
}

static enum status look_at_rows(struct form *form, const struct field *rows, struct error *error)
{
    const int count = situation_rows(form->situation, form->step->id, rows->id);
    const bool is_asked = field_is_asked(rows, form->step, form->standing->definition,
                                         form->situation, form->standing, 0);
    const bool is_required = field_is_required(rows, form->step, form->standing->definition,
                                               form->situation, form->standing, 0);
    const int least = rows->least.is_given ? rows->least.value : 0;
    enum status status = STATUS_OK;
    if (!is_asked)
        return STATUS_OK;
    if (count < (is_required && least == 0 ? 1 : least)) {
        const struct missing missing = { .kind = MISSING_ROWS, .field = rows };
        return add(form, &missing, error);
    }
    for (int row = 1; row <= count; row++)
        for (size_t i = 0; status == STATUS_OK && i < rows->field_count; i++)
            status = look_at_field(form, &rows->fields[i], rows, row, error);
    return status;
}

static enum status look_at_evidence(struct form *form, const struct evidence *evidence,
                                    struct error *error)
{
    char path[YAML_ID_MAX + sizeof("evidence.")];
    const struct missing missing = { .kind = MISSING_EVIDENCE, .evidence = evidence };
    if (!evidence->is_required ||
        !evidence_is_asked(evidence, form->standing->definition, form->situation, form->standing))
        return STATUS_OK;
    snprintf(path, sizeof(path), "evidence.%s", evidence->type);
    const char *value = situation_answer(form->situation, form->step->id, path, 0);
    if (value != NULL && strcmp(value, "none") != 0)
        return STATUS_OK;
    return add(form, &missing, error);
}

/* The first question that the person is asked: those for children are not put to an adult. */
static const struct field *find_question(const struct form *form)
{
    for (size_t i = 0; i < form->step->field_count; i++)
        if (field_is_asked(&form->step->fields[i], form->step, form->standing->definition,
                           form->situation, form->standing, 0))
            return &form->step->fields[i];
    return NULL;
}

/* An assessment that nobody asked anything for says nothing, least of all "no signs". */
static enum status look_at_instrument(struct form *form, struct error *error)
{
    struct scores scores;
    const struct missing missing = { .kind = MISSING_ANSWER, .field = find_question(form) };
    if (form->step->instrument == NULL || missing.field == NULL)
        return STATUS_OK;
    instrument_score(&scores, form->step, form->situation);
    for (size_t i = 0; i < scores.count; i++)
        if (scores.items[i].answered > 0)
            return STATUS_OK;
    return add(form, &missing, error);
}

static enum status look_at_case(struct form *form, struct error *error)
{
    const struct missing missing = { .kind = MISSING_CASE };
    if (form->step->opens_case == NULL)
        return STATUS_OK;
    for (size_t i = 0; i < form->situation->link_count; i++)
        if (strcmp(form->situation->links[i].workflow, form->step->opens_case) == 0)
            return STATUS_OK;
    return add(form, &missing, error);
}

enum status step_list_missing(struct missing_list *out, const struct step *step,
                              const struct standing *standing, const struct situation *situation,
                              struct error *error)
{
    struct form form = { out, step, standing, situation };
    *out = (struct missing_list){ .items = NULL };
    enum status status = look_at_instrument(&form, error);
    for (size_t i = 0; status == STATUS_OK && i < step->field_count; i++)
        status = step->fields[i].type == FIELD_ROWS
                     ? look_at_rows(&form, &step->fields[i], error)
                     : look_at_field(&form, &step->fields[i], NULL, 0, error);
    for (size_t i = 0; status == STATUS_OK && i < step->evidence_count; i++)
        status = look_at_evidence(&form, &step->evidence[i], error);
    if (status == STATUS_OK)
        status = look_at_case(&form, error);
    return status;
}
