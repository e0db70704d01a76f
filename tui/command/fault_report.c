/* SPDX-License-Identifier: Apache-2.0 */
#include "command/fault_report.h"

#include "command/json.h"
#include "fault_sentence.h"

#include <stdlib.h>

void fault_report_write(FILE *stream, struct fault_list *faults)
{
    fault_list_sort(faults);
    for (size_t i = 0; i < faults->count; i++)
        fault_write(stream, &faults->items[i]);
}

static void add(struct json *json, const struct fault *fault)
{
    char *sentence = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&sentence, &size);
    if (memory != NULL) {
        fault_sentence_write(memory, fault);
        fclose(memory);
    }
    const struct json_member members[] = {
        { "file", JSON_TEXT, fault->file, 0 },
        { "line", JSON_NUMBER, NULL, fault->line },
        { "fault", JSON_TEXT, fault_name(fault->kind), 0 },
        { "first", JSON_TEXT, fault->words[0], 0 },
        { "second", JSON_TEXT, fault->words[1], 0 },
        { "sentence", JSON_TEXT, sentence, 0 },
    };
    json_add(json, members, sizeof(members) / sizeof(members[0]));
    free(sentence);
}

int fault_report_print_json(struct fault_list *faults)
{
    struct json *json = json_begin();
    fault_list_sort(faults);
    for (size_t i = 0; i < faults->count; i++)
        add(json, &faults->items[i]);
    return json_end_array(json);
}
