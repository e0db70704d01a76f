/* SPDX-License-Identifier: Apache-2.0 */
#include "command/text_file.h"

#include "sentence.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

static enum status why(struct error *error)
{
    const enum status status = errno == ENOENT || errno == ENOTDIR || errno == EISDIR
                                   ? STATUS_NOT_FOUND
                               : errno == EACCES || errno == EPERM ? STATUS_NO_PERMISSION
                                                                   : STATUS_READ_FAILED;
    return error_set(error, status, "error %d", errno);
}

int text_file_read(struct text_file *out, const char *path)
{
    enum { ROOM = YAML_TEXT_MAX + 2 };
    struct error error = { 0 };
    enum status status = STATUS_OK;
    FILE *stream = fopen(path, "r");
    *out = (struct text_file){ .source = { .name = path } };
    if (stream == NULL) {
        (void)why(&error);
        return sentence_fail(path, &error);
    }
    out->text = calloc(1, ROOM);
    if (out->text == NULL) {
        status = error_set(&error, STATUS_OUT_OF_MEMORY, "a text");
    } else {
        out->source.length = fread(out->text, 1, ROOM - 1, stream);
        out->source.text = out->text;
        if (ferror(stream) != 0)
            status = why(&error);
    }
    fclose(stream);
    if (status == STATUS_OK)
        return EXIT_CODE_DONE;
    text_file_release(out);
    return sentence_fail(path, &error);
}

void text_file_release(struct text_file *file)
{
    free(file->text);
    *file = (struct text_file){ .text = NULL };
}
