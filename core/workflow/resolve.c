/* SPDX-License-Identifier: Apache-2.0 */

/* Steps name catalogues, instruments and ladders; here they get them. */
#include "workflow/load.h"

#include <string.h>

static const struct choice yes_no[] = {
    { .id = "yes", .title = "Yes" },
    { .id = "no", .title = "No" },
    { .id = "unknown", .title = "Not known" },
};

/* ---- Instruments: their questions are the fields of the step */

static const struct scale *find_scale(const struct instrument *instrument, const char *id)
{
    for (size_t i = 0; i < instrument->scale_count; i++)
        if (strcmp(instrument->scales[i].id, id) == 0)
            return &instrument->scales[i];
    return NULL;
}

static enum status give_scale(struct loading *loading, const struct instrument *instrument,
                              struct question *question, struct error *error)
{
    if (question->weight < 0)
        return fault_add(loading->faults, FAULT_NUMBER_INVALID, instrument->file, question->line,
                         "weight", NULL, error);
    if (question->weight <= 0)
        question->weight = 1;
    if (question->scale_id == NULL)
        return STATUS_OK;
    question->scale = find_scale(instrument, question->scale_id);
    if (question->scale == NULL)
        return fault_add(loading->faults, FAULT_SCALE_UNKNOWN, instrument->file, question->line,
                         question->scale_id, NULL, error);
    return STATUS_OK;
}

static enum status make_choices(struct loading *loading, const struct scale *scale,
                                const struct choice **out, struct error *error)
{
    struct choice *choices = NULL;
    const enum status status = arena_take(&loading->definition->arena, &choices,
                                          (scale->answer_count + 1) * sizeof(*choices), error);
    for (size_t i = 0; status == STATUS_OK && i < scale->answer_count; i++) {
        choices[i].line = scale->answers[i].line;
        choices[i].id = scale->answers[i].id;
        choices[i].title = scale->answers[i].title;
    }
    *out = choices;
    return status;
}

static enum status make_field(struct loading *loading, const struct dimension *dimension,
                              const struct question *question, struct field *field,
                              struct error *error)
{
    field->line = question->line;
    field->id = question->id;
    field->label = question->text;
    field->help = dimension->title;
    field->type = question->scale == NULL ? FIELD_YES_NO_UNKNOWN : FIELD_CHOICE;
    field->when = dimension->when;
    field->is_question = true;
    field->choices = yes_no;
    field->choice_count = 3;
    if (question->scale == NULL)
        return STATUS_OK;
    field->choice_count = question->scale->answer_count;
    return make_choices(loading, question->scale, &field->choices, error);
}

static enum status give_questions(struct loading *loading, struct step *step, struct error *error)
{
    const struct instrument *instrument = step->instrument;
    struct field *fields = NULL;
    size_t count = 0;
    for (size_t i = 0; i < instrument->dimension_count; i++)
        count += instrument->dimensions[i].question_count;
    enum status status = arena_take(&loading->definition->arena, &fields,
                                    (count + step->field_count + 1) * sizeof(*fields), error);
    if (status != STATUS_OK)
        return status;
    size_t at = 0;
    for (size_t i = 0; i < instrument->dimension_count; i++)
        for (size_t k = 0; status == STATUS_OK && k < instrument->dimensions[i].question_count; k++)
            status = make_field(loading, &instrument->dimensions[i],
                                &instrument->dimensions[i].questions[k], &fields[at++], error);
    for (size_t i = 0; i < step->field_count; i++)
        fields[at++] = step->fields[i];
    step->fields = fields;
    step->field_count = at;
    return status;
}

static enum status read_instruments(struct loading *loading, struct error *error)
{
    const struct definition *definition = loading->definition;
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < definition->step_count; i++) {
        const struct step *step = definition->steps[i];
        const struct instrument *instrument;
        if (step->instrument_id == NULL)
            continue;
        loading->file = step->file;
        status = load_instrument(loading, step->instrument_id, step->line, &instrument, error);
    }
    return status;
}

static enum status keep_instruments(struct loading *loading, struct error *error)
{
    struct definition *definition = loading->definition;
    const size_t size = loading->instrument_count * sizeof(*loading->instruments);
    enum status status = arena_take(&definition->arena, &definition->instruments, size + 1, error);
    if (status != STATUS_OK)
        return status;
    if (size > 0)
        memcpy(definition->instruments, loading->instruments, size);
    definition->instrument_count = loading->instrument_count;
    for (size_t i = 0; i < definition->instrument_count; i++) {
        struct instrument *instrument = &definition->instruments[i];
        for (size_t k = 0; k < instrument->dimension_count; k++)
            for (size_t q = 0; status == STATUS_OK && q < instrument->dimensions[k].question_count;
                 q++)
                status =
                    give_scale(loading, instrument, &instrument->dimensions[k].questions[q], error);
    }
    return status;
}

static enum status give_instrument(struct loading *loading, struct step *step, struct error *error)
{
    const struct definition *definition = loading->definition;
    for (size_t i = 0; step->instrument_id != NULL && i < definition->instrument_count; i++)
        if (strcmp(definition->instruments[i].id, step->instrument_id) == 0)
            step->instrument = &definition->instruments[i];
    return step->instrument == NULL ? STATUS_OK : give_questions(loading, step, error);
}

/* ---- Choices */

/* Rows hold no rows.  NOLINTNEXTLINE(misc-no-recursion) */
static enum status give_choices(struct loading *loading, struct field *field, struct error *error)
{
    const struct catalogue *catalogue;
    if (field->list != NULL) {
        const enum status status =
            load_catalogue(loading, field->list, field->line, &catalogue, error);
        if (status != STATUS_OK || catalogue == NULL)
            return status;
        if (field->choice_count > 0)
            return load_note(loading, field->line, FAULT_CHOICES_TWICE, field->id, NULL, error);
        field->choices = catalogue->entries;
        field->choice_count = catalogue->entry_count;
    }
    if (field->type == FIELD_YES_NO || field->type == FIELD_YES_NO_UNKNOWN) {
        field->choices = yes_no;
        field->choice_count = field->type == FIELD_YES_NO ? 2 : 3;
    }
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < field->field_count; i++)
        status = give_choices(loading, &field->fields[i], error);
    return status;
}

/* ---- What else a step names */

/* The entry of a catalogue, or a fault. */
static enum status find_entry(struct loading *loading, const char *list, const char *id, int line,
                              const struct choice **out, struct error *error)
{
    const struct catalogue *catalogue;
    *out = NULL;
    const enum status status = load_catalogue(loading, list, line, &catalogue, error);
    if (status != STATUS_OK || catalogue == NULL)
        return status;
    for (size_t i = 0; i < catalogue->entry_count; i++)
        if (strcmp(catalogue->entries[i].id, id) == 0)
            *out = &catalogue->entries[i];
    return *out != NULL ? STATUS_OK
                        : load_note(loading, line, FAULT_ENTRY_UNKNOWN, id, list, error);
}

static enum status give_entries(struct loading *loading, struct step *step, struct error *error)
{
    const struct choice *entry;
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < step->evidence_count; i++) {
        struct evidence *evidence = &step->evidence[i];
        status = find_entry(loading, "evidence", evidence->type, evidence->line, &entry, error);
        if (entry != NULL)
            evidence->title = entry->title;
    }
    for (size_t i = 0; status == STATUS_OK && i < step->letter_count; i++)
        status = find_entry(loading, "letters", step->letters[i], step->line, &entry, error);
    if (status == STATUS_OK && step->referral != NULL)
        status = find_entry(loading, "services", step->referral->service, step->referral->line,
                            &entry, error);
    for (size_t i = 0; status == STATUS_OK && i < step->outcome_count; i++)
        if (step->outcomes[i].closes != NULL)
            status = find_entry(loading, "closing_reasons", step->outcomes[i].closes,
                                step->outcomes[i].line, &entry, error);
    return status;
}

static enum status give_ladder(struct loading *loading, struct step *step, struct error *error)
{
    const struct definition *definition = loading->definition;
    for (size_t i = 0; step->ladder_id != NULL && i < definition->ladder_count; i++)
        if (strcmp(definition->ladders[i].id, step->ladder_id) == 0)
            step->ladder = &definition->ladders[i];
    if (step->ladder_id != NULL && step->ladder == NULL)
        return load_note(loading, step->line, FAULT_LADDER_UNKNOWN, step->ladder_id, NULL, error);
    return STATUS_OK;
}

static void mark_opened(const struct definition *definition, const struct step *step)
{
    for (size_t i = 0; i < step->outcome_count; i++)
        for (size_t k = 0; k < step->outcomes[i].opens_count; k++) {
            struct step *opened =
                (struct step *)definition_find_step(definition, step->outcomes[i].opens[k]);
            if (opened != NULL)
                opened->is_opened = true;
        }
}

static enum status resolve_step(struct loading *loading, struct step *step, struct error *error)
{
    loading->file = step->file;
    enum status status = give_instrument(loading, step, error);
    for (size_t i = 0; status == STATUS_OK && i < step->field_count; i++)
        status = give_choices(loading, &step->fields[i], error);
    if (status == STATUS_OK)
        status = give_entries(loading, step, error);
    if (status == STATUS_OK)
        status = give_ladder(loading, step, error);
    mark_opened(loading->definition, step);
    return status;
}

enum status load_resolve(struct loading *loading, struct error *error)
{
    const struct definition *definition = loading->definition;
    enum status status = read_instruments(loading, error);
    if (status == STATUS_OK)
        status = keep_instruments(loading, error);
    for (size_t i = 0; status == STATUS_OK && i < definition->step_count; i++)
        status = resolve_step(loading, (struct step *)definition->steps[i], error);
    return status;
}
