/* SPDX-License-Identifier: Apache-2.0 */
#include "store/setting.h"

#include "store/case_number.h"
#include "store/query.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char SQL_FIND_SETTING[] = "SELECT value FROM setting WHERE key = :key";
static const char SQL_CHANGE_SETTING[] = "INSERT INTO setting (key, value) VALUES (:key, :value)"
                                         " ON CONFLICT (key) DO UPDATE SET value = excluded.value";

enum { CHOICES_MAX = 10, NUMBER_TEXT_SIZE = 12 };

/* A setting with choices is one of them; with a maximum it is a number; else any text. */
struct setting_rule {
    const char *key;
    const char *value; /* the default */
    const char *choices[CHOICES_MAX];
    int min;
    int max;
};

static const struct setting_rule rules[] = {
    [SETTING_OFFICE_CODE] = { .key = "office_code", .value = "" },
    [SETTING_OFFICE_NAME] = { .key = "office_name", .value = "" },
    [SETTING_COUNTRY] = { .key = "country",
                          .value = "KG",
                          .choices = { "KZ", "KG", "TJ", "TM", "UZ" } },
    [SETTING_LANGUAGE] = { .key = "language",
                           .value = "ru",
                           .choices = { "en", "ru", "kk", "ky", "tg", "uz", "uz@cyrillic", "tk" } },
    [SETTING_IDLE_LOCK_MINUTES] = { .key = "idle_lock_minutes", .value = "5", .max = 240 },
    [SETTING_BACKUP_KEEP] = { .key = "backup_keep", .value = "10", .min = 1, .max = 1000 },
    [SETTING_BACKUP_FOLDER] = { .key = "backup_folder", .value = "" },
    [SETTING_BACKUP_REMIND_DAYS] = { .key = "backup_remind_days", .value = "3", .max = 365 },
    [SETTING_SMALLEST_PC_MIB] = { .key = "smallest_pc_mib",
                                  .value = "128",
                                  .min = 48,
                                  .max = 1048576 },
    [SETTING_RETENTION_YEARS] = { .key = "retention_years", .value = "6", .min = 1, .max = 100 },
    [SETTING_REQUEST_DAYS] = { .key = "request_days", .value = "30", .min = 1, .max = 365 },
    [SETTING_CASELOAD_LIMIT] = { .key = "caseload_limit", .value = "25", .max = 1000 },
    [SETTING_UNASSIGNED_HOURS] = { .key = "unassigned_hours", .value = "3", .min = 1, .max = 240 },
    [SETTING_UNASSIGNED_URGENT_HOURS] = { .key = "unassigned_urgent_hours",
                                          .value = "1",
                                          .min = 1,
                                          .max = 240 },
    [SETTING_ASSESSMENT_DAYS] = { .key = "assessment_days", .value = "7", .max = 365 },
    [SETTING_CONTACT_DAYS_HIGH] = { .key = "contact_days_high", .value = "7", .max = 365 },
    [SETTING_CONTACT_DAYS_MEDIUM] = { .key = "contact_days_medium", .value = "14", .max = 365 },
    [SETTING_CONTACT_DAYS_LOW] = { .key = "contact_days_low", .value = "30", .max = 365 },
    [SETTING_REVIEW_DAYS_HIGH] = { .key = "review_days_high", .value = "14", .max = 365 },
    [SETTING_REVIEW_DAYS_MEDIUM] = { .key = "review_days_medium", .value = "30", .max = 365 },
    [SETTING_REVIEW_DAYS_LOW] = { .key = "review_days_low", .value = "90", .max = 365 },
    [SETTING_IS_TRAINING] = { .key = "is_training", .value = "0", .max = 1 },
};
_Static_assert(sizeof(rules) / sizeof(rules[0]) == SETTING_COUNT, "every setting has a rule");

const char *setting_key(enum setting setting)
{
    return rules[setting].key;
}

bool setting_find(const char *key, enum setting *out)
{
    for (int i = 0; i < SETTING_COUNT; i++)
        if (strcmp(rules[i].key, key) == 0) {
            *out = (enum setting)i;
            return true;
        }
    return false;
}

static bool is_choice(const struct setting_rule *rule, const char *value)
{
    for (int i = 0; i < CHOICES_MAX && rule->choices[i] != NULL; i++)
        if (strcmp(rule->choices[i], value) == 0)
            return true;
    return false;
}

static bool read_number(const struct setting_rule *rule, const char *value, int *out)
{
    char *end = NULL;
    errno = 0;
    const long number = strtol(value, &end, 10);
    if (value[0] == '\0' || *end != '\0' || errno != 0 || number < rule->min || number > rule->max)
        return false;
    *out = (int)number;
    return true;
}

enum status setting_check(enum setting setting, const char *value, struct error *error)
{
    const struct setting_rule *rule = &rules[setting];
    int number = 0;
    if (strlen(value) >= SETTING_TEXT_SIZE)
        return error_set_number(error, STATUS_TEXT_TOO_LONG, SETTING_TEXT_SIZE - 1, "value of %s",
                                rule->key);
    if (setting == SETTING_OFFICE_CODE && !office_code_is_valid(value))
        return error_set(error, STATUS_NAME_INVALID, "value of %s", rule->key);
    if (rule->choices[0] != NULL && !is_choice(rule, value))
        return error_set(error, STATUS_INVALID, "value of %s", rule->key);
    if (rule->max > 0 && !read_number(rule, value, &number))
        return error_set(error, STATUS_INVALID, "value of %s", rule->key);
    return STATUS_OK;
}

enum status setting_text(struct store *store, enum setting setting, char out[SETTING_TEXT_SIZE],
                         struct error *error)
{
    snprintf(out, SETTING_TEXT_SIZE, "%s", rules[setting].value);
    struct query query;
    query_begin(&query, store, SQL_FIND_SETTING);
    query_bind_text(&query, ":key", rules[setting].key);
    if (query_next_row(&query))
        query_copy_text(&query, 0, out, SETTING_TEXT_SIZE);
    return query_end(&query, error);
}

enum status setting_is_written(struct store *store, enum setting setting, bool *out,
                               struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_FIND_SETTING);
    query_bind_text(&query, ":key", rules[setting].key);
    *out = query_next_row(&query);
    return query_end(&query, error);
}

enum status setting_number(struct store *store, enum setting setting, int *out, struct error *error)
{
    const struct setting_rule *rule = &rules[setting];
    if (rule->max == 0)
        return error_set(error, STATUS_INTERNAL, "%s is not a number", rule->key);
    char text[SETTING_TEXT_SIZE];
    const enum status status = setting_text(store, setting, text, error);
    if (status != STATUS_OK)
        return status;
    /* A newer program may have written what this one does not allow. */
    if (!read_number(rule, text, out))
        (void)read_number(rule, rule->value, out);
    return STATUS_OK;
}

enum status setting_change_text(struct store *store, enum setting setting, const char *value,
                                struct error *error)
{
    const enum status status = setting_check(setting, value, error);
    if (status != STATUS_OK)
        return status;
    struct query query;
    query_begin(&query, store, SQL_CHANGE_SETTING);
    query_bind_text(&query, ":key", rules[setting].key);
    query_bind_text(&query, ":value", value);
    return query_run(&query, error);
}

enum status setting_change_number(struct store *store, enum setting setting, int value,
                                  struct error *error)
{
    if (rules[setting].max == 0)
        return error_set(error, STATUS_INTERNAL, "%s is not a number", rules[setting].key);
    char text[NUMBER_TEXT_SIZE];
    snprintf(text, sizeof(text), "%d", value);
    return setting_change_text(store, setting, text, error);
}
