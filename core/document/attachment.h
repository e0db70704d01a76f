/* SPDX-License-Identifier: Apache-2.0 */

/* Scans and photos, kept whole inside the office file: a paper that was seen once can be shown
 * again when the paper itself is gone. */
#ifndef QADAM_DOCUMENT_ATTACHMENT_H
#define QADAM_DOCUMENT_ATTACHMENT_H

#include "base/error.h"
#include "store/moment.h"
#include "store/uuid.h"

#include <stddef.h>

struct store;

/* What an old PC can show and print; the table allows no more. */
enum { ATTACHMENT_MAX_MIB = 4, ATTACHMENT_MAX_BYTES = ATTACHMENT_MAX_MIB * 1024 * 1024 };

enum { ATTACHMENT_HASH_SIZE = 32 };

/* What it can belong to. */
enum attachment_noun {
    ATTACHMENT_OF_PERSON,
    ATTACHMENT_OF_DOCUMENT,
    ATTACHMENT_OF_REQUEST,
    ATTACHMENT_NOUN_COUNT
};

/* Owns its name. */
struct attachment {
    char id[UUID_TEXT_SIZE]; /* "" before it is kept */
    enum attachment_noun noun;
    char subject[UUID_TEXT_SIZE]; /* the id of what it belongs to */
    char *name;                   /* as people call it: "passport, page 2" */
    const char *media_type;       /* by attachment_media_type(); constant */
    size_t size;
    unsigned char hash[ATTACHMENT_HASH_SIZE]; /* BLAKE2b of the content */
    char added_at[MOMENT_TEXT_SIZE];
    char added_by[UUID_TEXT_SIZE];
};

struct attachment_list {
    struct attachment *items;
    size_t count;
    size_t capacity;
};

void attachment_release(struct attachment *attachment);
void attachment_list_release(struct attachment_list *attachments);

/* What the bytes are: PNG, JPEG, PDF, TIFF by the signatures of their formats, text when it is
 * UTF-8 without control characters, else "application/octet-stream". */
const char *attachment_media_type(const void *bytes, size_t size);

/* Keeps the bytes under attachment->name, for noun and subject; fills in the rest.
 * STATUS_TOO_LARGE with the most MiB, STATUS_TEXT_EMPTY for nothing, STATUS_NOT_FOUND when the
 * subject is not there, STATUS_REFUSED when the person was merged or erased. */
MUST_CHECK enum status attachment_add(struct store *store, const char *actor,
                                      struct attachment *attachment, const void *bytes, size_t size,
                                      struct error *error);

/* Everything that belongs to one subject, the oldest first; the caller releases *out. */
MUST_CHECK enum status attachment_list(struct store *store, enum attachment_noun noun,
                                       const char *subject, struct attachment_list *out,
                                       struct error *error);

/* The bytes; the caller frees them.  STATUS_DAMAGED when they are not those that were added. */
MUST_CHECK enum status attachment_load(struct store *store, const char *id, unsigned char **bytes,
                                       size_t *size, struct error *error);

/* For good: nothing but its name and hash stays, in the history. */
MUST_CHECK enum status attachment_remove(struct store *store, const char *actor, const char *id,
                                         struct error *error);

#endif
