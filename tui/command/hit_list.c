/* SPDX-License-Identifier: Apache-2.0 */
#include "command/hit_list.h"

#include "command/json.h"
#include "language.h"
#include "name/comparison.h"
#include "sentence.h"
#include "wording/reason_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { WORDS_SIZE = 1024, MEMBERS_MAX = 12 };

static const char *sex_code(int sex)
{
    return sex == 1 ? "m" : sex == 2 ? "f" : "";
}

/* ISO/IEC 5218 in the words of 'person show --json'. */
static const char *sex_word(int sex)
{
    return sex == 9 ? "not_applicable" : sex == 0 ? "unknown" : sex_code(sex);
}

static void birth_text(char out[DATE_TEXT_SIZE], const struct search_hit *hit)
{
    out[0] = '\0';
    if (hit->has_birth)
        date_format(out, hit->birth);
}

/* ---- JSON */

/* There is always room left for the bracket at the end. */
static void add_word(char out[WORDS_SIZE], const char *kind, const char *word)
{
    char item[64];
    size_t length = strlen(out);
    snprintf(item, sizeof(item), "%s\"%s%s\"", length > 1 ? "," : "", kind, word);
    if (length + strlen(item) + sizeof("]") <= WORDS_SIZE)
        memcpy(out + length, item, strlen(item) + 1);
}

/* The stable words of all reasons as a JSON array. */
static void write_words(char out[WORDS_SIZE], const struct search_hit *hit)
{
    memcpy(out, "[", sizeof("["));
    for (int i = 0; i < SEARCH_REASON_COUNT; i++)
        if ((hit->reasons >> i & 1U) != 0)
            add_word(out, "", search_reason_word((enum search_reason)i));
    for (int i = 0; i < NAME_REASON_COUNT; i++)
        if ((hit->name_reasons >> i & 1U) != 0)
            add_word(out, "name:", name_reason_word((enum name_reason)i));
    memcpy(out + strlen(out), "]", sizeof("]"));
}

static void add_json(struct json *json, const struct search_hit *first,
                     const struct search_hit *hit)
{
    char birth[DATE_TEXT_SIZE], first_birth[DATE_TEXT_SIZE];
    char why[REASON_TEXT_SIZE], words[WORDS_SIZE];
    struct json_member members[MEMBERS_MAX];
    size_t count = 0;
    birth_text(birth, hit);
    reason_of_hit(why, hit->reasons, hit->name_reasons);
    write_words(words, hit);
    if (first != NULL) {
        birth_text(first_birth, first);
        members[count++] = (struct json_member){ "duplicate", JSON_TEXT, first->person_id, 0 };
        members[count++] = (struct json_member){ "duplicate_name", JSON_TEXT, first->name, 0 };
        members[count++] = (struct json_member){ "duplicate_birth_date", JSON_TEXT,
                                                 first->has_birth ? first_birth : NULL, 0 };
    }
    members[count++] = (struct json_member){ "id", JSON_TEXT, hit->person_id, 0 };
    members[count++] = (struct json_member){ "name", JSON_TEXT, hit->name, 0 };
    members[count++] = (struct json_member){ "matched_name", JSON_TEXT, hit->matched_name, 0 };
    members[count++] =
        (struct json_member){ "birth_date", JSON_TEXT, hit->has_birth ? birth : NULL, 0 };
    members[count++] = (struct json_member){ "sex", JSON_TEXT, sex_word(hit->sex), 0 };
    members[count++] = (struct json_member){ "score", JSON_NUMBER, NULL, hit->score };
    members[count++] = (struct json_member){ "reasons", JSON_RAW, words, 0 };
    members[count++] = (struct json_member){ "why", JSON_TEXT, why, 0 };
    json_add(json, members, count);
}

/* ---- lines */

/* For scripts: columns with tabs. */
static void print_columns(const struct search_hit *first, const struct search_hit *hit)
{
    char birth[DATE_TEXT_SIZE], why[REASON_TEXT_SIZE];
    birth_text(birth, hit);
    reason_of_hit(why, hit->reasons, hit->name_reasons);
    if (first != NULL)
        printf("%s\t", first->person_id);
    printf("%s\t", hit->person_id);
    sentence_write_name(stdout, hit->name);
    printf("\t%s\t%s\t%d\t%s\n", birth, sex_code(hit->sex), hit->score, why);
}

/* The name with the birth date. */
static void print_person(const struct search_hit *hit)
{
    char birth[DATE_TEXT_SIZE];
    birth_text(birth, hit);
    if (hit->name != NULL)
        sentence_write_name(stdout, hit->name);
    printf("%s%s\n", birth[0] == '\0' ? "" : ", ", birth);
}

/* For people: who it is, below it why, and the number to go on with. */
static void print_words(const struct search_hit *first, const struct search_hit *hit)
{
    char why[REASON_TEXT_SIZE];
    reason_of_hit(why, hit->reasons, hit->name_reasons);
    if (first != NULL) {
        print_person(first);
        printf("    %s\n", first->person_id);
    }
    print_person(hit);
    if (hit->matched_name != NULL) {
        printf("    %s ", _("found as:"));
        sentence_write_name(stdout, hit->matched_name);
        putchar('\n');
    }
    printf("    %s\n", hit->person_id);
    sentence_write_value(stdout, why, 0, 4);
    if (first != NULL)
        putchar('\n');
}

static void print_line(const struct search_hit *first, const struct search_hit *hit)
{
    if (isatty(STDOUT_FILENO) == 1)
        print_words(first, hit);
    else
        print_columns(first, hit);
}

static int say_nobody(const char *sentence)
{
    sentence_say(NULL, sentence);
    return EXIT_CODE_NO;
}

static int end_json(struct json *json, size_t count)
{
    int code = json_end_array(json);
    return code == EXIT_CODE_DONE && count == 0 ? EXIT_CODE_NO : code;
}

int hit_list_print(const struct arguments *arguments, const struct search_hits *hits)
{
    if (arguments_has(arguments, "json")) {
        struct json *json = json_begin();
        for (size_t i = 0; i < hits->count; i++)
            add_json(json, NULL, &hits->items[i]);
        return end_json(json, hits->count);
    }
    for (size_t i = 0; i < hits->count; i++)
        print_line(NULL, &hits->items[i]);
    if (hits->count == 0)
        return say_nobody(_("Nobody was found."));
    if (hits->has_more && isatty(STDOUT_FILENO) == 1)
        sentence_write_text(stdout,
                            _("There are more. Type more of the name, or add the birth year."));
    return EXIT_CODE_DONE;
}

/* ---- pairs */

struct hit_pairs {
    struct json *json; /* NULL: lines */
    size_t count;
};

struct hit_pairs *hit_pairs_begin(const struct arguments *arguments)
{
    struct hit_pairs *pairs = calloc(1, sizeof(*pairs));
    if (pairs != NULL && arguments_has(arguments, "json"))
        pairs->json = json_begin();
    return pairs;
}

void hit_pairs_add(struct hit_pairs *pairs, const struct search_hit *first,
                   const struct search_hit *other)
{
    if (pairs == NULL)
        return;
    pairs->count++;
    if (pairs->json != NULL)
        add_json(pairs->json, first, other);
    else
        print_line(first, other);
}

int hit_pairs_end(struct hit_pairs *pairs)
{
    struct error error = { 0 };
    if (pairs == NULL) {
        error_set(&error, STATUS_OUT_OF_MEMORY, "list of pairs");
        return sentence_fail(NULL, &error);
    }
    int code = pairs->count > 0 ? EXIT_CODE_DONE : EXIT_CODE_NO;
    if (pairs->json != NULL)
        code = end_json(pairs->json, pairs->count);
    else if (pairs->count == 0)
        code = say_nobody(_("No two records look like one person."));
    free(pairs);
    return code;
}
