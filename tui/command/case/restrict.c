/* SPDX-License-Identifier: Apache-2.0 */

/* qadam case restrict, unrestrict, break-glass, readers: casefiles that only those read who answer
 * for them. */
#include "casefile/casefile_store.h"
#include "command/case/command.h"
#include "command/case/words.h"
#include "command/json.h"
#include "command/row.h"
#include "compartment/sealed_casefile.h"
#include "language.h"
#include "sentence.h"
#include "wording/compartment_label.h"
#include "wording/label.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const struct option case_restrict_options[] = {
    { "as", N_("WORD,..."),
      N_("What it is restricted for: asylum, trafficking, violence, children, or several of them "
         "with commas between."),
      OPTION_TEXT, 0, 0, true },
    { .name = NULL },
};

const struct option case_readers_options[] = {
    { "json", NULL, N_("Print one JSON array."), OPTION_FLAG, 0, 0, false },
    { .name = NULL },
};

/* What is outside of the seal can be read by everybody. */
static int print_number(struct case_desk *desk, const char *id)
{
    struct casefile casefile;
    struct error error = { 0 };
    if (casefile_load(desk->desk.store, id, &casefile, &error) != STATUS_OK)
        return case_fail(desk->arguments[0], &error, NULL);
    puts(casefile.number);
    casefile_release(&casefile);
    return EXIT_CODE_DONE;
}

/* ---- restrict */

static int say_readers(struct case_desk *desk, const char *id)
{
    bool is_sealed = false, opens = false;
    char *names = NULL;
    struct error error = { 0 };
    enum status status = sealed_look(desk->desk.store, id, &is_sealed, &opens, &error);
    if (status == STATUS_OK)
        status = reader_names_write(&names, desk->office, &error);
    if (status != STATUS_OK)
        return case_fail(desk->arguments[0], &error, NULL);
    (void)case_say_no_with(NULL,
                           opens ? _("It is restricted. You can read it, and so can: %s.")
                                 : _("It is restricted, and you cannot read it any more. Those who "
                                     "can: %s."),
                           names);
    free(names);
    return EXIT_CODE_DONE;
}

static int restrict_casefile(struct case_desk *desk, unsigned set)
{
    char id[UUID_TEXT_SIZE];
    struct error error = { 0 };
    int code = case_desk_find(desk, desk->arguments[0], id);
    if (code != EXIT_CODE_DONE)
        return code;
    if (casefile_restrict(&desk->desk, id, set, &error) != STATUS_OK)
        return case_fail(desk->arguments[0], &error, NULL);
    code = print_number(desk, id);
    return code == EXIT_CODE_DONE ? say_readers(desk, id) : code;
}

int case_restrict_run(const struct arguments *arguments)
{
    struct case_desk desk;
    unsigned set = 0;
    int code = case_desk_prepare(&desk, arguments);
    if (code == EXIT_CODE_DONE &&
        compartments_parse(&set, arguments_text(arguments, "as"), NULL) != STATUS_OK)
        code = arguments_refuse(arguments, _("--as takes asylum, trafficking, violence and "
                                             "children, with commas between them."));
    if (code == EXIT_CODE_DONE)
        code = case_desk_login(&desk, arguments, ACT_WORK_CASES);
    if (code == EXIT_CODE_DONE)
        code = restrict_casefile(&desk, set);
    case_desk_close(&desk);
    return code;
}

/* ---- unrestrict */

static int lift(struct case_desk *desk)
{
    char id[UUID_TEXT_SIZE];
    struct error error = { 0 };
    int code = case_desk_find(desk, desk->arguments[0], id);
    if (code != EXIT_CODE_DONE)
        return code;
    if (casefile_lift_restriction(&desk->desk, id, &error) == STATUS_OK)
        return print_number(desk, id);
    return error.status == STATUS_NOT_FOUND
               ? case_say_no(desk->arguments[0],
                             _("This casefile is not restricted: everybody who reads casefiles "
                               "reads it already."))
               : case_fail(desk->arguments[0], &error, NULL);
}

int case_unrestrict_run(const struct arguments *arguments)
{
    struct case_desk desk;
    int code = case_desk_open(&desk, arguments, ACT_LIFT_RESTRICTION);
    if (code == EXIT_CODE_DONE)
        code = lift(&desk);
    case_desk_close(&desk);
    return code;
}

/* ---- break-glass */

static int break_glass(struct case_desk *desk, const char *id, const char *reason)
{
    struct error error = { 0 };
    if (casefile_break_glass(&desk->desk, id, reason, &error) != STATUS_OK)
        return case_fail(desk->arguments[0], &error, NULL);
    const int code = print_number(desk, id);
    if (code == EXIT_CODE_DONE)
        sentence_say(NULL, _("You can read it for eight hours. Everybody who reads restricted "
                             "files sees that you opened it, and why."));
    return code;
}

/* Without a reason nothing is asked that would lead to nothing. */
static int check_glass(struct case_desk *desk, char id[UUID_TEXT_SIZE])
{
    bool is_sealed = false, opens = false;
    struct error error = { 0 };
    const int code = case_desk_find(desk, desk->arguments[0], id);
    if (code != EXIT_CODE_DONE)
        return code;
    if (sealed_look(desk->desk.store, id, &is_sealed, &opens, &error) != STATUS_OK)
        return case_fail(desk->arguments[0], &error, NULL);
    if (!is_sealed || opens)
        return case_say_no(desk->arguments[0], _("You can read this casefile already; nothing was "
                                                 "broken. 'qadam case show' shows it."));
    return EXIT_CODE_DONE;
}

int case_break_glass_run(const struct arguments *arguments)
{
    struct case_desk desk;
    char id[UUID_TEXT_SIZE];
    struct case_words reason = { .field = "reason",
                                 .question = _("Why must it be opened now? "),
                                 .is_required = true };
    int code = case_desk_prepare(&desk, arguments);
    if (code == EXIT_CODE_DONE)
        code = case_words_read(&reason, 1, arguments);
    if (code == EXIT_CODE_DONE)
        code = case_desk_login(&desk, arguments, ACT_BREAK_GLASS);
    if (code == EXIT_CODE_DONE)
        code = check_glass(&desk, id);
    if (code == EXIT_CODE_DONE)
        code = case_words_ask(&reason, 1);
    if (code == EXIT_CODE_DONE)
        code = break_glass(&desk, id, reason.value);
    case_desk_close(&desk);
    case_words_release(&reason, 1);
    return code;
}

/* ---- readers */

struct telling {
    struct case_desk *desk;
    struct json *json; /* NULL: lines */
    bool is_terminal;
};

static void tell(const struct telling *telling, const char *name, const char *way,
                 const char *way_label)
{
    struct office_user user;
    const bool is_known = office_find_user(telling->desk->office, name, &user, NULL) == STATUS_OK;
    const char *role = is_known ? role_name(user.role) : "";
    const struct json_member members[] = { { "name", JSON_TEXT, name, 0 },
                                           { "role", JSON_TEXT, role, 0 },
                                           { "how", JSON_TEXT, way, 0 } };
    if (telling->json != NULL) {
        json_add(telling->json, members, sizeof(members) / sizeof(members[0]));
        return;
    }
    row_begin(name);
    if (telling->is_terminal) {
        printf("  %s  %s\n", is_known ? label_role(user.role) : "", way_label);
        return;
    }
    row_add(role);
    row_add(way);
    row_end();
}

static bool tell_member(void *self, const struct access_member *member)
{
    if (member->held.reader != 0)
        tell(self, member->user_name, "reader", _("reads restricted files"));
    else
        tell(self, member->user_name, "emergency", _("opens them in an emergency"));
    return true;
}

static int tell_readers(struct case_desk *desk, bool is_json)
{
    char id[UUID_TEXT_SIZE], worker[UUID_TEXT_SIZE] = "";
    bool is_sealed = false, opens = false;
    struct casefile casefile;
    struct error error = { 0 };
    int code = case_desk_find(desk, desk->arguments[0], id);
    if (code != EXIT_CODE_DONE)
        return code;
    enum status status = sealed_look(desk->desk.store, id, &is_sealed, &opens, &error);
    if (status == STATUS_OK)
        status = casefile_load(desk->desk.store, id, &casefile, &error);
    if (status == STATUS_OK) {
        memcpy(worker, casefile.assigned_to, sizeof(worker));
        casefile_release(&casefile);
    }
    if (status != STATUS_OK)
        return case_fail(desk->arguments[0], &error, NULL);
    if (!is_sealed)
        return case_say_no(desk->arguments[0], _("This casefile is not restricted: everybody who "
                                                 "reads casefiles reads it."));
    struct telling telling = { desk, is_json ? json_begin() : NULL, isatty(STDOUT_FILENO) == 1 };
    if (worker[0] != '\0')
        tell(&telling, case_desk_user_name(desk, worker), "worker", _("works on it"));
    status = access_each(desk->desk.store, tell_member, &telling, &error);
    if (is_json)
        code = json_end_array(telling.json);
    return status == STATUS_OK ? code : case_fail(desk->arguments[0], &error, NULL);
}

int case_readers_run(const struct arguments *arguments)
{
    struct case_desk desk;
    int code = case_desk_open(&desk, arguments, ACT_READ_CASES);
    if (code == EXIT_CODE_DONE)
        code = tell_readers(&desk, arguments_has(arguments, "json"));
    case_desk_close(&desk);
    return code;
}
