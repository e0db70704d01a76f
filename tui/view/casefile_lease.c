/* SPDX-License-Identifier: Apache-2.0 */

/* Two people do not fill in the same form: whoever opened it first has the casefile in hand. */
#include "view/casefile_private.h"

#include "language.h"
#include "wording/local_time.h"

#include <stdio.h>
#include <string.h>

enum { RENEW_MS = 5 * 60 * 1000 };

bool page_take(struct app *app, struct casefile_page *page)
{
    struct error error = { 0 };
    const struct port *port = app_port(app);
    const long long now = port->now_ms(port->self);
    if (page->has_lease && now - page->leased_at_ms < RENEW_MS)
        return true;
    const enum status status = casefile_lease_take(page->store, page->actor,
                                                   page->view.place.subject, &page->lease, &error);
    page->has_lease = status == STATUS_OK;
    page->leased_at_ms = now;
    if (status == STATUS_OK)
        page->lease.user_id[0] = '\0';
    else if (status != STATUS_IN_USE)
        app_fail(app, &error);
    return status == STATUS_OK;
}

void page_lay_down(struct casefile_page *page)
{
    if (!page->has_lease)
        return;
    const enum status status =
        casefile_lease_release(page->store, page->actor, page->view.place.subject, NULL);
    (void)status; /* it ends by itself */
    page->has_lease = false;
}

char *page_lease_text(const struct app *app, const struct casefile_page *page)
{
    char until[LOCAL_TIME_SIZE];
    char *text = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&text, &size);
    if (memory == NULL)
        return NULL;
    local_time_format(until, page->lease.until);
    const char *clock = strlen(until) > 11 ? until + 11 : until;
    fprintf(memory,
            /* TRANSLATORS: a user's name, and a time of the day such as 10:42. */
            _("%s has this casefile in hand until %.5s.  You can read it; ask them, or come back "
              "then."),
            case_desk_user_name(&app_session_of(app)->desk, page->lease.user_id), clock);
    return fclose(memory) == 0 ? text : NULL;
}
