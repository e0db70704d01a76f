/* SPDX-License-Identifier: Apache-2.0 */

/* qadam country export, import, compare, take: the pack as the office has it. */
#include "command/case/renew.h"
#include "command/country/command.h"
#include "command/country/difference.h"
#include "command/dialogue.h"
#include "command/fault_report.h"
#include "command/json.h"
#include "command/text_file.h"
#include "journal/act.h"
#include "language.h"
#include "sentence.h"

#include <string.h>
#include <unistd.h>

/* ---- export */

int country_export_run(const struct arguments *arguments)
{
    struct country_use use;
    const int code = country_use_open(&use, arguments);
    if (code == EXIT_CODE_DONE && use.copy.is_own)
        fputs(use.copy.body, stdout);
    else if (code == EXIT_CODE_DONE)
        fputs(country_pack_builtin(use.pack->country)->text, stdout);
    country_use_release(&use);
    return code;
}

/* ---- what import and take share */

#define YES_OPTION                                                                                 \
    {                                                                                              \
        "yes", NULL, N_("Do it without asking; needed where there is no terminal."), OPTION_FLAG,  \
            0, 0, false                                                                            \
    }

static bool is_asked(const struct arguments *arguments)
{
    return !arguments_has(arguments, "yes");
}

static int require_terminal(const struct arguments *arguments)
{
    if (!is_asked(arguments) || isatty(STDIN_FILENO) == 1)
        return EXIT_CODE_DONE;
    return arguments_refuse(arguments, _("Nobody can be asked here whether to do it: say --yes."));
}

static int confirm(const struct arguments *arguments, const char *question)
{
    struct dialogue dialogue;
    if (!is_asked(arguments))
        return EXIT_CODE_DONE;
    int code = dialogue_begin(&dialogue);
    if (code == EXIT_CODE_DONE) {
        code = dialogue_confirm(&dialogue, question);
        dialogue_end(&dialogue);
    }
    return code;
}

/* The pack that counts in the office and, before it, its text. */
static int load_copy(struct country_copy *copy, struct country_pack **pack,
                     const struct country_office *office)
{
    struct error error = { 0 };
    *copy = (struct country_copy){ .is_own = false };
    if (country_store_read(copy, office_store(office->office), office->country, &error) !=
        STATUS_OK)
        return sentence_fail(office->country, &error);
    const struct yaml_source text = { office->country, copy->body, strlen(copy->body) };
    return country_load(pack, office->country, &text);
}

/* Shows what a pack would change in the office.  A stored text with faults, which are said, is
 * there to be replaced: then nothing is shown and *old stays NULL. */
static int show_differences(struct country_copy *copy, struct country_pack **old,
                            const struct country_office *office, const struct country_pack *newer)
{
    struct difference_report report = { .stream = stderr };
    struct error error = { 0 };
    const int code = load_copy(copy, old, office);
    if (code != EXIT_CODE_DONE || *old == NULL)
        return code == EXIT_CODE_NO ? EXIT_CODE_DONE : code;
    if (country_pack_compare(*old, newer, difference_report, &report, &error) != STATUS_OK)
        return sentence_fail(office->country, &error);
    if (report.count == 0)
        sentence_write_text(stderr, _("No rule differs from what the office has."));
    return EXIT_CODE_DONE;
}

/* ---- import */

const struct option country_import_options[] = {
    { "from", N_("PACK"), N_("The file with the edited pack, such as kz.yaml."), OPTION_TEXT, 0, 0,
      true },
    YES_OPTION,
    { .name = NULL },
};

/* Days of casefiles follow the pack: their tasks are written anew with it. */
static enum status save_pack(const struct country_office *office, const struct text_file *text,
                             bool *is_saved, struct fault_list *faults, struct error *error)
{
    bool is_own;
    struct store *store = office_store(office->office);
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = country_store_save(is_saved, store, office_actor(office->office), office->country,
                                &text->source, faults, error);
    if (status == STATUS_OK && *is_saved)
        status = case_renew_tasks(office->office, NULL, error);
    return act_commit(store, is_own, status, error);
}

static int save(const struct country_office *office, const struct text_file *text)
{
    struct fault_list faults = { .items = NULL };
    struct error error = { 0 };
    bool is_saved = false;
    int code = EXIT_CODE_DONE;
    if (save_pack(office, text, &is_saved, &faults, &error) != STATUS_OK)
        code = sentence_fail(office->country, &error);
    else if (is_saved)
        puts(_("The office works with this country pack from now on."));
    else
        code = EXIT_CODE_NO;
    fault_report_write(stderr, &faults);
    fault_list_release(&faults);
    return code;
}

static int import(const struct arguments *arguments, const struct country_office *office,
                  const struct text_file *text)
{
    struct country_copy copy = { .is_own = false };
    struct country_pack *old = NULL;
    struct country_pack *newer = NULL;
    int code = country_load(&newer, office->country, &text->source);
    if (code == EXIT_CODE_DONE)
        code = show_differences(&copy, &old, office, newer);
    if (code == EXIT_CODE_DONE)
        code = confirm(arguments, _("Shall the office work with this pack? (yes/no)"));
    if (code == EXIT_CODE_DONE)
        code = save(office, text);
    country_pack_release(old);
    country_pack_release(newer);
    country_copy_release(&copy);
    return code;
}

int country_import_run(const struct arguments *arguments)
{
    struct country_office office = { .office = NULL };
    struct text_file text = { .text = NULL };
    int code = require_terminal(arguments);
    if (code == EXIT_CODE_DONE)
        code = text_file_read(&text, arguments_text(arguments, "from"));
    if (code == EXIT_CODE_DONE)
        code = country_office_open(&office, arguments, ACT_CHANGE_RULES);
    if (code == EXIT_CODE_DONE)
        code = import(arguments, &office, &text);
    office_close(&office.office);
    text_file_release(&text);
    return code;
}

/* ---- compare */

const struct option country_compare_options[] = {
    { "json", NULL, N_("Print one JSON array."), OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};

/* The three texts of one pack. */
struct three {
    struct country_pack *base; /* what the office's was made from */
    struct country_pack *own;
    struct country_pack *newer; /* the program's of today */
};

static void release(struct three *three)
{
    country_pack_release(three->base);
    country_pack_release(three->own);
    country_pack_release(three->newer);
}

/* A base with faults was written by a program that allowed them: then the program's pack of today
 * stands in for it. */
static int load_three(struct three *out, const struct country_office *office,
                      struct country_copy *copy)
{
    struct fault_list faults = { .items = NULL };
    struct error error = { 0 };
    int code = load_copy(copy, &out->own, office);
    if (code == EXIT_CODE_DONE)
        code = country_load(&out->newer, office->country, NULL);
    if (code != EXIT_CODE_DONE)
        return code;
    const struct yaml_source base = { office->country, copy->base, strlen(copy->base) };
    enum status status = country_pack_load(&out->base, office->country, &base, &faults, &error);
    if (status == STATUS_OK && out->base == NULL)
        code = country_load(&out->base, office->country, NULL);
    else if (status != STATUS_OK)
        code = sentence_fail(office->country, &error);
    fault_list_release(&faults);
    return code;
}

static void write_heading(struct json *json, const char *text)
{
    if (json == NULL)
        puts(text);
}

static void write_none(const struct difference_report *report)
{
    if (report->json == NULL && report->count == 0)
        printf("  %s\n", C_("difference", "nothing"));
}

static int compare(const struct arguments *arguments, const struct country_office *office,
                   const struct three *three)
{
    struct error error = { 0 };
    struct json *json = arguments_has(arguments, "json") ? json_begin() : NULL;
    struct difference_report own = { stdout, json, "office", false, 0 };
    struct difference_report newer = { stdout, json, "program", true, 0 };
    write_heading(json, _("What the office changed:"));
    enum status status =
        country_pack_compare(three->base, three->own, difference_report, &own, &error);
    write_none(&own);
    write_heading(json, _("What the program's pack changed since then:"));
    if (status == STATUS_OK)
        status = country_pack_compare_own(three->base, three->newer, three->own, difference_report,
                                          &newer, &error);
    write_none(&newer);
    const int code = json == NULL ? EXIT_CODE_DONE : json_end_array(json);
    return status == STATUS_OK ? code : sentence_fail(office->country, &error);
}

int country_compare_run(const struct arguments *arguments)
{
    struct country_office office;
    struct country_copy copy = { .is_own = false };
    struct three three = { .base = NULL };
    int code = country_office_open(&office, arguments, ACT_VERIFY);
    if (code == EXIT_CODE_DONE)
        code = load_three(&three, &office, &copy);
    if (code == EXIT_CODE_DONE)
        code = compare(arguments, &office, &three);
    release(&three);
    country_copy_release(&copy);
    office_close(&office.office);
    return code;
}

/* ---- take */

const struct option country_take_options[] = {
    YES_OPTION,
    { .name = NULL },
};

static enum status take_pack(const struct country_office *office, struct error *error)
{
    bool is_own;
    struct store *store = office_store(office->office);
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = country_store_take(store, office_actor(office->office), office->country, error);
    if (status == STATUS_OK)
        status = case_renew_tasks(office->office, NULL, error);
    return act_commit(store, is_own, status, error);
}

static int take(const struct arguments *arguments, const struct country_office *office)
{
    struct country_copy copy = { .is_own = false };
    struct country_pack *own = NULL;
    struct country_pack *newer = NULL;
    struct error error = { 0 };
    int code = country_load(&newer, office->country, NULL);
    if (code == EXIT_CODE_DONE)
        code = show_differences(&copy, &own, office, newer);
    if (code == EXIT_CODE_DONE && own != NULL && !copy.is_own) {
        sentence_write_text(stderr, _("The office has the program's pack already."));
        code = EXIT_CODE_NO;
    }
    if (code == EXIT_CODE_DONE)
        code =
            confirm(arguments, _("All that the office changed itself goes, as shown above. Shall "
                                 "it work with the program's pack? (yes/no)"));
    if (code == EXIT_CODE_DONE && take_pack(office, &error) != STATUS_OK)
        code = sentence_fail(office->country, &error);
    else if (code == EXIT_CODE_DONE)
        puts(_("The office works with the program's country pack from now on."));
    country_pack_release(own);
    country_pack_release(newer);
    country_copy_release(&copy);
    return code;
}

int country_take_run(const struct arguments *arguments)
{
    struct country_office office = { .office = NULL };
    int code = require_terminal(arguments);
    if (code == EXIT_CODE_DONE)
        code = country_office_open(&office, arguments, ACT_CHANGE_RULES);
    if (code == EXIT_CODE_DONE)
        code = take(arguments, &office);
    office_close(&office.office);
    return code;
}
