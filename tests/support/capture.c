/* SPDX-License-Identifier: Apache-2.0 */
#include "support/capture.h"

#include "support/unit.h"

#include <unistd.h>

void capture_begin(struct capture *capture, FILE *stream)
{
    capture->stream = stream;
    fflush(stream);
    capture->original = dup(fileno(stream));
    capture->file = tmpfile();
    assert_non_null(capture->file);
    assert_true(dup2(fileno(capture->file), fileno(stream)) >= 0);
}

void capture_end(struct capture *capture)
{
    fflush(capture->stream);
    dup2(capture->original, fileno(capture->stream));
    close(capture->original);
    rewind(capture->file);
    size_t length = fread(capture->text, 1, sizeof(capture->text) - 1, capture->file);
    capture->text[length] = '\0';
    fclose(capture->file);
}
