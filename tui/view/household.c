/* SPDX-License-Identifier: Apache-2.0 */

/* Who lives with a person, and who belongs to them: households with their members, and relatives
 * who live elsewhere. */
#include "base/array.h"
#include "base/text.h"
#include "language.h"
#include "person/person_store.h"
#include "view/household_private.h"
#include "view/intake_private.h"
#include "view/view_list.h"
#include "wording/label.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NAME_COLUMNS = 26, NAME_COLUMNS_SMALL = 20, BIRTH_COLUMNS = 11, BIRTH_COLUMNS_WIDE = 26 };
enum { NARROW = 70, WIDE = 90 };

/* ---- loading */

static void page_release(struct household_page *page)
{
    for (size_t i = 0; i < page->household_count; i++)
        household_release(&page->households[i]);
    for (size_t i = 0; i < page->mate_count; i++) {
        free(page->mates[i].name);
        free(page->mates[i].birth);
    }
    free(page->households);
    free(page->mates);
    free(page->name);
    page->households = NULL;
    page->mates = NULL;
    page->name = NULL;
    page->household_count = page->mate_count = page->mate_capacity = 0;
}

static enum status describe(struct housemate *mate, struct app *app, struct error *error)
{
    struct person person;
    char birth[PERSON_DATE_SIZE], age[PERSON_AGE_SIZE],
        text[PERSON_DATE_SIZE + PERSON_AGE_SIZE + 2];
    enum status status = person_load(app_store(app), mate->person_id, &person, error);
    if (status != STATUS_OK)
        return status;
    const struct person_name *name = person_main_name(&person);
    text[0] = '\0';
    if (person.has_birth) {
        person_text_date(birth, person.birth);
        person_text_age(age, person.birth, app_today(app));
        snprintf(text, sizeof(text), "%s  %s", birth, age);
    }
    status = text_copy(&mate->name, name == NULL ? "–" : name->full_name, error);
    if (status == STATUS_OK)
        status = text_copy(&mate->birth, text, error);
    person_release(&person);
    return status;
}

static enum status add_mate(struct household_page *page, struct app *app,
                            const struct housemate *given, struct error *error)
{
    enum status status = array_reserve(&page->mates, &page->mate_capacity, sizeof(*page->mates),
                                       page->mate_count + 1, error);
    if (status != STATUS_OK)
        return status;
    struct housemate *mate = &page->mates[page->mate_count++];
    *mate = *given;
    return describe(mate, app, error);
}

static enum status load_members(struct household_page *page, struct app *app, size_t household,
                                struct error *error)
{
    struct household_member_list members = { .items = NULL };
    enum status status =
        household_members(app_store(app), page->households[household].id, &members, error);
    for (size_t i = 0; i < members.count && status == STATUS_OK; i++) {
        const struct household_member *member = &members.items[i];
        struct housemate mate = { .household = household,
                                  .is_head = member->is_head,
                                  .has_left = member->has_left_on,
                                  .left_on = member->left_on };
        memcpy(mate.person_id, member->person_id, sizeof(mate.person_id));
        status = add_mate(page, app, &mate, error);
    }
    free(members.items);
    return status;
}

static enum status load_households(struct household_page *page, struct app *app,
                                   struct error *error)
{
    struct household_member_list list = { .items = NULL };
    enum status status =
        household_of_person(app_store(app), page->view.place.subject, &list, error);
    if (status == STATUS_OK) {
        page->households = calloc(list.count + 1, sizeof(*page->households));
        if (page->households == NULL)
            status = error_set(error, STATUS_OUT_OF_MEMORY, "households");
    }
    for (size_t i = 0; i < list.count && status == STATUS_OK; i++) {
        status =
            household_load(app_store(app), list.items[i].household_id, &page->households[i], error);
        if (status == STATUS_OK)
            page->household_count++;
    }
    free(list.items);
    for (size_t i = 0; i < page->household_count && status == STATUS_OK; i++)
        status = load_members(page, app, i, error);
    return status;
}

/* In each item kind says what the subject is to the other: the page says it the other way. */
static enum status load_relations(struct household_page *page, struct app *app, struct error *error)
{
    struct relation_list list = { .items = NULL };
    enum status status = relation_list(app_store(app), page->view.place.subject, &list, error);
    for (size_t i = 0; i < list.count && status == STATUS_OK; i++) {
        struct relation relation = list.items[i];
        bool is_there = false;
        relation.kind = relation_kind_inverse(relation.kind);
        for (size_t j = 0; j < page->mate_count; j++)
            if (strcmp(page->mates[j].person_id, relation.other_id) == 0) {
                page->mates[j].has_relation = is_there = true;
                page->mates[j].relation = relation;
            }
        struct housemate mate = { .household = page->household_count,
                                  .has_relation = true,
                                  .relation = relation };
        memcpy(mate.person_id, relation.other_id, sizeof(mate.person_id));
        if (!is_there)
            status = add_mate(page, app, &mate, error);
    }
    free(list.items);
    return status;
}

static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct household_page *page = (struct household_page *)view;
    struct housemate subject = { .name = NULL };
    page_release(page);
    if (!session_may(app_session(app), ACT_READ_PEOPLE))
        return error_set(error, STATUS_REFUSED, "reading people");
    memcpy(subject.person_id, view->place.subject, sizeof(subject.person_id));
    enum status status = describe(&subject, app, error);
    page->name = subject.name;
    free(subject.birth);
    if (status == STATUS_OK)
        status = load_households(page, app, error);
    if (status == STATUS_OK)
        status = load_relations(page, app, error);
    list_set_count(&page->list, page->mate_count);
    return status;
}

static void release(struct view *view)
{
    page_release((struct household_page *)view);
}

/* ---- commands */

struct housemate *household_selected(struct household_page *page)
{
    return page->list.selected < page->mate_count ? &page->mates[page->list.selected] : NULL;
}

bool household_is_member(const struct household_page *page, const struct housemate *mate)
{
    return mate->household < page->household_count && !mate->has_left;
}

static struct housemate *selected_of(const struct view *view)
{
    return household_selected((struct household_page *)view);
}

static bool is_other(const struct app *app, const struct view *view)
{
    const struct housemate *mate = selected_of(view);
    return app_may_keep_people(app, view) && mate != NULL &&
           strcmp(mate->person_id, view->place.subject) != 0;
}

static bool is_untied(const struct app *app, const struct view *view)
{
    const struct housemate *mate = selected_of(view);
    return mate != NULL && is_other(app, view) && !mate->has_relation;
}

static bool is_tied(const struct app *app, const struct view *view)
{
    const struct housemate *mate = selected_of(view);
    return mate != NULL && is_other(app, view) && mate->has_relation;
}

static bool is_member(const struct app *app, const struct view *view)
{
    const struct housemate *mate = selected_of(view);
    return app_may_keep_people(app, view) && mate != NULL &&
           household_is_member((const struct household_page *)view, mate);
}

static bool can_be_head(const struct app *app, const struct view *view)
{
    const struct housemate *mate = selected_of(view);
    return mate != NULL && is_member(app, view) && !mate->is_head;
}

static bool has_household(const struct app *app, const struct view *view)
{
    return app_may_keep_people(app, view) &&
           ((const struct household_page *)view)->household_count > 0;
}

static void open_person(struct app *app, struct view *view)
{
    struct place place = { .subject = "" };
    const struct housemate *mate = selected_of(view);
    if (mate == NULL)
        return;
    memcpy(place.subject, mate->person_id, sizeof(place.subject));
    app_open(app, &person_view_class, &place);
}

static void new_person(struct app *app, struct view *view)
{
    struct place place = { .subject = "" };
    snprintf(place.detail, sizeof(place.detail), "%s", view->place.subject);
    app_open(app, &intake_view_class, &place);
}

static bool handle(struct app *app, struct view *view, const struct key *key)
{
    enum { PAGE = 10 };
    (void)app;
    return list_handle(&((struct household_page *)view)->list, key, PAGE);
}

static const struct action action_open = { "open_person", NC_("key bar", "Open"),
                                           N_("Open the page of who is marked") };
static const struct action action_add = { "add_member", NC_("key bar", "Add"),
                                          N_("Add somebody who is kept already") };
static const struct action action_new = { "new_member", NC_("key bar", "New"),
                                          N_("Take in a new person of this family") };
static const struct action action_tie = { "tie", NC_("key bar", "Tie"),
                                          N_("Say what the marked one is to this person") };
static const struct action action_untie = { "untie", NC_("key bar", "Untie"),
                                            N_("Take back what was said by mistake") };
static const struct action action_leave = { "leave", NC_("key bar", "Leave"),
                                            N_("The marked one leaves the household") };
static const struct action action_head = { "head", NC_("key bar", "Head"),
                                           N_("Make the marked one head of the household") };
static const struct action action_change = { "change_household", NC_("key bar", "Change"),
                                             N_("Change name and address of the household") };

static const struct binding keymap[] = {
    { "<Enter>", &action_open, open_person, NULL },
    { "<F4>", &action_add, household_ask_add, app_may_keep_people },
    { "a", &action_add, household_ask_add, app_may_keep_people },
    { "<F7>", &action_new, new_person, app_may_keep_people },
    { "n", &action_new, new_person, app_may_keep_people },
    { "t", &action_tie, household_ask_tie, is_untied },
    { "x", &action_untie, household_ask_untie, is_tied },
    { "l", &action_leave, household_ask_leave, is_member },
    { "h", &action_head, household_make_head, can_be_head },
    { "c", &action_change, household_ask_change, has_household },
    { .action = NULL },
};

/* ---- showing */

/* "spouse of", "head", "left on 01.02.2026", as far as they are true. */
static void write_about(char *out, size_t size, const struct household_page *page,
                        const struct housemate *mate)
{
    char left[PERSON_DATE_SIZE] = "";
    if (mate->has_left)
        person_text_day(left, mate->left_on);
    const bool is_subject = strcmp(mate->person_id, page->view.place.subject) == 0;
    const bool is_elsewhere = mate->household == page->household_count;
    snprintf(
        out, size, "%s%s%s%s%s%s%s%s%s%s", mate->is_head ? _("head") : "",
        mate->is_head ? "  " : "", is_subject ? _("(this person)") : "",
        mate->has_relation ? label_relation(mate->relation.kind) : "",
        mate->has_relation ? " " : "", mate->has_relation && page->name != NULL ? page->name : "",
        mate->has_relation && mate->relation.is_proved ? _(", proved") : "",
        mate->has_left ? _("  left on ") : "", left, is_elsewhere ? _("  lives elsewhere") : "");
}

static void draw_mate(const void *self, struct area row, size_t index)
{
    char about[FRAME_TEXT_SIZE];
    const struct household_page *page = self;
    const struct housemate *mate = &page->mates[index];
    const int name = row.columns < NARROW ? NAME_COLUMNS_SMALL : NAME_COLUMNS;
    const int birth = row.columns < NARROW ? 0
                      : row.columns < WIDE ? BIRTH_COLUMNS
                                           : BIRTH_COLUMNS_WIDE;
    write_about(about, sizeof(about), page, mate);
    area_fit(row, 0, 0, name, STYLE_PLAIN, mate->name);
    if (birth > 0)
        area_text(area_part(row, 0, name + 1, 1, birth), 0, 0, STYLE_PLAIN, mate->birth);
    const int column = name + birth + 2;
    area_fit(row, 0, column, row.columns - column, STYLE_PLAIN, about);
}

static int draw_head(const struct household_page *page, struct area body)
{
    char text[FRAME_TEXT_SIZE];
    if (page->household_count == 0) {
        area_fit(body, 0, 1, body.columns - 2, STYLE_STRONG, page->name == NULL ? "" : page->name);
        area_fit(body, 1, 1, body.columns - 2, STYLE_PLAIN,
                 _("No household yet: adding somebody makes one."));
        return 3;
    }
    const struct household *household = &page->households[0];
    snprintf(text, sizeof(text), "%s: %s", _("HOUSEHOLD"),
             household->name == NULL ? "–" : household->name);
    area_fit(body, 0, 1, body.columns - 2, STYLE_STRONG, text);
    if (household->address != NULL)
        area_fit(body, 1, 1, body.columns - 2, STYLE_PLAIN, household->address);
    return household->address == NULL ? 2 : 3;
}

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct household_page *page = (const struct household_page *)view;
    struct area body = frame->body;
    (void)app;
    snprintf(frame->title, sizeof(frame->title), "%s", _("Household"));
    const int head = draw_head(page, body);
    list_draw(&page->list, area_part(body, head, 0, body.rows - head - 2, body.columns), true,
              draw_mate, page);
    area_fit(body, body.rows - 1, 1, body.columns - 2, STYLE_PLAIN,
             _("A add  N new  T family tie  X untie  L leave  H head  C change"));
    snprintf(frame->next, sizeof(frame->next), "%s",
             page->mate_count == 0 ? _("A adds somebody who is kept, N a new person.")
                                   : _("Enter opens the page of who is marked."));
}

const struct view_class household_view_class = {
    .name = "household",
    .about = N_("Who keeps house with a person, and relatives who live elsewhere.  Who left stays "
                "listed with the day."),
    .size = sizeof(struct household_page),
    .keymap = keymap,
    .keeps_place = true,
    .load = load,
    .draw = draw,
    .handle = handle,
    .release = release,
};
