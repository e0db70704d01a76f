/* SPDX-License-Identifier: Apache-2.0 */

/* A journal hash as people note it on paper: eight groups of eight hexadecimal digits. */
#ifndef QADAM_COMMAND_HASH_TEXT_H
#define QADAM_COMMAND_HASH_TEXT_H

#include "office/office.h"

#include <stdbool.h>

enum {
    HASH_TEXT_GROUP = 8,
    HASH_TEXT_SIZE = JOURNAL_HASH_SIZE * 2 + JOURNAL_HASH_SIZE * 2 / HASH_TEXT_GROUP,
};

void hash_format(char out[HASH_TEXT_SIZE], const unsigned char hash[JOURNAL_HASH_SIZE]);

/* Case, spaces and dashes do not matter; false when it is no whole hash. */
bool hash_parse(unsigned char out[JOURNAL_HASH_SIZE], const char *text);

#endif
