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
    return person_record_check_country(agency->country, error);
}

bool agency_is_stale(const struct agency *agency, struct day today)
{
    return !agency->has_checked_on || today.number - agency->checked_on.number > AGENCY_CHECK_DAYS;
}
