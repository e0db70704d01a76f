/* SPDX-License-Identifier: Apache-2.0 */

/* What the files on sealed casefiles share; nobody else includes it. */
#ifndef QADAM_COMPARTMENT_SEALED_PRIVATE_H
#define QADAM_COMPARTMENT_SEALED_PRIVATE_H

#include "compartment/content.h"
#include "compartment/keyring_private.h"
#include "compartment/sealed_casefile.h"

/* What is sealed with a casefile's key; a part of the associated data. */
enum sealed_kind { SEALED_BODY, SEALED_TEXT };

/* Seals bytes: nonce, ciphertext, tag.  The caller frees *out. */
MUST_CHECK enum status sealed_box(unsigned char **out, size_t *out_length, enum sealed_kind kind,
                                  const char *casefile_id, const struct secret *key,
                                  const unsigned char *plain, size_t length, struct error *error);
/* The reverse; STATUS_DAMAGED.  The caller wipes and frees *out (content_release()). */
MUST_CHECK enum status sealed_unbox(struct content *out, enum sealed_kind kind,
                                    const char *casefile_id, const struct secret *key,
                                    const unsigned char *box, size_t length, struct error *error);

/* Collects what the casefile holds: from "main", or from "temp" while it is opened. */
MUST_CHECK enum status sealed_collect(struct content *out, struct store *store,
                                      const char *casefile_id, bool is_opened, struct error *error);
/* Seals it and writes it. */
MUST_CHECK enum status sealed_write_body(struct store *store, const char *casefile_id,
                                         const struct secret *key, const struct content *content,
                                         struct error *error);

/* While it is opened: writes what of it shows outside - one task with the day of the earliest, the
 * hours of its appointments, which records it has. */
MUST_CHECK enum status sealed_write_mask(struct store *store, const char *casefile_id,
                                         struct error *error);

/* The opened casefile is not sealed again when it is closed. */
void sealed_stop(struct store *store);

/* Texts sealed with a casefile's key: "sealed:" and Base64.  The caller frees
 * *out; STATUS_DAMAGED. */
MUST_CHECK enum status sealed_text_seal(char **out, const char *casefile_id,
                                        const struct secret *key, const char *text,
                                        struct error *error);
MUST_CHECK enum status sealed_text_open(char **out, const char *casefile_id,
                                        const struct secret *key, const char *text,
                                        struct error *error);

/* The drafts of all users about the casefile, sealed with one key, are sealed with another one;
 * NULL for what is not sealed.  What else was kept and names the casefile is thrown away when it
 * becomes a sealed one. */
MUST_CHECK enum status sealed_move_drafts(struct store *store, const char *casefile_id,
                                          const struct secret *from, const struct secret *to,
                                          struct error *error);

/* Runs one statement with the parameter :id. */
MUST_CHECK enum status sealed_run(struct store *store, const char *sql, const char *casefile_id,
                                  struct error *error);

#endif
