/* SPDX-License-Identifier: Apache-2.0 */
#include "term/key_sequence.h"

#include <utf8proc.h>

/* What the terminals in use send, whatever they call themselves: PuTTY, the Linux console, xterm,
 * screen and tmux each have their own. */
const struct key_sequence key_sequences[] = {
    { "\033[11~", CODE_F1 },       { "\033[12~", CODE_F2 },    { "\033[13~", CODE_F3 },
    { "\033[14~", CODE_F4 },       { "\033[15~", CODE_F5 },    { "\033[17~", CODE_F6 },
    { "\033[18~", CODE_F7 },       { "\033[19~", CODE_F8 },    { "\033[20~", CODE_F9 },
    { "\033[21~", CODE_F10 },      { "\033[[A", CODE_F1 },     { "\033[[B", CODE_F2 },
    { "\033[[C", CODE_F3 },        { "\033[[D", CODE_F4 },     { "\033[[E", CODE_F5 },
    { "\033OP", CODE_F1 },         { "\033OQ", CODE_F2 },      { "\033OR", CODE_F3 },
    { "\033OS", CODE_F4 },         { "\033[1~", CODE_HOME },   { "\033[4~", CODE_END },
    { "\033[7~", CODE_HOME },      { "\033[8~", CODE_END },    { "\033[H", CODE_HOME },
    { "\033[F", CODE_END },        { "\033OH", CODE_HOME },    { "\033OF", CODE_END },
    { "\033[A", CODE_UP },         { "\033[B", CODE_DOWN },    { "\033[C", CODE_RIGHT },
    { "\033[D", CODE_LEFT },       { "\033OA", CODE_UP },      { "\033OB", CODE_DOWN },
    { "\033OC", CODE_RIGHT },      { "\033OD", CODE_LEFT },    { "\033[5~", CODE_PAGE_UP },
    { "\033[6~", CODE_PAGE_DOWN }, { "\033[3~", CODE_DELETE }, { "\033[Z", CODE_BACK_TAB },
    { "\033\t", CODE_BACK_TAB },
};
const size_t key_sequence_count = sizeof(key_sequences) / sizeof(key_sequences[0]);

const struct key_sequence key_capabilities[] = {
    { "kf1", CODE_F1 },        { "kf2", CODE_F2 },       { "kf3", CODE_F3 },
    { "kf4", CODE_F4 },        { "kf5", CODE_F5 },       { "kf6", CODE_F6 },
    { "kf7", CODE_F7 },        { "kf8", CODE_F8 },       { "kf9", CODE_F9 },
    { "kf10", CODE_F10 },      { "kent", CODE_ENTER },   { "kcbt", CODE_BACK_TAB },
    { "kbs", CODE_BACKSPACE }, { "kdch1", CODE_DELETE }, { "kcuu1", CODE_UP },
    { "kcud1", CODE_DOWN },    { "kcub1", CODE_LEFT },   { "kcuf1", CODE_RIGHT },
    { "khome", CODE_HOME },    { "kfnd", CODE_HOME },    { "kend", CODE_END },
    { "kslt", CODE_END },      { "kpp", CODE_PAGE_UP },  { "knp", CODE_PAGE_DOWN },
};
const size_t key_capability_count = sizeof(key_capabilities) / sizeof(key_capabilities[0]);

static enum key_code code_of_control(uint32_t character)
{
    switch (character) {
    case '\r':
    case '\n':
        return CODE_ENTER;
    case '\t':
        return CODE_TAB;
    case 27:
        return CODE_ESCAPE;
    case 8:
    case 127:
        return CODE_BACKSPACE;
    default:
        return CODE_NONE;
    }
}

void key_of_character(struct key *out, uint32_t character)
{
    out->code = code_of_control(character);
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
