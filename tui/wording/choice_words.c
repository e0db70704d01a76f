/* SPDX-License-Identifier: Apache-2.0 */
#include "wording/choice_words.h"

#include "base/ascii.h"
#include "base/text.h"
#include "command/dialogue.h"
#include "wording/case_text.h"

#include <stdlib.h>
#include <string.h>

/* TYPED_MAX: bytes; nobody chooses from a list in a longer text. */
enum { BEGINNING_MIN = 3, TYPED_MAX = 2000 };

enum likeness { LIKE_NOT, LIKE_BEGINNING, LIKE_WHOLE };

static enum likeness compare(const char *folded, const char *title)
{
    char *whole = NULL;
    enum likeness likeness = LIKE_NOT;
    if (text_fold(&whole, title, NULL) != STATUS_OK)
        return LIKE_NOT;
    if (strcmp(whole, folded) == 0)
        likeness = LIKE_WHOLE;
    else if (strncmp(whole, folded, strlen(folded)) == 0)
        likeness = LIKE_BEGINNING;
    free(whole);
    return likeness;
}

static enum likeness compare_titles(const struct case_place *place, size_t index,
                                    const char *folded)
{
    const char *title = case_place_choice_title(place, index);
    const enum likeness own = compare(folded, case_place_choice_text(place, index));
    const enum likeness english = compare(folded, title);
    return own > english ? own : english;
}

/* The only choice that is at least so much like it. */
static const char *find_only(const struct case_place *place, const char *folded,
                             enum likeness least)
{
    const char *found = NULL;
    for (size_t i = 0; i < case_place_count_choices(place); i++) {
        if (compare_titles(place, i, folded) < least)
            continue;
        if (found != NULL)
            return NULL;
        found = case_place_choice_id(place, i);
    }
    return found;
}

/* Ids come first: a title never takes the place of one. */
static const char *find_id(const struct case_place *place, const char *folded)
{
    for (size_t i = 0; i < case_place_count_choices(place); i++)
        if (compare(folded, case_place_choice_id(place, i)) == LIKE_WHOLE)
            return case_place_choice_id(place, i);
    return NULL;
}

static const char *find_number(const struct case_place *place, const char *text)
{
    const size_t most = case_place_count_choices(place);
    size_t number = 0;
    for (; ascii_is_digit(*text) && number <= most; text++)
        number = number * 10 + (size_t)(*text - '0');
    return *text == '\0' && number > 0 && number <= most ? case_place_choice_id(place, number - 1)
                                                         : NULL;
}

static const char *find_choice(const struct case_place *place, const char *text,
                               bool takes_beginnings)
{
    char *folded = NULL;
    if (text[0] == '\0' || text_fold(&folded, text, NULL) != STATUS_OK)
        return NULL;
    const char *id = find_id(place, folded);
    if (id == NULL)
        id = find_number(place, folded);
    if (id == NULL)
        id = find_only(place, folded, LIKE_WHOLE);
    if (id == NULL && takes_beginnings && text_length(folded) >= BEGINNING_MIN)
        id = find_only(place, folded, LIKE_BEGINNING);
    free(folded);
    return id;
}

/* ---- several */

static const char *find_piece(const struct case_place *place, const char *at, size_t length,
                              bool takes_beginnings)
{
    for (; length > 0 && *at == ' '; length--)
        at++;
    while (length > 0 && at[length - 1] == ' ')
        length--;
    char *piece = strndup(at, length);
    const char *id = piece == NULL ? NULL : find_choice(place, piece, takes_beginnings);
    free(piece);
    return id;
}

/* How much of the text is one choice, up to a comma or the end: as much as can be, because a title
 * can hold commas itself.  0: none is. */
static size_t measure(const struct case_place *place, const char *at, bool takes_beginnings,
                      const char **id)
{
    for (size_t length = strlen(at); length > 0; length--) {
        const bool is_end = at[length] == '\0' || at[length] == ',';
        *id = is_end ? find_piece(place, at, length, takes_beginnings) : NULL;
        if (*id != NULL)
            return length;
    }
    return 0;
}

static void write_chosen(FILE *stream, const struct case_place *place, const char *typed,
                         bool takes_beginnings)
{
    for (const char *at = typed; *at != '\0';) {
        const char *id = NULL;
        size_t length = measure(place, at, takes_beginnings, &id);
        if (length == 0)
            length = strcspn(at, ",");
        if (id != NULL)
            fputs(id, stream);
        else
            fwrite(at, 1, length, stream);
        at += length;
        if (*at == ',')
            fputc(*at++, stream);
    }
}

static char *read_several(const struct case_place *place, const char *typed, bool takes_beginnings)
{
    char *text = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&text, &size);
    if (memory == NULL)
        return NULL;
    write_chosen(memory, place, typed, takes_beginnings);
    if (fclose(memory) == 0)
        return text;
    free(text);
    return NULL;
}

char *choice_words_read(const struct case_place *place, const char *typed, bool takes_beginnings)
{
    const struct field *field = place->field;
    bool is_yes;
    if (case_place_count_choices(place) == 0 || strlen(typed) > TYPED_MAX)
        return strdup(typed);
    if (field != NULL && field->type == FIELD_CHOICES)
        return read_several(place, typed, takes_beginnings);
    const char *id = find_choice(place, typed, takes_beginnings);
    if (id == NULL && takes_beginnings && field != NULL && field->type != FIELD_CHOICE &&
        dialogue_read_truth(&is_yes, typed))
        id = is_yes ? "yes" : "no";
    return strdup(id == NULL ? typed : id);
}
