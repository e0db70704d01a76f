/* SPDX-License-Identifier: Apache-2.0 */

/* What an SQLite result code means to the user. */
#ifndef QADAM_STORE_FAILURE_H
#define QADAM_STORE_FAILURE_H

#include "base/error.h"

/* The status for an (extended) SQLite result code.  A code that says nothing better is
 * STATUS_INTERNAL.  SQLITE_CANTOPEN is STATUS_NO_PERMISSION here; whoever knows the path may
 * find out that nothing is there. */
enum status failure_status(int code);

#endif
