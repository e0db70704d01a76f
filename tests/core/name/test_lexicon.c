/* SPDX-License-Identifier: Apache-2.0 */
#include "name/lexicon.h"

#include "name/lexicon/entries.h"
#include "name/sound.h"
#include "name/stem.h"
#include "support/unit.h"

#include <stdlib.h>
#include <string.h>

static const struct lexicon *lexicon;

static bool hear(char out[SOUND_SIZE], const char *word)
{
    struct letters_list list;
    letters_read(&list, word);
    if (list.count == 0)
        return false;
    sound_of_letters(out, &list.words[0]);
    stem_unify(out);
    return out[0] != '\0';
}

static struct lexicon_senses find(const char *word)
{
    char sounds[SOUND_SIZE];
    assert_true(hear(sounds, word));
    return lexicon_find(lexicon, sounds);
}

static bool are_one_name(const char *left, const char *right)
{
    struct lexicon_senses a = find(left), b = find(right);
    assert_int_equal(lexicon_senses_meet(&a, &b), lexicon_senses_meet(&b, &a));
    return lexicon_senses_meet(&a, &b);
}

static void spellings_of_every_tradition_are_one_name(void **state)
{
    static const char *const pairs[][2] = {
        { "Мұхаммед", "Магомед" }, { "Muhammad", "Мохаммед" }, { "Ҳасан", "Hasan" },
        { "Хасан", "Khasan" },     { "Жусуп", "Yusuf" },       { "Әли", "Гали" },
        { "Ибрагим", "Ibrohim" },  { "Омар", "Умар" },         { "Цой", "Choi" },
        { "Пак", "Park" },         { "Ысмайыл", "Ismoil" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
        if (!are_one_name(pairs[i][0], pairs[i][1]))
            fail_msg("%s and %s", pairs[i][0], pairs[i][1]);
}

static void names_that_only_look_alike_are_two(void **state)
{
    static const char *const pairs[][2] = {
        { "Ҳасан", "Ҳусан" },  { "Hasan", "Husan" }, { "Юсуп", "Юнус" }, { "Карим", "Салим" },
        { "Рахим", "Рахман" }, { "Ким", "Кан" },     { "Цой", "Цай" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
        assert_true(find(pairs[i][0]).count > 0 && find(pairs[i][1]).count > 0);
        if (are_one_name(pairs[i][0], pairs[i][1]))
            fail_msg("%s and %s", pairs[i][0], pairs[i][1]);
    }
}

static void a_word_that_is_no_name_is_unknown(void **state)
{
    struct lexicon_senses none = { .count = 0 }, hasan = find("Хасан");
    (void)state;
    assert_int_equal(find("Бздырг").count, 0);
    assert_false(lexicon_knows(lexicon, "bzdirg"));
    assert_false(lexicon_knows(lexicon, ""));
    assert_false(lexicon_senses_meet(&none, &hasan));
    assert_false(lexicon_senses_meet(&none, &none));
}

static bool has_name(const struct lexicon_senses *senses, size_t name)
{
    for (size_t i = 0; i < senses->count; i++)
        if (senses->names[i] == name)
            return true;
    return false;
}

/* Calls check for each spelling of an entry; the tags are skipped. */
static size_t check_spellings(const struct lexicon_entry *entry, size_t name, size_t *full)
{
    size_t found = 0;
    for (const char *at = entry->spellings; *at != '\0';) {
        char word[256] = "", sounds[SOUND_SIZE];
        size_t length = strcspn(at, " ,:");
        bool is_tag = at[length] == ':';
        for (size_t i = 0; i < length; i++)
            if (at[i] != '_' && at[i] != '-')
                strncat(word, at + i, 1);
        at += length + (at[length] != '\0');
        if (is_tag || !hear(sounds, word))
            continue;
        struct lexicon_senses senses = lexicon_find(lexicon, sounds);
        bool is_found = has_name(&senses, name);
        if (!is_found && senses.count < LEXICON_SENSES_MAX)
            fail_msg("%s is not found as %s", word, entry->key);
        *full += !is_found;
        found += is_found;
    }
    return found;
}

static void every_spelling_of_the_tables_is_found(void **state)
{
    size_t name = 0, found = 0, full = 0;
    (void)state;
    for (size_t table = 0; table < lexicon_table_count; table++)
        for (size_t i = 0; i < lexicon_tables[table].count; i++, name++) {
            const struct lexicon_entry *entry = &lexicon_tables[table].entries[i];
            found += check_spellings(entry, name, &full);
            assert_int_equal(lexicon_sex(lexicon, (uint16_t)name), entry->sex);
        }
    assert_true(found > 2000);
    assert_int_equal(full, 0); /* no word is more names than can be kept */
}

static void the_sounds_of_a_name_lead_back_to_it(void **state)
{
    struct lexicon_senses senses = find("Мухаммед");
    size_t count = 0;
    (void)state;
    assert_true(senses.count > 0);
    for (const char *form; (form = lexicon_skeleton(lexicon, senses.names[0], count)) != NULL;
         count++) {
        struct lexicon_senses again = lexicon_find(lexicon, form);
        assert_true(has_name(&again, senses.names[0]));
    }
    assert_true(count > 5);
    assert_null(lexicon_skeleton(lexicon, senses.names[0], count + 100));
}

static void one_lexicon_is_shared_and_others_can_be_made(void **state)
{
    struct lexicon *own;
    struct error error;
    (void)state;
    assert_ptr_equal(lexicon_shared(), lexicon);
    assert_ok(lexicon_new(&own, &error));
    assert_ptr_not_equal(own, lexicon);
    assert_true(lexicon_knows(own, "hasan"));
    lexicon_free(&own);
    assert_null(own);
    lexicon_free(&own);
}

static int get_lexicon(void **state)
{
    (void)state;
    lexicon = lexicon_shared();
    return lexicon == NULL;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spellings_of_every_tradition_are_one_name),
        cmocka_unit_test(names_that_only_look_alike_are_two),
        cmocka_unit_test(a_word_that_is_no_name_is_unknown),
        cmocka_unit_test(every_spelling_of_the_tables_is_found),
        cmocka_unit_test(the_sounds_of_a_name_lead_back_to_it),
        cmocka_unit_test(one_lexicon_is_shared_and_others_can_be_made),
    };
    return cmocka_run_group_tests(tests, get_lexicon, NULL);
}
