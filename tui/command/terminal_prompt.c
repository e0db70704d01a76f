/* SPDX-License-Identifier: Apache-2.0 */
#include "command/terminal_prompt.h"

#include "command/interruption.h"
#include "vault/passphrase.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sodium.h>
#include <stdbool.h>
#include <string.h>
#include <sys/select.h>
#include <termios.h>
#include <unistd.h>

struct prompt {
    int terminal;
    const char *text;
    struct secret *typed;
    bool is_too_long;
    enum { KEY_PLAIN, KEY_ESCAPE, KEY_SEQUENCE } state; /* within the bytes of one key */
    sigset_t waiting_mask;
};

/* How the terminal was before the first prompt; it stays hidden between prompts. */
static struct {
    bool is_hidden;
    struct termios original;
} terminal_state;

int terminal_prompt_open(void)
{
    int terminal = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (terminal >= FD_SETSIZE) {
        close(terminal);
        return -1;
    }
    return terminal;
}

/* ---- the terminal */

static void prompt_say(const struct prompt *prompt, const char *text)
{
    size_t length = strlen(text);
    while (length > 0) {
        ssize_t written = write(prompt->terminal, text, length);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return;
        text += written;
        length -= (size_t)written;
    }
}

/* Ctrl-C and Ctrl-Z stay signals; everything else comes as it is typed.  What was typed in
 * clear before the first prompt is dropped; what was typed hidden since then is kept. */
static bool prompt_hide(const struct prompt *prompt)
{
    if (!terminal_state.is_hidden) {
        struct termios hidden;
        if (tcgetattr(prompt->terminal, &terminal_state.original) != 0)
            return false;
        hidden = terminal_state.original;
        hidden.c_lflag &= ~(tcflag_t)(ECHO | ECHOE | ECHOK | ECHONL | ICANON | IEXTEN);
        hidden.c_lflag |= ISIG;
        hidden.c_iflag &= ~(tcflag_t)(INLCR | IGNCR | ISTRIP);
        hidden.c_iflag |= ICRNL;
        hidden.c_cc[VMIN] = 1;
        hidden.c_cc[VTIME] = 0;
        if (tcsetattr(prompt->terminal, TCSAFLUSH, &hidden) != 0)
            return false;
        terminal_state.is_hidden = true;
    }
    prompt_say(prompt, prompt->text);
    return true;
}

static void terminal_show(int terminal)
{
    while (tcsetattr(terminal, TCSAFLUSH, &terminal_state.original) != 0 && errno == EINTR)
        continue;
    terminal_state.is_hidden = false;
}

void terminal_prompt_end(void)
{
    int terminal = terminal_state.is_hidden ? terminal_prompt_open() : -1;
    if (terminal < 0)
        return;
    terminal_show(terminal);
    close(terminal);
}

static void prompt_clear(struct prompt *prompt)
{
    sodium_memzero(prompt->typed->bytes, prompt->typed->length);
    prompt->typed->length = 0;
    prompt->is_too_long = false;
}

static bool prompt_suspend(struct prompt *prompt)
{
    prompt_clear(prompt);
    terminal_show(prompt->terminal);
    prompt_say(prompt, "\n");
    raise(SIGSTOP);
    return prompt_hide(prompt);
}

/* ---- typing */

/* UTF-8: the bytes after the first of a letter are 10xxxxxx. */
static void prompt_take_back(struct prompt *prompt)
{
    struct secret *typed = prompt->typed;
    bool is_inside = true;
    while (typed->length > 0 && is_inside) {
        typed->length--;
        is_inside = (typed->bytes[typed->length] & 0xC0) == 0x80;
        typed->bytes[typed->length] = 0;
    }
}

static void prompt_take_back_word(struct prompt *prompt)
{
    struct secret *typed = prompt->typed;
    while (typed->length > 0 && typed->bytes[typed->length - 1] == ' ')
        prompt_take_back(prompt);
    while (typed->length > 0 && typed->bytes[typed->length - 1] != ' ')
        prompt_take_back(prompt);
}

/* Arrow keys and their like send ESC [ ... letter or ESC O letter: none of it belongs to what is
 * typed. */
static bool prompt_skips(struct prompt *prompt, unsigned char byte)
{
    bool skips = prompt->state != KEY_PLAIN || byte == 0x1B;
    if (byte == 0x1B)
        prompt->state = KEY_ESCAPE;
    else if (prompt->state == KEY_ESCAPE)
        prompt->state = byte == '[' || byte == 'O' ? KEY_SEQUENCE : KEY_PLAIN;
    else if (prompt->state == KEY_SEQUENCE && byte >= 0x40 && byte <= 0x7E)
        prompt->state = KEY_PLAIN;
    return skips;
}

static void prompt_edit(struct prompt *prompt, unsigned char byte)
{
    const cc_t *keys = terminal_state.original.c_cc;
    struct secret *typed = prompt->typed;
    if (byte == 0x7F || byte == '\b' || byte == keys[VERASE])
        prompt_take_back(prompt);
    else if (byte == 0x15 || byte == keys[VKILL])
        prompt_clear(prompt);
    else if (byte == 0x17)
        prompt_take_back_word(prompt);
    else if (byte < 0x20)
        return;
    else if (typed->length < PASSPHRASE_MAX_BYTES)
        typed->bytes[typed->length++] = byte;
    else
        prompt->is_too_long = true;
}

/* Returns false when that was Enter. */
static bool prompt_take(struct prompt *prompt, unsigned char byte)
{
    const cc_t *keys = terminal_state.original.c_cc;
    bool is_end = byte == keys[VEOF] && byte != _POSIX_VDISABLE;
    if (byte == '\n' || byte == '\r' || is_end)
        return false;
    if (!prompt_skips(prompt, byte))
        prompt_edit(prompt, byte);
    return true;
}

/* Waits for one byte with the signals let in. */
static ssize_t prompt_wait(const struct prompt *prompt, unsigned char *byte)
{
    fd_set readable;
    FD_ZERO(&readable);
    FD_SET(prompt->terminal, &readable);
    if (pselect(prompt->terminal + 1, &readable, NULL, NULL, NULL, &prompt->waiting_mask) < 0)
        return -1;
    return read(prompt->terminal, byte, 1);
}

static enum status prompt_read_line(struct prompt *prompt, struct error *error)
{
    unsigned char byte = 0;
    ssize_t count;
    do {
        if (interruption_is_asked())
            return error_set(error, STATUS_INTERRUPTED, "asked to stop");
        if (interruption_take_suspension() && !prompt_suspend(prompt))
            return error_set(error, STATUS_READ_FAILED, "terminal");
        count = prompt_wait(prompt, &byte);
        if (count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN))
            return error_set(error, STATUS_READ_FAILED, "terminal");
    } while (count < 0 || prompt_take(prompt, byte));
    sodium_memzero(&byte, sizeof(byte));
    if (prompt->is_too_long)
        return error_set_number(error, STATUS_TEXT_TOO_LONG, PASSPHRASE_MAX_BYTES, "typed");
    if (prompt->typed->length == 0)
        return error_set(error, STATUS_TEXT_EMPTY, "typed");
    return STATUS_OK;
}

enum status terminal_prompt_read(struct secret **out, int terminal, const char *text,
                                 struct error *error)
{
    struct prompt prompt = { .terminal = terminal, .text = text };
    *out = NULL;
    enum status status = secret_new(&prompt.typed, PASSPHRASE_MAX_BYTES, error);
    if (status != STATUS_OK)
        return status;
    interruption_block(&prompt.waiting_mask);
    if (prompt_hide(&prompt)) {
        status = prompt_read_line(&prompt, error);
        prompt_say(&prompt, "\n");
    } else {
        status = error_set(error, STATUS_READ_FAILED, "terminal");
    }
    interruption_unblock(&prompt.waiting_mask);
    if (status == STATUS_OK)
        *out = prompt.typed;
    else
        secret_free(&prompt.typed);
    return status;
}
