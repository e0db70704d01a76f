/* SPDX-License-Identifier: Apache-2.0 */

/* The deadlines that a step can name and every country has, with its own figures. */
#ifndef QADAM_COUNTRY_DEADLINE_RULE_H
#define QADAM_COUNTRY_DEADLINE_RULE_H

#include <stdbool.h>
#include <stddef.h>

bool deadline_rule_is_known(const char *rule);

/* The rules in their order, such as "id_after_loss"; NULL after the last. */
const char *deadline_rule_at(size_t index);

#endif
