/* SPDX-License-Identifier: Apache-2.0 */
#include "support/unit.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "support/golden_vault.h"
#include "vault/recovery_code.h"

static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/* Check symbols by plain polynomial multiplication and division, apart from the code here. */
static const struct {
    const char *bytes;
    const char *text;
} vectors[] = {
    { "0000000000000000000000000000000000000000",
      "00001-00002-00003-00004-00005-00006-00007-00008" },
    { "ffffffffffffffffffffffffffffffffffffffff",
      "ZZZZC-ZZZZF-ZZZZE-ZZZZ9-ZZZZ8-ZZZZB-ZZZZA-ZZZZ5" },
    { "000102030405060708090a0b0c0d0e0f10111213",
      "000GC-40R4Y-0M301-E209M-185G2-R38EE-1W810-24GKG" },
    { "0123456789abcdeffedcba9876543210deadbeef",
      "04HMA-ASW92-NF6YP-ZZPWY-QAC7K-CN1J0-23FA9-VFQF0" },
};
/* All 40 symbols of this one: no two neighbours and no two groups are alike. */
static const char sheet[] = "04HMA-ASW92-NF6YP-ZZPWY-QAC7K-CN1J0-23FA9-VFQF0";
static const char sheet_bytes[] = "0123456789abcdeffedcba9876543210deadbeef";

static void assert_means(const char *typed, const char *bytes_hex)
{
    struct error error = { 0 };
    struct secret *code = NULL;
    struct secret *expected = secret_of_hex(bytes_hex);
    assert_ok(recovery_code_parse(&code, typed, strlen(typed), &error));
    assert_int_equal(code->length, RECOVERY_CODE_BYTES);
    assert_memory_equal(code->bytes, expected->bytes, RECOVERY_CODE_BYTES);
    secret_free(&code);
    secret_free(&expected);
}

static void assert_refused(const char *typed, size_t length, int group)
{
    struct error error = { 0 };
    struct secret *code = NULL;
    assert_status(recovery_code_parse(&code, typed, length, &error), STATUS_RECOVERY_CODE_INVALID);
    if (error.number != group)
        print_error("%.*s\n", (int)(length < 80 ? length : 80), typed);
    assert_int_equal(error.number, group);
    assert_null(code);
}

static void the_printed_form_is_fixed(void **state)
{
    struct error error = { 0 };
    (void)state;
    for (size_t i = 0; i < sizeof(vectors) / sizeof(vectors[0]); i++) {
        struct secret *code = secret_of_hex(vectors[i].bytes);
        struct secret *text = NULL;
        assert_ok(recovery_code_format(&text, code, &error));
        assert_string_equal((const char *)text->bytes, vectors[i].text);
        assert_int_equal(text->length, RECOVERY_CODE_TEXT_SIZE - 1);
        assert_means(vectors[i].text, vectors[i].bytes);
        secret_free(&text);
        secret_free(&code);
    }
}

static void random_codes_come_back_from_paper(void **state)
{
    struct error error = { 0 };
    (void)state;
    for (int i = 0; i < 200; i++) {
        struct secret *code = NULL;
        struct secret *text = NULL;
        struct secret *again = NULL;
        assert_ok(secret_random(&code, RECOVERY_CODE_BYTES, &error));
        assert_ok(recovery_code_format(&text, code, &error));
        assert_ok(recovery_code_parse(&again, (const char *)text->bytes, text->length, &error));
        assert_memory_equal(again->bytes, code->bytes, RECOVERY_CODE_BYTES);
        secret_free(&again);
        secret_free(&text);
        secret_free(&code);
    }
}

static int group_at(size_t position)
{
    return (int)(position / (RECOVERY_CODE_GROUP_SYMBOLS + 1)) + 1;
}

static void every_wrong_symbol_is_noticed_and_its_group_named(void **state)
{
    char typed[RECOVERY_CODE_TEXT_SIZE];
    (void)state;
    for (size_t at = 0; at < sizeof(sheet) - 1; at++) {
        memcpy(typed, sheet, sizeof(sheet));
        for (size_t i = 0; sheet[at] != '-' && alphabet[i] != '\0'; i++) {
            typed[at] = alphabet[i];
            if (typed[at] != sheet[at])
                assert_refused(typed, sizeof(sheet) - 1, group_at(at));
        }
    }
}

static void every_exchange_of_neighbours_is_noticed(void **state)
{
    char typed[RECOVERY_CODE_TEXT_SIZE];
    (void)state;
    for (size_t at = 0; at + 1 < sizeof(sheet) - 1; at++) {
        /* The neighbour of a group's last symbol is the first one of the next group. */
        size_t other = sheet[at + 1] == '-' ? at + 2 : at + 1;
        if (sheet[at] == '-' || sheet[at] == sheet[other])
            continue;
        memcpy(typed, sheet, sizeof(sheet));
        typed[at] = sheet[other];
        typed[other] = sheet[at];
        assert_refused(typed, sizeof(sheet) - 1, group_at(at));
    }
}

static void every_exchange_within_a_group_is_noticed(void **state)
{
    char typed[RECOVERY_CODE_TEXT_SIZE];
    (void)state;
    for (size_t at = 0; at < sizeof(sheet) - 1; at++)
        for (size_t other = at + 1; other < sizeof(sheet) - 1 && sheet[other] != '-'; other++) {
            if (sheet[at] == '-' || sheet[at] == sheet[other])
                continue;
            memcpy(typed, sheet, sizeof(sheet));
            typed[at] = sheet[other];
            typed[other] = sheet[at];
            assert_refused(typed, sizeof(sheet) - 1, group_at(at));
        }
}

static void every_exchange_of_groups_is_noticed(void **state)
{
    const size_t stride = RECOVERY_CODE_GROUP_SYMBOLS + 1;
    char typed[RECOVERY_CODE_TEXT_SIZE];
    (void)state;
    for (size_t left = 0; left < RECOVERY_CODE_GROUPS; left++)
        for (size_t right = left + 1; right < RECOVERY_CODE_GROUPS; right++) {
            memcpy(typed, sheet, sizeof(sheet));
            memcpy(typed + left * stride, sheet + right * stride, stride - 1);
            memcpy(typed + right * stride, sheet + left * stride, stride - 1);
            assert_refused(typed, sizeof(sheet) - 1, (int)left + 1);
        }
}

static void the_way_it_is_typed_does_not_matter(void **state)
{
    (void)state;
    assert_means("04hma-asw92-nf6yp-zzpwy-qac7k-cn1j0-23fa9-vfqf0", sheet_bytes);
    assert_means("04HMAASW92NF6YPZZPWYQAC7KCN1J023FA9VFQF0", sheet_bytes);
    assert_means("  04HMA ASW92\tNF6YP ZZPWY\r\nQAC7K CN1J0\n23FA9 VFQF0\n\n", sheet_bytes);
    /* dashes of every length, the minus sign, a no-break space, dots */
    assert_means("04HMA–ASW92—NF6YP‐ZZPWY−QAC7K\xC2\xA0"
                 "CN1J0.23FA9_VFQF0,",
                 sheet_bytes);
    /* with the numbers of the groups, as the sheet prints them */
    assert_means("1) 04HMA 2) ASW92 3)NF6YP 4) ZZPWY\n 5) QAC7K 6) CN1J0 7) 23FA9 8) VFQF0",
                 sheet_bytes);
}

static void signs_that_are_not_in_the_alphabet_mean_their_look_alikes(void **state)
{
    (void)state;
    assert_means("O4HMA-ASW92-NF6YP-ZZPWY-QAC7K-CNIJo-23FA9-VFQFo", sheet_bytes);
    assert_means("o4HMA-ASW92-NF6YP-ZZPWY-QAC7K-CNLJO-23FA9-UFQF0", sheet_bytes);
    assert_means("04HMA-ASW92-NF6YP-ZZPWY-QAC7K-CNlJ0-23FA9-uFQF0", sheet_bytes);
    assert_means("00001-00002-00003-00004-00005-00006-00007-00008",
                 "0000000000000000000000000000000000000000");
}

static void cyrillic_letters_mean_the_latin_ones_they_look_like(void **state)
{
    (void)state;
    assert_means("О4НМА-АЅW92-NF6УР-ZZРWУ-QАС7К-СN1Ј0-2ЗFА9-VFQF0", sheet_bytes);
    assert_means("о4нма-аѕw92-nf6ур-zzрwу-qас7к-сn1ј0-2зfа9-vfqf0", sheet_bytes);
    assert_means("0ЧНМА-АЅԜ92-NFБҮР-ZZРԜҮ-ԚАС7К-СNІЈО-2ЗFА9-VFԚFО", sheet_bytes);
}

static void another_number_of_symbols_is_refused(void **state)
{
    (void)state;
    assert_refused("", 0, 0);
    assert_refused("-- \n --", 7, 0);
    assert_refused(sheet, sizeof(sheet) - 2, 0); /* 39 */
    assert_refused("04HMA-ASW92-NF6YP-ZZPWY-QAC7K-CN1J0-23FA9-VFQF00", 48, 0);
}

static void signs_without_a_meaning_are_refused(void **state)
{
    static const char *const strange[] = {
        "*",    "?",    "Щ",        "中",           "\xE2\x80\x8B" /* zero width */,
        "\xFF", "\xD0", "\xC0\xB0", "\xED\xA0\x80",
    };
    char typed[80];
    (void)state;
    for (size_t i = 0; i < sizeof(strange) / sizeof(strange[0]); i++) {
        strcpy(typed, sheet);
        strcpy(typed + 46, strange[i]); /* in place of the last symbol */
        assert_refused(typed, strlen(typed), 0);
    }
    memcpy(typed, sheet, sizeof(sheet)); /* the final NUL is no symbol */
    assert_refused(typed, sizeof(sheet), 0);
}

static void a_megabyte_of_text_is_refused(void **state)
{
    const size_t size = 1024 * 1024;
    char *typed = malloc(size);
    (void)state;
    assert_non_null(typed);
    memset(typed, 'A', size);
    assert_refused(typed, size, 0);
    memset(typed, '-', size);
    assert_refused(typed, size, 0);
    memset(typed, 0xFF, size);
    assert_refused(typed, size, 0);
    free(typed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_printed_form_is_fixed),
        cmocka_unit_test(random_codes_come_back_from_paper),
        cmocka_unit_test(every_wrong_symbol_is_noticed_and_its_group_named),
        cmocka_unit_test(every_exchange_of_neighbours_is_noticed),
        cmocka_unit_test(every_exchange_within_a_group_is_noticed),
        cmocka_unit_test(every_exchange_of_groups_is_noticed),
        cmocka_unit_test(the_way_it_is_typed_does_not_matter),
        cmocka_unit_test(signs_that_are_not_in_the_alphabet_mean_their_look_alikes),
        cmocka_unit_test(cyrillic_letters_mean_the_latin_ones_they_look_like),
        cmocka_unit_test(another_number_of_symbols_is_refused),
        cmocka_unit_test(signs_without_a_meaning_are_refused),
        cmocka_unit_test(a_megabyte_of_text_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
