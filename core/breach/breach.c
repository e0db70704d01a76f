/* SPDX-License-Identifier: Apache-2.0 */
#include "breach/breach.h"

#include <stdlib.h>
#include <string.h>

static const char *const kinds[] = {
    [BREACH_LOST_COPY] = "lost_copy",
    [BREACH_WRONG_RECIPIENT] = "wrong_recipient",
    [BREACH_SEEN_BY_OTHERS] = "seen_by_others",
    [BREACH_STOLEN_PC] = "stolen_pc",
    [BREACH_MALWARE] = "malware",
    [BREACH_OTHER] = "other",
};
_Static_assert(sizeof(kinds) / sizeof(kinds[0]) == BREACH_KIND_COUNT, "all kinds");

static const char *const note_kinds[] = {
    [BREACH_NOTE_MEASURE] = "measure",
    [BREACH_NOTE_TOLD_PEOPLE] = "told_people",
    [BREACH_NOTE_TOLD_AUTHORITY] = "told_authority",
    [BREACH_NOTE_TOLD_PARTNER] = "told_partner",
    [BREACH_NOTE_OTHER] = "other",
};
_Static_assert(sizeof(note_kinds) / sizeof(note_kinds[0]) == BREACH_NOTE_KIND_COUNT, "all kinds");

const char *breach_kind_word(enum breach_kind kind)
{
    return kinds[kind];
}

const char *breach_note_kind_word(enum breach_note_kind kind)
{
    return note_kinds[kind];
}

static int find_word(const char *const *words, int count, const char *word)
{
    for (int i = 0; i < count; i++)
        if (strcmp(words[i], word) == 0)
            return i;
    return -1;
}

enum status breach_kind_parse(enum breach_kind *out, const char *word, struct error *error)
{
    const int found = find_word(kinds, BREACH_KIND_COUNT, word);
    if (found < 0)
        return error_set(error, STATUS_INVALID, "kind of a breach");
    *out = (enum breach_kind)found;
    return STATUS_OK;
}

enum status breach_note_kind_parse(enum breach_note_kind *out, const char *word,
                                   struct error *error)
{
    const int found = find_word(note_kinds, BREACH_NOTE_KIND_COUNT, word);
    if (found < 0)
        return error_set(error, STATUS_INVALID, "kind of a note on a breach");
    *out = (enum breach_note_kind)found;
    return STATUS_OK;
}

bool breach_needs_rekey(enum breach_kind kind)
{
    return kind == BREACH_LOST_COPY || kind == BREACH_STOLEN_PC || kind == BREACH_MALWARE;
}

void breach_release(struct breach *breach)
{
    free(breach->what);
    free(breach->data);
    free(breach->lessons);
    breach->what = breach->data = breach->lessons = NULL;
}

void breach_list_release(struct breach_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        breach_release(&list->items[i]);
    free(list->items);
    *list = (struct breach_list){ .items = NULL };
}
