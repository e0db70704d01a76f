/* SPDX-License-Identifier: Apache-2.0 */
#include "view/door.h"

#include "app/app.h"
#include "language.h"
#include "name/script.h"
#include "view/view_list.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

const struct view_class *door_find(const char *path)
{
    struct stat info;
    const bool is_missing = lstat(path, &info) != 0 && errno == ENOENT;
    return is_missing ? &wizard_view_class : &unlock_view_class;
}

void door_next_language(struct app *app, struct view *view)
{
    (void)view;
    app_next_language(app);
}

void door_draw_languages(struct area area, int row)
{
    int column = 1;
    column += area_text(area, row, column, STYLE_PLAIN, _("Language: "));
    for (size_t i = 0; language_code_at(i) != NULL; i++) {
        const bool is_present = strcmp(language_code_at(i), language_code()) == 0;
        if (i > 0)
            column += area_text(area, row, column, STYLE_PLAIN, " | ");
        if (is_present) /* not by its style alone */
            column += area_text(area, row, column, STYLE_STRONG, "> ");
        column += area_text(area, row, column, is_present ? STYLE_STRONG : STYLE_PLAIN,
                            language_name_at(i));
    }
}

/* The field that has the focus; on the button, the one above it that something was typed into. */
static const char *typed_last(const struct form *form)
{
    const bool is_button = form->focus >= form->count;
    for (size_t at = is_button ? form->count : form->focus + 1; at > 0; at--) {
        const struct form_field *field = &form->fields[at - 1];
        const char *text = text_input_text(&field->input);
        if (form_is_focusable(field) && field->option_count == 0 && script_has_letter(text))
            return text;
        if (!is_button)
            break;
    }
    return "";
}

void door_draw_letters(struct area area, int row, const struct form *form)
{
    static const char *const sentences[NAME_SCRIPT_COUNT] = {
        [NAME_SCRIPT_LATIN] = N_("You are typing Latin letters."),
        [NAME_SCRIPT_CYRILLIC] = N_("You are typing Cyrillic letters."),
        [NAME_SCRIPT_ARABIC] = N_("You are typing Arabic letters."),
        [NAME_SCRIPT_OTHER] = N_("You are typing letters of different alphabets."),
    };
    const char *typed = typed_last(form);
    if (typed[0] != '\0')
        area_paragraph(area, row, 1, STYLE_PLAIN, language_text(sentences[script_of(typed)]));
}
