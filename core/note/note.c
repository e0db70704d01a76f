/* SPDX-License-Identifier: Apache-2.0 */
#include "note/note.h"

#include <stdlib.h>
#include <string.h>

static const char *const kind_words[] = {
    [NOTE_NOTE] = "note",
    [NOTE_CALL] = "call",
    [NOTE_VISIT] = "visit",
    [NOTE_INTERVIEW] = "interview",
    [NOTE_NO_CONTACT] = "no_contact",
    [NOTE_CORRECTION] = "correction",
};
_Static_assert(sizeof(kind_words) / sizeof(kind_words[0]) == NOTE_KIND_COUNT,
               "every kind has a word");

void note_release(struct note *note)
{
    free(note->body);
    *note = (struct note){ .kind = NOTE_NOTE };
}

void note_list_release(struct note_list *notes)
{
    for (size_t i = 0; i < notes->count; i++)
        note_release(&notes->items[i]);
    free(notes->items);
    *notes = (struct note_list){ .items = NULL };
}

const char *note_kind_word(enum note_kind kind)
{
    return kind_words[kind];
}

enum status note_kind_parse(enum note_kind *out, const char *word, struct error *error)
{
    for (enum note_kind kind = 0; kind < NOTE_KIND_COUNT; kind++)
        if (strcmp(word, kind_words[kind]) == 0) {
            *out = kind;
            return STATUS_OK;
        }
    return error_set(error, STATUS_INVALID, "no kind of note");
}

enum status note_check(const struct note *note, struct error *error)
{
    if ((unsigned)note->kind >= NOTE_KIND_COUNT)
        return error_set(error, STATUS_INVALID, "no kind of note");
    if ((note->kind == NOTE_CORRECTION) != (note->corrects[0] != '\0'))
        return error_set(error, STATUS_INVALID, "a correction names the note that it corrects");
    if (note->casefile_id[0] == '\0' && note->person_id[0] == '\0')
        return error_set(error, STATUS_INVALID, "a note about nothing");
    return STATUS_OK;
}
