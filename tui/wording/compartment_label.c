/* SPDX-License-Identifier: Apache-2.0 */
#include "wording/compartment_label.h"

#include "language.h"
#include "sentence.h"
#include "wording/label.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const compartments[] = {
    [COMPARTMENT_ASYLUM] = NC_("restricted", "asylum"),
    [COMPARTMENT_TRAFFICKING] = NC_("restricted", "trafficking"),
    [COMPARTMENT_VIOLENCE] = NC_("restricted", "violence"),
    [COMPARTMENT_CHILDREN] = NC_("restricted", "children"),
};
_Static_assert(sizeof(compartments) / sizeof(compartments[0]) == COMPARTMENT_COUNT,
               "every compartment has its label");

static const struct {
    const char *word;
    const char *label;
} acts[] = {
    [ACT_MANAGE_USERS] = { "manage_users", N_("let users in and keep them out") },
    [ACT_REKEY] = { "rekey", N_("encrypt the file anew") },
    [ACT_BACKUP] = { "backup", N_("make backups") },
    [ACT_READ_JOURNAL] = { "read_journal", N_("read the journal") },
    [ACT_VERIFY] = { "verify", N_("check the file") },
    [ACT_READ_PEOPLE] = { "read_people", N_("read records of people") },
    [ACT_KEEP_PEOPLE] = { "keep_people", N_("add and change people") },
    [ACT_MERGE_PEOPLE] = { "merge_people", N_("merge records of one person") },
    [ACT_ERASE_PEOPLE] = { "erase_people", N_("erase somebody for ever") },
    [ACT_EXPORT_PEOPLE] = { "export_people", N_("export all that is kept about somebody") },
    [ACT_CHANGE_RULES] = { "change_rules", N_("change rules and settings") },
    [ACT_READ_CASES] = { "read_cases", N_("read casefiles") },
    [ACT_WORK_CASES] = { "work_cases", N_("work on casefiles") },
    [ACT_ASSIGN_CASES] = { "assign_cases", N_("give casefiles to others") },
    [ACT_APPROVE_CASES] = { "approve_cases", N_("close, reopen and approve") },
    [ACT_SUPERVISE] = { "supervise", N_("see how much everybody has to do") },
    [ACT_OVERRIDE_CONSENT] = { "override_consent",
                               N_("share data without consent, with a reason") },
    [ACT_LOG_CONTACTS] = { "log_contacts", N_("log hotline and counselling") },
    [ACT_REPORT_BREACHES] = { "report_breaches", N_("report a breach of data") },
    [ACT_KEEP_BREACHES] = { "keep_breaches", N_("keep the list of breaches") },
    [ACT_READ_RESTRICTED] = { "read_restricted", N_("read restricted files, once given access") },
    [ACT_BE_NAMED_READER] = { "be_named_reader", N_("be given a single restricted file") },
    [ACT_BREAK_GLASS] = { "break_glass", N_("open a restricted file in an emergency") },
    [ACT_GRANT_ACCESS] = { "grant_access", N_("give access to restricted files") },
    [ACT_LIFT_RESTRICTION] = { "lift_restriction", N_("make a restricted file ordinary") },
};
_Static_assert(sizeof(acts) / sizeof(acts[0]) == ACT_COUNT, "every act has its label");

const char *label_compartment(enum compartment compartment)
{
    return language_text_in("restricted", compartments[compartment]);
}

static void join(char out[COMPARTMENTS_TEXT_SIZE], unsigned set, const char *between,
                 const char *(*word)(enum compartment compartment))
{
    size_t length = 0;
    out[0] = '\0';
    for (enum compartment i = 0; i < COMPARTMENT_COUNT; i++)
        if ((set & COMPARTMENT_BIT(i)) != 0 && length < COMPARTMENTS_TEXT_SIZE)
            length += (size_t)snprintf(out + length, COMPARTMENTS_TEXT_SIZE - length, "%s%s",
                                       length == 0 ? "" : between, word(i));
}

void label_compartments(char out[COMPARTMENTS_TEXT_SIZE], unsigned set)
{
    join(out, set, ", ", label_compartment);
}

void compartments_write_words(char out[COMPARTMENTS_TEXT_SIZE], unsigned set)
{
    join(out, set, ",", compartment_word);
}

enum status compartments_parse(unsigned *out, const char *text, struct error *error)
{
    *out = 0;
    for (const char *at = text;; at++) {
        char word[32];
        enum compartment compartment;
        const size_t length = strcspn(at, ",");
        snprintf(word, sizeof(word), "%.*s", (int)(length < sizeof(word) ? length : 0), at);
        const enum status status = compartment_parse(&compartment, word, error);
        if (status != STATUS_OK)
            return status;
        *out |= COMPARTMENT_BIT(compartment);
        at += length;
        if (*at == '\0')
            return STATUS_OK;
    }
}

const char *label_office_act(enum office_act act)
{
    return language_text(acts[act].label);
}

const char *office_act_word(enum office_act act)
{
    return acts[act].word;
}

/* ---- names */

struct naming {
    FILE *stream;
    struct office *office;
    bool has_any;
};

static bool write_reader(void *self, const struct access_member *member)
{
    struct naming *naming = self;
    if (member->held.reader == 0)
        return true;
    struct office_user user;
    fputs(naming->has_any ? ", " : "", naming->stream);
    fputs(member->user_name, naming->stream);
    if (office_find_user(naming->office, member->user_name, &user, NULL) == STATUS_OK)
        fprintf(naming->stream, " (%s)", label_role(user.role));
    naming->has_any = true;
    return true;
}

enum status reader_names_write(char **out, struct office *office, struct error *error)
{
    size_t size = 0;
    *out = NULL;
    FILE *stream = open_memstream(out, &size);
    if (stream == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "names of readers");
    struct naming naming = { .stream = stream, .office = office };
    enum status status = access_each(office_store(office), write_reader, &naming, error);
    if (fclose(stream) != 0 && status == STATUS_OK)
        status = error_set(error, STATUS_OUT_OF_MEMORY, "names of readers");
    if (status == STATUS_OK)
        return STATUS_OK;
    free(*out);
    *out = NULL;
    return status;
}

void reader_names_tell(struct office *office)
{
    char *names = NULL;
    if (reader_names_write(&names, office, NULL) == STATUS_OK)
        sentence_tell_readers(names);
    free(names);
}
