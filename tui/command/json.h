/* SPDX-License-Identifier: Apache-2.0 */

/* JSON output, written by SQLite's JSON functions: one object, one array of objects, or a stream
 * with one object on each line.  Errors are sticky: the end tells. */
#ifndef QADAM_COMMAND_JSON_H
#define QADAM_COMMAND_JSON_H

#include <stdbool.h>
#include <stddef.h>

enum json_kind {
    JSON_TEXT,   /* NULL becomes null */
    JSON_NUMBER, /* a whole one */
    JSON_BOOL,
    JSON_RAW, /* a text that is JSON already; NULL becomes null */
};

struct json_member {
    const char *name;
    enum json_kind kind;
    const char *text;
    long long number; /* also the truth value */
};

struct json;

/* Begins.  Whatever fails, also this, shows at the end. */
struct json *json_begin(void);

/* Adds one object. */
void json_add(struct json *json, const struct json_member *members, size_t count);

/* Prints the objects on stdout, as an array or as the only one there is, and frees.  Returns an
 * exit code; after a failure it has said so. */
int json_end_array(struct json *json);
int json_end_object(struct json *json);

/* Ends an array and gives its text, to be a JSON_RAW member of something larger; the caller frees
 * *out.  Returns an exit code as above. */
int json_end_text(struct json *json, char **out);

/* For a stream: prints one object and a line end now and keeps nothing.  Fast while the members
 * stay of the same kinds from line to line. */
void json_print_line(struct json *json, const struct json_member *members, size_t count);

/* Ends a stream and frees; as above. */
int json_end_lines(struct json *json);

/* One object in one call. */
int json_print(const struct json_member *members, size_t count);

#endif
