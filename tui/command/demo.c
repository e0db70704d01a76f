/* SPDX-License-Identifier: Apache-2.0 */

/* qadam demo: an office of invented people, to learn on and to try things out. */
#include "demo/demo.h"

#include "command/arguments.h"
#include "command/command_list.h"
#include "command/json.h"
#include "command/progress.h"
#include "language.h"
#include "sentence.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

/* The user, and the passphrase too: everybody may know it. */
static const char demo_user[] = "demo";
static const char demo_office[] = "DEMO";
static const char demo_country[] = "KG";

static const struct option demo_options[] = {
    { "people", N_("N"), N_("How many people, from 1 to 1000000; 200 if you do not say."),
      OPTION_NUMBER, 1, DEMO_PEOPLE_MAX, false },
    { "seed", N_("N"),
      N_("Another number makes other people; the same number makes the same people again."),
      OPTION_NUMBER, 0, INT_MAX, false },
    { "country", "KZ|KG|TJ|TM|UZ", N_("The country of the office; KG if you do not say."),
      OPTION_CHOICE, 0, 0, false },
    { "json", NULL, N_("Print one JSON object."), OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};

static enum status create(const struct office_plan *plan, struct error *error)
{
    struct secret *passphrase = NULL;
    struct secret *recovery_code = NULL;
    struct office_plan complete = *plan;
    enum status status = secret_from_bytes(&passphrase, demo_user, strlen(demo_user), error);
    complete.passphrase = passphrase;
    if (status == STATUS_OK)
        status = office_create(&complete, disk_system(), &recovery_code, error);
    secret_free(&passphrase);
    secret_free(&recovery_code); /* nobody needs it: the passphrase is no secret */
    return status;
}

/* The last day of its world is a Sunday, so the office works on the day after. */
static void print_day(void)
{
    char text[DAY_TEXT_SIZE];
    day_format(text, (struct day){ demo_today().number + 1 });
    printf(_("To see the office on its working day, give commands --today %s."), text);
    putchar('\n');
}

static int print_result(const struct arguments *arguments, const struct demo *demo,
                        const char *path)
{
    const struct json_member members[] = {
        { "file", JSON_TEXT, path, 0 },
        { "user", JSON_TEXT, demo_user, 0 },
        { "passphrase", JSON_TEXT, demo_user, 0 },
        { "people", JSON_NUMBER, NULL, demo->people },
    };
    if (arguments_has(arguments, "json"))
        return json_print(members, sizeof(members) / sizeof(members[0]));
    sentence_write_name(stdout, path);
    putchar('\n');
    printf("%s %ld\n", _("Invented people:"), demo->people);
    printf("%s %s\n", _("User:"), demo_user);
    printf("%s %s\n", _("Passphrase:"), demo_user);
    if (demo_casefile_count(demo->people) > 0)
        print_day();
    puts(_("This file is for practice. Never keep anything about real people in it."));
    return EXIT_CODE_DONE;
}

static int run_demo(const struct arguments *arguments)
{
    struct progress_line line;
    struct error error = { 0 };
    const char *country = arguments_text(arguments, "country");
    progress_begin(&line, _("Inventing people"));
    struct demo demo = {
        .people = arguments_number(arguments, "people", DEMO_PEOPLE_DEFAULT),
        .seed = (unsigned long)arguments_number(arguments, "seed", DEMO_SEED_DEFAULT),
        .country = country == NULL ? demo_country : country,
        .progress = progress_of(&line),
    };
    const struct office_plan plan = {
        .path = arguments_positional(arguments, 0),
        .user_name = demo_user,
        .office_code = demo_office,
        .country = demo.country,
        .is_training = true,
        .fill = demo_fill,
        .fill_self = &demo,
        .progress = demo.progress,
    };
    const enum status status = create(&plan, &error);
    progress_end(&line);
    if (status != STATUS_OK)
        return sentence_fail(plan.path, &error);
    return print_result(arguments, &demo, plan.path);
}

const struct command demo_commands[] = {
    { .noun = "demo",
      .summary = N_("Make an office file of invented people, for practice."),
      .arguments = N_("FILE"),
      .details =
          N_("The file opens with the user \"demo\" and the passphrase \"demo\". The people, "
             "their families, papers and casefiles are made up; some people are there twice, "
             "under another spelling, as happens in every office. Nobody in the file can be "
             "a real person: personal numbers, passports and telephones are impossible "
             "ones."),
      .options = { demo_options },
      .run = run_demo },
    { .noun = NULL },
};
