/* SPDX-License-Identifier: Apache-2.0 */
#include "country/country_calendar.h"

#include "support/unit.h"

#include <string.h>

static const char text[] =
    "kind: country\ncountry: KZ\nversion: 1\ntitle: T\nchecked_on: 2026-01-01\n"
    "calendar:\n"
    "  holidays:\n"
    "   - {month: 2, day: 29, title: Leap day, source: s}\n"
    "   - {month: 12, day: 16, title: Independence Day, source: s}\n"
    "   - {month: 3, day: 21, title: Nowruz, source: s}\n"
    "  moving:\n"
    "   - {id: eid_al_fitr, title: Eid al-Fitr, source: s}\n"
    "  days:\n"
    "   - {date: 2026-12-16, off: no, title: Worked this year, source: s}\n"
    "   - {date: 2026-03-20, off: yes, feast: eid_al_fitr, source: s}\n"
    "   - {date: 2026-05-27, off: yes, feast: eid_al_adha, source: s}\n"
    "   - {date: 2026-03-14, off: no, source: s}\n"
    "   - {date: 2026-03-21, off: yes, title: Again, source: s}\n"
    "   - {date: 2027-03-09, off: yes, feast: eid_al_fitr, source: s}\n";

static struct day make_day(const char *date)
{
    struct error error = { 0 };
    struct day day;
    assert_ok(day_parse(&day, date, &error));
    return day;
}

static int load(void **state)
{
    static const struct yaml_source source = { "own.yaml", text, sizeof(text) - 1 };
    struct fault_list faults = { .items = NULL };
    struct country_pack *pack;
    const enum status status = country_pack_load(&pack, "KZ", &source, &faults, NULL);
    fault_list_release(&faults);
    *state = pack;
    return status == STATUS_OK && pack != NULL ? 0 : -1;
}

static int release(void **state)
{
    country_pack_release(*state);
    return 0;
}

static void a_worked_day_beats_a_holiday(void **state)
{
    struct error error = { 0 };
    struct country_calendar made;
    assert_ok(country_calendar_make(&made, *state, 2026, 2028, &error));
    const struct calendar *calendar = &made.calendar;
    assert_ok(calendar_check(calendar, &error));
    assert_true(calendar_is_working(calendar, make_day("2026-12-16")));
    assert_false(calendar_is_working(calendar, make_day("2027-12-16")));
    assert_true(calendar_is_working(calendar, make_day("2026-03-14"))); /* a Saturday */
    assert_false(calendar_is_working(calendar, make_day("2026-03-20")));
    assert_false(calendar_is_working(calendar, make_day("2026-03-22"))); /* a Sunday */
    assert_true(calendar_is_working(calendar, make_day("2027-03-01")));
    assert_false(calendar_is_working(calendar, make_day("2028-02-29")));
    country_calendar_release(&made);
    assert_null(made.days_off);
}

static void years_outside_have_only_weekends(void **state)
{
    struct error error = { 0 };
    struct country_calendar made;
    assert_ok(country_calendar_make(&made, *state, 2027, 2027, &error));
    assert_true(calendar_is_working(&made.calendar, make_day("2026-03-20")));
    assert_false(calendar_is_working(&made.calendar, make_day("2026-03-14")));
    assert_false(calendar_is_working(&made.calendar, make_day("2027-03-09")));
    country_calendar_release(&made);
    assert_ok(country_calendar_make(&made, *state, 2027, 2026, &error));
    assert_int_equal(made.calendar.days_off_count, 0);
    country_calendar_release(&made);
    assert_status(country_calendar_make(&made, *state, 2199, 2201, &error), STATUS_DATE_INVALID);
}

static void a_year_without_its_feasts_is_known(void **state)
{
    assert_null(country_calendar_missing_feast(*state, 2026));
    const struct country_feast *feast = country_calendar_missing_feast(*state, 2027);
    assert_non_null(feast);
    assert_string_equal(feast->id, "eid_al_adha");
    assert_string_equal(country_calendar_missing_feast(*state, 2025)->id, "eid_al_fitr");
}

static void a_special_day_has_its_row(void **state)
{
    struct country_special_day special;
    assert_true(country_calendar_find(&special, *state, make_day("2027-03-21")));
    assert_string_equal(special.title, "Nowruz");
    assert_true(special.is_off);
    assert_string_equal(special.row->source, "s");
    assert_true(country_calendar_find(&special, *state, make_day("2026-03-21")));
    assert_string_equal(special.title, "Again");
    assert_true(country_calendar_find(&special, *state, make_day("2026-03-20")));
    assert_non_null(strstr(special.title, "Eid al-Fitr"));
    assert_true(country_calendar_find(&special, *state, make_day("2026-03-14")));
    assert_null(special.title);
    assert_false(special.is_off);
    assert_false(country_calendar_find(&special, *state, make_day("2026-03-15")));
}

/* The packs of the program leave the feasts to the office, and their calendars can be counted on.
 */
static void every_pack_gives_a_calendar(void **state)
{
    struct error error = { 0 };
    const char *country;
    (void)state;
    for (size_t i = 0; (country = country_at(i)) != NULL; i++) {
        struct fault_list faults = { .items = NULL };
        struct country_calendar made;
        struct country_pack *pack;
        assert_ok(country_pack_load(&pack, country, NULL, &faults, &error));
        assert_ok(country_calendar_make(&made, pack, 2020, 2040, &error));
        assert_ok(calendar_check(&made.calendar, &error));
        assert_true(made.calendar.days_off_count >= 7 * 21);
        assert_non_null(country_calendar_missing_feast(pack, 2026));
        country_calendar_release(&made);
        country_pack_release(pack);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_worked_day_beats_a_holiday),
        cmocka_unit_test(years_outside_have_only_weekends),
        cmocka_unit_test(a_year_without_its_feasts_is_known),
        cmocka_unit_test(a_special_day_has_its_row),
        cmocka_unit_test(every_pack_gives_a_calendar),
    };
    return cmocka_run_group_tests(tests, load, release);
}
