/* SPDX-License-Identifier: Apache-2.0 */
#include "country/country_text.h"

#include "country/country_private.h"

enum status country_each_text(const struct yaml_source *source,
                              void (*visit)(void *self, const char *key, const char *text,
                                            int line),
                              void *self, struct error *error)
{
    struct arena arena = { .newest = NULL };
    struct fault_list faults = { .items = NULL };
    struct yaml_file *file = NULL;
    struct country_pack pack = { .line = 0 };
    enum status status = yaml_open(&file, source, &arena, &faults, error);
    if (status == STATUS_OK && file != NULL) {
        yaml_watch_texts(file, visit, self);
        status = yaml_read(file, &country_pack_schema, &pack, error);
    }
    yaml_close(file);
    arena_release(&arena);
    fault_list_release(&faults);
    return status;
}
