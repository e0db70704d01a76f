/* SPDX-License-Identifier: Apache-2.0 */
#include "command/interruption.h"

#include <stddef.h>
#include <sys/select.h>
#include <time.h>

static const int stopping_signals[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT };
static volatile sig_atomic_t is_asked;
static volatile sig_atomic_t is_suspended;
static struct sigaction suspending; /* what Ctrl-Z did before */

static void note_signal(int number)
{
    if (number == SIGTSTP)
        is_suspended = 1;
    else
        is_asked = 1;
}

void interruption_begin(void)
{
    struct sigaction action = { .sa_handler = note_signal };
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < sizeof(stopping_signals) / sizeof(stopping_signals[0]); i++) {
        struct sigaction old;
        /* nohup and background jobs ignore some signals on purpose. */
        if (sigaction(stopping_signals[i], NULL, &old) == 0 && old.sa_handler != SIG_IGN)
            sigaction(stopping_signals[i], &action, NULL);
    }
}

bool interruption_is_asked(void)
{
    return is_asked != 0;
}

void interruption_block(sigset_t *waiting_mask)
{
    struct sigaction action = { .sa_handler = note_signal };
    sigset_t blocked;
    sigemptyset(&action.sa_mask);
    sigemptyset(&blocked);
    for (size_t i = 0; i < sizeof(stopping_signals) / sizeof(stopping_signals[0]); i++)
        sigaddset(&blocked, stopping_signals[i]);
    sigaddset(&blocked, SIGTSTP);
    sigprocmask(SIG_BLOCK, &blocked, waiting_mask);
    sigaction(SIGTSTP, NULL, &suspending);
    if (suspending.sa_handler != SIG_IGN)
        sigaction(SIGTSTP, &action, NULL);
}

void interruption_unblock(const sigset_t *waiting_mask)
{
    sigaction(SIGTSTP, &suspending, NULL);
    sigprocmask(SIG_SETMASK, waiting_mask, NULL);
}

bool interruption_take_suspension(void)
{
    bool was_suspended = is_suspended != 0;
    is_suspended = 0;
    return was_suspended;
}

bool interruption_sleep(unsigned seconds)
{
    struct timespec start;
    struct timespec now;
    sigset_t mask;
    interruption_block(&mask);
    clock_gettime(CLOCK_MONOTONIC, &start);
    do {
        struct timespec rest = { .tv_nsec = 200000000L };
        pselect(0, NULL, NULL, NULL, &rest, &mask);
        clock_gettime(CLOCK_MONOTONIC, &now);
    } while (!interruption_is_asked() && now.tv_sec - start.tv_sec < (time_t)seconds);
    interruption_unblock(&mask);
    return !interruption_is_asked();
}
