/* SPDX-License-Identifier: Apache-2.0 */

/* How old a backup is, in words. */
#ifndef QADAM_WORDING_BACKUP_AGE_H
#define QADAM_WORDING_BACKUP_AGE_H

#include "base/day.h"

#include <stddef.h>

/* Days between the moment "2026-11-23 17:40:00" and today; below 0 when the clock of one of the two
 * was wrong. */
long backup_age_days(const char *moment, struct day today);

/* "today at 17:40", "yesterday at 17:40", "12 days ago, on 11.11.2026". */
void backup_age_write(char *out, size_t size, const char *moment, struct day today);

#endif
