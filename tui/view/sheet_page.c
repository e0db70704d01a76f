/* SPDX-License-Identifier: Apache-2.0 */
#include "view/sheet_page.h"

#include "language.h"
#include "vault/recovery_code.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

enum {
    INDENT = 3,
    GROUPS_IN_A_ROW = 4, /* at most */
    GROUP_COLUMNS = 11,  /* "1) ABCDE   " */
    GROUP_TEXT_SIZE = 24,
    GROUP_FIELD_COLUMNS = 12,
    LAST_GROUP_AT = (RECOVERY_CODE_GROUPS - 1) * (RECOVERY_CODE_GROUP_SYMBOLS + 1),
};

void sheet_page_build(struct form *form, const char *button)
{
    char label[100];
    snprintf(label, sizeof(label), _("Group %d from your paper"), RECOVERY_CODE_GROUPS);
    struct form_field *field = form_add(form, FORM_TEXT, "group", label);
    if (field != NULL) {
        field->is_required = true;
        field->columns = GROUP_FIELD_COLUMNS;
        field->input.max = GROUP_FIELD_COLUMNS;
    }
    form_field_hint(field, _("the last five signs"));
    form_button(form, button);
}

/* As many in a row as there is room for. */
static int groups_in_a_row(struct area area)
{
    const int room = (area.columns - INDENT) / GROUP_COLUMNS;
    return room < 1 ? 1 : room > GROUPS_IN_A_ROW ? GROUPS_IN_A_ROW : room;
}

/* Returns how many rows it took. */
static int draw_groups(struct area area, int row, const struct secret *code)
{
    const int wide = groups_in_a_row(area);
    char text[GROUP_TEXT_SIZE];
    for (int i = 0; i < RECOVERY_CODE_GROUPS; i++) {
        const char *group =
            (const char *)code->bytes + (size_t)i * (RECOVERY_CODE_GROUP_SYMBOLS + 1);
        snprintf(text, sizeof(text), "%d) %.*s", i + 1, RECOVERY_CODE_GROUP_SYMBOLS, group);
        area_text(area, row + i / wide, INDENT + i % wide * GROUP_COLUMNS, STYLE_STRONG, text);
    }
    sodium_memzero(text, sizeof(text));
    return (RECOVERY_CODE_GROUPS + wide - 1) / wide;
}

int sheet_page_draw(struct area area, const struct secret *code)
{
    const int gap = area.rows > 13;
    int row = gap;
    row += area_paragraph(area, row, 1, STYLE_STRONG,
                          _("RECOVERY SHEET.  Copy this code by hand and lock it away.")) +
           gap;
    row += draw_groups(area, row, code) + gap;
    if (area.rows > 9)
        row += area_paragraph(area, row, 1, STYLE_PLAIN,
                              _("When nobody remembers a passphrase, it opens the file.  Whoever "
                                "has it and the file can read everything, so keep it in a safe, "
                                "away from this PC.  It is not shown a second time."));
    if (gap > 0)
        row += area_paragraph(area, row, 1, STYLE_PLAIN,
                              _("The signs are 0 to 9 and A to Z without I, L, O and U."));
    return row + gap;
}

/* The code with that last group in place of its own: the sheet's own rules about signs that look
 * alike count. */
static bool is_last_group(const struct secret *code, const char *typed)
{
    struct secret *whole = NULL, *wanted = NULL, *found = NULL;
    const size_t length = strlen(typed);
    bool is = false;
    if (secret_new(&whole, LAST_GROUP_AT + length + 1, NULL) != STATUS_OK)
        return false;
    memcpy(whole->bytes, code->bytes, LAST_GROUP_AT);
    memcpy(whole->bytes + LAST_GROUP_AT, typed, length + 1);
    if (recovery_code_parse(&found, (const char *)whole->bytes, LAST_GROUP_AT + length, NULL) ==
            STATUS_OK &&
        recovery_code_parse(&wanted, (const char *)code->bytes, strlen((const char *)code->bytes),
                            NULL) == STATUS_OK)
        is = sodium_memcmp(found->bytes, wanted->bytes, RECOVERY_CODE_BYTES) == 0;
    secret_free(&whole);
    secret_free(&wanted);
    secret_free(&found);
    return is;
}

bool sheet_page_check(struct form *form, const struct secret *code)
{
    const char *typed = form_value(form, "group");
    const bool is_right = typed[0] != '\0' && is_last_group(code, typed);
    form_field_fault(form_find(form, "group"),
                     is_right           ? NULL
                     : typed[0] == '\0' ? _("Copy the code, then type its last group here.")
                                        : _("That is not the last group: compare your paper with "
                                            "the screen, sign by sign."));
    if (!is_right)
        form_focus(form, "group");
    return is_right;
}
