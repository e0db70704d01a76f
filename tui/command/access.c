/* SPDX-License-Identifier: Apache-2.0 */

/* qadam vault access, vault rights: who reads restricted casefiles, and what each role may do. */
#include "command/access_text.h"
#include "command/arguments.h"
#include "command/command_list.h"
#include "command/json.h"
#include "command/login.h"
#include "command/row.h"
#include "language.h"
#include "sentence.h"
#include "wording/compartment_label.h"
#include "wording/label.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct option json_options[] = {
    { "json", NULL, N_("Print one JSON array."), OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};

/* ---- list */

struct listing {
    struct office *office;
    struct json *json; /* NULL: lines */
    bool is_terminal;
    enum status status;
    struct error *error;
};

static void add_json(struct json *json, const struct office_user *user,
                     const struct access_held *held)
{
    char reader[COMPARTMENTS_TEXT_SIZE], emergency[COMPARTMENTS_TEXT_SIZE];
    compartments_write_words(reader, held->reader);
    compartments_write_words(emergency, held->emergency);
    const struct json_member members[] = {
        { "id", JSON_TEXT, user->id, 0 },
        { "name", JSON_TEXT, user->name, 0 },
        { "role", JSON_TEXT, role_name(user->role), 0 },
        { "reader", JSON_TEXT, row_code(reader), 0 },
        { "emergency", JSON_TEXT, row_code(emergency), 0 },
        { "waits", JSON_BOOL, NULL, held->reader == 0 && held->emergency == 0 },
    };
    json_add(json, members, sizeof(members) / sizeof(members[0]));
}

/* For scripts: name, role, what is read, what is opened in an emergency. */
static void print_columns(const struct office_user *user, const struct access_held *held)
{
    char text[COMPARTMENTS_TEXT_SIZE];
    row_begin(user->name);
    row_add(role_name(user->role));
    compartments_write_words(text, held->reader);
    row_add(text);
    compartments_write_words(text, held->emergency);
    row_add(text);
    row_end();
}

static void print_words(const struct office_user *user, const struct access_held *held)
{
    enum { NAME_COLUMNS = 18, ROLE_COLUMNS = 19, INDENT = 4 };
    char text[ACCESS_TEXT_SIZE];
    label_print_padded(user->name, NAME_COLUMNS);
    putchar(' ');
    label_print_padded(label_role(user->role), ROLE_COLUMNS);
    putchar(' ');
    access_text_write(text, held);
    sentence_write_value(stdout, text, NAME_COLUMNS + ROLE_COLUMNS + 2, INDENT);
}

static bool list_user(void *self, const struct office_user *user)
{
    struct listing *listing = self;
    struct access_held held;
    if (!user->is_active || !role_may(user->role, ACT_READ_RESTRICTED))
        return true;
    listing->status = access_find(office_store(listing->office), user->id, &held, listing->error);
    if (listing->status != STATUS_OK)
        return false;
    if (listing->json != NULL)
        add_json(listing->json, user, &held);
    else if (listing->is_terminal)
        print_words(user, &held);
    else
        print_columns(user, &held);
    return true;
}

static int run_list(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct error error = { 0 };
    int code = login_open_to_read(&office, arguments, ACT_VERIFY);
    if (code != EXIT_CODE_DONE)
        return code;
    struct listing listing = { .office = office,
                               .json = arguments_has(arguments, "json") ? json_begin() : NULL,
                               .is_terminal = isatty(STDOUT_FILENO) == 1,
                               .error = &error };
    enum status status = office_each_user(office, list_user, &listing, &error);
    if (listing.json != NULL)
        code = json_end_array(listing.json);
    if (status == STATUS_OK)
        status = listing.status;
    office_close(&office);
    return status == STATUS_OK ? code : sentence_fail(NULL, &error);
}

/* ---- grant, revoke */

static const struct option grant_options[] = {
    { "compartment", N_("WORD,..."),
      N_("Only these: asylum, trafficking, violence, children; all that you read yourself if you "
         "do not say."),
      OPTION_TEXT, 0, 0, false },
    { "emergency", NULL, N_("Only to be opened in an emergency, with a reason that all see."),
      OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};

static const struct option revoke_options[] = {
    { "compartment", N_("WORD,..."),
      N_("Only these: asylum, trafficking, violence, children; all if you do not say."),
      OPTION_TEXT, 0, 0, false },
    { .name = NULL },
};

/* set stays as it is when nothing is said. */
static int read_set(const struct arguments *arguments, unsigned *set)
{
    const char *text = arguments_text(arguments, "compartment");
    if (text == NULL || compartments_parse(set, text, NULL) == STATUS_OK)
        return EXIT_CODE_DONE;
    return arguments_refuse(arguments, _("--compartment takes asylum, trafficking, violence and "
                                         "children, with commas between them."));
}

static int say_failure(const char *name, const struct error *error)
{
    const char *text = access_refusal(error);
    if (text == NULL)
        return sentence_fail(name, error);
    sentence_say(name, text);
    return EXIT_CODE_NO;
}

static int run_grant(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct error error = { 0 };
    unsigned set = 0;
    const char *name = arguments_positional(arguments, 1);
    int code = read_set(arguments, &set);
    if (code == EXIT_CODE_DONE)
        code = login_open_for(&office, arguments, ACT_GRANT_ACCESS);
    if (code != EXIT_CODE_DONE)
        return code;
    if (set == 0)
        set = keyring_compartments(store_keyring(office_store(office)), COMPARTMENT_READER);
    const enum compartment_mode mode =
        arguments_has(arguments, "emergency") ? COMPARTMENT_EMERGENCY : COMPARTMENT_READER;
    if (set == 0)
        code = say_failure(name, &(struct error){ .status = STATUS_RESTRICTED });
    else if (office_grant_access(office, name, set, mode, &error) != STATUS_OK)
        code = say_failure(name, &error);
    else
        code = access_text_say(office, name);
    office_close(&office);
    return code;
}

static int run_revoke(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct error error = { 0 };
    unsigned set = COMPARTMENTS_ALL;
    const char *name = arguments_positional(arguments, 1);
    int code = read_set(arguments, &set);
    if (code == EXIT_CODE_DONE)
        code = login_open_for(&office, arguments, ACT_GRANT_ACCESS);
    if (code != EXIT_CODE_DONE)
        return code;
    if (office_withdraw_access(office, name, set, &error) != STATUS_OK)
        code = say_failure(name, &error);
    if (code == EXIT_CODE_DONE)
        code = access_text_say(office, name);
    if (code == EXIT_CODE_DONE)
        code = access_text_say_stale(office);
    office_close(&office);
    return code;
}

/* ---- rights */

static void add_json_act(struct json *json, enum office_act act)
{
    struct json_member members[2 + ROLE_COUNT] = {
        { "act", JSON_TEXT, office_act_word(act), 0 },
        { "label", JSON_TEXT, label_office_act(act), 0 },
    };
    for (enum role role = 0; role < ROLE_COUNT; role++)
        members[2 + role] =
            (struct json_member){ role_name(role), JSON_BOOL, NULL, role_may(role, act) };
    json_add(json, members, 2 + ROLE_COUNT);
}

/* For scripts: the word of the act, and who may. */
static void print_act_columns(enum office_act act)
{
    row_begin(office_act_word(act));
    for (enum role role = 0; role < ROLE_COUNT; role++)
        if (role_may(role, act))
            row_add(role_name(role));
    row_end();
}

static void print_act_words(enum office_act act)
{
    enum { INDENT = 4, TEXT_SIZE = 512 };
    char text[TEXT_SIZE] = "";
    size_t length = 0;
    for (enum role role = 0; role < ROLE_COUNT; role++)
        if (role_may(role, act) && length < sizeof(text))
            length += (size_t)snprintf(text + length, sizeof(text) - length, "%s%s",
                                       length == 0 ? "" : ", ", label_role(role));
    puts(label_office_act(act));
    printf("%*s", INDENT, "");
    sentence_write_value(stdout, text, INDENT, INDENT);
}

static int run_rights(const struct arguments *arguments)
{
    const bool is_terminal = isatty(STDOUT_FILENO) == 1;
    struct json *json = arguments_has(arguments, "json") ? json_begin() : NULL;
    for (enum office_act act = 0; act < ACT_COUNT; act++)
        if (json != NULL)
            add_json_act(json, act);
        else if (is_terminal)
            print_act_words(act);
        else
            print_act_columns(act);
    return json != NULL ? json_end_array(json) : EXIT_CODE_DONE;
}

/* ---- the table */

const struct command access_commands[] = {
    { .noun = "vault",
      .verb = "access list",
      .summary = N_("List who reads restricted casefiles, and who waits for that."),
      .arguments = N_("FILE"),
      .details = N_("In words on a terminal, else name, role, what is read and what is opened only "
                    "in an emergency, with tabs between them."),
      .options = { json_options, login_options },
      .run = run_list },
    { .noun = "vault",
      .verb = "access grant",
      .summary = N_("Let a user read restricted casefiles."),
      .arguments = N_("FILE NAME"),
      .details = N_("Only who reads them can let others read them; the recovery sheet can too."),
      .options = { grant_options, login_options },
      .run = run_grant },
    { .noun = "vault",
      .verb = "access revoke",
      .summary = N_("Take back from a user what restricted casefiles there are to read."),
      .arguments = N_("FILE NAME"),
      .details = N_("Whoever read them may still have a copy of the keys; 'qadam vault rekey' by "
                    "somebody who reads all of them changes the keys."),
      .options = { revoke_options, login_options },
      .run = run_revoke },
    { .noun = "vault",
      .verb = "rights",
      .summary = N_("List what each role may do."),
      .arguments = "",
      .details = N_("In words on a terminal, else one line for each act, with the roles that may "
                    "do it behind it."),
      .options = { json_options },
      .run = run_rights },
    { .noun = NULL },
};
