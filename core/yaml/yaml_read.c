/* SPDX-License-Identifier: Apache-2.0 */

/* From the tree to structs. */
#include "base/ascii.h"
#include "base/decimal.h"
#include "base/text.h"
#include "yaml/yaml_private.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One key's value on its way into the struct. */
struct place {
    const struct yaml_key *key;
    const yaml_node_t *node;
    char *object; /* the struct */
};

static const char *value_of(const struct place *place)
{
    return (const char *)place->node->data.scalar.value;
}

static enum status note(struct yaml_file *file, const struct place *place, enum fault_kind kind,
                        const char *second, struct error *error)
{
    return yaml_note(file, place->node, kind, place->key->name, second, error);
}

static void put(const struct place *place, size_t offset, const void *value, size_t size)
{
    memcpy(place->object + offset, value, size);
}

/* ---- Texts */

static bool is_id(const char *text)
{
    size_t length = 0;
    for (; text[length] != '\0'; length++)
        if (!ascii_is_small(text[length]) && !ascii_is_digit(text[length]) && text[length] != '_')
            return false;
    return length > 0 && length <= YAML_ID_MAX && ascii_is_small(text[0]);
}

static bool is_code(const char *text)
{
    size_t length = 0;
    for (; text[length] != '\0'; length++)
        if (!ascii_is_small(text[length]) && !ascii_is_capital(text[length]) &&
            !ascii_is_digit(text[length]) && text[length] != '_' && text[length] != '-')
            return false;
    return length > 0 && length <= YAML_ID_MAX;
}

static bool is_path(const char *text)
{
    char part[YAML_ID_MAX + 1];
    for (;;) {
        const size_t length = strcspn(text, ".");
        if (length == 0 || length > YAML_ID_MAX)
            return false;
        memcpy(part, text, length);
        part[length] = '\0';
        if (!is_code(part))
            return false;
        if (text[length] == '\0')
            return true;
        text += length + 1;
    }
}

static enum status read_id(struct yaml_file *file, const struct place *place, struct error *error)
{
    const char *value = value_of(place);
    const enum yaml_kind kind = place->key->kind;
    const char *copy = NULL;
    if (!(kind == YAML_ID ? is_id(value) : kind == YAML_PATH ? is_path(value) : is_code(value)))
        return note(file, place, FAULT_ID_INVALID, value, error);
    const enum status status = arena_copy(file->arena, &copy, value, strlen(value), error);
    if (status == STATUS_OK)
        put(place, place->key->offset, &copy, sizeof(copy));
    return status;
}

static enum status note_text(struct yaml_file *file, const struct place *place,
                             const struct error *failure, size_t most, struct error *error)
{
    char number[16];
    snprintf(number, sizeof(number), "%zu", most);
    if (failure->status == STATUS_TEXT_EMPTY)
        return note(file, place, FAULT_TEXT_EMPTY, NULL, error);
    if (failure->status == STATUS_TEXT_TOO_LONG)
        return note(file, place, FAULT_TEXT_LONG, number, error);
    if (failure->status == STATUS_OUT_OF_MEMORY)
        return error_set(error, STATUS_OUT_OF_MEMORY, "%s", failure->detail);
    return note(file, place, FAULT_TEXT_INVALID, NULL, error);
}

static enum status read_text(struct yaml_file *file, const struct place *place, struct error *error)
{
    const struct text_rule rule = {
        .max_characters = place->key->kind == YAML_LABEL ? YAML_LABEL_MAX : YAML_SENTENCE_MAX,
    };
    struct error failure = { 0 };
    char *text = NULL;
    const char *copy = NULL;
    size_t length = place->node->data.scalar.length;
    /* A folded text (">") ends with a line feed. */
    while (length > 0 && value_of(place)[length - 1] == '\n')
        length--;
    if (text_accept(&text, value_of(place), length, &rule, &failure) != STATUS_OK)
        return note_text(file, place, &failure, rule.max_characters, error);
    if (place->key->kind != YAML_WORDS && strchr(text, '%') != NULL) {
        free(text);
        return note(file, place, FAULT_TEXT_PERCENT, NULL, error);
    }
    const enum status status = arena_copy(file->arena, &copy, text, strlen(text), error);
    free(text);
    if (status != STATUS_OK)
        return status;
    put(place, place->key->offset, &copy, sizeof(copy));
    if (file->watch != NULL && place->key->kind != YAML_WORDS)
        file->watch(file->watch_self, place->key->name, copy,
                    (int)place->node->start_mark.line + 1);
    return STATUS_OK;
}

/* ---- Numbers, flags, words, days */

static bool parse_int(int *out, const char *text)
{
    char *end;
    const long value = strtol(text, &end, 10);
    if (end == text || *end != '\0' || value > 1000000 || value < -1000000)
        return false;
    *out = (int)value;
    return true;
}

static enum status read_int(struct yaml_file *file, const struct place *place, struct error *error)
{
    int value;
    if (!parse_int(&value, value_of(place)))
        return note(file, place, FAULT_NUMBER_INVALID, NULL, error);
    const struct yaml_number number = { .is_given = true, .value = value };
    if (place->key->kind == YAML_NUMBER)
        put(place, place->key->offset, &number, sizeof(number));
    else
        put(place, place->key->offset, &value, sizeof(value));
    return STATUS_OK;
}

enum { DECIMAL_LENGTH_MAX = 11 };

static enum status read_decimal(struct yaml_file *file, const struct place *place,
                                struct error *error)
{
    double value;
    const char *end = decimal_read(&value, value_of(place));
    if (end == NULL || *end != '\0' || strlen(value_of(place)) > DECIMAL_LENGTH_MAX)
        return note(file, place, FAULT_NUMBER_INVALID, NULL, error);
    put(place, place->key->offset, &value, sizeof(value));
    return STATUS_OK;
}

static enum status note_words(struct yaml_file *file, const struct place *place,
                              const char *const *words, struct error *error)
{
    char known[FAULT_WORD_SIZE] = "";
    for (size_t i = 0; words[i] != NULL; i++) {
        const size_t length = strlen(known);
        snprintf(known + length, sizeof(known) - length, "%s%s", length > 0 ? ", " : "", words[i]);
    }
    return yaml_note(file, place->node, FAULT_WORD_UNKNOWN, value_of(place), known, error);
}

static enum status read_flag(struct yaml_file *file, const struct place *place, struct error *error)
{
    static const char *const words[] = { "no", "yes", "false", "true", NULL };
    for (size_t i = 0; words[i] != NULL; i++)
        if (strcmp(value_of(place), words[i]) == 0) {
            const bool value = i % 2 == 1;
            put(place, place->key->offset, &value, sizeof(value));
            return STATUS_OK;
        }
    return note_words(file, place, words, error);
}

static enum status read_word(struct yaml_file *file, const struct place *place, struct error *error)
{
    for (int i = 0; place->key->words[i] != NULL; i++)
        if (place->key->words[i][0] != '\0' && strcmp(value_of(place), place->key->words[i]) == 0) {
            put(place, place->key->offset, &i, sizeof(i));
            return STATUS_OK;
        }
    return note_words(file, place, place->key->words, error);
}

static enum status read_day(struct yaml_file *file, const struct place *place, struct error *error)
{
    struct yaml_day value = { .is_given = true };
    if (day_parse(&value.day, value_of(place), NULL) != STATUS_OK)
        return note(file, place, FAULT_DAY_INVALID, NULL, error);
    put(place, place->key->offset, &value, sizeof(value));
    return STATUS_OK;
}

/* ---- Lists */

static size_t count_items(const yaml_node_t *list)
{
    return (size_t)(list->data.sequence.items.top - list->data.sequence.items.start);
}

static const yaml_node_t *item_at(struct yaml_file *file, const yaml_node_t *list, size_t index)
{
    return yaml_document_get_node(&file->document, list->data.sequence.items.start[index]);
}

static enum status read_struct(struct yaml_file *file, const struct yaml_schema *schema,
                               const yaml_node_t *node, const char *name, char *object,
                               struct error *error);

/* How each kind of list reads one of its items. */
static enum status read_item(struct yaml_file *file, const struct place *list,
                             const yaml_node_t *node, char *item, struct error *error)
{
    if (list->key->kind == YAML_OBJECTS)
        return read_struct(file, list->key->schema, node, list->key->name, item, error);
    const struct yaml_key key = {
        .name = list->key->name,
        .kind = list->key->kind == YAML_CODES ? YAML_CODE : YAML_INT,
    };
    const struct place place = { &key, node, item };
    if (node->type != YAML_SCALAR_NODE)
        return note(file, &place, FAULT_NOT_SCALAR, NULL, error);
    return key.kind == YAML_CODE ? read_id(file, &place, error) : read_int(file, &place, error);
}

static size_t item_size(const struct yaml_key *key)
{
    if (key->kind == YAML_OBJECTS)
        return key->schema->size;
    return key->kind == YAML_CODES ? sizeof(const char *) : sizeof(int);
}

static enum status read_list(struct yaml_file *file, const struct place *place, struct error *error)
{
    char *items = NULL;
    if (place->node->type != YAML_SEQUENCE_NODE)
        return note(file, place, FAULT_NOT_LIST, NULL, error);
    const size_t count = count_items(place->node);
    const size_t size = item_size(place->key);
    enum status status = arena_take(file->arena, &items, (count + 1) * size, error);
    size_t kept = 0;
    for (size_t i = 0; status == STATUS_OK && i < count; i++) {
        const size_t faults = file->faults->count;
        status = read_item(file, place, item_at(file, place->node, i), items + kept * size, error);
        /* A code that could not be read is no NULL among the others. */
        if (place->key->kind != YAML_CODES || file->faults->count == faults)
            kept++;
    }
    if (status != STATUS_OK)
        return status;
    put(place, place->key->offset, &items, sizeof(items));
    put(place, place->key->count_offset, &kept, sizeof(kept));
    return STATUS_OK;
}

static enum status read_object(struct yaml_file *file, const struct place *place,
                               struct error *error)
{
    char *object = NULL;
    enum status status = arena_take(file->arena, &object, place->key->schema->size, error);
    if (status == STATUS_OK)
        status =
            read_struct(file, place->key->schema, place->node, place->key->name, object, error);
    if (status == STATUS_OK)
        put(place, place->key->offset, &object, sizeof(object));
    return status;
}

/* ---- Structs */

static enum status (*const readers[])(struct yaml_file *, const struct place *, struct error *) = {
    [YAML_SENTENCE] = read_text, [YAML_LABEL] = read_text, [YAML_WORDS] = read_text,
    [YAML_ID] = read_id,         [YAML_CODE] = read_id,    [YAML_PATH] = read_id,
    [YAML_INT] = read_int,       [YAML_NUMBER] = read_int, [YAML_DECIMAL] = read_decimal,
    [YAML_FLAG] = read_flag,     [YAML_WORD] = read_word,  [YAML_DAY] = read_day,
    [YAML_CODES] = read_list,    [YAML_INTS] = read_list,  [YAML_OBJECT] = read_object,
    [YAML_OBJECTS] = read_list,
};

static bool is_plain(enum yaml_kind kind)
{
    return kind < YAML_CODES;
}

static const struct yaml_key *find_key(const struct yaml_schema *schema, const char *name)
{
    for (size_t i = 0; i < schema->key_count; i++)
        if (strcmp(schema->keys[i].name, name) == 0)
            return &schema->keys[i];
    return NULL;
}

/* A key that begins alike, which is what a slip or a plural does. */
static const char *guess_key(const struct yaml_schema *schema, const char *name)
{
    for (size_t i = 0; i < schema->key_count; i++)
        if (strncmp(schema->keys[i].name, name, 3) == 0)
            return schema->keys[i].name;
    return "";
}

static enum status read_value(struct yaml_file *file, const struct place *place,
                              struct error *error)
{
    if (is_plain(place->key->kind) && place->node->type != YAML_SCALAR_NODE)
        return note(file, place, FAULT_NOT_SCALAR, NULL, error);
    return readers[place->key->kind](file, place, error);
}

static enum status read_pair(struct yaml_file *file, const struct yaml_schema *schema,
                             const yaml_node_t *mapping, const yaml_node_pair_t *pair, char *object,
                             struct error *error)
{
    const yaml_node_t *name = yaml_document_get_node(&file->document, pair->key);
    if (name->type != YAML_SCALAR_NODE)
        return yaml_note(file, name, FAULT_NOT_SCALAR, "?", NULL, error);
    const char *word = (const char *)name->data.scalar.value;
    const struct yaml_key *key = find_key(schema, word);
    if (key == NULL)
        return yaml_note(file, name, FAULT_KEY_UNKNOWN, word, guess_key(schema, word), error);
    const yaml_node_t *node = yaml_document_get_node(&file->document, pair->value);
    if (yaml_find(file, mapping, word) != node)
        return yaml_note(file, name, FAULT_KEY_TWICE, word, NULL, error);
    const struct place place = { key, node, object };
    return read_value(file, &place, error);
}

static enum status note_missing(struct yaml_file *file, const struct yaml_schema *schema,
                                const yaml_node_t *node, struct error *error)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < schema->key_count; i++)
        if (schema->keys[i].is_required && yaml_find(file, node, schema->keys[i].name) == NULL)
            status = yaml_note(file, node, FAULT_KEY_MISSING, schema->keys[i].name, NULL, error);
    return status;
}

static enum status read_struct(struct yaml_file *file, const struct yaml_schema *schema,
                               const yaml_node_t *node, const char *name, char *object,
                               struct error *error)
{
    const int line = (int)node->start_mark.line + 1;
    memcpy(object + schema->line_offset, &line, sizeof(line));
    if (node->type != YAML_MAPPING_NODE)
        return yaml_note(file, node, FAULT_NOT_MAPPING, name, NULL, error);
    enum status status = note_missing(file, schema, node, error);
    for (const yaml_node_pair_t *pair = node->data.mapping.pairs.start;
         status == STATUS_OK && pair < node->data.mapping.pairs.top; pair++)
        status = read_pair(file, schema, node, pair, object, error);
    return status;
}

enum status yaml_read(struct yaml_file *file, const struct yaml_schema *schema, void *out,
                      struct error *error)
{
    const yaml_node_t *root = yaml_document_get_root_node(&file->document);
    return read_struct(file, schema, root, file->source->name, out, error);
}
