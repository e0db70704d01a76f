/* SPDX-License-Identifier: Apache-2.0 */
#include "agency/agency.h"

#include "base/array.h"
#include "person/person_record.h"

#include <stdlib.h>
#include <string.h>

void agency_release(struct agency *agency)
{
    free(agency->name);
    free(agency->place);
    free(agency->address);
    free(agency->phone);
    free(agency->hours);
    free(agency->cost);
    free(agency->legal_basis);
    free(agency->services.items);
    *agency = (struct agency){ .name = NULL };
}

void agency_list_release(struct agency_list *agencies)
{
    for (size_t i = 0; i < agencies->count; i++)
        agency_release(&agencies->items[i]);
    free(agencies->items);
    *agencies = (struct agency_list){ .items = NULL };
}

bool agency_code_is_valid(const char *code, size_t max)
{
    const size_t length = strlen(code);
    return length >= 1 && length <= max && strspn(code, "abcdefghijklmnopqrstuvwxyz_") == length;
}

enum status agency_add_service(struct agency *agency, const char *service, struct error *error)
{
    struct agency_service_list *services = &agency->services;
    if (!agency_code_is_valid(service, AGENCY_SERVICE_MAX))
        return error_set(error, STATUS_INVALID, "no code of a service");
    for (size_t i = 0; i < services->count; i++)
        if (strcmp(services->items[i], service) == 0)
            return STATUS_OK;
    const enum status status = array_reserve(&services->items, &services->capacity,
                                             sizeof(*services->items), services->count + 1, error);
    if (status == STATUS_OK)
        memcpy(services->items[services->count++], service, strlen(service) + 1);
    return status;
}

static bool language_is_valid(const char *code)
{
    const size_t length = strlen(code);
    return length >= 2 && length < AGENCY_LANGUAGE_SIZE &&
           strspn(code, "abcdefghijklmnopqrstuvwxyz@-") == length;
}

bool agency_speaks(const struct agency *agency, const char *language)
{
    for (size_t i = 0; i < agency->language_count; i++)
        if (strcmp(agency->languages[i], language) == 0)
            return true;
    return false;
}

enum status agency_add_language(struct agency *agency, const char *language, struct error *error)
{
    if (!language_is_valid(language))
        return error_set(error, STATUS_INVALID, "no code of a language");
    if (agency_speaks(agency, language))
        return STATUS_OK;
    if (agency->language_count == AGENCY_LANGUAGES_MAX)
        return error_set(error, STATUS_INVALID, "too many languages");
    memcpy(agency->languages[agency->language_count++], language, strlen(language) + 1);
    return STATUS_OK;
}

enum status agency_check(const struct agency *agency, struct day today, struct error *error)
{
    if (agency->name == NULL || agency->name[0] == '\0')
        return error_set(error, STATUS_TEXT_EMPTY, "a body without a name");
    if (!agency_code_is_valid(agency->kind, AGENCY_KIND_MAX))
        return error_set(error, STATUS_INVALID, "no code of a kind");
    if (agency->country[0] == '\0')
        return error_set(error, STATUS_INVALID, "a body without a country");
    for (size_t i = 0; i < agency->services.count; i++)
        if (!agency_code_is_valid(agency->services.items[i], AGENCY_SERVICE_MAX))
            return error_set(error, STATUS_INVALID, "no code of a service");
    if (agency->has_checked_on && day_compare(agency->checked_on, today) > 0)
        return error_set(error, STATUS_DATE_INVALID, "checked in the future");
    const enum status status = person_record_check_country(agency->country, error);
    if (status != STATUS_OK || agency->of_country[0] == '\0')
        return status;
    return person_record_check_country(agency->of_country, error);
}

bool agency_is_stale(const struct agency *agency, struct day today)
{
    return !agency->has_checked_on || today.number - agency->checked_on.number > AGENCY_CHECK_DAYS;
}

void agency_list_put_fresh_first(struct agency_list *agencies, struct day today)
{
    size_t fresh = 0;
    for (size_t i = 0; i < agencies->count; i++) {
        const struct agency moved = agencies->items[i];
        if (agency_is_stale(&moved, today))
            continue;
        memmove(&agencies->items[fresh + 1], &agencies->items[fresh], (i - fresh) * sizeof(moved));
        agencies->items[fresh++] = moved;
    }
}
