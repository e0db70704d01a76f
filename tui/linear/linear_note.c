/* SPDX-License-Identifier: Apache-2.0 */

/* A note on a casefile. */
#include "document/case_reference.h"
#include "language.h"
#include "linear/linear_private.h"
#include "linear/linear_text.h"
#include "note/note_store.h"
#include "wording/case_label.h"

#include <stdlib.h>

enum { NUMBER_MAX = 60 };

/* ---- which casefile */

static enum linear_reply ask_casefile(struct linear *linear, char id[UUID_TEXT_SIZE])
{
    const struct linear_question question = {
        .text = _("Number of the casefile"),
        .why = _("Such as KG-OSH-2026-000117. Answer / to find the person first."),
        .max = NUMBER_MAX,
        .is_text = true,
    };
    for (;;) {
        char *typed = NULL;
        struct error error = { 0 };
        const enum linear_reply reply = linear_ask_needed(linear, &question, &typed);
        if (reply != REPLY_GIVEN)
            return reply;
        const enum status status = case_find(linear_store(linear), typed, id, &error);
        free(typed);
        if (status == STATUS_OK)
            return REPLY_GIVEN;
        linear_say("%s", _("There is no casefile of this number."));
    }
}

/* ---- the note */

static void write_kind(const void *self, FILE *stream, size_t index)
{
    (void)self;
    fputs(label_note_kind((enum note_kind)index), stream);
}

/* A correction belongs to another note. */
static enum linear_reply ask_kind(struct linear *linear, enum note_kind *out)
{
    const struct linear_choices choices = { .text = _("What kind of note"),
                                            .count = NOTE_CORRECTION,
                                            .write = write_kind };
    size_t chosen = 0;
    const enum linear_reply reply = linear_choose(linear, &choices, &chosen);
    *out = (enum note_kind)chosen;
    return reply;
}

static enum linear_reply ask_and_keep(struct linear *linear, struct note *note)
{
    const struct linear_text text = { .text = _("Text of the note"),
                                      .max = NOTE_BODY_MAX,
                                      .form = "lines/note",
                                      .subject = note->casefile_id };
    struct error error = { 0 };
    enum linear_reply reply = linear_ask_lines(linear, &text, &note->body);
    if (reply != REPLY_GIVEN)
        return reply;
    if (note->body == NULL || note->body[0] == '\0') {
        linear_say("%s", _("Nothing was typed, and nothing is kept."));
        return REPLY_GIVEN;
    }
    if (note_add(linear_store(linear), linear_desk(linear)->desk.actor, note, &error) !=
        STATUS_OK) {
        linear_fail(&error);
        return REPLY_GIVEN;
    }
    linear_drop_lines(linear, &text);
    linear_say("%s", _("Kept."));
    return REPLY_GIVEN;
}

enum linear_reply linear_note(struct linear *linear, const char *casefile_id)
{
    struct note note = { .kind = NOTE_NOTE };
    enum linear_reply reply = REPLY_GIVEN;
    if (!linear_may(linear, ACT_WORK_CASES))
        return REPLY_GIVEN;
    if (casefile_id == NULL)
        reply = ask_casefile(linear, note.casefile_id);
    else
        snprintf(note.casefile_id, sizeof(note.casefile_id), "%s", casefile_id);
    if (reply == REPLY_GIVEN)
        reply = ask_kind(linear, &note.kind);
    if (reply == REPLY_GIVEN)
        reply = linear_ask_truth(linear, _("Confidential?"), false, &note.is_confidential);
    if (reply == REPLY_GIVEN)
        reply = ask_and_keep(linear, &note);
    note_release(&note);
    return reply;
}
