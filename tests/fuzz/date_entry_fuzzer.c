/* SPDX-License-Identifier: Apache-2.0 */

/* What people type for a date.  What is read is a date, and means the same when it is written in
 * full and read again; a guess is nobody's birth in the future. */
#include "fuzz/fuzz.h"

#include <string.h>

#include "base/date_entry.h"

/* 24 November 2026 */
static const struct day today = { 20781 };

static void require_same_again(const struct date *date)
{
    struct date again;
    char text[DATE_TEXT_SIZE];
    date_format(text, *date);
    REQUIRE(date_entry_parse(&again, text, today, NULL) == STATUS_OK);
    REQUIRE(again.precision == date->precision);
    REQUIRE(day_compare(again.day, date->day) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct date date;
    struct date guesses[DATE_ENTRY_GUESSES];
    char text[128];
    if (size >= sizeof(text))
        return 0;
    memcpy(text, data, size);
    text[size] = '\0';
    enum status status = date_entry_parse(&date, text, today, NULL);
    REQUIRE(status == STATUS_OK || status == STATUS_DATE_INVALID);
    if (status == STATUS_OK)
        require_same_again(&date);
    if (date_entry_parse_near(&date, text, today, NULL) == STATUS_OK)
        require_same_again(&date);
    int count = date_entry_guess(guesses, text, today);
    REQUIRE(count >= 0 && count <= DATE_ENTRY_GUESSES);
    for (int i = 0; i < count; i++) {
        require_same_again(&guesses[i]);
        REQUIRE(day_compare(guesses[i].day, today) <= 0);
    }
    return 0;
}
