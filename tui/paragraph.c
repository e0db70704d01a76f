/* SPDX-License-Identifier: Apache-2.0 */
#include "paragraph.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { NARROWEST = 20 };

size_t paragraph_table_width(FILE *stream)
{
    struct winsize size;
    int fd = fileno(stream);
    if (fd < 0 || isatty(fd) != 1 || ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_col < NARROWEST)
        return PARAGRAPH_WIDTH_MAX;
    /* One column less: some terminals wrap behind the last one by themselves. */
    return (size_t)size.ws_col - 1;
}

size_t paragraph_width(FILE *stream, int is_for_scripts)
{
    int fd = fileno(stream);
    if (is_for_scripts && (fd < 0 || isatty(fd) != 1))
        return 0;
    size_t width = paragraph_table_width(stream);
    return width > PARAGRAPH_WIDTH_MAX ? PARAGRAPH_WIDTH_MAX : width;
}

static size_t word_width(const char *word, size_t length)
{
    char *copy = strndup(word, length);
    size_t width = copy == NULL ? length : text_width(copy);
    free(copy);
    return width;
}

void paragraph_continue(FILE *stream, const char *text, size_t column, size_t indent, size_t width)
{
    size_t gap = 0;
    while (*text != '\0') {
        size_t length = strcspn(text, " \n");
        size_t columns = word_width(text, length);
        if (column > indent && width > 0 && column + gap + columns > width) {
            fputc('\n', stream);
            column = 0;
        }
        gap = column == 0 ? indent : gap;
        fprintf(stream, "%*s", (int)gap, "");
        fwrite(text, 1, length, stream);
        column += gap + columns;
        text += length;
        gap = strspn(text, " ");
        text += gap;
        if (*text == '\n') {
            fputc('\n', stream);
            column = 0;
            text += strspn(text, " \n");
        }
    }
    fputc('\n', stream);
}

void paragraph_write(FILE *stream, const char *text, size_t indent, size_t width)
{
    paragraph_continue(stream, text, 0, indent, width);
}
