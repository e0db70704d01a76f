/* SPDX-License-Identifier: Apache-2.0 */
#include "command/country/row.h"

#include "language.h"
#include "sentence.h"

#include <stdlib.h>
#include <string.h>

struct walk {
    const struct country_pack *pack;
    const char *part;
    void (*visit)(void *self, const struct country_row_view *view);
    void *self;
};

/* Completes a view with the value that was written, and hands it on. */
static void hand_on(struct walk *walk, struct country_row_view *view, FILE *memory, char **value)
{
    if (memory != NULL)
        fclose(memory);
    view->part = walk->part;
    view->value = *value == NULL ? "" : *value;
    walk->visit(walk->self, view);
    free(*value);
    *value = NULL;
}

/* ---- bodies, papers */

static void visit_bodies(struct walk *walk)
{
    for (size_t i = 0; i < walk->pack->body_count; i++) {
        const struct country_body *body = &walk->pack->bodies[i];
        char *value = NULL;
        struct country_row_view view = {
            .id = body->kind,
            .title = body->name,
            .texts = { body->help },
            .names = { body->address, body->phone },
            .row = &body->row,
        };
        size_t size = 0;
        FILE *memory = open_memstream(&value, &size);
        if (memory != NULL && body->since.is_given) {
            char since[DAY_TEXT_SIZE];
            day_format(since, body->since.day);
            sentence_fill(memory, _("since %s"), "%s", since);
        }
        hand_on(walk, &view, memory, &value);
    }
}

static void write_validity(FILE *stream, const struct country_document *document)
{
    if (!document->valid.is_given)
        return;
    fprintf(stream, "%s ", _("valid for"));
    country_write_term(stream, document->valid.value,
                       document->unit == COUNTRY_VALID_MONTHS ? DEADLINE_MONTH : DEADLINE_CALENDAR);
}

static void visit_documents(struct walk *walk)
{
    for (size_t i = 0; i < walk->pack->document_count; i++) {
        const struct country_document *document = &walk->pack->documents[i];
        const struct country_body *body =
            document->issued_by == NULL ? NULL
                                        : country_pack_find_body(walk->pack, document->issued_by);
        char *value = NULL;
        size_t size = 0;
        FILE *memory = open_memstream(&value, &size);
        struct country_row_view view = {
            .id = document->type,
            .title = document->name,
            .texts = { body == NULL ? NULL : body->name, document->validity, document->note },
            .row = &document->row,
        };
        if (memory != NULL)
            write_validity(memory, document);
        hand_on(walk, &view, memory, &value);
    }
}

/* ---- deadlines, fees, waivers, notes */

static void write_deadline(FILE *stream, const struct country_deadline *deadline)
{
    const enum deadline_unit unit = (enum deadline_unit)deadline->unit;
    country_write_term(stream, deadline->count, unit);
    if (deadline->most.is_given) {
        fprintf(stream, ", %s ", _("at most"));
        country_write_term(stream, deadline->most.value, unit);
    }
    if (deadline->is_exact)
        fprintf(stream, ", %s", _("to the very day"));
    if (deadline->as_of.is_given) {
        char day[DAY_TEXT_SIZE];
        day_format(day, deadline->as_of.day);
        fputs(", ", stream);
        sentence_fill(stream, _("as of %s"), "%s", day);
    }
}

static void visit_deadlines(struct walk *walk)
{
    for (size_t i = 0; i < walk->pack->deadline_count; i++) {
        const struct country_deadline *deadline = &walk->pack->deadlines[i];
        char *value = NULL;
        size_t size = 0;
        FILE *memory = open_memstream(&value, &size);
        struct country_row_view view = {
            .id = deadline->rule,
            .title = deadline->event,
            .names = { deadline->code },
            .row = &deadline->row,
        };
        if (memory != NULL)
            write_deadline(memory, deadline);
        hand_on(walk, &view, memory, &value);
    }
}

static const char *const fee_units[] = {
    [COUNTRY_FEE_CURRENCY] = "",
    [COUNTRY_FEE_MCI] = N_("monthly calculated index"),
    [COUNTRY_FEE_CALCULATED_INDEX] = N_("calculated index"),
    [COUNTRY_FEE_BRV] = N_("base calculated amount"),
};
_Static_assert(sizeof(fee_units) / sizeof(fee_units[0]) == COUNTRY_FEE_UNIT_COUNT,
               "every unit has its words");

static void write_fee(FILE *stream, const struct country_pack *pack, const struct country_fee *fee)
{
    char amount[COUNTRY_AMOUNT_SIZE];
    country_amount_format(amount, fee->amount);
    if (fee->amount == 0)
        fputs(_("free of charge"), stream);
    else if (fee->unit == COUNTRY_FEE_CURRENCY)
        fprintf(stream, "%s %s", amount, fee->currency);
    else
        fprintf(stream, "%s x %s", amount, language_text(fee_units[fee->unit]));
    for (size_t i = 0; i < fee->waiver_count; i++) {
        const struct country_waiver *waiver = country_pack_find_waiver(pack, fee->waivers[i]);
        fprintf(stream, "%s ", i == 0 ? _("; waived for:") : ",");
        sentence_write_name(stream, country_text(waiver->title));
    }
}

static void visit_fees(struct walk *walk)
{
    for (size_t i = 0; i < walk->pack->fee_count; i++) {
        const struct country_fee *fee = &walk->pack->fees[i];
        char *value = NULL;
        size_t size = 0;
        FILE *memory = open_memstream(&value, &size);
        struct country_row_view view = {
            .id = fee->id, .title = fee->title, .texts = { fee->paid_for }, .row = &fee->row
        };
        if (memory != NULL)
            write_fee(memory, walk->pack, fee);
        hand_on(walk, &view, memory, &value);
    }
}

static void visit_waivers(struct walk *walk)
{
    for (size_t i = 0; i < walk->pack->waiver_count; i++) {
        const struct country_waiver *waiver = &walk->pack->waivers[i];
        char *value = NULL;
        struct country_row_view view = { .id = waiver->id,
                                         .title = waiver->title,
                                         .row = &waiver->row };
        hand_on(walk, &view, NULL, &value);
    }
}

static void visit_notes(struct walk *walk)
{
    for (size_t i = 0; i < walk->pack->note_count; i++) {
        const struct country_note *one = &walk->pack->notes[i];
        char *value = NULL;
        struct country_row_view view = { .id = one->id, .title = one->text, .row = &one->row };
        hand_on(walk, &view, NULL, &value);
    }
}

/* ---- calendar */

static void visit_holidays(struct walk *walk)
{
    for (size_t i = 0; i < walk->pack->calendar->holiday_count; i++) {
        const struct country_holiday *holiday = &walk->pack->calendar->holidays[i];
        char id[16];
        char *value = NULL;
        snprintf(id, sizeof(id), "%02d-%02d", holiday->month, holiday->day);
        struct country_row_view view = { .id = id, .title = holiday->title, .row = &holiday->row };
        hand_on(walk, &view, NULL, &value);
    }
}

static void visit_days(struct walk *walk)
{
    for (size_t i = 0; i < walk->pack->calendar->day_count; i++) {
        const struct country_day *day = &walk->pack->calendar->days[i];
        char id[DAY_TEXT_SIZE];
        char *value = NULL;
        size_t size = 0;
        FILE *memory = open_memstream(&value, &size);
        day_format(id, day->date.day);
        struct country_row_view view = { .id = id, .title = day->title, .row = &day->row };
        if (memory != NULL)
            fputs(day->is_off ? C_("day", "off") : C_("day", "worked"), memory);
        hand_on(walk, &view, memory, &value);
    }
}

static void visit_calendar(struct walk *walk)
{
    visit_holidays(walk);
    for (size_t i = 0; i < walk->pack->calendar->moving_count; i++) {
        const struct country_feast *feast = &walk->pack->calendar->moving[i];
        char *value = NULL;
        size_t size = 0;
        FILE *memory = open_memstream(&value, &size);
        struct country_row_view view = { .id = feast->id,
                                         .title = feast->title,
                                         .row = &feast->row };
        if (memory != NULL)
            fputs(_("on other days each year"), memory);
        hand_on(walk, &view, memory, &value);
    }
    visit_days(walk);
}

/* ---- the parts */

static const struct {
    const char *part;
    const char *label;
    void (*visit)(struct walk *walk);
} parts[] = {
    { "bodies", N_("Bodies"), visit_bodies },
    { "documents", N_("Papers"), visit_documents },
    { "deadlines", N_("Deadlines"), visit_deadlines },
    { "fees", N_("Fees"), visit_fees },
    { "waivers", N_("Who need not pay"), visit_waivers },
    { "calendar", N_("Calendar"), visit_calendar },
    { "notes", N_("Notes"), visit_notes },
};
enum { PART_COUNT = sizeof(parts) / sizeof(parts[0]) };

const char *country_part_label(const char *part)
{
    for (size_t i = 0; i < PART_COUNT; i++)
        if (strcmp(parts[i].part, part) == 0)
            return language_text(parts[i].label);
    return part;
}

void country_each_row(const struct country_pack *pack, const char *part,
                      void (*visit)(void *self, const struct country_row_view *view), void *self)
{
    for (size_t i = 0; i < PART_COUNT; i++) {
        struct walk walk = { pack, parts[i].part, visit, self };
        if (part == NULL || strcmp(part, parts[i].part) == 0)
            parts[i].visit(&walk);
    }
}
