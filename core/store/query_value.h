/* SPDX-License-Identifier: Apache-2.0 */

/* Days and texts of one's own, for query.h: as sticky about errors as the functions there. */
#ifndef QADAM_STORE_QUERY_VALUE_H
#define QADAM_STORE_QUERY_VALUE_H

#include "base/day.h"
#include "store/query.h"

/* NULL unless there is one. */
void query_bind_day(struct query *query, const char *name, bool has_day, struct day day);

/* A day, or *has_day false for NULL.  What is no day is STATUS_DAMAGED. */
struct day query_day(struct query *query, int column, bool *has_day);

/* A copy of the text, which the caller frees; NULL for NULL. */
char *query_take_text(struct query *query, int column);

/* NULL for "": for codes that stand in fixed buffers. */
void query_bind_code(struct query *query, const char *name, const char *code);

#endif
