/* SPDX-License-Identifier: Apache-2.0 */
#include "term/restore.h"

#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

/* Written before the handlers are set, only read by them. */
static int terminal = -1;
static char ordinary[RESTORE_TEXT_SIZE];
static size_t ordinary_length;
static struct termios settings;
static struct termios own_settings;
static sigset_t wait_mask;

static volatile sig_atomic_t ending_signal;
static volatile sig_atomic_t is_resumed;

static const int deadly[] = { SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL };
static const int polite[] = { SIGTERM, SIGHUP, SIGINT, SIGQUIT };
enum { DEADLY_COUNT = 5, POLITE_COUNT = 4 };

/* ---- in a handler */

static void put_back(void)
{
    if (terminal < 0)
        return;
    ssize_t written = write(terminal, ordinary, ordinary_length);
    (void)written; /* there is nobody to tell */
    tcsetattr(terminal, TCSANOW, &settings);
}

static void strike(int number)
{
    put_back();
    signal(number, SIG_DFL);
    raise(number);
}

/* The second one does not wait for what the program is doing. */
static void ask(int number)
{
    if (ending_signal != 0)
        strike(number);
    ending_signal = number;
}

static void stop(int number)
{
    put_back();
    (void)number;
    raise(SIGSTOP);
    /* Here the program goes on. */
    tcsetattr(terminal, TCSANOW, &own_settings);
    is_resumed = 1;
}

/* ---- begin and end */

static void catch_signal(int number, void (*handler)(int), int flags)
{
    struct sigaction action = { .sa_handler = handler, .sa_flags = flags };
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, NULL);
}

static void catch_all(bool is_caught)
{
    for (int i = 0; i < DEADLY_COUNT; i++)
        catch_signal(deadly[i], is_caught ? strike : SIG_DFL, 0);
    for (int i = 0; i < POLITE_COUNT; i++)
        catch_signal(polite[i], is_caught ? ask : SIG_DFL, 0);
    catch_signal(SIGTSTP, is_caught ? stop : SIG_DFL, 0);
}

void restore_remember(int fd)
{
    tcgetattr(fd, &settings);
}

void restore_begin(int fd, const char *text)
{
    sigset_t blocked;
    ordinary_length = strlen(text) < sizeof(ordinary) ? strlen(text) : sizeof(ordinary) - 1;
    memcpy(ordinary, text, ordinary_length);
    sigemptyset(&blocked);
    for (int i = 0; i < POLITE_COUNT; i++)
        sigaddset(&blocked, polite[i]);
    sigaddset(&blocked, SIGTSTP);
    sigaddset(&blocked, SIGWINCH);
    sigprocmask(SIG_BLOCK, &blocked, &wait_mask);
    tcgetattr(fd, &own_settings);
    terminal = fd;
    catch_all(true);
}

void restore_end(void)
{
    if (terminal < 0)
        return;
    tcsetattr(terminal, TCSANOW, &settings);
    terminal = -1;
    catch_all(false);
    sigprocmask(SIG_SETMASK, &wait_mask, NULL);
}

bool restore_was_asked_to_end(void)
{
    return ending_signal != 0;
}

void restore_end_by_signal(void)
{
    if (ending_signal == 0)
        return;
    const int number = ending_signal;
    sigset_t unblocked;
    signal(number, SIG_DFL);
    sigemptyset(&unblocked);
    sigaddset(&unblocked, number);
    raise(number);
    sigprocmask(SIG_UNBLOCK, &unblocked, NULL);
}

bool restore_was_resumed(void)
{
    const bool was = is_resumed != 0;
    is_resumed = 0;
    return was;
}

const sigset_t *restore_wait_mask(void)
{
    return &wait_mask;
}
