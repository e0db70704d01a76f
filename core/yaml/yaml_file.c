/* SPDX-License-Identifier: Apache-2.0 */

/* From bytes to a tree that can be trusted to be a tree: libyaml builds it, this file refuses what
 * could make it anything else. */
#include "yaml/yaml_private.h"

#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum status yaml_note(struct yaml_file *file, const yaml_node_t *node, enum fault_kind kind,
                      const char *first, const char *second, struct error *error)
{
    const int line = node == NULL ? 0 : (int)node->start_mark.line + 1;
    return fault_add(file->faults, kind, file->source->name, line, first, second, error);
}

/* A document with anchors need not be a tree, and tags would make texts of another type.  How deep
 * it is must be known before anything walks it. */
static enum status scan_events(yaml_parser_t *parser, const struct yaml_source *source,
                               struct fault_list *faults, bool *is_sound, struct error *error)
{
    int depth = 0;
    bool is_done = false;
    while (!is_done) {
        yaml_event_t event;
        enum fault_kind kind = FAULT_KIND_COUNT;
        if (!yaml_parser_parse(parser, &event)) {
            *is_sound = false;
            return fault_add(faults, FAULT_NOT_YAML, source->name,
                             (int)parser->problem_mark.line + 1, parser->problem, NULL, error);
        }
        const int line = (int)event.start_mark.line + 1;
        const bool begins =
            event.type == YAML_MAPPING_START_EVENT || event.type == YAML_SEQUENCE_START_EVENT;
        const bool ends =
            event.type == YAML_MAPPING_END_EVENT || event.type == YAML_SEQUENCE_END_EVENT;
        depth += begins - ends;
        if (event.type == YAML_ALIAS_EVENT ||
            (event.type == YAML_SCALAR_EVENT &&
             (event.data.scalar.anchor != NULL || event.data.scalar.tag != NULL)) ||
            (event.type == YAML_MAPPING_START_EVENT &&
             (event.data.mapping_start.anchor != NULL || event.data.mapping_start.tag != NULL)) ||
            (event.type == YAML_SEQUENCE_START_EVENT &&
             (event.data.sequence_start.anchor != NULL || event.data.sequence_start.tag != NULL)))
            kind = FAULT_ALIAS;
        else if (depth > YAML_DEPTH_MAX)
            kind = FAULT_TOO_DEEP;
        is_done = event.type == YAML_STREAM_END_EVENT || kind != FAULT_KIND_COUNT;
        yaml_event_delete(&event);
        if (kind != FAULT_KIND_COUNT) {
            *is_sound = false;
            return fault_add(faults, kind, source->name, line, NULL, NULL, error);
        }
    }
    return STATUS_OK;
}

/* The first line that is not UTF-8, or 0. */
static int find_bad_line(const struct yaml_source *source)
{
    int line = 1;
    if (text_is_valid(source->text, source->length))
        return 0;
    for (size_t begin = 0; begin < source->length; line++) {
        const char *end = memchr(source->text + begin, '\n', source->length - begin);
        const size_t length =
            end == NULL ? source->length - begin : (size_t)(end - source->text) - begin;
        if (!text_is_valid(source->text + begin, length))
            return line;
        begin += length + 1;
    }
    return line;
}

static enum status check_source(const struct yaml_source *source, struct fault_list *faults,
                                bool *is_sound, struct error *error)
{
    yaml_parser_t parser;
    char most[16];
    const int bad_line = source->length > YAML_TEXT_MAX ? 0 : find_bad_line(source);
    *is_sound = false;
    if (source->length > YAML_TEXT_MAX) {
        snprintf(most, sizeof(most), "%d", YAML_TEXT_MAX / 1024);
        return fault_add(faults, FAULT_TOO_LARGE, source->name, 0, most, NULL, error);
    }
    if (bad_line > 0)
        return fault_add(faults, FAULT_NOT_YAML, source->name, bad_line, "not UTF-8", NULL, error);
    if (!yaml_parser_initialize(&parser))
        return error_set(error, STATUS_OUT_OF_MEMORY, "a YAML parser");
    yaml_parser_set_input_string(&parser, (const unsigned char *)source->text, source->length);
    *is_sound = true;
    const enum status status = scan_events(&parser, source, faults, is_sound, error);
    yaml_parser_delete(&parser);
    return status;
}

static enum status load(struct yaml_file *file, struct error *error)
{
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser))
        return error_set(error, STATUS_OUT_OF_MEMORY, "a YAML parser");
    yaml_parser_set_input_string(&parser, (const unsigned char *)file->source->text,
                                 file->source->length);
    file->is_loaded = yaml_parser_load(&parser, &file->document) == 1;
    const bool is_memory = parser.error == YAML_MEMORY_ERROR;
    yaml_parser_delete(&parser);
    if (!file->is_loaded)
        return error_set(error, is_memory ? STATUS_OUT_OF_MEMORY : STATUS_INTERNAL,
                         "a YAML document that was sound before");
    return STATUS_OK;
}

enum status yaml_open(struct yaml_file **out, const struct yaml_source *source, struct arena *arena,
                      struct fault_list *faults, struct error *error)
{
    bool is_sound;
    *out = NULL;
    enum status status = check_source(source, faults, &is_sound, error);
    if (status != STATUS_OK || !is_sound)
        return status;
    struct yaml_file *file = calloc(1, sizeof(*file));
    if (file == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "a YAML file");
    file->source = source;
    file->arena = arena;
    file->faults = faults;
    status = load(file, error);
    if (status == STATUS_OK && yaml_document_get_root_node(&file->document) == NULL) {
        status = fault_add(faults, FAULT_NOT_MAPPING, source->name, 0, source->name, NULL, error);
        yaml_close(file);
        return status;
    }
    if (status == STATUS_OK)
        *out = file;
    else
        yaml_close(file);
    return status;
}

void yaml_close(struct yaml_file *file)
{
    if (file == NULL)
        return;
    if (file->is_loaded)
        yaml_document_delete(&file->document);
    free(file);
}

const yaml_node_t *yaml_find(const struct yaml_file *file, const yaml_node_t *mapping,
                             const char *key)
{
    yaml_document_t *document = (yaml_document_t *)&file->document;
    if (mapping == NULL || mapping->type != YAML_MAPPING_NODE)
        return NULL;
    for (const yaml_node_pair_t *pair = mapping->data.mapping.pairs.start;
         pair < mapping->data.mapping.pairs.top; pair++) {
        const yaml_node_t *name = yaml_document_get_node(document, pair->key);
        if (name->type == YAML_SCALAR_NODE &&
            strcmp((const char *)name->data.scalar.value, key) == 0)
            return yaml_document_get_node(document, pair->value);
    }
    return NULL;
}

const char *yaml_top_value(const struct yaml_file *file, const char *key)
{
    const yaml_node_t *root = yaml_document_get_root_node((yaml_document_t *)&file->document);
    const yaml_node_t *value = yaml_find(file, root, key);
    if (value == NULL || value->type != YAML_SCALAR_NODE)
        return "";
    return (const char *)value->data.scalar.value;
}

void yaml_watch_texts(struct yaml_file *file,
                      void (*watch)(void *self, const char *key, const char *text, int line),
                      void *self)
{
    file->watch = watch;
    file->watch_self = self;
}
