/* SPDX-License-Identifier: Apache-2.0 */

/* Bursts of a passport scanner among what people type. */
#include "app/scan.h"

#include "support/tui/scripted_port.h"
#include "support/unit.h"

#include <stdio.h>
#include <string.h>

static struct scripted_port port;
static struct scan scan;

static int begin(void **state)
{
    (void)state;
    scripted_port_begin(&port, 25, 80);
    memset(&scan, 0, sizeof(scan));
    return 0;
}

static int end(void **state)
{
    (void)state;
    scripted_port_end(&port);
    return 0;
}

static const char passport[] = "P<KGZNURLANOV<<AZAMAT<<<<<<<<<<<<<<<<<<<<<<<\n"
                               "AN12345674KGZ8703127M2801015<<<<<<<<<<<<<<08\n";
static const char passport_zone[] = "P<KGZNURLANOV<<AZAMAT<<<<<<<<<<<<<<<<<<<<<<<|"
                                    "AN12345674KGZ8703127M2801015<<<<<<<<<<<<<<08";
static const char card[] = "IDKGZAN12345674<<<<<<<<<<<<<<<\n"
                           "8703127M2801015KGZ<<<<<<<<<<<6\n"
                           "NURLANOV<<AZAMAT<<<<<<<<<<<<<<\n";

/* All keys by name, until the script is over; those of scans as "[zone]". */
static void read_all(char *out, size_t size)
{
    struct key key;
    char name[KEY_NAME_SIZE];
    out[0] = '\0';
    while (scripted_port_has_more(&port) || !scan_is_empty(&scan)) {
        if (!scan_read(&scan, &port.port, 1000, &key))
            continue;
        const size_t length = strlen(out);
        key_write_name(name, &key);
        if (key.code == CODE_SCAN)
            snprintf(out + length, size - length, "[%s]", key.pasted);
        else
            snprintf(out + length, size - length, "%s", name);
    }
}

static void assert_read(const char *expected)
{
    char read[2000];
    read_all(read, sizeof(read));
    assert_string_equal(read, expected);
}

static void a_burst_is_one_key(void **state)
{
    char expected[200];
    (void)state;
    scripted_port_scan(&port, passport);
    snprintf(expected, sizeof(expected), "[%s]", passport_zone);
    assert_read(expected);
}

static void three_lines_are_one_zone(void **state)
{
    (void)state;
    scripted_port_scan(&port, card);
    assert_read("[IDKGZAN12345674<<<<<<<<<<<<<<<|8703127M2801015KGZ<<<<<<<<<<<6|"
                "NURLANOV<<AZAMAT<<<<<<<<<<<<<<]");
}

static void what_was_typed_before_and_after_stays(void **state)
{
    char expected[200];
    (void)state;
    scripted_port_type(&port, "Nur<Tab>");
    scripted_port_scan(&port, passport);
    scripted_port_type(&port, "<Wait:300>Osh<Enter>");
    snprintf(expected, sizeof(expected), "Nur<Tab>[%s]Osh<Enter>", passport_zone);
    assert_read(expected);
}

static void slow_typing_is_no_burst(void **state)
{
    (void)state;
    scripted_port_type(&port, "P<lt>KGZNURLANOV<lt><lt>AZAMAT<lt><lt><lt><lt><Enter>");
    assert_read("P<KGZNURLANOV<<AZAMAT<<<<<Enter>");
}

static void a_quick_name_is_no_burst(void **state)
{
    (void)state;
    scripted_port_type_ahead(&port, "PAVLOVA<Tab>ANNA<Enter>");
    assert_read("PAVLOVA<Tab>ANNA<Enter>");
    scripted_port_type_ahead(&port, "CAPITALLETTERSWITHOUTANYEND<Enter>");
    assert_read("CAPITALLETTERSWITHOUTANYEND<Enter>");
    scripted_port_type_ahead(&port, "Iskandarov Alisher Pulatovich<Enter>");
    assert_read("Iskandarov Alisher Pulatovich<Enter>");
}

static void fewer_than_twenty_keys_are_no_zone(void **state)
{
    (void)state;
    scripted_port_scan(&port, "P<KGZNURLANOV<<AZAM\n");
    assert_read("P<KGZNURLANOV<<AZAM<Enter>");
    scripted_port_scan(&port, "P<KGZNURLANOV<<AZAMA\n");
    assert_read("[P<KGZNURLANOV<<AZAMA]");
}

static bool is_blank(const void *bytes, size_t size)
{
    const unsigned char *at = bytes;
    while (size > 0 && at[size - 1] == 0)
        size--;
    return size == 0;
}

static void nothing_stays_of_letters_that_were_given(void **state)
{
    (void)state;
    scripted_port_type_ahead(&port, "Correct Pony Anvil");
    assert_read("Correct Pony Anvil");
    assert_true(is_blank(&scan, sizeof(scan)));
    scripted_port_scan(&port, passport);
    read_all((char[2000]){ 0 }, 2000);
    assert_false(is_blank(&scan, sizeof(scan)));
    scan_forget(&scan);
    assert_true(is_blank(&scan, sizeof(scan)));
}

static void a_cyrillic_layout_is_undone(void **state)
{
    char expected[200];
    (void)state;
    /* The same keys with the Russian layout: "P<KGZ" is typed as "ЗБЛПЯ". */
    port.gap_ms = SCRIPTED_SCANNER_MS;
    scripted_port_type(&port, "ЗБЛПЯТГКДФТЩМББФЯФЬФЕБББББББББББББББББББББББ<Enter>"
                              "ФТ12345674ЛПЯ8703127Ь2801015ББББББББББББББ08<Enter>");
    snprintf(expected, sizeof(expected), "[%s]", passport_zone);
    assert_read(expected);
}

static void a_pause_at_the_end_of_a_line_is_allowed(void **state)
{
    char expected[200];
    (void)state;
    scripted_port_scan(&port, passport);
    port.script[45].after_ms = SCAN_LINE_GAP_MS - 10;
    snprintf(expected, sizeof(expected), "[%s]", passport_zone);
    assert_read(expected);
}

static void a_letter_that_could_begin_one_is_not_lost(void **state)
{
    (void)state;
    scripted_port_type(&port, "P<Tab>I<F4>V<Enter>");
    assert_read("P<Tab>I<F4>V<Enter>");
    scripted_port_type_ahead(&port, "P<F10>");
    assert_read("P<F10>");
}

static void more_than_it_can_hold_does_no_harm(void **state)
{
    char letters[700];
    (void)state;
    memset(letters, '<', sizeof(letters));
    letters[0] = 'P';
    letters[sizeof(letters) - 1] = '\0';
    scripted_port_scan(&port, letters);
    char read[2000];
    read_all(read, sizeof(read));
    assert_int_equal(read[0], '[');
}

#define SCAN_TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SCAN_TEST(a_burst_is_one_key),
        SCAN_TEST(three_lines_are_one_zone),
        SCAN_TEST(what_was_typed_before_and_after_stays),
        SCAN_TEST(slow_typing_is_no_burst),
        SCAN_TEST(a_quick_name_is_no_burst),
        SCAN_TEST(fewer_than_twenty_keys_are_no_zone),
        SCAN_TEST(nothing_stays_of_letters_that_were_given),
        SCAN_TEST(a_cyrillic_layout_is_undone),
        SCAN_TEST(a_pause_at_the_end_of_a_line_is_allowed),
        SCAN_TEST(a_letter_that_could_begin_one_is_not_lost),
        SCAN_TEST(more_than_it_can_hold_does_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
