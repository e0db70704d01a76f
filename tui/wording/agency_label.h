/* SPDX-License-Identifier: Apache-2.0 */

/* Words of people for the codes in the directory of organisations. */
#ifndef QADAM_WORDING_AGENCY_LABEL_H
#define QADAM_WORDING_AGENCY_LABEL_H

#include "agency/agency.h"

#include <stdio.h>

/* The word for a kind or a service; an unknown code is its own label. */
const char *label_agency_kind(const char *code);
const char *label_agency_service(const char *code);

/* The codes that have words; NULL after the last. */
const char *agency_service_at(size_t index);

/* The services of a body in words, with commas between them. */
void agency_write_services(FILE *stream, const struct agency *agency);

/* "checked 20 Nov", "NOT CHECKED for 120 days": how far one can rely on what stands there. */
enum { AGENCY_CHECK_SIZE = 120 };
void agency_check_text(char out[AGENCY_CHECK_SIZE], const struct agency *agency, struct day today);

/* Everything that is told to a person who is sent there, on lines of their own; the address of a
 * body whose address is secret is not. */
void agency_write_contact(FILE *stream, const struct agency *agency, bool with_secret);

#endif
