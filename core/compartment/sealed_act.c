/* SPDX-License-Identifier: Apache-2.0 */
#include "compartment/sealed_act.h"

#include "journal/act.h"
#include "store/store.h"

static enum status begin(struct sealed_act *frame, struct store *store, const char *id,
                         enum status (*open)(struct store *store, const char *id,
                                             struct sealed_opening *opening, struct error *error),
                         struct error *error)
{
    *frame = (struct sealed_act){ .is_own = false };
    if (sealed_is_opened(store) && !store_is_in_transaction(store))
        return error_set(error, STATUS_INTERNAL, "an act inside of reading a sealed casefile");
    enum status status = act_join(store, &frame->is_own, error);
    if (status != STATUS_OK)
        return status;
    status = open(store, id, &frame->opening, error);
    return status == STATUS_OK ? status : act_commit(store, frame->is_own, status, error);
}

enum status sealed_act_begin(struct sealed_act *frame, struct store *store, const char *casefile_id,
                             struct error *error)
{
    return begin(frame, store, casefile_id, sealed_open, error);
}

enum status sealed_act_begin_record(struct sealed_act *frame, struct store *store,
                                    const char *record, struct error *error)
{
    return begin(frame, store, record, sealed_open_record, error);
}

enum status sealed_act_end(struct sealed_act *frame, struct store *store, enum status so_far,
                           struct error *error)
{
    const enum status status = sealed_close(store, &frame->opening, so_far, error);
    return act_commit(store, frame->is_own, status, error);
}
