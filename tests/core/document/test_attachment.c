/* SPDX-License-Identifier: Apache-2.0 */
#include "document/attachment.h"

#include <stdlib.h>
#include <string.h>

#include "document/document_store.h"
#include "person/person_store.h"
#include "support/dump.h"
#include "support/fixture_record.h"
#include "support/fixture_store.h"
#include "support/interrupt.h"
#include "support/unit.h"

static struct error error;
static struct store *store;
static char person[UUID_TEXT_SIZE];

static const char png[] = "\x89PNG\r\n\x1A\n\0\0\0\rIHDR";

static int set_up(void **state)
{
    (void)state;
    store = fixture_store_memory();
    fixture_record_add(store, "Асанова", "Айгүл", person);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    store_close(&store);
    return 0;
}

static struct attachment make(enum attachment_noun noun, const char *subject)
{
    struct attachment attachment = { .noun = noun, .name = strdup("паспорт, 2-бет") };
    memcpy(attachment.subject, subject, UUID_TEXT_SIZE);
    return attachment;
}

static enum status add(struct attachment *attachment, const void *bytes, size_t size)
{
    return attachment_add(store, FIXTURE_USER, attachment, bytes, size, &error);
}

static void assert_type(const char *bytes, size_t size, const char *type)
{
    assert_string_equal(attachment_media_type(bytes, size), type);
}

static void the_first_bytes_say_what_it_is(void **state)
{
    (void)state;
    assert_type(png, sizeof(png), "image/png");
    assert_type(png, 7, "application/octet-stream");
    assert_type("\xFF\xD8\xFF\xE0 JFIF", 9, "image/jpeg");
    assert_type("%PDF-1.4\n%\xE2\xE3", 11, "application/pdf");
    assert_type("II*\0\x08\0\0\0", 8, "image/tiff");
    assert_type("MM\0*\0\0\0\x08", 8, "image/tiff");
    assert_type("Саламатсызбы\r\n", 26, "text/plain");
    assert_type("a\0b", 3, "application/octet-stream");
    assert_type("\xD0", 1, "application/octet-stream");
    assert_type("MZ\x90\0", 4, "application/octet-stream");
    assert_type("", 0, "text/plain");
}

static void a_scan_comes_back_byte_for_byte(void **state)
{
    (void)state;
    struct attachment_list list;
    unsigned char *bytes = NULL;
    size_t size = 0;
    struct attachment added = make(ATTACHMENT_OF_PERSON, person);
    assert_int_equal(add(&added, png, sizeof(png)), STATUS_OK);
    assert_ok(attachment_list(store, ATTACHMENT_OF_PERSON, person, &list, &error));
    assert_int_equal(list.count, 1);
    assert_string_equal(list.items[0].name, "паспорт, 2-бет");
    assert_string_equal(list.items[0].media_type, "image/png");
    assert_int_equal(list.items[0].size, sizeof(png));
    assert_memory_equal(list.items[0].hash, added.hash, sizeof(added.hash));
    assert_string_equal(list.items[0].added_by, FIXTURE_USER);
    attachment_list_release(&list);
    assert_ok(attachment_load(store, added.id, &bytes, &size, &error));
    assert_int_equal(size, sizeof(png));
    assert_memory_equal(bytes, png, sizeof(png));
    free(bytes);
    attachment_release(&added);
    assert_journal_is_whole(store);
}

static void four_mebibytes_fit_and_not_one_byte_more(void **state)
{
    (void)state;
    char *large = calloc(1, ATTACHMENT_MAX_BYTES + 1);
    struct attachment attachment = make(ATTACHMENT_OF_PERSON, person);
    assert_int_equal(add(&attachment, large, ATTACHMENT_MAX_BYTES + 1), STATUS_TOO_LARGE);
    assert_int_equal(error.number, 4);
    assert_int_equal(add(&attachment, large, 0), STATUS_TEXT_EMPTY);
    assert_int_equal(add(&attachment, large, ATTACHMENT_MAX_BYTES), STATUS_OK);
    assert_int_equal(fixture_number(store, "SELECT size FROM attachment"), 4194304);
    attachment_release(&attachment);
    free(large);
}

static void a_scan_belongs_to_something_that_is_there(void **state)
{
    (void)state;
    struct document document = { .state = DOCUMENT_HELD };
    char type[] = "passport";
    document.type = type;
    memcpy(document.person_id, person, sizeof(person));
    assert_ok(document_add(store, FIXTURE_USER, &document, &error));
    char *before = dump_database(store_handle(store), "");
    struct attachment attachment = make(ATTACHMENT_OF_DOCUMENT, person);
    assert_int_equal(add(&attachment, png, sizeof(png)), STATUS_NOT_FOUND);
    attachment.noun = ATTACHMENT_NOUN_COUNT;
    assert_int_equal(add(&attachment, png, sizeof(png)), STATUS_INVALID);
    attachment.noun = ATTACHMENT_OF_REQUEST;
    assert_int_equal(add(&attachment, png, sizeof(png)), STATUS_NOT_FOUND);
    attachment.noun = ATTACHMENT_OF_PERSON;
    attachment.name[0] = '\x07'; /* the first half of a letter is gone */
    assert_int_equal(add(&attachment, png, sizeof(png)), STATUS_TEXT_INVALID);
    attachment.name[0] = '\0';
    assert_int_equal(add(&attachment, png, sizeof(png)), STATUS_TEXT_EMPTY);
    char *after = dump_database(store_handle(store), "");
    assert_string_equal(before, after);
    free(before);
    free(after);
    attachment_release(&attachment);
    attachment = make(ATTACHMENT_OF_DOCUMENT, document.id);
    assert_int_equal(add(&attachment, png, sizeof(png)), STATUS_OK);
    assert_string_equal(
        fixture_text(store, "SELECT count(*) FROM history WHERE person_id = :id", person), "3");
    attachment_release(&attachment);
}

static void a_changed_content_is_found(void **state)
{
    (void)state;
    unsigned char *bytes = NULL;
    size_t size = 0;
    struct attachment attachment = make(ATTACHMENT_OF_PERSON, person);
    assert_int_equal(add(&attachment, png, sizeof(png)), STATUS_OK);
    assert_ok(store_execute(store, "UPDATE attachment SET content = zeroblob(size)", &error));
    assert_status(attachment_load(store, attachment.id, &bytes, &size, &error), STATUS_DAMAGED);
    assert_null(bytes);
    assert_status(attachment_load(store, person, &bytes, &size, &error), STATUS_NOT_FOUND);
    attachment_release(&attachment);
}

static void what_is_removed_is_gone_but_for_its_name(void **state)
{
    (void)state;
    struct attachment attachment = make(ATTACHMENT_OF_PERSON, person);
    assert_int_equal(add(&attachment, png, sizeof(png)), STATUS_OK);
    assert_ok(attachment_remove(store, FIXTURE_USER, attachment.id, &error));
    assert_status(attachment_remove(store, FIXTURE_USER, attachment.id, &error), STATUS_NOT_FOUND);
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM attachment"), 0);
    assert_string_equal(
        fixture_text(store,
                     "SELECT json_extract(before, '$.name') FROM history WHERE person_id = :id"
                     " AND after IS NULL",
                     person),
        "паспорт, 2-бет");
    attachment_release(&attachment);
    assert_journal_is_whole(store);
}

static void an_erased_person_gets_no_scans(void **state)
{
    (void)state;
    struct attachment attachment = make(ATTACHMENT_OF_PERSON, person);
    assert_int_equal(add(&attachment, png, sizeof(png)), STATUS_OK);
    assert_ok(person_erase(store, FIXTURE_USER, person, "asked", &error));
    assert_int_equal(fixture_number(store, "SELECT count(*) FROM attachment"), 0);
    attachment.id[0] = '\0';
    assert_int_equal(add(&attachment, png, sizeof(png)), STATUS_REFUSED);
    attachment_release(&attachment);
}

static enum status try_add(void *self)
{
    return add(self, png, sizeof(png));
}

static enum status try_remove(void *self)
{
    const struct attachment *attachment = self;
    return attachment_remove(store, FIXTURE_USER, attachment->id, &error);
}

static void an_interrupted_act_leaves_nothing_behind(void **state)
{
    (void)state;
    struct attachment attachment = make(ATTACHMENT_OF_PERSON, person);
    assert_all_or_nothing(store, try_add, &attachment);
    assert_all_or_nothing(store, try_remove, &attachment);
    attachment_release(&attachment);
    assert_journal_is_whole(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_first_bytes_say_what_it_is, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_scan_comes_back_byte_for_byte, set_up, tear_down),
        cmocka_unit_test_setup_teardown(four_mebibytes_fit_and_not_one_byte_more, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_scan_belongs_to_something_that_is_there, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_changed_content_is_found, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_removed_is_gone_but_for_its_name, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(an_erased_person_gets_no_scans, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_interrupted_act_leaves_nothing_behind, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
