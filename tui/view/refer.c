/* SPDX-License-Identifier: Apache-2.0 */

/* A new referral: who is asked for what, and what they get to see of the person. */
#include "agency/agency_store.h"
#include "appointment/appointment.h"
#include "document/origin_rule.h"
#include "language.h"
#include "view/record_list.h"
#include "view/refer_private.h"
#include "view/view_list.h"
#include "wording/agency_label.h"
#include "wording/case_label.h"
#include "wording/due_text.h"

#include <stdlib.h>
#include <string.h>

enum { PREVIEW_ROWS = 4, ROWS_ROOMY = 16 };

/* ---- what is chosen */

const struct agency *refer_agency(const struct refer_view *refer)
{
    const char *id = form_value(&refer->form, "agency");
    for (size_t i = 0; i < refer->agencies.count; i++)
        if (strcmp(refer->agencies.items[i].id, id) == 0)
            return &refer->agencies.items[i];
    return NULL;
}

enum referral_urgency refer_urgency(const struct refer_view *refer)
{
    enum referral_urgency urgency;
    return referral_urgency_parse(&urgency, form_value(&refer->form, "urgency"), NULL) == STATUS_OK
               ? urgency
               : REFERRAL_NORMAL;
}

/* Whoever fears the country of origin is not offered its bodies: referral_send() would refuse. */
static enum status drop_barred(struct app *app, struct refer_view *refer,
                               struct agency_list *agencies, struct error *error)
{
    size_t kept = 0;
    enum status status = STATUS_OK;
    refer->has_barred = false;
    for (size_t i = 0; i < agencies->count; i++) {
        bool is_barred = false;
        const struct origin_question question = { .casefile_id = refer->view.place.subject,
                                                  .agency_id = agencies->items[i].id };
        if (status == STATUS_OK)
            status = origin_rule_judge(app_store(app), &question, &is_barred, error);
        if (is_barred)
            agency_release(&agencies->items[i]);
        else
            agencies->items[kept++] = agencies->items[i];
        refer->has_barred = refer->has_barred || is_barred;
    }
    agencies->count = kept;
    return status;
}

static bool gives(const struct agency *agency, const char *service)
{
    for (size_t i = 0; i < agency->services.count; i++)
        if (strcmp(agency->services.items[i], service) == 0)
            return true;
    return service[0] == '\0';
}

/* ---- fields that follow from others */

/* "Legal clinic, Osh  (ru ky)", and that nobody has checked it for long. */
static void describe_agency(const struct refer_view *refer, const struct agency *agency,
                            char out[RECORD_CELL_SIZE])
{
    size_t length = (size_t)snprintf(out, RECORD_CELL_SIZE, "%s%s%s", agency->name,
                                     agency->place == NULL ? "" : ", ",
                                     agency->place == NULL ? "" : agency->place);
    for (size_t i = 0; i < agency->language_count && length < RECORD_CELL_SIZE; i++)
        length +=
            (size_t)snprintf(out + length, RECORD_CELL_SIZE - length, "%s%s%s", i == 0 ? " (" : " ",
                             agency->languages[i], i + 1 == agency->language_count ? ")" : "");
    if (length < RECORD_CELL_SIZE && agency_is_stale(agency, refer->form.today))
        snprintf(out + length, RECORD_CELL_SIZE - length, "  %s", _("NOT CHECKED LATELY"));
}

/* Only those that give what is needed. */
static void renew_agencies(struct refer_view *refer)
{
    struct form_field *field = form_find(&refer->form, "agency");
    if (field == NULL)
        return;
    form_field_clear_options(field);
    for (size_t i = 0; i < refer->agencies.count; i++) {
        const struct agency *agency = &refer->agencies.items[i];
        char text[RECORD_CELL_SIZE];
        if (!gives(agency, form_value(&refer->form, "need")))
            continue;
        describe_agency(refer, agency, text);
        form_field_option(field, agency->id, text);
    }
    const bool is_only_one =
        field->option_count == 1 && form_value(&refer->form, "need")[0] != '\0';
    if (is_only_one)
        form_set(&refer->form, "agency", field->options[0].code);
    else if (!form_field_has_option(field, form_value(&refer->form, "agency")))
        form_set(&refer->form, "agency", "");
}

/* Where it is, when it is open, what it costs, whether that was checked: two lines. */
static char *contact_make(const struct agency *agency, struct day today)
{
    char checked[AGENCY_CHECK_SIZE];
    char *lines = NULL, *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&lines, &size);
    if (stream == NULL)
        return NULL;
    agency_write_contact(stream, agency, false);
    const bool is_written = fclose(stream) == 0;
    stream = is_written ? open_memstream(&text, &size) : NULL;
    if (stream != NULL) {
        const size_t first = strcspn(lines, "\n");
        const char *rest = lines[first] == '\0' ? "" : lines + first + 1;
        agency_check_text(checked, agency, today);
        fprintf(stream, "   %.*s\n   %.*s%s%s", (int)first, lines, (int)strcspn(rest, "\n"), rest,
                rest[0] == '\0' ? "" : "   ", checked);
        if (fclose(stream) != 0) {
            free(text);
            text = NULL;
        }
    }
    free(lines);
    return text;
}

static void renew_contact(struct refer_view *refer)
{
    struct form_field *field = form_find(&refer->form, "contact");
    const struct agency *agency = refer_agency(refer);
    char *text = agency == NULL ? NULL : contact_make(agency, refer->form.today);
    if (field == NULL)
        return;
    field->is_hidden = text == NULL;
    if (text == NULL)
        return;
    free(field->label);
    field->label = text;
}

static void renew_due(struct app *app, struct refer_view *refer)
{
    struct error error = { 0 };
    const struct calendar *calendar;
    char day[DUE_TEXT_SIZE], text[FRAME_TEXT_SIZE];
    enum status status = referral_calendar_find(app, &calendar, &error);
    if (status == STATUS_OK)
        status = referral_due(&refer->due, &refer->has_due, refer_urgency(refer), REFERRAL_SENT,
                              app_today(app), calendar, &error);
    if (status != STATUS_OK) {
        app_fail(app, &error);
        refer->has_due = false;
        return;
    }
    due_text_day(day, refer->due, app_today(app));
    record_fill(text, sizeof(text), _("sends it and reminds you on %s"), day);
    form_button(&refer->form, text);
}

static void renew(struct app *app, struct refer_view *refer)
{
    renew_agencies(refer);
    renew_contact(refer);
    renew_due(app, refer);
}

/* ---- the form */

static void add_needs(struct refer_view *refer)
{
    struct form_field *need = form_add(&refer->form, FORM_CHOICE, "need", _("Need"));
    for (size_t i = 0; need != NULL && i < refer->agencies.count; i++)
        for (size_t j = 0; j < refer->agencies.items[i].services.count; j++) {
            const char *code = refer->agencies.items[i].services.items[j];
            if (!form_field_has_option(need, code))
                form_field_option(need, code, label_agency_service(code));
        }
    if (need != NULL)
        need->is_required = true;
}

static void add_urgency(struct app *app, struct refer_view *refer)
{
    struct error error = { 0 };
    const struct calendar *calendar;
    static const char *const sendings[REFERRAL_URGENCY_COUNT] = {
        [REFERRAL_URGENT] = N_("phone now, write in 24 hours"),
        [REFERRAL_HIGH] = N_("send in 24 hours"),
        [REFERRAL_NORMAL] = N_("send in 3 working days"),
    };
    struct form_field *field = form_add(&refer->form, FORM_CHOICE, "urgency", _("Urgency"));
    if (referral_calendar_find(app, &calendar, &error) != STATUS_OK) {
        app_fail(app, &error);
        return;
    }
    for (int i = 0; i < REFERRAL_URGENCY_COUNT; i++) {
        const enum referral_urgency urgency = (enum referral_urgency)i;
        char text[FRAME_TEXT_SIZE], day[DUE_TEXT_SIZE] = "";
        struct day due;
        bool has_due;
        if (referral_due(&due, &has_due, urgency, REFERRAL_SENT, app_today(app), calendar,
                         &error) == STATUS_OK &&
            has_due)
            due_text(day, due, app_today(app));
        snprintf(text, sizeof(text), "%s: %s (%s %s)", label_referral_urgency(urgency),
                 language_text(sendings[i]),
                 /* TRANSLATORS: the other service answers by a day that follows. */
                 _("answer by"), day);
        form_field_option(field, referral_urgency_word(urgency), text);
    }
    form_set(&refer->form, "urgency", referral_urgency_word(REFERRAL_NORMAL));
}

static void add_visit(struct app *app, struct form *form)
{
    struct form_field *day = form_add(form, FORM_DATE, "day", _("Expected on"));
    if (day != NULL)
        day->may_be_ahead = true;
    form_field_hint(day, _("+1 for tomorrow; empty: no day"));
    struct form_field *time = form_add(form, FORM_TEXT, "time", _("Time"));
    if (time != NULL)
        time->columns = 6;
    struct form_field *escort = form_add(form, FORM_CHOICE, "escort", _("Goes with them"));
    record_add_staff(app, escort);
}

/* What the step of the workflow asks for, when one led here: "legal_aid urgent". */
static void fill_from_step(struct refer_view *refer)
{
    char service[REFERRAL_SERVICE_SIZE];
    const char *detail = refer->view.place.detail;
    const size_t length = strcspn(detail, " ");
    snprintf(service, sizeof(service), "%.*s", (int)length, detail);
    if (form_field_has_option(form_find(&refer->form, "need"), service))
        form_set(&refer->form, "need", service);
    if (detail[length] == ' ')
        form_set(&refer->form, "urgency", detail + length + 1);
}

static void build(struct app *app, struct refer_view *refer)
{
    struct form *form = &refer->form;
    form_init(form, app_today(app));
    add_needs(refer);
    struct form_field *agency = form_add(form, FORM_CHOICE, "agency", _("Service"));
    if (agency != NULL)
        agency->is_required = true;
    form_add(form, FORM_REMARK, "contact", "");
    if (refer->has_barred)
        form_add(form, FORM_REMARK, "origin",
                 _("   Bodies of the country of origin are not offered: the person fears it."));
    add_urgency(app, refer);
    fill_from_step(refer);
    add_visit(app, form);
    refer_add_told(refer);
    struct form_field *message = form_add(form, FORM_LINES, "message", _("Message"));
    if (message != NULL)
        message->is_required = true;
    referral_add_override(app, form);
    form_focus_first(form);
}

static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct refer_view *refer = (struct refer_view *)view;
    struct agency_list agencies;
    struct referral_person person;
    struct form typed = refer->form;
    const struct agency_filter filter = { .kind = NULL };
    if (!session_may(app_session(app), ACT_KEEP_PEOPLE))
        return error_set(error, STATUS_REFUSED, "referring people");
    enum status status = agency_list(app_store(app), &filter, &agencies, error);
    if (status != STATUS_OK)
        return status;
    status = referral_person_load(&person, app, view->place.subject, error);
    if (status != STATUS_OK) {
        agency_list_release(&agencies);
        return status;
    }
    status = drop_barred(app, refer, &agencies, error);
    if (status != STATUS_OK) {
        agency_list_release(&agencies);
        referral_person_release(&person);
        return status;
    }
    agency_list_put_fresh_first(&agencies, app_today(app));
    agency_list_release(&refer->agencies);
    referral_person_release(&refer->person);
    refer->agencies = agencies;
    refer->person = person;
    build(app, refer);
    form_take_over(&refer->form, &typed);
    renew(app, refer);
    return STATUS_OK;
}

static struct form *refer_form(struct view *view)
{
    return &((struct refer_view *)view)->form;
}

static void settle_time(struct form_field *field)
{
    char time[APPOINTMENT_TIME_SIZE];
    if (appointment_time_parse(time, text_input_text(&field->input), NULL) == STATUS_OK)
        text_input_set(&field->input, time);
    else
        form_field_fault(field, _("There is no such time. Write 9:30 or 14:00."));
}

static void left(struct app *app, struct view *view, size_t field)
{
    struct refer_view *refer = (struct refer_view *)view;
    struct form_field *this = &refer->form.fields[field];
    if (this->kind != FORM_DATE)
        form_field_fault(this, NULL);
    if (strcmp(this->id, "time") == 0)
        settle_time(this);
    renew(app, refer);
}

static void submit(struct app *app, struct view *view)
{
    struct refer_view *refer = (struct refer_view *)view;
    char id[UUID_TEXT_SIZE], day[DUE_TEXT_SIZE];
    if (!refer_send(app, refer, id))
        return;
    due_text_full(day, refer->due);
    app_remember_form(app, "referral", &refer->form);
    app_drop_draft(app, view);
    app_back(app);
    app_say_with(app, _("The referral is kept as sent.  A reminder is set for %s."), day);
    referral_slip_show(app, id);
}

static const char *draft_form(const struct view *view)
{
    (void)view;
    return "referral";
}

/* ---- showing */

static void draw_sharing(const struct refer_view *refer, struct area area, int row, int column)
{
    char *text = NULL;
    size_t size = 0;
    const bool is_agreed = refer->person.sharing == SHARING_CONSENT;
    FILE *stream = open_memstream(&text, &size);
    if (stream == NULL)
        return;
    referral_write_sharing(stream, &refer->person, refer->form.today);
    if (fclose(stream) == 0) {
        const int at = area.columns - drawn_width(text) - 1;
        area_fit(area, row, at > column ? at : column, area.columns - column,
                 is_agreed ? STYLE_PLAIN : STYLE_ALERT, text);
    }
    free(text);
}

static void draw_preview(const struct refer_view *refer, struct area area)
{
    char *text = NULL;
    size_t size = 0;
    const int column = 1 + area_text(area, 0, 1, STYLE_STRONG, _("WHAT THE SERVICE WILL SEE")) + 2;
    draw_sharing(refer, area, 0, column);
    FILE *stream = open_memstream(&text, &size);
    if (stream == NULL)
        return;
    refer_write_told(stream, refer);
    if (fclose(stream) == 0)
        area_fit(area, 1, 3, area.columns - 4, STYLE_PLAIN, text);
    free(text);
    area_fit(area, 2, 3, area.columns - 4, STYLE_PLAIN, _("not: notes, family, answers, history"));
    if (refer->person.withheld == NULL)
        return;
    const int used = area_text(area, 3, 3, STYLE_ALERT, _("MUST NOT BE TOLD: "));
    area_fit(area, 3, 3 + used, area.columns - used - 4, STYLE_PLAIN, refer->person.withheld);
}

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct refer_view *refer = (const struct refer_view *)view;
    struct area body = frame->body;
    char heading[FRAME_TEXT_SIZE];
    (void)app;
    snprintf(heading, sizeof(heading), "%s  %s", _("REFER TO ANOTHER SERVICE"),
             refer->person.name == NULL ? "" : refer->person.name);
    snprintf(frame->title, sizeof(frame->title), "%s", _("New referral"));
    const bool is_roomy = body.rows >= ROWS_ROOMY;
    const int top = is_roomy;
    const int preview = body.rows < PREVIEW_ROWS * 2     ? 0
                        : refer->person.withheld != NULL ? PREVIEW_ROWS
                                                         : PREVIEW_ROWS - 1;
    if (is_roomy)
        area_fit(body, 0, 1, body.columns - 2, STYLE_STRONG, heading);
    draw_preview(refer, area_part(body, body.rows - preview, 0, preview, body.columns));
    form_draw(&refer->form, area_part(body, top, 0, body.rows - preview - top, body.columns));
    if (refer->agencies.count == 0)
        snprintf(frame->next, sizeof(frame->next), "%s",
                 _("The directory is empty: F9 leads to it, keep the first organisation."));
    else
        form_write_next(&refer->form, frame->next, sizeof(frame->next));
}

static void release(struct view *view)
{
    struct refer_view *refer = (struct refer_view *)view;
    form_release(&refer->form);
    agency_list_release(&refer->agencies);
    referral_person_release(&refer->person);
}

const struct view_class refer_view_class = {
    .name = "refer",
    .about = N_("Send the person to another service.  It sees no more than what stands below, and "
                "only when the person agreed."),
    .size = sizeof(struct refer_view),
    .keeps_place = true,
    .load = load,
    .draw = draw,
    .form = refer_form,
    .submit = submit,
    .left = left,
    .draft_form = draft_form,
    .release = release,
};
