/* SPDX-License-Identifier: Apache-2.0 */

/* A small sound workflow, and what is said when one thing of it is wrong. */
#include "workflow/library.h"

#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TEXT_SIZE = 8192 };

static const char WORKFLOW[] = "kind: workflow\n"
                               "id: visit\n"
                               "version: 3\n"
                               "title: A visit\n"
                               "purpose: For tests.\n"
                               "check_locally: yes\n"
                               "uses: [ladders]\n"
                               "stages:\n"
                               "  - id: first\n"
                               "    title: First\n"
                               "    include: greeting\n"
                               "  - id: second\n"
                               "    title: Second\n"
                               "    after: [first]\n"
                               "    steps:\n"
                               "      - id: ask\n"
                               "        title: Ask\n"
                               "        why: To know.\n"
                               "        kind: request\n"
                               "        body: archive\n"
                               "        ladder: steep\n"
                               "        if_refused: Ask again.\n"
                               "        if_silent: Take the ladder.\n"
                               "        check_locally: yes\n"
                               "        letters: [reminder]\n"
                               "        deadline: {from: asked, rule: archive_answer}\n"
                               "        outcomes:\n"
                               "          - {id: yes, title: Yes, opens: [thank]}\n"
                               "          - {id: no, title: No, refusal: yes}\n"
                               "      - id: thank\n"
                               "        title: Thank\n"
                               "        why: To be kind.\n"
                               "        kind: form\n"
                               "        after: [ask]\n"
                               "        when: {field: greet.mood, in: [good, fair]}\n"
                               "        check_locally: yes\n"
                               "        evidence: [{type: photo, required: yes}]\n"
                               "        deadline: {from: greet.on, count: 3, unit: working, "
                               "check_locally: yes}\n"
                               "      - id: measure\n"
                               "        title: Measure\n"
                               "        why: To see.\n"
                               "        kind: assessment\n"
                               "        instrument: scale\n"
                               "        check_locally: yes\n"
                               "        rounds: {from: opened, at: [1, 2], unit: month}\n"
                               "      - id: leave\n"
                               "        title: Leave\n"
                               "        why: To end.\n"
                               "        kind: decision\n"
                               "        check_locally: yes\n"
                               "        when: {not: {indication: sad}}\n"
                               "        approval: supervisor\n"
                               "        fields: [{id: reason, label: Reason, type: choice, list: "
                               "closing_reasons, required: yes}]\n"
                               "indications:\n"
                               "  - {id: sad, title: Sad, says: It seems so., when: {field: "
                               "greet.mood, is: bad}, alert: supervisor, check_locally: yes}\n"
                               "guards:\n"
                               "  - {id: hush, contact: origin, when: {field: person.group, is: "
                               "ASY}, says: Not now., check_locally: yes}\n";

static const char PART[] = "kind: part\n"
                           "id: greeting\n"
                           "title: Greeting\n"
                           "steps:\n"
                           "  - id: greet\n"
                           "    title: Greet\n"
                           "    why: To begin.\n"
                           "    kind: form\n"
                           "    source: The book of manners\n"
                           "    fields:\n"
                           "      - {id: mood, label: Mood, type: choice, choices: [{id: good, "
                           "title: Good}, {id: fair, title: Fair}, {id: bad, title: Bad}]}\n"
                           "      - {id: on, label: When, type: date, time: past}\n"
                           "      - {id: many, label: How many, type: number, least: 0, most: 9}\n"
                           "      - id: gifts\n"
                           "        label: Gifts\n"
                           "        type: rows\n"
                           "        fields: [{id: what, label: What, type: text, required: yes}]\n";

static const char LADDERS[] = "kind: part\n"
                              "id: ladders\n"
                              "title: Ladders\n"
                              "ladders:\n"
                              "  - id: steep\n"
                              "    rungs: [{id: one, title: One, after: 1, unit: calendar, "
                              "check_locally: yes}]\n";

static const char LETTERS[] = "kind: catalogue\nid: letters\ntitle: Letters\ncheck_locally: yes\n"
                              "entries: [{id: reminder, title: Reminder}]\n";
static const char EVIDENCE[] = "kind: catalogue\nid: evidence\ntitle: Papers\ncheck_locally: yes\n"
                               "entries: [{id: photo, title: Photo}]\n";
static const char REASONS[] = "kind: catalogue\nid: closing_reasons\ntitle: Reasons\n"
                              "check_locally: yes\nentries: [{id: died, title: Died}]\n";
static const char INSTRUMENT[] = "kind: instrument\n"
                                 "id: scale\n"
                                 "version: 1\n"
                                 "title: Scale\n"
                                 "check_locally: yes\n"
                                 "method: sum\n"
                                 "scales: [{id: size, answers: [{id: big, title: Big, value: 1}, "
                                 "{id: small, title: Small, value: 0}]}]\n"
                                 "dimensions:\n"
                                 "  - id: all\n"
                                 "    title: All\n"
                                 "    questions:\n"
                                 "      - {id: width, text: How wide?, scale: size}\n"
                                 "      - {id: height, text: Is it high?}\n"
                                 "results:\n"
                                 "  - {id: much, title: Much, says: Much., when: {score: total, "
                                 "at_least: 2}}\n"
                                 "  - {id: little, title: Little, says: Little.}\n";

enum { VISIT, GREETING, LADDER, LETTER, PAPER, REASON, SCALE, FILES };

static const struct {
    const char *name;
    const char *text;
} files[FILES] = {
    [VISIT] = { "visit.yaml", WORKFLOW },    [GREETING] = { "greeting.yaml", PART },
    [LADDER] = { "ladders.yaml", LADDERS },  [LETTER] = { "letters.yaml", LETTERS },
    [PAPER] = { "evidence.yaml", EVIDENCE }, [REASON] = { "reasons.yaml", REASONS },
    [SCALE] = { "scale.yaml", INSTRUMENT },
};

/* The files, with the first "old" in one of them replaced. */
static void load(int file, const char *old, const char *new, struct definition **definition,
                 struct fault_list *faults)
{
    struct error error = { 0 };
    struct yaml_source sources[FILES];
    char text[TEXT_SIZE];
    for (int i = 0; i < FILES; i++)
        sources[i] = (struct yaml_source){ files[i].name, files[i].text, strlen(files[i].text) };
    if (old != NULL) {
        const char *at = strstr(files[file].text, old);
        if (at == NULL)
            fail_msg("no \"%s\" in %s", old, files[file].name);
        snprintf(text, sizeof(text), "%.*s%s%s", (int)(at - files[file].text), files[file].text,
                 new, at + strlen(old));
        sources[file].text = text;
        sources[file].length = strlen(text);
    }
    const struct library library = { .shelves = { { sources, FILES } } };
    assert_ok(library_load(definition, &library, "visit", faults, &error));
}

static void a_sound_workflow_is_loaded_whole(void **state)
{
    (void)state;
    struct definition *definition;
    struct fault_list faults = { .items = NULL };
    load(0, NULL, NULL, &definition, &faults);
    for (size_t i = 0; i < faults.count; i++)
        print_error("%s:%d %s %s\n", faults.items[i].file, faults.items[i].line,
                    fault_name(faults.items[i].kind), faults.items[i].words[0]);
    assert_non_null(definition);
    assert_string_equal(definition->id, "visit");
    assert_int_equal(definition->version, 3);
    assert_int_equal(definition->step_count, 5);
    assert_string_equal(definition->steps[0]->id, "greet");
    assert_string_equal(definition->steps[0]->file, "greeting.yaml");
    assert_int_equal(definition->source_count, FILES);
    const struct step *ask = definition_find_step(definition, "ask");
    assert_string_equal(ask->ladder->rungs[0].title, "One");
    assert_string_equal(ask->stage->title, "Second");
    const struct step *thank = definition_find_step(definition, "thank");
    assert_true(thank->is_opened);
    assert_string_equal(thank->evidence[0].title, "Photo");
    const struct step *measure = definition_find_step(definition, "measure");
    assert_int_equal(measure->field_count, 2);
    assert_string_equal(measure->fields[0].choices[1].title, "Small");
    assert_int_equal(measure->fields[1].type, FIELD_YES_NO_UNKNOWN);
    assert_string_equal(step_find_field(definition->steps[0], "gifts.what")->label, "What");
    assert_null(step_find_field(definition->steps[0], "gifts.whom"));
    assert_string_equal(definition_find_catalogue(definition, "letters")->entries[0].title,
                        "Reminder");
    definition_release(definition);
}

static void each_fault_of_meaning_is_told_where_it_is(void **state)
{
    (void)state;
    static const struct {
        int file;
        const char *old;
        const char *new;
        enum fault_kind kind;
        const char *first;
        const char *second;
    } rows[] = {
        { VISIT, "version: 3", "version: 0", FAULT_NUMBER_INVALID, "version", NULL },
        { VISIT, "version: 3", "version: -3", FAULT_NUMBER_INVALID, "version", NULL },
        { SCALE, "version: 1", "version: 0", FAULT_NUMBER_INVALID, "version", NULL },
        { VISIT, "id: ask\n", "id: greet\n", FAULT_ID_TWICE, "greet", NULL },
        { VISIT, "id: second\n", "id: first\n", FAULT_ID_TWICE, "first", NULL },
        { GREETING, "{id: on,", "{id: mood,", FAULT_ID_TWICE, "mood", NULL },
        { VISIT, "{id: no, title", "{id: yes, title", FAULT_ID_TWICE, "yes", NULL },
        { GREETING, "{id: fair, title", "{id: good, title", FAULT_ID_TWICE, "good", NULL },
        { GREETING, "    source: The book of manners\n", "", FAULT_NO_SOURCE, "greet", NULL },
        { LETTER, "check_locally: yes\n", "", FAULT_NO_SOURCE, "letters", NULL },
        { LADDER, ", check_locally: yes", "", FAULT_NO_SOURCE, "one", NULL },
        { SCALE, "check_locally: yes\n", "", FAULT_NO_SOURCE, "scale", NULL },
        { VISIT, "unit: working, check_locally: yes}", "unit: working}", FAULT_NO_SOURCE,
          "deadline", NULL },
        { VISIT, "rule: archive_answer}", "rule: archive_answer, check_locally: yes}",
          FAULT_CHECK_WITH_RULE, "", NULL },
        { VISIT, "include: greeting", "include: farewell", FAULT_FILE_UNKNOWN, "farewell", "part" },
        { VISIT, "instrument: scale", "instrument: ruler", FAULT_FILE_UNKNOWN, "ruler",
          "instrument" },
        { VISIT, "list: closing_reasons", "list: reasons", FAULT_FILE_UNKNOWN, "reasons",
          "catalogue" },
        { VISIT, "after: [ask]", "after: [beg]", FAULT_STEP_UNKNOWN, "beg", NULL },
        { VISIT, "opens: [thank]", "opens: [thank, bow]", FAULT_STEP_UNKNOWN, "bow", NULL },
        { VISIT, "after: [first]", "after: [zeroth]", FAULT_STAGE_UNKNOWN, "zeroth", NULL },
        { VISIT, "field: greet.mood, in", "field: greet.moods, in", FAULT_FIELD_UNKNOWN,
          "greet.moods", NULL },
        { VISIT, "field: person.group", "field: person.height", FAULT_FIELD_UNKNOWN,
          "person.height", NULL },
        { VISIT, "{field: greet.mood, in: [good, fair]}", "{step: ask, outcome: maybe}",
          FAULT_OUTCOME_UNKNOWN, "maybe", "ask" },
        { VISIT, "{indication: sad}", "{indication: glad}", FAULT_INDICATION_UNKNOWN, "glad",
          NULL },
        { VISIT, "ladder: steep", "ladder: rope", FAULT_LADDER_UNKNOWN, "rope", NULL },
        { VISIT, "[reminder]", "[poem]", FAULT_ENTRY_UNKNOWN, "poem", "letters" },
        { VISIT, "{type: photo", "{type: film", FAULT_ENTRY_UNKNOWN, "film", "evidence" },
        { VISIT, "in: [good, fair]", "in: [good, great]", FAULT_VALUE_UNKNOWN, "great",
          "greet.mood" },
        { VISIT, "is: bad", "is: worse", FAULT_VALUE_UNKNOWN, "worse", "greet.mood" },
        { VISIT, "rule: archive_answer", "rule: soon", FAULT_RULE_UNKNOWN, "soon", "*" },
        { VISIT, "body: archive", "body: circus", FAULT_BODY_UNKNOWN, "circus", "*" },
        { VISIT, "rule: archive_answer}", "rule: archive_answer, source: The law}",
          FAULT_CHECK_WITH_RULE, "", NULL },
        { VISIT, "approval: supervisor", "approval: king", FAULT_WORD_UNKNOWN, "king",
          "clerk, counsellor, supervisor, protection_officer, trainer" },
        { VISIT, "contact: origin", "contact: stranger", FAULT_WORD_UNKNOWN, "stranger",
          "origin, employer, family" },
        { VISIT, "when: {field: greet.mood, in: [good, fair]}", "opens_case: party",
          FAULT_WORKFLOW_UNKNOWN, "party", NULL },
        { VISIT, "{field: greet.mood, in: [good, fair]}", "{}", FAULT_CONDITION_EMPTY, "", NULL },
        { VISIT, "{field: greet.mood, in: [good, fair]}",
          "{field: greet.mood, is: good, step: ask}", FAULT_CONDITION_MIXED, "", NULL },
        { VISIT, "{field: greet.mood, in: [good, fair]}", "{field: greet.mood}",
          FAULT_OPERATOR_MISSING, "greet.mood", NULL },
        { VISIT, "{field: greet.mood, in: [good, fair]}", "{field: greet.mood, at_least: 2}",
          FAULT_OPERATOR_MISFIT, "greet.mood", "at_least" },
        { VISIT, "{field: greet.mood, in: [good, fair]}", "{field: greet.mood, has: good}",
          FAULT_OPERATOR_MISFIT, "greet.mood", "has" },
        { VISIT, "{from: greet.on,", "{from: greet.mood,", FAULT_DATE_EXPECTED, "greet.mood",
          NULL },
        { VISIT, "kind: request\n", "kind: request\n        after: [thank]\n", FAULT_CYCLE, NULL,
          NULL },
        { VISIT, "{id: no, title: No, refusal: yes}", "{id: no, title: No, opens: [ask]}",
          FAULT_UNREACHABLE, "ask", NULL },
        { VISIT, "    include: greeting\n", "", FAULT_NO_STEPS, "first", NULL },
        { VISIT, "include: greeting", "include: ladders", FAULT_NO_STEPS, "ladders", NULL },
        { VISIT, "    after: [first]\n", "    include: greeting\n", FAULT_STEPS_AND_PART, "second",
          NULL },
        { VISIT, "list: closing_reasons", "choices: [{id: a, title: A}]", FAULT_NO_END, "", NULL },
        { VISIT, "        if_silent: Take the ladder.\n", "", FAULT_NO_ANSWER_ADVICE, "ask",
          "if_silent" },
        { VISIT,
          "        ladder: steep\n        if_refused: Ask again.\n        if_silent: Take the "
          "ladder.\n        check_locally: yes\n        letters: [reminder]\n        deadline: "
          "{from: asked, rule: archive_answer}\n        outcomes:\n          - {id: yes, title: "
          "Yes, opens: [thank]}\n",
          "        if_refused: Ask again.\n        if_silent: Wait.\n        check_locally: "
          "yes\n        outcomes:\n",
          FAULT_NO_WAY_ON, "ask", NULL },
        { GREETING,
          "choices: [{id: good, title: Good}, {id: fair, title: Fair}, {id: bad, title: "
          "Bad}]",
          "choices: []", FAULT_NO_CHOICES, "mood", NULL },
        { VISIT, "list: closing_reasons", "list: closing_reasons, choices: [{id: a, title: A}]",
          FAULT_CHOICES_TWICE, "reason", NULL },
        { GREETING, "time: past}", "time: past, most: 9}", FAULT_KEY_MISFIT, "most", "date" },
        { GREETING, "least: 0,", "time: past, least: 0,", FAULT_KEY_MISFIT, "time", "number" },
        { VISIT, "kind: form\n", "kind: form\n        instrument: scale\n", FAULT_KEY_MISFIT,
          "instrument", "form" },
        { VISIT, "kind: form\n", "kind: referral\n        if_refused: A.\n        if_silent: B.\n",
          FAULT_KIND_NEEDS, "referral", "referral" },
        { VISIT, "        instrument: scale\n", "", FAULT_KIND_NEEDS, "instrument", "assessment" },
        { VISIT, "kind: form\n", "kind: letter\n", FAULT_KIND_NEEDS, "letters", "letter" },
        { GREETING, "\n        fields: [{id: what, label: What, type: text, required: yes}]", "",
          FAULT_KIND_NEEDS, "fields", "rows" },
        { SCALE, "method: sum", "method: signs", FAULT_KIND_NEEDS, "positive", "signs" },
        { GREETING, "least: 0, most: 9", "least: 9, most: 0", FAULT_BOUNDS, "many", NULL },
        { VISIT, "at: [1, 2]", "at: [2, 1]", FAULT_BOUNDS, "at", NULL },
        { SCALE, "scale: size}", "scale: weight}", FAULT_SCALE_UNKNOWN, "weight", NULL },
        { SCALE, "score: total", "score: some", FAULT_DIMENSION_UNKNOWN, "some", NULL },
        { SCALE, "  - {id: little, title: Little, says: Little.}\n", "", FAULT_RESULT_NOT_LAST,
          "scale", NULL },
        { VISIT, "count: 3, ", "", FAULT_DEADLINE_EMPTY, "", NULL },
        { VISIT, "rule: archive_answer", "rule: archive_answer, count: 3", FAULT_KEY_MISFIT,
          "count", "rule" },
        { VISIT, "at: [1, 2]", "at: []", FAULT_DEADLINE_EMPTY, "", NULL },
        { VISIT, "count: 3,", "count: -3,", FAULT_NUMBER_INVALID, "count", NULL },
        { VISIT, "count: 3,", "count: 200000,", FAULT_NUMBER_INVALID, "count", NULL },
        { VISIT, "at: [1, 2]", "at: [-1, 2]", FAULT_NUMBER_INVALID, "at", NULL },
        { LADDER, "after: 1,", "after: -1,", FAULT_DEADLINE_EMPTY, "", NULL },
        { SCALE, "{score: total, at_least: 2}", "{field: greet.mood, is: bad}", FAULT_FIELD_UNKNOWN,
          "greet.mood", NULL },
        { VISIT,
          "        kind: form\n        after: [ask]\n        when: {field: greet.mood, in: "
          "[good, fair]}\n",
          "        kind: form\n        when: {score: total, at_least: 1}\n", FAULT_KEY_MISFIT,
          "score", "workflow" },
    };
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct definition *definition;
        struct fault_list faults = { .items = NULL };
        load(rows[i].file, rows[i].old, rows[i].new, &definition, &faults);
        bool is_found = false;
        for (size_t k = 0; k < faults.count; k++) {
            const struct fault *fault = &faults.items[k];
            is_found |= fault->kind == rows[i].kind &&
                        (rows[i].first == NULL || strcmp(fault->words[0], rows[i].first) == 0) &&
                        (rows[i].second == NULL || strcmp(fault->words[1], rows[i].second) == 0);
        }
        for (size_t k = 0; !is_found && k < faults.count; k++)
            print_error("%s:%d %s %s %s\n", faults.items[k].file, faults.items[k].line,
                        fault_name(faults.items[k].kind), faults.items[k].words[0],
                        faults.items[k].words[1]);
        if (!is_found || definition != NULL)
            fail_msg("row %zu (%s) was not told", i, rows[i].new);
        fault_list_release(&faults);
    }
}

static void a_fault_stands_in_the_file_and_line_that_it_was_written_in(void **state)
{
    (void)state;
    struct definition *definition;
    struct fault_list faults = { .items = NULL };
    load(GREETING, "    source: The book of manners\n", "", &definition, &faults);
    assert_string_equal(faults.items[0].file, "greeting.yaml");
    assert_int_equal(faults.items[0].line, 5);
    fault_list_release(&faults);
    load(VISIT, "after: [ask]", "after: [beg]", &definition, &faults);
    assert_string_equal(faults.items[0].file, "visit.yaml");
    assert_int_equal(faults.items[0].line, 30);
    fault_list_release(&faults);
}

static void a_step_that_nobody_opens_is_out_of_reach(void **state)
{
    (void)state;
    struct definition *definition;
    struct fault_list faults = { .items = NULL };
    load(VISIT, "        fields: [{id: reason",
         "        outcomes: [{id: again, title: Again, opens: [leave]}]\n        fields: [{id: "
         "reason",
         &definition, &faults);
    assert_null(definition);
    bool is_told = false;
    for (size_t i = 0; i < faults.count; i++)
        is_told |= faults.items[i].kind == FAULT_UNREACHABLE &&
                   strcmp(faults.items[i].words[0], "leave") == 0;
    assert_true(is_told);
    fault_list_release(&faults);
}

static void an_office_file_hides_the_one_that_is_built_in(void **state)
{
    (void)state;
    struct error error = { 0 };
    struct definition *definition;
    struct fault_list faults = { .items = NULL };
    static const char own[] = "kind: catalogue\nid: letters\ntitle: Letters\ncheck_locally: yes\n"
                              "entries: [{id: reminder, title: Our reminder}]\n";
    struct yaml_source sources[FILES];
    const struct yaml_source first = { "own.yaml", own, sizeof(own) - 1 };
    for (int i = 0; i < FILES; i++)
        sources[i] = (struct yaml_source){ files[i].name, files[i].text, strlen(files[i].text) };
    const struct library library = { .shelves = { { &first, 1 }, { sources, FILES } } };
    assert_ok(library_load(&definition, &library, "visit", &faults, &error));
    assert_string_equal(definition_find_catalogue(definition, "letters")->entries[0].title,
                        "Our reminder");
    definition_release(definition);
    assert_ok(library_load(&definition, &library, "journey", &faults, &error));
    assert_null(definition);
    assert_int_equal(faults.items[0].kind, FAULT_FILE_UNKNOWN);
    fault_list_release(&faults);
}

static void one_file_is_checked_by_itself(void **state)
{
    (void)state;
    struct error error = { 0 };
    struct fault_list faults = { .items = NULL };
    char id[YAML_ID_MAX + 1];
    bool is_workflow;
    const struct yaml_source part = { "part.yaml", PART, sizeof(PART) - 1 };
    assert_ok(library_check_file(&part, id, &is_workflow, &faults, &error));
    assert_string_equal(id, "greeting");
    assert_false(is_workflow);
    const struct yaml_source workflow = { "visit.yaml", WORKFLOW, sizeof(WORKFLOW) - 1 };
    assert_ok(library_check_file(&workflow, id, &is_workflow, &faults, &error));
    assert_true(is_workflow);
    assert_int_equal(faults.count, 0);
    const struct yaml_source odd = { "odd.yaml", "kind: poem\n", 11 };
    assert_ok(library_check_file(&odd, id, &is_workflow, &faults, &error));
    assert_int_equal(faults.items[0].kind, FAULT_KIND_UNKNOWN);
    assert_string_equal(faults.items[0].words[0], "poem");
    fault_list_release(&faults);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sound_workflow_is_loaded_whole),
        cmocka_unit_test(each_fault_of_meaning_is_told_where_it_is),
        cmocka_unit_test(a_fault_stands_in_the_file_and_line_that_it_was_written_in),
        cmocka_unit_test(a_step_that_nobody_opens_is_out_of_reach),
        cmocka_unit_test(an_office_file_hides_the_one_that_is_built_in),
        cmocka_unit_test(one_file_is_checked_by_itself),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
