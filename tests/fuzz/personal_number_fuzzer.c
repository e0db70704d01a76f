/* SPDX-License-Identifier: Apache-2.0 */

/* What somebody may type as a personal number; the first byte chooses the kind and country. */
#include "fuzz/fuzz.h"

#include <string.h>

#include "name/personal_number.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const countries[] = { "KAZ", "UZB", "KGZ", "TJK", "" };
    struct personal_number number;
    struct personal_number guessed;
    char text[64];
    if (size == 0)
        return 0;
    size_t length = size - 1 < sizeof(text) - 1 ? size - 1 : sizeof(text) - 1;
    memcpy(text, data + 1, length);
    text[length] = '\0';
    personal_number_check(&number,
                          (enum personal_number_kind)(data[0] % PERSONAL_NUMBER_KIND_COUNT), text);
    REQUIRE(strspn(number.digits, "0123456789") == strlen(number.digits));
    REQUIRE(number.problem != PERSONAL_NUMBER_SOUND || (number.has_birth && number.sex != 0));
    if (personal_number_guess(&guessed, countries[data[0] % 5], text))
        REQUIRE(guessed.digits[0] != '\0');
    const struct date birth = { .precision = DATE_PRECISION_YEAR };
    enum personal_number_problem before = number.problem;
    personal_number_compare(&number, &birth, 'F');
    REQUIRE(before == PERSONAL_NUMBER_SOUND || number.problem == before);
    return 0;
}
