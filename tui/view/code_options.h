/* SPDX-License-Identifier: Apache-2.0 */

/* Countries and languages, to be chosen by name; those of the region come first. */
#ifndef QADAM_VIEW_CODE_OPTIONS_H
#define QADAM_VIEW_CODE_OPTIONS_H

#include "widget/form.h"

void code_options_add_countries(struct form_field *field);
/* Any other one can be typed as its code. */
void code_options_add_languages(struct form_field *field);

#endif
