/* SPDX-License-Identifier: Apache-2.0 */

/* What the two halves of the reader share. */
#ifndef QADAM_YAML_YAML_PRIVATE_H
#define QADAM_YAML_YAML_PRIVATE_H

#include "yaml/yaml_reader.h"

#include <yaml.h>

struct yaml_file {
    const struct yaml_source *source;
    struct arena *arena;
    struct fault_list *faults;
    yaml_document_t document;
    bool is_loaded;
    void (*watch)(void *self, const char *key, const char *text, int line); /* may be NULL */
    void *watch_self;
};

/* Notes a fault at the node's line. */
MUST_CHECK enum status yaml_note(struct yaml_file *file, const yaml_node_t *node,
                                 enum fault_kind kind, const char *first, const char *second,
                                 struct error *error);

/* NULL when the mapping has no such key. */
const yaml_node_t *yaml_find(const struct yaml_file *file, const yaml_node_t *mapping,
                             const char *key);

#endif
