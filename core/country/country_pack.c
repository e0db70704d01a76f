/* SPDX-License-Identifier: Apache-2.0 */
#include "country/country_pack.h"

#include "country/country_private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- the program's own */

static const struct {
    const char *country;
    const char *file;
} countries[] = {
    { "KG", "packs/kg.yaml" }, { "KZ", "packs/kz.yaml" }, { "TJ", "packs/tj.yaml" },
    { "TM", "packs/tm.yaml" }, { "UZ", "packs/uz.yaml" }, { COUNTRY_COMMON, "packs/common.yaml" },
};
enum { COUNTRY_COUNT = sizeof(countries) / sizeof(countries[0]) - 1 };

const char *country_at(size_t index)
{
    return index < COUNTRY_COUNT ? countries[index].country : NULL;
}

bool country_is_known(const char *country)
{
    for (size_t i = 0; i < COUNTRY_COUNT; i++)
        if (strcmp(countries[i].country, country) == 0)
            return true;
    return false;
}

const struct yaml_source *country_pack_builtin(const char *country)
{
    for (size_t i = 0; i <= COUNTRY_COUNT; i++) {
        if (strcmp(countries[i].country, country) != 0)
            continue;
        for (size_t j = 0; j < country_packs_count; j++)
            if (strcmp(country_packs[j].name, countries[i].file) == 0)
                return &country_packs[j];
    }
    return NULL;
}

/* ---- reading */

/* calendar is made when the text has none, so that nobody asks whether it is there. */
static enum status read_pack(struct country_pack *pack, struct arena *arena,
                             const struct yaml_source *text, struct fault_list *faults,
                             struct error *error)
{
    struct yaml_file *file = NULL;
    pack->version = 1; /* that it is missing is one fault, not two */
    enum status status = yaml_open(&file, text, arena, faults, error);
    if (status == STATUS_OK && file != NULL)
        status = yaml_read(file, &country_pack_schema, pack, error);
    yaml_close(file);
    if (status == STATUS_OK && pack->calendar == NULL)
        status = arena_take(arena, &pack->calendar, sizeof(*pack->calendar), error);
    return status;
}

/* ---- laying one over the other */

static enum status merge_section(struct country_pack *pack, const struct country_pack *common,
                                 const struct country_section *section, struct error *error)
{
    char *rows = NULL;
    char key[COUNTRY_KEY_SIZE];
    const size_t size = section->schema->size;
    const size_t own_count = country_section_count(section, pack);
    const size_t common_count = country_section_count(section, common);
    const enum status status =
        arena_take(&pack->arena, &rows, (own_count + common_count + 1) * size, error);
    if (status != STATUS_OK)
        return status;
    if (own_count > 0)
        memcpy(rows, country_section_row(section, pack, 0), own_count * size);
    size_t count = own_count;
    for (size_t i = 0; i < common_count; i++) {
        struct country_row *row = country_section_row(section, common, i);
        country_row_key(key, section, row);
        if (country_section_find(section, pack, key) != NULL)
            continue;
        row->is_common = true;
        memcpy(rows + count++ * size, row, size);
    }
    country_section_put(section, pack, rows, count);
    return STATUS_OK;
}

static enum status merge(struct country_pack *pack, const struct country_pack *common,
                         struct error *error)
{
    enum status status = STATUS_OK;
    const struct country_section *section;
    for (size_t i = 0; status == STATUS_OK && (section = country_section_at(i)) != NULL; i++)
        status = merge_section(pack, common, section, error);
    if (status == STATUS_OK && pack->calendar->weekend_count == 0) {
        pack->calendar->weekend = common->calendar->weekend;
        pack->calendar->weekend_count = common->calendar->weekend_count;
    }
    return status;
}

static bool is_common(const char *country)
{
    return country != NULL && strcmp(country, COUNTRY_COMMON) == 0;
}

/* country NULL: whatever the text says. */
static enum status check_head(const struct country_pack *pack, const char *country,
                              const struct yaml_source *text, struct fault_list *faults,
                              struct error *error)
{
    enum status status = STATUS_OK;
    if (pack->kind != NULL && strcmp(pack->kind, "country") != 0)
        status =
            fault_add(faults, FAULT_KIND_UNKNOWN, text->name, pack->line, pack->kind, NULL, error);
    if (status != STATUS_OK || pack->country == NULL)
        return status;
    if (!country_is_known(pack->country) && !is_common(pack->country))
        return fault_add(faults, FAULT_COUNTRY_UNKNOWN, text->name, pack->line, pack->country, NULL,
                         error);
    if (country != NULL && strcmp(country, pack->country) != 0)
        return fault_add(faults, FAULT_WORD_UNKNOWN, text->name, pack->line, pack->country, country,
                         error);
    return STATUS_OK;
}

static enum status fill(struct country_pack *pack, const char *country,
                        const struct yaml_source *text, struct fault_list *faults,
                        struct error *error)
{
    struct country_pack common = { 0 };
    const struct yaml_source *common_text = country_pack_builtin(COUNTRY_COMMON);
    enum status status = read_pack(pack, &pack->arena, text, faults, error);
    if (status == STATUS_OK)
        status = check_head(pack, country, text, faults, error);
    if (status == STATUS_OK && !is_common(pack->country)) {
        status = read_pack(&common, &pack->arena, common_text, faults, error);
        if (status == STATUS_OK)
            status = merge(pack, &common, error);
    }
    if (status == STATUS_OK)
        status = country_check(pack, text, common_text, faults, error);
    return status;
}

enum status country_pack_load(struct country_pack **out, const char *country,
                              const struct yaml_source *text, struct fault_list *faults,
                              struct error *error)
{
    const size_t faults_before = faults->count;
    *out = NULL;
    if (country != NULL && country[0] == '\0')
        country = COUNTRY_COMMON;
    if (text == NULL && country != NULL)
        text = country_pack_builtin(country);
    if (text == NULL)
        return error_set(error, STATUS_NOT_FOUND, "a country pack");
    struct country_pack *pack = calloc(1, sizeof(*pack));
    if (pack == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "a country pack");
    const enum status status = fill(pack, country, text, faults, error);
    if (status == STATUS_OK && faults->count == faults_before) {
        *out = pack;
        return STATUS_OK;
    }
    country_pack_release(pack);
    return status;
}

void country_pack_release(struct country_pack *pack)
{
    if (pack == NULL)
        return;
    arena_release(&pack->arena);
    free(pack);
}

/* ---- asking */

const struct country_deadline *country_pack_find_deadline(const struct country_pack *pack,
                                                          const char *rule)
{
    for (size_t i = 0; i < pack->deadline_count; i++)
        if (strcmp(pack->deadlines[i].rule, rule) == 0)
            return &pack->deadlines[i];
    return NULL;
}

const struct country_body *country_pack_find_body(const struct country_pack *pack, const char *kind)
{
    for (size_t i = 0; i < pack->body_count; i++)
        if (strcmp(pack->bodies[i].kind, kind) == 0)
            return &pack->bodies[i];
    return NULL;
}

const struct country_waiver *country_pack_find_waiver(const struct country_pack *pack,
                                                      const char *id)
{
    for (size_t i = 0; i < pack->waiver_count; i++)
        if (strcmp(pack->waivers[i].id, id) == 0)
            return &pack->waivers[i];
    return NULL;
}

struct deadline country_deadline_term(const struct country_deadline *deadline)
{
    return (struct deadline){ deadline->count, (enum deadline_unit)deadline->unit,
                              deadline->is_exact };
}

/* Not "%g": it would write the decimal sign of the language. */
void country_amount_format(char out[COUNTRY_AMOUNT_SIZE], double amount)
{
    const long long parts = (long long)(amount * 10000 + 0.5);
    int length = snprintf(out, COUNTRY_AMOUNT_SIZE, "%lld.%04lld", parts / 10000, parts % 10000);
    while (out[length - 1] == '0')
        out[--length] = '\0';
    if (out[length - 1] == '.')
        out[length - 1] = '\0';
}
