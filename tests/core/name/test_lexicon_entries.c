/* SPDX-License-Identifier: Apache-2.0 */
#include "base/text.h"
#include "name/lexicon/entries.h"
#include "support/unit.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#define RUSSIAN "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"

/* In the order in which an entry lists them. */
static const struct tag {
    const char *name;
    const char *alphabet; /* in lower case; NULL: the letters of any */
} tags[] = {
    { "kk", RUSSIAN "әғқңөұүһі" },
    { "ky", RUSSIAN "ңөү" },
    { "tg", "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя" },
    { "uz", "abcdefghijklmnopqrstuvxyzʻʼ" },
    { "uc", "абвгдеёжзийклмнопрстуфхцчшъьэюяўқғҳ" },
    { "tk", "abçdeäfghijžklmnňoöprsştuüwyýz" },
    { "ru", RUSSIAN },
    { "xx", NULL },
};
enum {
    TAG_COUNT = sizeof(tags) / sizeof(tags[0]),
    SPELLING_SIZE = 96,
    SPELLINGS_MAX = 40000,
    KEYS_MAX = 10000
};

struct spelling {
    const struct lexicon_entry *entry;
    size_t tag;
    char *text; /* owned */
};

static struct spelling spellings[SPELLINGS_MAX];
static size_t spelling_count;

static char *copy_part(const char *text, size_t length)
{
    char *copy = malloc(length + 1);
    assert_non_null(copy);
    memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

static void collect_group(const struct lexicon_entry *entry, size_t tag, const char *text,
                          const char *end)
{
    for (;;) {
        size_t length = strcspn(text, ", ");
        assert_true(length > 0 && length < SPELLING_SIZE);
        assert_true(spelling_count < SPELLINGS_MAX);
        spellings[spelling_count++] =
            (struct spelling){ .entry = entry, .tag = tag, .text = copy_part(text, length) };
        if (text + length >= end)
            break;
        text += length + 1;
    }
}

/* The groups in the order of the tags, each at most once, one space between them. */
static void collect_entry(const struct lexicon_entry *entry)
{
    size_t tag = 0;
    const char *text = entry->spellings;
    for (;;) {
        while (tag < TAG_COUNT && strncmp(text, tags[tag].name, 2) != 0)
            tag++;
        if (tag == TAG_COUNT || text[2] != ':')
            fail_msg("%s: no known tag, or out of order, at \"%s\"", entry->key, text);
        const char *end = text + strcspn(text, " ");
        collect_group(entry, tag, text + 3, end);
        if (*end == '\0')
            break;
        text = end + 1;
        tag++;
    }
}

static int collect_all(void **state)
{
    (void)state;
    for (size_t t = 0; t < lexicon_table_count; t++) {
        for (size_t e = 0; e < lexicon_tables[t].count; e++) {
            const struct lexicon_entry *entry = &lexicon_tables[t].entries[e];
            assert_non_null(entry->key);
            assert_non_null(entry->spellings);
            collect_entry(entry);
        }
    }
    return 0;
}

static int release_all(void **state)
{
    (void)state;
    for (size_t i = 0; i < spelling_count; i++)
        free(spellings[i].text);
    return 0;
}

static const struct lexicon_entry *find_entry(const char *text)
{
    for (size_t i = 0; i < spelling_count; i++) {
        if (strcmp(spellings[i].text, text) == 0)
            return spellings[i].entry;
    }
    fail_msg("\"%s\" is in no entry", text);
    return NULL;
}

static int compare_keys(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static void a_key_is_lower_case_and_names_one_entry(void **state)
{
    (void)state;
    static const char *keys[KEYS_MAX];
    size_t count = 0;
    for (size_t t = 0; t < lexicon_table_count; t++) {
        for (size_t e = 0; e < lexicon_tables[t].count; e++) {
            assert_true(count < KEYS_MAX);
            keys[count++] = lexicon_tables[t].entries[e].key;
        }
    }
    qsort(keys, count, sizeof(*keys), compare_keys);
    for (size_t i = 0; i < count; i++) {
        assert_true(keys[i][0] != '\0');
        assert_int_equal(strspn(keys[i], "abcdefghijklmnopqrstuvwxyz_"), strlen(keys[i]));
        if (i > 0 && strcmp(keys[i - 1], keys[i]) == 0)
            fail_msg("two entries are called \"%s\"", keys[i]);
    }
}

static void every_entry_has_a_sex(void **state)
{
    (void)state;
    for (size_t i = 0; i < spelling_count; i++)
        assert_non_null(memchr("mfu", spellings[i].entry->sex, 3));
}

static void every_entry_says_what_clerks_write_in_russian(void **state)
{
    (void)state;
    for (size_t t = 0; t < lexicon_table_count; t++) {
        for (size_t e = 0; e < lexicon_tables[t].count; e++) {
            const char *text = lexicon_tables[t].entries[e].spellings;
            assert_true(strncmp(text, "ru:", 3) == 0 || strstr(text, " ru:") != NULL);
        }
    }
}

static void an_uzbek_name_is_given_in_both_alphabets(void **state)
{
    (void)state;
    for (size_t t = 0; t < lexicon_table_count; t++) {
        for (size_t e = 0; e < lexicon_tables[t].count; e++) {
            const struct lexicon_entry *entry = &lexicon_tables[t].entries[e];
            bool is_latin = strstr(entry->spellings, "uz:") != NULL;
            bool is_cyrillic = strstr(entry->spellings, "uc:") != NULL;
            if (is_latin != is_cyrillic)
                fail_msg("%s is Uzbek in one alphabet only", entry->key);
        }
    }
}

static void every_spelling_is_text_as_the_program_keeps_it(void **state)
{
    (void)state;
    const struct text_rule rule = { .max_characters = SPELLING_SIZE };
    struct error error = { 0 };
    for (size_t i = 0; i < spelling_count; i++) {
        char *accepted;
        const char *text = spellings[i].text;
        assert_ok(text_accept(&accepted, text, strlen(text), &rule, &error));
        assert_string_equal(accepted, text);
        free(accepted);
    }
}

static bool is_letter(utf8proc_int32_t code_point)
{
    utf8proc_category_t category = utf8proc_category(code_point);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_MN;
}

/* An underscore stands for a space, and only in spellings of no one language. */
static void assert_letters(const struct spelling *spelling)
{
    struct error error = { 0 };
    char *folded;
    assert_ok(text_fold(&folded, spelling->text, &error));
    const char *alphabet = tags[spelling->tag].alphabet;
    for (const char *at = folded; *at != '\0';) {
        utf8proc_int32_t code_point;
        utf8proc_ssize_t length = utf8proc_iterate((const utf8proc_uint8_t *)at, -1, &code_point);
        assert_true(length > 0 && length < 5);
        char letter[5] = { 0 };
        memcpy(letter, at, (size_t)length);
        bool is_right = alphabet != NULL ? strstr(alphabet, letter) != NULL
                                         : is_letter(code_point) || code_point == '_';
        if (!is_right)
            fail_msg("%s: \"%s\" has a letter that is not of %s", spelling->entry->key,
                     spelling->text, tags[spelling->tag].name);
        at += length;
    }
    free(folded);
}

static void every_letter_belongs_to_the_alphabet_of_its_language(void **state)
{
    (void)state;
    for (size_t i = 0; i < spelling_count; i++)
        assert_letters(&spellings[i]);
}

static void no_spelling_mixes_latin_and_cyrillic(void **state)
{
    (void)state;
    for (size_t i = 0; i < spelling_count; i++) {
        bool has_latin = false;
        bool has_cyrillic = false;
        for (const char *at = spellings[i].text; *at != '\0'; at++) {
            unsigned char byte = (unsigned char)*at;
            has_latin = has_latin || (byte < 0x80 && byte != '_') || (byte >= 0xC3 && byte <= 0xC9);
            has_cyrillic = has_cyrillic || (byte >= 0xD0 && byte <= 0xD4);
        }
        if (has_latin && has_cyrillic)
            fail_msg("%s: \"%s\" mixes scripts", spellings[i].entry->key, spellings[i].text);
    }
}

struct folded {
    const struct lexicon_entry *entry;
    char *text;
};

static int compare_folded(const void *left, const void *right)
{
    return strcmp(((const struct folded *)left)->text, ((const struct folded *)right)->text);
}

/* A syllable that is a Korean surname is a name in other languages, too: Хан, Ли, Нам. */
static bool is_korean(const struct lexicon_entry *entry)
{
    return entry >= lexicon_korean && entry < lexicon_korean + LEXICON_KOREAN_COUNT;
}

static void a_spelling_belongs_to_one_entry(void **state)
{
    (void)state;
    struct error error = { 0 };
    struct folded *folded = calloc(spelling_count, sizeof(*folded));
    assert_non_null(folded);
    for (size_t i = 0; i < spelling_count; i++) {
        folded[i].entry = spellings[i].entry;
        assert_ok(text_fold(&folded[i].text, spellings[i].text, &error));
    }
    qsort(folded, spelling_count, sizeof(*folded), compare_folded);
    for (size_t i = 1; i < spelling_count; i++) {
        if (strcmp(folded[i - 1].text, folded[i].text) == 0 &&
            folded[i - 1].entry != folded[i].entry &&
            is_korean(folded[i - 1].entry) == is_korean(folded[i].entry))
            fail_msg("\"%s\" is in %s and in %s", folded[i].text, folded[i - 1].entry->key,
                     folded[i].entry->key);
    }
    for (size_t i = 0; i < spelling_count; i++)
        free(folded[i].text);
    free(folded);
}

static void a_spelling_is_listed_once_in_its_language(void **state)
{
    (void)state;
    for (size_t i = 1; i < spelling_count; i++) {
        for (size_t j = i; j-- > 0 && spellings[j].entry == spellings[i].entry;) {
            if (spellings[j].tag == spellings[i].tag || spellings[i].tag == TAG_COUNT - 1)
                assert_string_not_equal(spellings[j].text, spellings[i].text);
        }
    }
}

static size_t count_entries(const struct lexicon_table *table, const char *tag, char sex)
{
    size_t count = 0;
    for (size_t e = 0; e < table->count; e++) {
        bool is_of_sex = table->entries[e].sex == sex || table->entries[e].sex == 'u';
        count += is_of_sex && strstr(table->entries[e].spellings, tag) != NULL;
    }
    return count;
}

static void every_language_has_names_enough_for_a_crowd(void **state)
{
    (void)state;
    static const char *const languages[] = { "kk:", "ky:", "tg:", "uz:", "tk:" };
    for (size_t i = 0; i < sizeof(languages) / sizeof(languages[0]); i++) {
        size_t men = 0;
        size_t women = 0;
        for (size_t t = 0; t < lexicon_table_count; t++) {
            if (lexicon_tables[t].entries == lexicon_stem)
                continue;
            men += count_entries(&lexicon_tables[t], languages[i], 'm');
            women += count_entries(&lexicon_tables[t], languages[i], 'f');
        }
        assert_true(men >= 120);
        assert_true(women >= 100);
    }
    const struct lexicon_table slavic = { lexicon_slavic, LEXICON_SLAVIC_COUNT };
    assert_true(count_entries(&slavic, "ru:", 'm') >= 60);
    assert_true(count_entries(&slavic, "ru:", 'f') >= 60);
}

static void the_spellings_of_one_name_are_in_one_entry(void **state)
{
    (void)state;
    static const char *const same[][2] = {
        { "Мұхаммед", "Магомед" },      { "Muhammet", "محمد" },    { "Юсуф", "Жүсіп" },
        { "Yunus", "Жүніс" },           { "Иброҳим", "Ybraýym" },  { "Ҷамшед", "Жәмшит" },
        { "Oybek", "Айбек" },           { "Нурлон", "Нұрлан" },    { "Sobit", "Сәбит" },
        { "Fotima", "Fatma" },          { "Olim", "Әлім" },        { "Дәулет", "Davlat" },
        { "Ысқақ", "Isʼhoq" },          { "Yaʼqub", "Жакып" },     { "Гусейн", "Ҳусейн" },
        { "Гулнора", "Гүлнара" },       { "Оспан", "Усмон" },      { "Сүлеймен", "Süleýman" },
        { "Мұхаметжан", "Мухамеджан" }, { "Бақтияр", "Baxtiyor" }, { "Пулат", "Болот" },
        { "Жолдас", "Yoʻldosh" },       { "Шолпан", "Choʻlpon" },  { "Саттор", "Setdar" },
    };
    for (size_t i = 0; i < sizeof(same) / sizeof(same[0]); i++)
        assert_string_equal(find_entry(same[i][0])->key, find_entry(same[i][1])->key);
}

static void names_that_only_look_alike_are_different_entries(void **state)
{
    (void)state;
    static const char *const different[][2] = {
        { "Hasan", "Husan" },          { "Husan", "Husayn" },
        { "Маҳмуд", "Муҳаммад" },      { "Rahim", "Rahmon" },
        { "Yusup", "Yunus" },          { "Karim", "Karam" },
        { "Карим", "Акрам" },          { "Salim", "Salom" },
        { "Salim", "Sulaymon" },       { "Rashid", "Rashod" },
        { "Jamil", "Jamol" },          { "Комил", "Камол" },
        { "Nosir", "Nasr" },           { "Насыр", "Мансур" },
        { "Hamid", "Ahmad" },          { "Хамид", "Махмуд" },
        { "Aziz", "Aziza" },           { "Farid", "Farida" },
        { "Farida", "Fariza" },        { "Zuhra", "Zahro" },
        { "Dilshod", "Dilshoda" },     { "Murod", "Mirod" },
        { "Олим", "Алишер" },          { "Ерлан", "Арлан" },
        { "Marat", "Мурат" },          { "Саид", "Саад" },
        { "Саид", "Сайид" },           { "Damir", "Temir" },
        { "Temir", "Temur" },          { "Aýdar", "Haýdar" },
        { "Nurali", "Nuriddin" },      { "Нурбек", "Нурлан" },
        { "Тошмат", "Эшмат" },         { "Александр", "Александра" },
        { "Абдураҳим", "Абдураҳмон" },
    };
    for (size_t i = 0; i < sizeof(different) / sizeof(different[0]); i++)
        assert_string_not_equal(find_entry(different[i][0])->key, find_entry(different[i][1])->key);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_key_is_lower_case_and_names_one_entry),
        cmocka_unit_test(every_entry_has_a_sex),
        cmocka_unit_test(every_entry_says_what_clerks_write_in_russian),
        cmocka_unit_test(an_uzbek_name_is_given_in_both_alphabets),
        cmocka_unit_test(every_spelling_is_text_as_the_program_keeps_it),
        cmocka_unit_test(every_letter_belongs_to_the_alphabet_of_its_language),
        cmocka_unit_test(no_spelling_mixes_latin_and_cyrillic),
        cmocka_unit_test(a_spelling_belongs_to_one_entry),
        cmocka_unit_test(a_spelling_is_listed_once_in_its_language),
        cmocka_unit_test(every_language_has_names_enough_for_a_crowd),
        cmocka_unit_test(the_spellings_of_one_name_are_in_one_entry),
        cmocka_unit_test(names_that_only_look_alike_are_different_entries),
    };
    return cmocka_run_group_tests(tests, collect_all, release_all);
}
