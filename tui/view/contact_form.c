/* SPDX-License-Identifier: Apache-2.0 */

/* The fields of a contact: what has to be typed while somebody is on the line stands first, what
 * can be asked later last, and what nobody needs is not asked. */
#include "agency/agency_store.h"
#include "document/case_reference.h"
#include "language.h"
#include "view/code_options.h"
#include "view/hotline_private.h"
#include "view/record_list.h"
#include "wording/case_text.h"
#include "wording/due_text.h"
#include "wording/hotline_label.h"
#include "wording/local_time.h"

#include <stdlib.h>
#include <string.h>

enum { CODE_SIZE = 64, NUMBER_SIZE = 24, MINUTE_MS = 60 * 1000, CALL_MINUTES_MAX = 180 };

static const char sign_prefix[] = "sign_";

static void sign_id(char out[CODE_SIZE], const char *sign)
{
    snprintf(out, CODE_SIZE, "%s%s", sign_prefix, sign);
}

static bool says(const struct form *form, const char *id, const char *code)
{
    return strcmp(form_value(form, id), code) == 0;
}

static void hide(struct form *form, const char *id, bool is_hidden)
{
    struct form_field *field = form_find(form, id);
    if (field != NULL)
        field->is_hidden = is_hidden;
}

/* ---- building */

static void add_text(struct form *form, const char *id, const char *label)
{
    form_field_hint(form_add(form, FORM_TEXT, id, label), _("no names, no telephone numbers"));
}

static void add_topics(struct form *form, const struct topic_list *topics)
{
    struct form_field *field = form_add(form, FORM_CHOICES, "topics", _("Topics"));
    if (field != NULL)
        field->is_required = true;
    for (size_t i = 0; i < topics->topic_count; i++) {
        form_field_option(field, topics->topics[i].id, workflow_text(topics->topics[i].title));
        form_field_group(field, workflow_text(topics->topics[i].group));
    }
}

static void add_told(struct form *form, const struct advice_list *answers)
{
    struct form_field *field = form_add(form, FORM_CHOICES, "told", _("Answers told"));
    form_field_hint(field, _("F6 shows them, Enter there marks one as told"));
    for (size_t i = 0; i < answers->count; i++) {
        char code[CODE_SIZE];
        const struct advice_text *text = advice_text_in(&answers->items[i], language_code());
        snprintf(code, sizeof(code), "%s:%d", answers->items[i].id, answers->items[i].version);
        form_field_option(field, code, text == NULL ? answers->items[i].topic : text->title);
    }
}

static void add_signs(struct form *form, const struct topic_list *topics)
{
    record_add_truth(form_add(form, FORM_CHOICE, "worry", _("Something worries you")));
    form_set(form, "worry", "no");
    form_add(form, FORM_REMARK, "intro", workflow_text(topics->signs_intro));
    for (size_t i = 0; i < topics->sign_count; i++) {
        char id[CODE_SIZE];
        sign_id(id, topics->signs[i].id);
        struct form_field *field =
            form_add(form, FORM_CHOICE, id, workflow_text(topics->signs[i].text));
        record_add_truth(field);
        form_field_option(field, "unknown", _("not known"));
    }
    form_add(form, FORM_REMARK, "indication", "");
}

static enum status add_agencies(struct app *app, struct form *form, struct error *error)
{
    const struct agency_filter filter = { .kind = NULL };
    struct agency_list agencies;
    struct form_field *field = form_add(form, FORM_CHOICES, "referred", _("Referred to"));
    const enum status status = agency_list(app_store(app), &filter, &agencies, error);
    if (status != STATUS_OK)
        return status;
    for (size_t i = 0; i < agencies.count; i++)
        form_field_option(field, agencies.items[i].id, agencies.items[i].name);
    agency_list_release(&agencies);
    return STATUS_OK;
}

static void add_call_back(struct form *form)
{
    record_add_truth(form_add(form, FORM_CHOICE, "back", _("Call-back wanted")));
    form_set(form, "back", "no");
    struct form_field *day = form_add(form, FORM_DATE, "back_on", _("Call-back on"));
    if (day != NULL)
        day->may_be_ahead = true;
    form_field_hint(day, _("+1 for tomorrow"));
    add_text(form, "back_time", _("Safe time"));
    struct form_field *way = form_add(form, FORM_CHOICE, "back_way", _("Safe way"));
    for (int i = 0; i < HOTLINE_WAY_COUNT; i++)
        form_field_option(way, hotline_way_word((enum hotline_way)i),
                          label_hotline_way((enum hotline_way)i));
    form_set(form, "back_way", hotline_way_word(HOTLINE_CALLER_RINGS));
    form_field_hint(form_add(form, FORM_TEXT, "code_word", _("Code word")),
                    _("chosen by the caller; no name"));
}

static void add_caller(struct form *form)
{
    struct form_field *channel = form_add(form, FORM_CHOICE, "channel", _("How"));
    for (int i = 0; i < HOTLINE_CHANNEL_COUNT; i++)
        form_field_option(channel, hotline_channel_word((enum hotline_channel)i),
                          label_hotline_channel((enum hotline_channel)i));
    form_set(form, "channel", hotline_channel_word(HOTLINE_TELEPHONE));
    struct form_field *caller = form_add(form, FORM_CHOICE, "caller", _("Who asks"));
    for (int i = 0; i < HOTLINE_CALLER_COUNT; i++)
        form_field_option(caller, hotline_caller_word((enum hotline_caller)i),
                          label_hotline_caller((enum hotline_caller)i));
    form_set(form, "caller", hotline_caller_word(HOTLINE_SELF));
    code_options_add_countries(form_add(form, FORM_CHOICE, "country", _("Where the caller is")));
    record_add_truth(form_add(form, FORM_CHOICE, "anonymous", _("Anonymous")));
    form_set(form, "anonymous", "yes");
    form_add_hidden(form, "person");
    form_add_hidden(form, "back_state");
    form_field_hint(form_add(form, FORM_TEXT, "casefile", _("Number of the casefile")),
                    _("only when the caller wants to be known"));
}

/* When it began, by the clock of the file; the minutes go on from there. */
static void add_times(struct app *app, struct form *form)
{
    enum { HOUR_AT = 11, HOUR_LENGTH = 5 };
    char began[NUMBER_SIZE], moment[MOMENT_TEXT_SIZE], local[LOCAL_TIME_SIZE], day[DAY_TEXT_SIZE];
    snprintf(began, sizeof(began), "%lld", store_now(app_store(app)));
    form_add_hidden(form, "began");
    form_set(form, "began", began);
    form_add_hidden(form, "counted");
    form_add_hidden(form, "day");
    day_format(day, app_today(app));
    form_set(form, "day", day);
    store_format_now(app_store(app), moment);
    local_time_format(local, moment);
    if (strlen(local) >= HOUR_AT + HOUR_LENGTH)
        local[HOUR_AT + HOUR_LENGTH] = '\0';
    struct form_field *time = form_add(form, FORM_TEXT, "time", _("Began at"));
    form_set(form, "time", strlen(local) > HOUR_AT ? local + HOUR_AT : "");
    struct form_field *minutes = form_add(form, FORM_TEXT, "minutes", _("Minutes"));
    if (time != NULL)
        time->columns = 6;
    if (minutes != NULL)
        minutes->columns = 5;
}

void contact_form_build(struct app *app, struct form *form, const struct topic_list *topics,
                        const struct advice_list *answers, struct error *error)
{
    form_init(form, app_today(app));
    add_topics(form, topics);
    struct form_field *language = form_add(form, FORM_CHOICE, "language", _("Language"));
    code_options_add_languages(language);
    if (language != NULL)
        language->is_required = true;
    const char *last = app_recall(app, "contact", "language");
    form_set(form, "language", last == NULL ? language_code() : last);
    add_text(form, "question", _("Question"));
    add_told(form, answers);
    add_signs(form, topics);
    if (add_agencies(app, form, error) != STATUS_OK)
        app_fail(app, error);
    add_text(form, "result", _("Result"));
    add_call_back(form);
    add_caller(form);
    add_times(app, form);
    form_button(form, _("keeps the contact"));
    form_focus_first(form);
}

/* ---- filling it with what is to be corrected */

static void fill_number(struct form *form, const char *id, int number)
{
    char text[NUMBER_SIZE];
    snprintf(text, sizeof(text), "%d", number);
    form_set(form, id, text);
}

static void fill_lists(struct form *form, const struct hotline_contact *contact)
{
    enum { CODES_SIZE = 2048 };
    char codes[CODES_SIZE] = "";
    size_t length = 0;
    for (size_t i = 0; i < contact->topic_count; i++)
        length += (size_t)snprintf(codes + length, CODES_SIZE - length, "%s%s", i == 0 ? "" : ",",
                                   contact->topics[i]);
    form_set(form, "topics", codes);
    length = 0;
    codes[0] = '\0';
    for (size_t i = 0; i < contact->told_count; i++)
        length +=
            (size_t)snprintf(codes + length, CODES_SIZE - length, "%s%s:%d", i == 0 ? "" : ",",
                             contact->told[i].advice_id, contact->told[i].version);
    form_set(form, "told", codes);
    length = 0;
    codes[0] = '\0';
    for (size_t i = 0; i < contact->agency_count; i++)
        length += (size_t)snprintf(codes + length, CODES_SIZE - length, "%s%s", i == 0 ? "" : ",",
                                   contact->agencies[i]);
    form_set(form, "referred", codes);
    for (size_t i = 0; i < contact->sign_count; i++) {
        sign_id(codes, contact->signs[i].sign);
        form_set(form, codes, hotline_reply_word(contact->signs[i].reply));
    }
}

static void fill_call_back(struct form *form, const struct hotline_contact *contact)
{
    char day[DUE_TEXT_SIZE];
    if (contact->call_back == HOTLINE_NO_CALL_BACK)
        return;
    due_text_full(day, contact->call_back_on);
    form_set(form, "back", "yes");
    form_set(form, "back_state", hotline_call_back_word(contact->call_back));
    form_set(form, "back_on", day);
    form_set(form, "back_time", contact->call_back_time == NULL ? "" : contact->call_back_time);
    form_set(form, "back_way", hotline_way_word(contact->call_back_way));
    form_set(form, "code_word", contact->code_word == NULL ? "" : contact->code_word);
}

enum status contact_form_fill(struct app *app, struct form *form,
                              const struct hotline_contact *contact, struct error *error)
{
    char day[DAY_TEXT_SIZE];
    struct case_reference casefile = { .number = "" };
    enum status status =
        contact->casefile_id[0] == '\0'
            ? STATUS_OK
            : case_reference_load(app_store(app), contact->casefile_id, &casefile, error);
    if (status != STATUS_OK)
        return status;
    day_format(day, contact->day);
    form_set(form, "day", day);
    form_set(form, "time", contact->time);
    fill_number(form, "minutes", contact->minutes);
    form_set(form, "counted", "-"); /* never counted again */
    form_set(form, "language", contact->language);
    form_set(form, "question", contact->question == NULL ? "" : contact->question);
    form_set(form, "result", contact->result == NULL ? "" : contact->result);
    form_set(form, "worry", contact->is_worrying ? "yes" : "no");
    form_set(form, "channel", hotline_channel_word(contact->channel));
    form_set(form, "caller", hotline_caller_word(contact->caller));
    form_set(form, "country", contact->country);
    form_set(form, "anonymous", hotline_is_anonymous(contact) ? "yes" : "no");
    form_set(form, "person", contact->person_id);
    form_set(form, "casefile", casefile.number);
    fill_lists(form, contact);
    fill_call_back(form, contact);
    return STATUS_OK;
}

/* ---- what follows from what */

static bool asks_signs(const struct form *form)
{
    const char *codes = form_value(form, "topics");
    bool asks = says(form, "worry", "yes");
    while (*codes != '\0' && !asks) {
        char code[TOPIC_SIZE];
        const size_t length = strcspn(codes, ",");
        snprintf(code, sizeof(code), "%.*s", (int)length, codes);
        asks = topic_asks_signs(code);
        codes += length + (codes[length] == ',');
    }
    return asks;
}

static void renew_signs(struct form *form, const struct topic_list *topics)
{
    const bool asks = asks_signs(form);
    int yes = 0;
    hide(form, "intro", !asks);
    for (size_t i = 0; i < topics->sign_count; i++) {
        char id[CODE_SIZE];
        sign_id(id, topics->signs[i].id);
        hide(form, id, !asks);
        yes += says(form, id, "yes");
    }
    struct form_field *indication = form_find(form, "indication");
    hide(form, "indication", !asks || yes == 0);
    if (indication == NULL || yes == 0)
        return;
    const struct result *result = topic_indication(topics, yes);
    char *text = record_join(workflow_text(result->title), workflow_text(result->says));
    if (text == NULL)
        return;
    free(indication->label);
    indication->label = text;
}

static void renew_minutes(struct app *app, struct form *form)
{
    char minutes[NUMBER_SIZE];
    const long long began = strtoll(form_value(form, "began"), NULL, 10);
    const long long passed = (store_now(app_store(app)) - began + MINUTE_MS - 1) / MINUTE_MS;
    if (strcmp(form_value(form, "minutes"), form_value(form, "counted")) != 0)
        return; /* somebody knows better */
    /* Nobody talks for so long: a draft was left lying, and only the clerk knows how long it was.
     */
    if (passed > CALL_MINUTES_MAX)
        minutes[0] = '\0';
    else
        snprintf(minutes, sizeof(minutes), "%lld", passed <= 0 ? 1 : passed);
    form_set(form, "minutes", minutes);
    form_set(form, "counted", minutes);
}

void contact_form_renew(struct app *app, struct form *form, const struct topic_list *topics)
{
    const bool wants_back = says(form, "back", "yes");
    const bool is_anonymous = !says(form, "anonymous", "no");
    static const char *const back[] = { "back_on", "back_time", "code_word" };
    for (size_t i = 0; i < sizeof(back) / sizeof(back[0]); i++)
        hide(form, back[i], !wants_back);
    hide(form, "back_way", !wants_back || is_anonymous);
    hide(form, "casefile", is_anonymous);
    renew_signs(form, topics);
    renew_minutes(app, form);
}

/* ---- reading */

/* Calls take() for each code of a field, until one fails. */
static enum status each_code(const struct form *form, const char *id, struct hotline_contact *out,
                             enum status (*take)(struct hotline_contact *out, const char *code,
                                                 struct error *error),
                             struct error *error)
{
    const char *codes = form_value(form, id);
    enum status status = STATUS_OK;
    while (*codes != '\0' && status == STATUS_OK) {
        char code[CODE_SIZE];
        const size_t length = strcspn(codes, ",");
        snprintf(code, sizeof(code), "%.*s", (int)length, codes);
        status = take(out, code, error);
        codes += length + (codes[length] == ',');
    }
    return status;
}

/* "id:version" */
static enum status take_told(struct hotline_contact *out, const char *code, struct error *error)
{
    char id[CODE_SIZE];
    const size_t length = strcspn(code, ":");
    snprintf(id, sizeof(id), "%.*s", (int)length, code);
    return hotline_add_told(
        out, id, code[length] == ':' ? (int)strtol(code + length + 1, NULL, 10) : 0, error);
}

static enum status read_signs(const struct form *form, const struct topic_list *topics,
                              struct hotline_contact *out, struct error *error)
{
    enum status status = STATUS_OK;
    if (!asks_signs(form))
        return STATUS_OK;
    for (size_t i = 0; i < topics->sign_count && status == STATUS_OK; i++) {
        char id[CODE_SIZE];
        enum hotline_reply reply;
        sign_id(id, topics->signs[i].id);
        if (hotline_reply_parse(&reply, form_value(form, id)))
            status = hotline_set_sign(out, topics->signs[i].id, reply, error);
    }
    return status;
}

static void read_words(const struct form *form, struct hotline_contact *out)
{
    (void)hotline_channel_parse(&out->channel, form_value(form, "channel"));
    (void)hotline_caller_parse(&out->caller, form_value(form, "caller"));
    snprintf(out->language, sizeof(out->language), "%s", form_value(form, "language"));
    snprintf(out->country, sizeof(out->country), "%s", form_value(form, "country"));
    out->is_worrying = says(form, "worry", "yes");
    out->minutes = (int)strtol(form_value(form, "minutes"), NULL, 10);
    out->question = record_take_text(form, "question");
    out->result = record_take_text(form, "result");
}

static void read_call_back(const struct form *form, struct hotline_contact *out)
{
    if (!says(form, "back", "yes") || !record_day(form, "back_on", &out->call_back_on))
        return;
    if (!hotline_call_back_parse(&out->call_back, form_value(form, "back_state")) ||
        out->call_back == HOTLINE_NO_CALL_BACK)
        out->call_back = HOTLINE_CALL_BACK_OPEN;
    if (says(form, "anonymous", "no"))
        (void)hotline_way_parse(&out->call_back_way, form_value(form, "back_way"));
    out->call_back_time = record_take_text(form, "back_time");
    out->code_word = record_take_text(form, "code_word");
}

/* What was typed while the caller seemed to be known goes nowhere when anonymity was chosen. */
static enum status read_link(struct app *app, const struct form *form, struct hotline_contact *out,
                             struct error *error)
{
    if (!says(form, "anonymous", "no"))
        return STATUS_OK;
    snprintf(out->person_id, sizeof(out->person_id), "%s", form_value(form, "person"));
    return form_value(form, "casefile")[0] == '\0'
               ? STATUS_OK
               : case_find(app_store(app), form_value(form, "casefile"), out->casefile_id, error);
}

enum status contact_form_read(struct app *app, const struct form *form,
                              const struct topic_list *topics, struct hotline_contact *out,
                              struct error *error)
{
    *out = (struct hotline_contact){ .day = app_today(app) };
    read_words(form, out);
    read_call_back(form, out);
    enum status status = day_parse(&out->day, form_value(form, "day"), error);
    if (status == STATUS_OK)
        status = appointment_time_parse(out->time, form_value(form, "time"), error);
    if (status == STATUS_OK)
        status = each_code(form, "topics", out, hotline_add_topic, error);
    if (status == STATUS_OK)
        status = each_code(form, "told", out, take_told, error);
    if (status == STATUS_OK)
        status = each_code(form, "referred", out, hotline_add_agency, error);
    if (status == STATUS_OK)
        status = read_signs(form, topics, out, error);
    return status == STATUS_OK ? read_link(app, form, out, error) : status;
}
