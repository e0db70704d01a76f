/* SPDX-License-Identifier: Apache-2.0 */

/* qadam person find, qadam person duplicates: who is in the file, and who is there twice. */
#include "command/person/find.h"

#include "command/field_input.h"
#include "command/hit_list.h"
#include "command/line_input.h"
#include "command/list_note.h"
#include "command/login.h"
#include "command/person/command.h"
#include "command/person/input.h"
#include "command/person/view.h"
#include "command/progress.h"
#include "language.h"
#include "person/person_store.h"
#include "search/duplicate.h"
#include "sentence.h"
#include "wording/local_time.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LIMIT_DEFAULT = 20 };

#define JSON_OPTION                                                                                \
    {                                                                                              \
        "json", NULL, N_("Print one JSON array."), OPTION_FLAG, 0, 0, false                        \
    }

const struct option person_find_options[] = {
    { "limit", N_("N"), N_("At most N people, up to 100; 20 if you do not say."), OPTION_NUMBER, 1,
      SEARCH_LIMIT_MAX, false },
    JSON_OPTION,
    { .name = NULL },
};

const struct option person_duplicates_options[] = {
    JSON_OPTION,
    { .name = NULL },
};

/* ---- find */

static int fail(const struct error *error)
{
    if (error->status != STATUS_TEXT_EMPTY)
        return sentence_fail(NULL, error);
    sentence_say(NULL, _("There is nothing in this to look for. Type a name in "
                         "Cyrillic or Latin letters, a birth date or year, or four "
                         "digits of a number at least."));
    return EXIT_CODE_USAGE;
}

/* The text itself, or with "-" the first line of standard input; the caller frees *kept. */
static int read_text(const char **out, char **kept, const char *argument)
{
    struct line_input *input = NULL;
    struct line line;
    struct error error = { 0 };
    *kept = NULL;
    *out = argument;
    if (strcmp(argument, "-") != 0)
        return EXIT_CODE_DONE;
    enum status status = line_input_open(&input, STDIN_FILENO, SEARCH_TEXT_MAX, &error);
    if (status == STATUS_OK)
        status = line_input_next(input, &line, &error);
    if (status == STATUS_NOT_FOUND)
        status = error_set(&error, STATUS_TEXT_EMPTY, "no line");
    if (status == STATUS_OK) {
        *kept = strndup(line.bytes, line.length);
        *out = *kept;
        if (*kept == NULL)
            status = error_set(&error, STATUS_OUT_OF_MEMORY, "a line");
    }
    line_input_close(&input);
    return status == STATUS_OK ? EXIT_CODE_DONE : fail(&error);
}

static int find(const struct arguments *arguments, const struct office_file *file, const char *text)
{
    struct office *office = NULL;
    struct search_hits hits = { .items = NULL };
    struct error error = { 0 };
    struct day today;
    if (local_time_today(&today, &error) != STATUS_OK)
        return sentence_fail(NULL, &error);
    int code = login_open_file(&office, arguments, &file->login, ACT_READ_PEOPLE);
    if (code != EXIT_CODE_DONE)
        return code;
    size_t limit = (size_t)arguments_number(arguments, "limit", LIMIT_DEFAULT);
    enum status status = search_find(office_store(office), text, today, limit, &hits, &error);
    if (status == STATUS_OK)
        code = list_note(office, arguments, "person.find", hits.count);
    office_close(&office);
    if (status == STATUS_OK && code == EXIT_CODE_DONE)
        code = hit_list_print(arguments, &hits);
    search_hits_release(&hits);
    return status == STATUS_OK ? code : fail(&error);
}

int person_find_run(const struct arguments *arguments)
{
    struct office_file file;
    const char *text = NULL;
    char *kept = NULL;
    int code = office_file_find(&file, arguments);
    if (code == EXIT_CODE_DONE && strcmp(file.arguments[0], "-") == 0)
        code = field_input_check(arguments);
    if (code == EXIT_CODE_DONE)
        code = read_text(&text, &kept, file.arguments[0]);
    file.login.only_reads = true;
    if (code == EXIT_CODE_DONE)
        code = find(arguments, &file, text);
    free(kept);
    return code;
}

/* ---- duplicates */

static int print_duplicates_of(const struct arguments *arguments, struct office *office,
                               const char *typed)
{
    struct search_hits hits = { .items = NULL };
    struct error error = { 0 };
    char id[UUID_TEXT_SIZE];
    int code = person_resolve(office, typed, id);
    if (code != EXIT_CODE_DONE)
        return code;
    struct person person;
    enum status status = person_load_survivor(&person, office_store(office), id, &error);
    if (status == STATUS_OK)
        status = duplicate_find_of(office_store(office), person.id, &hits, &error);
    person_release(&person);
    if (status == STATUS_OK)
        code = hit_list_print(arguments, &hits);
    search_hits_release(&hits);
    return status == STATUS_OK ? code : person_fail(typed, &error, NULL);
}

/* All pairs, each once: from the later record to the earlier one. */
struct pairing {
    struct store *store;
    struct hit_pairs *pairs;
    struct progress_line line;
    struct error error;
    long long done, total;
};

/* Prints a person with each of those kept earlier who can be the same. */
static enum status print_pairs(struct pairing *pairing, const char *person_id,
                               const struct search_hits *hits)
{
    struct person person;
    struct search_hit first = { .score = 0 };
    enum status status = person_load(pairing->store, person_id, &person, &pairing->error);
    if (status == STATUS_OK) {
        const struct person_name *name = person_main_name(&person);
        first.name = name == NULL ? NULL : name->full_name;
        first.birth = person.birth;
        first.has_birth = person.has_birth;
        memcpy(first.person_id, person.id, sizeof(first.person_id));
    }
    progress_end(&pairing->line); /* both may be on the same screen */
    for (size_t i = 0; status == STATUS_OK && i < hits->count; i++)
        if (strcmp(hits->items[i].person_id, person_id) < 0)
            hit_pairs_add(pairing->pairs, &first, &hits->items[i]);
    person_release(&person);
    return status;
}

static bool pair_person(void *self, const char *person_id)
{
    struct pairing *pairing = self;
    struct search_hits hits = { .items = NULL };
    enum status status = duplicate_find_of(pairing->store, person_id, &hits, &pairing->error);
    if (status == STATUS_OK && hits.count > 0)
        status = print_pairs(pairing, person_id, &hits);
    search_hits_release(&hits);
    if (status == STATUS_OK && !progress_report(&pairing->line, ++pairing->done, pairing->total))
        status = error_set(&pairing->error, STATUS_INTERRUPTED, "asked to stop");
    return status == STATUS_OK;
}

static int print_all_duplicates(const struct arguments *arguments, struct office *office)
{
    struct pairing pairing = { .store = office_store(office), .pairs = hit_pairs_begin(arguments) };
    progress_begin(&pairing.line, _("Checking"));
    enum status status =
        search_each_person(pairing.store, &pairing.total, pair_person, &pairing, &pairing.error);
    progress_end(&pairing.line);
    int code = hit_pairs_end(pairing.pairs);
    if (status == STATUS_OK)
        status = pairing.error.status;
    return status == STATUS_OK ? code : sentence_fail(NULL, &pairing.error);
}

int person_duplicates_run(const struct arguments *arguments)
{
    struct office_file file;
    struct office *office = NULL;
    int code = office_file_find(&file, arguments);
    file.login.only_reads = true;
    if (code == EXIT_CODE_DONE)
        code = login_open_file(&office, arguments, &file.login, ACT_READ_PEOPLE);
    if (code != EXIT_CODE_DONE)
        return code;
    code = strcmp(file.arguments[0], "all") == 0
               ? print_all_duplicates(arguments, office)
               : print_duplicates_of(arguments, office, file.arguments[0]);
    office_close(&office);
    return code;
}
