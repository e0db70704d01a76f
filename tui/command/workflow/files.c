/* SPDX-License-Identifier: Apache-2.0 */
#include "command/workflow/command.h"

#include "sentence.h"

int workflow_files_read(struct workflow_files *out, const struct arguments *arguments, size_t first)
{
    *out = (struct workflow_files){ .count = 0 };
    for (size_t i = first; i < arguments->positional_count; i++) {
        const int code =
            text_file_read(&out->files[out->count], arguments_positional(arguments, i));
        if (code != EXIT_CODE_DONE)
            return code;
        out->sources[out->count] = out->files[out->count].source;
        out->count++;
    }
    return EXIT_CODE_DONE;
}

void workflow_files_release(struct workflow_files *files)
{
    for (size_t i = 0; i < files->count; i++)
        text_file_release(&files->files[i]);
    files->count = 0;
}
