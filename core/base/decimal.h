/* SPDX-License-Identifier: Apache-2.0 */

/* Decimals with a dot, in every language the same; strtod() reads a comma where the language
 * writes one. */
#ifndef QADAM_BASE_DECIMAL_H
#define QADAM_BASE_DECIMAL_H

/* Reads a decimal such as 0.34, -1 or 12000000 at the beginning of a text.  Gives what stands
 * behind it, or NULL when the text does not begin with one. */
const char *decimal_read(double *out, const char *text);

#endif
