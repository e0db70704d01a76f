/* SPDX-License-Identifier: Apache-2.0 */

/* What a scanner or a pair of hands may send as a zone.  What is sound can be written again from
 * what was read, and then reads the same. */
#include "fuzz/fuzz.h"

#include <string.h>

#include "name/mrz.h"

/* A name that fills its field may have been cut in another way than it would be here. */
static void require_same_when_written_again(const struct mrz *mrz)
{
    const struct mrz_document document = {
        .format = mrz->format,
        .type = mrz->type,
        .issuer = mrz->issuer,
        .surname = mrz->surname,
        .given = mrz->given,
        .number = mrz->number,
        .nationality = mrz->nationality,
        .birth = mrz->birth,
        .sex = mrz->sex,
        .expiry = mrz->expiry,
        .optional = mrz->optional,
        .optional2 = mrz->optional2,
    };
    struct mrz_lines lines;
    struct mrz again;
    char text[MRZ_LINES_MAX * MRZ_LINE_SIZE] = "";
    if (mrz_format_document(&lines, &document, NULL) != STATUS_OK)
        return;
    for (size_t i = 0; i < lines.count; i++)
        strcat(text, lines.line[i]);
    REQUIRE(mrz_parse(&again, text, strlen(text)));
    REQUIRE(again.repairs == 0 && again.format == mrz->format);
    REQUIRE(strcmp(again.number, mrz->number) == 0);
    REQUIRE(strcmp(again.surname, mrz->surname) == 0);
    REQUIRE(strcmp(again.birth, mrz->birth) == 0 && strcmp(again.expiry, mrz->expiry) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct mrz mrz;
    struct date birth;
    struct day expiry;
    const struct day today = { .number = 20000 };
    bool is_valid = mrz_parse(&mrz, (const char *)data, size);
    REQUIRE(is_valid == (mrz.errors == 0));
    REQUIRE(mrz.errors < 1U << MRZ_ERROR_COUNT && mrz.repairs < 1U << MRZ_PART_COUNT);
    REQUIRE(mrz.format != MRZ_FORMAT_NONE || !is_valid);
    bool has_birth = mrz_birth_date(&birth, &mrz, today, NULL) == STATUS_OK;
    bool has_expiry = mrz_expiry_date(&expiry, &mrz, today, NULL) == STATUS_OK;
    REQUIRE(!has_birth || day_compare(birth.day, today) <= 0);
    if (!is_valid)
        return 0;
    REQUIRE(has_expiry && mrz.surname[0] != '\0' && mrz.number[0] != '\0');
    require_same_when_written_again(&mrz);
    return 0;
}
