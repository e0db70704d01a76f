/* SPDX-License-Identifier: Apache-2.0 */
#include "linear/linear_input.h"

#include "command/interruption.h"
#include "vault/passphrase.h"

#include <errno.h>
#include <signal.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

enum { INPUT_SIZE = 65536 };

struct linear_input {
    int fd;
    bool is_typed;
    bool has_ended;
    size_t begin; /* what was read and not yet given is bytes[begin..end) */
    size_t end;
    char bytes[INPUT_SIZE];
};

struct linear_input *linear_input_open(int fd)
{
    struct linear_input *input = fd >= FD_SETSIZE ? NULL : malloc(sizeof(*input));
    if (input == NULL)
        return NULL;
    input->fd = fd;
    input->is_typed = isatty(fd) == 1;
    input->has_ended = false;
    input->begin = 0;
    input->end = 0;
    return input;
}

void linear_input_close(struct linear_input **input)
{
    if (*input == NULL)
        return;
    sodium_memzero((*input)->bytes, INPUT_SIZE);
    free(*input);
    *input = NULL;
}

bool linear_input_is_typed(const struct linear_input *input)
{
    return input->is_typed;
}

/* ---- reading */

/* What was given is of no use any more: it may have been somebody's name. */
static void make_room(struct linear_input *input)
{
    const size_t length = input->end - input->begin;
    memmove(input->bytes, input->bytes + input->begin, length);
    sodium_memzero(input->bytes + length, input->end - length);
    input->begin = 0;
    input->end = length;
}

/* Waits with the signals let in, so that none is missed. */
static int wait_for_input(int fd, int idle_seconds)
{
    fd_set readable;
    sigset_t mask;
    const struct timespec limit = { .tv_sec = idle_seconds };
    FD_ZERO(&readable);
    FD_SET(fd, &readable);
    interruption_block(&mask);
    int ready = interruption_is_asked() ? -1
                                        : pselect(fd + 1, &readable, NULL, NULL,
                                                  idle_seconds > 0 ? &limit : NULL, &mask);
    interruption_unblock(&mask);
    if (interruption_take_suspension())
        raise(SIGSTOP);
    return ready;
}

/* The time that the PC slept counts too. */
static long long seconds_now(void)
{
    struct timespec now = { .tv_sec = 0 };
#ifdef CLOCK_BOOTTIME
    clock_gettime(CLOCK_BOOTTIME, &now);
#else
    clock_gettime(CLOCK_MONOTONIC, &now);
#endif
    return (long long)now.tv_sec;
}

/* LINEAR_LINE_READ when there is more than before, or the input has ended. */
static enum linear_line fill(struct linear_input *input, int idle_seconds)
{
    ssize_t count = -1;
    const long long since = seconds_now();
    make_room(input);
    while (count < 0) {
        if (interruption_is_asked())
            return LINEAR_LINE_END;
        const int ready = wait_for_input(input->fd, idle_seconds);
        /* Whoever comes back to a PC that slept is asked who it is. */
        if (ready == 0 || (idle_seconds > 0 && seconds_now() - since >= idle_seconds))
            return LINEAR_LINE_IDLE;
        if (ready < 0)
            continue;
        count = read(input->fd, input->bytes + input->end, INPUT_SIZE - input->end);
        if (count < 0 && errno != EINTR && errno != EAGAIN)
            count = 0;
    }
    input->end += (size_t)count;
    input->has_ended = count == 0;
    return LINEAR_LINE_READ;
}

/* ---- lines */

static void give(struct linear_input *input, size_t length, const char **bytes, size_t *given)
{
    const bool has_end = input->begin + length < input->end;
    *bytes = input->bytes + input->begin;
    *given = length;
    if (length > 0 && (*bytes)[length - 1] == '\r')
        (*given)--;
    input->begin += length + has_end;
}

enum linear_line linear_input_next(struct linear_input *input, int idle_seconds, const char **bytes,
                                   size_t *length)
{
    bool is_long = false;
    *bytes = "";
    *length = 0;
    for (;;) {
        const size_t size = input->end - input->begin;
        const char *found = memchr(input->bytes + input->begin, '\n', size);
        if (found != NULL || (input->has_ended && (size > 0 || is_long))) {
            give(input, found == NULL ? size : (size_t)(found - input->bytes) - input->begin, bytes,
                 length);
            return is_long ? LINEAR_LINE_LONG : LINEAR_LINE_READ;
        }
        if (input->has_ended)
            return LINEAR_LINE_END;
        if (size == INPUT_SIZE) {
            is_long = true;
            input->begin = input->end;
        }
        const enum linear_line end = fill(input, idle_seconds);
        if (end != LINEAR_LINE_READ)
            return end;
    }
}

/* ---- keys */

/* False when it is no terminal. */
static bool take_keys(int fd, struct termios *before)
{
    struct termios keys;
    if (tcgetattr(fd, before) != 0)
        return false;
    keys = *before;
    keys.c_lflag &= ~(tcflag_t)ICANON;
    keys.c_cc[VMIN] = 1;
    keys.c_cc[VTIME] = 0;
    return tcsetattr(fd, TCSADRAIN, &keys) == 0;
}

enum linear_line linear_input_key(struct linear_input *input, int idle_seconds, const char **bytes,
                                  size_t *length)
{
    struct termios before;
    enum linear_line end = LINEAR_LINE_READ;
    *bytes = "";
    *length = 0;
    if (input->begin == input->end) {
        if (input->has_ended || !take_keys(input->fd, &before))
            return linear_input_next(input, idle_seconds, bytes, length);
        end = fill(input, idle_seconds);
        tcsetattr(input->fd, TCSADRAIN, &before);
    }
    if (end != LINEAR_LINE_READ)
        return end;
    if (input->has_ended || input->bytes[input->begin] == 4) /* Ctrl-D */
        return LINEAR_LINE_END;
    *bytes = input->bytes + input->begin;
    while (input->begin + *length < input->end &&
           (*length == 0 || ((*bytes)[*length] & 0xC0) == 0x80))
        (*length)++;
    input->begin += *length;
    *length -= **bytes == '\n';
    return LINEAR_LINE_READ;
}

/* ---- secrets */

bool linear_input_secret(struct linear_input *input, struct secret **out, struct error *error)
{
    const char *bytes;
    size_t length;
    *out = NULL;
    if (linear_input_next(input, 0, &bytes, &length) != LINEAR_LINE_READ)
        return false;
    if (length > PASSPHRASE_MAX_BYTES)
        length = PASSPHRASE_MAX_BYTES;
    if (secret_new(out, PASSPHRASE_MAX_BYTES, error) != STATUS_OK)
        return false;
    memcpy((*out)->bytes, bytes, length);
    (*out)->length = length;
    make_room(input);
    return true;
}
