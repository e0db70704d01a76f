/* SPDX-License-Identifier: Apache-2.0 */

/* The folder of the office file, and that of its backups. */
#ifndef QADAM_VIEW_FILE_FOLDER_H
#define QADAM_VIEW_FILE_FOLDER_H

#include "app/app.h"

/* The folder that a file lies in, be the file there or not; in full when that can be told, because
 * "." says nothing to people. */
void file_folder_of(char *out, size_t size, const char *path);

/* Where backups go: the folder that the office chose, else that of its file; whether it is the
 * second one. */
MUST_CHECK enum status file_folder_of_backups(char out[SETTING_TEXT_SIZE], bool *is_beside,
                                              struct app *app, struct error *error);

#endif
