/* SPDX-License-Identifier: Apache-2.0 */
#include "paragraph.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { NARROWEST = 20 };

size_t paragraph_width(FILE *stream, int is_for_scripts)
{
    struct winsize size;
    int fd = fileno(stream);
    if (fd < 0 || isatty(fd) != 1)
        return is_for_scripts ? 0 : PARAGRAPH_WIDTH_MAX;
    if (ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_col < NARROWEST)
        return PARAGRAPH_WIDTH_MAX;
    /* One column less: some terminals wrap behind the last one by themselves. */
    size_t width = (size_t)size.ws_col - 1;
    return width > PARAGRAPH_WIDTH_MAX ? PARAGRAPH_WIDTH_MAX : width;
}

static size_t word_width(const char *word, size_t length)
{
    char *copy = strndup(word, length);
    size_t width = copy == NULL ? length : text_width(copy);
    free(copy);
    return width;
}

void paragraph_write(FILE *stream, const char *text, size_t indent, size_t width)
{
    size_t column = 0;
    while (*text != '\0') {
        size_t length = strcspn(text, " \n");
        size_t columns = word_width(text, length);
        if (column > 0 && width > 0 && column + 1 + columns > width) {
            fputc('\n', stream);
            column = 0;
        }
        if (column == 0)
            column = (size_t)fprintf(stream, "%*s", (int)indent, "");
        else
            column += (size_t)fprintf(stream, " ");
        fwrite(text, 1, length, stream);
        column += columns;
        text += length;
        if (*text == '\n') {
            fputc('\n', stream);
            column = 0;
        }
        text += strspn(text, " \n");
    }
    fputc('\n', stream);
}
