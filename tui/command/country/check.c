/* SPDX-License-Identifier: Apache-2.0 */

/* qadam country check: is a pack that somebody wrote in order? */
#include "command/country/command.h"
#include "command/fault_report.h"
#include "command/text_file.h"
#include "language.h"
#include "sentence.h"

const struct option country_check_options[] = {
    { "json", NULL, N_("Print the faults as one JSON array."), OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};

static int check_file(const char *path, struct fault_list *faults, bool is_json)
{
    struct text_file file;
    struct country_pack *pack = NULL;
    struct error error = { 0 };
    int code = text_file_read(&file, path);
    if (code != EXIT_CODE_DONE)
        return code;
    if (country_pack_load(&pack, NULL, &file.source, faults, &error) != STATUS_OK)
        code = sentence_fail(path, &error);
    if (pack != NULL && !is_json) {
        sentence_fill(stdout, _("%s is in order."), "%s", path);
        putchar('\n');
    }
    country_pack_release(pack);
    text_file_release(&file);
    return code;
}

int country_check_run(const struct arguments *arguments)
{
    struct fault_list faults = { .items = NULL };
    const bool is_json = arguments_has(arguments, "json");
    int code = EXIT_CODE_DONE;
    for (size_t i = 0; code == EXIT_CODE_DONE && i < arguments->positional_count; i++)
        code = check_file(arguments_positional(arguments, i), &faults, is_json);
    if (code == EXIT_CODE_DONE && is_json)
        code = fault_report_print_json(&faults);
    else if (code == EXIT_CODE_DONE)
        fault_report_write(stdout, &faults);
    if (code == EXIT_CODE_DONE && faults.count > 0)
        code = EXIT_CODE_NO;
    fault_list_release(&faults);
    return code;
}
