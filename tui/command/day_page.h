/* SPDX-License-Identifier: Apache-2.0 */

/* "My day" for people: laid out for the width of the terminal. */
#ifndef QADAM_COMMAND_DAY_PAGE_H
#define QADAM_COMMAND_DAY_PAGE_H

#include "command/case/desk.h"
#include "task/day_list.h"

/* What is to be done: the title of the step, or the words of a task or an appointment. */
const char *day_entry_title(struct case_desk *desk, const struct day_entry *entry);

/* Columns for a terminal; where it is narrow, each entry takes two lines. */
void day_page_write(struct case_desk *desk, const struct day_list *list);

#endif
