/* SPDX-License-Identifier: Apache-2.0 */

/* Which keys a pack has. */
#include "country/country_private.h"

#include <stdio.h>
#include <string.h>

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

static const char *const units[] = { "working", "calendar", "month", NULL };
static const char *const validities[] = { "month", "day", NULL };
static const char *const fee_units[] = { "currency", "MCI", "calculated_index", "BRV", NULL };
_Static_assert(COUNT_OF(units) == DEADLINE_UNIT_COUNT + 1, "every unit has its word");
_Static_assert(COUNT_OF(fee_units) == COUNTRY_FEE_UNIT_COUNT + 1, "every unit has its word");

const char *country_unit_word(enum deadline_unit unit)
{
    return units[unit];
}

const char *country_fee_unit_word(enum country_fee_unit unit)
{
    return fee_units[unit];
}

#define KEY(struct_name, key_name, key_kind, member, ...)                                          \
    {                                                                                              \
        .name = (key_name), .kind = (key_kind), .offset = offsetof(struct struct_name, member),    \
        __VA_ARGS__                                                                                \
    }
#define REQUIRED .is_required = true
#define ROW_KEYS(struct_name)                                                                      \
    KEY(struct_name, "source", YAML_WORDS, row.source, .is_required = false),                      \
        KEY(struct_name, "check_locally", YAML_FLAG, row.check_locally, .is_required = false)
#define SCHEMA(struct_name, table)                                                                 \
    {                                                                                              \
        .size = sizeof(struct struct_name), .line_offset = offsetof(struct struct_name, row.line), \
        .keys = (table), .key_count = COUNT_OF(table)                                              \
    }
#define OPTIONAL .is_required = false

static const struct yaml_key body_keys[] = {
    KEY(country_body, "kind", YAML_ID, kind, REQUIRED),
    KEY(country_body, "name", YAML_LABEL, name, REQUIRED),
    KEY(country_body, "help", YAML_SENTENCE, help, OPTIONAL),
    KEY(country_body, "address", YAML_WORDS, address, OPTIONAL),
    KEY(country_body, "phone", YAML_WORDS, phone, OPTIONAL),
    KEY(country_body, "since", YAML_DAY, since, OPTIONAL),
    ROW_KEYS(country_body),
};
static const struct yaml_schema body_schema = SCHEMA(country_body, body_keys);

static const struct yaml_key document_keys[] = {
    KEY(country_document, "type", YAML_ID, type, REQUIRED),
    KEY(country_document, "name", YAML_LABEL, name, REQUIRED),
    KEY(country_document, "valid", YAML_NUMBER, valid, OPTIONAL),
    KEY(country_document, "unit", YAML_WORD, unit, .words = validities),
    KEY(country_document, "validity", YAML_SENTENCE, validity, OPTIONAL),
    KEY(country_document, "issued_by", YAML_ID, issued_by, OPTIONAL),
    KEY(country_document, "note", YAML_SENTENCE, note, OPTIONAL),
    ROW_KEYS(country_document),
};
static const struct yaml_schema document_schema = SCHEMA(country_document, document_keys);

static const struct yaml_key deadline_keys[] = {
    KEY(country_deadline, "rule", YAML_ID, rule, REQUIRED),
    KEY(country_deadline, "code", YAML_CODE, code, OPTIONAL),
    KEY(country_deadline, "event", YAML_SENTENCE, event, REQUIRED),
    KEY(country_deadline, "count", YAML_INT, count, REQUIRED),
    KEY(country_deadline, "most", YAML_NUMBER, most, OPTIONAL),
    KEY(country_deadline, "unit", YAML_WORD, unit, .words = units, REQUIRED),
    KEY(country_deadline, "exact", YAML_FLAG, is_exact, OPTIONAL),
    KEY(country_deadline, "as_of", YAML_DAY, as_of, OPTIONAL),
    ROW_KEYS(country_deadline),
};
static const struct yaml_schema deadline_schema = SCHEMA(country_deadline, deadline_keys);

static const struct yaml_key fee_keys[] = {
    KEY(country_fee, "id", YAML_ID, id, REQUIRED),
    KEY(country_fee, "title", YAML_LABEL, title, REQUIRED),
    KEY(country_fee, "amount", YAML_DECIMAL, amount, REQUIRED),
    KEY(country_fee, "unit", YAML_WORD, unit, .words = fee_units, REQUIRED),
    KEY(country_fee, "currency", YAML_CODE, currency, OPTIONAL),
    KEY(country_fee, "paid_for", YAML_SENTENCE, paid_for, OPTIONAL),
    KEY(country_fee, "waivers", YAML_CODES, waivers,
        .count_offset = offsetof(struct country_fee, waiver_count)),
    KEY(country_fee, "as_of", YAML_DAY, as_of, OPTIONAL),
    ROW_KEYS(country_fee),
};
static const struct yaml_schema fee_schema = SCHEMA(country_fee, fee_keys);

static const struct yaml_key waiver_keys[] = {
    KEY(country_waiver, "id", YAML_ID, id, REQUIRED),
    KEY(country_waiver, "title", YAML_LABEL, title, REQUIRED),
    ROW_KEYS(country_waiver),
};
static const struct yaml_schema waiver_schema = SCHEMA(country_waiver, waiver_keys);

static const struct yaml_key note_keys[] = {
    KEY(country_note, "id", YAML_ID, id, REQUIRED),
    KEY(country_note, "text", YAML_SENTENCE, text, REQUIRED),
    ROW_KEYS(country_note),
};
static const struct yaml_schema note_schema = SCHEMA(country_note, note_keys);

static const struct yaml_key holiday_keys[] = {
    KEY(country_holiday, "month", YAML_INT, month, REQUIRED),
    KEY(country_holiday, "day", YAML_INT, day, REQUIRED),
    KEY(country_holiday, "title", YAML_LABEL, title, REQUIRED),
    ROW_KEYS(country_holiday),
};
static const struct yaml_schema holiday_schema = SCHEMA(country_holiday, holiday_keys);

static const struct yaml_key feast_keys[] = {
    KEY(country_feast, "id", YAML_ID, id, REQUIRED),
    KEY(country_feast, "title", YAML_LABEL, title, REQUIRED),
    ROW_KEYS(country_feast),
};
static const struct yaml_schema feast_schema = SCHEMA(country_feast, feast_keys);

static const struct yaml_key day_keys[] = {
    KEY(country_day, "date", YAML_DAY, date, REQUIRED),
    KEY(country_day, "off", YAML_FLAG, is_off, REQUIRED),
    KEY(country_day, "title", YAML_LABEL, title, OPTIONAL),
    KEY(country_day, "feast", YAML_ID, feast, OPTIONAL),
    ROW_KEYS(country_day),
};
static const struct yaml_schema day_schema = SCHEMA(country_day, day_keys);

#define LIST(struct_name, key_name, list_schema, items, count)                                     \
    KEY(struct_name, key_name, YAML_OBJECTS, items,                                                \
        .count_offset = offsetof(struct struct_name, count), .schema = &(list_schema))

static const struct yaml_key calendar_keys[] = {
    KEY(country_days, "weekend", YAML_CODES, weekend,
        .count_offset = offsetof(struct country_days, weekend_count)),
    LIST(country_days, "holidays", holiday_schema, holidays, holiday_count),
    LIST(country_days, "moving", feast_schema, moving, moving_count),
    LIST(country_days, "days", day_schema, days, day_count),
};
static const struct yaml_schema calendar_schema = {
    sizeof(struct country_days),
    offsetof(struct country_days, line),
    calendar_keys,
    COUNT_OF(calendar_keys),
};

static const struct yaml_key pack_keys[] = {
    KEY(country_pack, "kind", YAML_WORDS, kind, REQUIRED),
    KEY(country_pack, "country", YAML_WORDS, country, REQUIRED),
    KEY(country_pack, "version", YAML_INT, version, REQUIRED),
    KEY(country_pack, "title", YAML_LABEL, title, REQUIRED),
    KEY(country_pack, "checked_on", YAML_DAY, checked_on, REQUIRED),
    LIST(country_pack, "bodies", body_schema, bodies, body_count),
    LIST(country_pack, "documents", document_schema, documents, document_count),
    LIST(country_pack, "deadlines", deadline_schema, deadlines, deadline_count),
    LIST(country_pack, "fees", fee_schema, fees, fee_count),
    LIST(country_pack, "waivers", waiver_schema, waivers, waiver_count),
    LIST(country_pack, "notes", note_schema, notes, note_count),
    KEY(country_pack, "calendar", YAML_OBJECT, calendar, .schema = &calendar_schema),
};
const struct yaml_schema country_pack_schema = {
    sizeof(struct country_pack),
    offsetof(struct country_pack, line),
    pack_keys,
    COUNT_OF(pack_keys),
};

/* ---- sections */

static void write_holiday_key(char out[COUNTRY_KEY_SIZE], const struct country_row *row)
{
    const struct country_holiday *holiday = (const struct country_holiday *)row;
    snprintf(out, COUNTRY_KEY_SIZE, "%02d-%02d", holiday->month, holiday->day);
}

static void write_day_key(char out[COUNTRY_KEY_SIZE], const struct country_row *row)
{
    const struct country_day *day = (const struct country_day *)row;
    if (day->date.is_given)
        day_format(out, day->date.day);
    else
        out[0] = '\0';
}

#define SECTION(part, struct_name, items, count, is_calendar, table, key, writer)                  \
    {                                                                                              \
#part, offsetof(struct struct_name, items), offsetof(struct struct_name, count),           \
            is_calendar, &(table), key, writer                                                     \
    }

static const struct country_section sections[] = {
    SECTION(bodies, country_pack, bodies, body_count, false, body_schema,
            offsetof(struct country_body, kind), NULL),
    SECTION(documents, country_pack, documents, document_count, false, document_schema,
            offsetof(struct country_document, type), NULL),
    SECTION(deadlines, country_pack, deadlines, deadline_count, false, deadline_schema,
            offsetof(struct country_deadline, rule), NULL),
    SECTION(fees, country_pack, fees, fee_count, false, fee_schema,
            offsetof(struct country_fee, id), NULL),
    SECTION(waivers, country_pack, waivers, waiver_count, false, waiver_schema,
            offsetof(struct country_waiver, id), NULL),
    SECTION(notes, country_pack, notes, note_count, false, note_schema,
            offsetof(struct country_note, id), NULL),
    SECTION(holidays, country_days, holidays, holiday_count, true, holiday_schema, 0,
            write_holiday_key),
    SECTION(moving, country_days, moving, moving_count, true, feast_schema,
            offsetof(struct country_feast, id), NULL),
    SECTION(days, country_days, days, day_count, true, day_schema, 0, write_day_key),
};

const struct country_section *country_section_at(size_t index)
{
    return index < COUNT_OF(sections) ? &sections[index] : NULL;
}

static char *place_of(const struct country_section *section, const struct country_pack *pack)
{
    return section->is_in_calendar ? (char *)pack->calendar : (char *)pack;
}

size_t country_section_count(const struct country_section *section, const struct country_pack *pack)
{
    size_t count;
    memcpy(&count, place_of(section, pack) + section->count_offset, sizeof(count));
    return count;
}

struct country_row *country_section_row(const struct country_section *section,
                                        const struct country_pack *pack, size_t index)
{
    char *rows;
    memcpy(&rows, place_of(section, pack) + section->offset, sizeof(rows));
    return (struct country_row *)(void *)(rows + index * section->schema->size);
}

void country_section_put(const struct country_section *section, struct country_pack *pack,
                         void *rows, size_t count)
{
    memcpy(place_of(section, pack) + section->offset, &rows, sizeof(rows));
    memcpy(place_of(section, pack) + section->count_offset, &count, sizeof(count));
}

void country_row_key(char out[COUNTRY_KEY_SIZE], const struct country_section *section,
                     const struct country_row *row)
{
    const char *key;
    if (section->write_key != NULL) {
        section->write_key(out, row);
        return;
    }
    memcpy(&key, (const char *)row + section->key_offset, sizeof(key));
    snprintf(out, COUNTRY_KEY_SIZE, "%s", key == NULL ? "" : key);
}

const struct country_row *country_section_find(const struct country_section *section,
                                               const struct country_pack *pack, const char *key)
{
    char own[COUNTRY_KEY_SIZE];
    for (size_t i = 0; i < country_section_count(section, pack); i++) {
        const struct country_row *row = country_section_row(section, pack, i);
        country_row_key(own, section, row);
        if (strcmp(own, key) == 0)
            return row;
    }
    return NULL;
}
