/* SPDX-License-Identifier: Apache-2.0 */

/* What was answered in a casefile and by whom, the first first, with what was replaced since. */
#include "command/case/command.h"
#include "command/case/show.h"
#include "command/person/sheet.h"
#include "sentence.h"
#include "wording/local_time.h"

#include <stdlib.h>

/* What the answer is to, and the answer; a step of another version says its ids. */
static void write_text(FILE *stream, const struct step *step, const struct answer_note *note)
{
    struct case_place place = case_place_find(step, note->field, note->item);
    fprintf(stream, "%s: ", step == NULL ? note->step : workflow_text(step->title));
    if (place.field == NULL && place.evidence == NULL)
        fputs(note->field, stream);
    else
        case_place_write(stream, &place);
    fputs(": ", stream);
    if (note->value[0] == '\0')
        fputs(_("(taken back)"), stream);
    else
        case_answer_write(stream, &place, note->value);
    if (note->superseded_at != NULL)
        fprintf(stream, "  %s", _("(replaced)"));
}

static bool write_note(void *self, const struct answer_note *note)
{
    const struct case_show *show = self;
    const struct step *step = definition_find_step(show->view.definition, note->step);
    char time[LOCAL_TIME_SIZE];
    char *text = NULL;
    size_t size = 0;
    if (case_show_hides(show, step)) /* also when it is gone: it may have been restricted */
        return true;
    FILE *memory = open_memstream(&text, &size);
    if (memory == NULL)
        return false;
    local_time_format(time, note->answered_at);
    fprintf(memory, "%.16s  %s  ", time, case_desk_user_name(show->desk, note->answered_by));
    write_text(memory, step, note);
    fclose(memory);
    fputs("  ", stdout);
    sentence_write_value(stdout, text, 2, 6);
    free(text);
    return true;
}

int case_show_write_history(struct case_show *show)
{
    person_sheet_heading(stdout, _("HISTORY OF THE ANSWERS"));
    if (step_each_answer(show->desk->desk.store, show->view.casefile.id, NULL, true, write_note,
                         show, &show->error) != STATUS_OK)
        return case_fail(NULL, &show->error, NULL);
    return EXIT_CODE_DONE;
}
