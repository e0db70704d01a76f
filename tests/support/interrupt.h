/* SPDX-License-Identifier: Apache-2.0 */

/* An act that is cut off in the middle, at one step of the database after the other. */
#ifndef QADAM_TESTS_SUPPORT_INTERRUPT_H
#define QADAM_TESTS_SUPPORT_INTERRUPT_H

#include "base/error.h"

struct store;

/* Runs the act again and again, each time cut off a few steps later, until it gets through.  Fails
 * the test when a cut act reports anything but STATUS_INTERRUPTED or leaves any row changed. */
void assert_all_or_nothing(struct store *store, enum status (*act)(void *self), void *self);

#endif
