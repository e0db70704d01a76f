/* SPDX-License-Identifier: Apache-2.0 */
#include "document/attachment.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

/* The first bytes by which a format says what it is. */
static const struct {
    const char *bytes;
    size_t length;
    const char *media_type;
} signatures[] = {
    { "\x89PNG\r\n\x1A\n", 8, "image/png" }, /* ISO/IEC 15948 */
    { "\xFF\xD8\xFF", 3, "image/jpeg" },     /* ISO/IEC 10918-1 */
    { "%PDF-", 5, "application/pdf" },       /* ISO 32000 */
    { "II*\0", 4, "image/tiff" },            /* TIFF 6.0, little-endian */
    { "MM\0*", 4, "image/tiff" },            /* and big-endian */
};

static const char TEXT_TYPE[] = "text/plain";
static const char OTHER_TYPE[] = "application/octet-stream";

void attachment_release(struct attachment *attachment)
{
    free(attachment->name);
    *attachment = (struct attachment){ .name = NULL };
}

void attachment_list_release(struct attachment_list *attachments)
{
    for (size_t i = 0; i < attachments->count; i++)
        attachment_release(&attachments->items[i]);
    free(attachments->items);
    *attachments = (struct attachment_list){ .items = NULL };
}

static bool is_text_sign(utf8proc_int32_t sign)
{
    return sign == '\n' || sign == '\r' || sign == '\t' ||
           utf8proc_category(sign) != UTF8PROC_CATEGORY_CC;
}

static bool is_text(const unsigned char *bytes, size_t size)
{
    while (size > 0) {
        utf8proc_int32_t sign;
        const utf8proc_ssize_t length = utf8proc_iterate(bytes, (utf8proc_ssize_t)size, &sign);
        if (length <= 0 || !is_text_sign(sign))
            return false;
        bytes += length;
        size -= (size_t)length;
    }
    return true;
}

const char *attachment_media_type(const void *bytes, size_t size)
{
    for (size_t i = 0; i < sizeof(signatures) / sizeof(signatures[0]); i++)
        if (size >= signatures[i].length &&
            memcmp(bytes, signatures[i].bytes, signatures[i].length) == 0)
            return signatures[i].media_type;
    return is_text(bytes, size) ? TEXT_TYPE : OTHER_TYPE;
}
