/* SPDX-License-Identifier: Apache-2.0 */

/* A name that was typed in one go, into the search for instance: which word goes where. */
#include "view/intake_private.h"

#include "name/name_parts.h"

#include <stdio.h>
#include <string.h>

/* Small letters lie this far behind the capital ones, by the first byte and the range of the
 * second one: Latin-1, Cyrillic, and Cyrillic of other languages, where they take turns. */
static const struct {
    unsigned char lead;
    unsigned char first;
    unsigned char last;
    unsigned char capital_lead;
    unsigned char by;
    bool is_in_turns;
} smalls[] = {
    { 0xC3, 0xA0, 0xBE, 0xC3, 0x20, false }, { 0xC5, 0x9F, 0x9F, 0xC5, 0x01, false },
    { 0xD0, 0xB0, 0xBF, 0xD0, 0x20, false }, { 0xD1, 0x90, 0x9F, 0xD0, 0x10, false },
    { 0xD2, 0x8B, 0xBF, 0xD2, 0x01, true },  { 0xD3, 0x91, 0xBF, 0xD3, 0x01, true },
};

static void capitalize(char *word)
{
    unsigned char *at = (unsigned char *)word;
    if (at[0] >= 'a' && at[0] <= 'z')
        at[0] = (unsigned char)(at[0] - 0x20U);
    if (at[0] == 0xD1 && at[1] >= 0x80 && at[1] <= 0x8F) { /* р to я begin a new lead */
        at[0] = 0xD0;
        at[1] = (unsigned char)(at[1] + 0x20U);
        return;
    }
    for (size_t i = 0; i < sizeof(smalls) / sizeof(smalls[0]); i++)
        if (at[0] == smalls[i].lead && at[1] >= smalls[i].first && at[1] <= smalls[i].last &&
            (!smalls[i].is_in_turns || at[1] % 2 == 1)) {
            at[0] = smalls[i].capital_lead;
            at[1] = (unsigned char)(at[1] - smalls[i].by);
            return;
        }
}

static void add_word(char out[PLACE_DETAIL_SIZE], const char *word, size_t length)
{
    const size_t used = strlen(out);
    snprintf(out + used, PLACE_DETAIL_SIZE - used, "%s%.*s", used == 0 ? "" : " ", (int)length,
             word);
}

/* Of the words as they lie in the text; NAME_ROLE_PLAIN for all when they cannot be told. */
static void roles_read(enum name_role roles[NAME_PARTS_MAX], size_t count, const char *typed)
{
    struct name_parts parts;
    const struct lexicon *lexicon = lexicon_shared();
    for (size_t i = 0; i < NAME_PARTS_MAX; i++)
        roles[i] = NAME_ROLE_PLAIN;
    if (lexicon == NULL || name_parts_read(&parts, lexicon, typed, NULL) != STATUS_OK ||
        parts.count != count)
        return;
    for (size_t i = 0; i < count; i++)
        roles[i] = parts.items[i].stem.role;
}

static size_t count_words(const char *typed)
{
    size_t count = 0;
    for (const char *at = typed + strspn(typed, " "); *at != '\0'; count++) {
        at += strcspn(at, " ");
        at += strspn(at, " ");
    }
    return count;
}

void intake_name_split(struct intake_name *out, const char *typed)
{
    enum name_role roles[NAME_PARTS_MAX];
    size_t surname = 0, index = 0;
    const size_t count = count_words(typed);
    *out = (struct intake_name){ .surname = "" };
    roles_read(roles, count, typed);
    for (size_t i = count < NAME_PARTS_MAX ? count : NAME_PARTS_MAX; i-- > 0;)
        if (roles[i] == NAME_ROLE_SURNAME)
            surname = i;
    for (const char *at = typed + strspn(typed, " "); *at != '\0'; index++) {
        const size_t length = strcspn(at, " ");
        const bool is_patronymic =
            index > 0 && index < NAME_PARTS_MAX && roles[index] == NAME_ROLE_PATRONYMIC;
        add_word(index == surname ? out->surname
                 : is_patronymic  ? out->patronymic
                                  : out->given_name,
                 at, length);
        at += length;
        at += strspn(at, " ");
    }
    capitalize(out->surname);
    capitalize(out->given_name);
    capitalize(out->patronymic);
}
