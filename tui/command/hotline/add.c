/* SPDX-License-Identifier: Apache-2.0 */

/* qadam hotline add. */
#include "command/entry_form.h"
#include "command/hotline/command.h"
#include "command/person/resolve.h"
#include "command/record_name.h"
#include "command/today_option.h"
#include "counselling/advice_store.h"
#include "language.h"
#include "sentence.h"
#include "wording/case_text.h"
#include "wording/country_entry.h"

#include <stdlib.h>
#include <string.h>

const struct option hotline_add_options[] = {
    { "correct", N_("ID"), N_("It takes the place of this contact, which was wrong."), OPTION_TEXT,
      0, 0, false },
    TODAY_OPTION,
    { .name = NULL },
};

enum {
    TOPIC,
    LANGUAGE,
    CHANNEL,
    CALLER,
    DAY,
    TIME,
    MINUTES,
    COUNTRY,
    QUESTION,
    TOLD,
    WORRY,
    SIGN,
    REFERRED,
    PERSON,
    CASEFILE,
    CALL_BACK_ON,
    CALL_BACK_TIME,
    CALL_BACK_WAY,
    CODE_WORD,
    RESULT,
    FIELD_COUNT
};

/* ---- what one field allows */

static const char *channel_fault(const char *text, struct day today)
{
    enum hotline_channel channel;
    (void)today;
    return hotline_channel_parse(&channel, text)
               ? NULL
               : _("One of: telephone visit messenger letter other.");
}

static const char *caller_fault(const char *text, struct day today)
{
    enum hotline_caller caller;
    (void)today;
    return hotline_caller_parse(&caller, text) ? NULL
                                               : _("One of: self family employer official other.");
}

static const char *way_fault(const char *text, struct day today)
{
    enum hotline_way way;
    (void)today;
    return hotline_way_parse(&way, text)
               ? NULL
               : _("One of: caller_rings telephone messenger through_other.");
}

static const char *language_fault(const char *text, struct day today)
{
    (void)today;
    return advice_language_is_valid(text) ? NULL : _("The code of a language: ky, ru, prs.");
}

static const char *time_fault(const char *text, struct day today)
{
    char time[APPOINTMENT_TIME_SIZE];
    (void)today;
    return appointment_time_parse(time, text, NULL) == STATUS_OK
               ? NULL
               : _("There is no such time. Write 9:30 or 14:00.");
}

static const char *minutes_fault(const char *text, struct day today)
{
    char *end;
    const long minutes = strtol(text, &end, 10);
    (void)today;
    return *end == '\0' && minutes >= 0 && minutes <= 1440 ? NULL : _("Minutes from 0 to 1440.");
}

static const char *country_fault(const char *text, struct day today)
{
    char code[PERSON_COUNTRY_SIZE];
    (void)today;
    return country_entry_read(code, text) ? NULL
                                          : _("There is no country of this code: KGZ or KG.");
}

/* "debt: yes" */
static bool read_sign(const char *text, char sign[SIGN_SIZE], enum hotline_reply *reply)
{
    const size_t length = strcspn(text, ": ");
    if (length == 0 || length >= SIGN_SIZE)
        return false;
    snprintf(sign, SIGN_SIZE, "%.*s", (int)length, text);
    return hotline_reply_parse(reply, text + length + strspn(text + length, ": "));
}

static const char *sign_fault(const char *text, struct day today)
{
    char sign[SIGN_SIZE];
    enum hotline_reply reply;
    (void)today;
    return read_sign(text, sign, &reply) ? NULL : _("A sign and yes, no or unknown: debt yes");
}

#define WORDS_ABOUT_NOBODY N_("no names, no telephone numbers")

static const struct entry_form_field fields[FIELD_COUNT + 1] = {
    [TOPIC] = { "topic", N_("Topics"), N_("codes; 'qadam counsel list --topics' shows them"), 1000,
                true, true, entry_form_code_fault },
    [LANGUAGE] = { "language", N_("Language"), N_("a code: ky kk tg uz tk ru prs"), 3, false, true,
                   language_fault },
    /* TRANSLATORS: how somebody got into touch: by telephone, by a visit. */
    [CHANNEL] = { "channel", N_("How"), N_("telephone visit messenger letter other"), 20, false,
                  false, channel_fault },
    [CALLER] = { "caller", N_("Who asks"), N_("self family employer official other"), 20, false,
                 false, caller_fault },
    [DAY] = { "day", N_("Day"), N_("empty: today"), 60, false, false, entry_form_past_day_fault },
    [TIME] = { "time", N_("Time"), N_("when it began: 9:30"), 10, false, true, time_fault },
    [MINUTES] = { "minutes", N_("Minutes"), NULL, 4, false, true, minutes_fault },
    [COUNTRY] = { "country", N_("Where the caller is"), N_("the code of a country: RUS"), 20, false,
                  false, country_fault },
    [QUESTION] = { "question", N_("Question"), WORDS_ABOUT_NOBODY, HOTLINE_TEXT_MAX, true, false,
                   NULL },
    [TOLD] = { "told", N_("Answers that were told"), N_("ids; 'qadam counsel list' shows them"),
               1000, true, false, NULL },
    /* TRANSLATORS: the clerk has a bad feeling about what was heard. */
    [WORRY] = { "worry", N_("Something worries you"), N_("yes or no"), 20, false, false,
                entry_form_truth_fault },
    [SIGN] = { "sign", N_("Signs of forced labour"),
               N_("vulnerability deception movement "
                  "isolation violence threats documents "
                  "wages debt conditions overtime; debt yes"),
               1000, true, false, sign_fault },
    [REFERRED] = { "referred", N_("Referred to"), N_("ids of organisations"), 600, true, false,
                   NULL },
    [PERSON] = { "person", N_("Person"), N_("the id; only when the caller wants to be known"), 60,
                 false, false, NULL },
    [CASEFILE] = { "casefile", N_("Casefile"), N_("its number; only when the caller wants it"), 60,
                   false, false, NULL },
    [CALL_BACK_ON] = { "call_back_on", N_("Call-back on"), NULL, 60, false, false,
                       entry_form_day_fault },
    [CALL_BACK_TIME] = { "call_back_time", N_("Safe time"), WORDS_ABOUT_NOBODY, HOTLINE_TIME_MAX,
                         false, false, NULL },
    [CALL_BACK_WAY] = { "call_back_way", N_("Safe way"),
                        N_("caller_rings telephone messenger through_other"), 20, false, false,
                        way_fault },
    [CODE_WORD] = { "code_word", N_("Code word"), N_("chosen by the caller; no name"),
                    HOTLINE_CODE_WORD_MAX, false, false, NULL },
    [RESULT] = { "result", N_("Result"), WORDS_ABOUT_NOBODY, HOTLINE_TEXT_MAX, true, false, NULL },
    [FIELD_COUNT] = { .name = NULL },
};
_Static_assert((int)FIELD_COUNT <= (int)ENTRY_FORM_FIELDS_MAX, "the form holds all fields");

void hotline_add_write_help(FILE *stream)
{
    entry_form_write_help(stream, fields);
}

/* ---- from the form to the contact */

struct adding {
    struct office *office;
    struct entry_form *form;
    struct topic_list topics;
    struct hotline_contact contact;
};

/* Calls take() with every line that is not empty, until one fails. */
static int each_line(struct adding *adding, size_t field,
                     int (*take)(struct adding *adding, const char *line))
{
    const char *at = adding->form->values[field].text;
    int code = EXIT_CODE_DONE;
    while (at != NULL && *at != '\0' && code == EXIT_CODE_DONE) {
        char line[128];
        const size_t length = strcspn(at, "\n");
        snprintf(line, sizeof(line), "%.*s", (int)length, at);
        if (line[0] != '\0')
            code = take(adding, line);
        at += length + (at[length] == '\n');
    }
    return code;
}

static int take_topic(struct adding *adding, const char *line)
{
    struct error error = { 0 };
    if (topic_find(&adding->topics, line) == NULL)
        return entry_form_say(adding->form, TOPIC,
                              _("There is no such topic; 'qadam counsel list --topics' shows those "
                                "there are."));
    return hotline_add_topic(&adding->contact, line, &error) == STATUS_OK ? EXIT_CODE_DONE
                                                                          : hotline_fail(&error);
}

static int take_told(struct adding *adding, const char *line)
{
    struct error error = { 0 };
    char id[UUID_TEXT_SIZE];
    if (advice_find(office_store(adding->office), line, id, &error) != STATUS_OK)
        return entry_form_say(adding->form, TOLD,
                              _("There is no such answer; 'qadam counsel list' shows those there "
                                "are."));
    return hotline_add_told(&adding->contact, id, 0, &error) == STATUS_OK ? EXIT_CODE_DONE
                                                                          : hotline_fail(&error);
}

static int take_sign(struct adding *adding, const char *line)
{
    char sign[SIGN_SIZE];
    enum hotline_reply reply;
    struct error error = { 0 };
    if (!read_sign(line, sign, &reply) || topic_find_sign(&adding->topics, sign) == NULL)
        return entry_form_say(adding->form, SIGN, _("There is no such sign; --help lists them."));
    return hotline_set_sign(&adding->contact, sign, reply, &error) == STATUS_OK
               ? EXIT_CODE_DONE
               : hotline_fail(&error);
}

static int take_agency(struct adding *adding, const char *line)
{
    struct error error = { 0 };
    char id[UUID_TEXT_SIZE];
    const int code = agency_resolve(adding->office, line, id);
    if (code != EXIT_CODE_DONE)
        return code;
    return hotline_add_agency(&adding->contact, id, &error) == STATUS_OK ? EXIT_CODE_DONE
                                                                         : hotline_fail(&error);
}

static int take_links(struct adding *adding)
{
    const struct entry_form_value *values = adding->form->values;
    int code = EXIT_CODE_DONE;
    if (values[PERSON].text != NULL)
        code = person_resolve(adding->office, values[PERSON].text, adding->contact.person_id);
    if (code == EXIT_CODE_DONE && values[CASEFILE].text != NULL)
        code = case_resolve(adding->office, values[CASEFILE].text, adding->contact.casefile_id);
    return code;
}

/* The texts go over to the contact. */
static char *take_text(struct adding *adding, size_t field)
{
    char *text = adding->form->values[field].text;
    adding->form->values[field].text = NULL;
    return text;
}

static const char *text_of(const struct adding *adding, size_t field)
{
    const char *text = adding->form->values[field].text;
    return text == NULL ? "" : text;
}

/* Each value was looked at when it was read; what is empty keeps the first word of its list. */
static void take_codes(struct adding *adding)
{
    struct hotline_contact *contact = &adding->contact;
    (void)hotline_channel_parse(&contact->channel, text_of(adding, CHANNEL));
    (void)hotline_caller_parse(&contact->caller, text_of(adding, CALLER));
    (void)hotline_way_parse(&contact->call_back_way, text_of(adding, CALL_BACK_WAY));
    (void)country_entry_read(contact->country, text_of(adding, COUNTRY));
    if (appointment_time_parse(contact->time, text_of(adding, TIME), NULL) != STATUS_OK)
        contact->time[0] = '\0';
    snprintf(contact->language, sizeof(contact->language), "%s", text_of(adding, LANGUAGE));
    contact->minutes = (int)strtol(text_of(adding, MINUTES), NULL, 10);
    contact->is_worrying = entry_form_truth(adding->form, WORRY);
    if (!entry_form_day(adding->form, DAY, &contact->day))
        contact->day = adding->form->today;
    if (entry_form_day(adding->form, CALL_BACK_ON, &contact->call_back_on))
        contact->call_back = HOTLINE_CALL_BACK_OPEN;
}

static int take_all(struct adding *adding)
{
    take_codes(adding);
    int code = take_links(adding);
    if (code == EXIT_CODE_DONE)
        code = each_line(adding, TOPIC, take_topic);
    if (code == EXIT_CODE_DONE)
        code = each_line(adding, TOLD, take_told);
    if (code == EXIT_CODE_DONE)
        code = each_line(adding, SIGN, take_sign);
    if (code == EXIT_CODE_DONE)
        code = each_line(adding, REFERRED, take_agency);
    adding->contact.question = take_text(adding, QUESTION);
    adding->contact.result = take_text(adding, RESULT);
    adding->contact.call_back_time = take_text(adding, CALL_BACK_TIME);
    adding->contact.code_word = take_text(adding, CODE_WORD);
    return code;
}

/* ---- the command */

static void write_indication(const struct adding *adding)
{
    if (adding->contact.sign_count == 0)
        return;
    const struct result *result =
        topic_indication(&adding->topics, hotline_sign_count(&adding->contact));
    sentence_say(NULL, workflow_text(result->title));
    sentence_say(NULL, workflow_text(result->says));
}

static int keep(struct adding *adding, const char *corrects)
{
    struct error error = { 0 };
    int code = corrects == NULL
                   ? EXIT_CODE_DONE
                   : hotline_resolve(adding->office, corrects, adding->contact.corrects);
    if (code == EXIT_CODE_DONE)
        code = take_all(adding);
    if (code != EXIT_CODE_DONE)
        return code;
    if (hotline_add(office_store(adding->office), office_actor(adding->office), &adding->topics,
                    &adding->contact, adding->form->today, &error) != STATUS_OK)
        return hotline_fail(&error);
    puts(adding->contact.id);
    write_indication(adding);
    return EXIT_CODE_DONE;
}

static int add(struct office *office, struct entry_form *form, const char *corrects)
{
    struct error error = { 0 };
    struct adding adding = { .office = office, .form = form };
    const int code = topic_list_load(&adding.topics, &error) == STATUS_OK
                         ? keep(&adding, corrects)
                         : sentence_fail(NULL, &error);
    topic_list_release(&adding.topics);
    hotline_contact_release(&adding.contact);
    return code;
}

int hotline_add_run(const struct arguments *arguments)
{
    struct office *office = NULL;
    struct office_file file;
    struct entry_form form = { .fields = fields };
    int code = entry_form_open(&form, &office, &file, arguments, ACT_LOG_CONTACTS);
    if (code == EXIT_CODE_DONE)
        code = entry_form_ask(&form, NULL);
    if (code == EXIT_CODE_DONE)
        code = add(office, &form, arguments_text(arguments, "correct"));
    entry_form_release(&form);
    office_close(&office);
    return code;
}
