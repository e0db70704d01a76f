/* SPDX-License-Identifier: Apache-2.0 */

/* Texts that somebody wrote in an editor and gives to a command: workflows, country packs. */
#ifndef QADAM_COMMAND_TEXT_FILE_H
#define QADAM_COMMAND_TEXT_FILE_H

#include "yaml/yaml_reader.h"

/* A file's name as typed and its text, which it owns. */
struct text_file {
    struct yaml_source source;
    char *text;
};

/* Reads a whole file; of one that is larger than a YAML text may be, only so much that the reader
 * sees it.  Returns an exit code; after a failure it has said why. */
int text_file_read(struct text_file *out, const char *path);
void text_file_release(struct text_file *file);

#endif
