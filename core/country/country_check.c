/* SPDX-License-Identifier: Apache-2.0 */

/* What a pack must be to be counted on.  Texts that could not be read are NULL here; that they are
 * missing was noted by the reader. */
#include "country/body_kind.h"
#include "country/country_calendar.h"
#include "country/country_private.h"
#include "country/deadline_rule.h"

#include <stdio.h>
#include <string.h>

enum { COUNT_MOST = 12000, YEAR_WITH_ALL_DAYS = 2024 };

/* Sticky: after a failure nothing more is noted. */
struct check {
    const struct country_pack *pack;
    const char *file;
    const char *common_file;
    struct fault_list *faults;
    struct error *error;
    enum status status;
};

static void note(struct check *check, const struct country_row *row, enum fault_kind kind,
                 const char *first, const char *second)
{
    if (check->status != STATUS_OK)
        return;
    check->status = fault_add(check->faults, kind,
                              row != NULL && row->is_common ? check->common_file : check->file,
                              row == NULL ? 0 : row->line, first, second, check->error);
}

/* As many of the words as fit; what is cut shows it. */
static void note_word(struct check *check, const struct country_row *row, const char *word,
                      const char *(*word_at)(size_t index))
{
    static const char more[] = " ...";
    char known[FAULT_WORD_SIZE] = "";
    const char *next;
    for (size_t i = 0; (next = word_at(i)) != NULL; i++) {
        const size_t length = strlen(known);
        if (length + 1 + strlen(next) + strlen(more) >= sizeof(known)) {
            snprintf(known + length, sizeof(known) - length, "%s", more);
            break;
        }
        snprintf(known + length, sizeof(known) - length, "%s%s", i > 0 ? " " : "", next);
    }
    note(check, row, FAULT_WORD_UNKNOWN, word, known);
}

/* ---- every row */

static void check_rows(struct check *check, const struct country_section *section)
{
    char key[COUNTRY_KEY_SIZE];
    for (size_t i = 0; i < country_section_count(section, check->pack); i++) {
        const struct country_row *row = country_section_row(section, check->pack, i);
        country_row_key(key, section, row);
        if (key[0] != '\0' && country_section_find(section, check->pack, key) != row)
            note(check, row, FAULT_ID_TWICE, key, NULL);
        if (row->source == NULL && !row->check_locally)
            note(check, row, FAULT_NO_SOURCE, key[0] == '\0' ? section->name : key, NULL);
    }
}

/* ---- each kind of row */

static void check_bodies(struct check *check)
{
    for (size_t i = 0; i < check->pack->body_count; i++) {
        const struct country_body *body = &check->pack->bodies[i];
        if (body->kind != NULL && !body_kind_is_known(body->kind))
            note_word(check, &body->row, body->kind, body_kind_at);
    }
}

static void check_documents(struct check *check)
{
    for (size_t i = 0; i < check->pack->document_count; i++) {
        const struct country_document *document = &check->pack->documents[i];
        if (document->issued_by != NULL && !body_kind_is_known(document->issued_by))
            note_word(check, &document->row, document->issued_by, body_kind_at);
        if (document->valid.is_given && document->validity != NULL)
            note(check, &document->row, FAULT_KEY_MISFIT, "validity", "valid");
        if (document->valid.is_given &&
            (document->valid.value < 1 || document->valid.value > COUNT_MOST))
            note(check, &document->row, FAULT_NUMBER_INVALID, "valid", NULL);
    }
}

static void check_deadlines(struct check *check)
{
    for (size_t i = 0; i < check->pack->deadline_count; i++) {
        const struct country_deadline *deadline = &check->pack->deadlines[i];
        if (deadline->rule != NULL && !deadline_rule_is_known(deadline->rule))
            note_word(check, &deadline->row, deadline->rule, deadline_rule_at);
        if (deadline->count < 0 || deadline->count > COUNT_MOST)
            note(check, &deadline->row, FAULT_NUMBER_INVALID, "count", NULL);
        if (deadline->most.is_given && deadline->most.value > COUNT_MOST)
            note(check, &deadline->row, FAULT_NUMBER_INVALID, "most", NULL);
        if (deadline->most.is_given && deadline->most.value < deadline->count)
            note(check, &deadline->row, FAULT_ROW_ORDER, deadline->rule, NULL);
    }
}

static void check_fees(struct check *check)
{
    for (size_t i = 0; i < check->pack->fee_count; i++) {
        const struct country_fee *fee = &check->pack->fees[i];
        if (fee->amount < 0)
            note(check, &fee->row, FAULT_NUMBER_INVALID, "amount", NULL);
        if (fee->unit == COUNTRY_FEE_CURRENCY && fee->currency == NULL)
            note(check, &fee->row, FAULT_KIND_NEEDS, "currency", "currency");
        if (fee->unit != COUNTRY_FEE_CURRENCY && fee->currency != NULL)
            note(check, &fee->row, FAULT_KEY_MISFIT, "currency",
                 country_fee_unit_word((enum country_fee_unit)fee->unit));
        for (size_t j = 0; j < fee->waiver_count; j++) {
            bool is_there = false;
            for (size_t k = 0; k < check->pack->waiver_count; k++)
                is_there |= check->pack->waivers[k].id != NULL &&
                            strcmp(check->pack->waivers[k].id, fee->waivers[j]) == 0;
            if (!is_there)
                note(check, &fee->row, FAULT_ENTRY_UNKNOWN, fee->waivers[j], "waivers");
        }
    }
}

/* ---- the calendar */

static const char *weekday_at(size_t index)
{
    return country_weekdays[index];
}

static void check_weekend(struct check *check)
{
    const struct country_days *days = check->pack->calendar;
    const struct country_row row = { .line = days->line };
    for (size_t i = 0; i < days->weekend_count; i++)
        if (country_weekday_bit(days->weekend[i]) == 0)
            note_word(check, &row, days->weekend[i], weekday_at);
    if (country_weekend_bits(days) + 1 == 1U << WEEKDAY_COUNT)
        note(check, &row, FAULT_KEY_MISFIT, "weekend", "seven days");
}

static void check_holidays(struct check *check)
{
    for (size_t i = 0; i < check->pack->calendar->holiday_count; i++) {
        const struct country_holiday *holiday = &check->pack->calendar->holidays[i];
        if (holiday->month < 1 || holiday->month > 12)
            note(check, &holiday->row, FAULT_NUMBER_INVALID, "month", NULL);
        else if (holiday->day < 1 ||
                 holiday->day > day_month_length(YEAR_WITH_ALL_DAYS, holiday->month))
            note(check, &holiday->row, FAULT_NUMBER_INVALID, "day", NULL);
    }
}

static void check_days(struct check *check)
{
    const struct country_days *days = check->pack->calendar;
    for (size_t i = 0; i < days->day_count; i++) {
        const char *feast = days->days[i].feast;
        bool is_there = feast == NULL;
        for (size_t j = 0; j < days->moving_count && !is_there; j++)
            is_there = days->moving[j].id != NULL && strcmp(days->moving[j].id, feast) == 0;
        if (!is_there)
            note(check, &days->days[i].row, FAULT_ENTRY_UNKNOWN, feast, "moving");
        else if (feast != NULL && !days->days[i].is_off)
            note(check, &days->days[i].row, FAULT_KEY_MISFIT, "feast", "off: no");
    }
}

/* ---- nothing is missing */

static void check_complete(struct check *check)
{
    const char *country = check->pack->country == NULL ? "" : check->pack->country;
    const char *word;
    for (size_t i = 0; (word = body_kind_at(i)) != NULL; i++) {
        bool is_there = false;
        for (size_t j = 0; j < check->pack->body_count && !is_there; j++)
            is_there = check->pack->bodies[j].kind != NULL &&
                       strcmp(check->pack->bodies[j].kind, word) == 0;
        if (!is_there)
            note(check, NULL, FAULT_BODY_UNKNOWN, word, country);
    }
    for (size_t i = 0; (word = deadline_rule_at(i)) != NULL; i++) {
        bool is_there = false;
        for (size_t j = 0; j < check->pack->deadline_count && !is_there; j++)
            is_there = check->pack->deadlines[j].rule != NULL &&
                       strcmp(check->pack->deadlines[j].rule, word) == 0;
        if (!is_there)
            note(check, NULL, FAULT_RULE_UNKNOWN, word, country);
    }
}

enum status country_check(const struct country_pack *pack, const struct yaml_source *source,
                          const struct yaml_source *common, struct fault_list *faults,
                          struct error *error)
{
    struct check check = { pack, source->name, common->name, faults, error, STATUS_OK };
    const struct country_section *section;
    if (pack->country != NULL && pack->version < 1)
        check.status = fault_add(faults, FAULT_NUMBER_INVALID, source->name, pack->line, "version",
                                 NULL, error);
    for (size_t i = 0; (section = country_section_at(i)) != NULL; i++)
        check_rows(&check, section);
    check_bodies(&check);
    check_documents(&check);
    check_deadlines(&check);
    check_fees(&check);
    check_weekend(&check);
    check_holidays(&check);
    check_days(&check);
    /* A text that is none would lack everything. */
    if (pack->kind != NULL && strcmp(pack->kind, "country") == 0)
        check_complete(&check);
    return check.status;
}
