/* SPDX-License-Identifier: Apache-2.0 */
#include "support/virtual_terminal.h"

#include "support/unit.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <vterm.h>

int posix_openpt(int flags);
int grantpt(int fd);
int unlockpt(int fd);
char *ptsname(int fd);

enum { WRONG_SIZE = 256, FIRST_FD = 3, LAST_FD = 64 };

struct virtual_terminal {
    int master;
    int slave; /* open here too, to look at the line after the end */
    pid_t child;
    int status;
    bool has_ended;
    struct termios before;
    VTerm *vterm;
    VTermScreen *screen;
    int rows;
    int columns;
    bool is_cursor_visible;
    char *said; /* all bytes so far */
    size_t length;
    size_t capacity;
    char wrong[WRONG_SIZE];
};

static long long now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* ---- the emulated screen */

static int set_property(VTermProp property, VTermValue *value, void *self)
{
    struct virtual_terminal *terminal = self;
    if (property == VTERM_PROP_CURSORVISIBLE)
        terminal->is_cursor_visible = value->boolean != 0;
    return 1;
}

static const VTermScreenCallbacks callbacks = { .settermprop = set_property };

static void send_bytes(struct virtual_terminal *terminal, const char *bytes, size_t length)
{
    const long long until = now_ms() + VIRTUAL_TERMINAL_PATIENCE_MS;
    while (length > 0) {
        struct pollfd ready = { .fd = terminal->master, .events = POLLOUT };
        if (now_ms() > until || poll(&ready, 1, VIRTUAL_TERMINAL_PATIENCE_MS) <= 0)
            return;
        const ssize_t written = write(terminal->master, bytes, length);
        if (written < 0 && errno != EAGAIN)
            return;
        bytes += written > 0 ? written : 0;
        length -= written > 0 ? (size_t)written : 0;
    }
}

static void answer_query(const char *bytes, size_t length, void *self)
{
    send_bytes(self, bytes, length);
}

static void screen_begin(struct virtual_terminal *terminal)
{
    terminal->vterm = vterm_new(terminal->rows, terminal->columns);
    assert_non_null(terminal->vterm);
    vterm_set_utf8(terminal->vterm, 1);
    terminal->screen = vterm_obtain_screen(terminal->vterm);
    terminal->is_cursor_visible = true;
    vterm_screen_set_callbacks(terminal->screen, &callbacks, terminal);
    vterm_screen_enable_altscreen(terminal->screen, 1);
    vterm_output_set_callback(terminal->vterm, answer_query, terminal);
    vterm_screen_reset(terminal->screen, 1);
}

/* ---- the line */

static void set_size(int fd, int rows, int columns)
{
    const struct winsize size = { .ws_row = (unsigned short)rows,
                                  .ws_col = (unsigned short)columns };
    assert_int_equal(ioctl(fd, TIOCSWINSZ, &size), 0);
}

static void remember(struct virtual_terminal *terminal, const char *bytes, size_t length)
{
    if (terminal->length + length + 1 > terminal->capacity) {
        terminal->capacity = (terminal->length + length + 1) * 2;
        terminal->said = realloc(terminal->said, terminal->capacity);
        assert_non_null(terminal->said);
    }
    memcpy(terminal->said + terminal->length, bytes, length);
    terminal->length += length;
    terminal->said[terminal->length] = '\0';
}

/* Takes what comes within that time; false when nothing did. */
static bool pump(struct virtual_terminal *terminal, int timeout_ms)
{
    char bytes[8192];
    struct pollfd ready = { .fd = terminal->master, .events = POLLIN };
    if (poll(&ready, 1, timeout_ms < 0 ? 0 : timeout_ms) <= 0)
        return false;
    const ssize_t count = read(terminal->master, bytes, sizeof(bytes));
    if (count <= 0)
        return false;
    remember(terminal, bytes, (size_t)count);
    vterm_input_write(terminal->vterm, bytes, (size_t)count);
    return true;
}

/* ---- the start */

enum { VARIABLES_MAX = VIRTUAL_TERMINAL_WORDS + 8 };

static void become_program(struct virtual_terminal *terminal,
                           const struct virtual_terminal_plan *plan)
{
    static char kind[64], path[] = "PATH=/usr/bin:/bin", locale[] = "LC_ALL=C.UTF-8",
                          name[] = "qadam";
    char *words[VIRTUAL_TERMINAL_WORDS + 2] = { name };
    char *environment[VARIABLES_MAX] = { path, locale, kind };
    const struct rlimit no_core = { 0, 0 };
    snprintf(kind, sizeof(kind), "TERM=%s", plan->kind == NULL ? "xterm-256color" : plan->kind);
    for (int i = 0; i < VIRTUAL_TERMINAL_WORDS && plan->words[i] != NULL; i++)
        words[i + 1] = (char *)(uintptr_t)plan->words[i];
    for (int i = 0; i < VIRTUAL_TERMINAL_WORDS && plan->environment[i] != NULL; i++)
        environment[i + 3] = (char *)(uintptr_t)plan->environment[i];
    setsid();
    setrlimit(RLIMIT_CORE, &no_core);
    if (ioctl(terminal->slave, TIOCSCTTY, 0) != 0)
        _exit(126);
    for (int fd = 0; fd < FIRST_FD; fd++)
        dup2(terminal->slave, fd);
    for (int fd = FIRST_FD; fd < LAST_FD; fd++)
        close(fd);
    execve(QADAM_PROGRAM, words, environment);
    _exit(127);
}

struct virtual_terminal *virtual_terminal_start(const struct virtual_terminal_plan *plan)
{
    struct virtual_terminal *terminal = calloc(1, sizeof(*terminal));
    assert_non_null(terminal);
    terminal->rows = plan->rows == 0 ? 25 : plan->rows;
    terminal->columns = plan->columns == 0 ? 80 : plan->columns;
    terminal->master = posix_openpt(O_RDWR | O_NOCTTY);
    assert_true(terminal->master >= 0);
    assert_int_equal(grantpt(terminal->master), 0);
    assert_int_equal(unlockpt(terminal->master), 0);
    terminal->slave = open(ptsname(terminal->master), O_RDWR | O_NOCTTY);
    assert_true(terminal->slave >= 0);
    set_size(terminal->slave, terminal->rows, terminal->columns);
    assert_int_equal(tcgetattr(terminal->slave, &terminal->before), 0);
    screen_begin(terminal);
    fflush(NULL);
    terminal->child = fork();
    assert_true(terminal->child >= 0);
    if (terminal->child == 0)
        become_program(terminal, plan);
    return terminal;
}

void virtual_terminal_free(struct virtual_terminal *terminal)
{
    if (!terminal->has_ended) {
        kill(terminal->child, SIGKILL);
        waitpid(terminal->child, &terminal->status, 0);
    }
    vterm_free(terminal->vterm);
    close(terminal->slave);
    if (terminal->master >= 0)
        close(terminal->master);
    free(terminal->said);
    free(terminal);
}

/* ---- what a person does */

static const struct {
    const char *name;
    const char *bytes;
} keys[] = {
    { "<Enter>", "\r" },     { "<Tab>", "\t" },       { "<Esc>", "\033" },
    { "<BS>", "\177" },      { "<Del>", "\033[3~" },  { "<Up>", "\033[A" },
    { "<Down>", "\033[B" },  { "<Right>", "\033[C" }, { "<Left>", "\033[D" },
    { "<Home>", "\033[H" },  { "<End>", "\033[F" },   { "<PgUp>", "\033[5~" },
    { "<F1>", "\033OP" },    { "<F2>", "\033OQ" },    { "<F3>", "\033OR" },
    { "<F4>", "\033OS" },    { "<F5>", "\033[15~" },  { "<F6>", "\033[17~" },
    { "<F7>", "\033[18~" },  { "<F8>", "\033[19~" },  { "<F9>", "\033[20~" },
    { "<lt>", "<" },         { "<S-Tab>", "\033[Z" }, { "<F10>", "\033[21~" },
    { "<PgDn>", "\033[6~" },
};

/* How many bytes of the text the key takes; 0 for a plain character. */
static size_t key_bytes(char out[16], const char *text)
{
    for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
        if (strncmp(text, keys[i].name, strlen(keys[i].name)) == 0) {
            snprintf(out, 16, "%s", keys[i].bytes);
            return strlen(keys[i].name);
        }
    if (strncmp(text, "<C-", 3) == 0 && text[3] != '\0' && text[4] == '>') {
        snprintf(out, 16, "%c", text[3] & 31);
        return 5;
    }
    return 0;
}

void virtual_terminal_type(struct virtual_terminal *terminal, const char *text)
{
    char bytes[4096], one[16];
    size_t length = 0;
    while (*text != '\0') {
        size_t taken = key_bytes(one, text);
        if (taken == 0) {
            snprintf(one, sizeof(one), "%c", *text);
            taken = 1;
        }
        assert_true(length + strlen(one) < sizeof(bytes));
        memcpy(bytes + length, one, strlen(one));
        length += strlen(one);
        text += taken;
    }
    send_bytes(terminal, bytes, length);
}

void virtual_terminal_paste(struct virtual_terminal *terminal, const char *text)
{
    static const char begin[] = "\033[200~", end[] = "\033[201~";
    send_bytes(terminal, begin, strlen(begin));
    send_bytes(terminal, text, strlen(text));
    send_bytes(terminal, end, strlen(end));
}

void virtual_terminal_scan(struct virtual_terminal *terminal, const char *zone)
{
    char bytes[512];
    size_t length = 0;
    for (; zone[length] != '\0' && length < sizeof(bytes); length++)
        bytes[length] = zone[length] == '\n' ? (char)'\r' : zone[length];
    send_bytes(terminal, bytes, length);
}

void virtual_terminal_resize(struct virtual_terminal *terminal, int rows, int columns)
{
    terminal->rows = rows;
    terminal->columns = columns;
    vterm_set_size(terminal->vterm, rows, columns);
    set_size(terminal->master, rows, columns);
}

void virtual_terminal_signal(struct virtual_terminal *terminal, int number)
{
    assert_int_equal(kill(terminal->child, number), 0);
}

void virtual_terminal_hang_up(struct virtual_terminal *terminal)
{
    close(terminal->master);
    terminal->master = -1; /* polled for nothing from now on */
}

/* ---- what a person sees */

void virtual_terminal_row(const struct virtual_terminal *terminal, int row,
                          char out[VIRTUAL_TERMINAL_ROW_SIZE])
{
    const VTermRect all = { row, row + 1, 0, terminal->columns };
    const size_t length =
        vterm_screen_get_text(terminal->screen, out, VIRTUAL_TERMINAL_ROW_SIZE - 1, all);
    out[length] = '\0';
}

bool virtual_terminal_shows(const struct virtual_terminal *terminal, const char *text)
{
    char row[VIRTUAL_TERMINAL_ROW_SIZE];
    for (int i = 0; i < terminal->rows; i++) {
        virtual_terminal_row(terminal, i, row);
        if (strstr(row, text) != NULL)
            return true;
    }
    return false;
}

bool virtual_terminal_cursor(const struct virtual_terminal *terminal, int *row, int *column)
{
    VTermPos at;
    vterm_state_get_cursorpos(vterm_obtain_state(terminal->vterm), &at);
    *row = at.row;
    *column = at.col;
    return terminal->is_cursor_visible;
}

bool virtual_terminal_is_reverse(const struct virtual_terminal *terminal, int row, int column)
{
    VTermScreenCell cell;
    const VTermPos at = { row, column };
    return vterm_screen_get_cell(terminal->screen, at, &cell) != 0 && cell.attrs.reverse != 0;
}

unsigned virtual_terminal_letter(const struct virtual_terminal *terminal, int row, int column)
{
    VTermScreenCell cell;
    const VTermPos at = { row, column };
    return vterm_screen_get_cell(terminal->screen, at, &cell) == 0 ? 0 : cell.chars[0];
}

void virtual_terminal_print(const struct virtual_terminal *terminal)
{
    char row[VIRTUAL_TERMINAL_ROW_SIZE];
    int at_row, at_column;
    for (int i = 0; i < terminal->rows; i++) {
        virtual_terminal_row(terminal, i, row);
        print_error("%2d|%s\n", i + 1, row);
    }
    virtual_terminal_cursor(terminal, &at_row, &at_column);
    print_error("cursor in row %d, column %d\n", at_row + 1, at_column + 1);
}

static bool wait_for(struct virtual_terminal *terminal, const char *text, bool is_there)
{
    const long long until = now_ms() + VIRTUAL_TERMINAL_PATIENCE_MS;
    while (virtual_terminal_shows(terminal, text) != is_there) {
        if (now_ms() > until) {
            virtual_terminal_print(terminal);
            print_error("waited for \"%s\" to %s\n", text, is_there ? "come" : "go");
            return false;
        }
        pump(terminal, 50);
    }
    return true;
}

bool virtual_terminal_wait_text(struct virtual_terminal *terminal, const char *text)
{
    return wait_for(terminal, text, true);
}

bool virtual_terminal_wait_gone(struct virtual_terminal *terminal, const char *text)
{
    return wait_for(terminal, text, false);
}

void virtual_terminal_wait_quiet(struct virtual_terminal *terminal, int quiet_ms)
{
    const long long until = now_ms() + VIRTUAL_TERMINAL_PATIENCE_MS;
    while (pump(terminal, quiet_ms) && now_ms() < until)
        continue;
}

static double exact_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

bool virtual_terminal_measure(struct virtual_terminal *terminal,
                              struct virtual_terminal_answer *out)
{
    const double begun = exact_ms();
    const size_t before = terminal->length;
    if (!pump(terminal, VIRTUAL_TERMINAL_PATIENCE_MS)) {
        virtual_terminal_print(terminal);
        print_error("waited for any answer\n");
        return false;
    }
    out->first_ms = out->last_ms = exact_ms() - begun;
    while (pump(terminal, VIRTUAL_TERMINAL_QUIET_MS) && out->last_ms < VIRTUAL_TERMINAL_PATIENCE_MS)
        out->last_ms = exact_ms() - begun;
    out->bytes = terminal->length - before;
    return true;
}

bool virtual_terminal_wait_answer(struct virtual_terminal *terminal)
{
    struct virtual_terminal_answer answer;
    return virtual_terminal_measure(terminal, &answer);
}

/* ---- what came over the line */

size_t virtual_terminal_bytes(const struct virtual_terminal *terminal)
{
    return terminal->length;
}

bool virtual_terminal_said(const struct virtual_terminal *terminal, const char *bytes)
{
    return terminal->said != NULL && strstr(terminal->said, bytes) != NULL;
}

/* Of one order such as "1;31": whether a number in it sets a colour. */
static bool sets_colour(const char *numbers, size_t length)
{
    int number = 0;
    for (size_t i = 0; i <= length; i++) {
        if (i < length && numbers[i] >= '0' && numbers[i] <= '9') {
            number = number * 10 + numbers[i] - '0';
            continue;
        }
        const bool is_colour = (number >= 30 && number <= 38) || (number >= 40 && number <= 48) ||
                               (number >= 90 && number <= 107);
        if (is_colour)
            return true;
        number = 0;
    }
    return false;
}

size_t virtual_terminal_colours(const struct virtual_terminal *terminal)
{
    size_t count = 0;
    for (const char *at = terminal->said; at != NULL && (at = strstr(at, "\033[")) != NULL;) {
        at += 2;
        const size_t length = strspn(at, "0123456789;");
        count += at[length] == 'm' && sets_colour(at, length);
    }
    return count;
}

/* ---- the end */

pid_t virtual_terminal_pid(const struct virtual_terminal *terminal)
{
    return terminal->child;
}

static bool has_ended(struct virtual_terminal *terminal)
{
    if (!terminal->has_ended)
        terminal->has_ended =
            waitpid(terminal->child, &terminal->status, WNOHANG) == terminal->child;
    return terminal->has_ended;
}

bool virtual_terminal_wait_stop(struct virtual_terminal *terminal)
{
    const long long until = now_ms() + VIRTUAL_TERMINAL_PATIENCE_MS;
    int status = 0;
    while (now_ms() < until) {
        if (waitpid(terminal->child, &status, WUNTRACED | WNOHANG) == terminal->child)
            return WIFSTOPPED(status);
        pump(terminal, 10);
    }
    return false;
}

int virtual_terminal_end(struct virtual_terminal *terminal)
{
    const long long until = now_ms() + VIRTUAL_TERMINAL_PATIENCE_MS;
    while (!has_ended(terminal) && now_ms() < until)
        pump(terminal, 10);
    if (!terminal->has_ended) {
        virtual_terminal_print(terminal);
        return VIRTUAL_TERMINAL_GOES_ON;
    }
    while (pump(terminal, 0))
        continue;
    return WIFEXITED(terminal->status) ? WEXITSTATUS(terminal->status)
                                       : -WTERMSIG(terminal->status);
}

static void add_wrong(struct virtual_terminal *terminal, const char *what)
{
    const size_t length = strlen(terminal->wrong);
    snprintf(terminal->wrong + length, WRONG_SIZE - length, "%s%s", length == 0 ? "" : ", ", what);
}

/* Where the last order of these bytes stands; -1 when there is none. */
static long last_of(const struct virtual_terminal *terminal, const char *bytes)
{
    long found = -1;
    for (const char *at = terminal->said; at != NULL && (at = strstr(at, bytes)) != NULL; at++)
        found = at - terminal->said;
    return found;
}

static void check_mode(struct virtual_terminal *terminal, const char *on, const char *off,
                       const char *what)
{
    if (last_of(terminal, on) > last_of(terminal, off))
        add_wrong(terminal, what);
}

const char *virtual_terminal_left_wrong(struct virtual_terminal *terminal)
{
    struct termios after;
    terminal->wrong[0] = '\0';
    assert_int_equal(tcgetattr(terminal->slave, &after), 0);
    if (after.c_iflag != terminal->before.c_iflag || after.c_oflag != terminal->before.c_oflag ||
        after.c_lflag != terminal->before.c_lflag || after.c_cflag != terminal->before.c_cflag)
        add_wrong(terminal, "line settings");
    check_mode(terminal, "\033[?1049h", "\033[?1049l", "alternate screen");
    check_mode(terminal, "\033[?2004h", "\033[?2004l", "bracketed paste");
    check_mode(terminal, "\033[?1000h", "\033[?1000l", "mouse");
    check_mode(terminal, "\033[?1006h", "\033[?1006l", "mouse coordinates");
    check_mode(terminal, "\033[?1h", "\033[?1l", "cursor keys");
    check_mode(terminal, "\033=", "\033>", "keypad");
    check_mode(terminal, "\033[?25l", "\033[?25h", "hidden cursor");
    if (!terminal->is_cursor_visible)
        add_wrong(terminal, "cursor");
    return terminal->wrong;
}
