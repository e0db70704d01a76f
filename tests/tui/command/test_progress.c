/* SPDX-License-Identifier: Apache-2.0 */
#include "command/progress.h"

#include "command/interruption.h"
#include "support/capture.h"
#include "support/terminal.h"
#include "support/unit.h"

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static void without_a_terminal_nothing_is_shown(void **state)
{
    struct progress_line line;
    struct capture capture;
    (void)state;
    capture_begin(&capture, stderr);
    progress_begin(&line, "Copying");
    struct progress progress = progress_of(&line);
    bool goes_on = progress.report(progress.self, 1, 2);
    progress_end(&line);
    capture_end(&capture);
    assert_true(goes_on);
    assert_string_equal(capture.text, "");
}

/* A thousand reports within a moment, then one a while later. */
static int report_much(void *self)
{
    struct progress_line line;
    (void)self;
    int terminal = open("/dev/tty", O_RDWR);
    if (dup2(terminal, STDERR_FILENO) < 0)
        return 97;
    progress_begin(&line, "Копирование");
    for (int i = 0; i < 1000; i++)
        if (!progress_report(&line, i, 1000))
            return 98;
    usleep(250000);
    progress_report(&line, 1000, 1000);
    progress_end(&line);
    return 0;
}

static void the_line_is_shown_rarely_and_taken_away(void **state)
{
    struct terminal terminal;
    size_t shown = 0;
    (void)state;
    terminal_begin(&terminal, report_much, NULL);
    assert_int_equal(terminal_end(&terminal), 0);
    for (const char *at = terminal.output; (at = strstr(at, "Копирование")) != NULL; at++)
        shown++;
    assert_in_range(shown, 2, 4);
    assert_non_null(strstr(terminal.output, "\rКопирование   0 %"));
    assert_non_null(strstr(terminal.output, "\rКопирование 100 %"));
    /* Eleven letters and six more columns. */
    assert_non_null(strstr(terminal.output, "\r                   \r"));
    assert_null(strchr(terminal.output, '\n'));
}

static int report_after_signal(void *number)
{
    struct progress_line line;
    interruption_begin();
    progress_begin(&line, "Copying");
    bool before = progress_report(&line, 1, 2);
    raise(*(int *)number);
    bool after = progress_report(&line, 1, 2);
    bool silent = progress_silent().report(progress_silent().self, 0, 0);
    return before && !after && !silent ? 0 : 1;
}

static void a_signal_stops_the_work_at_the_next_report(void **state)
{
    static int numbers[] = { SIGINT, SIGTERM, SIGHUP };
    (void)state;
    for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
        struct terminal terminal;
        terminal_begin(&terminal, report_after_signal, &numbers[i]);
        assert_int_equal(terminal_end(&terminal), 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_a_terminal_nothing_is_shown),
        cmocka_unit_test(the_line_is_shown_rarely_and_taken_away),
        cmocka_unit_test(a_signal_stops_the_work_at_the_next_report),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
