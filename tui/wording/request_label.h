/* SPDX-License-Identifier: Apache-2.0 */

/* Words of people for what stands in the ledger of requests. */
#ifndef QADAM_WORDING_REQUEST_LABEL_H
#define QADAM_WORDING_REQUEST_LABEL_H

#include "document/request.h"

/* Whom is asked. */
const char *label_request_kind(enum request_kind kind);
/* What the answer came to. */
const char *label_request_answer(enum request_answer_kind kind);
/* Who is turned to on a rung of the ladder, REQUEST_RUNG_OFFICER and higher. */
const char *label_request_rung(int rung);

#endif
