/* SPDX-License-Identifier: Apache-2.0 */
#include "command/case/desk.h"

#include "base/ascii.h"
#include "command/case/command.h"
#include "compartment/sealed_casefile.h"
#include "document/case_reference.h"
#include "language.h"
#include "sentence.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int case_desk_prepare(struct case_desk *out, const struct arguments *arguments)
{
    struct office_file file;
    *out = (struct case_desk){ .office = NULL };
    int code = office_file_find(&file, arguments);
    if (code != EXIT_CODE_DONE)
        return code;
    out->path = file.login.path;
    out->is_named = file.is_named;
    memcpy(out->arguments, file.arguments, sizeof(out->arguments));
    return arguments_knows(arguments, "today") ? today_option_read(arguments, &out->desk.today)
                                               : EXIT_CODE_DONE;
}

int case_desk_login(struct case_desk *desk, const struct arguments *arguments, enum office_act act)
{
    struct error error = { 0 };
    const struct login_file file = { desk->path, act == ACT_READ_CASES };
    int code = login_open_file(&desk->office, arguments, &file, act);
    if (code != EXIT_CODE_DONE)
        return code;
    desk->desk.store = office_store(desk->office);
    desk->desk.actor = office_actor(desk->office);
    desk->desk.role = role_name(office_role(desk->office));
    enum status status = definition_cache_new(&desk->desk.definitions, &error);
    if (status == STATUS_OK)
        status = user_names_load(&desk->users, desk->office, &error);
    return status == STATUS_OK ? EXIT_CODE_DONE : sentence_fail(desk->path, &error);
}

int case_desk_open(struct case_desk *out, const struct arguments *arguments, enum office_act act)
{
    int code = case_desk_prepare(out, arguments);
    return code == EXIT_CODE_DONE ? case_desk_login(out, arguments, act) : code;
}

void case_desk_close(struct case_desk *desk)
{
    definition_cache_free(desk->desk.definitions);
    user_names_release(&desk->users);
    office_close(&desk->office);
    desk->desk = (struct casefile_desk){ .store = NULL };
}

bool case_desk_may(const struct case_desk *desk, enum office_act act)
{
    return role_may(office_role(desk->office), act);
}

bool case_desk_hides(const struct case_desk *desk, const struct casefile *casefile,
                     const struct step *step)
{
    if ((step != NULL && !step->is_restricted) || case_desk_may(desk, ACT_APPROVE_CASES))
        return false;
    bool is_theirs =
        casefile->assigned_to[0] == '\0' || strcmp(casefile->assigned_to, desk->desk.actor) == 0;
    return !is_theirs || !case_desk_may(desk, ACT_WORK_CASES);
}

bool case_desk_reads(const struct case_desk *desk, const char *casefile_id)
{
    bool is_sealed = false, opens = false;
    const enum status status = sealed_look(desk->desk.store, casefile_id, &is_sealed, &opens, NULL);
    return status == STATUS_OK && (!is_sealed || opens);
}

/* ---- what was typed */

int case_desk_find(struct case_desk *desk, const char *typed, char id[UUID_TEXT_SIZE])
{
    struct error error = { 0 };
    enum status status = case_find(desk->desk.store, typed, id, &error);
    if (status == STATUS_OK)
        return EXIT_CODE_DONE;
    if (status != STATUS_INVALID)
        return case_fail(typed, &error, NULL);
    /* What was typed is not repeated: it may be a name. */
    sentence_say(NULL, _("This is no number of a casefile. Write it as it is printed, such as "
                         "KG-OSH-2026-000117, or at least eight signs of its id."));
    return EXIT_CODE_USAGE;
}

static int find_user(struct case_desk *desk, const char *name, struct office_user *out)
{
    struct error error = { 0 };
    enum status status = office_find_user(desk->office, name, out, &error);
    if (status == STATUS_NOT_FOUND || status == STATUS_NAME_INVALID)
        return case_say_no(name, _("There is no user of this name. 'qadam vault users list' tells "
                                   "who there is."));
    return status == STATUS_OK ? EXIT_CODE_DONE : sentence_fail(name, &error);
}

int case_desk_find_user(struct case_desk *desk, const char *name, char id[UUID_TEXT_SIZE])
{
    struct office_user user;
    int code = find_user(desk, name, &user);
    if (code != EXIT_CODE_DONE)
        return code;
    if (!user.is_active)
        return case_say_no(name, _("This user was revoked and gets no work any more."));
    memcpy(id, user.id, sizeof(user.id));
    return EXIT_CODE_DONE;
}

int case_desk_find_any_user(struct case_desk *desk, const char *name, char id[UUID_TEXT_SIZE])
{
    struct office_user user;
    int code = find_user(desk, name, &user);
    if (code == EXIT_CODE_DONE)
        memcpy(id, user.id, sizeof(user.id));
    return code;
}

/* ---- commands to type */

/* Letters of other alphabets mean nothing to a shell. */
static bool is_plain(const char *text)
{
    for (const char *at = text; *at != '\0'; at++)
        if (((unsigned char)*at < 0x80) && !ascii_is_digit(*at) && !ascii_is_small(*at) &&
            !ascii_is_capital(*at) && strchr("_./-+:@%", *at) == NULL)
            return false;
    return text[0] != '\0';
}

static void write_quoted(FILE *stream, const char *text)
{
    fputc('\'', stream);
    for (const char *at = text; *at != '\0'; at++)
        if (*at == '\'')
            fputs("'\\''", stream);
        else
            fputc(*at, stream);
    fputc('\'', stream);
}

/* A name that does not end as a file of ours, or looks like an option, needs the option. */
static void write_file(FILE *stream, const char *path)
{
    const char *ending = strrchr(path, '.');
    const bool is_clear = ending != NULL && strcmp(ending, ".qadam") == 0 && path[0] != '-';
    fputs(is_clear ? "" : "--file=", stream);
    if (is_plain(path))
        fputs(path, stream);
    else
        write_quoted(stream, path);
    fputc(' ', stream);
}

void case_desk_write_command(FILE *stream, const struct case_desk *desk, const char *verb,
                             const char *number)
{
    char *file = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&file, &size);
    if (memory != NULL && desk->is_named)
        write_file(memory, desk->path);
    fprintf(stream, "  qadam case %s ", verb);
    if (memory != NULL && fclose(memory) == 0)
        sentence_write_name(stream, file);
    fputs(number, stream);
    free(file);
}

/* ---- what ids and codes stand for */

const char *case_desk_user_name(const struct case_desk *desk, const char *id)
{
    return id[0] == '\0' ? "" : user_names_find(&desk->users, id);
}

static const struct definition *find_definition(struct case_desk *desk, const char *workflow,
                                                int version)
{
    struct error error = { 0 };
    const struct definition *definition = NULL;
    enum status status = definition_cache_find(desk->desk.definitions, desk->desk.store, workflow,
                                               version, &definition, &error);
    return status == STATUS_OK ? definition : NULL;
}

const char *case_desk_workflow_title(struct case_desk *desk, const char *workflow, int version)
{
    const struct definition *definition = find_definition(desk, workflow, version);
    return definition == NULL ? workflow : workflow_text(definition->title);
}

const char *case_desk_step_title(struct case_desk *desk, const char *workflow, int version,
                                 const char *step)
{
    if (strcmp(step, SEALED_STEP) == 0)
        return _("(restricted)");
    const struct definition *definition = find_definition(desk, workflow, version);
    const struct step *found = definition == NULL ? NULL : definition_find_step(definition, step);
    return found == NULL ? step : workflow_text(found->title);
}
