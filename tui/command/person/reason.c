/* SPDX-License-Identifier: Apache-2.0 */
#include "command/person/reason.h"

#include "command/person/input.h"
#include "language.h"
#include "sentence.h"

#include <stdlib.h>
#include <unistd.h>

static int reason_descriptor(const struct arguments *arguments)
{
    return (int)arguments_number(arguments, "reason-fd", STDIN_FILENO);
}

bool person_reason_is_asked(const struct arguments *arguments)
{
    return isatty(reason_descriptor(arguments)) == 1;
}

int person_reason_read(char **out, const struct arguments *arguments)
{
    int fd = reason_descriptor(arguments);
    *out = NULL;
    if (arguments_number(arguments, "passphrase-fd", -1) == fd)
        return arguments_refuse(arguments, _("The reason and the passphrase cannot come from the "
                                             "same descriptor."));
    return person_reason_is_asked(arguments)
               ? EXIT_CODE_DONE
               : person_input_read_line(out, fd, PERSON_REASON_MAX, _("A reason is needed."));
}

int person_reason_ask(char **out, struct dialogue *dialogue, const char *question)
{
    for (;;) {
        int code = dialogue_ask(dialogue, question, PERSON_REASON_MAX, out);
        if (code != EXIT_CODE_DONE || (*out)[0] != '\0')
            return code;
        free(*out);
        *out = NULL;
        sentence_say(NULL, _("A reason is needed."));
    }
}
