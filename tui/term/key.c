/* SPDX-License-Identifier: Apache-2.0 */
#include "term/key.h"

#include "base/ascii.h"
#include "base/text.h"
#include "name/keyboard.h"

#include <stdio.h>
#include <string.h>

static const char *const names[CODE_COUNT] = {
    [CODE_ENTER] = "<Enter>",   [CODE_TAB] = "<Tab>",        [CODE_BACK_TAB] = "<S-Tab>",
    [CODE_ESCAPE] = "<Esc>",    [CODE_BACKSPACE] = "<BS>",   [CODE_DELETE] = "<Del>",
    [CODE_UP] = "<Up>",         [CODE_DOWN] = "<Down>",      [CODE_LEFT] = "<Left>",
    [CODE_RIGHT] = "<Right>",   [CODE_HOME] = "<Home>",      [CODE_END] = "<End>",
    [CODE_PAGE_UP] = "<PgUp>",  [CODE_PAGE_DOWN] = "<PgDn>", [CODE_F1] = "<F1>",
    [CODE_F2] = "<F2>",         [CODE_F3] = "<F3>",          [CODE_F4] = "<F4>",
    [CODE_F5] = "<F5>",         [CODE_F6] = "<F6>",          [CODE_F7] = "<F7>",
    [CODE_F8] = "<F8>",         [CODE_F9] = "<F9>",          [CODE_F10] = "<F10>",
    [CODE_MOUSE] = "<Mouse>",   [CODE_PASTE] = "<Paste>",    [CODE_SCAN] = "<Scan>",
    [CODE_RESIZE] = "<Resize>", [CODE_RESUME] = "<Resume>",  [CODE_HANGUP] = "<Hangup>",
};

void key_write_name(char out[KEY_NAME_SIZE], const struct key *key)
{
    if (key->code == CODE_TEXT)
        snprintf(out, KEY_NAME_SIZE, "%s", key->text);
    else if (key->code == CODE_CONTROL)
        snprintf(out, KEY_NAME_SIZE, "<C-%s>", key->text);
    else
        snprintf(out, KEY_NAME_SIZE, "%s", names[key->code] == NULL ? "" : names[key->code]);
}

void key_write_label(char out[KEY_NAME_SIZE], const char *name)
{
    struct key key;
    out[0] = '\0';
    if (name == NULL || key_parse(&key, name) == 0)
        return;
    if (key.code == CODE_CONTROL)
        snprintf(out, KEY_NAME_SIZE, "Ctrl-%c", ascii_to_capital(key.text[0]));
    else if (key.code == CODE_BACK_TAB)
        snprintf(out, KEY_NAME_SIZE, "Shift-Tab");
    else if (key.code == CODE_BACKSPACE)
        snprintf(out, KEY_NAME_SIZE, "Backspace");
    else if (key.code == CODE_TEXT && ascii_is_small(key.text[0]))
        snprintf(out, KEY_NAME_SIZE, "%c", ascii_to_capital(key.text[0]));
    else if (key.code == CODE_TEXT)
        snprintf(out, KEY_NAME_SIZE, "%s", key.text);
    else /* without its angles */
        snprintf(out, KEY_NAME_SIZE, "%.*s", (int)strlen(names[key.code]) - 2, names[key.code] + 1);
}

bool key_is(const struct key *key, const char *name)
{
    char own[KEY_NAME_SIZE];
    key_write_name(own, key);
    return own[0] != '\0' && strcmp(own, name) == 0;
}

static size_t parse_named(struct key *out, const char *text)
{
    for (int code = 0; code < CODE_COUNT; code++) {
        const size_t length = names[code] == NULL ? 0 : strlen(names[code]);
        if (length > 0 && strncmp(text, names[code], length) == 0) {
            out->code = (enum key_code)code;
            return length;
        }
    }
    if (strncmp(text, "<C-", 3) == 0 && ascii_is_small(text[3]) && text[4] == '>') {
        out->code = CODE_CONTROL;
        out->text[0] = text[3];
        return 5;
    }
    if (strncmp(text, "<lt>", 4) == 0) {
        out->code = CODE_TEXT;
        out->text[0] = '<';
        return 4;
    }
    return 0;
}

size_t key_parse(struct key *out, const char *text)
{
    *out = (struct key){ .code = CODE_NONE };
    if (text[0] == '\0')
        return 0;
    const size_t named = text[0] == '<' ? parse_named(out, text) : 0;
    if (named > 0)
        return named;
    size_t length = 1;
    while ((text[length] & 0xC0) == 0x80)
        length++;
    if (length >= KEY_TEXT_SIZE)
        return 0;
    out->code = CODE_TEXT;
    memcpy(out->text, text, length);
    return length;
}

/* The letters of Kazakh stand where digits are elsewhere, so its layout is asked last. */
void key_to_latin(struct key *key)
{
    static const enum keyboard_layout layouts[] = { KEYBOARD_RUSSIAN, KEYBOARD_KYRGYZ,
                                                    KEYBOARD_TAJIK, KEYBOARD_UZBEK_CYRILLIC,
                                                    KEYBOARD_KAZAKH };
    char latin[KEY_TEXT_SIZE];
    if (key->code != CODE_TEXT || ((unsigned char)key->text[0] & 0x80) == 0)
        return;
    for (size_t i = 0; i < sizeof(layouts) / sizeof(layouts[0]); i++)
        if (keyboard_map_into(latin, sizeof(latin), key->text, layouts[i], KEYBOARD_US, NULL) ==
                STATUS_OK &&
            ((unsigned char)latin[0] & 0x80) == 0) {
            memcpy(key->text, latin, sizeof(latin));
            return;
        }
}

void key_write_command(char out[KEY_NAME_SIZE], const struct key *key)
{
    struct key command = *key;
    key_to_latin(&command);
    if (command.code == CODE_TEXT)
        command.text[0] = ascii_to_small(command.text[0]);
    key_write_name(out, &command);
}

enum key_code key_function_of_digit(const struct key *key)
{
    if (key->code != CODE_TEXT || !ascii_is_digit(key->text[0]) || key->text[1] != '\0')
        return CODE_NONE;
    return key->text[0] == '0' ? CODE_F10 : (enum key_code)(CODE_F1 + (key->text[0] - '1'));
}
