/* SPDX-License-Identifier: Apache-2.0 */

/* qadam new: the first minute of an office. */
#include "command/arguments.h"
#include "command/command_list.h"
#include "command/passphrase_input.h"
#include "command/recovery_sheet.h"
#include "language.h"
#include "office/office.h"
#include "sentence.h"
#include "vault/key_cost.h"

#include <limits.h>
#include <stdio.h>
#include <sys/stat.h>

static const struct option new_options[] = {
    { "user", N_("NAME"), N_("The first user, who becomes a supervisor."), OPTION_TEXT, 0, 0,
      true },
    { "office", N_("CODE"),
      N_("The short code of the office, which begins the number of every casefile: 2 to 8 of A-Z "
         "and 0-9."),
      OPTION_TEXT, 0, 0, false },
    { "country", "KZ|KG|TJ|TM|UZ", N_("The country whose rules and calendar the office follows."),
      OPTION_CHOICE, 0, 0, false },
    { "smallest-pc", N_("MIB"),
      N_("The memory of the smallest PC that must open this file, in MiB; 128 if you do not say. "
         "More memory makes guessing passphrases slower."),
      OPTION_NUMBER, KEY_COST_MIN_PC_MIB, 1048576, false },
    { "passphrase-fd", N_("N"),
      N_("Read the passphrase from this open file descriptor, up to its end, instead of asking on "
         "the terminal."),
      OPTION_NUMBER, 0, INT_MAX, false },
    { "json", NULL, N_("Print one JSON object."), OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};

/* Everything that can be wrong before a passphrase is asked for. */
static int check_plan(const struct arguments *arguments, const struct office_plan *plan)
{
    struct stat information;
    struct error error = { 0 };
    int code = passphrase_check_options(arguments);
    if (code != EXIT_CODE_DONE)
        return code;
    if (office_check_plan(plan, &error) != STATUS_OK)
        return sentence_fail(NULL, &error);
    if (lstat(plan->path, &information) == 0) {
        error_set(&error, STATUS_EXISTS, "new file");
        return sentence_fail(plan->path, &error);
    }
    return EXIT_CODE_DONE;
}

static int print_sheet(const struct arguments *arguments, const struct office_plan *plan,
                       const struct secret *recovery_code)
{
    const struct recovery_sheet sheet = { plan->path, plan->office_code, plan->user_name,
                                          recovery_code };
    if (arguments_has(arguments, "json"))
        recovery_sheet_print_json(&sheet);
    else
        recovery_sheet_print(&sheet);
    if (fflush(stdout) == 0 && ferror(stdout) == 0)
        return EXIT_CODE_DONE;
    fprintf(stderr, "qadam: %s\n",
            _("The file was made, but its recovery sheet could not be printed. Make a new sheet "
              "with 'qadam vault users recovery'."));
    return EXIT_CODE_DEVICE;
}

static int run_new(const struct arguments *arguments)
{
    struct secret *passphrase = NULL;
    struct secret *recovery_code = NULL;
    struct error error = { 0 };
    struct office_plan plan = {
        .path = arguments_positional(arguments, 0),
        .user_name = arguments_text(arguments, "user"),
        .office_code = arguments_text(arguments, "office"),
        .country = arguments_text(arguments, "country"),
        .smallest_pc_mib = arguments_number(arguments, "smallest-pc", 0),
    };
    int code = check_plan(arguments, &plan);
    if (code == EXIT_CODE_DONE)
        code = passphrase_get_new(&passphrase, arguments, "passphrase-fd", plan.user_name);
    plan.passphrase = passphrase;
    if (code == EXIT_CODE_DONE &&
        office_create(&plan, disk_system(), &recovery_code, &error) != STATUS_OK)
        code = sentence_fail(plan.path, &error);
    if (code == EXIT_CODE_DONE)
        code = print_sheet(arguments, &plan, recovery_code);
    secret_free(&passphrase);
    secret_free(&recovery_code);
    return code;
}

const struct command new_commands[] = {
    { .noun = "new",
      .summary = N_("Make the encrypted file of an office."),
      .arguments = N_("FILE"),
      .details = N_("Prints the recovery sheet once: the code that opens the file when nobody "
                    "remembers a passphrase. Copy or print it and lock it away."),
      .options = { new_options },
      .run = run_new },
    { .noun = NULL },
};
