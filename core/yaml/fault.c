/* SPDX-License-Identifier: Apache-2.0 */
#include "yaml/fault.h"

#include "base/array.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const names[FAULT_KIND_COUNT] = {
    [FAULT_NOT_YAML] = "not_yaml",
    [FAULT_TOO_LARGE] = "too_large",
    [FAULT_TOO_DEEP] = "too_deep",
    [FAULT_ALIAS] = "alias",
    [FAULT_NOT_MAPPING] = "not_mapping",
    [FAULT_NOT_LIST] = "not_list",
    [FAULT_NOT_SCALAR] = "not_scalar",
    [FAULT_KEY_UNKNOWN] = "key_unknown",
    [FAULT_KEY_TWICE] = "key_twice",
    [FAULT_KEY_MISSING] = "key_missing",
    [FAULT_ID_INVALID] = "id_invalid",
    [FAULT_TEXT_INVALID] = "text_invalid",
    [FAULT_TEXT_EMPTY] = "text_empty",
    [FAULT_TEXT_LONG] = "text_long",
    [FAULT_TEXT_PERCENT] = "text_percent",
    [FAULT_NUMBER_INVALID] = "number_invalid",
    [FAULT_DAY_INVALID] = "day_invalid",
    [FAULT_WORD_UNKNOWN] = "word_unknown",
    [FAULT_KIND_UNKNOWN] = "kind_unknown",
    [FAULT_ID_TWICE] = "id_twice",
    [FAULT_NO_SOURCE] = "no_source",
    [FAULT_CHECK_WITH_RULE] = "check_with_rule",
    [FAULT_FILE_UNKNOWN] = "file_unknown",
    [FAULT_STEP_UNKNOWN] = "step_unknown",
    [FAULT_STAGE_UNKNOWN] = "stage_unknown",
    [FAULT_FIELD_UNKNOWN] = "field_unknown",
    [FAULT_OUTCOME_UNKNOWN] = "outcome_unknown",
    [FAULT_INDICATION_UNKNOWN] = "indication_unknown",
    [FAULT_LADDER_UNKNOWN] = "ladder_unknown",
    [FAULT_ENTRY_UNKNOWN] = "entry_unknown",
    [FAULT_VALUE_UNKNOWN] = "value_unknown",
    [FAULT_RULE_UNKNOWN] = "rule_unknown",
    [FAULT_BODY_UNKNOWN] = "body_unknown",
    [FAULT_WORKFLOW_UNKNOWN] = "workflow_unknown",
    [FAULT_CONDITION_EMPTY] = "condition_empty",
    [FAULT_CONDITION_MIXED] = "condition_mixed",
    [FAULT_OPERATOR_MISSING] = "operator_missing",
    [FAULT_OPERATOR_MISFIT] = "operator_misfit",
    [FAULT_DATE_EXPECTED] = "date_expected",
    [FAULT_CYCLE] = "cycle",
    [FAULT_UNREACHABLE] = "unreachable",
    [FAULT_NO_STEPS] = "no_steps",
    [FAULT_NO_END] = "no_end",
    [FAULT_STEPS_AND_PART] = "steps_and_part",
    [FAULT_NO_ANSWER_ADVICE] = "no_answer_advice",
    [FAULT_NO_WAY_ON] = "no_way_on",
    [FAULT_NO_CHOICES] = "no_choices",
    [FAULT_CHOICES_TWICE] = "choices_twice",
    [FAULT_KEY_MISFIT] = "key_misfit",
    [FAULT_KIND_NEEDS] = "kind_needs",
    [FAULT_BOUNDS] = "bounds",
    [FAULT_SCALE_UNKNOWN] = "scale_unknown",
    [FAULT_DIMENSION_UNKNOWN] = "dimension_unknown",
    [FAULT_RESULT_NOT_LAST] = "result_not_last",
    [FAULT_DEADLINE_EMPTY] = "deadline_empty",
    [FAULT_COUNTRY_UNKNOWN] = "country_unknown",
    [FAULT_ROW_ORDER] = "row_order",
};

/* Cuts between characters. */
static void copy_word(char out[FAULT_WORD_SIZE], const char *word)
{
    size_t length = word == NULL ? 0 : strlen(word);
    if (length >= FAULT_WORD_SIZE) {
        length = FAULT_WORD_SIZE - 1;
        while (length > 0 && ((unsigned char)word[length] & 0xC0) == 0x80)
            length--;
    }
    memcpy(out, word == NULL ? "" : word, length);
    out[length] = '\0';
}

enum status fault_add(struct fault_list *faults, enum fault_kind kind, const char *file, int line,
                      const char *first, const char *second, struct error *error)
{
    if (faults->count == FAULT_LIST_MAX)
        return STATUS_OK;
    const enum status status = array_reserve(&faults->items, &faults->capacity,
                                             sizeof(*faults->items), faults->count + 1, error);
    if (status != STATUS_OK)
        return status;
    struct fault *fault = &faults->items[faults->count++];
    fault->kind = kind;
    fault->line = line;
    snprintf(fault->file, sizeof(fault->file), "%s", file);
    copy_word(fault->words[0], first);
    copy_word(fault->words[1], second);
    return STATUS_OK;
}

static int compare(const void *left, const void *right)
{
    const struct fault *a = left;
    const struct fault *b = right;
    const int files = strcmp(a->file, b->file);
    if (files != 0)
        return files;
    if (a->line != b->line)
        return a->line < b->line ? -1 : 1;
    return (a->kind > b->kind) - (a->kind < b->kind);
}

void fault_list_sort(struct fault_list *faults)
{
    if (faults->count > 0)
        qsort(faults->items, faults->count, sizeof(*faults->items), compare);
}

void fault_list_release(struct fault_list *faults)
{
    free(faults->items);
    *faults = (struct fault_list){ .items = NULL };
}

const char *fault_name(enum fault_kind kind)
{
    return (unsigned)kind < FAULT_KIND_COUNT ? names[kind] : "unknown";
}
