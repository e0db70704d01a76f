/* SPDX-License-Identifier: Apache-2.0 */
#include "command/line_input.h"

#include "command/interruption.h"

#include <errno.h>
#include <sodium.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    BLOCK_SIZE = 65536,
    END_SIZE = 2, /* CR LF */
};

struct line_input {
    int fd;
    size_t line_max;
    unsigned long long number; /* of the line read last */
    bool has_ended;
    size_t begin; /* what was read and not yet given is bytes[begin..end) */
    size_t end;
    size_t size;
    char bytes[];
};

enum status line_input_open(struct line_input **out, int fd, size_t line_max, struct error *error)
{
    size_t size = line_max + END_SIZE + BLOCK_SIZE;
    *out = malloc(sizeof(**out) + size);
    if (*out == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "a buffer of %zu bytes", size);
    **out = (struct line_input){ .fd = fd, .line_max = line_max, .size = size };
    return STATUS_OK;
}

void line_input_close(struct line_input **input)
{
    if (*input == NULL)
        return;
    sodium_memzero((*input)->bytes, (*input)->size); /* names of people */
    free(*input);
    *input = NULL;
}

/* Reads more behind what is there; there is room for a block. */
static enum status fill(struct line_input *input, struct error *error)
{
    ssize_t count;
    fflush(stdout); /* a failure shows at the end, in output_end() */
    do {
        if (interruption_is_asked())
            return error_set(error, STATUS_INTERRUPTED, "asked to stop");
        count = read(input->fd, input->bytes + input->end, BLOCK_SIZE);
    } while (count < 0 && errno == EINTR);
    if (count < 0)
        return error_set(error, STATUS_READ_FAILED, "reading lines: %s", strerror(errno));
    input->end += (size_t)count;
    input->has_ended = count == 0;
    return STATUS_OK;
}

/* Moves what is left to the front when no block fits behind it any more. */
static void make_room(struct line_input *input)
{
    if (input->size - input->end >= BLOCK_SIZE)
        return;
    memmove(input->bytes, input->bytes + input->begin, input->end - input->begin);
    input->end -= input->begin;
    input->begin = 0;
}

/* Reads on until the line's LF is there: its place, or the end of the input.  Of a line that is
 * too long, nothing is kept but the fact. */
static enum status find_end(struct line_input *input, size_t *line_end, bool *is_too_long,
                            struct error *error)
{
    size_t seen = 0;
    for (;;) {
        char *from = input->bytes + input->begin;
        size_t length = input->end - input->begin;
        char *found = memchr(from + seen, '\n', length - seen);
        if (found != NULL || input->has_ended) {
            *line_end = found == NULL ? input->end : (size_t)(found - input->bytes);
            return STATUS_OK;
        }
        seen = length;
        if (length >= input->line_max + END_SIZE) {
            *is_too_long = true;
            input->begin = input->end;
            seen = 0;
        }
        make_room(input);
        enum status status = fill(input, error);
        if (status != STATUS_OK)
            return status;
    }
}

/* Editors of other systems put this before the first line. */
static bool begins_with_mark(const struct line_input *input, size_t line_end)
{
    static const char mark[] = "\xEF\xBB\xBF";
    return input->number == 0 && line_end - input->begin >= sizeof(mark) - 1 &&
           memcmp(input->bytes + input->begin, mark, sizeof(mark) - 1) == 0;
}

enum status line_input_next(struct line_input *input, struct line *line, struct error *error)
{
    size_t line_end;
    bool is_too_long = false;
    *line = (struct line){ .bytes = "" };
    enum status status = find_end(input, &line_end, &is_too_long, error);
    if (status != STATUS_OK)
        return status;
    if (input->begin == input->end && !is_too_long)
        return error_set(error, STATUS_NOT_FOUND, "no more lines");

    input->begin += begins_with_mark(input, line_end) ? 3 : 0;
    line->number = ++input->number;
    const char *bytes = input->bytes + input->begin;
    size_t length = line_end - input->begin;
    input->begin = line_end < input->end ? line_end + 1 : line_end;
    length -= length > 0 && bytes[length - 1] == '\r';
    if (is_too_long || length > input->line_max)
        return error_set_number(error, STATUS_TEXT_TOO_LONG, (long long)input->line_max,
                                "a line of more than %zu bytes", input->line_max);
    line->bytes = bytes;
    line->length = length;
    return STATUS_OK;
}
