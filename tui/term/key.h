/* SPDX-License-Identifier: Apache-2.0 */

/* Keys by name: "a", "ж", "<F1>", "<Enter>", "<C-k>"; and what else can come from a terminal. */
#ifndef QADAM_TERM_KEY_H
#define QADAM_TERM_KEY_H

#include <stdbool.h>
#include <stddef.h>

enum key_code {
    CODE_NONE,
    CODE_TEXT,    /* a character, in struct key's text */
    CODE_CONTROL, /* with Ctrl: "k" in text */
    CODE_ENTER,
    CODE_TAB,
    CODE_BACK_TAB,
    CODE_ESCAPE,
    CODE_BACKSPACE,
    CODE_DELETE,
    CODE_UP,
    CODE_DOWN,
    CODE_LEFT,
    CODE_RIGHT,
    CODE_HOME,
    CODE_END,
    CODE_PAGE_UP,
    CODE_PAGE_DOWN,
    CODE_F1,
    CODE_F2,
    CODE_F3,
    CODE_F4,
    CODE_F5,
    CODE_F6,
    CODE_F7,
    CODE_F8,
    CODE_F9,
    CODE_F10,
    CODE_MOUSE,  /* a click: row and column */
    CODE_PASTE,  /* pasted text: data, never keys */
    CODE_SCAN,   /* the zone of a paper from a scanner, its lines joined by "|" (scan.h) */
    CODE_RESIZE, /* the size is another one */
    CODE_RESUME, /* the program was stopped and goes on */
    CODE_HANGUP, /* nobody is there any more, or the system wants the program to end */
    CODE_COUNT
};

enum { KEY_TEXT_SIZE = 24 };

struct key {
    enum key_code code;
    char text[KEY_TEXT_SIZE];
    const char *pasted; /* CODE_PASTE and CODE_SCAN: borrowed until the next key is read */
    int row;            /* CODE_MOUSE */
    int column;
    long long at_ms; /* when it came, by the port's clock */
};

/* The name: the character itself, or "<F1>" and the like. */
enum { KEY_NAME_SIZE = KEY_TEXT_SIZE + 8 };
void key_write_name(char out[KEY_NAME_SIZE], const struct key *key);
/* As people write the key of that name: "Ctrl-Z", "F1", "Esc", "N"; "" for NULL. */
void key_write_label(char out[KEY_NAME_SIZE], const char *name);
bool key_is(const struct key *key, const char *name);

/* The key of the name at the beginning of a text such as "ab<Enter>"; returns how many bytes of it
 * that is, 0 when it is no key.  "<lt>" is "<". */
size_t key_parse(struct key *out, const char *text);

/* The same key on a US keyboard: "т" is where "n" is.  Other keys stay. */
void key_to_latin(struct key *key);
/* The name of a key that is a command: of its place on a US keyboard, and of the small letter, for
 * the key bar prints capitals and Caps Lock may be on. */
void key_write_command(char out[KEY_NAME_SIZE], const struct key *key);

/* The function key of a digit: 1 to 9, and 0 for F10; CODE_NONE for others. */
enum key_code key_function_of_digit(const struct key *key);

#endif
