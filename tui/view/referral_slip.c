/* SPDX-License-Identifier: Apache-2.0 */

/* What the other body gets to see: no more than it needs. */
#include "agency/agency_store.h"
#include "appointment/appointment_store.h"
#include "journal/journal_note.h"
#include "language.h"
#include "view/record_list.h"
#include "view/referral_private.h"
#include "view/text_page.h"
#include "wording/due_text.h"
#include "wording/slip_text.h"

#include <string.h>

/* The day of sending stands in the file as a moment. */
static struct day sent_day(const struct referral *referral, struct day today)
{
    char text[DAY_TEXT_SIZE];
    struct day day = today;
    snprintf(text, sizeof(text), "%.10s", referral->sent_at);
    return day_parse(&day, text, NULL) == STATUS_OK ? day : today;
}

/* When the person is expected there, and who comes along, as the appointments have it. */
enum { EXPECTED_SIZE = DUE_TEXT_SIZE + APPOINTMENT_TIME_SIZE };
struct visit {
    char expected[EXPECTED_SIZE];
    char escort[UUID_TEXT_SIZE];
};

static enum status visit_find(struct visit *out, struct app *app, const struct referral *referral,
                              struct error *error)
{
    struct appointment_list found;
    char day[DUE_TEXT_SIZE];
    const struct appointment_filter filter = { .casefile_id = referral->casefile_id,
                                               .from = sent_day(referral, app_today(app)),
                                               .has_from = true,
                                               .is_planned_only = true };
    *out = (struct visit){ .expected = "" };
    const enum status status = appointment_list(app_store(app), &filter, &found, error);
    if (status != STATUS_OK)
        return status;
    for (size_t i = 0; i < found.count && out->expected[0] == '\0'; i++) {
        const struct appointment *appointment = &found.items[i];
        if (strcmp(appointment->agency_id, referral->agency_id) != 0)
            continue;
        due_text_full(day, appointment->day);
        snprintf(out->expected, sizeof(out->expected), "%s %s", day, appointment->time);
        snprintf(out->escort, sizeof(out->escort), "%s", appointment->user_id);
    }
    appointment_list_release(&found);
    return STATUS_OK;
}

static enum status write_page(struct app *app, const struct referral *referral, FILE *stream,
                              struct error *error)
{
    struct agency agency;
    const struct session *session = app_session_of(app);
    struct visit visit;
    enum status status = visit_find(&visit, app, referral, error);
    if (status == STATUS_OK)
        status = agency_load(app_store(app), referral->agency_id, &agency, error);
    if (status != STATUS_OK)
        return status;
    const struct slip slip = {
        .referral = referral,
        .agency = &agency,
        .office = session->office_name,
        .sender = record_user(app, referral->sent_by),
        .expected = visit.expected,
        .escort = record_user(app, visit.escort),
        .day = sent_day(referral, app_today(app)),
    };
    slip_write(stream, &slip);
    agency_release(&agency);
    return status;
}

/* The slip goes out of the office with the person. */
static enum status note_output(struct app *app, const struct referral *referral,
                               struct error *error)
{
    const struct journal_output output = { .actor = app_desk(app)->actor,
                                           .way = JOURNAL_OUTPUT_PRINT,
                                           .what = "referral.slip",
                                           .noun = "casefile",
                                           .subject = referral->casefile_id,
                                           .records = 1 };
    return journal_note_output(app_store(app), &output, error);
}

void referral_slip_show(struct app *app, const char *referral_id)
{
    struct referral referral;
    struct text_page_draft page;
    struct error error = { 0 };
    if (referral_load(app_store(app), referral_id, &referral, &error) != STATUS_OK) {
        app_fail(app, &error);
        return;
    }
    if (note_output(app, &referral, &error) != STATUS_OK)
        app_fail(app, &error);
    else if (text_page_begin(&page, app)) {
        const enum status status = write_page(app, &referral, page.stream, &error);
        text_page_end(&page, app, _("Slip"));
        if (status != STATUS_OK)
            app_fail(app, &error);
    }
    referral_release(&referral);
}
