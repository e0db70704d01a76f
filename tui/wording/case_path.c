/* SPDX-License-Identifier: Apache-2.0 */
#include "wording/case_path.h"

#include <stdio.h>
#include <string.h>

const char case_path_evidence[] = "evidence.";

/* The row that these characters name; 0 when they name none. */
static int row_of(const char *text, size_t length)
{
    int row = 0;
    for (size_t i = 0; i < length; i++) {
        if (text[i] < '0' || text[i] > '9' || row > CASE_ROW_MAX)
            return 0;
        row = row * 10 + (text[i] - '0');
    }
    return row > CASE_ROW_MAX ? 0 : row;
}

bool case_path_parse(char path[STEP_PATH_SIZE], int *item, const char *text, size_t length)
{
    size_t used = 0;
    *item = 0;
    path[0] = '\0';
    for (size_t at = 0; at <= length;) {
        const char *dot = at == length ? NULL : memchr(text + at, '.', length - at);
        size_t part = dot == NULL ? length - at : (size_t)(dot - text) - at;
        int row = used == 0 ? 0 : row_of(text + at, part);
        if (row > 0 && *item > 0)
            return false;
        if (row > 0) {
            *item = row;
        } else {
            if (used + part + 2 > STEP_PATH_SIZE)
                return false;
            if (used > 0)
                path[used++] = '.';
            memcpy(path + used, text + at, part);
            used += part;
            path[used] = '\0';
        }
        at += part + 1;
    }
    return true;
}

void case_path_format(char out[CASE_PATH_SIZE], const char *path, int item)
{
    const char *dot = strrchr(path, '.');
    if (item == 0 || dot == NULL)
        snprintf(out, CASE_PATH_SIZE, "%s", path);
    else
        snprintf(out, CASE_PATH_SIZE, "%.*s.%d%s", (int)(dot - path), path, item, dot);
}

const char *case_path_paper(const char *path)
{
    size_t length = strlen(case_path_evidence);
    return strncmp(path, case_path_evidence, length) == 0 ? path + length : NULL;
}
