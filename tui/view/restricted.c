/* SPDX-License-Identifier: Apache-2.0 */

/* What somebody sees of a restricted casefile who holds no key to it: that it is there, and whom to
 * ask.  Whoever may opens it in an emergency here. */
#include "base/text.h"
#include "casefile/casefile_store.h"
#include "compartment/sealed_casefile.h"
#include "language.h"
#include "view/casefile_private.h"
#include "view/view_list.h"
#include "wording/compartment_label.h"
#include "wording/label.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE_SIZE = 400, WAY_COLUMNS = 26 };

struct restricted_view {
    struct view view;
    char number[CASE_NUMBER_TEXT_SIZE];
    char *people; /* one line each */
};

/* ---- whom to ask */

struct telling {
    FILE *stream;
    struct case_desk *desk;
    const char *worker; /* who was told already; "" for nobody */
};

static void tell(const struct telling *telling, const char *name, const char *way)
{
    struct office_user user;
    const bool is_known = office_find_user(telling->desk->office, name, &user, NULL) == STATUS_OK;
    fprintf(telling->stream, "%s (%s): %s\n", name, is_known ? label_role(user.role) : "", way);
}

static bool tell_member(void *self, const struct access_member *member)
{
    const struct telling *telling = self;
    if (strcmp(member->user_id, telling->worker) == 0)
        return true;
    tell(telling, member->user_name,
         member->held.reader != 0 ? _("reads restricted files") : _("opens them in an emergency"));
    return true;
}

static enum status list_people(struct restricted_view *page, struct case_desk *desk,
                               const struct casefile *casefile, struct error *error)
{
    size_t size = 0;
    text_wipe(&page->people);
    struct telling telling = { open_memstream(&page->people, &size), desk, casefile->assigned_to };
    if (telling.stream == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "whom to ask");
    if (casefile->assigned_to[0] != '\0')
        tell(&telling, case_desk_user_name(desk, casefile->assigned_to), _("works on it"));
    const enum status status = access_each(desk->desk.store, tell_member, &telling, error);
    return fclose(telling.stream) == 0 ? status
                                       : error_set(error, STATUS_OUT_OF_MEMORY, "whom to ask");
}

static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct restricted_view *page = (struct restricted_view *)view;
    struct case_desk *desk = &app_session(app)->desk;
    struct casefile casefile;
    enum status status = office_require(desk->office, ACT_READ_CASES, error);
    if (status == STATUS_OK)
        status = casefile_load(app_store(app), view->place.subject, &casefile, error);
    if (status != STATUS_OK)
        return status;
    memcpy(page->number, casefile.number, sizeof(page->number));
    status = list_people(page, desk, &casefile, error);
    casefile_release(&casefile);
    return status;
}

static void release(struct view *view)
{
    text_wipe(&((struct restricted_view *)view)->people);
}

/* ---- showing */

static bool may_break(const struct app *app, const struct view *view)
{
    (void)view;
    return session_may(app_session_of(app), ACT_BREAK_GLASS) &&
           keyring_compartments(store_keyring(app_session_of(app)->desk.desk.store),
                                COMPARTMENT_EMERGENCY) != 0;
}

static int draw_people(const struct restricted_view *page, struct area body, int row)
{
    char line[LINE_SIZE];
    for (const char *at = page->people == NULL ? "" : page->people; *at != '\0';) {
        const size_t length = strcspn(at, "\n");
        snprintf(line, sizeof(line), "%.*s", (int)length, at);
        if (row < body.rows)
            area_fit(body, row++, 3, body.columns - 3, STYLE_PLAIN, line);
        at += length + (at[length] == '\n');
    }
    return row;
}

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct restricted_view *page = (const struct restricted_view *)view;
    struct area body = frame->body;
    const bool is_tall = body.rows > 14;
    snprintf(frame->title, sizeof(frame->title), "%s", _("Restricted casefile"));
    snprintf(frame->right, sizeof(frame->right), "%s", page->number);
    snprintf(frame->next, sizeof(frame->next), "%s",
             may_break(app, view) ? _("Esc goes back.   B opens it in an emergency.")
                                  : _("Esc goes back.  Ask one of them."));
    struct area inside = area_part(body, 0, 1, body.rows, body.columns - 2);
    int row = is_tall;
    row += area_paragraph(inside, row, 0, STYLE_STRONG,
                          _("This casefile is restricted. It opens only for those who answer for "
                            "it.")) +
           is_tall;
    row += area_paragraph(inside, row, 0, STYLE_PLAIN,
                          _("The person is known to this office, and somebody takes care. If you "
                            "need to know more, ask one of these colleagues:")) +
           is_tall;
    row = draw_people(page, inside, row) + is_tall;
    if (may_break(app, view) && row < inside.rows)
        area_paragraph(area_part(inside, row, 0, inside.rows - row, inside.columns), 0, 0,
                       STYLE_PLAIN,
                       _("When somebody is in danger and nobody can be asked: B opens it for eight "
                         "hours. All who read restricted files see that you did, and why."));
}

/* ---- in an emergency */

static void build_reason(struct app *app, struct view *below, struct form *form)
{
    (void)app;
    (void)below;
    struct form_field *field = form_add(form, FORM_TEXT, "reason", _("Why now"));
    if (field != NULL)
        field->is_required = true;
}

static bool submit_reason(struct app *app, struct view *below, struct form *form)
{
    struct error error = { 0 };
    const struct place place = below->place;
    if (!dialog_require(form, "reason"))
        return false;
    if (casefile_break_glass(app_desk(app), below->place.subject, form_value(form, "reason"),
                             &error) != STATUS_OK) {
        app_fail(app, &error);
        return false;
    }
    app_back(app);
    app_replace(app, &casefile_view_class, &place);
    app_say(app, _("Open for eight hours.  All who read restricted files see that you opened it."));
    return true;
}

static void break_glass(struct app *app, struct view *view)
{
    (void)view;
    dialog_fill(app, &(struct dialog_request){
                         .title = _("Open a restricted casefile in an emergency"),
                         .text = _("It opens for you for eight hours.  Your name, the time and "
                                   "this reason are seen by all who read restricted files."),
                         .button = _("opens the casefile"),
                         .build = build_reason,
                         .submit = submit_reason });
}

static const struct action action_break = { "break_glass", NC_("key bar", "Break"),
                                            N_("Open the casefile in an emergency") };

static const struct binding keymap[] = {
    { "b", &action_break, break_glass, may_break },
    { .action = NULL },
};

const struct view_class restricted_view_class = {
    .name = "restricted",
    .about = N_("This casefile opens only for those who answer for it.  Nothing of it is shown "
                "here: ask one of the colleagues who are named."),
    .size = sizeof(struct restricted_view),
    .keymap = keymap,
    .load = load,
    .draw = draw,
    .release = release,
};
