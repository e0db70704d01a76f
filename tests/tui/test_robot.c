/* SPDX-License-Identifier: Apache-2.0 */

/* Somebody who presses anything: whatever comes, the program lives, draws, and leaves a sound
 * office file.  QADAM_ROBOT_KEYS and QADAM_ROBOT_SEED change how many keys and which;
 * QADAM_ROBOT_TRACE=1 shows each before it is pressed. */
#include "app/app_private.h"

#include "language.h"
#include "support/tui/fixture_application.h"
#include "support/unit.h"
#include "view/view_list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { ROBOT_KEYS = 3000, ROBOT_SEED = 1, ROBOT_RUN = 400, TRIES_MAX = 8 };

struct robot {
    struct fixture_application fixture;
    uint64_t random;
    long keys;
    bool is_traced;
};

static struct robot robot;

static unsigned choose(unsigned count)
{
    robot.random = robot.random * 6364136223846793005ULL + 1442695040888963407ULL;
    return (unsigned)(robot.random >> 33) % count;
}

static long number_of(const char *name, long usual)
{
    const char *value = getenv(name);
    return value == NULL ? usual : strtol(value, NULL, 10);
}

/* ---- what it presses */

static const char *const letters[] = {
    "a", "e", "i", "o", "r", "n", "s", "t", "k", "l", "y", "u", "j", "?", "/", "!",  " ", ".", "-",
    "а", "и", "о", "у", "н", "р", "т", "к", "ж", "ы", "ь", "Ң", "қ", "Ғ", "A", "N",  "P", "C", "V",
    "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "x", "b", "g", "m", "d", "日", "é",
};

static const char *const words[] = {
    "demo",       "Nurlanov", "Азамат",   "12.03.1987", "140691", "t",        "+3",
    "KG-2026-00", "kgz",      "Сыдыкова", "AN1234567",  "y",      "1<Enter>", "xx<Tab>yy<Tab>",
};

static const char *const moves[] = {
    "<Up>",   "<Down>", "<Down>", "<Left>", "<Right>", "<Home>", "<End>",
    "<PgUp>", "<PgDn>", "<Tab>",  "<Tab>",  "<S-Tab>", "<BS>",   "<Del>",
};

static const char *const functions[] = { "<F1>", "<F2>", "<F3>", "<F4>", "<F5>",
                                         "<F6>", "<F7>", "<F8>", "<F9>" };

static const char *const controls[] = { "<C-z>", "<C-u>", "<C-l>",  "<C-r>",  "<C-n>", "<C-x>",
                                        "<C-d>", "<C-k>", "<Esc>1", "<Esc>2", "<Esc>9" };

static const char *const sizes[] = { "<Resize:80x25>", "<Resize:60x16>",  "<Resize:80x24>",
                                     "<Resize:20x5>",  "<Resize:132x43>", "<Resize:7x3>",
                                     "<Resize:1x1>",   "<Resize:300x100>" };

static const char *const waits[] = { "<Wait:600>", "<Wait:1200>", "<Wait:60000>", "<Resume>" };

static const char *const pastes[] = { "one\ntwo\tthree", "\033[2J<F10>\x01", "日本語 Қазақ", "",
                                      "a very long text that goes on and on and on, and then on" };

static const char passport[] = "P<KGZNURLANOV<<AZAMAT<<<<<<<<<<<<<<<<<<<<<<<\n"
                               "AN12345674KGZ8703127M2801015<<<<<<<<<<<<<<08\n";

#define COUNT(table)  (unsigned)(sizeof(table) / sizeof((table)[0]))
#define ONE_OF(table) (table)[choose(COUNT(table))]

static const char *choose_keys(void)
{
    const unsigned what = choose(100);
    return what < 26   ? ONE_OF(letters)
           : what < 36 ? ONE_OF(words)
           : what < 52 ? "<Enter>"
           : what < 80 ? ONE_OF(moves)
           : what < 87 ? "<Esc>"
           : what < 93 ? ONE_OF(functions)
           : what < 96 ? ONE_OF(controls)
           : what < 97 ? ONE_OF(sizes)
           : what < 98 ? ONE_OF(waits)
           : what < 99 ? "<Paste>"
                       : "<Scan>";
}

static void trace(const char *what)
{
    if (robot.is_traced)
        fprintf(stderr, "%s\n", what);
}

static void press_one(void)
{
    struct scripted_port *port = &robot.fixture.port;
    const char *keys = choose_keys();
    trace(keys);
    if (strcmp(keys, "<Paste>") == 0)
        scripted_port_paste(port, ONE_OF(pastes));
    else if (strcmp(keys, "<Scan>") == 0)
        scripted_port_scan(port, passport);
    else if (choose(6) == 0)
        scripted_port_type_ahead(port, keys);
    else
        scripted_port_type(port, keys);
}

/* ---- where it goes */

static bool is_open(void)
{
    return session_is_open(app_session(robot.fixture.app));
}

/* Right into some view about somebody, so that those far from home are met as often. */
static void open_some_view(void)
{
    size_t count = 0;
    struct place place = { .detail = "" };
    while (view_list_at(count) != NULL)
        count++;
    const struct view_class *class = view_list_at(choose((unsigned)count));
    const bool is_person = choose(2) == 0;
    snprintf(place.subject, sizeof(place.subject), "%s",
             is_person ? robot.fixture.people[choose(FIXTURE_APPLICATION_PEOPLE)]
                       : robot.fixture.cases[choose(FIXTURE_APPLICATION_CASES)]);
    if (is_person && choose(2) == 0)
        snprintf(place.detail, sizeof(place.detail), "person");
    if (choose(4) == 0)
        place.subject[0] = '\0';
    if (!class->is_locked) {
        trace(class->name);
        app_open(robot.fixture.app, class, &place);
        app_draw(robot.fixture.app);
    }
}

static void start(void)
{
    fixture_application_start(&robot.fixture, 25, 80);
}

static void stop(void)
{
    fixture_application_lose(&robot.fixture);
}

/* Gets in; it may have changed the passphrase itself, then a new file is made. */
static void unlock(void)
{
    for (int i = 0; i < TRIES_MAX && !is_open(); i++) {
        if (!fixture_application_do(&robot.fixture, "<Esc><Wait:90000><Resize:80x25>")) {
            stop();
            start();
        }
        if (!fixture_application_do(&robot.fixture, "<C-u>demo<Enter>")) {
            stop();
            start();
        }
    }
    if (is_open())
        return;
    stop();
    start();
    assert_true(fixture_application_do(&robot.fixture, "demo<Enter>"));
    if (is_open())
        return;
    stop();
    fixture_application_remove(&robot.fixture);
    fixture_application_make(&robot.fixture);
    start();
}

/* Some hundred keys; how many. */
static long run_once(void)
{
    long count = 0;
    if (!is_open() && choose(3) != 0)
        unlock();
    if (is_open())
        open_some_view();
    for (; count < ROBOT_RUN && count < robot.keys; count++) {
        press_one();
        if (!scripted_run(&robot.fixture.port, robot.fixture.app)) {
            stop();
            start();
        }
        assert_non_null(app_top(robot.fixture.app));
        if (choose(150) == 0 && is_open())
            open_some_view();
        if (choose(20) == 0 && !is_open())
            unlock();
        scripted_port_forget(&robot.fixture.port);
    }
    return count;
}

static void whatever_is_pressed_the_program_lives(void **state)
{
    (void)state;
    robot.keys = number_of("QADAM_ROBOT_KEYS", ROBOT_KEYS);
    robot.random = (uint64_t)number_of("QADAM_ROBOT_SEED", ROBOT_SEED);
    robot.is_traced = getenv("QADAM_ROBOT_TRACE") != NULL;
    fixture_application_make(&robot.fixture);
    assert_int_equal(chdir(robot.fixture.folder.path), 0);
    start();
    while (robot.keys > 0)
        robot.keys -= run_once();
    unlock();
    stop();
    fixture_application_verify(&robot.fixture);
    assert_int_equal(chdir("/"), 0);
    fixture_application_remove(&robot.fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whatever_is_pressed_the_program_lives),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
