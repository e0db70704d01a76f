/* SPDX-License-Identifier: Apache-2.0 */
#include "command/office_file.h"

#include "language.h"
#include "sentence.h"

#include <string.h>

static const char default_path[] = "office.qadam";

const struct option office_file_options[] = {
    { "file", N_("FILE"),
      N_("The office file, when it is not the first argument. Without either, office.qadam in "
         "this folder."),
      OPTION_TEXT, 0, 0, false },
    { .name = NULL },
};

static bool looks_like_path(const char *argument)
{
    const char *ending = strrchr(argument, '.');
    return ending != NULL && strcmp(ending, strrchr(default_path, '.')) == 0;
}

/* With as many arguments as there can be, or more than the command needs and none but the file
 * optional, the first one is the file. */
static size_t count_files(const struct arguments *arguments, size_t needed)
{
    size_t count = arguments->positional_count;
    size_t most = command_count_arguments(arguments->command, true);
    if (count <= needed)
        return 0;
    return count == most || looks_like_path(arguments_positional(arguments, 0)) ? 1 : 0;
}

int office_file_find(struct office_file *out, const struct arguments *arguments)
{
    const char *named = arguments_text(arguments, "file");
    size_t needed = command_count_arguments(arguments->command, false);
    size_t first = count_files(arguments, needed);
    *out = (struct office_file){ .login = { .path = default_path } };
    if (first > 0 && named != NULL)
        return arguments_refuse(arguments, _("Name the office file once: as the first argument or "
                                             "with --file."));
    if (first == 0 && named == NULL && needed > 0 &&
        looks_like_path(arguments_positional(arguments, 0)))
        return arguments_refuse(arguments, _("Something is missing: this command needs more."));
    if (first > 0)
        out->login.path = arguments_positional(arguments, 0);
    else if (named != NULL)
        out->login.path = named;
    out->is_named = out->login.path != default_path;
    for (size_t i = first; i < arguments->positional_count; i++)
        out->arguments[i - first] = arguments_positional(arguments, i);
    return EXIT_CODE_DONE;
}
