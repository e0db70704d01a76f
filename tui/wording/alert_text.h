/* SPDX-License-Identifier: Apache-2.0 */

/* Alerts in words. */
#ifndef QADAM_WORDING_ALERT_TEXT_H
#define QADAM_WORDING_ALERT_TEXT_H

#include "casefile/alert_store.h"

/* The title of its indication, or that the file itself says it. */
const char *alert_text_title(const struct casefile_desk *desk, const struct casefile_alert *alert);

#endif
