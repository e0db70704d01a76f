/* SPDX-License-Identifier: Apache-2.0 */
#include "wording/slip_text.h"

#include "language.h"
#include "paragraph.h"
#include "wording/agency_label.h"
#include "wording/case_label.h"
#include "wording/due_text.h"
#include "wording/spoken_language.h"

#include <stdlib.h>
#include <string.h>

static const char *const item_labels[REFERRAL_ITEM_COUNT] = {
    [REFERRAL_ITEM_INITIALS] = N_("Initials"), [REFERRAL_ITEM_NAME] = N_("Name"),
    [REFERRAL_ITEM_PHONE] = N_("Telephone"),   [REFERRAL_ITEM_LANGUAGE] = N_("Language"),
    [REFERRAL_ITEM_AGE] = N_("Age"),
};

static void write_line(FILE *stream, const char *label, const char *value)
{
    if (value != NULL && value[0] != '\0')
        fprintf(stream, "%s: %s\n", label, value);
}

static void write_day(FILE *stream, const char *label, struct day day)
{
    char text[DUE_TEXT_SIZE];
    due_text_full(text, day);
    write_line(stream, label, text);
}

void slip_write_told(FILE *stream, const char *const told[REFERRAL_ITEM_COUNT])
{
    for (int item = 0; item < REFERRAL_ITEM_COUNT; item++)
        if (told[item] != NULL)
            write_line(stream, language_text(item_labels[item]),
                       item == REFERRAL_ITEM_LANGUAGE ? spoken_language_name(told[item])
                                                      : told[item]);
}

/* Large enough to be copied by hand: sign by sign, in two groups. */
static void write_code(FILE *stream, const char *code)
{
    if (code[0] == '\0')
        return;
    fputs("+-------------------------------+\n|  ", stream);
    for (size_t i = 0; i < REFERRAL_CODE_SIGNS; i++)
        fprintf(stream, "%s%c   ", i == REFERRAL_CODE_SIGNS / 2 ? "-   " : "", code[i]);
    fputs(" |\n+-------------------------------+\n", stream);
}

static void write_rule(FILE *stream, const char *sign)
{
    for (int i = 0; i < SLIP_COLUMNS / 2; i++)
        fputs(sign, stream);
    fputs("\n\n", stream);
}

static void write_head(FILE *stream, const struct slip *slip)
{
    fprintf(stream, "%s  %s\n", _("REFERRAL"), slip->referral->number);
    write_code(stream, slip->referral->code);
    fputc('\n', stream);
    write_line(stream, C_("slip", "From"), slip->office);
    write_line(stream, C_("slip", "Written by"), slip->sender);
    write_day(stream, C_("slip", "On"), slip->day);
    fputc('\n', stream);
    write_line(stream, C_("slip", "To"), slip->agency->name);
    agency_write_contact(stream, slip->agency, false);
    fputc('\n', stream);
}

static void write_body(FILE *stream, const struct slip *slip)
{
    const struct referral *referral = slip->referral;
    slip_write_told(stream, (const char *const *)referral->told);
    write_line(stream, _("Need"), label_agency_service(referral->service));
    write_line(stream, _("Urgency"), label_referral_urgency(referral->urgency));
    write_line(stream, _("Expected"), slip->expected);
    write_line(stream, _("Goes with them"), slip->escort);
    write_line(stream, _("Message"), referral->reason);
    if (referral->has_due_on)
        write_day(stream, _("Please answer by"), referral->due_on);
    fprintf(stream, "\n%s\n\n", _("Stamp and signature of the sender: ......................"));
}

static void write_tear_off(FILE *stream, const struct slip *slip)
{
    static const char *const lines[] = {
        N_("[ ] accepted on: ................."),
        N_("[ ] declined, because: ................................."),
        N_("[ ] was here on: ................."),
        N_("[ ] was not here"),
        N_("What was done: ........................................."),
        N_("Stamp and signature of the receiver: ...................."),
    };
    write_rule(stream, "- ");
    fprintf(stream, "%s  %s\n", _("ANSWER TO REFERRAL"), slip->referral->number);
    write_code(stream, slip->referral->code);
    write_line(stream, C_("slip", "To"), slip->office);
    write_line(stream, C_("slip", "From"), slip->agency->name);
    for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
        fprintf(stream, "\n%s\n", language_text(lines[i]));
    fprintf(stream, "\n%s\n",
            _("Please send this part back, or read the code and the answer on the telephone."));
}

static const char *wanted_language(const struct slip *slip)
{
    return slip->language != NULL             ? slip->language
           : slip->agency->language_count > 0 ? slip->agency->languages[0]
                                              : language_code();
}

/* No line is longer than the paper. */
static void write_folded(FILE *stream, char *text)
{
    for (char *line = text, *next; line != NULL; line = next) {
        next = strchr(line, '\n');
        if (next != NULL)
            *next++ = '\0';
        if (line[0] == '\0' && next != NULL)
            fputc('\n', stream);
        else if (line[0] != '\0')
            paragraph_write(stream, line, 0, SLIP_COLUMNS);
    }
}

void slip_write(FILE *stream, const struct slip *slip)
{
    char user_language[AGENCY_LANGUAGE_SIZE];
    char *text = NULL;
    size_t size = 0;
    FILE *unfolded = open_memstream(&text, &size);
    if (unfolded == NULL)
        return;
    snprintf(user_language, sizeof(user_language), "%s", language_code());
    if (!language_use(wanted_language(slip)))
        fprintf(unfolded, "(%s)\n\n",
                _("There are no texts in the language of the receiver: this slip is in yours."));
    write_head(unfolded, slip);
    write_body(unfolded, slip);
    write_tear_off(unfolded, slip);
    (void)language_use(user_language);
    if (fclose(unfolded) == 0)
        write_folded(stream, text);
    free(text);
}
