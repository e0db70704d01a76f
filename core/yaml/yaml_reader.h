/* SPDX-License-Identifier: Apache-2.0 */

/* YAML texts read into plain structs by tables: which keys a mapping may have, of which kind the
 * value is, where in the struct it goes.  Unlike a binding that stops at the first mistake, the
 * reader goes on and notes every fault with its line, and every struct remembers the line it was
 * written on, so that later checks can name it too.
 *
 * The text is not trusted: it is at most YAML_TEXT_MAX bytes, has no anchors, aliases or tags, and
 * is not nested deeper than YAML_DEPTH_MAX. */
#ifndef QADAM_YAML_YAML_READER_H
#define QADAM_YAML_YAML_READER_H

#include "base/arena.h"
#include "base/day.h"
#include "base/error.h"
#include "yaml/fault.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    YAML_TEXT_MAX = 512 * 1024, /* bytes of a file */
    YAML_DEPTH_MAX = 24,
    YAML_SENTENCE_MAX = 400, /* characters */
    YAML_LABEL_MAX = 70,
    YAML_ID_MAX = 40,
};

enum yaml_kind {
    YAML_SENTENCE, /* const char *: a text for people, up to YAML_SENTENCE_MAX */
    YAML_LABEL,    /* the same, up to YAML_LABEL_MAX */
    YAML_WORDS,  /* the same, up to YAML_SENTENCE_MAX, never shown translated: a name, an address */
    YAML_ID,     /* const char *: a-z 0-9 _, a letter first */
    YAML_CODE,   /* const char *: letters, digits, _ and - */
    YAML_PATH,   /* const char *: ids and codes joined by dots */
    YAML_INT,    /* int */
    YAML_NUMBER, /* struct yaml_number */
    YAML_DECIMAL, /* double */
    YAML_FLAG,    /* bool: yes or no, true or false */
    YAML_WORD,    /* int: the place of the word in "words" */
    YAML_DAY,     /* struct yaml_day */
    YAML_CODES,   /* const char **: a list of codes */
    YAML_INTS,    /* int *: a list of numbers */
    YAML_OBJECT,  /* void *: one struct by "schema", NULL when the key is not there */
    YAML_OBJECTS, /* void *: an array of structs */
};

struct yaml_number {
    bool is_given;
    int value;
};

struct yaml_day {
    bool is_given;
    struct day day;
};

struct yaml_schema;

struct yaml_key {
    const char *name;
    enum yaml_kind kind;
    size_t offset;
    size_t count_offset; /* of the size_t that counts a list */
    bool is_required;
    const char *const *words; /* ends with NULL */
    const struct yaml_schema *schema;
};

struct yaml_schema {
    size_t size;        /* of the struct */
    size_t line_offset; /* of its "int line" */
    const struct yaml_key *keys;
    size_t key_count;
};

struct yaml_source {
    const char *name; /* the file's, for faults */
    const char *text;
    size_t length;
};

struct yaml_file;

/* Parses; *out is NULL when the text is no usable YAML, which is a fault, not a failure.  The
 * source, the arena and the list outlive the file. */
MUST_CHECK enum status yaml_open(struct yaml_file **out, const struct yaml_source *source,
                                 struct arena *arena, struct fault_list *faults,
                                 struct error *error);
void yaml_close(struct yaml_file *file);

/* The plain value of a key at the top; "" when there is none. */
const char *yaml_top_value(const struct yaml_file *file, const char *key);

/* Reads the whole text into *out, a struct of the schema that is all zero; texts and arrays lie in
 * the arena.  Whatever could not be read stays zero and is a fault. */
MUST_CHECK enum status yaml_read(struct yaml_file *file, const struct yaml_schema *schema,
                                 void *out, struct error *error);

/* Calls watch() with every text for people (YAML_SENTENCE, YAML_LABEL) that yaml_read() comes to,
 * its key and its line: so that translators get them all.  The text is borrowed. */
void yaml_watch_texts(struct yaml_file *file,
                      void (*watch)(void *self, const char *key, const char *text, int line),
                      void *self);

/* For tables of keys. */
#define YAML_LIST(type, items, count)                                                              \
    .offset = offsetof(type, items), .count_offset = offsetof(type, count)

#endif
