/* SPDX-License-Identifier: Apache-2.0 */

/* Commands in the search: where one can go from everywhere, and what the view below can do. */
#include "view/search_private.h"

#include "base/text.h"
#include "language.h"
#include "view/view_list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORDS_MAX = 6, WORD_SIZE = 120, TITLE_SIZE = 400 };

static const char SPACES[] = " \t\n";

/* ---- where one can go */

static void go_home(struct app *app, struct view *below)
{
    (void)below;
    app_back_to(app, &home_view_class);
}

static void go_answer(struct app *app, struct view *below)
{
    (void)below;
    answer_line_ask(app);
}

static void go_language(struct app *app, struct view *below)
{
    (void)below;
    app_next_language(app);
}

static void go_lock(struct app *app, struct view *below)
{
    (void)below;
    app_lock(app);
}

static void go_quit(struct app *app, struct view *below)
{
    (void)below;
    app_quit(app);
}

static const struct {
    const char *text; /* with the words it is found by */
    const char *word; /* English, as in the commands */
    const struct view_class *class;
    void (*run)(struct app *app, struct view *below);
    bool needs;
    enum office_act act;
    const char *key;
} commands[] = {
    { N_("My day: what is to be done today"), "day home", NULL, go_home, false, 0, NULL },
    { N_("All cases, with a filter"), "cases", &cases_view_class, NULL, true, ACT_READ_CASES,
      NULL },
    { N_("Answer of another body to a referral, by its code"), "answer referral code", NULL,
      go_answer, true, ACT_KEEP_PEOPLE, NULL },
    { N_("Own tasks"), "tasks", &tasks_view_class, NULL, false, 0, NULL },
    { N_("Backup: make one, look at the last ones"), "backup", &backup_view_class, NULL, true,
      ACT_BACKUP, NULL },
    { N_("Users: who may open this file"), "users", &users_view_class, NULL, true, ACT_MANAGE_USERS,
      NULL },
    { N_("Settings of the office"), "settings", &settings_view_class, NULL, false, 0, NULL },
    { N_("Journal: who did what"), "journal", &journal_view_class, NULL, true, ACT_READ_JOURNAL,
      NULL },
    { N_("Help"), "help", &help_view_class, NULL, false, 0, "F1" },
    { N_("Language: the next one"), "language", NULL, go_language, false, 0, "F8" },
    { N_("Lock now: nothing can be read without the passphrase"), "lock", NULL, go_lock, false, 0,
      "Ctrl-K" },
    { N_("Close the office file and leave"), "quit exit", NULL, go_quit, false, 0, NULL },
};

/* ---- words */

struct words {
    char items[WORDS_MAX][WORD_SIZE]; /* folded */
    size_t count;
};

static void words_read(struct words *out, const char *text)
{
    char *folded = NULL;
    out->count = 0;
    if (text_fold(&folded, text, NULL) != STATUS_OK)
        return;
    for (const char *at = folded; out->count < WORDS_MAX;) {
        at += strspn(at, SPACES);
        const size_t length = strcspn(at, SPACES);
        if (length == 0)
            break;
        snprintf(out->items[out->count++], WORD_SIZE, "%.*s", (int)length, at);
        at += length;
    }
    free(folded);
}

static bool has_word(const char *folded, const char *begin)
{
    for (const char *at = folded; *at != '\0'; at += strcspn(at, SPACES)) {
        at += strspn(at, SPACES);
        if (strncmp(at, begin, strlen(begin)) == 0 && *at != '\0')
            return true;
        if (*at == '\0')
            break;
    }
    return false;
}

/* Whether each word begins one of the title or is the English one. */
static bool words_fit(const struct words *words, const char *title, const char *word)
{
    char text[TITLE_SIZE];
    char *folded = NULL;
    snprintf(text, sizeof(text), "%s %s", title, word);
    bool fits = words->count > 0 && text_fold(&folded, text, NULL) == STATUS_OK;
    for (size_t i = 0; i < words->count && fits; i++)
        fits = has_word(folded, words->items[i]);
    free(folded);
    return fits;
}

/* Whether the word is the first one of the title, or an English one. */
static bool is_name(const char *folded_word, const char *title, const char *word)
{
    char text[TITLE_SIZE], *folded = NULL;
    bool is_same = false;
    snprintf(text, sizeof(text), "%.*s %s", (int)strcspn(title, " :,"), title, word);
    if (text_fold(&folded, text, NULL) != STATUS_OK)
        return false;
    for (const char *at = folded; *at != '\0' && !is_same;) {
        const size_t length = strcspn(at, SPACES);
        is_same = length == strlen(folded_word) && strncmp(at, folded_word, length) == 0;
        at += length + (at[length] != '\0');
    }
    free(folded);
    return is_same;
}

static bool is_allowed(struct app *app, size_t command)
{
    return !commands[command].needs || session_may(app_session(app), commands[command].act);
}

bool search_is_command(struct app *app, const char *text)
{
    struct words words;
    words_read(&words, text);
    for (size_t i = 0; i < sizeof(commands) / sizeof(commands[0]) && words.count == 1; i++)
        if (is_allowed(app, i) &&
            is_name(words.items[0], language_text(commands[i].text), commands[i].word))
            return true;
    return false;
}

/* ---- adding */

static struct search_row *add(struct search_rows *rows, const char *title)
{
    char *copy = strdup(title);
    if (copy == NULL || rows->counts[SEARCH_COMMANDS] == SEARCH_COMMANDS_MAX) {
        free(copy);
        return NULL;
    }
    struct search_row *row = search_rows_add(rows, SEARCH_COMMANDS);
    if (row == NULL)
        free(copy);
    else
        row->name = copy;
    return row;
}

static void add_commands(struct search_rows *rows, struct app *app, const struct words *words)
{
    for (size_t i = 0; i < sizeof(commands) / sizeof(commands[0]); i++) {
        const char *title = language_text(commands[i].text);
        if (!is_allowed(app, i) || !words_fit(words, title, commands[i].word))
            continue;
        struct search_row *row = add(rows, title);
        if (row == NULL)
            return;
        row->class = commands[i].class;
        row->run = commands[i].run;
        row->key = commands[i].key;
    }
}

/* What the view below has in its own keymap. */
static void add_bindings(struct search_rows *rows, struct app *app, struct view *below,
                         const struct words *words)
{
    const struct binding *binding = below == NULL ? NULL : below->class->keymap;
    for (; binding != NULL && binding->action != NULL; binding++) {
        const char *title = language_text(binding->action->help);
        if (!binding_is_there(binding, app, below) || binding->action == &action_new_person ||
            !words_fit(words, title, binding->action->word))
            continue;
        struct search_row *row = add(rows, title);
        if (row == NULL)
            return;
        row->binding = binding;
        row->key = binding->key;
    }
}

/* What was typed goes along. */
static void add_typed(struct search_rows *rows, const struct view_class *class, const char *pattern,
                      const char *text)
{
    char title[TITLE_SIZE];
    const char *hole = strstr(pattern, "%s");
    if (hole == NULL)
        return;
    snprintf(title, sizeof(title), "%.*s%s%s", (int)(hole - pattern), pattern, text, hole + 2);
    struct search_row *row = add(rows, title);
    if (row == NULL)
        return;
    row->class = class;
    if (strlen(text) < sizeof(row->place.detail))
        memcpy(row->place.detail, text, strlen(text) + 1);
}

/* New person named "гулнара сыдык". */
static void add_all_typed(struct search_rows *rows, struct app *app, const char *text)
{
    const bool is_name = strpbrk(text, "0123456789") == NULL;
    if (is_name && session_may(app_session(app), ACT_KEEP_PEOPLE))
        add_typed(rows, &intake_view_class, _("New person named \"%s\""), text);
    if (session_may(app_session(app), ACT_READ_CASES))
        add_typed(rows, &cases_view_class, _("All cases with \"%s\""), text);
}

void search_rows_add_commands(struct search_rows *rows, struct app *app, struct view *view,
                              const char *text)
{
    struct words words;
    words_read(&words, text);
    if (words.count == 0)
        return;
    if (!rows->is_command_first)
        add_all_typed(rows, app, text);
    add_commands(rows, app, &words);
    add_bindings(rows, app, app_below(app, view), &words);
    if (rows->is_command_first)
        add_all_typed(rows, app, text);
}
