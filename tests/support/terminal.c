/* SPDX-License-Identifier: Apache-2.0 */
#include "support/terminal.h"

#include "support/unit.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

enum { TERMINAL_PATIENCE_MS = 10000, TERMINAL_STEP_MS = 20 };

int posix_openpt(int flags);
int grantpt(int fd);
int unlockpt(int fd);
char *ptsname(int fd);

void terminal_begin(struct terminal *terminal, int (*body)(void *self), void *self)
{
    *terminal = (struct terminal){ .master = posix_openpt(O_RDWR | O_NOCTTY) };
    assert_true(terminal->master >= 0);
    assert_int_equal(grantpt(terminal->master), 0);
    assert_int_equal(unlockpt(terminal->master), 0);
    terminal->child = fork();
    assert_true(terminal->child >= 0);
    if (terminal->child > 0)
        return;
    setsid();
    int slave = open(ptsname(terminal->master), O_RDWR);
    if (slave < 0 || ioctl(slave, TIOCSCTTY, 0) != 0)
        _exit(99);
    close(terminal->master);
    _exit(body(self));
}

/* Takes what has come; false when nothing did. */
static bool terminal_read(struct terminal *terminal)
{
    struct pollfd ready = { .fd = terminal->master, .events = POLLIN };
    if (poll(&ready, 1, TERMINAL_STEP_MS) <= 0)
        return false;
    ssize_t count = read(terminal->master, terminal->output + terminal->length,
                         sizeof(terminal->output) - terminal->length - 1);
    if (count <= 0)
        return false;
    terminal->length += (size_t)count;
    terminal->output[terminal->length] = '\0';
    return true;
}

bool terminal_wait_for(struct terminal *terminal, const char *text, size_t offset)
{
    for (int waited = 0; waited < TERMINAL_PATIENCE_MS; waited += TERMINAL_STEP_MS) {
        terminal_read(terminal);
        if (offset <= terminal->length && strstr(terminal->output + offset, text) != NULL)
            return true;
    }
    return false;
}

void terminal_type(const struct terminal *terminal, const char *keys)
{
    assert_int_equal(write(terminal->master, keys, strlen(keys)), strlen(keys));
}

bool terminal_echoes(const struct terminal *terminal)
{
    struct termios settings;
    assert_int_equal(tcgetattr(terminal->master, &settings), 0);
    return (settings.c_lflag & ECHO) != 0 && (settings.c_lflag & ICANON) != 0;
}

bool terminal_wait_for_stop(const struct terminal *terminal)
{
    for (int waited = 0; waited < TERMINAL_PATIENCE_MS; waited += TERMINAL_STEP_MS) {
        int status = 0;
        if (waitpid(terminal->child, &status, WUNTRACED | WNOHANG) == terminal->child)
            return WIFSTOPPED(status);
        usleep(TERMINAL_STEP_MS * 1000);
    }
    return false;
}

int terminal_end(struct terminal *terminal)
{
    int status = -1;
    pid_t ended = 0;
    for (int waited = 0; waited < TERMINAL_PATIENCE_MS && ended == 0; waited += TERMINAL_STEP_MS) {
        terminal_read(terminal);
        ended = waitpid(terminal->child, &status, WNOHANG);
        if (ended == 0)
            usleep(1000);
    }
    if (ended == 0) {
        kill(terminal->child, SIGKILL);
        waitpid(terminal->child, &status, 0);
    }
    while (terminal_read(terminal))
        continue;
    close(terminal->master);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}
