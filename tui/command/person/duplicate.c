/* SPDX-License-Identifier: Apache-2.0 */
#include "command/person/duplicate.h"

#include "base/text.h"
#include "language.h"
#include "search/duplicate.h"
#include "sentence.h"
#include "wording/reason_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The question, and the texts that were put together for it. */
struct asking {
    struct duplicate_question question;
    char *numbers[DUPLICATE_NUMBERS_MAX];
    size_t number_count;
};

static void ask_names(struct asking *asking, const struct person *person)
{
    struct duplicate_question *question = &asking->question;
    for (size_t i = 0; i < person->names.count && i < DUPLICATE_NAMES_MAX; i++) {
        const struct person_name *name = &person->names.items[i];
        question->names[question->name_count++] = (struct search_name){
            .full_name = name->full_name,
            .surname = name->surname,
            .given_name = name->given_name,
            .patronymic = name->patronymic,
        };
    }
    question->birth = person->birth;
    question->has_birth = person->has_birth;
    question->sex = (int)person->sex;
}

static enum status ask_number(struct asking *asking, const char *series, const char *number,
                              struct error *error)
{
    if (number == NULL || asking->number_count == DUPLICATE_NUMBERS_MAX)
        return STATUS_OK;
    char **text = &asking->numbers[asking->number_count];
    enum status status = text_join(text, series == NULL ? "" : series, number, error);
    if (status == STATUS_OK)
        asking->question.numbers[asking->number_count++] = *text;
    asking->question.number_count = asking->number_count;
    return status;
}

static enum status ask_make(struct asking *out, const struct person_draft *draft,
                            struct error *error)
{
    enum status status = STATUS_OK;
    struct duplicate_question *question = &out->question;
    *out = (struct asking){ .number_count = 0 };
    ask_names(out, &draft->person);
    for (size_t i = 0; i < draft->papers.count && status == STATUS_OK; i++) {
        const struct document *paper = &draft->papers.items[i];
        status = ask_number(out, paper->series, paper->number, error);
        if (status == STATUS_OK)
            status = ask_number(out, NULL, paper->personal_number, error);
    }
    for (size_t i = 0; i < draft->contacts.count; i++)
        if (draft->contacts.items[i].kind == CONTACT_PHONE &&
            question->phone_count < DUPLICATE_NUMBERS_MAX)
            question->phones[question->phone_count++] = draft->contacts.items[i].value;
    return status;
}

enum status person_duplicate_find(struct store *store, const struct person_draft *draft,
                                  struct search_hits *out, struct error *error)
{
    struct asking asking;
    *out = (struct search_hits){ .items = NULL };
    enum status status = ask_make(&asking, draft, error);
    if (status == STATUS_OK)
        status = duplicate_find(store, &asking.question, out, error);
    for (size_t i = 0; i < asking.number_count; i++)
        free(asking.numbers[i]);
    return status;
}

/* The number of that person among those given, from 1; 0: kept long ago. */
static size_t place_of(const struct person_draft_list *drafts, const char *id)
{
    for (size_t i = 0; i < drafts->count; i++)
        if (strcmp(drafts->items[i].person.id, id) == 0)
            return i + 1;
    return 0;
}

static void say_number(FILE *stream, const char *text, size_t number)
{
    char digits[24];
    snprintf(digits, sizeof(digits), "%zu", number);
    sentence_fill(stream, text, "%s", digits);
}

/* A stderr that is no terminal may be a log, where nobody's name belongs; the id leads on. */
static void say_name(const struct search_hit *hit)
{
    char birth[DATE_TEXT_SIZE] = "";
    if (isatty(STDERR_FILENO) != 1)
        return;
    if (hit->has_birth)
        date_format(birth, hit->birth);
    fputs("    ", stderr);
    sentence_write_name(stderr, hit->name);
    fprintf(stderr, "%s%s\n", birth[0] == '\0' ? "" : ", ", birth);
}

/* A person of the same input may be refused with the rest: the id would lead nowhere. */
static void say_hit(const struct search_hit *hit, const struct person_draft_list *drafts)
{
    size_t place = place_of(drafts, hit->person_id);
    char why[REASON_TEXT_SIZE];
    reason_of_hit(why, hit->reasons, hit->name_reasons);
    say_name(hit);
    sentence_write_value(stderr, why, 0, 8);
    fputs("        ", stderr);
    if (place == 0)
        fputs(hit->person_id, stderr);
    else
        /* TRANSLATORS: %s is a number: 1 for the first of the people that were given. */
        say_number(stderr, _("person %s of this input"), place);
    fputc('\n', stderr);
}

static int say_hits(const struct search_hits *hits, const struct person_draft_list *drafts,
                    size_t index, bool refuses)
{
    if (hits->count == 0)
        return EXIT_CODE_DONE;
    fputs("qadam: ", stderr);
    if (drafts->count == 1)
        fputs(_("This person may be there already:"), stderr);
    else
        /* TRANSLATORS: %s is a number: 1 for the first of the people that were given. */
        say_number(stderr, _("Person %s of this input may be there already:"), index + 1);
    fputc('\n', stderr);
    for (size_t i = 0; i < hits->count; i++)
        say_hit(&hits->items[i], drafts);
    if (!refuses)
        return EXIT_CODE_DONE;
    fprintf(stderr, "qadam: %s\n", _("Nobody was kept."));
    return EXIT_CODE_NO;
}

int person_duplicate_check(struct office *office, const struct arguments *arguments,
                           const struct person_draft_list *drafts, size_t index)
{
    struct search_hits hits = { .items = NULL };
    struct error error = { 0 };
    const char *wanted = arguments_text(arguments, "duplicates");
    if (wanted != NULL && strcmp(wanted, "ignore") == 0)
        return EXIT_CODE_DONE;
    enum status status =
        person_duplicate_find(office_store(office), &drafts->items[index], &hits, &error);
    int code = status == STATUS_OK
                   ? say_hits(&hits, drafts, index, wanted != NULL && strcmp(wanted, "refuse") == 0)
                   : person_fail(NULL, &error, NULL);
    search_hits_release(&hits);
    return code;
}
