/* SPDX-License-Identifier: Apache-2.0 */

/* A text put into a file outside the encrypted one: for nobody but its owner to read, never over
 * another file, complete or not at all. */
#ifndef QADAM_COMMAND_NEW_FILE_H
#define QADAM_COMMAND_NEW_FILE_H

#include "base/error.h"

#include <stddef.h>

/* STATUS_EXISTS, STATUS_NO_PERMISSION, STATUS_NO_SPACE, STATUS_WRITE_FAILED; then nothing is left
 * of it. */
MUST_CHECK enum status new_file_write(const char *path, const char *text, size_t size,
                                      struct error *error);

#endif
