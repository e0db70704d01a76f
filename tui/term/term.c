/* SPDX-License-Identifier: Apache-2.0 */
#include "term/term.h"

#include "term/key_sequence.h"
#include "term/restore.h"

#include <curses.h>
#include <errno.h>
#include <poll.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <term.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <utf8proc.h>
#include <wchar.h>

/* Macros of term.h that are words of ours. */
#undef columns
#undef lines

enum {
    ESCAPE_MS = 50,
    ESCAPE_SLOW_MS = 150, /* over a network or a slow line the rest of a key comes later */
    PASTE_WAIT_MS = 5000,
    PASTE_MAX = 65536,
    /* Codes of our own, beyond those of curses: one for each key of ours, then the marks around
     * what is pasted. */
    OWN_CODE = 0x1000,
    OWN_PASTE = OWN_CODE + CODE_COUNT,
    OWN_PASTE_END,
    SLEEP_CHECK_MS = 10000, /* a wait does not count how long the PC slept */
};

static struct {
    SCREEN *screen;
    WINDOW *keyboard; /* a pad: reading from it draws nothing */
    struct grid shown;
    char *pasted;
    bool has_colour;
    bool is_contrast;
} state;

/* ---- modes */

static const char modes_on[] = "\033[?2004h"; /* what is pasted comes between marks */
static const char modes_off[] = "\033[?2004l";

static bool has_modes(void)
{
    const char *kind = getenv("TERM");
    /* Consoles and real terminals would print what they do not know. */
    return kind != NULL && strncmp(kind, "vt", 2) != 0 && strcmp(kind, "linux") != 0 &&
           strcmp(kind, "cons25") != 0;
}

static void write_plain(const char *text)
{
    fflush(stdout);
    ssize_t written = write(STDOUT_FILENO, text, strlen(text));
    (void)written;
}

static const char *capability(const char *name)
{
    const char *value = tigetstr(name);
    return value == NULL || (intptr_t)value == -1 ? "" : value;
}

/* Without the pauses that old terminals want: a signal handler cannot make them. */
static const char *clearing(void)
{
    const char *text = capability("clear");
    return strchr(text, '$') == NULL ? text : "\033[H\033[J";
}

static void restore_prepare(bool has_mouse)
{
    char text[RESTORE_TEXT_SIZE];
    /* Emptied first: many consoles have no second screen, and where there is one it can be called
     * back. */
    snprintf(text, sizeof(text), "%s%s%s%s%s%s%s", has_modes() ? modes_off : "",
             has_mouse ? "\033[?1006l\033[?1000l" : "", capability("sgr0"), clearing(),
             capability("rmkx"), capability("cnorm"), capability("rmcup"));
    restore_begin(STDIN_FILENO, text);
}

/* ---- pasting */

static bool is_readable(int timeout_ms)
{
    struct pollfd input = { .fd = STDIN_FILENO, .events = POLLIN };
    return poll(&input, 1, timeout_ms) > 0;
}

static bool is_hung_up(void)
{
    struct pollfd input = { .fd = STDIN_FILENO, .events = POLLIN };
    return poll(&input, 1, 0) > 0 && (input.revents & (POLLHUP | POLLERR | POLLNVAL)) != 0;
}

static void paste_add(size_t *length, wint_t character)
{
    utf8proc_uint8_t bytes[4];
    if (character == '\r')
        character = '\n';
    const bool is_control = (character < ' ' && character != '\n' && character != '\t') ||
                            (character >= 0x7F && character < 0xA0);
    if (is_control)
        return;
    const utf8proc_ssize_t count = utf8proc_encode_char((utf8proc_int32_t)character, bytes);
    if (*length + (size_t)count >= PASTE_MAX)
        return;
    memcpy(state.pasted + *length, bytes, (size_t)count);
    *length += (size_t)count;
}

/* It can have been a passphrase. */
static void paste_forget(void)
{
    if (state.pasted != NULL)
        sodium_memzero(state.pasted, PASTE_MAX + 1);
    free(state.pasted);
    state.pasted = NULL;
}

/* Up to its closing mark, or until nothing comes any more. */
static void paste_read(struct key *out)
{
    size_t length = 0;
    wint_t character;
    paste_forget();
    state.pasted = malloc(PASTE_MAX + 1);
    for (;;) {
        const int code = wget_wch(state.keyboard, &character);
        if (code == ERR && (!is_readable(PASTE_WAIT_MS) || is_hung_up()))
            break;
        if (code == KEY_CODE_YES && character == OWN_PASTE_END)
            break;
        if (code == OK && state.pasted != NULL)
            paste_add(&length, character);
    }
    if (state.pasted == NULL)
        return;
    state.pasted[length] = '\0';
    out->code = CODE_PASTE;
    out->pasted = state.pasted;
}

/* ---- the port */

static long long term_now_ms(void *self)
{
    struct timespec now;
    (void)self;
    /* The time that the PC slept counts too. */
#ifdef CLOCK_BOOTTIME
    clock_gettime(CLOCK_BOOTTIME, &now);
#else
    clock_gettime(CLOCK_MONOTONIC, &now);
#endif
    return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static bool take_signal(struct key *out)
{
    if (restore_was_asked_to_end())
        out->code = CODE_HANGUP;
    else if (restore_was_resumed()) {
        write_plain(capability("smcup"));
        write_plain(capability("smkx"));
        write_plain(has_modes() ? modes_on : "");
        out->code = CODE_RESUME;
    }
    return out->code != CODE_NONE;
}

static void take_mouse(struct key *out)
{
    MEVENT event;
    if (getmouse(&event) != OK || (event.bstate & BUTTON1_CLICKED) == 0)
        return;
    out->code = CODE_MOUSE;
    out->row = event.y;
    out->column = event.x;
}

/* What curses has by now; false when that is nothing. */
static bool take_key(struct key *out)
{
    wint_t character = 0;
    const int code = wget_wch(state.keyboard, &character);
    out->at_ms = term_now_ms(NULL);
    if (code == KEY_CODE_YES && character == OWN_PASTE)
        paste_read(out);
    else if (code == KEY_CODE_YES && character == KEY_MOUSE)
        take_mouse(out);
    else if (code == KEY_CODE_YES && character == KEY_RESIZE)
        out->code = CODE_RESIZE;
    else if (code == KEY_CODE_YES && character > OWN_CODE && character < OWN_PASTE)
        out->code = (enum key_code)(character - OWN_CODE);
    else if (code == OK)
        key_of_character(out, character);
    return code != ERR;
}

/* False when the time is over.  Signals come through while this waits, and only then: none is
 * missed in between. */
static bool wait_for_input(long long timeout_ms)
{
    fd_set input;
    struct timespec time = { .tv_sec = (time_t)(timeout_ms / 1000),
                             .tv_nsec = (long)(timeout_ms % 1000) * 1000000 };
    FD_ZERO(&input);
    FD_SET(STDIN_FILENO, &input);
    return pselect(STDIN_FILENO + 1, &input, NULL, NULL, timeout_ms < 0 ? NULL : &time,
                   restore_wait_mask()) != 0;
}

static bool term_read(void *self, int timeout_ms, struct key *out)
{
    const long long until = timeout_ms < 0 ? 0 : term_now_ms(self) + timeout_ms;
    *out = (struct key){ .code = CODE_NONE };
    for (;;) {
        while (take_key(out))
            if (out->code != CODE_NONE)
                return true;
        if (take_signal(out))
            return true;
        long long left = timeout_ms < 0 ? PORT_FOREVER : until - term_now_ms(self);
        left = timeout_ms >= 0 && left < 0 ? 0 : left;
        /* Also without waiting: signals come through, and long work that only looks is ended. */
        const bool is_part = left > SLEEP_CHECK_MS;
        const bool is_awake = wait_for_input(is_part ? SLEEP_CHECK_MS : left);
        if (is_hung_up())
            out->code = CODE_HANGUP;
        if (out->code == CODE_HANGUP || take_signal(out))
            return true;
        if (!is_awake && !is_part)
            return false;
    }
}

static attr_t attributes_of(unsigned char style)
{
    static const attr_t shapes[STYLE_COUNT] = {
        [STYLE_STRONG] = A_BOLD, [STYLE_FOCUS] = A_REVERSE, [STYLE_BANNER] = A_REVERSE,
        [STYLE_ALERT] = A_BOLD,  [STYLE_WARNING] = A_BOLD,
    };
    return state.is_contrast ? shapes[style] | A_BOLD : shapes[style];
}

static short colour_of(unsigned char style)
{
    if (state.has_colour && style == STYLE_ALERT)
        return 1;
    if (state.has_colour && style == STYLE_WARNING)
        return 2;
    return 0;
}

static void show_cell(const struct cell *cell, int row, int column)
{
    wchar_t letters[GRID_LETTERS + 1] = { 0 };
    cchar_t shown = { 0 };
    for (int i = 0; i < GRID_LETTERS && cell->letters[i] != 0; i++)
        letters[i] = (wchar_t)cell->letters[i];
    /* Letters that are younger than this system have no marks here. */
    if (setcchar(&shown, letters, attributes_of(cell->style), colour_of(cell->style), NULL) == ERR)
        setcchar(&shown, L"?", attributes_of(cell->style), colour_of(cell->style), NULL);
    mvadd_wch(row, column, &shown);
}

static bool is_same(const struct cell *left, const struct cell *right)
{
    return left->width == right->width && left->style == right->style &&
           memcmp(left->letters, right->letters, sizeof(left->letters)) == 0;
}

static void show_all(const struct grid *grid, bool is_fresh)
{
    for (int row = 0; row < grid->rows && row < LINES; row++)
        for (int column = 0; column < grid->columns && column < COLS; column++) {
            const struct cell *cell = grid_cell(grid, row, column);
            if (cell->width > 0 &&
                (is_fresh || !is_same(cell, grid_cell(&state.shown, row, column))))
                show_cell(cell, row, column);
        }
}

static void term_show(void *self, const struct grid *grid)
{
    (void)self;
    const bool is_fresh = state.shown.cells == NULL || state.shown.rows != grid->rows ||
                          state.shown.columns != grid->columns;
    if (is_fresh && grid_resize(&state.shown, grid->rows, grid->columns, NULL) != STATUS_OK)
        return;
    if (is_fresh)
        erase();
    show_all(grid, is_fresh);
    memcpy(state.shown.cells, grid->cells,
           sizeof(*grid->cells) * (size_t)grid->rows * (size_t)grid->columns);
    move(grid->cursor_row, grid->cursor_column);
    refresh();
}

static void term_get_size(void *self, int *rows, int *columns)
{
    (void)self;
    *rows = LINES;
    *columns = COLS;
}

static void term_redraw(void *self)
{
    (void)self;
    clearok(curscr, TRUE);
    refresh();
}

static void term_wipe(void *self)
{
    (void)self;
    erase();
    clearok(curscr, TRUE);
    refresh();
    write_plain(capability("E3"));
    paste_forget();
    grid_release(&state.shown);
}

/* ---- begin and end */

static int escape_delay(void)
{
    struct termios line;
    if (getenv("ESCDELAY") != NULL)
        return 0; /* curses has it from there */
    const bool is_slow = tcgetattr(STDIN_FILENO, &line) == 0 && cfgetospeed(&line) <= B9600;
    return is_slow || getenv("SSH_CONNECTION") != NULL ? ESCAPE_SLOW_MS : ESCAPE_MS;
}

static void colours_begin(const struct term_options *options)
{
    const char *refused = getenv("NO_COLOR");
    state.has_colour = !options->is_mono && !options->is_contrast && has_colors() &&
                       (refused == NULL || refused[0] == '\0') && start_color() == OK &&
                       use_default_colors() == OK;
    if (!state.has_colour)
        return;
    init_pair(1, COLOR_RED, -1);
    init_pair(2, COLOR_YELLOW, -1);
}

static void keys_define(void)
{
    for (size_t i = 0; i < key_capability_count; i++) {
        const char *text = capability(key_capabilities[i].text);
        if (text[0] != '\0')
            define_key(text, OWN_CODE + (int)key_capabilities[i].code);
    }
    for (size_t i = 0; i < key_sequence_count; i++)
        define_key(key_sequences[i].text, OWN_CODE + (int)key_sequences[i].code);
    define_key("\033[200~", OWN_PASTE);
    define_key("\033[201~", OWN_PASTE_END);
}

static void keyboard_begin(void)
{
    raw();
    noecho();
    nonl();
    if (escape_delay() > 0)
        set_escdelay(escape_delay());
    state.keyboard = newpad(1, 1);
    keypad(state.keyboard, TRUE);
    nodelay(state.keyboard, TRUE);
    keys_define();
}

/* Asked before newterm(), which ends the program when it cannot. */
static bool can_move(const char *kind)
{
    int code = 0;
    if (kind == NULL || setupterm(kind, STDOUT_FILENO, &code) != OK)
        return false;
    const bool can = capability("cup")[0] != '\0';
    del_curterm(cur_term);
    return can;
}

enum status term_begin(struct port *out, const struct term_options *options, struct error *error)
{
    const char *kind = getenv("TERM");
    if (isatty(STDIN_FILENO) != 1 || isatty(STDOUT_FILENO) != 1)
        return error_set(error, STATUS_NOT_FOUND, "no terminal");
    if (!can_move(kind))
        return error_set(error, STATUS_NOT_FOUND, "a terminal that cannot move its cursor");
    restore_remember(STDIN_FILENO);
    state.screen = newterm(kind, stdout, stdin);
    if (state.screen == NULL)
        return error_set(error, STATUS_NOT_FOUND, "newterm");
    state.is_contrast = options->is_contrast;
    keyboard_begin();
    colours_begin(options);
    if (options->has_mouse)
        mousemask(BUTTON1_CLICKED, NULL);
    restore_prepare(options->has_mouse);
    write_plain(has_modes() ? modes_on : "");
    *out = (struct port){ term_read,   term_show, term_get_size, term_now_ms,
                          term_redraw, term_wipe, NULL };
    return STATUS_OK;
}

void term_end(void)
{
    if (state.screen == NULL)
        return;
    erase();
    refresh();
    endwin();
    write_plain(has_modes() ? modes_off : "");
    delwin(state.keyboard);
    delscreen(state.screen);
    restore_end();
    grid_release(&state.shown);
    paste_forget();
    state.screen = NULL;
}
