/* SPDX-License-Identifier: Apache-2.0 */
#include "country/country_compare.h"

#include "country/country_private.h"

#include <stdio.h>
#include <string.h>

enum { NUMBER_SIZE = 32 };

struct comparison {
    const struct country_pack *old;
    const struct country_pack *newer;
    const struct country_pack *own; /* NULL: two packs only */
    bool (*visit)(void *self, const struct country_difference *difference);
    void *self;
    struct arena arena; /* of the values in words */
    bool is_stopped;
    struct error *error;
};

/* ---- values in words */

static enum status copy(struct arena *arena, const char **out, const char *text,
                        struct error *error)
{
    return arena_copy(arena, out, text, strlen(text), error);
}

/* With blanks between them. */
static enum status join_codes(struct arena *arena, const char **out, const char *const *codes,
                              size_t count, struct error *error)
{
    char *text = NULL;
    size_t length = 0;
    *out = NULL;
    for (size_t i = 0; i < count; i++)
        length += strlen(codes[i]) + 1;
    const enum status status = count == 0 ? STATUS_OK : arena_take(arena, &text, length, error);
    if (status != STATUS_OK || count == 0)
        return status;
    *out = text;
    for (size_t i = 0; i < count; i++) {
        const size_t size = strlen(codes[i]);
        memcpy(text, codes[i], size);
        text += size;
        *text++ = i + 1 < count ? ' ' : '\0';
    }
    return STATUS_OK;
}

static enum status write_codes(struct arena *arena, const char **out, const struct yaml_key *key,
                               const char *row, struct error *error)
{
    const char *const *codes;
    size_t count;
    memcpy(&codes, row + key->offset, sizeof(codes));
    memcpy(&count, row + key->count_offset, sizeof(count));
    return join_codes(arena, out, codes, count, error);
}

static enum status write_number(struct arena *arena, const char **out, int number,
                                struct error *error)
{
    char text[NUMBER_SIZE];
    snprintf(text, sizeof(text), "%d", number);
    return copy(arena, out, text, error);
}

static enum status write_day(struct arena *arena, const char **out, const struct yaml_day *day,
                             struct error *error)
{
    char text[DAY_TEXT_SIZE];
    *out = NULL;
    if (!day->is_given)
        return STATUS_OK;
    day_format(text, day->day);
    return copy(arena, out, text, error);
}

static enum status write_decimal(struct arena *arena, const char **out, double number,
                                 struct error *error)
{
    char text[COUNTRY_AMOUNT_SIZE];
    country_amount_format(text, number);
    return copy(arena, out, text, error);
}

/* The value of a key as it stands in a file; NULL when it is not there. */
static enum status write_value(struct arena *arena, const char **out, const struct yaml_key *key,
                               const void *row, struct error *error)
{
    const void *at = (const char *)row + key->offset;
    const struct yaml_number *number = at;
    *out = NULL;
    switch (key->kind) {
    case YAML_SENTENCE:
    case YAML_LABEL:
    case YAML_WORDS:
    case YAML_ID:
    case YAML_CODE:
    case YAML_PATH:
        memcpy(out, at, sizeof(*out));
        return STATUS_OK;
    case YAML_INT:
        return write_number(arena, out, *(const int *)at, error);
    case YAML_NUMBER:
        return number->is_given ? write_number(arena, out, number->value, error) : STATUS_OK;
    case YAML_DECIMAL:
        return write_decimal(arena, out, *(const double *)at, error);
    case YAML_FLAG:
        *out = *(const bool *)at ? "yes" : "no";
        return STATUS_OK;
    case YAML_WORD:
        *out = key->words[*(const int *)at];
        return STATUS_OK;
    case YAML_DAY:
        return write_day(arena, out, at, error);
    case YAML_CODES:
        return write_codes(arena, out, key, row, error);
    case YAML_INTS:
    case YAML_OBJECT:
    case YAML_OBJECTS:
        break;
    }
    return STATUS_OK;
}

static bool is_same(const char *one, const char *other)
{
    if (one == NULL || other == NULL)
        return one == other;
    return strcmp(one, other) == 0;
}

/* ---- telling */

static void tell(struct comparison *comparison, const struct country_difference *difference)
{
    if (!comparison->is_stopped)
        comparison->is_stopped = !comparison->visit(comparison->self, difference);
}

static enum country_standing standing_of(const char *own, const char *from, const char *to)
{
    return is_same(own, to) ? COUNTRY_TAKEN : is_same(own, from) ? COUNTRY_UNTOUCHED : COUNTRY_OWN;
}

/* One key of two rows; own_row NULL: the office has no such row. */
static enum status compare_key(struct comparison *comparison, const struct yaml_key *key,
                               const void *old_row, const void *new_row, const void *own_row,
                               struct country_difference *difference)
{
    const char *own = NULL;
    enum status status =
        write_value(&comparison->arena, &difference->from, key, old_row, comparison->error);
    if (status == STATUS_OK)
        status = write_value(&comparison->arena, &difference->to, key, new_row, comparison->error);
    if (status == STATUS_OK && own_row != NULL)
        status = write_value(&comparison->arena, &own, key, own_row, comparison->error);
    if (status != STATUS_OK || is_same(difference->from, difference->to))
        return status;
    difference->key = key->name;
    difference->change = COUNTRY_CHANGED;
    difference->standing =
        own_row == NULL ? COUNTRY_OWN : standing_of(own, difference->from, difference->to);
    tell(comparison, difference);
    return STATUS_OK;
}

static enum status compare_keys(struct comparison *comparison, const struct yaml_schema *schema,
                                const void *old_row, const void *new_row, const void *own_row,
                                struct country_difference *difference)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < schema->key_count; i++)
        status = compare_key(comparison, &schema->keys[i], old_row, new_row, own_row, difference);
    return status;
}

/* ---- rows */

static const struct country_row *find_own(const struct country_section *section,
                                          const struct country_pack *pack, const char *key)
{
    const struct country_row *row = country_section_find(section, pack, key);
    return row == NULL || row->is_common ? NULL : row;
}

static bool count_difference(void *self, const struct country_difference *difference)
{
    (void)difference;
    ++*(size_t *)self;
    return true;
}

static enum status are_rows_equal(bool *out, const struct country_section *section,
                                  const struct country_row *one, const struct country_row *other,
                                  struct error *error)
{
    size_t count = 0;
    struct comparison comparison = { .visit = count_difference, .self = &count, .error = error };
    struct country_difference difference = { .part = section->name };
    const enum status status =
        compare_keys(&comparison, section->schema, one, other, NULL, &difference);
    arena_release(&comparison.arena);
    *out = count == 0;
    return status;
}

/* A row that only one of the two packs has. */
static enum status tell_row(struct comparison *comparison, const struct country_section *section,
                            const struct country_row *row, struct country_difference *difference)
{
    const bool is_added = difference->change == COUNTRY_ADDED;
    const struct country_row *own =
        comparison->own == NULL ? NULL : find_own(section, comparison->own, difference->row);
    bool is_equal = false;
    enum status status = STATUS_OK;
    if (own != NULL)
        status = are_rows_equal(&is_equal, section, row, own, comparison->error);
    if (status != STATUS_OK)
        return status;
    if (own == NULL)
        difference->standing = is_added ? COUNTRY_UNTOUCHED : COUNTRY_TAKEN;
    else if (is_equal)
        difference->standing = is_added ? COUNTRY_TAKEN : COUNTRY_UNTOUCHED;
    else
        difference->standing = COUNTRY_OWN;
    tell(comparison, difference);
    return STATUS_OK;
}

/* The rows of one pack against the other: those that only it has and, when it is the old one, those
 * that changed. */
static enum status compare_rows(struct comparison *comparison,
                                const struct country_section *section, bool is_old)
{
    const struct country_pack *pack = is_old ? comparison->old : comparison->newer;
    const struct country_pack *other = is_old ? comparison->newer : comparison->old;
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < country_section_count(section, pack); i++) {
        const struct country_row *row = country_section_row(section, pack, i);
        char key[COUNTRY_KEY_SIZE];
        if (row->is_common)
            continue;
        country_row_key(key, section, row);
        const struct country_row *match = find_own(section, other, key);
        struct country_difference difference = {
            .part = section->name,
            .row = key,
            .change = is_old ? COUNTRY_GONE : COUNTRY_ADDED,
        };
        if (match == NULL)
            status = tell_row(comparison, section, row, &difference);
        else if (is_old)
            status = compare_keys(comparison, section->schema, row, match,
                                  comparison->own == NULL ? NULL
                                                          : find_own(section, comparison->own, key),
                                  &difference);
    }
    return status;
}

/* ---- packs */

/* Version, title and day of the pack, and its weekend. */
static enum status compare_heads(struct comparison *comparison)
{
    static const struct yaml_key weekend_key = {
        .name = "weekend",
        .kind = YAML_CODES,
        .offset = offsetof(struct country_days, weekend),
        .count_offset = offsetof(struct country_days, weekend_count),
    };
    const struct country_pack *own = comparison->own;
    struct country_difference head = { .part = "pack", .row = "" };
    struct country_difference weekend = { .part = "calendar", .row = "" };
    const enum status status = compare_keys(comparison, &country_pack_schema, comparison->old,
                                            comparison->newer, own, &head);
    if (status != STATUS_OK)
        return status;
    return compare_key(comparison, &weekend_key, comparison->old->calendar,
                       comparison->newer->calendar, own == NULL ? NULL : own->calendar, &weekend);
}

static enum status compare(struct comparison *comparison)
{
    const struct country_section *section;
    enum status status = compare_heads(comparison);
    for (size_t i = 0; status == STATUS_OK && (section = country_section_at(i)) != NULL; i++) {
        status = compare_rows(comparison, section, true);
        if (status == STATUS_OK)
            status = compare_rows(comparison, section, false);
    }
    arena_release(&comparison->arena);
    return status;
}

enum status country_pack_compare(const struct country_pack *old, const struct country_pack *newer,
                                 bool (*visit)(void *self,
                                               const struct country_difference *difference),
                                 void *self, struct error *error)
{
    struct comparison comparison = { old, newer, NULL, visit, self, { NULL }, false, error };
    return compare(&comparison);
}

enum status
country_pack_compare_own(const struct country_pack *base, const struct country_pack *newer,
                         const struct country_pack *own,
                         bool (*visit)(void *self, const struct country_difference *difference),
                         void *self, struct error *error)
{
    struct comparison comparison = { base, newer, own, visit, self, { NULL }, false, error };
    return compare(&comparison);
}
