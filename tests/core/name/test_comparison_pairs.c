/* SPDX-License-Identifier: Apache-2.0 */

/* How well names are compared, counted over the pairs in pairs/, and what must hold for every name
 * there.  The pairs of unseen.tsv are only counted: no single one of them is ever shown. */
#include "name/comparison.h"
#include "support/unit.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

enum { PAIRS_MAX = 2000, TEXT_MAX = 2048, FIELDS = 3, BROKEN_SHOWN = 5 };

struct pair {
    const char *left, *right; /* inside the bytes of the file */
    bool is_same;
    size_t line;
};

struct pair_file {
    const char *path; /* from the root of the sources, where the tests are run */
    double least_recall, most_accepted;
    bool can_be_shown;
    char *bytes;
    struct pair pairs[PAIRS_MAX];
    size_t count;
};

static struct pair_file files[] = {
    { .path = "tests/core/name/pairs/tuning.tsv",
      .least_recall = 0.97,
      .most_accepted = 0.05,
      .can_be_shown = true },
    { .path = "tests/core/name/pairs/unseen.tsv", .least_recall = 0.95, .most_accepted = 0.08 },
};

enum { FILES = sizeof(files) / sizeof(files[0]) };

static const struct lexicon *lexicon;

/* ---- reading the files */

static char *read_bytes(const char *path)
{
    FILE *stream = fopen(path, "rb");
    if (stream == NULL)
        fail_msg("%s cannot be read: the tests are run from the root of the sources", path);
    assert_int_equal(fseek(stream, 0, SEEK_END), 0);
    long size = ftell(stream);
    assert_true(size > 0);
    rewind(stream);
    char *bytes = calloc((size_t)size + 1, 1);
    assert_non_null(bytes);
    assert_int_equal(fread(bytes, 1, (size_t)size, stream), size);
    fclose(stream);
    return bytes;
}

/* Cuts a line into its first fields; what lies behind them stays with nobody. */
static void cut_fields(char *fields[FIELDS], char *line)
{
    for (size_t i = 0; i < FIELDS; i++) {
        assert_non_null(line);
        fields[i] = line;
        line = strchr(line, '\t');
        if (line != NULL)
            *line++ = '\0';
    }
}

static void read_pair(struct pair_file *file, char *line, size_t number)
{
    char *fields[FIELDS];
    if (line[0] == '#' || line[0] == '\0')
        return;
    cut_fields(fields, line);
    assert_true(file->count < PAIRS_MAX);
    bool is_same = strcmp(fields[2], "same") == 0;
    assert_true(is_same || strcmp(fields[2], "different") == 0);
    file->pairs[file->count++] = (struct pair){ fields[0], fields[1], is_same, number };
}

static int read_files(void **state)
{
    (void)state;
    lexicon = lexicon_shared();
    assert_non_null(lexicon);
    for (size_t i = 0; i < FILES; i++) {
        size_t number = 1;
        files[i].bytes = read_bytes(files[i].path);
        for (char *line = files[i].bytes; line != NULL; number++) {
            char *end = strchr(line, '\n');
            if (end != NULL)
                *end++ = '\0';
            read_pair(&files[i], line, number);
            line = end;
        }
    }
    return 0;
}

static int free_files(void **state)
{
    (void)state;
    for (size_t i = 0; i < FILES; i++)
        free(files[i].bytes);
    return 0;
}

/* ---- how well */

static struct name_comparison compare(const char *left, const char *right)
{
    struct error error;
    struct name_comparison comparison;
    assert_ok(name_compare(&comparison, lexicon, left, right, &error));
    return comparison;
}

static bool is_close(double left, double right)
{
    return fabs(left - right) < 1e-9;
}

static void count_file(const struct pair_file *file)
{
    size_t all[2] = { 0, 0 }, accepted[2] = { 0, 0 };
    for (size_t i = 0; i < file->count; i++) {
        const struct pair *pair = &file->pairs[i];
        all[pair->is_same]++;
        accepted[pair->is_same] += compare(pair->left, pair->right).is_same;
    }
    assert_true(all[true] > 500 && all[false] > 350);
    double recall = (double)accepted[true] / (double)all[true];
    double wrong = (double)accepted[false] / (double)all[false];
    printf("NOTE: %s: %.1f%% of %zu pairs of one name found, %.1f%% of %zu hard pairs of two "
           "names accepted\n",
           strrchr(file->path, '/') + 1, 100 * recall, all[true], 100 * wrong, all[false]);
    fflush(stdout);
    assert_true(recall >= file->least_recall);
    assert_true(wrong <= file->most_accepted);
}

static void the_pairs_made_for_tuning_are_told_apart(void **state)
{
    (void)state;
    count_file(&files[0]);
}

static void pairs_that_nobody_tuned_on_are_told_apart(void **state)
{
    (void)state;
    count_file(&files[1]);
}

/* ---- what holds for every name */

/* Each function writes a name in another way that changes nothing in it. */
typedef void rewrite(char out[TEXT_MAX], const char *name);

static void rewrite_points(char out[TEXT_MAX], const char *name,
                           utf8proc_int32_t (*change)(utf8proc_int32_t))
{
    size_t length = 0;
    while (*name != '\0') {
        utf8proc_int32_t point;
        utf8proc_ssize_t size = utf8proc_iterate((const utf8proc_uint8_t *)name, -1, &point);
        assert_true(size > 0 && length + 8 < TEXT_MAX);
        name += size;
        length += (size_t)utf8proc_encode_char(change(point), (utf8proc_uint8_t *)out + length);
    }
    out[length] = '\0';
}

static void in_capitals(char out[TEXT_MAX], const char *name)
{
    rewrite_points(out, name, utf8proc_toupper);
}

static void in_small_letters(char out[TEXT_MAX], const char *name)
{
    rewrite_points(out, name, utf8proc_tolower);
}

static void keep_form(char out[TEXT_MAX], utf8proc_uint8_t *form)
{
    assert_non_null(form);
    assert_true(strlen((char *)form) < TEXT_MAX);
    strcpy(out, (char *)form);
    free(form);
}

static void in_composed_letters(char out[TEXT_MAX], const char *name)
{
    keep_form(out, utf8proc_NFC((const utf8proc_uint8_t *)name));
}

static void in_decomposed_letters(char out[TEXT_MAX], const char *name)
{
    keep_form(out, utf8proc_NFD((const utf8proc_uint8_t *)name));
}

static void with_doubled_blanks(char out[TEXT_MAX], const char *name)
{
    size_t length = 0;
    assert_true(strlen(name) * 2 + 5 < TEXT_MAX);
    out[length++] = ' ';
    for (; *name != '\0'; name++) {
        if (*name == ' ')
            out[length++] = ' ';
        out[length++] = *name;
    }
    strcpy(out + length, "  ");
}

static const char *const apostrophes[] = { "'", "`", "ʻ", "ʼ", "‘", "’" };

enum { APOSTROPHES = sizeof(apostrophes) / sizeof(apostrophes[0]) };

/* How many bytes at the beginning of a text are one of the apostrophes; 0: none. */
static size_t apostrophe_size(const char *text)
{
    for (size_t i = 0; i < APOSTROPHES; i++)
        if (strncmp(text, apostrophes[i], strlen(apostrophes[i])) == 0)
            return strlen(apostrophes[i]);
    return 0;
}

static void with_apostrophe(char out[TEXT_MAX], const char *name, const char *apostrophe)
{
    assert_true(strlen(name) * 3 < TEXT_MAX);
    while (*name != '\0') {
        size_t size = apostrophe_size(name);
        if (size > 0) {
            strcpy(out, apostrophe);
            out += strlen(apostrophe);
        } else {
            *out++ = *name;
        }
        name += size > 0 ? size : 1;
    }
    *out = '\0';
}

static size_t broken; /* by the law being tried */

static void expect(bool holds, const struct pair_file *file, const struct pair *pair)
{
    if (holds)
        return;
    if (file != NULL && file->can_be_shown && broken < BROKEN_SHOWN)
        print_error("%s:%zu: broken\n", file->path, pair->line);
    broken++;
}

/* The names beside each other in the file are compared too: mostly of two people. */
static const char *name_beside(const struct pair_file *file, size_t i)
{
    return file->pairs[(i + 1) % file->count].right;
}

static void expect_symmetry(const struct pair_file *file, const struct pair *pair, const char *left,
                            const char *right)
{
    struct name_comparison forth = compare(left, right), back = compare(right, left);
    expect(forth.is_same == back.is_same && is_close(forth.score, back.score), file, pair);
    expect(forth.score >= 0 && forth.score <= 1 && forth.reasons != 0, file, pair);
    expect(!forth.is_same || forth.score >= NAME_SCORE_SAME, file, pair);
}

static void the_verdict_does_not_ask_which_name_comes_first(void **state)
{
    (void)state;
    broken = 0;
    for (size_t f = 0; f < FILES; f++)
        for (size_t i = 0; i < files[f].count; i++) {
            const struct pair *pair = &files[f].pairs[i];
            expect_symmetry(&files[f], pair, pair->left, pair->right);
            expect_symmetry(&files[f], pair, pair->left, name_beside(&files[f], i));
        }
    assert_int_equal(broken, 0);
}

static void expect_itself(const struct pair_file *file, const struct pair *pair, const char *name)
{
    struct name_comparison comparison = compare(name, name);
    expect(comparison.is_same && is_close(comparison.score, 1) &&
               comparison.reasons == 1U << NAME_REASON_SAME,
           file, pair);
}

static void every_name_is_the_same_as_itself(void **state)
{
    (void)state;
    broken = 0;
    for (size_t f = 0; f < FILES; f++)
        for (size_t i = 0; i < files[f].count; i++) {
            const struct pair *pair = &files[f].pairs[i];
            expect_itself(&files[f], pair, pair->left);
            expect_itself(&files[f], pair, pair->right);
        }
    assert_int_equal(broken, 0);
}

static void expect_rewriting_changes_nothing(rewrite *rewrite_name, const struct pair_file *file,
                                             const struct pair *pair)
{
    char left[TEXT_MAX], right[TEXT_MAX];
    bool is_same = compare(pair->left, pair->right).is_same;
    rewrite_name(left, pair->left);
    rewrite_name(right, pair->right);
    expect(compare(left, pair->right).is_same == is_same, file, pair);
    expect(compare(pair->left, right).is_same == is_same, file, pair);
    expect(compare(left, right).is_same == is_same, file, pair);
    expect(compare(left, pair->left).is_same, file, pair);
}

static void try_rewriting(rewrite *rewrite_name)
{
    broken = 0;
    for (size_t f = 0; f < FILES; f++)
        for (size_t i = 0; i < files[f].count; i++)
            expect_rewriting_changes_nothing(rewrite_name, &files[f], &files[f].pairs[i]);
    assert_int_equal(broken, 0);
}

static void letter_case_changes_nothing(void **state)
{
    (void)state;
    try_rewriting(in_capitals);
    try_rewriting(in_small_letters);
}

static void composed_and_decomposed_letters_are_the_same(void **state)
{
    (void)state;
    try_rewriting(in_composed_letters);
    try_rewriting(in_decomposed_letters);
}

static void more_blanks_change_nothing(void **state)
{
    (void)state;
    try_rewriting(with_doubled_blanks);
}

static bool has_apostrophe(const char *name)
{
    for (; *name != '\0'; name++)
        if (apostrophe_size(name) > 0)
            return true;
    return false;
}

static bool is_by_layout(const struct name_comparison *comparison)
{
    return (comparison->reasons & 1U << NAME_REASON_LAYOUT) != 0;
}

static void any_apostrophe_stands_for_every_other(void **state)
{
    size_t tried = 0;
    (void)state;
    broken = 0;
    for (size_t f = 0; f < FILES; f++)
        for (size_t i = 0; i < files[f].count; i++) {
            const struct pair *pair = &files[f].pairs[i];
            struct name_comparison expected = compare(pair->left, pair->right);
            char name[TEXT_MAX];
            /* On the wrong keyboard an apostrophe stands for a letter. */
            if (!has_apostrophe(pair->left) || is_by_layout(&expected))
                continue;
            for (size_t a = 0; a < APOSTROPHES; a++, tried++) {
                with_apostrophe(name, pair->left, apostrophes[a]);
                struct name_comparison comparison = compare(name, pair->right);
                expect(comparison.is_same == expected.is_same &&
                           is_close(comparison.score, expected.score),
                       &files[f], pair);
            }
        }
    assert_int_equal(broken, 0);
    assert_true(tried > 100);
}

/* ---- names made at random, of parts that meet often */

static uint32_t random_below(uint32_t *seed, uint32_t limit)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed % limit;
}

static const char *const stems[] = {
    "Рахим",  "Rahim",  "Карим",  "Karim",     "Юсуп",    "Yusup",   "Юнус",     "Асан",
    "Hasan",  "Husan",  "Али",    "Ali",       "Алий",    "Айгүл",   "Aygul",    "Нур",
    "Nur",    "Султан", "Sulton", "Нурсултан", "Бек",     "Bek",     "Абдул",    "Abdu",
    "Aziz",   "Азиза",  "Ғафур",  "Gʻofur",    "Жұма",    "Juma",    "Ҷӯра",     "Ш.",
    "Sh.",    "Ю",      "Й",      "I.",        "Ким",     "Kim",     "Цой",      "Choi",
    "Сергей", "Sergei", "Rnarat", "Marat",     "1брагим", "Ибpагим", "Вераскль", "Фрь",
};

static const char *const endings[] = {
    "",      "",     "",      "ов",   "ова",   "ev",    "yeva",   "ович", "овна",
    "ovich", "ovna", " уулу", "ұлы",  " qizi", "қызы",  "zoda",   "зода", "iy",
    "in",    "ina",  "skiy",  "-бек", "jon",   " ogli", "oʻgʻli", "ян",   "uly",
};

static const char *const joints[] = { " ", " ",  " ",  " ",    "<",    "<<",
                                      "-", ", ", "  ", " ал-", " ibn " };

#define PICK(seed, table) (table)[random_below(seed, sizeof(table) / sizeof((table)[0]))]

static void make_name(char out[TEXT_MAX], uint32_t *seed)
{
    uint32_t words = 1 + random_below(seed, 4);
    out[0] = '\0';
    for (uint32_t i = 0; i < words; i++) {
        if (i > 0)
            strcat(out, PICK(seed, joints));
        strcat(out, PICK(seed, stems));
        strcat(out, PICK(seed, endings));
    }
}

/* A name, and the same one with its words in another order or one of them changed. */
static void make_near_pair(char left[TEXT_MAX], char right[TEXT_MAX], uint32_t *seed)
{
    make_name(left, seed);
    const char *blank = strchr(left, ' ');
    right[0] = '\0';
    if (blank != NULL && random_below(seed, 2) == 0)
        snprintf(right, TEXT_MAX, "%s %.*s", blank + 1, (int)(blank - left), left);
    else
        snprintf(right, TEXT_MAX, "%s%s", left, PICK(seed, endings));
    if (random_below(seed, 3) == 0)
        make_name(right, seed);
}

static void the_laws_hold_for_names_made_at_random(void **state)
{
    uint32_t seed = 1936;
    size_t same = 0;
    (void)state;
    broken = 0;
    for (int i = 0; i < 10000; i++) {
        char left[TEXT_MAX], right[TEXT_MAX], capitals[TEXT_MAX], decomposed[TEXT_MAX];
        make_near_pair(left, right, &seed);
        in_capitals(capitals, left);
        in_decomposed_letters(decomposed, right);
        size_t before = broken;
        expect_itself(NULL, NULL, left);
        expect_symmetry(NULL, NULL, left, right);
        struct name_comparison comparison = compare(left, right);
        /* What the wrong keyboard makes of a capital need not be a letter at all. */
        if (!is_by_layout(&comparison))
            expect(compare(capitals, decomposed).is_same == comparison.is_same, NULL, NULL);
        same += comparison.is_same;
        if (broken > before && broken < BROKEN_SHOWN)
            print_error("broken for \"%s\" and \"%s\"\n", left, right);
    }
    assert_int_equal(broken, 0);
    assert_true(same > 500 && same < 8000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_pairs_made_for_tuning_are_told_apart),
        cmocka_unit_test(pairs_that_nobody_tuned_on_are_told_apart),
        cmocka_unit_test(the_verdict_does_not_ask_which_name_comes_first),
        cmocka_unit_test(every_name_is_the_same_as_itself),
        cmocka_unit_test(letter_case_changes_nothing),
        cmocka_unit_test(composed_and_decomposed_letters_are_the_same),
        cmocka_unit_test(more_blanks_change_nothing),
        cmocka_unit_test(any_apostrophe_stands_for_every_other),
        cmocka_unit_test(the_laws_hold_for_names_made_at_random),
    };
    return cmocka_run_group_tests(tests, read_files, free_files);
}
