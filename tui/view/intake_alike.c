/* SPDX-License-Identifier: Apache-2.0 */

/* Who is kept already and looks like the person at the counter: looked for whenever a field was
 * left, shown in a box that never takes the keyboard. */
#include "view/intake_private.h"

#include "casefile/casefile_store.h"
#include "language.h"
#include "person/person_store.h"
#include "view/person_form.h"
#include "wording/reason_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    SHOWN_MAX = 2,
    ROWS_FOR_WHY = 18, /* a body of less shows one row for each */
    ROWS_FOR_BOX = 9,  /* less shows none: the message line tells */
};

void intake_alike_release(struct intake_view *intake)
{
    for (size_t i = 0; i < intake->alike_count; i++) {
        free(intake->alikes[i].name);
        free(intake->alikes[i].place);
        free(intake->alikes[i].why);
    }
    intake->alike_count = 0;
}

/* ---- the question */

static const char *const asked_ids[] = { "surname",         "given_name", "patronymic",
                                         "other_name",      "birth_date", "sex",
                                         "document_number", "phone",      "personal_number" };

/* All that is asked by, in one text, to see whether anything changed. */
static char *asked_make(const struct form *form)
{
    char *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);
    if (stream == NULL)
        return NULL;
    for (size_t i = 0; i < sizeof(asked_ids) / sizeof(asked_ids[0]); i++)
        fprintf(stream, "%s\n", form_value(form, asked_ids[i]));
    return fclose(stream) == 0 ? text : NULL;
}

static void ask_name(struct duplicate_question *question, const struct search_name *name)
{
    if (name->full_name[0] != '\0' && question->name_count < DUPLICATE_NAMES_MAX)
        question->names[question->name_count++] = *name;
}

static void ask_number(struct duplicate_question *question, const char *number)
{
    if (number[0] != '\0')
        question->numbers[question->number_count++] = number;
}

static const char *or_empty(const char *text)
{
    return text == NULL ? "" : text;
}

static enum status find(struct app *app, const struct form *form, struct search_hits *out,
                        struct error *error)
{
    struct person_name main = { .full_name = NULL };
    struct person person = { .sex = SEX_NOT_KNOWN };
    struct duplicate_question question = { .name_count = 0 };
    enum status status = person_form_read(form, &person, error);
    const bool has_name = person_form_read_name(form, NAME_KIND_MAIN, &main, NULL) == STATUS_OK;
    if (has_name)
        ask_name(&question,
                 &(struct search_name){ main.full_name, or_empty(main.surname),
                                        or_empty(main.given_name), or_empty(main.patronymic) });
    ask_name(&question, &(struct search_name){ form_value(form, intake_other_name), "", "", "" });
    question.birth = person.birth;
    question.has_birth = person.has_birth;
    question.sex = (int)person.sex;
    ask_number(&question, form_value(form, "document_number"));
    ask_number(&question, form_value(form, "personal_number"));
    if (form_value(form, "phone")[0] != '\0')
        question.phones[question.phone_count++] = form_value(form, "phone");
    const bool is_asked =
        question.name_count > 0 || question.number_count > 0 || question.phone_count > 0;
    if (status == STATUS_OK && is_asked)
        status = duplicate_find(app_store(app), &question, out, error);
    if (has_name)
        person_name_release(&main);
    person_release(&person);
    return status;
}

/* ---- the answer */

static void add_number(struct app *app, struct alike *alike)
{
    struct casefile_list list = { .items = NULL };
    const struct casefile_filter filter = { .person_id = alike->person_id, .limit = 1 };
    if (casefile_list(app_store(app), &filter, &list, NULL) == STATUS_OK && list.count > 0)
        memcpy(alike->number, list.items[0].number, sizeof(alike->number));
    casefile_list_release(&list);
}

/* Where they live, else where they were born. */
static void add_place(struct app *app, struct alike *alike)
{
    struct person person = { .birth_place = NULL };
    struct contact_list contacts = { .items = NULL };
    if (person_contacts(app_store(app), alike->person_id, &contacts, NULL) == STATUS_OK)
        for (size_t i = 0; i < contacts.count && alike->place == NULL; i++)
            if (contacts.items[i].kind == CONTACT_ADDRESS)
                alike->place = strdup(contacts.items[i].value);
    contact_list_release(&contacts);
    if (alike->place != NULL ||
        person_load(app_store(app), alike->person_id, &person, NULL) != STATUS_OK)
        return;
    if (person.birth_place != NULL)
        alike->place = strdup(person.birth_place);
    person_release(&person);
}

static void add(struct app *app, struct intake_view *intake, const struct search_hit *hit)
{
    char why[REASON_TEXT_SIZE];
    struct alike *alike = &intake->alikes[intake->alike_count++];
    *alike = (struct alike){ .name = strdup(hit->name) };
    memcpy(alike->person_id, hit->person_id, sizeof(alike->person_id));
    if (hit->has_birth)
        person_text_date(alike->birth, hit->birth);
    reason_of_hit(why, hit->reasons, hit->name_reasons);
    alike->why = strdup(why);
    add_number(app, alike);
    add_place(app, alike);
}

static void tell(struct app *app, const struct intake_view *intake, size_t before)
{
    char text[FRAME_TEXT_SIZE];
    if (intake->alike_count == 0) {
        if (before > 0)
            app_say(app, _("Nobody looks alike any more."));
        return;
    }
    snprintf(text, sizeof(text),
             language_plural("%zu person looks alike.  Your typing is kept in any case.",
                             "%zu people look alike.  Your typing is kept in any case.",
                             intake->alike_count),
             intake->alike_count);
    app_say(app, text);
}

void intake_alike_find(struct app *app, struct intake_view *intake)
{
    struct error error = { 0 };
    struct search_hits hits = { .items = NULL };
    char *asked = asked_make(&intake->form);
    const bool is_same =
        asked != NULL && intake->asked != NULL && strcmp(asked, intake->asked) == 0;
    free(intake->asked);
    intake->asked = asked;
    if (is_same)
        return;
    const size_t before = intake->alike_count;
    intake_alike_release(intake);
    if (find(app, &intake->form, &hits, &error) != STATUS_OK)
        app_fail(app, &error);
    for (size_t i = 0; i < hits.count && intake->alike_count < DUPLICATES_MAX; i++)
        add(app, intake, &hits.items[i]);
    search_hits_release(&hits);
    if (before != intake->alike_count)
        tell(app, intake, before);
}

/* ---- the box */

static size_t shown_count(const struct intake_view *intake)
{
    return intake->alike_count < SHOWN_MAX ? intake->alike_count : SHOWN_MAX;
}

int intake_alike_rows(const struct intake_view *intake, int body_rows)
{
    const int count = (int)shown_count(intake);
    if (count == 0 || body_rows < ROWS_FOR_BOX)
        return 0;
    return body_rows < ROWS_FOR_WHY ? count + 2 : 2 * count + 4;
}

static void draw_one(const struct intake_view *intake, size_t index, struct area area, int row)
{
    char head[320];
    const struct alike *alike = &intake->alikes[index];
    const char *place = alike->place == NULL ? "" : alike->place;
    snprintf(head, sizeof(head), "%zu  %s  %s  %s  %.60s", index + 1,
             alike->name == NULL ? "" : alike->name, alike->birth,
             alike->number[0] == '\0' ? _("no casefile") : alike->number, place);
    area_fit(area, row, 2, area.columns - 3, STYLE_PLAIN, head);
}

void intake_alike_draw(const struct intake_view *intake, struct area area)
{
    char title[120];
    const size_t count = shown_count(intake);
    const bool has_why = area.rows == 2 * (int)count + 4;
    const struct area inside = area_part(area, 1, 1, area.rows - 2, area.columns - 2);
    if (intake->alike_count > count)
        snprintf(title, sizeof(title), _("MAYBE ALREADY KNOWN, %zu and %zu more"), count,
                 intake->alike_count - count);
    else
        snprintf(title, sizeof(title), "%s", _("MAYBE ALREADY KNOWN"));
    area_box(area, title);
    for (size_t i = 0; i < count; i++) {
        draw_one(intake, i, inside, has_why ? 2 * (int)i : (int)i);
        if (has_why && intake->alikes[i].why != NULL)
            area_fit(inside, 2 * (int)i + 1, 5, inside.columns - 6, STYLE_PLAIN,
                     intake->alikes[i].why);
    }
    if (has_why) {
        area_fit(inside, inside.rows - 2, 2, inside.columns - 3, STYLE_PLAIN,
                 _("The form keeps the keyboard.  F6 compares side by side, then you say:"));
        area_fit(inside, inside.rows - 1, 2, inside.columns - 3, STYLE_PLAIN,
                 _("same person (add the new facts there)  or  different person."));
    }
}
