/* SPDX-License-Identifier: Apache-2.0 */

/* Answers that were changed elsewhere while the form of their step is open here. */
#include "view/casefile_private.h"

#include "language.h"

#include <stdio.h>
#include <string.h>

struct moved {
    const struct casefile_page *page;
    const char *since;
    char latest[MOMENT_TEXT_SIZE]; /* "": none was changed */
    char by[UUID_TEXT_SIZE];
    bool is_own; /* one of them, by this user */
};

static bool look(void *self, const struct answer_note *note)
{
    struct moved *moved = self;
    if (strcmp(note->answered_at, moved->since) <= 0)
        return true;
    moved->is_own = moved->is_own || strcmp(note->answered_by, moved->page->actor) == 0;
    if (strcmp(note->answered_at, moved->latest) >= 0) {
        snprintf(moved->latest, sizeof(moved->latest), "%s", note->answered_at);
        snprintf(moved->by, sizeof(moved->by), "%s", note->answered_by);
    }
    return true;
}

bool page_tell_moved(struct app *app, struct casefile_page *page)
{
    const char *seen = form_value(&page->form, "seen");
    const bool is_told = strcmp(page->told, seen) > 0;
    struct moved moved = { .page = page, .since = is_told ? page->told : seen, .latest = "" };
    if (moved.since[0] == '\0' ||
        step_each_answer(page->store, page->view.place.subject, page->form_step, false, look,
                         &moved, NULL) != STATUS_OK ||
        moved.latest[0] == '\0')
        return false;
    snprintf(page->told, sizeof(page->told), "%s", moved.latest);
    if (moved.is_own)
        app_say(app, page_is_typed(page)
                         ? _("These answers were changed in another window.  F2 once more puts "
                             "yours over them; the history keeps both.")
                         : _("These answers were changed in another window: this is how they are "
                             "now."));
    else
        app_say_with(app, _("%s changed answers of this step meanwhile: look at them again."),
                     case_desk_user_name(&app_session(app)->desk, moved.by));
    return moved.is_own;
}
