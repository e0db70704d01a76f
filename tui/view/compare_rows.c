/* SPDX-License-Identifier: Apache-2.0 */
#include "view/compare_private.h"

#include "app/app.h"
#include "base/text.h"
#include "casefile/casefile_store.h"
#include "document/document_store.h"
#include "language.h"
#include "name/comparison.h"
#include "name/lexicon.h"
#include "name/romanization.h"
#include "person/person_store.h"
#include "search/number_fold.h"
#include "wording/country_name.h"
#include "wording/label.h"
#include "wording/person_code.h"
#include "wording/person_text.h"
#include "wording/reason_text.h"
#include "wording/spoken_language.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- what is compared */

void compared_release(struct compared *compared)
{
    person_release(&compared->person);
    contact_list_release(&compared->contacts);
    document_list_release(&compared->papers);
    free(compared->casefiles);
    *compared = (struct compared){ .casefiles = NULL };
}

static enum status load_casefiles(struct compared *out, struct store *store, const char *id,
                                  struct error *error)
{
    size_t size = 0;
    struct casefile_list list = { .items = NULL };
    const struct casefile_filter filter = { .person_id = id };
    enum status status = casefile_list(store, &filter, &list, error);
    FILE *stream = status == STATUS_OK ? open_memstream(&out->casefiles, &size) : NULL;
    for (size_t i = 0; stream != NULL && i < list.count; i++)
        fprintf(stream, "%s%s", i == 0 ? "" : "; ", list.items[i].number);
    if (stream != NULL)
        fclose(stream);
    casefile_list_release(&list);
    return status;
}

enum status compared_load(struct compared *out, struct app *app, const char *id,
                          struct error *error)
{
    struct store *store = app_store(app);
    *out = (struct compared){ .casefiles = NULL };
    enum status status = person_load(store, id, &out->person, error);
    if (status == STATUS_OK)
        status = person_contacts(store, id, &out->contacts, error);
    if (status == STATUS_OK)
        status = document_list(store, id, &out->papers, error);
    return status == STATUS_OK ? load_casefiles(out, store, id, error) : status;
}

/* ---- the words of each field */

static void write_text(FILE *stream, const char *text)
{
    fputs(text == NULL ? "" : text, stream);
}

static void write_name(FILE *stream, const struct compared *one, struct day today)
{
    const struct person_name *name = person_main_name(&one->person);
    (void)today;
    write_text(stream, name == NULL ? NULL : name->full_name);
}

static void write_other_names(FILE *stream, const struct compared *one, struct day today)
{
    bool is_first = true;
    (void)today;
    for (size_t i = 0; i < one->person.names.count; i++) {
        const struct person_name *name = &one->person.names.items[i];
        if (name->kind == NAME_KIND_MAIN)
            continue;
        fprintf(stream, "%s%s", is_first ? "" : "; ", name->full_name);
        is_first = false;
    }
}

static void write_birth(FILE *stream, const struct compared *one, struct day today)
{
    char birth[PERSON_DATE_SIZE];
    (void)today;
    if (!one->person.has_birth)
        return;
    person_text_date(birth, one->person.birth);
    fputs(birth, stream);
}

static void write_sex(FILE *stream, const struct compared *one, struct day today)
{
    (void)today;
    fputs(label_sex(one->person.sex), stream);
}

static void write_birth_place(FILE *stream, const struct compared *one, struct day today)
{
    (void)today;
    write_text(stream, one->person.birth_place);
}

static void write_nationality(FILE *stream, const struct compared *one, struct day today)
{
    (void)today;
    fputs(country_name(one->person.nationality), stream);
}

static void write_origin(FILE *stream, const struct compared *one, struct day today)
{
    (void)today;
    fputs(country_name(one->person.origin_country), stream);
}

static void write_language(FILE *stream, const struct compared *one, struct day today)
{
    (void)today;
    if (one->person.language != NULL)
        fputs(spoken_language_name(one->person.language), stream);
}

static void write_code(FILE *stream, enum person_field field, const char *code)
{
    if (code != NULL)
        fputs(person_code_label(field, code), stream);
}

static void write_group(FILE *stream, const struct compared *one, struct day today)
{
    (void)today;
    write_code(stream, FIELD_POPULATION_GROUP, one->person.population_group);
}

static void write_legal_status(FILE *stream, const struct compared *one, struct day today)
{
    (void)today;
    write_code(stream, FIELD_LEGAL_STATUS, one->person.legal_status);
}

static void write_marital_status(FILE *stream, const struct compared *one, struct day today)
{
    (void)today;
    write_code(stream, FIELD_MARITAL_STATUS, one->person.marital_status);
}

static void write_occupation(FILE *stream, const struct compared *one, struct day today)
{
    (void)today;
    write_text(stream, one->person.occupation);
}

static void write_contacts(FILE *stream, const struct compared *one, enum contact_kind kind)
{
    bool is_first = true;
    for (size_t i = 0; i < one->contacts.count; i++)
        if (one->contacts.items[i].kind == kind) {
            fprintf(stream, "%s%s", is_first ? "" : "; ", one->contacts.items[i].value);
            is_first = false;
        }
}

static void write_phones(FILE *stream, const struct compared *one, struct day today)
{
    (void)today;
    write_contacts(stream, one, CONTACT_PHONE);
}

static void write_addresses(FILE *stream, const struct compared *one, struct day today)
{
    (void)today;
    write_contacts(stream, one, CONTACT_ADDRESS);
}

static void write_papers(FILE *stream, const struct compared *one, struct day today)
{
    (void)today;
    for (size_t i = 0; i < one->papers.count; i++) {
        const struct document *paper = &one->papers.items[i];
        fprintf(stream, "%s%s%s%s", i == 0 ? "" : "; ", label_document_type(paper->type),
                paper->number == NULL ? "" : " ", paper->number == NULL ? "" : paper->number);
    }
}

static void write_numbers(FILE *stream, const struct compared *one, struct day today)
{
    bool is_first = true;
    (void)today;
    for (size_t i = 0; i < one->papers.count; i++)
        if (one->papers.items[i].personal_number != NULL) {
            fprintf(stream, "%s%s", is_first ? "" : "; ", one->papers.items[i].personal_number);
            is_first = false;
        }
}

static void write_casefiles(FILE *stream, const struct compared *one, struct day today)
{
    (void)today;
    write_text(stream, one->casefiles);
}

static void write_age(FILE *stream, const struct compared *one, struct day today)
{
    char age[PERSON_AGE_SIZE];
    if (!one->person.has_birth)
        return;
    person_text_age(age, one->person.birth, today);
    fputs(age, stream);
}

/* ---- the rows */

enum manner {
    MANNER_TEXT,
    MANNER_NAME,
    MANNER_DIGITS,
    MANNER_NONE, /* two people can have several; it follows from others */
};

static const struct {
    const char *label;
    void (*write)(FILE *stream, const struct compared *one, struct day today);
    enum manner manner;
} fields[] = {
    { N_("Name in use"), write_name, MANNER_NAME },
    { N_("Other names"), write_other_names, MANNER_NONE },
    { N_("Born on"), write_birth, MANNER_TEXT },
    { N_("Age"), write_age, MANNER_NONE },
    { N_("Sex"), write_sex, MANNER_TEXT },
    { N_("Place of birth"), write_birth_place, MANNER_TEXT },
    { N_("Nationality"), write_nationality, MANNER_TEXT },
    { N_("Telephone"), write_phones, MANNER_DIGITS },
    { N_("Address"), write_addresses, MANNER_TEXT },
    { N_("Personal number"), write_numbers, MANNER_DIGITS },
    { N_("Papers"), write_papers, MANNER_TEXT },
    { N_("Casefiles"), write_casefiles, MANNER_NONE },
    { N_("Country of origin"), write_origin, MANNER_TEXT },
    { N_("Language"), write_language, MANNER_TEXT },
    { N_("Group"), write_group, MANNER_TEXT },
    { N_("Legal status"), write_legal_status, MANNER_TEXT },
    { N_("Marital status"), write_marital_status, MANNER_TEXT },
    { N_("Occupation"), write_occupation, MANNER_TEXT },
};

_Static_assert(sizeof(fields) / sizeof(fields[0]) <= COMPARE_ROWS, "every field has its row");

static char *words(void (*write)(FILE *stream, const struct compared *one, struct day today),
                   const struct compared *one, struct day today)
{
    char *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);
    if (stream == NULL)
        return NULL;
    write(stream, one, today);
    return fclose(stream) == 0 ? text : NULL;
}

/* In small letters, in Latin ones when in_latin. */
static char *fold(const char *text, bool in_latin)
{
    char *latin = NULL, *folded = NULL;
    if (in_latin && romanization_apply(&latin, ROMANIZATION_ICAO, text, NULL) != STATUS_OK)
        return NULL;
    if (text_fold(&folded, in_latin ? latin : text, NULL) != STATUS_OK)
        folded = NULL;
    free(latin);
    return folded;
}

static bool is_equal(const char *left, const char *right, bool in_latin)
{
    char *first = fold(left, in_latin), *second = fold(right, in_latin);
    const bool is_same = first != NULL && second != NULL && strcmp(first, second) == 0;
    free(first);
    free(second);
    return is_same;
}

static bool is_equal_number(const char *left, const char *right)
{
    char first[NUMBER_FOLD_SIZE], second[NUMBER_FOLD_SIZE];
    number_digits(first, left);
    number_digits(second, right);
    return strcmp(first, second) == 0;
}

static void mark_name(struct compare_row *row)
{
    char why[REASON_TEXT_SIZE];
    struct name_comparison comparison;
    const struct lexicon *lexicon = lexicon_shared();
    /* Of Arabic letters and others sometimes nothing can be said. */
    if (lexicon == NULL ||
        name_compare(&comparison, lexicon, row->left, row->right, NULL) != STATUS_OK)
        return;
    row->mark = comparison.is_same ? COMPARE_ALIKE : COMPARE_DIFFERS;
    reason_of_names(why, comparison.reasons);
    if (text_copy(&row->why, why, NULL) != STATUS_OK)
        row->why = NULL; /* then only the mark is shown */
}

static void mark(struct compare_row *row, enum manner manner)
{
    if (manner == MANNER_NONE || row->left[0] == '\0' || row->right[0] == '\0')
        return;
    if (is_equal(row->left, row->right, false))
        row->mark = COMPARE_SAME;
    else if (manner == MANNER_NAME)
        mark_name(row);
    else if (manner == MANNER_DIGITS)
        row->mark = is_equal_number(row->left, row->right) ? COMPARE_SAME : COMPARE_DIFFERS;
    else
        row->mark = is_equal(row->left, row->right, true) ? COMPARE_ALIKE : COMPARE_DIFFERS;
}

void compare_rows_make(struct compare_rows *out, const struct compared *left,
                       const struct compared *right, struct day today)
{
    compare_rows_release(out);
    for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
        struct compare_row row = { .label = language_text(fields[i].label),
                                   .left = words(fields[i].write, left, today),
                                   .right = words(fields[i].write, right, today) };
        if (row.left == NULL || row.right == NULL ||
            (row.left[0] == '\0' && row.right[0] == '\0')) {
            free(row.left);
            free(row.right);
            continue;
        }
        mark(&row, fields[i].manner);
        out->items[out->count++] = row;
    }
}

void compare_rows_release(struct compare_rows *rows)
{
    for (size_t i = 0; i < rows->count; i++) {
        free(rows->items[i].left);
        free(rows->items[i].right);
        free(rows->items[i].why);
    }
    rows->count = 0;
}
