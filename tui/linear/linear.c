/* SPDX-License-Identifier: Apache-2.0 */
#include "linear/linear.h"

#include "base/text.h"
#include "language.h"
#include "linear/linear_private.h"
#include "sentence.h"
#include "task/day_list.h"
#include "wording/day_text.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- the menu */

enum menu_item {
    MENU_DAY,
    MENU_FIND,
    MENU_PERSON,
    MENU_CASEFILE,
    MENU_OWN,
    MENU_NOTE,
    MENU_TASKS,
    MENU_LOCK,
    MENU_QUIT,
    MENU_LANGUAGE, /* by its letter */
    MENU_COUNT = MENU_LANGUAGE
};

static const char *const items[] = {
    [MENU_DAY] = N_("my day"),        [MENU_FIND] = N_("find a person or casefile"),
    [MENU_PERSON] = N_("new person"), [MENU_CASEFILE] = N_("open a casefile"),
    [MENU_OWN] = N_("my casefiles"),  [MENU_NOTE] = N_("add a note"),
    [MENU_TASKS] = N_("my tasks"),    [MENU_LOCK] = N_("lock"),
    [MENU_QUIT] = N_("quit"),
};

/* All of the menu as lines, for '?'. */
static char *menu_text(void)
{
    char *text = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&text, &size);
    if (memory == NULL)
        return NULL;
    for (size_t i = 0; i < MENU_COUNT; i++)
        fprintf(memory, "%zu %s\n", i + 1, language_text(items[i]));
    fprintf(memory, "l %s\n", _("another language"));
    fputs(_("< goes back, ? says why or lists, ! says the question again, / finds, q leaves."),
          memory);
    if (fclose(memory) == 0)
        return text;
    free(text);
    return NULL;
}

static void next_language(struct linear *linear)
{
    language_next();
    linear->knows_menu = false;
    linear_say("%s", language_name());
}

static enum linear_reply run_item(struct linear *linear, size_t item)
{
    switch (item) {
    case MENU_DAY:
        return linear_day(linear);
    case MENU_FIND:
        return linear_find(linear, NULL);
    case MENU_PERSON:
        return linear_intake(linear);
    case MENU_CASEFILE:
        return linear_open_casefile(linear, NULL);
    case MENU_OWN:
        return linear_own_casefiles(linear);
    case MENU_NOTE:
        return linear_note(linear, NULL);
    case MENU_TASKS:
        return linear_tasks(linear);
    case MENU_LANGUAGE:
        next_language(linear);
        return REPLY_GIVEN;
    default:
        linear->wish = item == MENU_LOCK ? WISH_LOCK : WISH_END;
        return REPLY_STOP;
    }
}

/* The choices are said once; whoever knows them needs only the question. */
static enum linear_reply run_menu(struct linear *linear)
{
    size_t chosen = 0;
    char *typed = NULL;
    char *all = menu_text();
    if (!linear->knows_menu && all != NULL)
        linear_say("%s", all);
    linear->knows_menu = true;
    const struct linear_question question = {
        .text = _("Menu, 1 to 9"), .standard = "1", .why = all, .takes_key = true
    };
    enum linear_reply reply = linear_ask(linear, &question, &typed);
    free(all);
    if (reply != REPLY_GIVEN) {
        /* There is nothing behind the menu but the end. */
        if (reply == REPLY_STOP && linear->wish == WISH_MENU)
            linear->wish = WISH_END;
        return reply;
    }
    chosen = typed[0] == '\0' ? 1 : linear_read_number(typed, MENU_COUNT);
    if (strcmp(typed, "l") == 0 || strcmp(typed, "L") == 0 || strcmp(typed, "д") == 0)
        chosen = MENU_LANGUAGE + 1;
    free(typed);
    if (chosen > 0)
        return run_item(linear, chosen - 1);
    linear_say("%s", _("Enter a number from 1 to 9; ? lists them."));
    return REPLY_GIVEN;
}

/* ---- how much there is to do */

static void say_day(struct linear *linear)
{
    const struct casefile_desk *desk = &linear->session.desk.desk;
    const struct day_question question = { .user_id = desk->actor, .today = desk->today };
    struct day_list list = { .items = NULL };
    struct error error = { 0 };
    if (!session_may(&linear->session, ACT_READ_CASES))
        return;
    if (day_list_load(desk->store, &question, &list, &error) == STATUS_OK)
        linear_say("%s: %d, %s: %d, %s: %d.", day_text_count(DAY_OVERDUE), list.counts[DAY_OVERDUE],
                   day_text_count(DAY_TODAY), list.counts[DAY_TODAY], day_text_count(DAY_NEW),
                   list.counts[DAY_NEW]);
    else
        linear_fail(&error);
    day_list_release(&list);
}

/* ---- the loop */

bool linear_may(struct linear *linear, enum office_act act)
{
    if (session_may(&linear->session, act))
        return true;
    linear_say("%s", _("Your role in this office does not allow this."));
    return false;
}

struct case_desk *linear_desk(struct linear *linear)
{
    return &linear->session.desk;
}

struct store *linear_store(struct linear *linear)
{
    return linear->session.desk.desk.store;
}

/* After a lock: back to what was in hand, for whoever had it. */
static enum linear_reply resume(struct linear *linear)
{
    char id[UUID_TEXT_SIZE];
    const bool is_same_user = strcmp(linear->resumed_by, linear_desk(linear)->desk.actor) == 0;
    memcpy(id, linear->resumed, sizeof(id));
    linear->resumed[0] = '\0';
    return is_same_user ? linear_casefile(linear, id, NULL) : REPLY_GIVEN;
}

static void heed_wish(struct linear *linear)
{
    char *wanted = linear->wanted;
    const enum linear_wish wish = linear->wish;
    linear->wanted = NULL;
    if (wish == WISH_END)
        return;
    linear->wish = WISH_NOTHING;
    if (wish == WISH_LOCK) {
        session_end(&linear->session);
        linear_say("%s", _("Locked. Nothing is lost."));
    } else if (wish == WISH_FIND) {
        linear_find(linear, wanted == NULL || wanted[0] == '\0' ? NULL : wanted);
    }
    free(wanted);
}

static void work(struct linear *linear)
{
    while (linear->wish != WISH_END) {
        if (!session_is_open(&linear->session)) {
            if (!linear_unlock(linear))
                return;
            say_day(linear);
        }
        if (linear->resumed[0] != '\0')
            resume(linear);
        else
            run_menu(linear);
        while (linear->wish != WISH_NOTHING && linear->wish != WISH_END)
            heed_wish(linear);
    }
}

int linear_run(const struct linear_options *options)
{
    struct linear linear = { .options = options };
    linear.input = linear_input_open(STDIN_FILENO);
    if (linear.input == NULL)
        return EXIT_CODE_DEVICE;
    setvbuf(stdout, NULL, _IOLBF, 0);
    if (options->has_language || linear_ask_language(&linear) != REPLY_STOP)
        work(&linear);
    const bool was_open = session_is_open(&linear.session);
    session_end(&linear.session);
    if (was_open)
        linear_say("%s", _("Closed. What was answered is kept."));
    linear_input_close(&linear.input);
    free(linear.wanted);
    return linear.exit_code;
}
