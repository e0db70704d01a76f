/* SPDX-License-Identifier: Apache-2.0 */

/* Countries and languages that people of the region need most, to be chosen by name; any other one
 * can be typed as its code. */
#ifndef QADAM_VIEW_CASEFILE_CODE_H
#define QADAM_VIEW_CASEFILE_CODE_H

#include "widget/form.h"

void casefile_code_add_countries(struct form_field *field);
void casefile_code_add_languages(struct form_field *field);

#endif
