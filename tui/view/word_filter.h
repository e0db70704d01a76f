/* SPDX-License-Identifier: Apache-2.0 */

/* Words typed to narrow a list. */
#ifndef QADAM_VIEW_WORD_FILTER_H
#define QADAM_VIEW_WORD_FILTER_H

#include <stdbool.h>

/* Whether every word of the filter stands somewhere in the text, in capitals or not. */
bool word_filter_passes(const char *filter, const char *text);

#endif
