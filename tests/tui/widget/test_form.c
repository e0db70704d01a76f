/* SPDX-License-Identifier: Apache-2.0 */
#include "widget/form.h"

#include "support/tui/scripted_port.h"
#include "support/unit.h"
#include "vault/secret.h"

#include <stdlib.h>
#include <string.h>

static struct form form;
static struct grid grid;
static enum form_event last_event;
static size_t last_field;

/* surname, sex (choice), birth (date), language (choices), notes (lines), secret, and a button. */
static int begin(void **state)
{
    struct day today;
    struct error error;
    (void)state;
    assert_ok(day_from_civil(&today, 2026, 11, 24, &error));
    form_init(&form, today);
    form_add(&form, FORM_HEADING, "heading", "PERSON");
    form_add(&form, FORM_TEXT, "surname", "Surname")->is_required = true;
    struct form_field *country = form_add(&form, FORM_CHOICE, "country", "Citizenship");
    form_field_option(country, "KGZ", "Kyrgyzstan");
    form_field_option(country, "TJK", "Tajikistan");
    form_field_option(country, "UZB", "Узбекистан");
    form_field_option(country, "DEU", "Germany, Federal Republic");
    form_add(&form, FORM_DATE, "birth", "Born");
    struct form_field *languages = form_add(&form, FORM_CHOICES, "languages", "Languages");
    form_field_option(languages, "ky", "Kyrgyz");
    form_field_option(languages, "ru", "Russian");
    form_field_option(languages, "uz", "Uzbek");
    form_add(&form, FORM_LINES, "notes", "Notes");
    form_add(&form, FORM_SECRET, "secret", "Passphrase");
    form_button(&form, "goes on");
    form_focus_first(&form);
    return 0;
}

static int end(void **state)
{
    (void)state;
    form_release(&form);
    grid_release(&grid);
    return 0;
}

/* As the application does: what the form does not take, its keymap does. */
static void type(const char *keys)
{
    struct key key;
    while (*keys != '\0') {
        const size_t length = key_parse(&key, keys);
        assert_true(length > 0);
        if (key.code == CODE_F4)
            form_open_lookup(&form);
        else if (key_is(&key, "<C-z>"))
            form_undo(&form);
        else if (key_is(&key, "<C-u>"))
            form_empty_field(&form);
        else
            last_event = form_handle(&form, &key, &last_field);
        keys += length;
    }
}

static void draw(int rows, int columns)
{
    struct error error;
    assert_ok(grid_resize(&grid, rows, columns, &error));
    form_draw(&form, area_of(&grid));
}

static void assert_focus(const char *id)
{
    if (id == NULL) {
        assert_null(form_focused(&form));
        return;
    }
    assert_non_null(form_focused(&form));
    assert_string_equal(form_focused(&form)->id, id);
}

#define assert_value(id, expected) assert_string_equal(form_value(&form, id), expected)

/* ---- moving */

static void enter_tab_and_down_go_on(void **state)
{
    (void)state;
    assert_focus("surname");
    type("Nurlanov<Enter>");
    assert_int_equal(last_event, FORM_LEFT);
    assert_int_equal(last_field, 1);
    assert_focus("country");
    type("<Tab>");
    assert_focus("birth");
    type("<Down>");
    assert_focus("languages");
    type("<Up><S-Tab>");
    assert_focus("country");
    assert_value("surname", "Nurlanov");
}

static void the_last_field_leads_to_the_button_and_never_past_it(void **state)
{
    (void)state;
    type("<Tab><Tab><Tab><Tab><Tab><Tab>");
    assert_focus(NULL);
    type("<Tab><Down>");
    assert_focus(NULL);
    type("<Enter>");
    assert_int_equal(last_event, FORM_SUBMIT);
    type("<Up>");
    assert_focus("secret");
}

static void the_first_field_has_none_before_it(void **state)
{
    (void)state;
    type("<Up><S-Tab><PgUp>");
    assert_focus("surname");
    type("<PgDn>");
    assert_focus(NULL);
    type("<PgUp>");
    assert_focus("surname");
}

static void hidden_and_read_only_fields_are_passed(void **state)
{
    (void)state;
    form_find(&form, "country")->is_hidden = true;
    form_find(&form, "birth")->is_read_only = true;
    type("<Tab>");
    assert_focus("languages");
    type("<Up>");
    assert_focus("surname");
}

static void without_a_button_enter_submits_in_the_last_field(void **state)
{
    (void)state;
    form_button(&form, NULL);
    form_focus(&form, "secret");
    type("<Enter>");
    assert_int_equal(last_event, FORM_SUBMIT);
    assert_int_equal(last_field, 6);
    assert_focus("secret");
}

static void the_first_empty_required_field_gets_the_focus(void **state)
{
    (void)state;
    form_focus(&form, "birth");
    form_focus_empty(&form);
    assert_focus("surname");
    form_set(&form, "surname", "Nurlanov");
    form_focus_empty(&form);
    assert_focus(NULL);
}

/* ---- choices */

static void choose(const char *keys, const char *expected)
{
    form_set(&form, "country", "");
    form_focus(&form, "country");
    type(keys);
    assert_value("country", expected);
}

static void a_choice_is_found_by_code_and_name(void **state)
{
    (void)state;
    choose("kgz<Enter>", "KGZ");
    assert_focus("birth");
    choose("taj<Enter>", "TJK");
    choose("Tjk<Tab>", "TJK");
    choose("rep<Enter>", "DEU");
}

static void a_choice_is_found_in_the_other_script(void **state)
{
    (void)state;
    choose("uzb<Enter>", "UZB");
    choose("узбек<Enter>", "UZB");
    choose("кыргыз<Enter>", "KGZ");
}

static void a_choice_is_found_on_the_wrong_layout(void **state)
{
    (void)state;
    /* "taj" typed with the Russian layout. */
    choose("ефо<Enter>", "TJK");
    choose("лпя<Enter>", "KGZ");
}

static void a_choice_is_found_by_its_number(void **state)
{
    (void)state;
    choose("2<Enter>", "TJK");
    choose("4<Enter>", "DEU");
}

static void f4_and_arrows_choose(void **state)
{
    (void)state;
    choose("<F4><Down><Down><Enter>", "UZB");
    choose("<F4><Down><Esc>", "");
    assert_focus("country");
    assert_false(form.lookup.is_open);
    choose(" <Down><Enter>", "TJK");
}

static void the_list_opens_on_what_is_chosen(void **state)
{
    (void)state;
    choose("uzb<Enter>", "UZB");
    form_focus(&form, "country");
    type("<F4>");
    assert_int_equal(form.lookup.selected, 2);
    type("<Enter>");
    assert_value("country", "UZB");
}

static void enter_on_an_empty_line_goes_on(void **state)
{
    (void)state;
    form_focus(&form, "notes");
    type("<Enter>");
    assert_string_not_equal(form_focused(&form)->id, "notes");
    form_focus(&form, "notes");
    type("one line<Enter>");
    assert_focus("notes");
    type("<Enter>");
    assert_string_not_equal(form_focused(&form)->id, "notes");
    assert_value("notes", "one line");
}

static void spellings_of_one_sound_are_one(void **state)
{
    (void)state;
    choose("кирг<Enter>", "KGZ");
    choose("kirg<Enter>", "KGZ");
}

static void what_is_in_no_list_is_not_taken(void **state)
{
    (void)state;
    choose("atlantis<Enter>", "");
    assert_true(form.lookup.is_open); /* told once: nothing typed goes away unseen */
    type("<Tab>");
    assert_false(form.lookup.is_open);
    assert_non_null(form_find(&form, "country")->fault);
    form_find(&form, "country")->allows_other = true;
    choose("atlantis<Enter>", "atlantis");
}

static void a_choice_can_be_emptied(void **state)
{
    (void)state;
    choose("kgz<Enter>", "KGZ");
    form_focus(&form, "country");
    type("<BS>");
    assert_value("country", "");
    type("<C-z>");
    assert_value("country", "KGZ");
}

static void several_are_marked_with_the_space_bar(void **state)
{
    (void)state;
    form_focus(&form, "languages");
    type("<F4> <Down><Down> <Enter>");
    assert_value("languages", "ky,uz");
    assert_focus("notes");
    form_focus(&form, "languages");
    type("<F4> <Enter>");
    assert_value("languages", "uz");
    form_focus(&form, "languages");
    type("rus<Enter>");
    char *shown = form_field_shown(form_find(&form, "languages"));
    assert_string_equal(shown, "Russian, Uzbek");
    free(shown);
}

/* ---- dates */

static void date(const char *keys, const char *typed, const char *settled)
{
    form_set(&form, "birth", "");
    form_focus(&form, "birth");
    type(keys);
    char *shown = form_field_shown(form_find(&form, "birth"));
    assert_string_equal(shown, typed);
    free(shown);
    type("<Tab>");
    assert_value("birth", settled);
}

static void digits_get_their_dots_while_they_are_typed(void **state)
{
    (void)state;
    date("14", "14", "14");
    date("140691", "14.06.91", "14.06.1991");
    date("14061991", "14.06.1991", "14.06.1991");
    date("14.06.1991", "14.06.1991", "14.06.1991");
}

static void a_year_alone_stays_a_year(void **state)
{
    (void)state;
    date("1987", "1987", "1987");
    date("~1987", "~1987", "~1987");
    date("06.1991", "06.1991", "06.1991");
}

static void today_and_days_from_it(void **state)
{
    (void)state;
    date("t", "t", "24.11.2026");
    date("-1", "-1", "23.11.2026");
    form_find(&form, "birth")->may_be_ahead = true;
    date("+3", "+3", "27.11.2026");
}

static void what_is_no_date_gets_a_fault_and_can_be_left(void **state)
{
    (void)state;
    date("99.99.1991", "99.99.1991", "99.99.1991");
    assert_focus("languages");
    assert_non_null(form_find(&form, "birth")->fault);
    date("14.06.1991", "14.06.1991", "14.06.1991");
    assert_null(form_find(&form, "birth")->fault);
}

static void what_does_not_fit_is_told_at_the_field(void **state)
{
    (void)state;
    form_find(&form, "surname")->input.max = 3;
    type("abcd");
    draw(25, 80);
    assert_true(grid_find(&grid, "! Only 3 letters fit here") >= 0);
    type("<BS>");
    draw(25, 80);
    assert_true(grid_find(&grid, "Only 3 letters") < 0);
}

/* ---- taking back, lines, secrets */

static void undo_takes_back_since_the_field_was_entered(void **state)
{
    (void)state;
    type("Nurlanov<Tab><S-Tab>a<C-u>");
    assert_value("surname", "");
    type("<C-z>");
    assert_value("surname", "Nurlanova");
    type("<Tab><S-Tab>xyz<C-z>");
    assert_value("surname", "Nurlanova");
}

static void enter_begins_a_line_and_arrows_stay_in_the_text(void **state)
{
    (void)state;
    form_focus(&form, "notes");
    type("first line<Enter>second<Enter><Up>x");
    assert_value("notes", "first line\nxsecond\n");
    type("<Up>y<Up>");
    assert_value("notes", "fyirst line\nxsecond"); /* an empty line at the end is nothing */
    assert_focus("languages");
    type("<Down><Down><Down>");
    assert_focus("secret");
}

static void a_line_up_lands_between_characters(void **state)
{
    (void)state;
    form_focus(&form, "notes");
    type("жжж<Enter>abc<Up>!");
    const struct form_field *field = form_find(&form, "notes");
    assert_true((text_input_text(&field->input)[field->input.cursor] & 0xC0) != 0x80);
    draw(25, 80);
    assert_true(grid_find(&grid, "?") < 0);
}

static void a_secret_is_stars_and_no_value(void **state)
{
    (void)state;
    form_focus(&form, "secret");
    type("пароль");
    assert_value("secret", "");
    draw(25, 80);
    assert_true(grid_find(&grid, "******") >= 0);
    assert_true(grid_find(&grid, "пароль") < 0);
    assert_true(grid_find(&grid, "*******") < 0);
    assert_int_equal(form_secret(&form, "secret")->length, strlen("пароль"));
    type("<C-u>");
    assert_null(form_secret(&form, "secret"));
}

static void it_tells_once_that_something_was_typed(void **state)
{
    (void)state;
    assert_false(form_take_dirty(&form));
    type("<Tab><Up><Left>");
    assert_false(form_take_dirty(&form));
    type("a");
    assert_true(form_take_dirty(&form));
    assert_false(form_take_dirty(&form));
}

/* ---- drawing */

static void the_cursor_is_in_the_focused_field(void **state)
{
    (void)state;
    type("Nurlanov<Left>");
    draw(25, 80);
    const int row = grid_find(&grid, "Nurlanov");
    assert_int_equal(grid.cursor_row, row);
    assert_int_equal(grid_cell(&grid, row, grid.cursor_column)->letters[0], 'v');
    assert_int_equal(grid_cell(&grid, row, grid.cursor_column)->style, STYLE_FOCUS);
    type("<Tab><Tab>1406");
    draw(25, 80);
    assert_int_equal(grid.cursor_row, grid_find(&grid, "Born"));
    for (int i = 0; i < 6; i++)
        type("<Tab>");
    draw(25, 80);
    assert_int_equal(grid.cursor_row, grid_find(&grid, "[ Enter  goes on ]"));
}

static void a_long_value_is_shown_around_the_cursor(void **state)
{
    (void)state;
    for (int i = 0; i < 30; i++)
        type("abcdefghij");
    type("END");
    for (int columns = 20; columns < 100; columns += 7) {
        draw(10, columns);
        assert_true(grid_find(&grid, "END") >= 0);
    }
}

static void the_focused_field_is_seen_at_every_size(void **state)
{
    static const char *const ids[] = {
        "surname", "country", "birth", "languages", "notes", "secret"
    };
    (void)state;
    form_field_fault(form_find(&form, "birth"),
                     "This is no date: write it in another way, please.");
    for (size_t i = 0; i < sizeof(ids) / sizeof(ids[0]); i++)
        for (int rows = 5; rows < 30; rows++)
            for (int columns = 30; columns < 100; columns += 13) {
                form_focus(&form, ids[i]);
                draw(rows, columns);
                const struct cell *cell = grid_cell(&grid, grid.cursor_row, grid.cursor_column);
                if (cell->style != STYLE_FOCUS) {
                    grid_print(&grid);
                    fail_msg("%s at %d x %d", ids[i], rows, columns);
                }
            }
}

static void no_size_does_harm(void **state)
{
    (void)state;
    form_set(&form, "surname", "Тохтогулова 日本語");
    form_set(&form, "notes", "one\ntwo\n\nthree four five six seven eight nine ten");
    for (size_t focus = 0; focus <= form.count; focus++)
        for (int rows = 1; rows < 20; rows += 2)
            for (int columns = 1; columns < 60; columns += 3) {
                form.focus = focus;
                if (focus > 0 && (focus == form.count || form_is_focusable(&form.fields[focus])))
                    draw(rows, columns);
                if (focus == 2) {
                    form_open_lookup(&form);
                    draw(rows, columns);
                    type("<Esc>");
                }
            }
}

static void options_of_a_field_can_be_made_anew(void **state)
{
    (void)state;
    struct form_field *country = form_find(&form, "country");
    assert_true(form_field_has_option(country, "KGZ"));
    assert_false(form_field_has_option(country, "KG"));
    form_field_option(country, "AFG", "Afghanistan");
    form_field_group(country, "neighbours");
    form_field_clear_options(country);
    assert_int_equal(country->option_count, 0);
    assert_false(form_field_has_option(country, "KGZ"));
    form_field_option(country, "TKM", "Turkmenistan");
    assert_true(form_field_has_option(country, "TKM"));
}

static void what_is_hidden_is_kept_and_never_focused(void **state)
{
    (void)state;
    form_add_hidden(&form, "seen");
    form_set(&form, "seen", "2026-11-24");
    assert_string_equal(form_value(&form, "seen"), "2026-11-24");
    assert_false(form_is_focusable(form_find(&form, "seen")));
}

#define FORM_TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        FORM_TEST(enter_tab_and_down_go_on),
        FORM_TEST(the_last_field_leads_to_the_button_and_never_past_it),
        FORM_TEST(the_first_field_has_none_before_it),
        FORM_TEST(hidden_and_read_only_fields_are_passed),
        FORM_TEST(without_a_button_enter_submits_in_the_last_field),
        FORM_TEST(the_first_empty_required_field_gets_the_focus),
        FORM_TEST(a_choice_is_found_by_code_and_name),
        FORM_TEST(a_choice_is_found_in_the_other_script),
        FORM_TEST(a_choice_is_found_on_the_wrong_layout),
        FORM_TEST(a_choice_is_found_by_its_number),
        FORM_TEST(f4_and_arrows_choose),
        FORM_TEST(the_list_opens_on_what_is_chosen),
        FORM_TEST(enter_on_an_empty_line_goes_on),
        FORM_TEST(spellings_of_one_sound_are_one),
        FORM_TEST(what_is_in_no_list_is_not_taken),
        FORM_TEST(a_choice_can_be_emptied),
        FORM_TEST(several_are_marked_with_the_space_bar),
        FORM_TEST(digits_get_their_dots_while_they_are_typed),
        FORM_TEST(a_year_alone_stays_a_year),
        FORM_TEST(today_and_days_from_it),
        FORM_TEST(what_does_not_fit_is_told_at_the_field),
        FORM_TEST(what_is_no_date_gets_a_fault_and_can_be_left),
        FORM_TEST(undo_takes_back_since_the_field_was_entered),
        FORM_TEST(enter_begins_a_line_and_arrows_stay_in_the_text),
        FORM_TEST(a_line_up_lands_between_characters),
        FORM_TEST(a_secret_is_stars_and_no_value),
        FORM_TEST(it_tells_once_that_something_was_typed),
        FORM_TEST(the_cursor_is_in_the_focused_field),
        FORM_TEST(a_long_value_is_shown_around_the_cursor),
        FORM_TEST(the_focused_field_is_seen_at_every_size),
        FORM_TEST(no_size_does_harm),
        FORM_TEST(options_of_a_field_can_be_made_anew),
        FORM_TEST(what_is_hidden_is_kept_and_never_focused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
