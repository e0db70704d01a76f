/* SPDX-License-Identifier: Apache-2.0 */

/* What is wrong with a text that somebody wrote for the program: a workflow, a country pack.  Every
 * fault says where it is and which words the sentence about it needs; the tui layer says it. */
#ifndef QADAM_YAML_FAULT_H
#define QADAM_YAML_FAULT_H

#include "base/error.h"

#include <stddef.h>

/* In the comments: %1 is words[0], %2 words[1]. */
enum fault_kind {
    /* How it is written. */
    FAULT_NOT_YAML,  /* %1: what the parser says, in English */
    FAULT_TOO_LARGE, /* %1: the most KiB allowed */
    FAULT_TOO_DEEP,
    FAULT_ALIAS,          /* an anchor, alias or tag */
    FAULT_NOT_MAPPING,    /* %1: the key whose value should have keys of its own */
    FAULT_NOT_LIST,       /* %1: the key whose value should be a list */
    FAULT_NOT_SCALAR,     /* %1: the key whose value should be a plain text */
    FAULT_KEY_UNKNOWN,    /* %1: the key, %2: one that it may mean, or "" */
    FAULT_KEY_TWICE,      /* %1: the key */
    FAULT_KEY_MISSING,    /* %1: the key */
    FAULT_ID_INVALID,     /* %1: the key, %2: what stands there */
    FAULT_TEXT_INVALID,   /* %1: the key; a control or invisible character */
    FAULT_TEXT_EMPTY,     /* %1: the key */
    FAULT_TEXT_LONG,      /* %1: the key, %2: the most characters allowed */
    FAULT_TEXT_PERCENT,   /* %1: the key; a % cannot be translated */
    FAULT_NUMBER_INVALID, /* %1: the key */
    FAULT_DAY_INVALID,    /* %1: the key */
    FAULT_WORD_UNKNOWN,   /* %1: what stands there, %2: the words that can */
    FAULT_KIND_UNKNOWN,   /* %1: the kind of file that it says it is */
    /* What it means. */
    FAULT_ID_TWICE,  /* %1: the id */
    FAULT_NO_SOURCE, /* %1: the id, or the key, of what says neither source nor check_locally */
    FAULT_CHECK_WITH_RULE, /* a deadline of a country pack says itself whether to check */
    FAULT_FILE_UNKNOWN,  /* %1: the part, catalogue or instrument that is not there, %2: its kind */
    FAULT_STEP_UNKNOWN,  /* %1: the step that is not there */
    FAULT_STAGE_UNKNOWN, /* %1: the stage that is not there */
    FAULT_FIELD_UNKNOWN, /* %1: the field of a condition or deadline that is not there */
    FAULT_OUTCOME_UNKNOWN,    /* %1: the outcome, %2: the step */
    FAULT_INDICATION_UNKNOWN, /* %1: the indication */
    FAULT_LADDER_UNKNOWN,     /* %1: the ladder */
    FAULT_ENTRY_UNKNOWN,      /* %1: the entry, %2: the catalogue */
    FAULT_VALUE_UNKNOWN,      /* %1: the value that a condition asks for, %2: the field */
    FAULT_RULE_UNKNOWN,       /* %1: the deadline that a country pack lacks, %2: the country */
    FAULT_BODY_UNKNOWN,       /* %1: the kind of body that a country pack lacks, %2: the country */
    FAULT_WORKFLOW_UNKNOWN,   /* %1: the workflow that opens_case names */
    FAULT_CONDITION_EMPTY,    /* a condition without a test */
    FAULT_CONDITION_MIXED,    /* a condition with two tests */
    FAULT_OPERATOR_MISSING,   /* %1: the field that is named but not compared */
    FAULT_OPERATOR_MISFIT,    /* %1: the field, %2: the operator that its type does not have */
    FAULT_DATE_EXPECTED,      /* %1: the field that a deadline counts from and that is no date */
    FAULT_CYCLE,              /* %1: a step that comes after itself */
    FAULT_UNREACHABLE,        /* %1: the step that nobody can ever come to */
    FAULT_NO_STEPS,           /* %1: the stage or part without steps */
    FAULT_NO_END,         /* the workflow has no step whose outcome or reason closes the casefile */
    FAULT_STEPS_AND_PART, /* %1: the stage that has both */
    FAULT_NO_ANSWER_ADVICE, /* %1: the step that waits and does not say what to do, %2: which key */
    FAULT_NO_WAY_ON,        /* %1: the step that waits and has neither ladder nor a way on */
    FAULT_NO_CHOICES,       /* %1: the field without choices */
    FAULT_CHOICES_TWICE,    /* %1: the field with choices of its own and a list */
    FAULT_KEY_MISFIT,       /* %1: the key, %2: what it does not go with */
    FAULT_KIND_NEEDS,       /* %1: the key that is missing, %2: the kind that needs it */
    FAULT_BOUNDS,           /* %1: the field whose least is above its most */
    FAULT_SCALE_UNKNOWN,    /* %1: the scale */
    FAULT_DIMENSION_UNKNOWN, /* %1: the dimension or score */
    FAULT_RESULT_NOT_LAST,   /* %1: the instrument whose last result does not always apply */
    FAULT_DEADLINE_EMPTY,    /* a deadline with neither rule nor count */
    FAULT_COUNTRY_UNKNOWN,   /* %1: the country */
    FAULT_ROW_ORDER,         /* %1: a row whose end is before its beginning */
    FAULT_KIND_COUNT
};

enum {
    FAULT_FILE_SIZE = 96,
    FAULT_WORD_SIZE = 96,
    FAULT_WORDS = 2,
    FAULT_LIST_MAX = 200, /* more than these help nobody */
};

struct fault {
    enum fault_kind kind;
    char file[FAULT_FILE_SIZE];
    int line; /* from 1; 0 when it is about the file as a whole */
    char words[FAULT_WORDS][FAULT_WORD_SIZE];
};

/* Owns its items; fault_list_release() frees them. */
struct fault_list {
    struct fault *items;
    size_t count;
    size_t capacity;
};

/* Adds one; words may be NULL, long ones are cut.  What is beyond FAULT_LIST_MAX is dropped. */
MUST_CHECK enum status fault_add(struct fault_list *faults, enum fault_kind kind, const char *file,
                                 int line, const char *first, const char *second,
                                 struct error *error);

/* By file, then line. */
void fault_list_sort(struct fault_list *faults);

void fault_list_release(struct fault_list *faults);

/* The stable English name, such as "key_unknown": for --json and tests. */
const char *fault_name(enum fault_kind kind);

#endif
