/* SPDX-License-Identifier: Apache-2.0 */
#include "household/household.h"

#include <stdlib.h>

void household_release(struct household *household)
{
    free(household->name);
    free(household->address);
    free(household->place_code);
    *household = (struct household){ .name = NULL };
}

enum status household_member_check(const struct household_member *member, struct day today,
                                   struct error *error)
{
    if (member->has_joined_on && day_compare(member->joined_on, today) > 0)
        return error_set(error, STATUS_DATE_INVALID, "joins in the future");
    if (member->has_left_on && day_compare(member->left_on, today) > 0)
        return error_set(error, STATUS_DATE_INVALID, "leaves in the future");
    if (member->has_joined_on && member->has_left_on &&
        day_compare(member->left_on, member->joined_on) < 0)
        return error_set(error, STATUS_DATE_INVALID, "left before joining");
    return STATUS_OK;
}
