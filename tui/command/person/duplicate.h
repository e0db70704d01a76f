/* SPDX-License-Identifier: Apache-2.0 */

/* Before somebody is kept: is that person there already?  The clerk decides. */
#ifndef QADAM_COMMAND_PERSON_DUPLICATE_H
#define QADAM_COMMAND_PERSON_DUPLICATE_H

#include "command/person/command.h"
#include "search/duplicate.h"

/* People that are kept together. */
struct person_draft_list {
    struct person_draft *items;
    size_t count;
};

/* Those that are kept already and look like this person; the caller releases *out, also after a
 * failure. */
MUST_CHECK enum status person_duplicate_find(struct store *store, const struct person_draft *draft,
                                             struct search_hits *out, struct error *error);

/* Says on stderr whose records look like those of the person at that index, of those kept already
 * and those before it in the list that are; by name only on a terminal.  Returns an exit code:
 * EXIT_CODE_NO when there are some and the option --duplicates says "refuse"; with "ignore" nobody
 * is looked for. */
int person_duplicate_check(struct office *office, const struct arguments *arguments,
                           const struct person_draft_list *drafts, size_t index);

#endif
