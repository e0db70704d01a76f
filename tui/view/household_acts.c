/* SPDX-License-Identifier: Apache-2.0 */

/* What can be done with a household and with family ties. */
#include "base/text.h"
#include "journal/act.h"
#include "language.h"
#include "search/search.h"
#include "view/dialog.h"
#include "view/household_private.h"
#include "view/person_form.h"
#include "wording/label.h"
#include "wording/person_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MATCHES_MAX = 20, OPTION_SIZE = 320 };

static struct household_page *page_of(struct view *view)
{
    return (struct household_page *)view;
}

static const char *actor_of(struct app *app)
{
    return app_desk(app)->actor;
}

static bool tell(struct app *app, enum status status, const struct error *error, const char *done)
{
    if (status == STATUS_OK)
        app_say(app, done);
    else if (status == STATUS_EXISTS)
        app_say(app, _("They belong together so already.  Nothing was changed."));
    else if (status == STATUS_INVALID)
        app_say(app, _("This is one and the same person.  Nothing was changed."));
    else if (status == STATUS_REFUSED)
        app_say(app, _("One of the records was merged or erased.  Nothing was changed."));
    else
        app_fail(app, error);
    return status == STATUS_OK;
}

/* ---- family ties */

static void add_kinds(struct form *form, const char *name)
{
    char text[OPTION_SIZE];
    struct form_field *field = form_add(form, FORM_CHOICE, "kind", _("Family tie"));
    for (enum relation_kind kind = 0; kind < RELATION_KIND_COUNT; kind++) {
        snprintf(text, sizeof(text), "%s %s", label_relation(kind), name == NULL ? "" : name);
        form_field_option(field, relation_kind_word(kind), text);
    }
}

static void add_proved(struct form *form)
{
    struct form_field *proved = form_add(form, FORM_CHOICE, "is_proved", _("Proved by a paper"));
    form_field_option(proved, "yes", _("yes"));
    form_field_option(proved, "no", _("no"));
    form_set(form, "is_proved", "no");
}

static const struct {
    unsigned doubt;
    const char *words;
} doubts[] = {
    { RELATION_DOUBT_PARENT_YOUNGER, N_("It is kept.  But the parent is younger than the child.") },
    { RELATION_DOUBT_SECOND_MOTHER, N_("It is kept.  But there is another mother already.") },
    { RELATION_DOUBT_SECOND_FATHER, N_("It is kept.  But there is another father already.") },
    { RELATION_DOUBT_SEX, N_("It is kept.  But the tie does not go with the sex.") },
};

/* What looks wrong is said; it may be true all the same. */
static void say_doubts(struct app *app, unsigned bits)
{
    for (size_t i = 0; i < sizeof(doubts) / sizeof(doubts[0]); i++)
        if ((bits & doubts[i].doubt) != 0)
            app_say(app, language_text(doubts[i].words));
}

static enum status tie(struct app *app, const struct form *form, const char *person_id,
                       const char *other_id, unsigned *found, struct error *error)
{
    struct relation relation = { .is_proved = strcmp(form_value(form, "is_proved"), "yes") == 0 };
    *found = 0;
    if (form_value(form, "kind")[0] == '\0')
        return STATUS_OK;
    snprintf(relation.person_id, sizeof(relation.person_id), "%s", person_id);
    snprintf(relation.other_id, sizeof(relation.other_id), "%s", other_id);
    enum status status = relation_kind_parse(&relation.kind, form_value(form, "kind"), error);
    if (status == STATUS_OK)
        status = relation_check(app_store(app), &relation, found, error);
    return status == STATUS_OK ? relation_add(app_store(app), actor_of(app), &relation, error)
                               : status;
}

static void build_tie(struct app *app, struct view *below, struct form *form)
{
    (void)app;
    add_kinds(form, page_of(below)->name);
    add_proved(form);
}

static bool submit_tie(struct app *app, struct view *below, struct form *form)
{
    unsigned found;
    struct error error = { 0 };
    const struct housemate *mate = household_selected(page_of(below));
    if (mate == NULL)
        return true;
    if (form_value(form, "kind")[0] == '\0') {
        form_focus(form, "kind");
        app_say(app, _("Say what they are to each other: F4 shows the list."));
        return false;
    }
    const enum status status =
        tie(app, form, mate->person_id, below->place.subject, &found, &error);
    const bool is_done = tell(app, status, &error, _("The family tie is kept."));
    if (is_done)
        say_doubts(app, found);
    return is_done;
}

void household_ask_tie(struct app *app, struct view *view)
{
    const struct housemate *mate = household_selected(page_of(view));
    if (mate == NULL)
        return;
    const struct dialog_request request = {
        .title = mate->name,
        .button = _("Keep the family tie"),
        .build = build_tie,
        .submit = submit_tie,
    };
    dialog_fill(app, &request);
}

static void untie_answered(struct app *app, struct view *below, size_t answer)
{
    struct error error = { 0 };
    const struct housemate *mate = household_selected(page_of(below));
    if (answer != 0 || mate == NULL || !mate->has_relation)
        return;
    const enum status status =
        relation_remove(app_store(app), actor_of(app), mate->relation.id, &error);
    tell(app, status, &error, _("The family tie was taken back."));
    app_reload(app, below);
}

void household_ask_untie(struct app *app, struct view *view)
{
    char text[OPTION_SIZE];
    const struct household_page *page = page_of(view);
    const struct housemate *mate = household_selected(page_of(view));
    const char *const answers[] = { _("It was said by mistake: take it back"), _("Leave it") };
    if (mate == NULL)
        return;
    snprintf(text, sizeof(text), "%s: %s %s", mate->name, label_relation(mate->relation.kind),
             page->name == NULL ? "" : page->name);
    const struct dialog_question question = {
        .title = _("Family tie"),
        .text = text,
        .answers = answers,
        .answer_count = 2,
        .preferred = 1,
        .answered = untie_answered,
    };
    dialog_ask(app, &question);
}

/* ---- adding somebody who is kept */

static void options_fill(struct app *app, struct form_field *field, const char *typed)
{
    char text[OPTION_SIZE], birth[PERSON_DATE_SIZE];
    struct search_hits hits = { .items = NULL };
    struct error error = { 0 };
    form_field_clear_options(field);
    if (typed[0] != '\0' &&
        search_find(app_store(app), typed, app_today(app), MATCHES_MAX, &hits, &error) != STATUS_OK)
        app_fail(app, &error);
    for (size_t i = 0; i < hits.count; i++) {
        birth[0] = '\0';
        if (hits.items[i].has_birth)
            person_text_date(birth, hits.items[i].birth);
        snprintf(text, sizeof(text), "%.240s  %s", hits.items[i].name, birth);
        form_field_option(field, hits.items[i].person_id, text);
    }
    search_hits_release(&hits);
}

static void build_add(struct app *app, struct view *below, struct form *form)
{
    (void)app;
    struct form_field *who = form_add(form, FORM_TEXT, "who", _("Find"));
    form_field_hint(who, _("a name in any spelling, a birth date, the end of a number"));
    struct form_field *person = form_add(form, FORM_CHOICE, "person", _("Who it is"));
    if (person != NULL)
        person->columns = 50;
    add_kinds(form, page_of(below)->name);
    add_proved(form);
    struct form_field *lives = form_add(form, FORM_CHOICE, "lives", _("Lives with them"));
    form_field_option(lives, "yes", _("yes"));
    form_field_option(lives, "no", _("no"));
    form_set(form, "lives", "yes");
    struct form_field *asked = form_add(form, FORM_TEXT, "asked", "");
    if (asked != NULL)
        asked->is_hidden = true;
}

/* The matches are there as soon as the name was typed, and the list is open. */
static void left_add(struct app *app, struct view *below, struct form *form, size_t field)
{
    (void)below;
    struct form_field *person = form_find(form, "person");
    const bool is_asked = strcmp(form_value(form, "asked"), form_value(form, "who")) == 0;
    if (strcmp(form->fields[field].id, "who") != 0 || person == NULL || is_asked)
        return;
    form_set(form, "asked", form_value(form, "who"));
    options_fill(app, person, form_value(form, "who"));
    form_set(form, "person", "");
    if (person->option_count == 0 && form_value(form, "who")[0] != '\0') {
        app_say(app, _("Nobody of that name is kept.  Esc, then N takes in a new person."));
        return;
    }
    if (form_focused(form) == person)
        form_open_lookup(form);
}

/* The household of the subject; a new one when there is none. */
static enum status household_of(struct app *app, struct household_page *page,
                                char out[UUID_TEXT_SIZE], struct error *error)
{
    for (size_t i = 0; i < page->mate_count; i++)
        if (household_is_member(page, &page->mates[i]) &&
            strcmp(page->mates[i].person_id, page->view.place.subject) == 0) {
            memcpy(out, page->households[page->mates[i].household].id, UUID_TEXT_SIZE);
            return STATUS_OK;
        }
    struct household household = { .name = NULL };
    struct household_member head = { .is_head = true };
    memcpy(head.person_id, page->view.place.subject, sizeof(head.person_id));
    enum status status = text_copy(&household.name, page->name == NULL ? "–" : page->name, error);
    if (status == STATUS_OK)
        status = household_add(app_store(app), actor_of(app), &household, &head, error);
    memcpy(out, household.id, UUID_TEXT_SIZE);
    household_release(&household);
    return status;
}

static enum status join(struct app *app, struct household_page *page, const char *person_id,
                        struct error *error)
{
    struct household_member member = { .is_head = false };
    enum status status = household_of(app, page, member.household_id, error);
    if (status != STATUS_OK)
        return status;
    snprintf(member.person_id, sizeof(member.person_id), "%s", person_id);
    return household_add_member(app_store(app), actor_of(app), &member, error);
}

static enum status add(struct app *app, struct household_page *page, const struct form *form,
                       unsigned *found, struct error *error)
{
    bool is_own;
    const char *id = form_value(form, "person");
    enum status status = act_join(app_store(app), &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = tie(app, form, id, page->view.place.subject, found, error);
    if (status == STATUS_OK && strcmp(form_value(form, "lives"), "yes") == 0)
        status = join(app, page, id, error);
    return act_commit(app_store(app), is_own, status, error);
}

static bool submit_add(struct app *app, struct view *below, struct form *form)
{
    unsigned found = 0;
    struct error error = { 0 };
    const bool says_nothing =
        form_value(form, "kind")[0] == '\0' && strcmp(form_value(form, "lives"), "yes") != 0;
    if (form_value(form, "person")[0] == '\0') {
        form_focus(form, "who");
        app_say(app, _("Type a name and choose who it is."));
        return false;
    }
    if (strcmp(form_value(form, "person"), below->place.subject) == 0) {
        form_focus(form, "who");
        app_say(app, _("This is the person whose household it is.  Choose somebody else."));
        return false;
    }
    if (says_nothing) {
        form_focus(form, "kind");
        app_say(app, _("Say the family tie, or that they live together."));
        return false;
    }
    const enum status status = add(app, page_of(below), form, &found, &error);
    const bool is_done = tell(app, status, &error, _("They belong together now."));
    if (is_done)
        say_doubts(app, found);
    return is_done;
}

void household_ask_add(struct app *app, struct view *view)
{
    (void)view;
    const struct dialog_request request = {
        .title = _("Add somebody who is kept already"),
        .button = _("Add"),
        .build = build_add,
        .submit = submit_add,
        .left = left_add,
    };
    dialog_fill(app, &request);
}

/* ---- leaving, the head, the household itself */

static void build_leave(struct app *app, struct view *below, struct form *form)
{
    char today[PERSON_DATE_SIZE];
    (void)below;
    form_add(form, FORM_DATE, "left_on", _("Left on"));
    person_text_day(today, app_today(app));
    form_set(form, "left_on", today);
}

static bool submit_leave(struct app *app, struct view *below, struct form *form)
{
    struct day left_on;
    struct error error = { 0 };
    struct household_page *page = page_of(below);
    const struct housemate *mate = household_selected(page);
    if (mate == NULL || !household_is_member(page, mate))
        return true;
    if (!person_form_read_day(&left_on, form, "left_on")) {
        app_say(app, _("A whole day is needed, not one to come: 14.06.1991, or t for today."));
        return false;
    }
    const enum status status =
        household_remove_member(app_store(app), actor_of(app), page->households[mate->household].id,
                                mate->person_id, left_on, &error);
    if (status == STATUS_DATE_INVALID) {
        app_say(app, _("That is before the day of joining."));
        return false;
    }
    return tell(app, status, &error, _("It is kept that they left."));
}

void household_ask_leave(struct app *app, struct view *view)
{
    const struct housemate *mate = household_selected(page_of(view));
    if (mate == NULL)
        return;
    const struct dialog_request request = {
        .title = mate->name,
        .button = _("Leaves the household"),
        .build = build_leave,
        .submit = submit_leave,
    };
    dialog_fill(app, &request);
}

void household_make_head(struct app *app, struct view *view)
{
    struct error error = { 0 };
    struct household_page *page = page_of(view);
    const struct housemate *mate = household_selected(page);
    if (mate == NULL || !household_is_member(page, mate))
        return;
    const enum status status =
        household_change_head(app_store(app), actor_of(app), page->households[mate->household].id,
                              mate->person_id, &error);
    tell(app, status, &error, _("The household has another head now."));
    app_reload(app, view);
}

static void build_change(struct app *app, struct view *below, struct form *form)
{
    (void)app;
    const struct household *household = &page_of(below)->households[0];
    form_add(form, FORM_TEXT, "name", _("Name"));
    form_add(form, FORM_TEXT, "address", _("Address"));
    form_set(form, "name", household->name == NULL ? "" : household->name);
    form_set(form, "address", household->address == NULL ? "" : household->address);
}

static bool submit_change(struct app *app, struct view *below, struct form *form)
{
    struct error error = { 0 };
    struct household household;
    const struct household_page *page = page_of(below);
    if (form_value(form, "name")[0] == '\0') {
        form_focus(form, "name");
        app_say(app, _("A household needs a name: the surname will do."));
        return false;
    }
    enum status status = household_load(app_store(app), page->households[0].id, &household, &error);
    if (status != STATUS_OK)
        return tell(app, status, &error, "");
    free(household.name);
    free(household.address);
    household.name = household.address = NULL;
    status = text_copy(&household.name, form_value(form, "name"), &error);
    if (status == STATUS_OK && form_value(form, "address")[0] != '\0')
        status = text_copy(&household.address, form_value(form, "address"), &error);
    if (status == STATUS_OK)
        status = household_change(app_store(app), actor_of(app), &household, &error);
    household_release(&household);
    return tell(app, status, &error, _("The household was changed."));
}

void household_ask_change(struct app *app, struct view *view)
{
    (void)view;
    const struct dialog_request request = {
        .title = _("The household"),
        .button = _("Keep the changes"),
        .build = build_change,
        .submit = submit_change,
    };
    dialog_fill(app, &request);
}
