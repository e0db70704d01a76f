/* SPDX-License-Identifier: Apache-2.0 */

/* The texts of a pack, for the translators. */
#ifndef QADAM_COUNTRY_COUNTRY_TEXT_H
#define QADAM_COUNTRY_COUNTRY_TEXT_H

#include "yaml/yaml_reader.h"

/* Visits every text for people in one pack, in its order; the texts are borrowed. */
MUST_CHECK enum status country_each_text(const struct yaml_source *source,
                                         void (*visit)(void *self, const char *key,
                                                       const char *text, int line),
                                         void *self, struct error *error);

#endif
