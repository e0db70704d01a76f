/* SPDX-License-Identifier: Apache-2.0 */

/* A person's page: all that is known, on tabs, and what can be done with it. */
#include "base/ascii.h"
#include "journal/journal_note.h"
#include "language.h"
#include "note/note_store.h"
#include "view/intake_private.h"
#include "view/person_private.h"
#include "view/view_list.h"
#include "wording/country_name.h"
#include "wording/label.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LABEL_COLUMNS = 22, LABEL_COLUMNS_SMALL = 15, HEAD_ROWS = 4, NARROW = 70, LOW = 14 };
enum { TAB_SIZE = 120 };

static const struct {
    const char *word; /* in the place's detail */
    const char *title;
} tabs[TAB_COUNT] = {
    [TAB_OVERVIEW] = { "", N_("Overview") },    [TAB_NAMES] = { "names", N_("Names") },
    [TAB_PAPERS] = { "papers", N_("Papers") },  [TAB_FAMILY] = { "family", N_("Family") },
    [TAB_CASES] = { "cases", N_("Casefiles") }, [TAB_HISTORY] = { "history", N_("History") },
};

/* ---- loading */

static void page_release(struct person_page *page)
{
    person_rows_release(page);
    person_view_release(&page->data);
    casefile_list_release(&page->casefiles);
    page->casefiles = (struct casefile_list){ .items = NULL };
}

static enum status load_consent(struct person_page *page, struct app *app, struct error *error)
{
    struct consent_list consents;
    const enum status status = consent_list(app_store(app), page->data.person.id, &consents, error);
    if (status == STATUS_OK) {
        consent_head_text(page->consent, &consents, app_today(app));
        consent_list_release(&consents);
    }
    return status;
}

static enum status load_cases(struct person_page *page, struct app *app, struct error *error)
{
    struct note_list notes = { .items = NULL };
    const struct casefile_filter filter = { .person_id = page->data.person.id };
    enum status status = casefile_list(app_store(app), &filter, &page->casefiles, error);
    if (status == STATUS_OK)
        status = note_list_of_person(app_store(app), page->data.person.id, &notes, error);
    page->notes = notes.count;
    note_list_release(&notes);
    return status == STATUS_OK ? load_consent(page, app, error) : status;
}

static void find_tab(struct person_page *page)
{
    page->tab = TAB_OVERVIEW;
    for (enum person_tab tab = 0; tab < TAB_COUNT; tab++)
        if (strcmp(tabs[tab].word, page->view.place.detail) == 0)
            page->tab = tab;
}

/* Whoever was searched for or is restricted was read; from, how it came to that. */
static enum status note_reading(const struct person_page *page, struct app *app,
                                struct error *error)
{
    const struct view *below = app_below(app, &page->view);
    const bool is_searched = below != NULL && below->class == &search_view_class;
    const struct person *person = &page->data.person;
    const struct journal_reading reading = { .actor = app_desk(app)->actor,
                                             .noun = "person",
                                             .subject = person->id,
                                             .from = is_searched ? "search" : "screen",
                                             .is_restricted = person->is_restricted };
    return is_searched || person->is_restricted
               ? journal_note_reading(app_store(app), &reading, error)
               : STATUS_OK;
}

static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct person_page *page = (struct person_page *)view;
    page_release(page);
    if (!session_may(app_session(app), ACT_READ_PEOPLE))
        return error_set(error, STATUS_REFUSED, "reading people");
    enum status status =
        person_view_load(&page->data, app_session(app)->desk.office, view->place.subject, error);
    if (status == STATUS_OK)
        status = load_cases(page, app, error);
    if (status == STATUS_OK)
        status = note_reading(page, app, error);
    if (status != STATUS_OK)
        return status;
    if (strcmp(view->place.subject, page->data.person.id) != 0)
        app_say(app, _("That record was merged into this one."));
    memcpy(view->place.subject, page->data.person.id, sizeof(view->place.subject));
    find_tab(page);
    person_rows_make(page, app);
    return STATUS_OK;
}

static void release(struct view *view)
{
    page_release((struct person_page *)view);
}

/* ---- going around */

static void show_tab(struct app *app, struct view *view, enum person_tab tab)
{
    struct person_page *page = (struct person_page *)view;
    snprintf(view->place.detail, sizeof(view->place.detail), "%s", tabs[tab].word);
    page->tab = tab;
    page->list.selected = 0;
    person_rows_make(page, app);
}

static void next_tab(struct app *app, struct view *view)
{
    const struct person_page *page = (struct person_page *)view;
    show_tab(app, view, page->tab + 1 == TAB_COUNT ? TAB_OVERVIEW : page->tab + 1);
}

static void previous_tab(struct app *app, struct view *view)
{
    const struct person_page *page = (struct person_page *)view;
    show_tab(app, view, page->tab == TAB_OVERVIEW ? TAB_HISTORY : page->tab - 1);
}

static void open_at(struct app *app, const struct view_class *class, const char *subject,
                    const char *detail)
{
    struct place place = { .subject = "" };
    snprintf(place.subject, sizeof(place.subject), "%s", subject);
    snprintf(place.detail, sizeof(place.detail), "%s", detail);
    app_open(app, class, &place);
}

static void open_household(struct app *app, struct view *view)
{
    open_at(app, &household_view_class, view->place.subject, "");
}

static void open_notes(struct app *app, struct view *view)
{
    open_at(app, &notes_view_class, view->place.subject, "person");
}

static void open_consents(struct app *app, struct view *view)
{
    open_at(app, &consents_view_class, view->place.subject, "");
}

static void open_history(struct app *app, struct view *view)
{
    open_at(app, &history_view_class, view->place.subject, "person");
}

static void open_workflow(struct app *app, struct view *view)
{
    open_at(app, &choose_workflow_view_class, view->place.subject, "");
}

static void change(struct app *app, struct view *view)
{
    open_at(app, &person_change_class, view->place.subject, "");
}

static void new_relative(struct app *app, struct view *view)
{
    open_at(app, &intake_view_class, "", view->place.subject);
}

/* ---- Enter */

static const struct person_row *selected_row(const struct person_page *page)
{
    return page->list.selected < page->row_count ? &page->rows[page->list.selected] : NULL;
}

static void open_person(struct app *app, const struct person_page *page, const char *id)
{
    if (strcmp(id, page->data.person.id) != 0)
        open_at(app, &person_view_class, id, "");
}

static void enter(struct app *app, struct view *view)
{
    struct person_page *page = (struct person_page *)view;
    const struct person_row *row = selected_row(page);
    if (row == NULL)
        return;
    if (row->kind == ROW_CASEFILE)
        open_at(app, &casefile_view_class, page->casefiles.items[row->index].id, "");
    else if (row->kind == ROW_RELATIVE)
        open_person(app, page, page->data.relatives.items[row->index].relation.other_id);
    else if (row->kind == ROW_MEMBER)
        open_person(app, page, page->data.members.items[row->index].membership.person_id);
    else if (row->kind == ROW_HOUSEHOLD)
        open_household(app, view);
    else if (row->kind == ROW_NOTES)
        open_notes(app, view);
    else if (row->kind == ROW_CONSENT)
        open_consents(app, view);
    else if (row->kind == ROW_HISTORY)
        open_history(app, view);
    else if (row->kind == ROW_NAME)
        person_ask_name(app, page, row->index);
    else if (row->kind == ROW_CONTACT)
        person_ask_contact(app, page, row->index);
    else if (row->kind == ROW_PAPER)
        person_ask_paper(app, page, row->index);
    else if (row->kind == ROW_MERGE)
        person_ask_unmerge(app, page, row->index);
    else if (row->kind == ROW_TEXT && person_can_change(app, page))
        change(app, view);
}

static const char *const enters[ROW_KIND_COUNT] = {
    [ROW_TEXT] = N_("Enter changes the record."),
    [ROW_HEADING] = "",
    [ROW_NAME] = N_("Enter asks what to do with this name."),
    [ROW_CONTACT] = N_("Enter asks what to do with this contact."),
    [ROW_PAPER] = N_("Enter changes the state of this paper."),
    [ROW_RELATIVE] = N_("Enter opens this relative."),
    [ROW_MEMBER] = N_("Enter opens this person."),
    [ROW_HOUSEHOLD] = N_("Enter opens the household."),
    [ROW_CASEFILE] = N_("Enter opens this casefile."),
    [ROW_NOTES] = N_("Enter opens the notes."),
    [ROW_CONSENT] = N_("Enter shows what the person agreed to."),
    [ROW_MERGE] = N_("Enter takes this merge back."),
    [ROW_HISTORY] = N_("Enter shows what was before and after."),
};

/* Rows on which Enter changes something. */
static const bool is_change[ROW_KIND_COUNT] = {
    [ROW_TEXT] = true,
    [ROW_NAME] = true,
    [ROW_CONTACT] = true,
    [ROW_PAPER] = true,
};

static bool handle(struct app *app, struct view *view, const struct key *key)
{
    enum { PAGE = 12 };
    struct person_page *page = (struct person_page *)view;
    const bool is_digit = key->code == CODE_TEXT && ascii_is_digit(key->text[0]);
    if (is_digit && key->text[0] >= '1' && key->text[0] < '1' + TAB_COUNT) {
        show_tab(app, view, (enum person_tab)(key->text[0] - '1'));
        return true;
    }
    return list_handle(&page->list, key, PAGE);
}

/* ---- commands */

static bool can_change(const struct app *app, const struct view *view)
{
    return person_can_change(app, (const struct person_page *)view);
}

static bool can_erase(const struct app *app, const struct view *view)
{
    return session_may(app_session_of(app), ACT_ERASE_PEOPLE) &&
           !((const struct person_page *)view)->data.is_erased;
}

static bool can_hand_over(const struct app *app, const struct view *view)
{
    return session_may(app_session_of(app), ACT_EXPORT_PEOPLE) &&
           !((const struct person_page *)view)->data.is_erased;
}

static bool can_open(const struct app *app, const struct view *view)
{
    return session_may(app_session_of(app), ACT_WORK_CASES) &&
           !((const struct person_page *)view)->data.is_erased;
}

static const struct action action_enter = { "open", NC_("key bar", "Open"),
                                            N_("Open what is marked, or change it") };
static const struct action action_next_tab = { "next_tab", NC_("key bar", "Tab"),
                                               N_("Go to the next tab; the digits do that too") };
static const struct action action_previous_tab = { "previous_tab", NC_("key bar", "Tab"),
                                                   N_("Go to the tab before") };
static const struct action action_change = { "change", NC_("key bar", "Change"),
                                             N_("Change the record") };
static const struct action action_name = { "add_name", NC_("key bar", "Name"),
                                           N_("Add a name, or another spelling") };
static const struct action action_contact = {
    "add_contact", NC_("key bar", "Contact"), N_("Add a telephone, an address or another contact")
};
static const struct action action_paper = { "add_paper", NC_("key bar", "Paper"),
                                            N_("Add a paper") };
static const struct action action_family = { "family", NC_("key bar", "Family"),
                                             N_("The household and the relatives") };
static const struct action action_relative = { "new_relative", NC_("key bar", "Relativ"),
                                               N_("Take in a new person of the same family") };
static const struct action action_workflow = { "open_casefile", NC_("key bar", "Work"),
                                               N_("Choose a workflow and open a casefile") };
static const struct action action_notes = { "notes", NC_("key bar", "Notes"),
                                            N_("Read and write notes") };
static const struct action action_consent = { "consents", NC_("key bar", "Consent"),
                                              N_("What the person agreed to; to give or take "
                                                 "back") };
static const struct action action_history = { "history", NC_("key bar", "History"),
                                              N_("All that happened to this record") };
static const struct action action_data = { "data", NC_("key bar", "My data"),
                                           N_("Read everything that is kept about this person") };
static const struct action action_hand_over = {
    "hand_over", NC_("key bar", "My data"),
    N_("Write everything that is kept into a file, for the person")
};
static const struct action action_erase = { "erase", NC_("key bar", "Erase"),
                                            N_("Erase this person for ever") };

static bool may_read_journal(const struct app *app, const struct view *view)
{
    (void)view;
    return session_may(app_session_of(app), ACT_READ_JOURNAL);
}

static void open_journal(struct app *app, struct view *view)
{
    open_at(app, &journal_view_class, view->place.subject, "");
}

static const struct action action_journal = { "person_journal", NC_("key bar", "Journal"),
                                              N_("All that was done to this person and who read "
                                                 "it") };

static const struct binding keymap[] = {
    { "<Enter>", &action_enter, enter, NULL },
    { "<F4>", &action_change, change, can_change },
    { "<F6>", &action_compare, person_compare, can_change },
    { "c", &action_change, change, can_change },
    { "w", &action_workflow, open_workflow, can_open },
    { "n", &action_name, person_add_a_name, can_change },
    { "t", &action_contact, person_add_a_contact, can_change },
    { "p", &action_paper, person_add_a_paper, can_change },
    { "f", &action_family, open_household, NULL },
    { "o", &action_notes, open_notes, NULL },
    { "s", &action_consent, open_consents, NULL },
    { "h", &action_history, open_history, NULL },
    { "d", &action_data, person_show_data, can_hand_over },
    { "<Tab>", &action_next_tab, next_tab, NULL },
    { "<S-Tab>", &action_previous_tab, previous_tab, NULL },
    { NULL, &action_relative, new_relative, can_change },
    { NULL, &action_journal, open_journal, may_read_journal },
    { NULL, &action_hand_over, person_ask_data, can_hand_over },
    { NULL, &action_erase, person_ask_erase, can_erase },
    { .action = NULL },
};

/* ---- showing */

static const char *name_of(const struct person_page *page)
{
    const struct person_name *name = person_main_name(&page->data.person);
    return name == NULL ? _("(erased)") : name->full_name;
}

static void draw_marks(const struct person_page *page, struct area area, int column)
{
    const struct person *person = &page->data.person;
    const char *const marks[] = {
        person->is_restricted ? _("RESTRICTED: show to nobody without need") : "",
        page->data.is_erased ? _("ERASED") : "",
        person->state == PERSON_STATE_DIED || person->state == PERSON_STATE_ARCHIVED
            ? label_person_state(person->state)
            : "",
        person->is_demo ? _("an invented person, for practice") : "",
    };
    for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
        if (marks[i][0] != '\0')
            column += 2 + area_fit(area, 0, column, area.columns - column,
                                   i < 2 ? STYLE_ALERT : STYLE_PLAIN, marks[i]);
}

static void write_tab(char out[TAB_SIZE], const struct person_page *page, enum person_tab tab,
                      bool has_titles)
{
    const char *title = language_text(tabs[tab].title);
    if (tab == page->tab)
        snprintf(out, TAB_SIZE, "[%d %s]", (int)tab + 1, title);
    else
        snprintf(out, TAB_SIZE, " %d %s ", (int)tab + 1, has_titles ? title : "");
}

/* On a narrow screen only the one that is shown has its title. */
static void draw_tabs(const struct person_page *page, struct area area, int row)
{
    char text[TAB_SIZE];
    int columns = 0, column = 1;
    for (enum person_tab tab = 0; tab < TAB_COUNT; tab++) {
        write_tab(text, page, tab, true);
        columns += drawn_width(text);
    }
    for (enum person_tab tab = 0; tab < TAB_COUNT; tab++) {
        write_tab(text, page, tab, columns + 1 < area.columns);
        column += area_text(area, row, column, tab == page->tab ? STYLE_STRONG : STYLE_PLAIN, text);
    }
}

static void draw_row(const void *self, struct area area, size_t index)
{
    const struct person_row *row = &((const struct person_page *)self)->rows[index];
    const int label = area.columns < NARROW ? LABEL_COLUMNS_SMALL : LABEL_COLUMNS;
    const enum style style = row->is_strong ? STYLE_STRONG : STYLE_PLAIN;
    if (row->kind == ROW_HEADING) {
        area_fit(area, 0, 0, area.columns, style, row->value);
        return;
    }
    area_fit(area, 0, 0, label - 1, style, row->label);
    area_fit(area, 0, label, area.columns - label, style, row->value);
}

/* The marked row in full, when it was cut; else what letters do. */
static void draw_foot(const struct person_page *page, struct area area, bool can_be_changed)
{
    const struct person_row *row = selected_row(page);
    const int label = area.columns < NARROW ? LABEL_COLUMNS_SMALL : LABEL_COLUMNS;
    if (row != NULL && drawn_width(row->value) > area.columns - 3 - label)
        area_paragraph(area_part(area, 0, 0, area.rows, area.columns - 1), 0, 3, STYLE_PLAIN,
                       row->value);
    else
        area_fit(area, area.rows - 1, 1, area.columns - 2, STYLE_PLAIN,
                 can_be_changed ? _("C change  W casefile  N name  T contact  P paper  "
                                    "F family  O notes  S consent")
                                : _("F family  O notes  S consent  H history"));
}

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    enum { FOOT_ROWS = 2 };
    const struct person_page *page = (const struct person_page *)view;
    struct area body = frame->body;
    const struct person_row *row = selected_row(page);
    const bool can_be_changed = person_can_change(app, page);
    snprintf(frame->title, sizeof(frame->title), "%s", name_of(page));
    const int used = area_fit(body, 0, 1, body.columns - 2, STYLE_STRONG, name_of(page));
    draw_marks(page, area_part(body, 0, 0, 1, body.columns - 1), used + 4);
    draw_tabs(page, body, 1);
    if (body.rows >= LOW)
        area_fit(body, 2, 1, body.columns - 2, STYLE_PLAIN, page->consent);
    const int head = body.rows < LOW ? 2 : HEAD_ROWS - 1;
    const int foot = body.rows < LOW ? 1 : FOOT_ROWS;
    list_draw(&page->list,
              area_part(body, head, 0, body.rows - head - foot - (foot > 1), body.columns), true,
              draw_row, page);
    draw_foot(page, area_part(body, body.rows - foot, 0, foot, body.columns), can_be_changed);
    const bool does_nothing = row == NULL || (is_change[row->kind] && !can_be_changed);
    const char *next = does_nothing ? "" : enters[row->kind];
    snprintf(frame->next, sizeof(frame->next), "%s", next[0] == '\0' ? "" : language_text(next));
}

const struct view_class person_view_class = {
    .name = "person",
    .about = N_("All that is known of a person.  The digits 1 to 6 or Tab go from tab to tab; "
                "Enter on a row opens it or asks what to do with it."),
    .size = sizeof(struct person_page),
    .keymap = keymap,
    .keeps_place = true,
    .is_recent = true,
    .load = load,
    .draw = draw,
    .handle = handle,
    .release = release,
};
