/* SPDX-License-Identifier: Apache-2.0 */
#include "note/note_store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/dump.h"
#include "support/fixture_people.h"
#include "support/fixture_record.h"
#include "support/fixture_rows.h"
#include "support/fixture_store.h"
#include "support/interrupt.h"
#include "support/unit.h"

static struct error error;
static struct store *store;
static char mother[UUID_TEXT_SIZE];
static char son[UUID_TEXT_SIZE];
static char casefile[UUID_TEXT_SIZE];

static int set_up(void **state)
{
    (void)state;
    store = fixture_store_memory();
    fixture_record_add(store, "Асанова", "Айгүл", mother);
    fixture_record_add(store, "Асанов", "Бек", son);
    fixture_casefile_add(store, mother, "KG-OSH-2026-000117");
    snprintf(casefile, sizeof(casefile), "%s",
             fixture_text(store, "SELECT id FROM casefile WHERE person_id = :id", mother));
    fixture_rows_run(store, "INSERT INTO casefile_person VALUES (%Q, %Q, 'child')", casefile, son);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    store_close(&store);
    return 0;
}

static struct note make(const char *casefile_id, const char *person_id, const char *body)
{
    struct note note = { .kind = NOTE_NOTE, .body = strdup(body) };
    snprintf(note.casefile_id, sizeof(note.casefile_id), "%s", casefile_id);
    snprintf(note.person_id, sizeof(note.person_id), "%s", person_id);
    return note;
}

static enum status add(struct note *note)
{
    return note_add(store, FIXTURE_USER, note, &error);
}

/* Writes it, gives its id and forgets it. */
static void keep(struct note *note, char id[UUID_TEXT_SIZE])
{
    assert_int_equal(add(note), STATUS_OK);
    memcpy(id, note->id, UUID_TEXT_SIZE);
    note_release(note);
}

static struct note load(const char *id)
{
    struct note note;
    assert_ok(note_load(store, id, &note, &error));
    return note;
}

/* Tries to write what must not be written, and forgets it. */
static void assert_refused(struct note note, enum status expected)
{
    char *before = dump_database(store_handle(store), "");
    assert_status(add(&note), expected);
    char *after = dump_database(store_handle(store), "");
    assert_string_equal(before, after);
    free(before);
    free(after);
    note_release(&note);
}

static void every_word_is_understood_again(void **state)
{
    (void)state;
    enum note_kind kind;
    for (enum note_kind i = 0; i < NOTE_KIND_COUNT; i++) {
        assert_ok(note_kind_parse(&kind, note_kind_word(i), &error));
        assert_int_equal(kind, i);
    }
    assert_status(note_kind_parse(&kind, "gossip", &error), STATUS_INVALID);
}

static void a_note_comes_back_with_its_lines_its_hour_and_its_writer(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    struct note note = make(casefile, "", "Пришла одна.\n\nСпрашивает о школе.");
    note.kind = NOTE_INTERVIEW;
    note.is_confidential = true;
    keep(&note, id);
    note = load(id);
    assert_string_equal(note.body, "Пришла одна.\n\nСпрашивает о школе.");
    assert_int_equal(note.kind, NOTE_INTERVIEW);
    assert_true(note.is_confidential);
    assert_string_equal(note.written_at, FIXTURE_MOMENT_TEXT);
    assert_string_equal(note.written_by, FIXTURE_USER);
    assert_string_equal(note.casefile_number, "KG-OSH-2026-000117");
    note_release(&note);
    assert_string_equal(fixture_text(store,
                                     "SELECT act FROM journal WHERE subject = :id"
                                     " ORDER BY sequence DESC",
                                     mother),
                        "note.add");
    assert_journal_is_whole(store);
}

static void a_closed_casefile_takes_notes(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    fixture_rows_run(store, "UPDATE casefile SET state = 'closed', closed_at = opened_at,"
                            " closure_reason = 'other'");
    struct note note = make(casefile, "", "Позвонила через год.");
    keep(&note, id);
}

static void a_note_needs_words_and_somebody_whom_it_is_about(void **state)
{
    (void)state;
    char stranger[UUID_TEXT_SIZE];
    fixture_record_add(store, "Чужой", "Кто", stranger);
    assert_refused(make(casefile, "", " \n "), STATUS_TEXT_EMPTY);
    assert_refused(make("", "", "слова"), STATUS_INVALID);
    assert_refused(make(mother, "", "слова"), STATUS_NOT_FOUND);
    assert_refused(make("", casefile, "слова"), STATUS_NOT_FOUND);
    assert_refused(make(casefile, stranger, "слова"), STATUS_NOT_FOUND);
    assert_refused(make(casefile, "", "с\x02лова"), STATUS_TEXT_CONTROL);
    struct note note = make(casefile, "", "слова");
    note.kind = NOTE_KIND_COUNT;
    assert_refused(note, STATUS_INVALID);
    note = make(casefile, "", "слова");
    snprintf(note.id, sizeof(note.id), "7");
    assert_refused(note, STATUS_INVALID);
}

static void a_note_has_at_most_twenty_thousand_signs(void **state)
{
    (void)state;
    struct note note = make(casefile, "", "");
    char id[UUID_TEXT_SIZE];
    free(note.body);
    note.body = malloc(NOTE_BODY_MAX + 2);
    assert_non_null(note.body);
    memset(note.body, 'x', NOTE_BODY_MAX + 1);
    note.body[NOTE_BODY_MAX + 1] = '\0';
    assert_status(add(&note), STATUS_TEXT_TOO_LONG);
    note.body[NOTE_BODY_MAX] = '\0';
    keep(&note, id);
}

/* ---- Corrections */

static struct note make_correction(const char *corrects)
{
    struct note note = make("", "", "Не в пятницу, а в субботу.");
    note.kind = NOTE_CORRECTION;
    snprintf(note.corrects, sizeof(note.corrects), "%s", corrects);
    return note;
}

static void a_correction_belongs_where_the_wrong_note_does(void **state)
{
    (void)state;
    char wrong[UUID_TEXT_SIZE];
    char right[UUID_TEXT_SIZE];
    struct note note = make(casefile, son, "Придёт в пятницу.");
    note.is_confidential = true;
    keep(&note, wrong);
    note = make_correction(wrong);
    keep(&note, right);
    note = load(right);
    assert_string_equal(note.corrects, wrong);
    assert_string_equal(note.casefile_id, casefile);
    assert_string_equal(note.person_id, son);
    assert_true(note.is_confidential);
    note_release(&note);
    note = load(wrong);
    assert_string_equal(note.body, "Придёт в пятницу.");
    note_release(&note);
}

static void a_correction_corrects_and_nothing_else_does(void **state)
{
    (void)state;
    char wrong[UUID_TEXT_SIZE];
    struct note note = make(casefile, "", "Придёт в пятницу.");
    keep(&note, wrong);
    note = make_correction(wrong);
    note.kind = NOTE_CALL;
    assert_refused(note, STATUS_INVALID);
    note = make(casefile, "", "слова");
    note.kind = NOTE_CORRECTION;
    assert_refused(note, STATUS_INVALID);
    assert_refused(make_correction(casefile), STATUS_NOT_FOUND);
    note = make_correction(wrong);
    snprintf(note.person_id, sizeof(note.person_id), "%s", son);
    assert_refused(note, STATUS_INVALID);
}

/* ---- Lists */

static void the_newest_note_comes_first_and_a_person_has_those_of_the_casefile_too(void **state)
{
    (void)state;
    char ids[3][UUID_TEXT_SIZE];
    struct note_list list;
    struct note note = make("", mother, "до дела");
    keep(&note, ids[0]);
    fixture_moment = FIXTURE_MOMENT + 60000;
    note = make(casefile, "", "по делу");
    keep(&note, ids[1]);
    fixture_moment = FIXTURE_MOMENT - 60000; /* the clock of the PC was set back */
    note = make(casefile, son, "о сыне");
    keep(&note, ids[2]);
    fixture_moment = FIXTURE_MOMENT;
    assert_ok(note_list_of_casefile(store, casefile, &list, &error));
    assert_int_equal(list.count, 2);
    assert_string_equal(list.items[0].id, ids[1]);
    assert_string_equal(list.items[1].id, ids[2]);
    note_list_release(&list);
    assert_ok(note_list_of_person(store, mother, &list, &error));
    assert_int_equal(list.count, 3);
    assert_string_equal(list.items[1].id, ids[0]);
    note_list_release(&list);
    assert_ok(note_list_of_person(store, son, &list, &error));
    assert_int_equal(list.count, 1);
    note_list_release(&list);
}

static void a_note_is_found_by_the_beginning_of_its_id(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    char found[UUID_TEXT_SIZE];
    char beginning[9];
    struct note note = make(casefile, "", "слова");
    keep(&note, id);
    snprintf(beginning, sizeof(beginning), "%.8s", id);
    assert_ok(note_find(store, beginning, found, &error));
    assert_string_equal(found, id);
    assert_status(note_find(store, "слово", found, &error), STATUS_INVALID);
}

/* ---- Finding */

/* How many notes the other user finds. */
static size_t found(const char *text, bool reads_all)
{
    struct note_list notes;
    const struct note_question question = {
        .text = text, .reader = FIXTURE_OTHER_USER, .reads_all = reads_all, .limit = 10
    };
    assert_ok(note_search(store, &question, &notes, &error));
    const size_t count = notes.count;
    note_list_release(&notes);
    return count;
}

static void a_note_is_found_by_its_words_of_which_the_last_may_be_begun(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    struct note note = make(casefile, "", "Сестра Гүлнара может переводить, №7");
    keep(&note, id);
    note = make(casefile, "", "Звонила соседка");
    keep(&note, id);
    assert_int_equal(found("сестра", false), 1);
    assert_int_equal(found("ГҮЛНАРА сест", false), 1);
    assert_int_equal(found("сест гүлнара", false), 0);
    assert_int_equal(found("со", false), 0);
    assert_int_equal(found("соседка — «звонила»", false), 1);
    assert_int_equal(found("\" OR * NEAR(", false), 0);
    assert_int_equal(found("", false), 0);
}

static void a_confidential_note_is_found_by_those_whom_it_concerns(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    struct note note = make(casefile, "", "Тайное слово");
    note.is_confidential = true;
    keep(&note, id);
    assert_int_equal(found("тайное", false), 0);
    assert_int_equal(found("тайное", true), 1);
    fixture_rows_run(store, "UPDATE casefile SET assigned_to = %Q WHERE id = %Q",
                     FIXTURE_OTHER_USER, casefile);
    assert_int_equal(found("тайное", false), 1);
}

static void no_word_of_a_forgotten_note_is_left_in_the_index(void **state)
{
    (void)state;
    static const char SQL_COUNT_BLOCKS[] =
        "SELECT count(*) FROM note_index_data WHERE instr(block, CAST(:id AS BLOB)) > 0";
    char id[UUID_TEXT_SIZE];
    struct note note = make("", son, "markerword");
    keep(&note, id);
    assert_string_not_equal(fixture_text(store, SQL_COUNT_BLOCKS, "arkerword"), "0");
    assert_ok(person_erase(store, FIXTURE_USER, son, "asked", &error));
    assert_string_equal(fixture_text(store, SQL_COUNT_BLOCKS, "arkerword"), "0");
    assert_int_equal(found("markerword", true), 0);
}

/* ---- Forgetting */

static void a_note_about_a_dependant_is_forgotten_with_the_dependant(void **state)
{
    (void)state;
    char id[UUID_TEXT_SIZE];
    struct note note = make(casefile, son, "Тайное слово");
    keep(&note, id);
    assert_ok(person_erase(store, FIXTURE_USER, son, "asked", &error));
    char *where = dump_find(store_handle(store), "Тайное");
    assert_string_equal(where, "");
    free(where);
    assert_refused(make("", son, "ещё"), STATUS_REFUSED);
    assert_journal_is_whole(store);
}

static enum status try_add(void *self)
{
    struct note note = make(casefile, self, "слова");
    const enum status status = note_add(store, FIXTURE_USER, &note, &error);
    note_release(&note);
    return status;
}

static void an_interrupted_act_leaves_nothing_behind(void **state)
{
    (void)state;
    assert_all_or_nothing(store, try_add, son);
    assert_journal_is_whole(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_word_is_understood_again),
        cmocka_unit_test_setup_teardown(a_note_comes_back_with_its_lines_its_hour_and_its_writer,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_closed_casefile_takes_notes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_note_needs_words_and_somebody_whom_it_is_about, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_note_has_at_most_twenty_thousand_signs, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_correction_belongs_where_the_wrong_note_does, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_correction_corrects_and_nothing_else_does, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(
            the_newest_note_comes_first_and_a_person_has_those_of_the_casefile_too, set_up,
            tear_down),
        cmocka_unit_test_setup_teardown(a_note_is_found_by_the_beginning_of_its_id, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_note_is_found_by_its_words_of_which_the_last_may_be_begun,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_confidential_note_is_found_by_those_whom_it_concerns,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(no_word_of_a_forgotten_note_is_left_in_the_index, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_note_about_a_dependant_is_forgotten_with_the_dependant,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_interrupted_act_leaves_nothing_behind, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
