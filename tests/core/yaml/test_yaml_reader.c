/* SPDX-License-Identifier: Apache-2.0 */
#include "yaml/yaml_reader.h"

#include "support/unit.h"

#include <stdio.h>
#include <string.h>

/* ---- A small schema with one key of each kind */

struct leaf {
    int line;
    const char *id;
    struct leaf *leaves;
    size_t leaf_count;
};

struct tree {
    int line;
    const char *id;
    const char *code;
    const char *path;
    const char *title;
    const char *text;
    const char *name;
    int count;
    struct yaml_number most;
    double weight;
    bool is_big;
    int shape;
    struct yaml_day since;
    const char **codes;
    size_t code_count;
    int *days;
    size_t day_count;
    struct leaf *leaf;
    struct leaf *leaves;
    size_t leaf_count;
};

static const char *const shapes[] = { "round", "square", NULL };

static const struct yaml_schema leaf_schema;
static const struct yaml_key leaf_keys[] = {
    { .name = "id", .kind = YAML_ID, .offset = offsetof(struct leaf, id), .is_required = true },
    { .name = "leaves",
      .kind = YAML_OBJECTS,
      YAML_LIST(struct leaf, leaves, leaf_count),
      .schema = &leaf_schema },
};
static const struct yaml_schema leaf_schema = { sizeof(struct leaf), offsetof(struct leaf, line),
                                                leaf_keys, 2 };

static const struct yaml_key tree_keys[] = {
    { .name = "id", .kind = YAML_ID, .offset = offsetof(struct tree, id), .is_required = true },
    { .name = "code", .kind = YAML_CODE, .offset = offsetof(struct tree, code) },
    { .name = "path", .kind = YAML_PATH, .offset = offsetof(struct tree, path) },
    { .name = "title", .kind = YAML_LABEL, .offset = offsetof(struct tree, title) },
    { .name = "text", .kind = YAML_SENTENCE, .offset = offsetof(struct tree, text) },
    { .name = "name", .kind = YAML_WORDS, .offset = offsetof(struct tree, name) },
    { .name = "count", .kind = YAML_INT, .offset = offsetof(struct tree, count) },
    { .name = "most", .kind = YAML_NUMBER, .offset = offsetof(struct tree, most) },
    { .name = "weight", .kind = YAML_DECIMAL, .offset = offsetof(struct tree, weight) },
    { .name = "big", .kind = YAML_FLAG, .offset = offsetof(struct tree, is_big) },
    { .name = "shape", .kind = YAML_WORD, .offset = offsetof(struct tree, shape), .words = shapes },
    { .name = "since", .kind = YAML_DAY, .offset = offsetof(struct tree, since) },
    { .name = "codes", .kind = YAML_CODES, YAML_LIST(struct tree, codes, code_count) },
    { .name = "days", .kind = YAML_INTS, YAML_LIST(struct tree, days, day_count) },
    { .name = "leaf",
      .kind = YAML_OBJECT,
      .offset = offsetof(struct tree, leaf),
      .schema = &leaf_schema },
    { .name = "leaves",
      .kind = YAML_OBJECTS,
      YAML_LIST(struct tree, leaves, leaf_count),
      .schema = &leaf_schema },
};
static const struct yaml_schema tree_schema = { sizeof(struct tree), offsetof(struct tree, line),
                                                tree_keys,
                                                sizeof(tree_keys) / sizeof(tree_keys[0]) };

struct reading {
    struct tree tree;
    struct arena arena;
    struct fault_list faults;
};

static void watch_nothing(void *self, const char *key, const char *text, int line)
{
    char *out = self;
    snprintf(out + strlen(out), 200 - strlen(out), "%s@%d=%s;", key, line, text);
}

static void read_bytes(struct reading *out, const char *text, size_t length, char *texts)
{
    struct error error = { 0 };
    struct yaml_file *file;
    const struct yaml_source source = { "tree.yaml", text, length };
    *out = (struct reading){ .faults = { .items = NULL } };
    assert_ok(yaml_open(&file, &source, &out->arena, &out->faults, &error));
    if (file == NULL)
        return;
    if (texts != NULL)
        yaml_watch_texts(file, watch_nothing, texts);
    assert_ok(yaml_read(file, &tree_schema, &out->tree, &error));
    yaml_close(file);
}

static void read_text(struct reading *out, const char *text)
{
    read_bytes(out, text, strlen(text), NULL);
}

static void release(struct reading *reading)
{
    arena_release(&reading->arena);
    fault_list_release(&reading->faults);
}

/* ---- Sound texts */

static void every_kind_of_value_comes_to_its_place(void **state)
{
    (void)state;
    struct reading reading;
    struct tree *tree = &reading.tree;
    read_text(&reading, "# a comment\n"
                        "id: oak_1\n"
                        "code: CR-CP\n"
                        "path: loss.how.1\n"
                        "title: A tree\n"
                        "text: >\n  It grows\n  slowly.\n"
                        "name: 100% oak\n"
                        "count: 12\n"
                        "most: 0\n"
                        "weight: -0.75\n"
                        "big: yes\n"
                        "shape: square\n"
                        "since: 2026-02-28\n"
                        "codes: [REF, ASY]\n"
                        "days: [30, 14, 3]\n"
                        "leaf: {id: one}\n"
                        "leaves:\n  - id: two\n    leaves: [{id: three}]\n  - {id: four}\n");
    assert_int_equal(reading.faults.count, 0);
    assert_string_equal(tree->id, "oak_1");
    assert_string_equal(tree->code, "CR-CP");
    assert_string_equal(tree->path, "loss.how.1");
    assert_string_equal(tree->text, "It grows slowly.");
    assert_string_equal(tree->name, "100% oak");
    assert_int_equal(tree->count, 12);
    assert_true(tree->most.is_given && tree->most.value == 0);
    assert_true(tree->weight > -0.7501 && tree->weight < -0.7499);
    assert_true(tree->is_big);
    assert_int_equal(tree->shape, 1);
    assert_true(tree->since.is_given);
    assert_int_equal(tree->code_count, 2);
    assert_string_equal(tree->codes[1], "ASY");
    assert_int_equal(tree->day_count, 3);
    assert_int_equal(tree->days[2], 3);
    assert_string_equal(tree->leaf->id, "one");
    assert_int_equal(tree->leaf_count, 2);
    assert_int_equal(tree->leaves[0].line, 20);
    assert_string_equal(tree->leaves[0].leaves[0].id, "three");
    assert_string_equal(tree->leaves[1].id, "four");
    release(&reading);
}

static void the_mark_that_windows_sets_before_a_text_is_no_fault(void **state)
{
    (void)state;
    struct reading reading;
    read_text(&reading, "\xEF\xBB\xBFid: oak\ntitle: Oak\n");
    assert_int_equal(reading.faults.count, 0);
    release(&reading);
}

static void what_is_not_there_is_not_given(void **state)
{
    (void)state;
    struct reading reading;
    read_text(&reading, "id: oak\n");
    assert_int_equal(reading.faults.count, 0);
    assert_false(reading.tree.most.is_given);
    assert_false(reading.tree.since.is_given);
    assert_null(reading.tree.leaf);
    assert_int_equal(reading.tree.leaf_count, 0);
    release(&reading);
}

static void texts_for_people_are_watched_and_names_are_not(void **state)
{
    (void)state;
    struct reading reading;
    char texts[200] = "";
    const char *text = "id: oak\ntitle: A tree\nname: Oak\ntext: It grows.\n";
    read_bytes(&reading, text, strlen(text), texts);
    assert_string_equal(texts, "title@2=A tree;text@4=It grows.;");
    release(&reading);
}

/* ---- Faults */

static void each_fault_is_told_with_its_line_and_words(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum fault_kind kind;
        int line;
        const char *first;
        const char *second;
    } rows[] = {
        { "id: oak\n\ttab: x\n", FAULT_NOT_YAML, 2, NULL, NULL },
        { "id: [oak\n", FAULT_NOT_YAML, 2, NULL, NULL },
        { "id: oak\nname: \xFF\n", FAULT_NOT_YAML, 2, "not UTF-8", NULL },
        { "- oak\n", FAULT_NOT_MAPPING, 1, "tree.yaml", NULL },
        { "", FAULT_NOT_MAPPING, 0, "tree.yaml", NULL },
        { "id: &a oak\n", FAULT_ALIAS, 1, "", NULL },
        { "id: oak\nleaf: &a {id: x}\nleaves: [*a]\n", FAULT_ALIAS, 2, "", NULL },
        { "id: !!str oak\n", FAULT_ALIAS, 1, "", NULL },
        { "id: oak\nleaf: stem\n", FAULT_NOT_MAPPING, 2, "leaf", NULL },
        { "id: oak\nleaves: {id: x}\n", FAULT_NOT_LIST, 2, "leaves", NULL },
        { "id: oak\ntitle: [a]\n", FAULT_NOT_SCALAR, 2, "title", NULL },
        { "id: oak\ncodes: [[a]]\n", FAULT_NOT_SCALAR, 2, "codes", NULL },
        { "id: oak\ntitel: A\n", FAULT_KEY_UNKNOWN, 2, "titel", "title" },
        { "id: oak\ncolour: A\n", FAULT_KEY_UNKNOWN, 2, "colour", "" },
        { "id: oak\nid: elm\n", FAULT_KEY_TWICE, 2, "id", NULL },
        { "title: A\n", FAULT_KEY_MISSING, 1, "id", NULL },
        { "id: oak\nleaves:\n  - {leaves: []}\n", FAULT_KEY_MISSING, 3, "id", NULL },
        { "id: Oak\n", FAULT_ID_INVALID, 1, "id", "Oak" },
        { "id: 1oak\n", FAULT_ID_INVALID, 1, "id", "1oak" },
        { "id: oak\npath: a..b\n", FAULT_ID_INVALID, 2, "path", "a..b" },
        { "id: oak\ncodes: [ok, 'no good']\n", FAULT_ID_INVALID, 2, "codes", "no good" },
        { "id: oak\ntitle: \"a\\u200Bb\"\n", FAULT_TEXT_INVALID, 2, "title", NULL },
        { "id: oak\ntitle: ' '\n", FAULT_TEXT_EMPTY, 2, "title", NULL },
        { "id: oak\ntitle: 60% of them\n", FAULT_TEXT_PERCENT, 2, "title", NULL },
        { "id: oak\ncount: twelve\n", FAULT_NUMBER_INVALID, 2, "count", NULL },
        { "id: oak\ncount: 99999999999\n", FAULT_NUMBER_INVALID, 2, "count", NULL },
        { "id: oak\nweight: 0,5\n", FAULT_NUMBER_INVALID, 2, "weight", NULL },
        { "id: oak\nsince: 2026-02-30\n", FAULT_DAY_INVALID, 2, "since", NULL },
        { "id: oak\nbig: maybe\n", FAULT_WORD_UNKNOWN, 2, "maybe", "no, yes, false, true" },
        { "id: oak\nshape: oval\n", FAULT_WORD_UNKNOWN, 2, "oval", "round, square" },
        { "id: oak\ntitle: 1234567890123456789012345678901234567890123456789012345678901234567890"
          "1\n",
          FAULT_TEXT_LONG, 2, "title", "70" },
    };
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct reading reading;
        read_text(&reading, rows[i].text);
        if (reading.faults.count != 1)
            fail_msg("row %zu: %zu faults", i, reading.faults.count);
        const struct fault *fault = &reading.faults.items[0];
        if (fault->kind != rows[i].kind || fault->line != rows[i].line)
            fail_msg("row %zu: %s in line %d", i, fault_name(fault->kind), fault->line);
        assert_string_equal(fault->file, "tree.yaml");
        if (rows[i].first != NULL)
            assert_string_equal(fault->words[0], rows[i].first);
        if (rows[i].second != NULL)
            assert_string_equal(fault->words[1], rows[i].second);
        release(&reading);
    }
}

static void all_faults_are_told_at_once(void **state)
{
    (void)state;
    struct reading reading;
    read_text(&reading, "id: Oak\ncount: x\nbig: z\nleaves:\n  - {}\n  - {id: 9}\n");
    assert_int_equal(reading.faults.count, 5);
    release(&reading);
}

static void a_text_that_nests_without_end_is_refused(void **state)
{
    (void)state;
    struct reading reading;
    char text[4096] = "id: oak\nleaf: ";
    size_t length = strlen(text);
    memset(text + length, '[', 2000);
    memset(text + length + 2000, ']', 2000);
    read_bytes(&reading, text, length + 4000, NULL);
    assert_int_equal(reading.faults.count, 1);
    assert_int_equal(reading.faults.items[0].kind, FAULT_TOO_DEEP);
    release(&reading);
}

static void a_text_beyond_all_measure_is_refused(void **state)
{
    (void)state;
    static char text[YAML_TEXT_MAX + 1];
    struct reading reading;
    memset(text, '#', sizeof(text));
    read_bytes(&reading, text, sizeof(text), NULL);
    assert_int_equal(reading.faults.count, 1);
    assert_int_equal(reading.faults.items[0].kind, FAULT_TOO_LARGE);
    assert_string_equal(reading.faults.items[0].words[0], "512");
    release(&reading);
}

/* ---- The list of faults */

static void faults_are_sorted_by_file_and_line_and_end_somewhere(void **state)
{
    (void)state;
    struct error error = { 0 };
    struct fault_list faults = { .items = NULL };
    assert_ok(fault_add(&faults, FAULT_CYCLE, "b.yaml", 2, "x", NULL, &error));
    assert_ok(fault_add(&faults, FAULT_CYCLE, "b.yaml", 1, "x", NULL, &error));
    assert_ok(fault_add(&faults, FAULT_CYCLE, "a.yaml", 9, "x", NULL, &error));
    fault_list_sort(&faults);
    assert_string_equal(faults.items[0].file, "a.yaml");
    assert_int_equal(faults.items[1].line, 1);
    for (int i = 0; i < 2 * FAULT_LIST_MAX; i++)
        assert_ok(fault_add(&faults, FAULT_CYCLE, "c.yaml", i, "x", NULL, &error));
    assert_int_equal(faults.count, FAULT_LIST_MAX);
    fault_list_release(&faults);
}

static void long_words_are_cut_between_letters(void **state)
{
    (void)state;
    struct error error = { 0 };
    struct fault_list faults = { .items = NULL };
    char word[400] = "a";
    for (size_t i = 1; i + 2 < sizeof(word); i += 2)
        memcpy(word + i, "ж", 2);
    assert_ok(fault_add(&faults, FAULT_CYCLE, "a", 1, word, NULL, &error));
    assert_int_equal(strlen(faults.items[0].words[0]), FAULT_WORD_SIZE - 1);
    assert_memory_equal(faults.items[0].words[0] + FAULT_WORD_SIZE - 3, "ж", 3);
    fault_list_release(&faults);
}

static void every_fault_has_a_name_of_its_own(void **state)
{
    (void)state;
    for (int i = 0; i < FAULT_KIND_COUNT; i++) {
        assert_non_null(fault_name((enum fault_kind)i));
        for (int k = 0; k < i; k++)
            assert_string_not_equal(fault_name((enum fault_kind)i), fault_name((enum fault_kind)k));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_of_value_comes_to_its_place),
        cmocka_unit_test(the_mark_that_windows_sets_before_a_text_is_no_fault),
        cmocka_unit_test(what_is_not_there_is_not_given),
        cmocka_unit_test(texts_for_people_are_watched_and_names_are_not),
        cmocka_unit_test(each_fault_is_told_with_its_line_and_words),
        cmocka_unit_test(all_faults_are_told_at_once),
        cmocka_unit_test(a_text_that_nests_without_end_is_refused),
        cmocka_unit_test(a_text_beyond_all_measure_is_refused),
        cmocka_unit_test(faults_are_sorted_by_file_and_line_and_end_somewhere),
        cmocka_unit_test(long_words_are_cut_between_letters),
        cmocka_unit_test(every_fault_has_a_name_of_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
