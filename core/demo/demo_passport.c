/* SPDX-License-Identifier: Apache-2.0 */
#include "demo/demo_passport.h"

#include "name/mrz.h"
#include "name/personal_number.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MRZ_DATE_SIZE = 7 };

static void write_personal_number(struct demo_paper *paper, enum demo_country country,
                                  long numbers_of)
{
    static const enum personal_number_kind kinds[DEMO_COUNTRY_COUNT] = {
        [DEMO_COUNTRY_KZ] = PERSONAL_NUMBER_KZ_IIN,
        [DEMO_COUNTRY_KG] = PERSONAL_NUMBER_KG_PIN,
        [DEMO_COUNTRY_UZ] = PERSONAL_NUMBER_UZ_PINFL,
    };
    char number[PERSONAL_NUMBER_SIZE];
    if (country != DEMO_COUNTRY_KZ && country != DEMO_COUNTRY_KG && country != DEMO_COUNTRY_UZ)
        return; /* the form of the number is not known */
    personal_number_make_impossible(number, kinds[country], (unsigned)numbers_of);
    demo_text_add(&paper->personal_number, number);
}

static void write_date(char out[MRZ_DATE_SIZE], struct day day)
{
    char text[DAY_TEXT_SIZE];
    day_format(text, day); /* YYYY-MM-DD */
    snprintf(out, MRZ_DATE_SIZE, "%.2s%.2s%.2s", text + 2, text + 5, text + 8);
}

static enum status write_zone(struct demo_paper *paper, const struct demo_figure *figure,
                              const char *surname, const char *given, struct error *error)
{
    char birth[MRZ_DATE_SIZE];
    char expiry[MRZ_DATE_SIZE];
    char number[16];
    struct mrz_lines lines;
    write_date(birth, figure->birth.day);
    write_date(expiry, paper->expires_on);
    snprintf(number, sizeof(number), "%s%.8s", paper->series, paper->number.bytes);
    const struct mrz_document document = {
        .format = MRZ_FORMAT_TD3,
        .type = "P",
        .issuer = paper->issuer_country,
        .surname = surname,
        .given = given,
        .number = number,
        .nationality = paper->issuer_country,
        .birth = birth,
        .sex = figure->name.sex == SEX_FEMALE ? 'F' : 'M',
        .expiry = expiry,
        .optional = paper->personal_number.bytes,
    };
    const enum status status = mrz_format_document(&lines, &document, error);
    if (status == STATUS_OK) {
        demo_text_add(&paper->mrz, lines.line[0]);
        demo_text_add(&paper->mrz, "|");
        demo_text_add(&paper->mrz, lines.line[1]);
    }
    return status;
}

/* romanization_to_mrz() has '<' between parts, mrz_format_document() wants spaces there. */
static enum status to_zone_letters(char **out, const char *text, struct error *error)
{
    const enum status status = romanization_to_mrz(out, text, error);
    for (char *at = *out; status == STATUS_OK && *at != '\0'; at++)
        if (*at == '<')
            *at = ' ';
    return status;
}

static enum status add_zone(struct demo_paper *paper, const struct demo_figure *figure,
                            const struct demo_name_parts *name, struct error *error)
{
    char *surname = NULL;
    char *given = NULL;
    enum status status = to_zone_letters(&surname, name->surname.bytes, error);
    if (status == STATUS_OK)
        status = to_zone_letters(&given, name->given.bytes, error);
    if (status == STATUS_OK)
        status = write_zone(paper, figure, surname, given, error);
    free(surname);
    free(given);
    return status;
}

enum status demo_passport_write(struct demo_paper *paper, const struct demo_figure *figure,
                                long numbers_of, struct error *error)
{
    struct demo_name_parts name;
    const struct demo_nation_habits *habits = &demo_nations[figure->nation];
    enum status status = demo_name_write_passport(&name, &figure->name, error);
    if (status != STATUS_OK)
        return status;
    demo_text_add(&paper->holder, name.surname.bytes);
    demo_text_add(&paper->holder, " ");
    demo_text_add(&paper->holder, name.given.bytes);
    write_personal_number(paper, demo_country_find(habits->country), numbers_of);
    const bool has_zone = strcmp(paper->type, "passport") == 0 && paper->number.length > 0 &&
                          figure->birth.precision == DATE_PRECISION_DAY && figure->index % 3 != 0;
    return has_zone ? add_zone(paper, figure, &name, error) : STATUS_OK;
}
