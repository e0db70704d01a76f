/* SPDX-License-Identifier: Apache-2.0 */

/* "My day" in words: what its groups are called, when an entry is due, what kind of work it is. */
#ifndef QADAM_WORDING_DAY_TEXT_H
#define QADAM_WORDING_DAY_TEXT_H

#include "task/day_list.h"

/* Above the entries of a group, and behind their number in the first line. */
const char *day_text_heading(enum day_group group);
const char *day_text_count(enum day_group group);

/* "10:30", "3 days late", "in 4 days"; "urgent" for what has no day and is; else "".  Shorter than
 * case_text_due(): the heading says "overdue" already. */
enum { DAY_TEXT_WHEN_SIZE = 96 };
void day_text_when(char out[DAY_TEXT_WHEN_SIZE], const struct day_entry *entry, struct day today);

/* What kind of work it is, before its title; "" for the plain one and where the heading says it. */
const char *day_text_kind(const struct day_entry *entry);

/* The name of its person, "(restricted)" instead of one that is not for everybody's eyes, "" for
 * nobody. */
const char *day_text_name(const struct day_entry *entry);

#endif
