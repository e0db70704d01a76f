/* SPDX-License-Identifier: Apache-2.0 */

/* The recovery sheet on the screen: its code in groups, and the proof that somebody copied it. */
#ifndef QADAM_VIEW_SHEET_PAGE_H
#define QADAM_VIEW_SHEET_PAGE_H

#include "vault/secret.h"
#include "widget/form.h"

/* The field for the last group, and the button. */
void sheet_page_build(struct form *form, const char *button);
/* Returns how many rows it took. */
int sheet_page_draw(struct area area, const struct secret *code);
/* Whether the last group is the one on the sheet; else the field has its fault. */
bool sheet_page_check(struct form *form, const struct secret *code);

#endif
