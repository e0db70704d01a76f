/* SPDX-License-Identifier: Apache-2.0 */
#include "workflow/term.h"

enum deadline_unit term_unit_deadline(enum term_unit unit)
{
    static const enum deadline_unit units[] = { [TERM_NONE] = DEADLINE_CALENDAR,
                                                [TERM_WORKING] = DEADLINE_WORKING,
                                                [TERM_CALENDAR] = DEADLINE_CALENDAR,
                                                [TERM_MONTH] = DEADLINE_MONTH };
    return units[unit];
}

bool term_deadline(struct deadline *out, bool *check_locally, const struct term *term,
                   const struct country_pack *pack)
{
    *out = (struct deadline){ .count = term->count.value,
                              .unit = term_unit_deadline((enum term_unit)term->unit),
                              .is_exact = term->is_exact };
    if (check_locally != NULL)
        *check_locally = term->origin.check_locally;
    if (term->rule == NULL)
        return true;
    const struct country_deadline *rule =
        pack == NULL ? NULL : country_pack_find_deadline(pack, term->rule);
    if (rule == NULL)
        return false;
    *out = country_deadline_term(rule);
    out->is_exact = out->is_exact || term->is_exact;
    if (check_locally != NULL)
        *check_locally = rule->row.check_locally;
    return true;
}
