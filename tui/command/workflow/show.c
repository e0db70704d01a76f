/* SPDX-License-Identifier: Apache-2.0 */

/* qadam workflow list, show: what the program brings or what an office file has. */
#include "casefile/definition_store.h"
#include "command/fault_report.h"
#include "command/json.h"
#include "command/login.h"
#include "command/workflow/command.h"
#include "language.h"
#include "sentence.h"
#include "workflow/library.h"

#include <stdlib.h>
#include <string.h>

const struct option workflow_list_options[] = {
    { "json", NULL, N_("Print one JSON array."), OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};
const struct option workflow_show_options[] = {
    { "version", N_("N"), N_("This version; needs an office file. Left out: the newest."),
      OPTION_NUMBER, 1, 1000000, false },
    { .name = NULL },
};

/* ---- list */

struct listing {
    struct json *json; /* NULL: lines */
    struct definition_cache *cache;
    struct store *store;
};

static void list_definition(struct listing *listing, const struct definition *definition,
                            const struct definition_note *note)
{
    const struct json_member members[] = {
        { "workflow", JSON_TEXT, definition->id, 0 },
        { "version", JSON_NUMBER, NULL, definition->version },
        { "title", JSON_TEXT, language_text_in("workflow", definition->title), 0 },
        { "own", JSON_BOOL, NULL, note != NULL && note->is_own },
        { "newest", JSON_BOOL, NULL, note == NULL || note->is_newest },
        { "open_casefiles", JSON_NUMBER, NULL, note == NULL ? 0 : note->open_casefiles },
    };
    if (listing->json != NULL) {
        json_add(listing->json, members, sizeof(members) / sizeof(members[0]));
        return;
    }
    printf("%s\t%d\t%s", definition->id, definition->version,
           language_text_in("workflow", definition->title));
    if (note != NULL)
        printf("\t%s\t%lld", note->is_own ? _("the office's own") : _("the program's"),
               note->open_casefiles);
    putchar('\n');
}

static int load_builtin(struct definition **out, const char *id)
{
    struct fault_list faults = { .items = NULL };
    struct error error = { 0 };
    const struct library library = library_builtin();
    int code = EXIT_CODE_DONE;
    if (library_load(out, &library, id, &faults, &error) != STATUS_OK) {
        code = sentence_fail(id, &error);
    } else if (*out == NULL) {
        sentence_say(id, _("There is no such workflow. 'qadam workflow list' lists them."));
        code = EXIT_CODE_NO;
    }
    fault_list_release(&faults);
    return code;
}

static int list_builtin(struct listing *listing)
{
    int code = EXIT_CODE_DONE;
    const char *id;
    for (size_t i = 0; code == EXIT_CODE_DONE && (id = library_workflow_at(i)) != NULL; i++) {
        struct definition *definition = NULL;
        code = load_builtin(&definition, id);
        if (code == EXIT_CODE_DONE)
            list_definition(listing, definition, NULL);
        definition_release(definition);
    }
    return code;
}

static bool list_note(void *self, const struct definition_note *note)
{
    struct listing *listing = self;
    const struct definition *definition;
    if (definition_cache_find(listing->cache, listing->store, note->workflow, note->version,
                              &definition, NULL) == STATUS_OK)
        list_definition(listing, definition, note);
    return true;
}

/* An office file for reading, with the definitions it has. */
static int open_office(struct office **office, struct definition_cache **cache,
                       const struct arguments *arguments)
{
    const struct login_file file = { .path = arguments_positional(arguments, 0),
                                     .only_reads = true };
    struct error error = { 0 };
    *cache = NULL;
    const int code = login_open_file(office, arguments, &file, ACT_READ_CASES);
    if (code == EXIT_CODE_DONE && definition_cache_new(cache, &error) != STATUS_OK)
        return sentence_fail(NULL, &error);
    return code;
}

static int list_office(struct listing *listing, const struct arguments *arguments)
{
    struct office *office = NULL;
    struct error error = { 0 };
    int code = open_office(&office, &listing->cache, arguments);
    if (code == EXIT_CODE_DONE) {
        listing->store = office_store(office);
        if (definition_store_each(listing->cache, listing->store, list_note, listing, &error) !=
            STATUS_OK)
            code = sentence_fail(arguments_positional(arguments, 0), &error);
    }
    definition_cache_free(listing->cache);
    office_close(&office);
    return code;
}

int workflow_list_run(const struct arguments *arguments)
{
    struct listing listing = { .json = arguments_has(arguments, "json") ? json_begin() : NULL };
    const int code = arguments->positional_count == 0 ? list_builtin(&listing)
                                                      : list_office(&listing, arguments);
    if (listing.json == NULL)
        return code;
    const int ended = json_end_array(listing.json);
    return code == EXIT_CODE_DONE ? ended : code;
}

/* ---- show */

static int show_builtin(const struct arguments *arguments)
{
    struct definition *definition = NULL;
    if (arguments_has(arguments, "version"))
        return arguments_refuse(arguments, _("Only an office file keeps other versions: name it."));
    const int code = load_builtin(&definition, arguments_positional(arguments, 0));
    if (code == EXIT_CODE_DONE)
        workflow_sheet_write(stdout, definition);
    definition_release(definition);
    return code;
}

static int show_office(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct definition_cache *cache;
    const struct definition *definition;
    struct error error = { 0 };
    const char *id = arguments_positional(arguments, 1);
    const int version = (int)arguments_number(arguments, "version", 0);
    int code = open_office(&office, &cache, arguments);
    if (code == EXIT_CODE_DONE) {
        struct store *store = office_store(office);
        const enum status status =
            version == 0 ? definition_cache_find_newest(cache, store, id, &definition, &error)
                         : definition_cache_find(cache, store, id, version, &definition, &error);
        if (status == STATUS_OK) {
            workflow_sheet_write(stdout, definition);
        } else if (status == STATUS_NOT_FOUND) {
            sentence_say(id, _("This office has no such workflow, or not that version. 'qadam "
                               "workflow list FILE' lists them."));
            code = EXIT_CODE_NO;
        } else {
            code = sentence_fail(id, &error);
        }
    }
    definition_cache_free(cache);
    office_close(&office);
    return code;
}

int workflow_show_run(const struct arguments *arguments)
{
    return arguments->positional_count < 2 ? show_builtin(arguments) : show_office(arguments);
}
