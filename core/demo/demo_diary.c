/* SPDX-License-Identifier: Apache-2.0 */

/* What stands around the steps of the casefiles: notes, appointments, referrals, own tasks. */
#include "demo/demo_casefile.h"

#include "appointment/appointment_store.h"
#include "casefile/definition_store.h"
#include "document/request_store.h"
#include "note/note_store.h"
#include "referral/referral_store.h"
#include "task/task_store.h"

#include <stdio.h>
#include <string.h>

/* ---- Notes */

struct remark {
    enum note_kind kind;
    bool is_confidential;
    const char *body;
};

static const struct remark first_remarks[] = {
    { NOTE_INTERVIEW, false,
      "Беседа наедине, около сорока минут. Рассказывает спокойно и по порядку.\n"
      "Объяснили, что записываем и кому это можно показать." },
    { NOTE_VISIT, false,
      "Пришли вдвоём с родственником. Родственника попросили подождать в коридоре." },
    { NOTE_INTERVIEW, false, "Бумаги принесены в пакете; сняли копии, подлинники вернули сразу." },
    { NOTE_NOTE, false, "С тем же уже обращались в два места, там не ответили." },
};

static const struct remark later_remarks[] = {
    { NOTE_CALL, false, "Позвонили, рассказали, чего ждём и до какого дня." },
    { NOTE_CALL, false, "Клиент спрашивает по телефону, надо ли ещё что-то принести." },
    { NOTE_NO_CONTACT, false, "Телефон выключен. Позвоним завтра вечером." },
    { NOTE_VISIT, false, "Клиент по пути с работы занёс справку, которой не хватало." },
    { NOTE_NOTE, true, "Дома неспокойно, просит не звонить при родных." },
    { NOTE_NOTE, false, "Сосед передал, что у семьи всё хорошо." },
    { NOTE_INTERVIEW, false, "Повторили вместе, что уже сделано и что осталось." },
};

enum status demo_diary_note(struct demo_work *work, const struct demo_case *noted, bool is_first,
                            struct error *error)
{
    const size_t count = is_first ? sizeof(first_remarks) / sizeof(first_remarks[0])
                                  : sizeof(later_remarks) / sizeof(later_remarks[0]);
    struct demo_random random =
        demo_random_begin(noted->random.state, DEMO_PURPOSE_DIARY, work->desk.today.number);
    const struct remark *remark =
        (is_first ? first_remarks : later_remarks) + demo_random_below(&random, (long)count);
    char body[1024];
    struct note note = { .kind = remark->kind,
                         .is_confidential = remark->is_confidential,
                         .body = body };
    snprintf(body, sizeof(body), "%s", remark->body);
    memcpy(note.casefile_id, noted->id, sizeof(note.casefile_id));
    demo_work_tick(work);
    return note_add(work->desk.store, work->desk.actor, &note, error);
}

/* ---- Appointments */

/* So many days ago, but not before the casefile was there. */
static struct day days_ago(const struct demo_case *of, int days)
{
    const struct day day = { DEMO_TODAY - days };
    return day_compare(day, of->opened) < 0 ? of->opened : day;
}

/* By turns; days are counted from the last day, a Sunday. */
static const struct {
    int day;
    const char *time;
    const char *about;
    enum appointment_state state;
    int agency; /* -1: at the office */
} meetings[] = {
    { 1, "09:30", "Посмотреть, что осталось сделать", APPOINTMENT_PLANNED, -1 },
    { -5, "14:00", "Подписать бумаги", APPOINTMENT_ATTENDED, -1 },
    { 2, "10:00", "Приём врача, идём вместе", APPOINTMENT_PLANNED, DEMO_AGENCY_HEALTH },
    { -4, "11:30", "Принести копии", APPOINTMENT_MISSED, -1 },
    { 1, "15:00", "Принести копии", APPOINTMENT_PLANNED, -1 },
    { 4, "", "Юрист, весь день по очереди", APPOINTMENT_PLANNED, DEMO_AGENCY_LEGAL_AID },
    { -3, "09:00", "Беседа о планах", APPOINTMENT_CANCELLED, -1 },
    { 3, "16:30", "Беседа о планах", APPOINTMENT_PLANNED, -1 },
    { 5, "10:45", "Собеседование на работу", APPOINTMENT_PLANNED, DEMO_AGENCY_EMPLOYMENT },
};
enum { MEETINGS = sizeof(meetings) / sizeof(meetings[0]), PEOPLE_PER_MEETING = 3 };

static enum status add_meeting(struct demo_work *work, const struct demo_case *met, size_t number,
                               struct error *error)
{
    char about[128];
    struct appointment appointment = { .minutes = APPOINTMENT_MINUTES, .about = about };
    snprintf(about, sizeof(about), "%s", meetings[number].about);
    memcpy(appointment.casefile_id, met->id, sizeof(appointment.casefile_id));
    appointment.day = days_ago(met, -meetings[number].day);
    snprintf(appointment.time, sizeof(appointment.time), "%s", meetings[number].time);
    if (meetings[number].agency >= 0)
        memcpy(appointment.agency_id, work->agencies.ids[meetings[number].agency],
               sizeof(appointment.agency_id));
    demo_work_tick(work);
    enum status status = appointment_add(work->desk.store, work->desk.actor, &appointment, error);
    if (status != STATUS_OK || meetings[number].state == APPOINTMENT_PLANNED)
        return status;
    return appointment_end(work->desk.store, work->desk.actor, appointment.id,
                           meetings[number].state, work->desk.today, error);
}

/* ---- Referrals */

enum { EVENTS_MAX = 4 };

/* How far each goes, by turns; the days before the last one are of sending and of each event. */
static const struct {
    const char *reason;
    struct {
        const char *text;
        int event; /* 0: none; sending is none of them */
        int days;
    } events[EVENTS_MAX];
    enum demo_agency agency;
    enum referral_urgency urgency;
    int days; /* 0: it was not sent */
} referrals[] = {
    { .agency = DEMO_AGENCY_LEGAL_AID,
      .reason = "Нужна консультация юриста",
      .urgency = REFERRAL_NORMAL,
      .days = 3 },
    { .agency = DEMO_AGENCY_HEALTH,
      .reason = "Давно не было осмотра у врача",
      .urgency = REFERRAL_HIGH,
      .days = 4,
      .events = { { NULL, REFERRAL_EVENT_ACCEPTED, 2 } } },
    { .agency = DEMO_AGENCY_EMPLOYMENT,
      .reason = "Ищет работу по специальности",
      .urgency = REFERRAL_NORMAL },
    { .agency = DEMO_AGENCY_EDUCATION,
      .reason = "Курс языка по вечерам",
      .urgency = REFERRAL_NORMAL,
      .days = 5,
      .events = { { NULL, REFERRAL_EVENT_ACCEPTED, 4 },
                  { NULL, REFERRAL_EVENT_ATTENDED, 3 },
                  { "Место в группе есть, начало в понедельник", REFERRAL_EVENT_ANSWERED, 2 } } },
    { .agency = DEMO_AGENCY_MUNICIPALITY,
      .reason = "Семье негде жить с декабря",
      .urgency = REFERRAL_URGENT,
      .days = 12 },
    { .agency = DEMO_AGENCY_SOCIAL,
      .reason = "Пособие на детей",
      .urgency = REFERRAL_NORMAL,
      .days = 5,
      .events = { { "Нет прописки по району", REFERRAL_EVENT_DECLINED, 2 } } },
    { .agency = DEMO_AGENCY_EMPLOYMENT,
      .reason = "Проверка навыков сварщика",
      .urgency = REFERRAL_NORMAL,
      .days = 6,
      .events = { { NULL, REFERRAL_EVENT_ACCEPTED, 4 }, { NULL, REFERRAL_EVENT_ATTENDED, 3 } } },
};
enum { REFERRALS = sizeof(referrals) / sizeof(referrals[0]), PEOPLE_PER_REFERRAL = 2 };

static enum status hear(struct demo_work *work, const struct demo_case *referred, const char *id,
                        size_t number, const struct calendar *calendar, struct error *error)
{
    enum status status = STATUS_OK;
    for (int i = 0; status == STATUS_OK && i < EVENTS_MAX && referrals[number].events[i].event != 0;
         i++) {
        const struct referral_answer answer = {
            .event = (enum referral_event)referrals[number].events[i].event,
            .text = referrals[number].events[i].text,
            .outcome = REFERRAL_PROVIDED,
            .day = days_ago(referred, referrals[number].events[i].days),
            .today = work->desk.today,
            .calendar = calendar,
        };
        status = referral_answer(work->desk.store, work->desk.actor, id, &answer, error);
    }
    return status;
}

static enum status add_referral(struct demo_work *work, const struct demo_case *referred,
                                size_t number, struct error *error)
{
    char reason[128];
    struct definition_country country;
    struct referral referral = { .reason = reason, .urgency = referrals[number].urgency };
    snprintf(reason, sizeof(reason), "%s", referrals[number].reason);
    memcpy(referral.casefile_id, referred->id, sizeof(referral.casefile_id));
    memcpy(referral.agency_id, work->agencies.ids[referrals[number].agency],
           sizeof(referral.agency_id));
    snprintf(referral.service, sizeof(referral.service), "%s",
             demo_agency_service(referrals[number].agency));
    demo_work_tick(work);
    enum status status =
        definition_cache_country(work->desk.definitions, work->desk.store, &country, error);
    if (status == STATUS_OK)
        status = referral_add(work->desk.store, work->desk.actor, &referral, error);
    if (status != STATUS_OK || referrals[number].days == 0)
        return status;
    struct consent_judgement judgement;
    struct referral_sending sending = { .day = days_ago(referred, referrals[number].days),
                                        .today = work->desk.today,
                                        .calendar = country.calendar };
    status = referral_judge(work->desk.store, referred->id, referral.agency_id, sending.day,
                            &judgement, error);
    if (status != STATUS_OK)
        return status;
    if (judgement.verdict == CONSENT_COVERED)
        sending.consent_id = judgement.consent_id;
    else {
        sending.override_reason = "Согласие подписано на бумаге";
        sending.role = "supervisor";
        sending.may_override = true;
    }
    status = referral_send(work->desk.store, work->desk.actor, referral.id, &sending, error);
    consent_judgement_release(&judgement);
    return status == STATUS_OK ? hear(work, referred, referral.id, number, country.calendar, error)
                               : status;
}

/* ---- Letters */

/* Who waits for an archive has a letter in the ledger. */
static enum status add_letter(struct demo_work *work, const struct demo_case *owner,
                              struct error *error)
{
    enum { DAYS_TO_ASK = 7, DAYS_TO_ANSWER = 30 };
    char addressee[] = "Государственный архив области";
    char about[] = "Архивная справка об учёбе и месте жительства";
    char number[32];
    struct request request = { .kind = REQUEST_ARCHIVE, .addressee = addressee, .about = about };
    const struct day sent_on = { owner->opened.number + DAYS_TO_ASK };
    const struct request_letter letter = { .sent_on = sent_on,
                                           .due_on = { sent_on.number + DAYS_TO_ANSWER },
                                           .has_due_on = true,
                                           .outgoing_number = number };
    snprintf(number, sizeof(number), "%d/А", (int)(owner - work->cases) + 1);
    request.outgoing_number = number;
    memcpy(request.person_id, owner->person_id, sizeof(request.person_id));
    memcpy(request.casefile_id, owner->id, sizeof(request.casefile_id));
    memcpy(request.agency_id, work->agencies.ids[DEMO_AGENCY_ARCHIVE], sizeof(request.agency_id));
    demo_work_tick(work);
    const enum status status = request_add(work->desk.store, work->desk.actor, &request, error);
    if (status != STATUS_OK)
        return status;
    return request_send(work->desk.store, work->desk.actor, request.id, &letter, error);
}

static bool waits_for_archive(const struct demo_case *looked_at)
{
    const struct demo_course *course = looked_at->course;
    return course->stop == DEMO_STOP_ASKED && strcmp(course->stop_step, "archive_request") == 0;
}

/* ---- Own tasks */

/* Those of nobody's casefile first; days are counted from the last day. */
static const struct {
    const char *title;
    int since;
    int due;
    bool is_of_casefile;
    bool is_urgent;
} chores[] = {
    { "Отчёт за октябрь", 1, 5, false, false },
    { "Проверить телефоны организаций", -12, -4, false, false },
    { "Позвонить соседу клиента", -3, 1, true, false },
    { "Занести оригиналы в сейф", -2, 8, true, false },
    { "Спросить, дошло ли письмо", -6, -1, true, true },
};

static enum status add_chore(struct demo_work *work, const struct demo_case *owner, size_t number,
                             struct error *error)
{
    char title[128];
    struct task task = { .title = title,
                         .is_urgent = chores[number].is_urgent,
                         .has_due_on = true };
    snprintf(title, sizeof(title), "%s", chores[number].title);
    demo_part_id(work->world->demo->seed, (long)number, DEMO_PART_TASK, task.id);
    task.since = (struct day){ DEMO_TODAY + chores[number].since };
    task.due_on = (struct day){ DEMO_TODAY + chores[number].due };
    snprintf(task.assigned_to, sizeof(task.assigned_to), "%s", work->desk.actor);
    if (owner != NULL)
        memcpy(task.casefile_id, owner->id, sizeof(task.casefile_id));
    demo_work_tick(work);
    return task_add(work->desk.store, work->desk.actor, &task, error);
}

static enum status add_chores(struct demo_work *work, struct error *error)
{
    enum status status = STATUS_OK;
    long next = 0;
    for (size_t i = 0; status == STATUS_OK && i < sizeof(chores) / sizeof(chores[0]); i++) {
        const struct demo_case *owner = NULL;
        for (; chores[i].is_of_casefile && owner == NULL && next < work->case_count; next++)
            if (work->cases[next].id[0] != '\0' && !work->cases[next].is_closed)
                owner = &work->cases[next];
        status = add_chore(work, owner, i, error);
    }
    return status;
}

enum status demo_diary_end(struct demo_work *work, struct error *error)
{
    enum status status = STATUS_OK;
    size_t meeting = 0;
    size_t referral = 0;
    /* On the last working day. */
    work->desk.today = (struct day){ DEMO_TODAY - 2 };
    for (long i = 0; status == STATUS_OK && i < work->case_count; i++) {
        const struct demo_case *current = &work->cases[i];
        if (current->id[0] == '\0' || current->is_closed)
            continue;
        if (i % PEOPLE_PER_MEETING != 2)
            status = add_meeting(work, current, meeting++ % MEETINGS, error);
        if (status == STATUS_OK && i % PEOPLE_PER_REFERRAL == 0)
            status = add_referral(work, current, referral++ % REFERRALS, error);
        if (status == STATUS_OK && waits_for_archive(current))
            status = add_letter(work, current, error);
    }
    return status == STATUS_OK ? add_chores(work, error) : status;
}
