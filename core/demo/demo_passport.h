/* SPDX-License-Identifier: Apache-2.0 */

/* What passports and identity cards say of their holder. */
#ifndef QADAM_DEMO_DEMO_PASSPORT_H
#define QADAM_DEMO_DEMO_PASSPORT_H

#include "demo/demo_paper.h"

/* Adds the holder's name, the personal number with the serial numbers_of, and, when the paper's
 * number and expiry are known, the machine-readable zone of a passport. */
MUST_CHECK enum status demo_passport_write(struct demo_paper *paper,
                                           const struct demo_figure *figure, long numbers_of,
                                           struct error *error);

#endif
