/* SPDX-License-Identifier: Apache-2.0 */
#include "country/country_compare.h"

#include "support/unit.h"

#include <stdio.h>
#include <string.h>

#define HEAD "kind: country\ncountry: KZ\nversion: 1\ntitle: T\nchecked_on: 2026-01-01\n"

static const char base_text[] =
    HEAD "bodies:\n"
         " - {kind: police, name: Police of the city, check_locally: yes}\n"
         " - {kind: court, name: Court, check_locally: yes}\n"
         "deadlines:\n"
         " - {rule: appeal, event: e, count: 10, unit: working, source: s}\n"
         " - {rule: passport, event: e, count: 20, unit: working, source: s}\n"
         "calendar:\n"
         "  weekend: [saturday, sunday]\n"
         "  holidays:\n"
         "   - {month: 3, day: 21, title: Nowruz, source: s}\n";

static const char newer_text[] =
    "kind: country\ncountry: KZ\nversion: 2\ntitle: T\nchecked_on: 2027-01-01\n"
    "bodies:\n"
    " - {kind: police, name: Police of the district, check_locally: yes}\n"
    " - {kind: notary, name: Chamber of notaries, check_locally: yes}\n"
    "deadlines:\n"
    " - {rule: passport, event: e, count: 15, most: 30, unit: working, source: s}\n"
    " - {rule: appeal, event: e, count: 10, unit: working, source: s}\n"
    "fees:\n"
    " - {id: f, title: F, amount: 0.5, unit: MCI, waivers: [disability, pensioner], source: s}\n"
    "calendar:\n"
    "  weekend: [sunday]\n"
    "  days:\n"
    "   - {date: 2027-03-09, off: yes, feast: eid_al_adha, source: s}\n";

static struct country_pack *load(const char *text)
{
    const struct yaml_source source = { "own.yaml", text, strlen(text) };
    struct fault_list faults = { .items = NULL };
    struct error error = { 0 };
    struct country_pack *pack;
    assert_ok(country_pack_load(&pack, "KZ", &source, &faults, &error));
    assert_non_null(pack);
    return pack;
}

struct report {
    char text[4096];
    int left; /* visits before it stops; below 0: all */
};

static bool write_difference(void *self, const struct country_difference *difference)
{
    static const char *const changes[] = { "+", "-", "~" };
    struct report *report = self;
    char line[256];
    snprintf(line, sizeof(line), "%s%s %s", changes[difference->change], difference->part,
             difference->row);
    strcat(report->text, line);
    if (difference->change == COUNTRY_CHANGED) {
        snprintf(line, sizeof(line), " %s %s>%s", difference->key,
                 difference->from == NULL ? "" : difference->from,
                 difference->to == NULL ? "" : difference->to);
        strcat(report->text, line);
    }
    strcat(report->text, "\n");
    return --report->left != 0;
}

static bool write_standing(void *self, const struct country_difference *difference)
{
    static const char *const standings[] = { "untouched ", "taken ", "own " };
    strcat(((struct report *)self)->text, standings[difference->standing]);
    return write_difference(self, difference);
}

static void every_row_and_key_that_differs_is_told(void **state)
{
    struct error error = { 0 };
    struct report report = { .left = -1 };
    struct country_pack *old = load(base_text);
    struct country_pack *newer = load(newer_text);
    (void)state;
    assert_ok(country_pack_compare(old, newer, write_difference, &report, &error));
    assert_string_equal(report.text, "~pack  version 1>2\n"
                                     "~pack  checked_on 2026-01-01>2027-01-01\n"
                                     "~calendar  weekend saturday sunday>sunday\n"
                                     "~bodies police name Police of the city>Police of the "
                                     "district\n"
                                     "-bodies court\n"
                                     "+bodies notary\n"
                                     "~deadlines passport count 20>15\n"
                                     "~deadlines passport most >30\n"
                                     "+fees f\n"
                                     "-holidays 03-21\n"
                                     "+days 2027-03-09\n");
    country_pack_release(old);
    country_pack_release(newer);
}

static void a_pack_does_not_differ_from_itself(void **state)
{
    struct error error = { 0 };
    struct report report = { .left = -1 };
    struct country_pack *old = load(newer_text);
    struct country_pack *newer = load(newer_text);
    (void)state;
    assert_ok(country_pack_compare(old, newer, write_difference, &report, &error));
    assert_string_equal(report.text, "");
    country_pack_release(old);
    country_pack_release(newer);
}

static void a_visitor_can_stop(void **state)
{
    struct error error = { 0 };
    struct report report = { .left = 2 };
    struct country_pack *old = load(base_text);
    struct country_pack *newer = load(newer_text);
    (void)state;
    assert_ok(country_pack_compare(old, newer, write_difference, &report, &error));
    assert_int_equal(report.left, 0);
    assert_null(strstr(report.text, "weekend"));
    country_pack_release(old);
    country_pack_release(newer);
}

/* The office took over the shorter passport term, calls the police otherwise, has a notary of its
 * own, no court any more, and left the rest. */
static void it_is_told_what_the_office_made_of_each_row(void **state)
{
    static const char own_text[] =
        HEAD "bodies:\n"
             " - {kind: police, name: Police of Almaty, check_locally: yes}\n"
             " - {kind: notary, name: Our notary, check_locally: yes}\n"
             "deadlines:\n"
             " - {rule: appeal, event: e, count: 10, unit: working, source: s}\n"
             " - {rule: passport, event: e, count: 15, unit: working, source: s}\n"
             "calendar:\n"
             "  weekend: [saturday, sunday]\n"
             "  holidays:\n"
             "   - {month: 3, day: 21, title: Nowruz, source: s}\n"
             "  days:\n"
             "   - {date: 2027-03-09, off: yes, feast: eid_al_adha, source: s}\n";
    struct error error = { 0 };
    struct report report = { .left = -1 };
    struct country_pack *base = load(base_text);
    struct country_pack *newer = load(newer_text);
    struct country_pack *own = load(own_text);
    (void)state;
    assert_ok(country_pack_compare_own(base, newer, own, write_standing, &report, &error));
    assert_string_equal(report.text, "untouched ~pack  version 1>2\n"
                                     "untouched ~pack  checked_on 2026-01-01>2027-01-01\n"
                                     "untouched ~calendar  weekend saturday sunday>sunday\n"
                                     "own ~bodies police name Police of the city>Police of the "
                                     "district\n"
                                     "taken -bodies court\n"
                                     "own +bodies notary\n"
                                     "taken ~deadlines passport count 20>15\n"
                                     "untouched ~deadlines passport most >30\n"
                                     "untouched +fees f\n"
                                     "untouched -holidays 03-21\n"
                                     "taken +days 2027-03-09\n");
    country_pack_release(base);
    country_pack_release(newer);
    country_pack_release(own);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_and_key_that_differs_is_told),
        cmocka_unit_test(a_pack_does_not_differ_from_itself),
        cmocka_unit_test(a_visitor_can_stop),
        cmocka_unit_test(it_is_told_what_the_office_made_of_each_row),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
