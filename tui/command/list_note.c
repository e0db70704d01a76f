/* SPDX-License-Identifier: Apache-2.0 */
#include "command/list_note.h"

#include "journal/journal_note.h"
#include "sentence.h"

enum { ROWS_UNNOTED = 20 };

int list_note(struct office *office, const struct arguments *arguments, const char *what,
              size_t count)
{
    struct error error = { 0 };
    const struct journal_output output = { .actor = office_actor(office),
                                           .way = JOURNAL_OUTPUT_LIST,
                                           .what = what,
                                           .noun = "office",
                                           .subject = "",
                                           .records = (long long)count };
    if (count <= ROWS_UNNOTED || !arguments_has(arguments, "json"))
        return EXIT_CODE_DONE;
    return journal_note_output(office_store(office), &output, &error) == STATUS_OK
               ? EXIT_CODE_DONE
               : sentence_fail(NULL, &error);
}
