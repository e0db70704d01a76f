/* SPDX-License-Identifier: Apache-2.0 */

/* Entries of the history in words: ids of users become names, other ids say nothing and go. */
#include "base/ascii.h"
#include "base/text.h"
#include "casefile/casefile_store.h"
#include "command/case/secrecy.h"
#include "command/person/difference.h"
#include "language.h"
#include "view/history_private.h"
#include "view/record_list.h"
#include "wording/local_time.h"

#include <stdlib.h>
#include <string.h>

enum { UUID_LENGTH = UUID_TEXT_SIZE - 1, INDENT = 4 };

void history_item_release(struct history_item *item)
{
    text_wipe(&item->what);
    text_wipe(&item->words);
    *item = (struct history_item){ .at = "" };
}

enum status history_words_begin(struct history_words *out, struct app *app, struct error *error)
{
    *out = (struct history_words){ .app = app };
    enum status status = case_secrecy_begin(&out->secrecy, app_session(app)->desk.office, error);
    if (status == STATUS_OK)
        status = difference_begin(&out->difference, error);
    if (status != STATUS_OK)
        history_words_end(out);
    return status;
}

void history_words_end(struct history_words *words)
{
    difference_end(&words->difference);
    case_secrecy_end(&words->secrecy);
}

/* ---- members of the records, which are ids and codes */

/* Quotes inside of texts are escaped, so that no text can look like a member. */
static const char *find_member(const char *json, const char *member)
{
    char pattern[HISTORY_CODE_SIZE];
    snprintf(pattern, sizeof(pattern), "\"%s\":", member);
    const char *found = json == NULL ? NULL : strstr(json, pattern);
    return found == NULL ? NULL : found + strlen(pattern);
}

static void copy_member(char out[HISTORY_CODE_SIZE], const char *json, const char *member)
{
    const char *value = find_member(json, member);
    out[0] = '\0';
    if (value != NULL && value[0] == '"')
        snprintf(out, HISTORY_CODE_SIZE, "%.*s", (int)strcspn(value + 1, "\""), value + 1);
}

bool history_is_of_case(const struct history_entry *entry, const char *casefile_id)
{
    char id[HISTORY_CODE_SIZE];
    if (strcmp(entry->subject, casefile_id) == 0)
        return true;
    copy_member(id, entry->after == NULL ? entry->before : entry->after, "casefile");
    return strcmp(id, casefile_id) == 0;
}

/* ---- words */

/* Days as people write them; how many bytes of the line were written so, where none continues a
 * number. */
static size_t write_time(FILE *stream, const char *line, size_t at)
{
    char time[LOCAL_TIME_SIZE];
    const size_t length =
        at > 0 && (ascii_is_digit(line[at - 1]) || line[at - 1] == '-' || line[at - 1] == '/')
            ? 0
            : local_time_read(time, line + at);
    if (length > 0)
        fputs(time, stream);
    return length;
}

/* One line; false when it holds an id that is no user's. */
static bool write_line(FILE *stream, const struct app *app, const char *line, size_t length)
{
    char id[UUID_TEXT_SIZE];
    for (size_t i = 0; i < length; i++) {
        snprintf(id, sizeof(id), "%.*s", length - i < UUID_LENGTH ? 0 : UUID_LENGTH, line + i);
        const size_t time = write_time(stream, line, i);
        if (time > 0) {
            i += time - 1;
            continue;
        }
        if (!uuid_is_valid(id)) {
            fputc(line[i], stream);
            continue;
        }
        const char *name = record_user(app, id);
        if (strcmp(name, id) == 0)
            return false;
        fputs(name, stream);
        i += UUID_LENGTH - 1;
    }
    return true;
}

static void write_lines(FILE *stream, const struct app *app, const char *text)
{
    while (*text != '\0') {
        size_t size = 0;
        char *line = NULL;
        const size_t length = strcspn(text, "\n");
        const size_t indent = strspn(text, " ");
        FILE *memory = open_memstream(&line, &size);
        if (memory == NULL)
            return;
        const bool is_for_people =
            indent < length && write_line(memory, app, text + indent, length - indent);
        if (fclose(memory) == 0 && is_for_people)
            fprintf(stream, "%s\n", line);
        text_wipe(&line);
        text += length + (text[length] == '\n');
    }
}

static char *words_make(struct history_words *words, const struct history_entry *entry)
{
    char *raw = NULL, *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&raw, &size);
    if (stream == NULL)
        return NULL;
    difference_write(words->difference, stream, entry->before, entry->after);
    const bool is_written = fclose(stream) == 0;
    stream = is_written ? open_memstream(&text, &size) : NULL;
    if (stream != NULL) {
        write_lines(stream, words->app, raw);
        if (fclose(stream) != 0) {
            text_wipe(&text);
            text = NULL;
        }
    }
    text_wipe(&raw);
    return text;
}

/* The text of a member, on one line; NULL when it has none. */
static char *text_of_member(const char *json, const char *member)
{
    const char *at = find_member(json, member);
    char *text = NULL;
    size_t size = 0;
    FILE *stream = at == NULL || at[0] != '"' ? NULL : open_memstream(&text, &size);
    if (stream == NULL)
        return NULL;
    for (at++; *at != '\0' && *at != '"'; at++)
        if (*at != '\\')
            fputc(*at, stream);
        else
            fputc(*++at == '"' || *at == '\\' || *at == '/' ? *at : ' ', stream);
    if (fclose(stream) == 0)
        return text;
    text_wipe(&text);
    return NULL;
}

/* What tells one entry from its neighbours, before the member that comes first. */
static char *telling_words(const struct history_entry *entry, const char *words)
{
    static const char *const members[] = {
        "title", "body", "about", "full_name", "reason", "answer"
    };
    const char *json = entry->after == NULL ? entry->before : entry->after;
    char *text = NULL;
    for (size_t i = 0; i < sizeof(members) / sizeof(members[0]) && text == NULL; i++)
        text = text_of_member(json, members[i]);
    return text == NULL ? strndup(words, strcspn(words, "\n")) : text;
}

static char *step_title(struct history_words *words, const struct history_entry *entry)
{
    struct casefile casefile;
    struct case_desk *desk = &app_session(words->app)->desk;
    if (casefile_load(app_store(words->app), entry->subject, &casefile, NULL) != STATUS_OK)
        return strdup(entry->step);
    char *title =
        strdup(case_desk_step_title(desk, casefile.workflow, casefile.version, entry->step));
    casefile_release(&casefile);
    return title;
}

static bool is_of_step(const struct history_entry *entry)
{
    return strncmp(entry->act, "step.", strlen("step.")) == 0;
}

/* What a restricted step holds is shown to those to whom its casefile shows it. */
static bool hides(struct history_words *words, const struct history_entry *entry)
{
    const bool has_words = entry->before != NULL || entry->after != NULL;
    return has_words && is_of_step(entry) &&
           case_secrecy_hides(words->secrecy, entry->subject, entry->step);
}

static char *what_make(struct history_words *words, const struct history_entry *entry,
                       const struct history_item *item)
{
    if (item->is_hidden)
        return strdup(_("(restricted step)"));
    if (item->is_confidential)
        return strdup(_("(confidential: Enter shows it)"));
    if (is_of_step(entry) && entry->step != NULL)
        return step_title(words, entry);
    return telling_words(entry, item->words);
}

static void read_way_back(struct history_item *out, const struct history_entry *entry)
{
    if (strcmp(entry->act, "casefile.assign") == 0) {
        copy_member(out->from, entry->before, "assigned_to");
        copy_member(out->to, entry->after, "assigned_to");
    }
    if (strcmp(entry->act, "person.merge") == 0)
        copy_member(out->to, entry->after, "merged");
}

enum status history_item_make(struct history_item *out, struct history_words *words,
                              const struct history_entry *entry, struct error *error)
{
    *out = (struct history_item){ .is_hidden = hides(words, entry) };
    snprintf(out->at, sizeof(out->at), "%s", entry->at);
    snprintf(out->actor, sizeof(out->actor), "%s", entry->actor);
    snprintf(out->act, sizeof(out->act), "%s", entry->act);
    snprintf(out->subject, sizeof(out->subject), "%s", entry->subject);
    snprintf(out->step, sizeof(out->step), "%s", entry->step == NULL ? "" : entry->step);
    const char *confidential = find_member(entry->after, "is_confidential");
    out->is_confidential = confidential != NULL && confidential[0] == '1';
    out->words = out->is_hidden ? strdup("") : words_make(words, entry);
    if (out->words != NULL)
        out->what = what_make(words, entry, out);
    read_way_back(out, entry);
    if (out->what != NULL)
        return STATUS_OK;
    history_item_release(out);
    return error_set(error, STATUS_OUT_OF_MEMORY, "an entry of the history");
}
