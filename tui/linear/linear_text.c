/* SPDX-License-Identifier: Apache-2.0 */
#include "linear/linear_text.h"

#include "base/text.h"
#include "compartment/sealed_draft.h"
#include "language.h"
#include "linear/linear_private.h"
#include "store/draft_fields.h"

#include <stdlib.h>
#include <string.h>

static const char clearing[] = "-";

/* ---- the draft */

static struct draft_key key_of(struct linear *linear, const struct linear_text *text)
{
    return (struct draft_key){ linear_desk(linear)->desk.actor, text->form, text->subject };
}

static void keep(struct linear *linear, const struct linear_text *text, const char *lines)
{
    const struct draft_key key = key_of(linear, text);
    const struct draft_field field = { "text", lines };
    struct error error = { 0 };
    char *json = NULL;
    enum status status = draft_fields_write(&json, linear_store(linear), &field, 1, &error);
    const struct draft_content content = { .fields = json, .cursor_field = "text" };
    if (status == STATUS_OK)
        status = sealed_draft_save(linear_store(linear), &key, &content, &error);
    if (status != STATUS_OK)
        linear_fail(&error);
    free(json);
}

static void take_field(void *self, const struct draft_field *field)
{
    char **lines = self;
    if (*lines == NULL && strcmp(field->name, "text") == 0 && field->value[0] != '\0')
        *lines = strdup(field->value);
}

/* NULL when there is none. */
static char *restore(struct linear *linear, const struct linear_text *text)
{
    const struct draft_key key = key_of(linear, text);
    struct draft draft;
    struct error error = { 0 };
    char *lines = NULL;
    if (sealed_draft_load(linear_store(linear), &key, &draft, &error) != STATUS_OK)
        return NULL;
    if (draft_fields_read(linear_store(linear), draft.fields, take_field, &lines, &error) !=
        STATUS_OK)
        linear_fail(&error);
    draft_release(&draft);
    return lines;
}

void linear_drop_lines(struct linear *linear, const struct linear_text *text)
{
    const struct draft_key key = key_of(linear, text);
    struct error error = { 0 };
    if (sealed_draft_discard(linear_store(linear), &key, &error) != STATUS_OK)
        linear_fail(&error);
}

/* ---- the lines */

static bool append(char **lines, const char *line)
{
    char *begun = NULL;
    char *joined = NULL;
    struct error error = { 0 };
    enum status status =
        *lines == NULL ? text_copy(&joined, line, &error) : text_join(&begun, *lines, "\n", &error);
    if (status == STATUS_OK && begun != NULL)
        status = text_join(&joined, begun, line, &error);
    free(begun);
    if (status != STATUS_OK) {
        linear_fail(&error);
        return false;
    }
    free(*lines);
    *lines = joined;
    return true;
}

/* Back takes the last line away; false when there was none. */
static bool take_back(char **lines)
{
    if (*lines == NULL)
        return false;
    char *last = strrchr(*lines, '\n');
    if (last != NULL) {
        *last = '\0';
    } else {
        free(*lines);
        *lines = NULL;
    }
    linear_say("%s", _("The last line is taken back."));
    return true;
}

static void add_line(struct linear *linear, const struct linear_text *text, char **lines,
                     const char *line)
{
    const size_t length = *lines == NULL ? 0 : text_length(*lines) + 1;
    if (length + text_length(line) > text->max)
        linear_say("%s", _("The text is too long; this line is not kept."));
    else if (append(lines, line))
        keep(linear, text, *lines);
}

/* The next line, or the first one. */
static enum linear_reply ask_line(struct linear *linear, const struct linear_text *text,
                                  const char *lines, bool knows_ending, char **out)
{
    const struct linear_question first = { .text = text->text,
                                           .standard = text->known,
                                           .why = text->why,
                                           .max = text->max,
                                           .is_text = true };
    const struct linear_question next = {
        .text = knows_ending ? _("Next line") : _("Next line; Enter alone ends the text"),
        .why = text->why,
        .max = text->max,
        .is_text = true,
    };
    return linear_ask(linear, lines == NULL ? &first : &next, out);
}

/* Whether there is nothing more to come. */
static bool ends(const char *lines, const char *line)
{
    return line[0] == '\0' || (lines == NULL && strcmp(line, clearing) == 0);
}

enum linear_reply linear_ask_lines(struct linear *linear, const struct linear_text *text,
                                   char **out)
{
    char *lines = restore(linear, text);
    enum linear_reply reply = REPLY_GIVEN;
    bool knows_ending = false;
    bool is_over = false;
    if (lines != NULL)
        linear_say("%s\n%s", _("Kept from before:"), lines);
    while (!is_over) {
        char *line = NULL;
        reply = ask_line(linear, text, lines, knows_ending, &line);
        knows_ending = lines != NULL;
        is_over =
            reply == REPLY_GIVEN ? ends(lines, line) : reply == REPLY_STOP || !take_back(&lines);
        if (reply == REPLY_GIVEN && !is_over)
            add_line(linear, text, &lines, line);
        else if (reply == REPLY_GIVEN && line[0] != '\0')
            lines = strdup(""); /* taken back: there are no lines then */
        else if (!is_over)
            keep(linear, text, lines == NULL ? "" : lines);
        free(line);
    }
    *out = reply == REPLY_GIVEN ? lines : NULL;
    if (reply != REPLY_GIVEN)
        free(lines);
    return reply;
}
