/* SPDX-License-Identifier: Apache-2.0 */

/* What the application costs on a terminal of 80 x 25: how long it takes to start, to open the
 * file and to answer a key, in bytes and milliseconds, and how much memory it takes.  The number of
 * people in the file is the first argument (10,000).  Key derivation is not in it: the file is one
 * for practice, which costs nothing to open. */
#include "support/fixture_terminal.h"
#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PEOPLE_DEFAULT = 10000, RUNS = 7, KEYS = 20, LINE_BYTES_A_SECOND = 960 };

static struct fixture_terminal fixture;
static const struct virtual_terminal_plan plain;

static void must(bool is_right)
{
    if (is_right)
        return;
    fprintf(stderr, "bench: the application did not answer\n");
    fixture_terminal_remove(&fixture);
    exit(1);
}

static int by_time(const void *a, const void *b)
{
    const struct virtual_terminal_answer *left = a, *right = b;
    return (left->last_ms > right->last_ms) - (left->last_ms < right->last_ms);
}

/* The middle one of all measured. */
static void print_answers(const char *what, struct virtual_terminal_answer *answers, size_t count)
{
    qsort(answers, count, sizeof(*answers), by_time);
    const struct virtual_terminal_answer *middle = &answers[count / 2];
    printf("%-34s %8.1f %8.1f %8.1f %8zu %8.2f\n", what, middle->first_ms, middle->last_ms,
           answers[count - 1].last_ms, middle->bytes, (double)middle->bytes / LINE_BYTES_A_SECOND);
}

static struct virtual_terminal_answer press(const char *keys)
{
    struct virtual_terminal_answer answer = { 0 };
    virtual_terminal_wait_quiet(fixture.terminal, VIRTUAL_TERMINAL_QUIET_MS);
    virtual_terminal_type(fixture.terminal, keys);
    must(virtual_terminal_measure(fixture.terminal, &answer));
    return answer;
}

static void measure(const char *what, const char *keys, size_t count)
{
    struct virtual_terminal_answer answers[KEYS];
    for (size_t i = 0; i < count; i++)
        answers[i] = press(keys);
    print_answers(what, answers, count);
}

static void start(void)
{
    const struct virtual_terminal_plan plan = { .words = { fixture.path, "--today",
                                                           "2026-11-24" } };
    fixture_terminal_stop(&fixture);
    fixture.terminal = virtual_terminal_start(&plan);
}

static void measure_start(void)
{
    struct virtual_terminal_answer answers[RUNS];
    for (size_t i = 0; i < RUNS; i++) {
        start();
        must(virtual_terminal_measure(fixture.terminal, &answers[i]));
        must(virtual_terminal_shows(fixture.terminal, "QADAM"));
    }
    print_answers("start to unlock screen", answers, RUNS);
}

static void measure_open(void)
{
    struct virtual_terminal_answer answers[RUNS];
    for (size_t i = 0; i < RUNS; i++) {
        fixture_terminal_start(&fixture, &plain);
        press("demo");
        answers[i] = press("<Enter>");
        must(!virtual_terminal_shows(fixture.terminal, "QADAM"));
    }
    print_answers("unlock to my day", answers, RUNS);
}

static void measure_keys(void)
{
    static const char *const typed[] = { "N", "u", "r", "l", "a", "n", "o", "v" };
    struct virtual_terminal_answer answers[sizeof(typed) / sizeof(typed[0])];
    measure("down a list", "<Down>", 4);
    measure("redraw all", "<C-l>", 5);
    measure("menu", "<F9>", 1);
    measure("Esc", "<Esc>", 1);
    measure("search", "<F3>", 1);
    for (size_t i = 0; i < sizeof(typed) / sizeof(typed[0]); i++)
        answers[i] = press(typed[i]);
    print_answers("a letter of a search", answers, sizeof(typed) / sizeof(typed[0]));
    measure("down the results", "<Down>", 3);
}

/* A line of /proc/PID/status, in KiB. */
static long memory(const char *name)
{
    char path[64], line[256];
    long value = 0;
    snprintf(path, sizeof(path), "/proc/%d/status", (int)virtual_terminal_pid(fixture.terminal));
    FILE *file = fopen(path, "r");
    while (file != NULL && fgets(line, sizeof(line), file) != NULL)
        if (strncmp(line, name, strlen(name)) == 0)
            value = strtol(line + strlen(name) + 1, NULL, 10);
    if (file != NULL)
        fclose(file);
    return value;
}

static void print_memory(const char *when)
{
    printf("memory, %-26s %8ld KiB, at most %ld KiB\n", when, memory("VmRSS"), memory("VmHWM"));
}

int main(int count, char **arguments)
{
    const long people = count > 1 ? strtol(arguments[1], NULL, 10) : PEOPLE_DEFAULT;
    printf("The application, on a file of %ld people:\n", people);
    fixture_terminal_make(&fixture, people);
    printf("%-34s %8s %8s %8s %8s %8s\n", "", "first ms", "all ms", "most ms", "bytes",
           "9600 bd s");
    measure_start();
    fixture_terminal_start(&fixture, &plain);
    virtual_terminal_wait_quiet(fixture.terminal, VIRTUAL_TERMINAL_QUIET_MS);
    print_memory("before opening");
    measure_open();
    print_memory("after opening");
    measure_keys();
    print_memory("after all that");
    fixture_terminal_remove(&fixture);
    return 0;
}
