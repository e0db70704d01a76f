/* SPDX-License-Identifier: Apache-2.0 */

/* Every act that the program can write into the journal has words for people.  The acts are
 * collected from the sources of core: texts such as "person.add" whose first word is a noun of the
 * journal. */
#include "language.h"
#include "support/unit.h"
#include "wording/label.h"

#include <ftw.h>
#include <regex.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { LINE_SIZE = 4096, ACT_SIZE = 100, ACTS_AT_LEAST = 80 };

static const char source[] = QADAM_SCREENS "/../../core";
static regex_t pattern;
static int found, missing;

/* What looks the same: facts of workflows and codes of what was put out. */
static bool is_other(const char *text)
{
    static const char *const others[] = {
        "person.age", "person.is_child", "relation.person_id", "person.group", "person.nationality",
        "person.sex", "office.country",  "office.qadam",       "right.right",  "right.state",
    };
    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
        if (strcmp(others[i], text) == 0)
            return true;
    return false;
}

static void check_line(const char *line, const char *path)
{
    regmatch_t match;
    for (const char *at = line; regexec(&pattern, at, 1, &match, 0) == 0; at += match.rm_eo - 1) {
        char act[ACT_SIZE];
        snprintf(act, sizeof(act), "%.*s", (int)(match.rm_eo - match.rm_so - 2),
                 at + match.rm_so + 1);
        if (is_other(act))
            continue;
        found++;
        if (strcmp(label_act(act), act) != 0)
            continue;
        print_error("%s: the act \"%s\" has no label\n", path, act);
        missing++;
    }
}

static int check_file(const char *path, const struct stat *info, int kind)
{
    char line[LINE_SIZE];
    const char *ending = strrchr(path, '.');
    (void)info;
    if (kind != FTW_F || ending == NULL || strcmp(ending, ".c") != 0)
        return 0;
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    while (fgets(line, sizeof(line), file) != NULL)
        if (strncmp(line, "#include", 8) != 0)
            check_line(line, path);
    fclose(file);
    return 0;
}

static void every_act_has_its_label(void **state)
{
    (void)state;
    language_init();
    language_use("en");
    assert_int_equal(
        regcomp(
            &pattern,
            "\"(agency|appointment|attachment|breach|casefile|child|compartment|consent|contact|"
            "country|document|household|note|office|output|person|referral|relation|request|"
            "return|right|screening|step|supervision|task|user|vault|workflow)"
            "(\\.[a-z_]+)+\"",
            REG_EXTENDED),
        0);
    assert_int_equal(ftw(source, check_file, 16), 0);
    regfree(&pattern);
    assert_true(found > ACTS_AT_LEAST);
    assert_int_equal(missing, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(every_act_has_its_label) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
