/* SPDX-License-Identifier: Apache-2.0 */

/* The keys that count on every view, after the view's own and those of its form. */
#ifndef QADAM_VIEW_APPLICATION_KEYMAP_H
#define QADAM_VIEW_APPLICATION_KEYMAP_H

#include "keymap.h"

extern const struct binding application_keymap[];

#endif
