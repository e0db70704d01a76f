/* SPDX-License-Identifier: Apache-2.0 */

/* The kinds of bodies that a step can name and every country has, under whatever name. */
#ifndef QADAM_COUNTRY_BODY_KIND_H
#define QADAM_COUNTRY_BODY_KIND_H

#include <stdbool.h>
#include <stddef.h>

bool body_kind_is_known(const char *kind);

/* The kinds in their order, such as "asylum"; NULL after the last. */
const char *body_kind_at(size_t index);

#endif
