/* SPDX-License-Identifier: Apache-2.0 */
#include "workflow/library.h"

#include "workflow/builtin.h"
#include "workflow/load.h"

#include <stdio.h>
#include <string.h>

/* ---- Finding files */

struct library library_builtin(void)
{
    return (struct library){ .shelves = { { builtin_definitions, builtin_definitions_count } } };
}

/* Whether a line at the left edge says "key: value".  Reading every file as YAML to find one would
 * be slow; what is found so is read properly afterwards. */
static bool says(const struct yaml_source *source, const char *key, const char *value)
{
    const size_t key_length = strlen(key);
    const size_t value_length = strlen(value);
    const char *end = source->text + source->length;
    for (const char *line = source->text; line < end;) {
        const char *next = memchr(line, '\n', (size_t)(end - line));
        next = next == NULL ? end : next + 1;
        const char *at = line + key_length;
        if ((size_t)(next - line) > key_length && memcmp(line, key, key_length) == 0 &&
            *at == ':') {
            for (at++; at < next && *at == ' '; at++)
                continue;
            return (size_t)(next - at) >= value_length && memcmp(at, value, value_length) == 0 &&
                   (at + value_length == next || strchr(" \r\n#", at[value_length]) != NULL);
        }
        line = next;
    }
    return false;
}

const struct yaml_source *library_find(const struct library *library, const char *kind,
                                       const char *id)
{
    for (size_t shelf = 0; shelf < LIBRARY_SHELVES; shelf++)
        for (size_t i = 0; i < library->shelves[shelf].count; i++) {
            const struct yaml_source *source = &library->shelves[shelf].sources[i];
            if (says(source, "id", id) && says(source, "kind", kind))
                return source;
        }
    return NULL;
}

const char *library_workflow_at(size_t index)
{
    static char id[YAML_ID_MAX + 1];
    for (size_t i = 0; i < builtin_definitions_count; i++) {
        const struct yaml_source *source = &builtin_definitions[i];
        if (!says(source, "kind", "workflow") || index-- > 0)
            continue;
        /* A workflow's file is named after it; a test checks that. */
        const char *slash = strrchr(source->name, '/');
        const char *name = slash == NULL ? source->name : slash + 1;
        snprintf(id, sizeof(id), "%.*s", (int)strcspn(name, "."), name);
        return id;
    }
    return NULL;
}
