/* SPDX-License-Identifier: Apache-2.0 */

/* What the other body was told of the person. */
#include "referral/referral_private.h"

#include "person/personal_text.h"

static const char SQL_ADD_ITEM[] =
    "INSERT INTO referral_item (referral_id, item, value) VALUES (:id, :item, :value)";

enum { VALUE_MAX = 400 };

static enum status write_item(struct store *store, const char *id, enum referral_item item,
                              const char *value, struct error *error)
{
    struct personal_text text = { .given = value, .max = VALUE_MAX, .is_required = true };
    enum status status = personal_texts_accept(&text, 1, error);
    if (status == STATUS_OK) {
        struct query query;
        query_begin(&query, store, SQL_ADD_ITEM);
        query_bind_text(&query, ":id", id);
        query_bind_text(&query, ":item", referral_item_word(item));
        query_bind_text(&query, ":value", text.accepted);
        status = query_run(&query, error);
    }
    personal_texts_release(&text, 1);
    return status;
}

enum status referral_write_told(struct store *store, const char *id, const char *const *told,
                                struct error *error)
{
    enum status status = STATUS_OK;
    for (enum referral_item item = 0; item < REFERRAL_ITEM_COUNT; item++)
        if (status == STATUS_OK && told != NULL && told[item] != NULL)
            status = write_item(store, id, item, told[item], error);
    return status;
}
