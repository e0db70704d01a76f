/* SPDX-License-Identifier: Apache-2.0 */
#include "person/person_record.h"

#include "name/country_code.h"
#include "store/query.h"
#include "store/store.h"

#include <string.h>

static const char SQL_FIND_STANDING[] =
    "SELECT state = 'duplicate' OR"
    " EXISTS (SELECT 1 FROM person_erasure WHERE person_erasure.person_id = person.id)"
    " FROM person WHERE id = :id";

enum { REGION_SECONDS_EAST = 6 * 3600, COUNTRY_LETTERS = 3 };

enum status person_record_require(struct store *store, const char *id, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_FIND_STANDING);
    query_bind_text(&query, ":id", id);
    if (query_next_row(&query) && query_int(&query, 0) != 0)
        (void)error_set(&query.failure, STATUS_REFUSED, "the record was merged or erased");
    return query_end_found(&query, error);
}

enum status person_record_today(struct store *store, struct day *out, struct error *error)
{
    return day_from_time(out, (time_t)(store_now(store) / 1000), REGION_SECONDS_EAST, error);
}

enum status person_record_check_country(const char *code, struct error *error)
{
    if (code[0] == '\0' || (strlen(code) == COUNTRY_LETTERS && country_code_exists(code)))
        return STATUS_OK;
    return error_set(error, STATUS_INVALID, "no country code");
}
