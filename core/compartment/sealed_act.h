/* SPDX-License-Identifier: Apache-2.0 */

/* The frame of an act on one casefile, sealed or not: its transaction (as act_join() has it), and
 * the casefile opened inside it.
 *
 *     status = sealed_act_begin(&frame, store, casefile_id, error);
 *     if (status != STATUS_OK)
 *         return status;
 *     status = ...
 *     return sealed_act_end(&frame, store, status, error);
 */
#ifndef QADAM_COMPARTMENT_SEALED_ACT_H
#define QADAM_COMPARTMENT_SEALED_ACT_H

#include "compartment/sealed_casefile.h"

struct sealed_act {
    bool is_own;
    struct sealed_opening opening;
};

/* casefile_id NULL or "": the act is on none.  STATUS_RESTRICTED. */
MUST_CHECK enum status sealed_act_begin(struct sealed_act *frame, struct store *store,
                                        const char *casefile_id, struct error *error);
/* The same for the casefile of a record, as sealed_open_record(). */
MUST_CHECK enum status sealed_act_begin_record(struct sealed_act *frame, struct store *store,
                                               const char *record, struct error *error);
MUST_CHECK enum status sealed_act_end(struct sealed_act *frame, struct store *store,
                                      enum status so_far, struct error *error);

#endif
