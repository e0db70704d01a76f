/* SPDX-License-Identifier: Apache-2.0 */

/* qadam workflow check: is what somebody wrote in order? */
#include "command/fault_report.h"
#include "command/workflow/command.h"
#include "language.h"
#include "sentence.h"
#include "workflow/library.h"

#include <stdlib.h>
#include <string.h>

const struct option workflow_check_options[] = {
    { "json", NULL, N_("Print the faults as one JSON array."), OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};

struct checking {
    struct workflow_files files;
    struct library library;
    struct fault_list faults;
    bool is_json;
    bool has_workflow; /* one of the files is a workflow */
};

/* How each file is written, whatever it is for. */
static enum status check_files(struct checking *checking, struct error *error)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < checking->files.count; i++) {
        char id[YAML_ID_MAX + 1];
        bool is_workflow;
        status = library_check_file(&checking->files.sources[i], id, &is_workflow,
                                    &checking->faults, error);
        checking->has_workflow |= is_workflow;
    }
    return status;
}

static void say_sound(const struct checking *checking, const struct definition *definition)
{
    if (definition == NULL || checking->is_json)
        return;
    char version[16];
    snprintf(version, sizeof(version), "%d", definition->version);
    printf("%s\t%s\t%s\n", definition->id, version,
           language_text_in("workflow", definition->title));
}

static enum status check_workflow(struct checking *checking, const char *id, struct error *error)
{
    struct definition *definition;
    const enum status status =
        library_load(&definition, &checking->library, id, &checking->faults, error);
    say_sound(checking, definition);
    definition_release(definition);
    return status;
}

/* What the files mean together: the workflows among them; without any, those of the program with
 * the given parts and lists in the place of its own. */
static enum status check_meaning(struct checking *checking, struct error *error)
{
    enum status status = STATUS_OK;
    const char *id;
    for (size_t i = 0; status == STATUS_OK && i < checking->files.count; i++) {
        struct fault_list told = { .items = NULL };
        char own[YAML_ID_MAX + 1];
        bool is_workflow;
        status = library_check_file(&checking->files.sources[i], own, &is_workflow, &told, error);
        fault_list_release(&told);
        if (status == STATUS_OK && is_workflow)
            status = check_workflow(checking, own, error);
    }
    for (size_t i = 0;
         !checking->has_workflow && status == STATUS_OK && (id = library_workflow_at(i)) != NULL;
         i++)
        status = check_workflow(checking, id, error);
    return status;
}

static int report(struct checking *checking)
{
    int code = EXIT_CODE_DONE;
    if (checking->is_json)
        code = fault_report_print_json(&checking->faults);
    else
        fault_report_write(stdout, &checking->faults);
    /* How a file is written is checked before what the files mean together. */
    if (!checking->is_json && checking->faults.count > 0)
        sentence_say(NULL, _("Mend these and check again: others can show only then."));
    return code == EXIT_CODE_DONE && checking->faults.count > 0 ? EXIT_CODE_NO : code;
}

int workflow_check_run(const struct arguments *arguments)
{
    struct checking checking = { .is_json = arguments_has(arguments, "json") };
    struct error error = { 0 };
    int code = workflow_files_read(&checking.files, arguments, 0);
    checking.library = library_builtin();
    checking.library.shelves[1] = checking.library.shelves[0];
    checking.library.shelves[0].sources = checking.files.sources;
    checking.library.shelves[0].count = checking.files.count;
    enum status status = STATUS_OK;
    if (code == EXIT_CODE_DONE)
        status = check_files(&checking, &error);
    if (code == EXIT_CODE_DONE && status == STATUS_OK && checking.faults.count == 0)
        status = check_meaning(&checking, &error);
    if (status != STATUS_OK)
        code = sentence_fail(NULL, &error);
    else if (code == EXIT_CODE_DONE)
        code = report(&checking);
    fault_list_release(&checking.faults);
    workflow_files_release(&checking.files);
    return code;
}
