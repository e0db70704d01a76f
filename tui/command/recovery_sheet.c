/* SPDX-License-Identifier: Apache-2.0 */
#include "command/recovery_sheet.h"

#include "command/json.h"
#include "language.h"
#include "paragraph.h"
#include "sentence.h"
#include "vault/recovery_code.h"

#include <stdio.h>
#include <time.h>

/* Small enough for a screen of 60 columns and 16 lines, from which it may be copied by hand. */
enum { SHEET_WIDTH = 56, GROUPS_IN_A_ROW = 4 };
static const char rule[] = "--------------------------------------------------------";

static void print_row(const char *label, const char *value)
{
    if (value == NULL)
        return;
    printf("  %s ", label);
    sentence_write_name(stdout, value);
    putchar('\n');
}

static void print_today(void)
{
    char today[16] = "";
    struct tm local;
    time_t now = time(NULL);
    if (localtime_r(&now, &local) != NULL)
        strftime(today, sizeof(today), "%Y-%m-%d", &local);
    print_row(_("Date:"), today);
}

/* Each group with its number, because a slip is reported by that number. */
static void print_groups(const struct secret *code)
{
    const char *text = (const char *)code->bytes;
    for (size_t i = 0; i < RECOVERY_CODE_GROUPS; i++) {
        printf("%s%zu) ", i % GROUPS_IN_A_ROW == 0 ? "\n  " : "   ", i + 1);
        fwrite(text + i * (RECOVERY_CODE_GROUP_SYMBOLS + 1), 1, RECOVERY_CODE_GROUP_SYMBOLS,
               stdout);
    }
    fputs("\n\n", stdout);
}

static void print_paragraphs(void)
{
    const char *const paragraphs[] = {
        _("When nobody remembers a passphrase, this code opens the file."),
        _("Whoever has it and the file can read everything in it."),
        _("Print or copy it now: it is not shown a second time."),
        _("Keep the sheet in a safe, away from this PC."),
        _("The signs are 0 to 9 and A to Z without I, L, O and U."),
    };
    for (size_t i = 0; i < sizeof(paragraphs) / sizeof(paragraphs[0]); i++)
        paragraph_write(stdout, paragraphs[i], 2, SHEET_WIDTH);
}

void recovery_sheet_print(const struct recovery_sheet *sheet)
{
    printf("%s\n  %s\n", rule, _("QADAM: RECOVERY SHEET"));
    print_row(_("File:"), sheet->file);
    print_row(_("Office:"), sheet->office);
    print_row(_("User:"), sheet->user);
    print_today();
    print_groups(sheet->code);
    print_paragraphs();
    printf("%s\n", rule);
}

int recovery_sheet_print_json(const struct recovery_sheet *sheet)
{
    const struct json_member members[] = {
        { "file", JSON_TEXT, sheet->file, 0 },
        { "recovery_code", JSON_TEXT, (const char *)sheet->code->bytes, 0 },
    };
    return json_print(members, sizeof(members) / sizeof(members[0]));
}
