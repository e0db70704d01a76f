/* SPDX-License-Identifier: Apache-2.0 */

/* What an office says about itself, in choices that the wizard and the settings share. */
#ifndef QADAM_VIEW_OFFICE_FIELDS_H
#define QADAM_VIEW_OFFICE_FIELDS_H

#include "widget/form.h"

void office_field_countries(struct form_field *field);
void office_field_languages(struct form_field *field);
void office_field_memories(struct form_field *field);

/* An office code in capital letters, without what is around it. */
void office_code_tidy(struct form *form, const char *id);

#endif
