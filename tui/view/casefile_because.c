/* SPDX-License-Identifier: Apache-2.0 */

/* What an indication or an assessment follows from, what it opens, and who was told. */
#include "view/casefile_private.h"

#include "casefile/alert_store.h"
#include "language.h"
#include "wording/explanation_text.h"
#include "wording/label.h"
#include "wording/local_time.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { VALUE_SIZE = 400 };

static void add_line(void *self, int indent, const char *text)
{
    scroll_text_add(self, STYLE_PLAIN, 2 + indent, text);
}

/* Who was told, and whether they have seen it. */
static void add_told(const struct app *app, struct scroll_text *why,
                     const struct casefile_alert *alert)
{
    char text[VALUE_SIZE], since[LOCAL_TIME_SIZE];
    enum role role;
    local_time_format(since, alert->raised_at);
    if (role_parse(&role, alert->for_role, NULL) != STATUS_OK)
        return;
    snprintf(text, sizeof(text), _("Told: %s, %s"), label_role(role), since);
    scroll_text_add(why, STYLE_PLAIN, 2, text);
    if (alert->seen_at[0] == '\0') {
        scroll_text_add(why, STYLE_PLAIN, 2, _("Nobody has seen it yet: tell them by word too."));
        return;
    }
    local_time_format(since, alert->seen_at);
    snprintf(text, sizeof(text), _("Seen by %s, %s"),
             case_desk_user_name(&app_session_of(app)->desk, alert->seen_by), since);
    scroll_text_add(why, STYLE_PLAIN, 2, text);
}

static void add_alerts(const struct app *app, const struct casefile_page *page,
                       struct scroll_text *why, const struct indication *indication)
{
    struct casefile_alert_list alerts = { .items = NULL };
    if (indication->alert == NULL ||
        casefile_alert_list_of(page->store, page->view.place.subject, &alerts, NULL) != STATUS_OK)
        return;
    for (size_t i = 0; i < alerts.count; i++)
        if (strcmp(alerts.items[i].indication, indication->id) == 0) {
            add_told(app, why, &alerts.items[i]);
            break;
        }
    free(alerts.items);
}

void page_add_reasons(const struct app *app, const struct casefile_page *page,
                      struct scroll_text *why, const struct indication *indication)
{
    const struct explanation_sink sink = { add_line, why };
    if (explanation_tell_indication(&sink, indication, &page->file.standing, &page->file.situation,
                                    NULL) != STATUS_OK)
        return;
    add_alerts(app, page, why, indication);
}

void page_add_signs(const struct casefile_page *page, struct scroll_text *why)
{
    const struct explanation_sink sink = { add_line, why };
    struct scores scores;
    if (page->step->instrument == NULL || page->is_hidden ||
        page->step->instrument->method != METHOD_SIGNS)
        return;
    instrument_score(&scores, page->step, &page->file.situation);
    if (scores.result == NULL)
        return;
    scroll_text_add_heading(why, _("WHAT THE SIGNS SAY"));
    if (explanation_tell_signs(&sink, page->step, &page->file.situation, NULL) != STATUS_OK)
        scroll_text_add(why, STYLE_WARNING, 0, _("There was not enough memory to show all of it."));
}
