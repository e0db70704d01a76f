/* SPDX-License-Identifier: Apache-2.0 */

/* What the commands on workflows share. */
#ifndef QADAM_COMMAND_WORKFLOW_COMMAND_H
#define QADAM_COMMAND_WORKFLOW_COMMAND_H

#include "command/arguments.h"
#include "command/text_file.h"
#include "workflow/definition.h"

/* ---- the verbs, for the table in workflow.c */

extern const struct option workflow_check_options[];
extern const struct option workflow_list_options[];
extern const struct option workflow_show_options[];
extern const struct option workflow_add_options[];

int workflow_check_run(const struct arguments *arguments);
int workflow_list_run(const struct arguments *arguments);
int workflow_show_run(const struct arguments *arguments);
int workflow_add_run(const struct arguments *arguments);

/* ---- files that somebody wrote */

struct workflow_files {
    struct text_file files[ARGUMENTS_MAX_POSITIONAL];
    struct yaml_source sources[ARGUMENTS_MAX_POSITIONAL];
    size_t count;
};

/* Reads the files that the arguments from "first" on name.  Returns an exit code and has said why;
 * the caller releases *out in any case. */
int workflow_files_read(struct workflow_files *out, const struct arguments *arguments,
                        size_t first);
void workflow_files_release(struct workflow_files *files);

/* ---- words */

/* Prints a whole workflow: stages, steps, why, who decides, by when, where it comes from. */
void workflow_sheet_write(FILE *stream, const struct definition *definition);

/* Where something comes from and whether to check it locally; lines begin with indent spaces. */
void workflow_write_origin(FILE *stream, const struct origin *origin, size_t indent);

#endif
