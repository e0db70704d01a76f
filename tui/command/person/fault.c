/* SPDX-License-Identifier: Apache-2.0 */
#include "command/person/fault.h"

#include "command/field_input.h"
#include "language.h"
#include "sentence.h"

static const char *const texts[] = {
    [FAULT_NONE] = "",
    [FAULT_NO_SUCH_FIELD] = N_("There is no such field; --help lists them."),
    [FAULT_TWICE] = N_("This field was given twice."),
    [FAULT_RECORD_SURPLUS] = N_("This begins another person; only one can be changed at a time."),
    [FAULT_NOTHING] = N_("Nothing was said of the person."),
    [FAULT_JSON] = N_("One JSON object is needed, with texts, numbers and lists of them."),
    [FAULT_TEXT] = "",
    [FAULT_DATE] = N_("This is no date. Write 14.06.1991, 06.1991, 1991 or ~1991."),
    [FAULT_DAY] = N_("The whole day is needed: 14.06.1991."),
    [FAULT_FUTURE] = N_("This day has not come yet."),
    [FAULT_AGE] = N_("Nobody is as old as this."),
    [FAULT_COUNTRY] =
        N_("There is no country of this code: KGZ or KG, XXA stateless, XXB refugee."),
    [FAULT_CHOICE] = N_("The value is none of those this field can have; --help lists them."),
    [FAULT_CODE] = N_("This is too short to say anything."),
    [FAULT_NAME_MISSING] = N_("A person needs a name: surname, given_name or full_name."),
    [FAULT_NAME] = N_("There are no letters in this name."),
    [FAULT_ZONE] = N_("The machine-readable zone has a mistake. Compare it with the paper."),
    [FAULT_TYPE_MISSING] = N_("What kind of paper is it?"),
    [FAULT_LANGUAGE] = N_("Write the language as its code: ru kk ky tg uz tk fa ps."),
    [FAULT_ARRIVAL] = N_("Nobody arrives before being born. Check both dates."),
    [FAULT_ORDER] = N_("The paper would end before it was issued."),
};
_Static_assert(sizeof(texts) / sizeof(texts[0]) == FAULT_COUNT, "every fault has its sentence");

const char *person_fault_text(enum person_fault fault)
{
    return language_text(texts[fault]);
}

int person_fault_say(const struct person_place *place, enum person_fault fault,
                     const struct error *error)
{
    const struct field_place there = {
        place->line,
        place->field < PERSON_FIELD_COUNT ? person_field_row(place->field)->name : NULL,
    };
    if (fault == FAULT_NONE)
        return EXIT_CODE_DONE;
    return fault == FAULT_TEXT ? field_say_error(&there, error)
                               : field_say(&there, person_fault_text(fault));
}
