/* SPDX-License-Identifier: Apache-2.0 */
#include "wording/explanation_text.h"

#include "language.h"
#include "wording/case_text.h"
#include "wording/field_text.h"

#include <stdlib.h>
#include <string.h>

/* ---- Pieces */

const char *explanation_strength(enum strength strength)
{
    static const char *const words[STRENGTH_COUNT] = {
        [STRENGTH_NONE] = "",
        [STRENGTH_WEAK] = NC_("strength of a sign", "weak"),
        [STRENGTH_MEDIUM] = NC_("strength of a sign", "medium"),
        [STRENGTH_STRONG] = NC_("strength of a sign", "strong"),
    };
    return strength == STRENGTH_NONE ? "" : language_text_in("strength of a sign", words[strength]);
}

void explanation_write_rule(FILE *stream, const struct sign_rule *rule)
{
    const struct {
        int count;
        const char *word;
    } parts[] = {
        { rule->strong, explanation_strength(STRENGTH_STRONG) },
        { rule->medium, explanation_strength(STRENGTH_MEDIUM) },
        { rule->weak, explanation_strength(STRENGTH_WEAK) },
        { rule->other, _("medium or weak") },
    };
    const char *between = "";
    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
        if (parts[i].count == 0)
            continue;
        fprintf(stream, "%s%d %s", between, parts[i].count, parts[i].word);
        between = " + ";
    }
}

static const char *fact_text(const char *path)
{
    static const struct {
        const char *path;
        const char *text;
    } facts[] = {
        { "person.is_child", N_("the person is under 18, or has to be taken for it") },
        { "person.age", N_("the age of the person") },
        { "person.sex", N_("the sex of the person") },
        { "person.group", N_("the status group of the person") },
        { "person.nationality", N_("the nationality of the person") },
    };
    for (size_t i = 0; i < sizeof(facts) / sizeof(facts[0]); i++)
        if (strcmp(facts[i].path, path) == 0)
            return language_text(facts[i].text);
    return path;
}

static void write_answer(FILE *stream, const struct reason *reason)
{
    const struct case_place place = { .field = reason->field, .row = reason->item };
    const struct choice *choice = NULL;
    if (reason->field == NULL)
        return;
    fprintf(stream, ": %s: ", workflow_text(reason->field->label));
    /* Of several choices only the one that counts here. */
    if (reason->condition->has != NULL)
        choice = field_find_choice(reason->field, reason->condition->has);
    if (choice != NULL)
        fprintf(stream, "%s (%s)", workflow_text(choice->title), choice->id);
    else
        case_answer_write(stream, &place, reason->value);
}

void explanation_write_reason(FILE *stream, const struct reason *reason)
{
    if (reason->step != NULL)
        fputs(workflow_text(reason->step->title), stream);
    switch (reason->kind) {
    case REASON_ANSWER:
        write_answer(stream, reason);
        break;
    case REASON_RESULT:
        fprintf(stream, ": %s", reason->result == NULL ? "" : workflow_text(reason->result->title));
        break;
    case REASON_OUTCOME:
        fprintf(stream, ": %s",
                reason->outcome == NULL ? "" : workflow_text(reason->outcome->title));
        break;
    case REASON_INDICATION:
        fputs(reason->indication == NULL ? "" : workflow_text(reason->indication->title), stream);
        break;
    case REASON_FACT:
        fputs(fact_text(reason->condition->field), stream);
        break;
    case REASON_DIMENSION:
    case REASON_SCORE:
        fputs(reason->dimension == NULL ? "" : workflow_text(reason->dimension->title), stream);
        break;
    case REASON_STEP:
    case REASON_KIND_COUNT:
    default:
        break;
    }
}

/* ---- Lines */

static enum status add(const struct explanation_sink *sink, int indent,
                       void (*write)(FILE *stream, const void *self), const void *self,
                       struct error *error)
{
    char *text = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&text, &size);
    if (memory != NULL) {
        write(memory, self);
        if (fclose(memory) == 0)
            sink->add(sink->self, indent, text);
    }
    free(text);
    return memory == NULL ? error_set(error, STATUS_OUT_OF_MEMORY, "a line") : STATUS_OK;
}

static void write_reason(FILE *stream, const void *self)
{
    explanation_write_reason(stream, self);
}

static enum status tell_reasons(const struct explanation_sink *sink, int indent,
                                const struct reason_list *reasons, struct error *error)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < reasons->count; i++)
        status = add(sink, indent, write_reason, &reasons->items[i], error);
    return status;
}

static void write_step(FILE *stream, const void *self)
{
    const struct step_standing *standing = self;
    fprintf(stream, "%s: %s", workflow_text(standing->step->title),
            case_text_step_state(standing->state));
}

static enum status tell_path(const struct explanation_sink *sink,
                             const struct indication *indication, const struct standing *standing,
                             struct error *error)
{
    enum status status = STATUS_OK;
    bool has_heading = false;
    for (size_t i = 0; status == STATUS_OK && i < standing->step_count; i++) {
        const struct step_standing *step = &standing->steps[i];
        if (step->state == STEP_NOT_NEEDED || !indication_opens(indication, step->step))
            continue;
        if (!has_heading)
            sink->add(sink->self, 0, _("The path that it opens:"));
        has_heading = true;
        status = add(sink, 2, write_step, step, error);
    }
    return status;
}

enum status explanation_tell_indication(const struct explanation_sink *sink,
                                        const struct indication *indication,
                                        const struct standing *standing,
                                        const struct situation *situation, struct error *error)
{
    struct reason_list reasons;
    enum status status = indication_list_reasons(&reasons, indication, standing, situation, error);
    if (status == STATUS_OK) {
        sink->add(sink->self, 0, _("It is there because of:"));
        status = tell_reasons(sink, 2, &reasons, error);
    }
    if (status == STATUS_OK)
        status = tell_path(sink, indication, standing, error);
    free(reasons.items);
    return status;
}

/* ---- Signs */

struct positive {
    const struct dimension *dimension;
    const struct score *score;
};

static void write_positive(FILE *stream, const void *self)
{
    const struct positive *positive = self;
    fprintf(stream, "%s: %s ", workflow_text(positive->dimension->title),
            _("positive, by the rule"));
    explanation_write_rule(stream, positive->score->rule);
}

static void write_sign(FILE *stream, const void *self)
{
    const struct sign *sign = self;
    fprintf(stream, "- %s (%s)", workflow_text(sign->question->text),
            explanation_strength(sign->strength));
}

static enum status tell_dimension(const struct explanation_sink *sink,
                                  const struct positive *positive, const struct sign_list *signs,
                                  struct error *error)
{
    enum status status = STATUS_OK;
    if (positive->score->is_positive)
        status = add(sink, 2, write_positive, positive, error);
    else
        sink->add(sink->self, 2, workflow_text(positive->dimension->title));
    for (size_t i = 0; status == STATUS_OK && i < signs->count; i++)
        if (signs->items[i].dimension == positive->dimension)
            status = add(sink, 4, write_sign, &signs->items[i], error);
    return status;
}

static enum status tell_dimensions(const struct explanation_sink *sink, const struct step *step,
                                   const struct scores *scores, const struct sign_list *signs,
                                   struct error *error)
{
    const struct instrument *instrument = step->instrument;
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < instrument->dimension_count; i++) {
        const struct positive positive = { &instrument->dimensions[i],
                                           scores_find(scores, instrument->dimensions[i].id) };
        bool has_sign = false;
        for (size_t k = 0; k < signs->count; k++)
            has_sign = has_sign || signs->items[k].dimension == positive.dimension;
        if (has_sign && positive.score != NULL)
            status = tell_dimension(sink, &positive, signs, error);
    }
    return status;
}

static enum status tell_result(const struct explanation_sink *sink, const struct step *step,
                               const struct scores *scores, const struct situation *situation,
                               struct error *error)
{
    struct reason_list reasons;
    enum status status = result_list_reasons(&reasons, step, scores, situation, error);
    if (status == STATUS_OK && reasons.count > 0) {
        sink->add(sink->self, 0, _("The result follows from:"));
        status = tell_reasons(sink, 2, &reasons, error);
    }
    free(reasons.items);
    return status;
}

enum status explanation_tell_signs(const struct explanation_sink *sink, const struct step *step,
                                   const struct situation *situation, struct error *error)
{
    struct scores scores;
    struct sign_list signs = { .items = NULL };
    if (step->instrument == NULL || step->instrument->method != METHOD_SIGNS)
        return STATUS_OK;
    instrument_score(&scores, step, situation);
    if (scores.result == NULL)
        return STATUS_OK;
    enum status status = sign_list_find(&signs, step, &scores, situation, error);
    if (status == STATUS_OK) {
        sink->add(sink->self, 0, workflow_text(scores.result->title));
        if (scores.is_even)
            sink->add(sink->self, 0,
                      _("Every sign counts as medium: the strengths for this kind of exploitation "
                        "are not loaded."));
        status = tell_dimensions(sink, step, &scores, &signs, error);
    }
    if (status == STATUS_OK)
        status = tell_result(sink, step, &scores, situation, error);
    free(signs.items);
    return status;
}
