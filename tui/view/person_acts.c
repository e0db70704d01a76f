/* SPDX-License-Identifier: Apache-2.0 */

/* What can be done with names, contacts and the record as a whole. */
#include "base/text.h"
#include "command/case/renew.h"
#include "journal/act.h"
#include "language.h"
#include "person/person_store.h"
#include "view/dialog.h"
#include "view/person_form.h"
#include "view/person_private.h"
#include "wording/label.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { REASON_MAX = 400, CONTACT_MAX = 400 };

bool person_can_change(const struct app *app, const struct person_page *page)
{
    return session_may(app_session_of(app), ACT_KEEP_PEOPLE) && !page->data.is_erased;
}

enum status person_commit(struct app *app, bool is_own, enum status so_far, const char *person_id,
                          struct error *error)
{
    if (so_far == STATUS_OK)
        so_far = case_renew_tasks(app_session(app)->desk.office, person_id, error);
    return act_commit(app_store(app), is_own, so_far, error);
}

void person_say_failure(struct app *app, const struct error *error)
{
    if (error->status == STATUS_MOVED)
        app_say(app, _("Somebody else changed this person just now.  Look at what it is now and "
                       "repeat your change."));
    else if (error->status == STATUS_REFUSED)
        app_say(app, _("This record was merged into another one or erased: nothing can be changed "
                       "in it."));
    else
        app_fail(app, error);
}

/* Whether it went well; says so, or why not. */
static bool tell(struct app *app, enum status status, const struct error *error, const char *done)
{
    if (status != STATUS_OK) {
        person_say_failure(app, error);
        return false;
    }
    app_say(app, done);
    return true;
}

static const char *person_id(const struct view *view)
{
    return ((const struct person_page *)view)->data.person.id;
}

/* ---- a name more */

static void build_name(struct app *app, struct view *below, struct form *form)
{
    (void)app;
    (void)below;
    struct form_field *kind = form_add(form, FORM_CHOICE, "kind", _("What kind of name"));
    for (enum name_kind name = 0; name < NAME_KIND_COUNT; name++)
        form_field_option(kind, name_kind_word(name), label_name_kind(name));
    form_set(form, "kind", name_kind_word(NAME_KIND_ALIAS));
    person_form_add(form, FIELD_SURNAME);
    person_form_add(form, FIELD_GIVEN_NAME);
    person_form_add(form, FIELD_PATRONYMIC);
}

static bool submit_name(struct app *app, struct view *below, struct form *form)
{
    struct error error = { 0 };
    struct person_name name;
    enum name_kind kind = NAME_KIND_ALIAS;
    if (name_kind_parse(&kind, form_value(form, "kind"), &error) != STATUS_OK ||
        person_form_read_name(form, kind, &name, &error) != STATUS_OK) {
        app_say(app, _("Type at least the surname or the given name, in letters."));
        return false;
    }
    const enum status status =
        person_add_name(app_store(app), app_desk(app)->actor, person_id(below), &name, &error);
    person_name_release(&name);
    return tell(app, status, &error,
                kind == NAME_KIND_MAIN ? _("This name is in use now; the one before is a former "
                                           "name.")
                                       : _("The name was added."));
}

void person_add_a_name(struct app *app, struct view *view)
{
    (void)view;
    const struct dialog_request request = {
        .title = _("Another name"),
        .text = _("A new name in use makes the present one a former name."),
        .button = _("Add the name"),
        .build = build_name,
        .submit = submit_name,
    };
    dialog_fill(app, &request);
}

static void name_answered(struct app *app, struct view *below, size_t answer)
{
    struct error error = { 0 };
    const struct person_page *page = (const struct person_page *)below;
    if (answer != 0 || page->picked >= page->data.person.names.count)
        return;
    const enum status status =
        person_remove_name(app_store(app), app_desk(app)->actor, page->data.person.id,
                           page->data.person.names.items[page->picked].id, &error);
    tell(app, status, &error, _("The name was removed."));
    app_reload(app, below);
}

void person_ask_name(struct app *app, struct person_page *page, size_t index)
{
    const struct person_name *name = &page->data.person.names.items[index];
    page->picked = index;
    if (!person_can_change(app, page))
        return;
    if (name->kind == NAME_KIND_MAIN) {
        person_add_a_name(app, &page->view);
        return;
    }
    const char *const answers[] = { _("Remove it: it was typed by mistake"), _("Leave it") };
    const struct dialog_question question = {
        .title = label_name_kind(name->kind),
        .text = name->full_name,
        .answers = answers,
        .answer_count = 2,
        .preferred = 1,
        .answered = name_answered,
    };
    dialog_ask(app, &question);
}

/* ---- contacts */

static void build_contact(struct app *app, struct view *below, struct form *form)
{
    (void)app;
    (void)below;
    struct form_field *kind = form_add(form, FORM_CHOICE, "kind", _("How"));
    for (enum contact_kind each = 0; each < CONTACT_KIND_COUNT; each++)
        form_field_option(kind, contact_kind_word(each), label_contact_kind(each));
    form_set(form, "kind", contact_kind_word(CONTACT_PHONE));
    struct form_field *value = form_add(form, FORM_TEXT, "value", _("Number or address"));
    if (value != NULL)
        value->input.max = CONTACT_MAX;
    struct form_field *owner = form_add(form, FORM_TEXT, "owner", _("Whose it is"));
    form_field_hint(owner, _("only when it is not the person's own: the mother's, a neighbour's"));
    struct form_field *safe = form_add(form, FORM_CHOICE, "is_safe", _("Safe to be used"));
    form_field_option(safe, "yes", _("yes"));
    form_field_option(safe, "no", _("no"));
    form_set(form, "is_safe", "yes");
}

static bool submit_contact(struct app *app, struct view *below, struct form *form)
{
    struct error error = { 0 };
    struct contact contact = { .is_safe = strcmp(form_value(form, "is_safe"), "no") != 0 };
    const char *owner = form_value(form, "owner");
    if (form_value(form, "value")[0] == '\0') {
        form_focus(form, "value");
        app_say(app, _("Type the number or the address."));
        return false;
    }
    enum status status = contact_kind_parse(&contact.kind, form_value(form, "kind"), &error);
    if (status == STATUS_OK)
        status = text_copy(&contact.value, form_value(form, "value"), &error);
    if (status == STATUS_OK && owner[0] != '\0')
        status = text_copy(&contact.owner, owner, &error);
    if (status == STATUS_OK)
        status = person_add_contact(app_store(app), app_desk(app)->actor, person_id(below),
                                    &contact, &error);
    free(contact.value);
    free(contact.owner);
    return tell(app, status, &error, _("The contact was added."));
}

void person_add_a_contact(struct app *app, struct view *view)
{
    (void)view;
    const struct dialog_request request = {
        .title = _("Another contact"),
        .button = _("Add the contact"),
        .build = build_contact,
        .submit = submit_contact,
    };
    dialog_fill(app, &request);
}

static void contact_answered(struct app *app, struct view *below, size_t answer)
{
    struct error error = { 0 };
    const struct person_page *page = (const struct person_page *)below;
    if (answer != 0 || page->picked >= page->data.contacts.count)
        return;
    const enum status status =
        person_remove_contact(app_store(app), app_desk(app)->actor, page->data.person.id,
                              page->data.contacts.items[page->picked].id, &error);
    tell(app, status, &error, _("The contact was removed."));
    app_reload(app, below);
}

void person_ask_contact(struct app *app, struct person_page *page, size_t index)
{
    const struct contact *contact = &page->data.contacts.items[index];
    page->picked = index;
    if (!person_can_change(app, page))
        return;
    const char *const answers[] = { _("Remove it: it is wrong or no longer good"), _("Leave it") };
    const struct dialog_question question = {
        .title = label_contact_kind(contact->kind),
        .text = contact->value,
        .answers = answers,
        .answer_count = 2,
        .preferred = 1,
        .answered = contact_answered,
    };
    dialog_ask(app, &question);
}

/* ---- taking a merge back */

static enum status unmerge(struct app *app, const char *survivor, const char *merged,
                           struct error *error)
{
    bool is_own;
    struct store *store = app_store(app);
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = person_unmerge(store, app_desk(app)->actor, merged, error);
    if (status == STATUS_OK)
        status = case_renew_tasks(app_session(app)->desk.office, survivor, error);
    return person_commit(app, is_own, status, merged, error);
}

static void unmerge_answered(struct app *app, struct view *below, size_t answer)
{
    struct error error = { 0 };
    const struct person_page *page = (const struct person_page *)below;
    if (answer != 0 || page->picked >= page->data.merges.count)
        return;
    const enum status status =
        unmerge(app, page->data.person.id, page->data.merges.items[page->picked].id, &error);
    tell(app, status, &error, _("The two records are two again."));
    app_reload(app, below);
}

void person_ask_unmerge(struct app *app, struct person_page *page, size_t index)
{
    page->picked = index;
    if (!session_may(app_session(app), ACT_MERGE_PEOPLE)) {
        app_say(app, _("Your role cannot take a merge back.  A supervisor can."));
        return;
    }
    const char *const answers[] = { _("Take the merge back: they are two people"),
                                    _("Leave it as it is") };
    const struct dialog_question question = {
        .title = _("Merged records"),
        .text = _("Both records become what they were.  What was added since stays with this "
                  "one."),
        .answers = answers,
        .answer_count = 2,
        .preferred = 1,
        .answered = unmerge_answered,
    };
    dialog_ask(app, &question);
}

/* ---- erasing */

static void build_erase(struct app *app, struct view *below, struct form *form)
{
    (void)app;
    (void)below;
    struct form_field *reason = form_add(form, FORM_TEXT, "reason", _("Why (no names)"));
    if (reason != NULL)
        reason->input.max = REASON_MAX;
    /* TRANSLATORS: 'erase' is typed as it stands here; keep it. */
    form_add(form, FORM_TEXT, "word", _("Type 'erase' to do it"));
}

/* Where the person still is. */
static void say_erased(struct app *app)
{
    struct office *office = app_session(app)->desk.office;
    struct office_copy_list copies = { .items = NULL };
    struct error error = { 0 };
    bool is_gone = false;
    char text[400];
    const enum status status = office_forget_log(office, &is_gone, &error);
    if (office_list_own_copies(&copies, office, &error) != STATUS_OK)
        error_clear(&error);
    if (status != STATUS_OK || !is_gone)
        app_say(app, _("The person was erased.  Another program has the file open: the old words "
                       "lie in its log until that program ends."));
    else if (copies.count == 0)
        app_say(app, _("The person was erased.  Backups on sticks still hold the old words."));
    else {
        snprintf(text, sizeof(text),
                 language_plural("The person was erased.  %zu backup in %.*s still holds the old "
                                 "words: make a new one and delete it.",
                                 "The person was erased.  %zu backups in %.*s still hold the old "
                                 "words: make a new one and delete them.",
                                 copies.count),
                 copies.count, (int)(strrchr(copies.items[0].path, '/') - copies.items[0].path),
                 copies.items[0].path);
        app_say(app, text);
    }
    office_copy_list_release(&copies);
}

static bool submit_erase(struct app *app, struct view *below, struct form *form)
{
    struct error error = { 0 };
    if (form_value(form, "reason")[0] == '\0') {
        form_focus(form, "reason");
        app_say(app, _("A reason is needed; it stays when all else is gone."));
        return false;
    }
    if (strcmp(form_value(form, "word"), "erase") != 0) {
        form_focus(form, "word");
        app_say(app, _("Type the word to erase, or Esc to go back; nothing was changed."));
        return false;
    }
    const enum status status = person_erase(app_store(app), app_desk(app)->actor, person_id(below),
                                            form_value(form, "reason"), &error);
    if (status == STATUS_REFUSED) {
        app_say(app,
                _("This cannot be erased: a casefile is still open, a reason keeps the record, "
                  "or it was merged or erased already."));
        return false;
    }
    if (status != STATUS_OK)
        return tell(app, status, &error, "");
    say_erased(app);
    return true;
}

void person_ask_erase(struct app *app, struct view *view)
{
    (void)view;
    const struct dialog_request request = {
        .title = _("Erase this person"),
        .text = _("Names, papers, contacts, family ties and history of this person go for ever. "
                  "Old backups of the file still hold them."),
        .button = _("Erase for ever"),
        .build = build_erase,
        .submit = submit_erase,
    };
    dialog_fill(app, &request);
}
