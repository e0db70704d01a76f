/* SPDX-License-Identifier: Apache-2.0 */

/* The end of the intake: is the person there already?  Then the clerk decides. */
#include "command/person/duplicate.h"
#include "document/document_store.h"
#include "language.h"
#include "linear/linear_intake.h"
#include "person/person_store.h"
#include "sentence.h"
#include "wording/person_text.h"
#include "wording/reason_text.h"

#include <stdlib.h>
#include <string.h>

/* ---- the record */

static bool is_name_given(const struct linear_intake *intake)
{
    return intake->values[FIELD_SURNAME] != NULL || intake->values[FIELD_GIVEN_NAME] != NULL;
}

static bool make_draft(const struct linear_intake *intake, struct person_draft *out)
{
    struct person_entry entry = { .items = NULL };
    int code = EXIT_CODE_DONE;
    *out = (struct person_draft){ .person = { .sex = SEX_NOT_KNOWN } };
    for (int i = 0; i < PERSON_FIELD_COUNT && code == EXIT_CODE_DONE; i++) {
        const struct person_place place = { 0, (enum person_field)i };
        const char *value = intake->values[i];
        const bool is_of_paper = person_field_row(place.field)->group == FIELD_GROUP_DOCUMENT;
        if (value != NULL && !(is_of_paper && intake->values[FIELD_MRZ] != NULL))
            code = person_entry_take(&entry, &place, value, strlen(value));
    }
    if (code == EXIT_CODE_DONE)
        code = person_draft_make(out, &entry);
    person_entry_release(&entry);
    return code == EXIT_CODE_DONE;
}

/* ---- somebody who is there already */

static bool has_contact(const struct contact_list *contacts, const struct contact *contact)
{
    for (size_t i = 0; i < contacts->count; i++)
        if (contacts->items[i].kind == contact->kind &&
            strcmp(contacts->items[i].value, contact->value) == 0)
            return true;
    return false;
}

static bool is_same_text(const char *one, const char *other)
{
    return strcmp(one == NULL ? "" : one, other == NULL ? "" : other) == 0;
}

static bool has_paper(const struct document_list *papers, const struct document *paper)
{
    for (size_t i = 0; i < papers->count; i++)
        if (is_same_text(papers->items[i].type, paper->type) &&
            is_same_text(papers->items[i].number, paper->number))
            return true;
    return false;
}

static enum status add_new_facts(struct linear_intake *intake, struct person_draft *draft,
                                 const char *id, struct error *error)
{
    struct store *store = linear_store(intake->linear);
    const char *actor = linear_desk(intake->linear)->desk.actor;
    struct contact_list contacts = { .items = NULL };
    struct document_list papers = { .items = NULL };
    enum status status = person_contacts(store, id, &contacts, error);
    if (status == STATUS_OK)
        status = document_list(store, id, &papers, error);
    for (size_t i = 0; i < draft->contacts.count && status == STATUS_OK; i++)
        if (!has_contact(&contacts, &draft->contacts.items[i]))
            status = person_add_contact(store, actor, id, &draft->contacts.items[i], error);
    for (size_t i = 0; i < draft->papers.count && status == STATUS_OK; i++) {
        struct document *paper = &draft->papers.items[i];
        memcpy(paper->person_id, id, sizeof(paper->person_id));
        if (!has_paper(&papers, paper))
            status = document_add(store, actor, paper, error);
    }
    contact_list_release(&contacts);
    document_list_release(&papers);
    return status;
}

/* ---- keeping */

/* id: who it is when the person is there already; NULL: somebody new. */
static enum status keep_and_drop(struct linear_intake *intake, struct person_draft *draft,
                                 const char *id, struct error *error)
{
    struct store *store = linear_store(intake->linear);
    enum status status = store_begin(store, error);
    if (status != STATUS_OK)
        return status;
    status = id == NULL
                 ? person_draft_keep(store, linear_desk(intake->linear)->desk.actor, draft, error)
                 : add_new_facts(intake, draft, id, error);
    if (status == STATUS_OK)
        status = linear_intake_drop(intake, error);
    if (status == STATUS_OK)
        return store_commit(store, error);
    store_rollback(store);
    return status;
}

static enum linear_reply keep_new(struct linear_intake *intake, struct person_draft *draft,
                                  bool *is_kept)
{
    struct error error = { 0 };
    bool opens = false;
    *is_kept = keep_and_drop(intake, draft, NULL, &error) == STATUS_OK;
    if (!*is_kept) {
        linear_fail(&error);
        return REPLY_GIVEN;
    }
    linear_say("%s %s.", _("Kept:"), person_main_name(&draft->person)->full_name);
    if (!session_may(&intake->linear->session, ACT_WORK_CASES))
        return REPLY_GIVEN;
    const enum linear_reply reply =
        linear_ask_truth(intake->linear, _("Open a casefile?"), true, &opens);
    return reply == REPLY_GIVEN && opens ? linear_open_casefile(intake->linear, draft->person.id)
                                         : reply;
}

static enum linear_reply keep_same(struct linear_intake *intake, struct person_draft *draft,
                                   const char *id, bool *is_kept)
{
    struct error error = { 0 };
    *is_kept = keep_and_drop(intake, draft, id, &error) == STATUS_OK;
    if (!*is_kept) {
        linear_fail(&error);
        return REPLY_GIVEN;
    }
    linear_say("%s", _("The same person: telephone, address and papers that were not known were "
                       "added; everything else stays as it was."));
    return linear_person(intake->linear, id);
}

/* ---- the question */

static void write_hit(const void *self, FILE *stream, size_t index)
{
    const struct search_hits *hits = self;
    char birth[PERSON_DATE_SIZE];
    char why[REASON_TEXT_SIZE];
    if (index == hits->count) {
        fputs(_("a different person"), stream);
        return;
    }
    const struct search_hit *hit = &hits->items[index];
    reason_of_hit(why, hit->reasons, hit->name_reasons);
    fprintf(stream, "%s %s", _("the same person:"), hit->name);
    if (hit->has_birth) {
        person_text_date(birth, hit->birth);
        fprintf(stream, ", %s", birth);
    }
    fprintf(stream, "%s%s", why[0] == '\0' ? "" : ": ", why);
}

static enum linear_reply keep_or_join(struct linear_intake *intake, struct person_draft *draft,
                                      const struct search_hits *hits, bool *is_kept)
{
    const struct linear_choices choices = { .text = _("This person may be there already. Which?"),
                                            .count = hits->count + 1,
                                            .write = write_hit,
                                            .self = hits,
                                            .standard = LINEAR_NONE };
    size_t chosen = 0;
    if (hits->count == 0)
        return keep_new(intake, draft, is_kept);
    const enum linear_reply reply = linear_choose(intake->linear, &choices, &chosen);
    if (reply != REPLY_GIVEN)
        return reply;
    return chosen == hits->count ? keep_new(intake, draft, is_kept)
                                 : keep_same(intake, draft, hits->items[chosen].person_id, is_kept);
}

static void say_draft(const struct person_draft *draft)
{
    const struct person *person = &draft->person;
    char birth[PERSON_DATE_SIZE] = "";
    if (person->has_birth)
        person_text_date(birth, person->birth);
    linear_say("%s%s%s", person_main_name(person)->full_name, birth[0] == '\0' ? "" : ", ", birth);
}

enum linear_reply linear_intake_keep(struct linear_intake *intake, bool *is_kept)
{
    struct person_draft draft;
    struct search_hits hits = { .items = NULL };
    struct error error = { 0 };
    bool is_right = false;
    *is_kept = false;
    if (!is_name_given(intake)) {
        linear_say("%s", _("A person needs a name: a surname or a given name."));
        return REPLY_GIVEN;
    }
    enum linear_reply reply = REPLY_GIVEN;
    if (make_draft(intake, &draft)) {
        say_draft(&draft);
        reply = linear_ask_truth(intake->linear, _("Keep this person?"), true, &is_right);
    }
    if (is_right && reply == REPLY_GIVEN) {
        if (person_duplicate_find(linear_store(intake->linear), &draft, &hits, &error) == STATUS_OK)
            reply = keep_or_join(intake, &draft, &hits, is_kept);
        else
            linear_fail(&error);
    }
    search_hits_release(&hits);
    person_draft_release(&draft);
    return reply;
}
