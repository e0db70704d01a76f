/* SPDX-License-Identifier: Apache-2.0 */
#include "command/progress.h"

#include "command/interruption.h"

#include <time.h>
#include <unistd.h>

enum { PROGRESS_INTERVAL_MS = 200 };

static long long now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void progress_begin(struct progress_line *line, const char *label)
{
    *line = (struct progress_line){ .stream = stderr,
                                    .label = label,
                                    .is_shown = isatty(STDERR_FILENO) == 1 };
}

struct progress progress_of(struct progress_line *line)
{
    return (struct progress){ .report = progress_report, .self = line };
}

struct progress progress_silent(void)
{
    static struct progress_line silent;
    return progress_of(&silent);
}

static int columns_of(const char *text)
{
    int columns = 0;
    for (; *text != '\0'; text++)
        columns += ((unsigned char)*text & 0xC0) != 0x80;
    return columns;
}

bool progress_report(void *self, long long done, long long total)
{
    struct progress_line *line = self;
    long long now = line->is_shown && total > 0 ? now_ms() : 0;
    if (now != 0 && now - line->shown_at_ms >= PROGRESS_INTERVAL_MS) {
        int percent = (int)(done >= total ? 100 : (double)done * 100 / (double)total);
        fprintf(line->stream, "\r%s %3d %%", line->label, percent < 0 ? 0 : percent);
        /* The terminal may have echoed "^C" behind it. */
        line->width = columns_of(line->label) + (int)sizeof(" 100 %^C") - 1;
        fflush(line->stream);
        line->shown_at_ms = now;
    }
    return !interruption_is_asked();
}

void progress_end(struct progress_line *line)
{
    if (line->width > 0) {
        fprintf(line->stream, "\r%*s\r", line->width, "");
        fflush(line->stream);
    }
    line->width = 0;
}
