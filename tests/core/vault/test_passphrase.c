/* SPDX-License-Identifier: Apache-2.0 */
#include "support/unit.h"

#include <string.h>

#include "support/golden_vault.h"
#include "vault/passphrase.h"

/* What becomes of these bytes; *out is NULL when they are refused. */
static enum status normalize(struct secret **out, const char *typed, size_t length,
                             struct error *error)
{
    struct secret *secret = NULL;
    enum status status = secret_from_bytes(&secret, typed, length, error);
    if (status == STATUS_OK)
        status = passphrase_normalize(out, secret, error);
    secret_free(&secret);
    return status;
}

static void assert_normal_form(const char *typed, const char *expected)
{
    struct error error = { 0 };
    struct secret *normal = NULL;
    assert_ok(normalize(&normal, typed, strlen(typed), &error));
    assert_int_equal(normal->length, strlen(expected));
    assert_memory_equal(normal->bytes, expected, normal->length);
    secret_free(&normal);
}

static void assert_refused(const char *typed, size_t length, enum status expected)
{
    struct error error = { 0 };
    struct secret *normal = NULL;
    assert_status(normalize(&normal, typed, length, &error), expected);
    assert_int_equal(error.status, expected);
    assert_null(normal);
}

static void composed_and_decomposed_letters_are_the_same_passphrase(void **state)
{
    (void)state;
    assert_normal_form("\xD0\xB9", "\xD0\xB9");                   /* й */
    assert_normal_form("\xD0\xB8\xCC\x86", "\xD0\xB9");           /* и + breve */
    assert_normal_form("\xD0\xB5\xCC\x88", "\xD1\x91");           /* е + diaeresis = ё */
    assert_normal_form("\xD1\x83\xCC\x86", "\xD1\x9E");           /* у + breve = ў */
    assert_normal_form("g\xCC\x86 c\xCC\xA7 o\xCC\x88", "ğ ç ö"); /* Turkmen, Kazakh Latin */
}

static void letters_that_only_look_alike_stay_different(void **state)
{
    (void)state;
    assert_normal_form("қ", "қ");
    assert_normal_form("к", "к");
    assert_normal_form("o", "o"); /* Latin */
    assert_normal_form("о", "о"); /* Cyrillic */
    assert_normal_form("ﬁ", "ﬁ"); /* no compatibility folding */
}

static void an_empty_passphrase_is_refused(void **state)
{
    (void)state;
    assert_refused("", 0, STATUS_TEXT_EMPTY);
}

static void bytes_that_are_not_utf8_are_refused(void **state)
{
    (void)state;
    assert_refused("\xEF\xE0\xF0\xEE\xEB\xFC", 6, STATUS_TEXT_INVALID); /* пароль in CP1251 */
    assert_refused("abc\xD0", 4, STATUS_TEXT_INVALID);                  /* cut off */
    assert_refused("\xC0\xAF", 2, STATUS_TEXT_INVALID);                 /* too long a form */
    assert_refused("\xED\xA0\x80", 3, STATUS_TEXT_INVALID);             /* half a pair */
    assert_refused("\xF4\x90\x80\x80", 4, STATUS_TEXT_INVALID);         /* beyond Unicode */
}

static void control_characters_are_refused(void **state)
{
    (void)state;
    assert_refused("open\tsesame", 11, STATUS_TEXT_CONTROL);
    assert_refused("open sesame\n", 12, STATUS_TEXT_CONTROL);
    assert_refused("\x1B[A", 3, STATUS_TEXT_CONTROL);
    assert_refused("open\0sesame", 11, STATUS_TEXT_CONTROL);
    assert_refused("\xC2\x85", 2, STATUS_TEXT_CONTROL); /* U+0085 */
    assert_refused("\x7F", 1, STATUS_TEXT_CONTROL);
}

static void the_longest_passphrase_is_kept_and_a_longer_one_refused(void **state)
{
    char typed[PASSPHRASE_MAX_BYTES + 2];
    struct error error = { 0 };
    struct secret *normal = NULL;
    (void)state;
    memset(typed, 'a', sizeof(typed));
    typed[PASSPHRASE_MAX_BYTES] = '\0';
    assert_normal_form(typed, typed);
    assert_status(normalize(&normal, typed, PASSPHRASE_MAX_BYTES + 1, &error),
                  STATUS_TEXT_TOO_LONG);
    assert_int_equal(error.number, PASSPHRASE_MAX_BYTES);
    assert_null(normal);
}

static void a_passphrase_that_grows_too_long_in_normal_form_is_refused(void **state)
{
    char typed[PASSPHRASE_MAX_BYTES];
    (void)state;
    /* U+0958: three bytes typed, six in normal form. */
    for (size_t i = 0; i + 3 <= sizeof(typed); i += 3)
        memcpy(typed + i, "\xE0\xA5\x98", 3);
    assert_refused(typed, sizeof(typed) / 3 * 3, STATUS_TEXT_TOO_LONG);
}

static void assert_strength(const char *passphrase, const char *user, enum status expected)
{
    struct error error = { 0 };
    struct secret *secret = secret_of_text(passphrase);
    assert_status(passphrase_check_new(secret, user, &error), expected);
    if (expected != STATUS_OK)
        assert_int_equal(error.number, PASSPHRASE_MIN_CHARACTERS);
    secret_free(&secret);
}

static void ten_characters_suffice_and_nine_do_not(void **state)
{
    (void)state;
    assert_strength("abcdefghix", "demo", STATUS_OK);
    assert_strength("abcdefghx", "demo", STATUS_PASSPHRASE_WEAK);
    assert_strength("купалық-то", "demo", STATUS_OK);
    assert_strength("купалық-т", "demo", STATUS_PASSPHRASE_WEAK); /* 17 bytes, 9 characters */
    assert_strength("", "demo", STATUS_PASSPHRASE_WEAK);
}

static void what_everybody_tries_first_is_weak(void **state)
{
    (void)state;
    assert_strength("1234567890", "demo", STATUS_PASSPHRASE_WEAK);
    assert_strength("19910614199", "demo", STATUS_PASSPHRASE_WEAK);
    assert_strength("qwertyuiop", "demo", STATUS_PASSPHRASE_WEAK);
    assert_strength("йцукенгшщзхъ", "demo", STATUS_PASSPHRASE_WEAK);
    assert_strength("парольпароль", "demo", STATUS_PASSPHRASE_WEAK);
    assert_strength("abcabcabcabca", "demo", STATUS_PASSPHRASE_WEAK);
    assert_strength("31415926535897932384", "demo", STATUS_OK);
    assert_strength("қызыл алма жақсы", "demo", STATUS_OK);
}

static void one_character_over_and_over_is_weak(void **state)
{
    (void)state;
    assert_strength("aaaaaaaaaaaaaaaa", "demo", STATUS_PASSPHRASE_WEAK);
    assert_strength("йййййййййййй", "demo", STATUS_PASSPHRASE_WEAK);
    assert_strength("₸₸₸₸₸₸₸₸₸₸₸₸", "demo", STATUS_PASSPHRASE_WEAK);
    assert_strength("😀😀😀😀😀😀😀😀😀😀😀😀", "demo", STATUS_PASSPHRASE_WEAK);
    assert_strength("aaaaaaaaaaaaaaab", "demo", STATUS_OK);
}

static void the_user_name_is_no_passphrase(void **state)
{
    (void)state;
    assert_strength("asel.turgunova", "asel.turgunova", STATUS_PASSPHRASE_WEAK);
    assert_strength("asel.turgunova!", "asel.turgunova", STATUS_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(composed_and_decomposed_letters_are_the_same_passphrase),
        cmocka_unit_test(letters_that_only_look_alike_stay_different),
        cmocka_unit_test(an_empty_passphrase_is_refused),
        cmocka_unit_test(bytes_that_are_not_utf8_are_refused),
        cmocka_unit_test(control_characters_are_refused),
        cmocka_unit_test(the_longest_passphrase_is_kept_and_a_longer_one_refused),
        cmocka_unit_test(a_passphrase_that_grows_too_long_in_normal_form_is_refused),
        cmocka_unit_test(ten_characters_suffice_and_nine_do_not),
        cmocka_unit_test(what_everybody_tries_first_is_weak),
        cmocka_unit_test(one_character_over_and_over_is_weak),
        cmocka_unit_test(the_user_name_is_no_passphrase),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
