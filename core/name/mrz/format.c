/* SPDX-License-Identifier: Apache-2.0 */

/* Zones are written here: for training papers, and to prove the reader. */
#include "name/mrz/private.h"

#include <assert.h>
#include <string.h>

enum { COMPONENTS_MAX = 40, DATE_LENGTH = 6 };

static char raised(char character)
{
    if (character >= 'a' && character <= 'z')
        return (char)(character - 'a' + 'A');
    return character;
}

static bool is_letter(char character)
{
    return character >= 'A' && character <= 'Z';
}

static bool is_digit(char character)
{
    return character >= '0' && character <= '9';
}

static const char *text_or_none(const char *text)
{
    return text == NULL ? "" : text;
}

static enum status refuse_length(struct error *error, size_t fits, enum mrz_part field)
{
    return error_set_number(error, STATUS_TEXT_TOO_LONG, (long long)fits, "the zone's %s",
                            mrz_part_name(field));
}

/* ---- names: what fits is cut (Doc 9303-4 4.2.3) */

struct component {
    const char *text;
    size_t length;
};

struct components {
    struct component items[COMPONENTS_MAX];
    size_t count;
    size_t surname_count; /* the first of them */
};

static bool is_between_components(char character)
{
    return character == ' ' || character == '-' || character == '<';
}

static enum status components_add(struct components *components, const char *name,
                                  struct error *error)
{
    size_t length = 0;
    for (;; name += length) {
        while (is_between_components(*name))
            name++;
        if (*name == '\0')
            return STATUS_OK;
        for (length = 0; name[length] != '\0' && !is_between_components(name[length]); length++)
            if (!is_letter(raised(name[length])))
                return error_set(error, STATUS_INVALID, "names in a zone have the letters A-Z");
        if (components->count == COMPONENTS_MAX)
            return refuse_length(error, COMPONENTS_MAX, MRZ_NAMES);
        components->items[components->count++] = (struct component){ name, length };
    }
}

static size_t components_length(const struct components *components)
{
    size_t length = components->count > components->surname_count; /* its second filler */
    for (size_t i = 0; i < components->count; i++)
        length += components->items[i].length + (i > 0);
    return length;
}

/* Cuts from the end of the list: to initials first, and when those are still too many, whole
 * components, but never the first of the surname or of the given names. */
static void components_cut(struct components *components, size_t width)
{
    for (size_t i = components->count; i-- > 0;) {
        size_t length = components_length(components);
        size_t excess = length > width ? length - width : 0;
        size_t spare = components->items[i].length - 1;
        components->items[i].length -= excess < spare ? excess : spare;
    }
    while (components_length(components) > width) {
        bool drops_given = components->count > components->surname_count + 1;
        size_t at = drops_given ? components->count - 1 : components->surname_count - 1;
        memmove(&components->items[at], &components->items[at + 1],
                (components->count - at - 1) * sizeof(components->items[0]));
        components->count--;
        components->surname_count -= !drops_given;
    }
}

/* "room" is full of fillers. */
static void components_write(const struct components *components, char *room)
{
    for (size_t i = 0; i < components->count; i++) {
        if (i > 0)
            room += i == components->surname_count ? 2 : 1;
        for (size_t k = 0; k < components->items[i].length; k++)
            *room++ = raised(components->items[i].text[k]);
    }
}

static enum status put_names(struct mrz_zone *zone, const struct mrz_document *document,
                             struct error *error)
{
    struct components components = { .count = 0 };
    enum status status = components_add(&components, text_or_none(document->surname), error);
    components.surname_count = components.count;
    if (status == STATUS_OK && components.count == 0)
        return error_set(error, STATUS_INVALID, "a zone needs a surname");
    if (status == STATUS_OK)
        status = components_add(&components, text_or_none(document->given), error);
    if (status != STATUS_OK)
        return status;
    struct mrz_span span = zone->layout->fields[MRZ_NAMES];
    components_cut(&components, span.length);
    components_write(&components, zone->text + span.start);
    return STATUS_OK;
}

/* ---- the other fields */

/* Writes from that character of the field on. */
static enum status put_from(struct mrz_zone *zone, enum mrz_part field, size_t from,
                            const char *text, struct error *error)
{
    struct mrz_span span = zone->layout->fields[field];
    size_t length = strlen(text);
    if (length > span.length - from)
        return refuse_length(error, span.length - from, field);
    for (size_t i = 0; i < length; i++) {
        char character = raised(text[i]);
        if (!is_letter(character) && !is_digit(character) && character != '<')
            return error_set(error, STATUS_INVALID, "the zone's %s cannot hold that character",
                             mrz_part_name(field));
        zone->text[span.start + from + i] = character;
    }
    return STATUS_OK;
}

static void put_check(struct mrz_zone *zone, enum mrz_part field, enum mrz_part check)
{
    struct mrz_span span = zone->layout->fields[field];
    if (zone->layout->fields[check].length > 0)
        zone->text[zone->layout->fields[check].start] =
            (char)('0' + mrz_check_digit(zone->text + span.start, span.length));
}

/* What does not fit into the number's own field goes into the optional data, with the check digit
 * of the whole and a filler; the optional data itself comes behind. */
static enum status put_long_number(struct mrz_zone *zone, const char *number, const char *optional,
                                   struct error *error)
{
    char whole[MRZ_LINE_SIZE] = "";
    size_t length = strlen(number);
    for (size_t i = 0; i < length; i++)
        whole[i] = raised(number[i]);
    if (strchr(whole, '<') != NULL)
        return error_set(error, STATUS_INVALID, "a long number holds no fillers");
    whole[length] = (char)('0' + mrz_check_digit(whole, length));
    const char *rest = whole + MRZ_NUMBER_WIDTH;
    enum status status = put_from(zone, MRZ_OPTIONAL, 0, rest, error);
    if (status == STATUS_OK)
        status = put_from(zone, MRZ_OPTIONAL, strlen(rest) + 1, optional, error);
    return status;
}

static enum status put_number(struct mrz_zone *zone, const struct mrz_document *document,
                              struct error *error)
{
    char first[MRZ_NUMBER_WIDTH + 1] = "";
    const char *number = text_or_none(document->number);
    const char *optional = text_or_none(document->optional);
    size_t length = strlen(number);
    bool is_long = length > MRZ_NUMBER_WIDTH;
    size_t most = MRZ_NUMBER_WIDTH;
    if (zone->layout->has_long_numbers)
        most += zone->layout->fields[MRZ_OPTIONAL].length - 2U; /* check digit and filler */
    if (length == 0)
        return error_set(error, STATUS_INVALID, "a zone needs a number");
    if (length > most)
        return refuse_length(error, most, MRZ_NUMBER);
    memcpy(first, number, is_long ? MRZ_NUMBER_WIDTH : length);
    enum status status = put_from(zone, MRZ_NUMBER, 0, first, error);
    if (status != STATUS_OK)
        return status;
    if (is_long)
        return put_long_number(zone, number, optional, error);
    put_check(zone, MRZ_NUMBER, MRZ_NUMBER_CHECK);
    return put_from(zone, MRZ_OPTIONAL, 0, optional, error);
}

static enum status put_date(struct mrz_zone *zone, enum mrz_part field, const char *text,
                            struct error *error)
{
    if (strlen(text_or_none(text)) != DATE_LENGTH)
        return error_set(error, STATUS_INVALID, "the zone's %s is not YYMMDD",
                         mrz_part_name(field));
    return put_from(zone, field, 0, text, error);
}

static enum status put_fields(struct mrz_zone *zone, const struct mrz_document *document,
                              struct error *error)
{
    const struct {
        enum mrz_part field;
        const char *text;
    } plain[] = {
        { MRZ_TYPE, document->type },
        { MRZ_ISSUER, document->issuer },
        { MRZ_NATIONALITY, document->nationality },
        { MRZ_OPTIONAL2, document->optional2 },
    };
    enum status status = put_names(zone, document, error);
    for (size_t i = 0; i < sizeof(plain) / sizeof(plain[0]) && status == STATUS_OK; i++)
        status = put_from(zone, plain[i].field, 0, text_or_none(plain[i].text), error);
    if (status == STATUS_OK)
        status = put_number(zone, document, error);
    if (status == STATUS_OK)
        status = put_date(zone, MRZ_BIRTH, document->birth, error);
    if (status == STATUS_OK)
        status = put_date(zone, MRZ_EXPIRY, document->expiry, error);
    if (document->sex != 'X')
        zone->text[zone->layout->fields[MRZ_SEX].start] = document->sex;
    return status;
}

/* ---- the zone */

static bool has_no_errors(const struct mrz_zone *zone)
{
    struct mrz mrz;
    mrz_zone_take(&mrz, zone);
    return mrz.errors == 0;
}

enum status mrz_format_document(struct mrz_lines *out, const struct mrz_document *document,
                                struct error *error)
{
    struct mrz_zone zone = { .format = document->format, .layout = mrz_layout(document->format) };
    if (zone.layout == NULL)
        return error_set(error, STATUS_INVALID, "no format of a zone");
    size_t width = zone.layout->width;
    memset(zone.text, '<', zone.layout->line_count * width);
    enum status status = put_fields(&zone, document, error);
    if (status != STATUS_OK)
        return status;
    put_check(&zone, MRZ_BIRTH, MRZ_BIRTH_CHECK);
    put_check(&zone, MRZ_EXPIRY, MRZ_EXPIRY_CHECK);
    put_check(&zone, MRZ_OPTIONAL, MRZ_OPTIONAL_CHECK);
    struct mrz_span composite = zone.layout->fields[MRZ_COMPOSITE_CHECK];
    if (composite.length > 0)
        zone.text[composite.start] = (char)('0' + mrz_zone_composite(zone.layout, zone.text));
    if (!has_no_errors(&zone))
        return error_set(error, STATUS_INVALID, "a code, date or sex that a zone cannot hold");
    *out = (struct mrz_lines){ .count = zone.layout->line_count };
    for (size_t i = 0; i < out->count; i++)
        memcpy(out->line[i], zone.text + i * width, width);
    return STATUS_OK;
}
