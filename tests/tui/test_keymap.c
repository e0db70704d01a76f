/* SPDX-License-Identifier: Apache-2.0 */

/* What must be true of every keymap, so that help, menu and key bar are never wrong. */
#include "keymap.h"

#include "app/app_private.h"
#include "language.h"
#include "support/unit.h"
#include "view/application_keymap.h"
#include "view/view_list.h"

#include <string.h>

/* Calls check for every keymap there is, with the name of its owner. */
static void each_keymap(void (*check)(const char *owner, const struct binding *keymap))
{
    check("application", application_keymap);
    check("form", form_keymap);
    for (size_t i = 0; view_list_at(i) != NULL; i++)
        if (view_list_at(i)->keymap != NULL)
            check(view_list_at(i)->name, view_list_at(i)->keymap);
}

static void check_words(const char *owner, const struct binding *keymap)
{
    for (const struct binding *at = keymap; at->action != NULL; at++) {
        const struct action *action = at->action;
        if (action->word == NULL || action->word[0] == '\0')
            fail_msg("%s: an action without a word", owner);
        if (action->help == NULL || action->help[0] == '\0')
            fail_msg("%s: \"%s\" has no help", owner, action->word);
        if (action->label == NULL || action->label[0] == '\0')
            fail_msg("%s: \"%s\" has no label", owner, action->word);
        if (at->run == NULL)
            fail_msg("%s: \"%s\" does nothing", owner, action->word);
    }
}

static void every_action_has_its_words(void **state)
{
    (void)state;
    each_keymap(check_words);
}

static void check_keys(const char *owner, const struct binding *keymap)
{
    char name[KEY_NAME_SIZE];
    struct key key;
    for (const struct binding *at = keymap; at->action != NULL; at++) {
        if (at->key == NULL)
            continue;
        if (key_parse(&key, at->key) != strlen(at->key))
            fail_msg("%s: \"%s\" is no key", owner, at->key);
        key_write_name(name, &key);
        assert_string_equal(name, at->key);
    }
}

static void every_key_is_one(void **state)
{
    (void)state;
    each_keymap(check_keys);
}

/* A key may do another thing at another time; but behind one that it always does, nothing is ever
 * reached. */
static void check_twice(const char *owner, const struct binding *keymap)
{
    for (const struct binding *at = keymap; at->action != NULL; at++)
        for (const struct binding *other = keymap; at->key != NULL && other < at; other++)
            if (other->key != NULL && strcmp(other->key, at->key) == 0 && other->is_there == NULL)
                fail_msg("%s: %s is always \"%s\", so never \"%s\"", owner, at->key,
                         other->action->word, at->action->word);
}

static void no_key_is_bound_twice(void **state)
{
    (void)state;
    each_keymap(check_twice);
}

/* Digits choose rows and make function keys behind Esc. */
static void check_digits(const char *owner, const struct binding *keymap)
{
    for (const struct binding *at = keymap; at->action != NULL; at++)
        if (at->key != NULL && strlen(at->key) == 1 && strchr("0123456789", at->key[0]) != NULL)
            fail_msg("%s: \"%s\" is bound to the digit %s", owner, at->action->word, at->key);
}

static void no_digit_is_a_command(void **state)
{
    (void)state;
    each_keymap(check_digits);
}

/* What screen and tmux take, what stops a terminal, and what is a key of its own. */
static void check_control(const char *owner, const struct binding *keymap)
{
    static const char *const taken[] = { "<C-a>", "<C-b>", "<C-s>", "<C-q>",
                                         "<C-h>", "<C-i>", "<C-j>", "<C-m>" };
    for (const struct binding *at = keymap; at->action != NULL; at++)
        for (size_t i = 0; i < sizeof(taken) / sizeof(taken[0]) && at->key != NULL; i++)
            if (strcmp(at->key, taken[i]) == 0)
                fail_msg("%s: \"%s\" is bound to %s", owner, at->action->word, taken[i]);
}

static void no_key_is_one_that_terminals_take(void **state)
{
    (void)state;
    each_keymap(check_control);
}

static void check_labels(const char *owner, const struct binding *keymap)
{
    for (const struct binding *at = keymap; at->action != NULL; at++) {
        const char *label = language_text_in("key bar", at->action->label);
        if (drawn_width(label) > ACTION_LABEL_WIDTH)
            fail_msg("%s: \"%s\" (%s) is wider than %d columns in \"%s\"", owner, label,
                     at->action->word, ACTION_LABEL_WIDTH, language_code());
    }
}

static void labels_fit_the_key_bar_in_every_language(void **state)
{
    size_t count = 0;
    (void)state;
    for (; language_code_at(count) != NULL; count++) {
        assert_true(language_use(language_code_at(count)));
        each_keymap(check_labels);
    }
    language_use("en");
    /* English and Russian at least: else the catalogues were not found. */
    assert_true(count >= 2);
}

static void every_view_can_be_found_by_its_name(void **state)
{
    (void)state;
    for (size_t i = 0; view_list_at(i) != NULL; i++) {
        const struct view_class *class = view_list_at(i);
        assert_ptr_equal(view_list_find(class->name), class);
        assert_non_null(class->draw);
        assert_true(class->size >= sizeof(struct view));
    }
}

/* A letter works as a command on a Cyrillic layout too, and with Shift or Caps Lock. */
static void a_cyrillic_letter_finds_the_command_in_its_place(void **state)
{
    static const struct action action = { "test", "Test", "A test" };
    static const struct binding keymap[] = {
        { "n", &action, NULL, NULL },
        { "<F2>", &action, NULL, NULL },
        { .action = NULL },
    };
    const struct key cyrillic = { .code = CODE_TEXT, .text = "т" };
    const struct key capital = { .code = CODE_TEXT, .text = "N" };
    const struct key cyrillic_capital = { .code = CODE_TEXT, .text = "Т" };
    const struct key other = { .code = CODE_TEXT, .text = "ж" };
    (void)state;
    assert_ptr_equal(keymap_find(keymap, &cyrillic, NULL, NULL), &keymap[0]);
    assert_ptr_equal(keymap_find(keymap, &capital, NULL, NULL), &keymap[0]);
    assert_ptr_equal(keymap_find(keymap, &cyrillic_capital, NULL, NULL), &keymap[0]);
    assert_null(keymap_find(keymap, &other, NULL, NULL));
    assert_ptr_equal(keymap_find(keymap, &(struct key){ .code = CODE_F2 }, NULL, NULL), &keymap[1]);
    assert_null(keymap_find(NULL, &cyrillic, NULL, NULL));
    assert_null(keymap_find(keymap, &(struct key){ .code = CODE_NONE }, NULL, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_action_has_its_words),
        cmocka_unit_test(every_key_is_one),
        cmocka_unit_test(no_key_is_bound_twice),
        cmocka_unit_test(no_digit_is_a_command),
        cmocka_unit_test(no_key_is_one_that_terminals_take),
        cmocka_unit_test(labels_fit_the_key_bar_in_every_language),
        cmocka_unit_test(every_view_can_be_found_by_its_name),
        cmocka_unit_test(a_cyrillic_letter_finds_the_command_in_its_place),
    };
    language_init();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
