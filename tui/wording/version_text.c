/* SPDX-License-Identifier: Apache-2.0 */
#include "wording/version_text.h"

#include "language.h"
#include "wording/case_text.h"

static const char *const changes[] = {
    [VERSION_STEP_ADDED] = N_("New step"),
    [VERSION_STEP_GONE] = N_("Step no longer shown, with its answers"),
    [VERSION_ANSWER_LOST] = N_("Answer no longer shown"),
    [VERSION_ANSWER_UNFIT] = N_("Answer that does not fit any more"),
    [VERSION_OUTCOME_LOST] = N_("Finished step whose outcome there is not any more"),
};
_Static_assert(sizeof(changes) / sizeof(changes[0]) == VERSION_CHANGE_COUNT,
               "every change has its words");

/* "Loss: when was it lost, 2": the step, the field and the row, as far as it is about them. */
static void write_place(FILE *stream, const struct version_difference *difference)
{
    const struct field *field =
        difference->field[0] == '\0' ? NULL : step_find_field(difference->step, difference->field);
    fputs(workflow_text(difference->step->title), stream);
    if (difference->field[0] != '\0')
        fprintf(stream, ": %s", field == NULL ? difference->field : workflow_text(field->label));
    if (difference->item > 0)
        fprintf(stream, ", %d", difference->item);
}

void version_difference_write(FILE *stream, const struct version_difference *difference)
{
    fprintf(stream, "%s: ", language_text(changes[difference->change]));
    write_place(stream, difference);
}
