/* SPDX-License-Identifier: Apache-2.0 */

/* What the commands on country packs share. */
#ifndef QADAM_COMMAND_COUNTRY_COMMAND_H
#define QADAM_COMMAND_COUNTRY_COMMAND_H

#include "command/office_file.h"
#include "country/country_pack.h"
#include "country/country_store.h"
#include "store/setting.h"

/* ---- the verbs, for the table in country.c */

extern const struct option country_list_options[];
extern const struct option country_show_options[];
extern const struct option country_check_options[];
extern const struct option country_import_options[];
extern const struct option country_compare_options[];
extern const struct option country_take_options[];
extern const struct option country_due_options[];
extern const struct option country_holidays_options[];
/* --country */
extern const struct option country_options[];

int country_list_run(const struct arguments *arguments);
int country_show_run(const struct arguments *arguments);
int country_check_run(const struct arguments *arguments);
int country_export_run(const struct arguments *arguments);
int country_import_run(const struct arguments *arguments);
int country_compare_run(const struct arguments *arguments);
int country_take_run(const struct arguments *arguments);
int country_due_run(const struct arguments *arguments);
int country_holidays_run(const struct arguments *arguments);

/* ---- which pack */

/* A pack to be read, and where it comes from. */
struct country_use {
    struct country_pack *pack;
    struct country_copy copy; /* is_own false: the program's */
};

/* The program's pack when only --country says which; else that of the office file.  Returns an exit
 * code; after a failure it has said why.  The caller releases *out, also then. */
int country_use_open(struct country_use *out, const struct arguments *arguments);
void country_use_release(struct country_use *use);

/* An office opened for an act, and its country: that of --country, else its own. */
struct country_office {
    struct office *office;
    char country[SETTING_TEXT_SIZE];
};

int country_office_open(struct country_office *out, const struct arguments *arguments,
                        enum office_act act);

/* Loads a text; faults are said.  Returns an exit code. */
int country_load(struct country_pack **out, const char *country, const struct yaml_source *text);

/* ---- words */

/* A text of a pack in the user's language; NULL stays NULL. */
const char *country_text(const char *text);

/* "15 working days", "3 months". */
void country_write_term(FILE *stream, int count, enum deadline_unit unit);

/* Where a row comes from, in brackets or behind a label; nothing when it does not say.  Lines begin
 * with indent spaces. */
void country_write_origin(FILE *stream, const struct country_row *row, size_t indent);

/* "Saturday" in the user's language. */
const char *country_weekday(enum weekday weekday);

/* Says on stderr which of the years lack the days of their moving holidays. */
void country_warn_of_feasts(const struct country_pack *pack, int first_year, int last_year);

/* The day of an option; today when it was not given or option is NULL.  Returns an exit code. */
int country_read_day(struct day *out, const struct arguments *arguments, const char *option);

#endif
