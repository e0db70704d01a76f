/* SPDX-License-Identifier: Apache-2.0 */
#include "name/script.h"
#include "person/person.h"
#include "person/personal_text.h"

#include <stdlib.h>
#include <string.h>

static const char *const name_kind_words[] = {
    [NAME_KIND_MAIN] = "main",
    [NAME_KIND_FORMER] = "former",
    [NAME_KIND_BIRTH] = "birth",
    [NAME_KIND_ALIAS] = "alias",
    [NAME_KIND_DOCUMENT] = "document",
    [NAME_KIND_NICKNAME] = "nickname",
    [NAME_KIND_TRANSLITERATION] = "transliteration",
};
_Static_assert(sizeof(name_kind_words) / sizeof(name_kind_words[0]) == NAME_KIND_COUNT,
               "every kind has a word");

enum { FULL_NAME, SURNAME, GIVEN_NAME, PATRONYMIC, PARTS };

const char *name_kind_word(enum name_kind kind)
{
    return name_kind_words[kind];
}

enum status name_kind_parse(enum name_kind *out, const char *word, struct error *error)
{
    for (enum name_kind kind = 0; kind < NAME_KIND_COUNT; kind++)
        if (strcmp(word, name_kind_words[kind]) == 0) {
            *out = kind;
            return STATUS_OK;
        }
    return error_set(error, STATUS_INVALID, "no kind of name");
}

void person_name_release(struct person_name *name)
{
    free(name->full_name);
    free(name->surname);
    free(name->given_name);
    free(name->patronymic);
    *name = (struct person_name){ .kind = NAME_KIND_MAIN };
}

/* "surname given patronymic" with what there is; the caller frees it. */
static enum status join_parts(char **out, const struct personal_text parts[PARTS],
                              struct error *error)
{
    size_t size = 1;
    for (int i = SURNAME; i < PARTS; i++)
        size += parts[i].accepted == NULL ? 0 : strlen(parts[i].accepted) + 1;
    char *joined = calloc(1, size);
    if (joined == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "a name of %zu bytes", size);
    char *end = joined;
    for (int i = SURNAME; i < PARTS; i++) {
        if (parts[i].accepted == NULL)
            continue;
        if (end != joined)
            *end++ = ' ';
        end = stpcpy(end, parts[i].accepted);
    }
    struct personal_text full = { .given = joined, .max = PERSON_NAME_MAX, .is_required = true };
    const enum status status = personal_texts_accept(&full, 1, error);
    *out = full.accepted;
    free(joined);
    return status;
}

static enum status check_letters(const struct personal_text parts[PARTS], struct error *error)
{
    for (int i = FULL_NAME; i < PARTS; i++)
        if (parts[i].accepted != NULL && !script_has_letter(parts[i].accepted))
            return error_set(error, STATUS_INVALID, "part %d of a name holds no letter", i);
    return STATUS_OK;
}

enum status person_name_make(struct person_name *out, enum name_kind kind,
                             const struct person_name_text *text, struct error *error)
{
    struct personal_text parts[PARTS] = {
        [FULL_NAME] = { .given = text->full_name, .max = PERSON_NAME_MAX },
        [SURNAME] = { .given = text->surname, .max = PERSON_NAME_PART_MAX },
        [GIVEN_NAME] = { .given = text->given_name, .max = PERSON_NAME_PART_MAX },
        [PATRONYMIC] = { .given = text->patronymic, .max = PERSON_NAME_PART_MAX },
    };
    *out = (struct person_name){ .kind = kind };
    enum status status = personal_texts_accept(parts, PARTS, error);
    if (status == STATUS_OK)
        status = check_letters(parts, error);
    if (status == STATUS_OK && parts[FULL_NAME].accepted == NULL)
        status = join_parts(&parts[FULL_NAME].accepted, parts, error);
    if (status != STATUS_OK) {
        personal_texts_release(parts, PARTS);
        return status;
    }
    out->full_name = parts[FULL_NAME].accepted;
    out->surname = parts[SURNAME].accepted;
    out->given_name = parts[GIVEN_NAME].accepted;
    out->patronymic = parts[PATRONYMIC].accepted;
    return STATUS_OK;
}
