/* SPDX-License-Identifier: Apache-2.0 */

/* Is the file sound?  From the outside in: header, pages, database, journal, history. */
#include "journal/history.h"
#include "office/office_private.h"

static bool ask(void *self, long long done)
{
    const struct progress *progress = self;
    (void)done;
    return progress->report == NULL || progress->report(progress->self, 0, 0);
}

enum status office_verify(struct office *office, const struct progress *progress,
                          struct office_health *out, struct error *error)
{
    enum status status = vault_check_header(office->vault, error);
    if (status != STATUS_OK)
        return status;
    return office_verify_content(office, progress, out, error);
}

enum status office_verify_content(struct office *office, const struct progress *progress,
                                  struct office_health *out, struct error *error)
{
    struct journal_state journal;
    struct error ignored;
    struct progress asked = progress == NULL ? (struct progress){ NULL, NULL } : *progress;
    const struct journal_watch watch = { .go_on = ask, .self = &asked };
    *out = (struct office_health){ .pages = 0 };
    enum status status = office_require(office, ACT_VERIFY, error);
    /* What a cut checkpoint left half written is whole in the log: bring it over first.  Not
     * possible while others read, or in a read-only file; then they have no torn page either. */
    if (status == STATUS_OK && store_checkpoint(office->store, &ignored) != STATUS_OK)
        error_clear(&ignored);
    if (status == STATUS_OK)
        status = vault_count_pages(office->vault, &out->pages, error);
    if (status == STATUS_OK)
        status = build_check_pages(office->vault, progress, 0, out->pages, error);
    if (status == STATUS_OK)
        status = store_check(office->store, error);
    if (status == STATUS_OK)
        status = journal_verify(office->store, &watch, &journal, error);
    if (status == STATUS_OK)
        status = history_verify(office->store, &watch, error);
    if (status != STATUS_OK)
        return status;
    out->users = vault_count_users(office->vault);
    out->journal_entries = journal.count;
    for (int i = 0; i < JOURNAL_HASH_SIZE; i++)
        out->journal_head[i] = journal.head[i];
    return STATUS_OK;
}
