/* SPDX-License-Identifier: Apache-2.0 */

/* The fields of a person, asked for one after the other on a terminal. */
#include "base/text.h"
#include "command/person/command.h"
#include "command/person/value.h"
#include "language.h"
#include "sentence.h"
#include "wording/local_time.h"

#include <stdlib.h>
#include <string.h>

enum { QUESTION_SIZE = 2048 };

static const char clearing[] = "-";
static const struct person_place here = { 0, PERSON_FIELD_COUNT };

struct asking {
    struct dialogue *dialogue;
    struct person_entry *entry;
    const struct person *known; /* NULL for a new person */
    struct day today;
};

/* ---- what is known already */

static const char *name_part(const struct person_name *name, enum person_field field)
{
    const char *part = field == FIELD_SURNAME      ? name->surname
                       : field == FIELD_GIVEN_NAME ? name->given_name
                       : field == FIELD_PATRONYMIC ? name->patronymic
                                                   : NULL;
    return part == NULL ? "" : part;
}

/* From the zone that was typed, or from the record. */
static void known_value(char out[PERSON_VALUE_SIZE], const struct asking *asking,
                        enum person_field field)
{
    const struct person_value *value = person_entry_find(asking->entry, field);
    enum person_field_group group = person_field_row(field)->group;
    out[0] = '\0';
    if (group == FIELD_GROUP_NAME || group == FIELD_GROUP_RECORD) {
        if (value != NULL)
            snprintf(out, PERSON_VALUE_SIZE, "%s", value->text);
        else if (asking->known != NULL && group == FIELD_GROUP_RECORD)
            person_value_format(out, asking->known, field);
        else if (asking->known != NULL && person_main_name(asking->known) != NULL)
            snprintf(out, PERSON_VALUE_SIZE, "%s",
                     name_part(person_main_name(asking->known), field));
    }
}

/* "Born on (14.06.1991 ...) [1991-06-14]: " */
static void question_make(char out[QUESTION_SIZE], enum person_field field, const char *known)
{
    const struct person_field_row *row = person_field_row(field);
    snprintf(out, QUESTION_SIZE, "%s%s%s%s%s%s%s: ", language_text(row->label),
             row->hint == NULL ? "" : " (", row->hint == NULL ? "" : language_text(row->hint),
             row->hint == NULL ? "" : ")", known[0] == '\0' ? "" : " [", known,
             known[0] == '\0' ? "" : "]");
}

/* ---- one answer */

static enum person_fault answer_fault(const struct asking *asking, enum person_field field,
                                      const char *text, struct error *error)
{
    enum person_field_group group = person_field_row(field)->group;
    struct person scratch = { .sex = SEX_NOT_KNOWN };
    enum person_fault fault = FAULT_NONE;
    if (group == FIELD_GROUP_RECORD)
        fault = person_value_set(&scratch, field, text, asking->today, error);
    else if (group == FIELD_GROUP_DOCUMENT)
        fault = person_paper_fault(field, text, asking->today, error);
    person_release(&scratch);
    return fault;
}

static int answer_take(struct asking *asking, enum person_field field, const char *text)
{
    const struct person_place place = { 0, field };
    struct error error = { 0 };
    enum person_fault fault = answer_fault(asking, field, text, &error);
    if (fault != FAULT_NONE)
        return person_fault_say(&here, fault, &error);
    person_entry_drop(asking->entry, field);
    int code = person_entry_take(asking->entry, &place, text, strlen(text));
    if (code == EXIT_CODE_DONE && field == FIELD_MRZ) {
        code = person_entry_read_zone(asking->entry, asking->today);
        if (code == EXIT_CODE_DONE)
            code = person_entry_read_holder(asking->entry, asking->today);
        if (code != EXIT_CODE_DONE)
            person_entry_release(asking->entry); /* it was the first answer */
    }
    return code;
}

/* Asks until the answer will do.  has_answer: something was typed. */
static int field_ask(struct asking *asking, enum person_field field, bool *has_answer)
{
    char question[QUESTION_SIZE];
    char known[PERSON_VALUE_SIZE];
    int taken = EXIT_CODE_USAGE;
    known_value(known, asking, field);
    question_make(question, field, known);
    *has_answer = false;
    while (taken == EXIT_CODE_USAGE) {
        char *answer = NULL;
        int code = dialogue_ask(asking->dialogue, question, person_field_row(field)->max, &answer);
        if (code != EXIT_CODE_DONE)
            return code;
        bool clears = strcmp(answer, clearing) == 0;
        *has_answer = clears ? known[0] != '\0' : answer[0] != '\0';
        taken = !*has_answer ? EXIT_CODE_DONE : answer_take(asking, field, clears ? "" : answer);
        free(answer);
    }
    return taken;
}

/* ---- all of them */

static int names_ask(struct asking *asking)
{
    const struct person_name *base = asking->known == NULL ? NULL : person_main_name(asking->known);
    for (;;) {
        bool has_answer;
        struct person_name name;
        int code = EXIT_CODE_DONE;
        for (enum person_field field = FIELD_SURNAME;
             field <= FIELD_PATRONYMIC && code == EXIT_CODE_DONE; field++)
            code = field_ask(asking, field, &has_answer);
        if (code != EXIT_CODE_DONE)
            return code;
        if (person_entry_name(asking->entry, base, &name) == EXIT_CODE_DONE) {
            person_name_release(&name);
            return EXIT_CODE_DONE;
        }
    }
}

/* A telephone, another one... until there are no more. */
static int contacts_ask(struct asking *asking)
{
    int code = EXIT_CODE_DONE;
    for (enum person_field field = FIELD_PHONE; field <= FIELD_EMAIL; field++) {
        bool has_answer = true;
        while (code == EXIT_CODE_DONE && has_answer)
            code = field_ask(asking, field, &has_answer);
    }
    return code;
}

static int papers_ask(struct asking *asking)
{
    bool has_paper = true;
    int code = EXIT_CODE_DONE;
    while (code == EXIT_CODE_DONE && has_paper) {
        bool has_answer;
        code = field_ask(asking, FIELD_DOCUMENT_TYPE, &has_paper);
        for (enum person_field field = FIELD_DOCUMENT_NUMBER;
             field <= FIELD_DOCUMENT_STATE && has_paper && code == EXIT_CODE_DONE; field++)
            code = field_ask(asking, field, &has_answer);
        if (code == EXIT_CODE_DONE && has_paper)
            code = field_ask(asking, FIELD_PERSONAL_NUMBER, &has_answer);
    }
    return code;
}

int person_ask(struct dialogue *dialogue, struct person_entry *out, const struct person *known)
{
    struct asking asking = { dialogue, out, known, { 0 } };
    struct error error = { 0 };
    bool has_answer;
    if (local_time_today(&asking.today, &error) != STATUS_OK)
        return sentence_fail(NULL, &error);
    sentence_write_text(stderr, known == NULL
                                    ? _("Enter alone leaves a field empty. Ctrl-C stops; nothing "
                                        "is kept then.")
                                    : _("Enter alone leaves a field as it is, '-' clears it. "
                                        "Ctrl-C stops; nothing is changed then."));
    int code = known == NULL ? field_ask(&asking, FIELD_MRZ, &has_answer) : EXIT_CODE_DONE;
    if (code == EXIT_CODE_DONE)
        code = names_ask(&asking);
    for (enum person_field field = FIELD_SEX; field <= FIELD_ARRIVED && code == EXIT_CODE_DONE;
         field++)
        code = field_ask(&asking, field, &has_answer);
    if (code == EXIT_CODE_DONE)
        code = contacts_ask(&asking);
    return code == EXIT_CODE_DONE ? papers_ask(&asking) : code;
}
