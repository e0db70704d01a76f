/* SPDX-License-Identifier: Apache-2.0 */

/* What everybody who keeps something about a person asks of the record first. */
#ifndef QADAM_PERSON_PERSON_RECORD_H
#define QADAM_PERSON_PERSON_RECORD_H

#include "base/day.h"

struct store;

/* STATUS_NOT_FOUND when there is no such record, STATUS_REFUSED when it was merged into another one
 * or erased: nothing may be added to it then. */
MUST_CHECK enum status person_record_require(struct store *store, const char *id,
                                             struct error *error);

/* The day of the store's clock, where the region's clocks are furthest ahead (UTC+6): no paper of
 * this morning is taken for one of tomorrow. */
MUST_CHECK enum status person_record_today(struct store *store, struct day *out,
                                           struct error *error);

/* STATUS_INVALID unless it is "" or three capital Latin letters. */
MUST_CHECK enum status person_record_check_country(const char *code, struct error *error);

#endif
