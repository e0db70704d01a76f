/* SPDX-License-Identifier: Apache-2.0 */
#include "casefile/review_calendar.h"

#include "store/setting.h"

static const struct {
    enum setting contact;
    enum setting review;
} settings[] = {
    [CASEFILE_RISK_LOW] = { SETTING_CONTACT_DAYS_LOW, SETTING_REVIEW_DAYS_LOW },
    [CASEFILE_RISK_MEDIUM] = { SETTING_CONTACT_DAYS_MEDIUM, SETTING_REVIEW_DAYS_MEDIUM },
    [CASEFILE_RISK_HIGH] = { SETTING_CONTACT_DAYS_HIGH, SETTING_REVIEW_DAYS_HIGH },
};
_Static_assert(sizeof(settings) / sizeof(settings[0]) == CASEFILE_RISK_COUNT,
               "every risk has its row");

enum status review_calendar_load(struct store *store, struct review_calendar *out,
                                 struct error *error)
{
    enum status status = STATUS_OK;
    *out = (struct review_calendar){ .contact_days = { 0 } };
    for (int risk = CASEFILE_RISK_LOW; status == STATUS_OK && risk < CASEFILE_RISK_COUNT; risk++) {
        status = setting_number(store, settings[risk].contact, &out->contact_days[risk], error);
        if (status == STATUS_OK)
            status = setting_number(store, settings[risk].review, &out->review_days[risk], error);
    }
    return status;
}

bool review_calendar_next(const struct review_calendar *calendar, enum casefile_risk risk,
                          struct day from, struct day *out)
{
    const int days = calendar->review_days[risk];
    return days > 0 && day_add_days(out, from, days, NULL) == STATUS_OK;
}
