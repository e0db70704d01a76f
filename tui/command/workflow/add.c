/* SPDX-License-Identifier: Apache-2.0 */

/* qadam workflow add: a workflow that no program brought. */
#include "casefile/definition_store.h"
#include "command/fault_report.h"
#include "command/json.h"
#include "command/login.h"
#include "command/workflow/command.h"
#include "language.h"
#include "sentence.h"

const struct option workflow_add_options[] = {
    { "json", NULL, N_("Print one JSON object."), OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};

static int explain(enum status status, const char *path, struct fault_list *faults,
                   const struct error *error)
{
    if (faults->count > 0) {
        fault_report_write(stderr, faults);
        sentence_say(path, _("Nothing was added: mend the faults above first."));
        return EXIT_CODE_NO;
    }
    if (status == STATUS_EXISTS) {
        sentence_say(path, _("The office has this version of the workflow already. Raise its "
                             "'version' and add it again."));
        return EXIT_CODE_NO;
    }
    if (status == STATUS_NOT_FOUND) {
        sentence_say(path, _("None of the files is a workflow: its first line is 'kind: "
                             "workflow'."));
        return EXIT_CODE_NO;
    }
    return sentence_fail(path, error);
}

static int add(struct office *office, const struct workflow_files *files,
               const struct arguments *arguments)
{
    struct definition_added added;
    struct fault_list faults = { .items = NULL };
    struct error error = { 0 };
    int code = EXIT_CODE_DONE;
    const enum status status =
        definition_store_add(office_store(office), office_actor(office), files->sources,
                             files->count, &added, &faults, &error);
    if (status != STATUS_OK) {
        code = explain(status, files->sources[0].name, &faults, &error);
    } else if (arguments_has(arguments, "json")) {
        const struct json_member members[] = {
            { "workflow", JSON_TEXT, added.workflow, 0 },
            { "version", JSON_NUMBER, NULL, added.version },
        };
        code = json_print(members, sizeof(members) / sizeof(members[0]));
    } else {
        printf("%s\t%d\n", added.workflow, added.version);
    }
    fault_list_release(&faults);
    return code;
}

int workflow_add_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct workflow_files files;
    int code = workflow_files_read(&files, arguments, 1);
    if (code == EXIT_CODE_DONE)
        code = login_open_for(&office, arguments, ACT_CHANGE_RULES);
    if (code == EXIT_CODE_DONE)
        code = add(office, &files, arguments);
    office_close(&office);
    workflow_files_release(&files);
    return code;
}
