/* SPDX-License-Identifier: Apache-2.0 */
#include "wording/hotline_label.h"

#include "language.h"
#include "wording/case_text.h"
#include "wording/due_text.h"

const char *label_hotline_channel(enum hotline_channel channel)
{
    static const char *const words[HOTLINE_CHANNEL_COUNT] = {
        [HOTLINE_TELEPHONE] = NC_("way of contact", "telephone"),
        [HOTLINE_VISIT] = NC_("way of contact", "visit"),
        [HOTLINE_MESSENGER] = NC_("way of contact", "messenger"),
        [HOTLINE_LETTER] = NC_("way of contact", "letter"),
        [HOTLINE_CHANNEL_OTHER] = NC_("way of contact", "other"),
    };
    return language_text_in("way of contact", words[channel]);
}

const char *label_hotline_caller(enum hotline_caller caller)
{
    static const char *const words[HOTLINE_CALLER_COUNT] = {
        [HOTLINE_SELF] = NC_("caller", "for themselves"),
        [HOTLINE_FAMILY] = NC_("caller", "family"),
        [HOTLINE_EMPLOYER] = NC_("caller", "employer"),
        [HOTLINE_OFFICIAL] = NC_("caller", "official"),
        [HOTLINE_CALLER_OTHER] = NC_("caller", "somebody else"),
    };
    return language_text_in("caller", words[caller]);
}

const char *label_hotline_way(enum hotline_way way)
{
    static const char *const words[HOTLINE_WAY_COUNT] = {
        [HOTLINE_CALLER_RINGS] = N_("the caller rings again"),
        [HOTLINE_BY_TELEPHONE] = N_("by the telephone in the record"),
        [HOTLINE_BY_MESSENGER] = N_("by the messenger in the record"),
        [HOTLINE_THROUGH_OTHER] = N_("through somebody whom the caller trusts"),
    };
    return language_text(words[way]);
}

const char *label_hotline_call_back(enum hotline_call_back state)
{
    static const char *const words[HOTLINE_CALL_BACK_COUNT] = {
        [HOTLINE_NO_CALL_BACK] = NULL,
        [HOTLINE_CALL_BACK_OPEN] = NC_("call-back", "open"),
        [HOTLINE_CALL_BACK_DONE] = NC_("call-back", "done"),
        [HOTLINE_CALL_BACK_GIVEN_UP] = NC_("call-back", "given up"),
    };
    return words[state] == NULL ? "" : language_text_in("call-back", words[state]);
}

const char *label_topic(const struct topic_list *topics, const char *code)
{
    const struct choice *topic = topic_find(topics, code);
    return topic == NULL ? code : workflow_text(topic->title);
}

/* ---- answers */

const char *label_advice_doubt(enum advice_doubt doubt)
{
    static const char *const words[ADVICE_DOUBT_COUNT] = {
        [ADVICE_GOOD] = NULL,
        [ADVICE_EXPIRED] = N_("NOT VALID ANY MORE: ask what holds now"),
        [ADVICE_NEVER_CHECKED] = N_("NEVER CHECKED: ask whether this is so"),
        [ADVICE_OLD] = N_("NOT CHECKED FOR 90 DAYS: ask whether this is still so"),
    };
    return words[doubt] == NULL ? "" : language_text(words[doubt]);
}

static void write_line(FILE *stream, const char *label, const char *value)
{
    if (value != NULL && value[0] != '\0')
        fprintf(stream, "%s: %s\n", label, value);
}

static void write_days(FILE *stream, const struct advice *advice)
{
    char day[DUE_TEXT_SIZE];
    if (advice->has_valid_until) {
        due_text_full(day, advice->valid_until);
        write_line(stream, _("Valid until"), day);
    }
    if (advice->has_checked_on) {
        due_text_full(day, advice->checked_on);
        write_line(stream, _("Checked on"), day);
    }
}

void advice_write(FILE *stream, const struct advice *advice, const char *language, struct day today)
{
    const struct advice_text *text = advice_text_in(advice, language);
    const char *doubt = label_advice_doubt(advice_doubt(advice, today));
    if (doubt[0] != '\0')
        fprintf(stream, "%s\n", doubt);
    if (advice->check_locally)
        fprintf(stream, "%s\n", _("CHECK LOCALLY: this is general and no law of your place"));
    if (text != NULL)
        fprintf(stream, "\n%s\n\n%s\n\n", text->title, text->body);
    write_line(stream, _("Provider"),
               advice->provider == NULL ? _("not entered: check locally") : advice->provider);
    write_line(stream, _("Address"), advice->address);
    write_line(stream, _("Hours"), advice->hours);
    write_line(stream, _("What it costs"), advice->cost);
    write_line(stream, _("Legal basis"), advice->legal_basis);
    write_line(stream, _("Source"), advice->source);
    write_days(stream, advice);
}
