/* SPDX-License-Identifier: Apache-2.0 */

/* How the draft of a form is sealed; nobody but the files on sealed drafts includes it. */
#ifndef QADAM_COMPARTMENT_SEALED_DRAFT_PRIVATE_H
#define QADAM_COMPARTMENT_SEALED_DRAFT_PRIVATE_H

#include "store/draft.h"
#include "vault/secret.h"

/* "sealed/" and the keyed hash of the form's name in hexadecimal: who has no key cannot try the
 * names of all forms. */
enum { SEALED_FORM_HASH = 16, SEALED_FORM_SIZE = 7 + 2 * SEALED_FORM_HASH + 1 };
void sealed_form_name(char out[SEALED_FORM_SIZE], const struct secret *key, const char *form);

/* Form, cursor and fields in one sealed text, as the fields of a draft.  The caller frees *out. */
MUST_CHECK enum status sealed_form_seal(char **out, struct store *store, const char *casefile_id,
                                        const struct secret *key, const char *form,
                                        const struct draft_content *content, struct error *error);
/* The reverse, without the moment.  The caller releases *out and frees *form. */
MUST_CHECK enum status sealed_form_open(struct draft *out, char **form, struct store *store,
                                        const char *casefile_id, const struct secret *key,
                                        const char *fields, struct error *error);

#endif
