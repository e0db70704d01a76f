/* SPDX-License-Identifier: Apache-2.0 */

/* qadam case move: to another version of the workflow, knowing what changes. */
#include "casefile/casefile_move.h"
#include "casefile/casefile_store.h"
#include "command/case/command.h"
#include "command/case/words.h"
#include "command/dialogue.h"
#include "language.h"
#include "sentence.h"
#include "wording/version_text.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

const struct option case_move_options[] = {
    { "version", N_("N"), N_("To this version; the newest one if you do not say."), OPTION_NUMBER,
      1, INT_MAX, false },
    { "yes", NULL, N_("Move it without asking; needed where there is no terminal."), OPTION_FLAG, 0,
      0, false },
    TODAY_OPTION,
    { .name = NULL },
};

/* ---- showing */

static void write_difference(const struct version_difference *difference)
{
    char *text = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&text, &size);
    if (memory == NULL)
        return;
    version_difference_write(memory, difference);
    fclose(memory);
    fputs("  ", stderr);
    sentence_write_value(stderr, text, 2, 6);
    free(text);
}

static void write_comparison(const struct version_comparison *comparison)
{
    fprintf(stderr, "%s: %d -> %d\n", workflow_text(comparison->other->title),
            comparison->present->version, comparison->other->version);
    for (size_t i = 0; i < comparison->count; i++)
        write_difference(&comparison->items[i]);
    if (comparison->count == 0)
        sentence_write_text(stderr, _("Nothing that was done or answered changes."));
}

/* ---- moving */

/* The casefile itself was found before. */
static int fail(const char *typed, const struct arguments *arguments, const struct error *error)
{
    if (error->status == STATUS_NOT_FOUND && arguments_has(arguments, "version"))
        return case_say_no(typed, _("There is no such version of this workflow."));
    return case_fail(typed, error, NULL);
}

static int confirm(const struct arguments *arguments)
{
    struct dialogue dialogue;
    if (arguments_has(arguments, "yes"))
        return EXIT_CODE_DONE;
    int code = dialogue_begin(&dialogue);
    if (code != EXIT_CODE_DONE)
        return code;
    code = dialogue_confirm(&dialogue, _("Move the casefile? (yes or no) "));
    dialogue_end(&dialogue);
    return code;
}

static int move_compared(struct case_desk *desk, const struct arguments *arguments, const char *id,
                         const struct version_comparison *comparison)
{
    struct error error = { 0 };
    const char *typed = desk->arguments[0];
    int version = comparison->other->version;
    if (version == comparison->present->version)
        return case_say_no(typed, _("This casefile is on that version of its workflow already."));
    if (version < comparison->present->version)
        return case_say_no(typed, _("A casefile does not go back to an older version."));
    write_comparison(comparison);
    int code = confirm(arguments);
    if (code != EXIT_CODE_DONE)
        return code;
    if (casefile_move(&desk->desk, id, version, &error) != STATUS_OK)
        return fail(typed, arguments, &error);
    printf("%s\t%d\n", comparison->other->id, version);
    return EXIT_CODE_DONE;
}

static int move(struct case_desk *desk, const struct arguments *arguments)
{
    struct version_comparison comparison = { .items = NULL };
    struct error error = { 0 };
    char id[UUID_TEXT_SIZE];
    int version = (int)arguments_number(arguments, "version", 0);
    int code = case_desk_find(desk, desk->arguments[0], id);
    if (code != EXIT_CODE_DONE)
        return code;
    if (casefile_compare_versions(&desk->desk, id, version, &comparison, &error) != STATUS_OK)
        code = fail(desk->arguments[0], arguments, &error);
    else
        code = move_compared(desk, arguments, id, &comparison);
    free(comparison.items);
    return code;
}

int case_move_run(const struct arguments *arguments)
{
    struct case_desk desk = { .office = NULL };
    int code = EXIT_CODE_DONE;
    if (!case_words_are_asked() && !arguments_has(arguments, "yes"))
        code = arguments_refuse(arguments, _("Nobody can be asked here whether to move it: say "
                                             "--yes."));
    if (code == EXIT_CODE_DONE)
        code = case_desk_open(&desk, arguments, ACT_WORK_CASES);
    if (code == EXIT_CODE_DONE)
        code = move(&desk, arguments);
    case_desk_close(&desk);
    return code;
}
