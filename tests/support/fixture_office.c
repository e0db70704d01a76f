/* SPDX-License-Identifier: Apache-2.0 */
#include "support/fixture_office.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/query.h"

/* Drafts are the simplest rows that belong to a user; the text repeats the number. */
static const char SQL_ADD[] =
    "INSERT INTO draft (user_id, form, subject, fields, cursor_field, cursor_position, saved_at)"
    " VALUES (:user, 'fixture', :subject, :fields, '', :number, '2026-11-23T10:00:00.000Z')";
static const char SQL_LIST[] = "SELECT cursor_position, count(*), min(fields), max(fields)"
                               " FROM draft WHERE form = 'fixture' GROUP BY 1 ORDER BY 1";

struct secret *fixture_office_secret(const char *text)
{
    struct error error;
    struct secret *secret = NULL;
    if (secret_from_bytes(&secret, text, strlen(text), &error) != STATUS_OK)
        abort();
    return secret;
}

enum status fixture_office_create(const char *path, const struct disk *disk, char *code,
                                  struct error *error)
{
    struct secret *passphrase = fixture_office_secret("first");
    struct secret *text = NULL;
    const struct office_plan plan = {
        .path = path,
        .user_name = "first",
        .passphrase = passphrase,
        .office_code = "OSH",
        .country = "KG",
        .is_training = true,
    };
    enum status status = office_create(&plan, disk, &text, error);
    if (status == STATUS_OK && code != NULL)
        strcpy(code, (const char *)text->bytes);
    secret_free(&passphrase);
    secret_free(&text);
    return status;
}

enum status fixture_office_open_with(struct office **out, const char *path, const struct disk *disk,
                                     const struct login *login,
                                     const struct office_options *options, struct error *error)
{
    static const struct office_options ordinary;
    return office_open(out, path, disk, login, options == NULL ? &ordinary : options, error);
}

enum status fixture_office_open(struct office **out, const char *path, const struct disk *disk,
                                const char *user, const char *passphrase, struct error *error)
{
    struct secret *typed = fixture_office_secret(passphrase);
    const struct login login = { .user_name = user, .typed = typed };
    enum status status = fixture_office_open_with(out, path, disk, &login, NULL, error);
    secret_free(&typed);
    return status;
}

bool fixture_office_take_code(void *self, const struct secret *code)
{
    if (self != NULL)
        strcpy(self, (const char *)code->bytes);
    return self != NULL;
}

static void make_fields(char *out, int number, int bytes)
{
    int written = sprintf(out, "{\"text\":\"%06d ", number);
    for (int i = 0; i < bytes; i++)
        out[written++] = (char)('a' + (number + i) % 26);
    strcpy(out + written, "\"}");
}

static enum status add_row(struct office *office, int number, int row, const char *fields,
                           struct error *error)
{
    struct query query;
    char subject[32];
    snprintf(subject, sizeof(subject), "%d/%d", number, row);
    query_begin(&query, office_store(office), SQL_ADD);
    query_bind_text(&query, ":user", office_actor(office));
    query_bind_text(&query, ":subject", subject);
    query_bind_text(&query, ":fields", fields);
    query_bind_int(&query, ":number", number);
    return query_run(&query, error);
}

enum status fixture_office_add_rows(struct office *office, int number, int bytes,
                                    struct error *error)
{
    char *fields = malloc((size_t)bytes + 64);
    make_fields(fields, number, bytes);
    enum status status = store_begin(office_store(office), error);
    for (int row = 0; status == STATUS_OK && row < FIXTURE_OFFICE_ROWS; row++)
        status = add_row(office, number, row, fields, error);
    if (status == STATUS_OK)
        status = store_commit(office_store(office), error);
    store_rollback(office_store(office));
    free(fields);
    return status;
}

/* Whether a row is what make_fields() makes of its number and its own length. */
static bool is_as_written(const char *fields, int number)
{
    int bytes = (int)strlen(fields) - (int)strlen("{\"text\":\"000000 \"}");
    char *expected = malloc(strlen(fields) + 64);
    make_fields(expected, number, bytes);
    bool is_same = strcmp(fields, expected) == 0;
    free(expected);
    return is_same;
}

int fixture_office_count_transactions(struct office *office)
{
    struct query query;
    struct error error;
    int count = 0;
    bool is_sound = true;
    query_begin(&query, office_store(office), SQL_LIST);
    while (query_next_row(&query)) {
        count++;
        is_sound = is_sound && query_int(&query, 0) == count &&
                   query_int(&query, 1) == FIXTURE_OFFICE_ROWS &&
                   is_as_written(query_text(&query, 2), count) &&
                   is_as_written(query_text(&query, 3), count);
    }
    if (query_end(&query, &error) != STATUS_OK)
        return -1;
    return is_sound ? count : -1;
}
