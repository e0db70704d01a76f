/* SPDX-License-Identifier: Apache-2.0 */
#include "support/unit.h"

#include <sodium.h>
#include <string.h>

#include "support/golden_vault.h"
#include "vault/seal.h"

enum { FRAME_HEADER_SIZE = 24, UNIT_SIZE = FRAME_HEADER_SIZE + SEAL_OVERHEAD };

/* A sealer with the key 80 81 82 ... and the golden file's id. */
static struct sealer make_sealer(struct secret **key)
{
    struct sealer sealer;
    *key = secret_of_hex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f");
    sealer.key = *key;
    unhex(sealer.file_id, FILE_ID_SIZE, golden_file_id);
    return sealer;
}

/* The example of draft-irtf-cfrg-xchacha-03, appendix A.3.1. */
static void the_cipher_is_that_of_the_draft(void **state)
{
    static const char plain[] = "Ladies and Gentlemen of the class of '99: If I could offer you "
                                "only one tip for the future, sunscreen would be it.";
    static const char expected_hex[] =
        "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f"
        "4eda7e39ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f"
        "76b2383565d3fff921f9664c97637da9768812f615c68b13b52ec0875924c1c7987947deafd8780acf49";
    unsigned char sealed[sizeof(plain) - 1 + SEAL_TAG_SIZE];
    unsigned char expected[sizeof(sealed)];
    unsigned char nonce[SEAL_NONCE_SIZE];
    unsigned char label[12];
    struct secret *key = NULL;
    (void)state;
    make_sealer(&key);
    unhex(nonce, sizeof(nonce), "404142434445464748494a4b4c4d4e4f5051525354555657");
    unhex(label, sizeof(label), "50515253c0c1c2c3c4c5c6c7");
    crypto_aead_xchacha20poly1305_ietf_encrypt(sealed, NULL, (const unsigned char *)plain,
                                               sizeof(plain) - 1, label, sizeof(label), NULL, nonce,
                                               key->bytes);
    assert_int_equal(unhex(expected, sizeof(expected), expected_hex), sizeof(expected));
    assert_memory_equal(sealed, expected, sizeof(expected));
    secret_free(&key);
}

/* Frame header number 0x0102030405 with the bytes 0 to 23: computed in Python. */
static void a_unit_sealed_elsewhere_opens(void **state)
{
    static const char unit_hex[] = "d1011037b4784afde593e9a059534ffd1a2300cce3ffdeb0"
                                   "606162636465666768696a6b6c6d6e6f7071727374757677"
                                   "40688c700a6438b4783b76cf9b35a3d3";
    unsigned char unit[UNIT_SIZE];
    unsigned char plain[FRAME_HEADER_SIZE];
    struct secret *key = NULL;
    struct sealer sealer = make_sealer(&key);
    (void)state;
    assert_int_equal(unhex(unit, sizeof(unit), unit_hex), sizeof(unit));
    assert_true(
        seal_open_unit(&sealer, SEAL_FRAME_HEADER, 0x0102030405, plain, unit, FRAME_HEADER_SIZE));
    for (unsigned char i = 0; i < FRAME_HEADER_SIZE; i++)
        assert_int_equal(plain[i], i);
    secret_free(&key);
}

static void a_unit_of_any_size_opens_again_in_place(void **state)
{
    static const size_t sizes[] = { 0, 1, 24, 32, 4055, PAGE_BODY_SIZE };
    unsigned char plain[PAGE_SIZE];
    unsigned char unit[PAGE_SIZE];
    struct secret *key = NULL;
    struct sealer sealer = make_sealer(&key);
    (void)state;
    for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
        randombytes_buf(plain, sizeof(plain));
        memcpy(unit, plain, sizes[i]);
        seal_unit(&sealer, SEAL_PAGE, i + 1, unit, unit, sizes[i]);
        assert_true(seal_open_unit(&sealer, SEAL_PAGE, i + 1, unit, unit, sizes[i]));
        assert_memory_equal(unit, plain, sizes[i]);
    }
    secret_free(&key);
}

static void the_same_page_sealed_twice_looks_different(void **state)
{
    static const unsigned char plain[FRAME_HEADER_SIZE];
    unsigned char first[UNIT_SIZE];
    unsigned char second[UNIT_SIZE];
    struct secret *key = NULL;
    struct sealer sealer = make_sealer(&key);
    (void)state;
    seal_unit(&sealer, SEAL_PAGE, 1, first, plain, sizeof(plain));
    seal_unit(&sealer, SEAL_PAGE, 1, second, plain, sizeof(plain));
    assert_memory_not_equal(first, second, FRAME_HEADER_SIZE);
    assert_memory_not_equal(first + FRAME_HEADER_SIZE, second + FRAME_HEADER_SIZE, SEAL_NONCE_SIZE);
    secret_free(&key);
}

static void every_flipped_bit_of_a_unit_is_noticed(void **state)
{
    static const unsigned char plain[FRAME_HEADER_SIZE] = "twenty-four bytes of it";
    unsigned char unit[UNIT_SIZE];
    unsigned char out[FRAME_HEADER_SIZE];
    struct secret *key = NULL;
    struct sealer sealer = make_sealer(&key);
    (void)state;
    seal_unit(&sealer, SEAL_PAGE, 1, unit, plain, sizeof(plain));
    for (size_t bit = 0; bit < sizeof(unit) * 8; bit++) {
        unit[bit / 8] ^= (unsigned char)(1 << bit % 8);
        assert_false(seal_open_unit(&sealer, SEAL_PAGE, 1, out, unit, sizeof(plain)));
        unit[bit / 8] ^= (unsigned char)(1 << bit % 8);
    }
    assert_true(seal_open_unit(&sealer, SEAL_PAGE, 1, out, unit, sizeof(plain)));
    secret_free(&key);
}

static void a_unit_opens_only_in_its_place_of_its_file(void **state)
{
    static const unsigned char plain[FRAME_HEADER_SIZE];
    unsigned char unit[UNIT_SIZE];
    unsigned char out[FRAME_HEADER_SIZE];
    struct secret *key = NULL;
    struct sealer sealer = make_sealer(&key);
    struct sealer other_file = sealer;
    (void)state;
    other_file.file_id[15] ^= 1;
    seal_unit(&sealer, SEAL_FRAME_PAGE, 5, unit, plain, sizeof(plain));
    assert_true(seal_open_unit(&sealer, SEAL_FRAME_PAGE, 5, out, unit, sizeof(plain)));
    assert_false(seal_open_unit(&sealer, SEAL_FRAME_PAGE, 4, out, unit, sizeof(plain)));
    assert_false(
        seal_open_unit(&sealer, SEAL_FRAME_PAGE, 5 + (1ULL << 32), out, unit, sizeof(plain)));
    assert_false(seal_open_unit(&sealer, SEAL_FRAME_HEADER, 5, out, unit, sizeof(plain)));
    assert_false(seal_open_unit(&sealer, SEAL_PAGE, 5, out, unit, sizeof(plain)));
    assert_false(seal_open_unit(&other_file, SEAL_FRAME_PAGE, 5, out, unit, sizeof(plain)));
    secret_free(&key);
}

static void a_unit_opens_only_with_its_key(void **state)
{
    static const unsigned char plain[FRAME_HEADER_SIZE];
    unsigned char unit[UNIT_SIZE];
    unsigned char out[FRAME_HEADER_SIZE];
    struct secret *key = NULL;
    struct sealer sealer = make_sealer(&key);
    (void)state;
    seal_unit(&sealer, SEAL_PAGE, 1, unit, plain, sizeof(plain));
    key->bytes[31] ^= 0x80;
    assert_false(seal_open_unit(&sealer, SEAL_PAGE, 1, out, unit, sizeof(plain)));
    secret_free(&key);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_cipher_is_that_of_the_draft),
        cmocka_unit_test(a_unit_sealed_elsewhere_opens),
        cmocka_unit_test(a_unit_of_any_size_opens_again_in_place),
        cmocka_unit_test(the_same_page_sealed_twice_looks_different),
        cmocka_unit_test(every_flipped_bit_of_a_unit_is_noticed),
        cmocka_unit_test(a_unit_opens_only_in_its_place_of_its_file),
        cmocka_unit_test(a_unit_opens_only_with_its_key),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
