/* SPDX-License-Identifier: Apache-2.0 */
#include "term/term_key.h"

#include <curses.h>
#include <utf8proc.h>

static const struct {
    const char *sequence;
    int code;
} sequences[] = {
    { "\033[11~", KEY_F(1) },        { "\033[12~", KEY_F(2) },
    { "\033[13~", KEY_F(3) },        { "\033[14~", KEY_F(4) },
    { "\033[15~", KEY_F(5) },        { "\033[17~", KEY_F(6) },
    { "\033[18~", KEY_F(7) },        { "\033[19~", KEY_F(8) },
    { "\033[20~", KEY_F(9) },        { "\033[21~", KEY_F(10) },
    { "\033[[A", KEY_F(1) },         { "\033[[B", KEY_F(2) },
    { "\033[[C", KEY_F(3) },         { "\033[[D", KEY_F(4) },
    { "\033[[E", KEY_F(5) },         { "\033OP", KEY_F(1) },
    { "\033OQ", KEY_F(2) },          { "\033OR", KEY_F(3) },
    { "\033OS", KEY_F(4) },          { "\033[1~", KEY_HOME },
    { "\033[4~", KEY_END },          { "\033[7~", KEY_HOME },
    { "\033[8~", KEY_END },          { "\033[H", KEY_HOME },
    { "\033[F", KEY_END },           { "\033OH", KEY_HOME },
    { "\033OF", KEY_END },           { "\033[A", KEY_UP },
    { "\033[B", KEY_DOWN },          { "\033[C", KEY_RIGHT },
    { "\033[D", KEY_LEFT },          { "\033OA", KEY_UP },
    { "\033OB", KEY_DOWN },          { "\033OC", KEY_RIGHT },
    { "\033OD", KEY_LEFT },          { "\033[5~", KEY_PPAGE },
    { "\033[6~", KEY_NPAGE },        { "\033[3~", KEY_DC },
    { "\033[Z", KEY_BTAB },          { "\033\t", KEY_BTAB }, /* Shift-Tab of the Linux console */
    { "\033[200~", TERM_KEY_PASTE }, { "\033[201~", TERM_KEY_PASTE_END },
};

static const struct {
    int code;
    enum key_code key;
} keys[] = {
    { KEY_ENTER, CODE_ENTER },
    { '\r', CODE_ENTER },
    { '\n', CODE_ENTER },
    { '\t', CODE_TAB },
    { KEY_BTAB, CODE_BACK_TAB },
    { 27, CODE_ESCAPE },
    { KEY_BACKSPACE, CODE_BACKSPACE },
    { 127, CODE_BACKSPACE },
    { 8, CODE_BACKSPACE },
    { KEY_DC, CODE_DELETE },
    { KEY_UP, CODE_UP },
    { KEY_DOWN, CODE_DOWN },
    { KEY_LEFT, CODE_LEFT },
    { KEY_RIGHT, CODE_RIGHT },
    { KEY_HOME, CODE_HOME },
    { KEY_FIND, CODE_HOME },
    { KEY_END, CODE_END },
    { KEY_SELECT, CODE_END },
    { KEY_PPAGE, CODE_PAGE_UP },
    { KEY_NPAGE, CODE_PAGE_DOWN },
    { KEY_RESIZE, CODE_RESIZE },
};

enum key_code term_key_of(int code)
{
    if (code >= KEY_F(1) && code <= KEY_F(10))
        return (enum key_code)(CODE_F1 + code - KEY_F(1));
    for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
        if (keys[i].code == code)
            return keys[i].key;
    return CODE_NONE;
}

void term_key_of_character(struct key *out, wint_t character)
{
    out->code = term_key_of((int)character);
    if (out->code != CODE_NONE)
        return;
    if (character < ' ') {
        out->code = CODE_CONTROL;
        out->text[0] = (char)(character + 'a' - 1);
        return;
    }
    out->code = CODE_TEXT;
    const utf8proc_ssize_t length =
        utf8proc_encode_char((utf8proc_int32_t)character, (utf8proc_uint8_t *)out->text);
    out->text[length] = '\0';
}

void term_key_define(void)
{
    for (size_t i = 0; i < sizeof(sequences) / sizeof(sequences[0]); i++)
        define_key(sequences[i].sequence, sequences[i].code);
}
