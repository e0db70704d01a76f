/* SPDX-License-Identifier: Apache-2.0 */
#include "base/decimal.h"

#include "base/ascii.h"

#include <stdbool.h>
#include <stddef.h>

const char *decimal_read(double *out, const char *text)
{
    const bool is_negative = *text == '-';
    const char *at = text + is_negative;
    double value = 0;
    double unit = 1;
    int digits = 0;
    for (; ascii_is_digit(*at); at++, digits++)
        value = value * 10 + (*at - '0');
    if (*at == '.')
        for (at++; ascii_is_digit(*at); at++, digits++)
            value += (*at - '0') * (unit /= 10);
    *out = is_negative ? -value : value;
    return digits > 0 ? at : NULL;
}
