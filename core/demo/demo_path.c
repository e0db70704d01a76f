/* SPDX-License-Identifier: Apache-2.0 */
#include "demo/demo_path.h"

#include <stddef.h>

// clang-format off
#define ANSWER(step, path, value)   { step, DEMO_HINT_ANSWER, path, value, 0 }
#define ROW(step, path, row, value) { step, DEMO_HINT_ANSWER, path, value, row }
#define OUTCOME(step, outcome)      { step, DEMO_HINT_OUTCOME, NULL, outcome, 0 }
#define SKIP(step, reason)          { step, DEMO_HINT_SKIP, NULL, reason, 0 }
#define DAY(step, day)              { step, DEMO_HINT_DAY, NULL, NULL, day }
#define ASK(step, whom, days)       { step, DEMO_HINT_ASK, NULL, whom, days }
#define END                         { .step = NULL }
// clang-format on

const struct demo_hint demo_hints_of_all[] = {
    ANSWER("safety", "danger", "no"),
    ANSWER("safety", "medical", "no"),
    ANSWER("safety", "shelter", "no"),
    ANSWER("intake", "group", "@group"),
    ANSWER("intake", "language", "@language"),
    ANSWER("intake", "interpreter", "no"),
    ROW("papers", "paper.kind", 1, "passport"),
    ROW("papers", "paper.issued_on", 1, "@-1400"),
    ROW("papers", "paper.expires_on", 1, "@2200"),
    ROW("papers", "paper.state", 1, "held"),
    ROW("papers", "paper.original", 1, "yes"),
    ANSWER("consent", "understands", "yes"),
    ANSWER("consent", "given_by", "person"),
    ANSWER("consent", "language", "@language"),
    ANSWER("consent", "casework", "yes"),
    ANSWER("consent", "reporting", "yes"),
    ANSWER("consent", "sharing", "yes"),
    ANSWER("consent", "share_with", "authorities, ngo, legal_aid"),
    ANSWER("consent", "given_on", "@0"),
    ANSWER("asylum_check", "fear", "no"),
    SKIP("trafficking", "Признаков нет"),
    ANSWER("violence_check", "violence", "no"),
    ANSWER("citizenship_check", "citizen", "yes"),
    ANSWER("citizenship_check", "country", "@origin"),
    ANSWER("service_need", "risk", "low"),
    ANSWER("service_need", "next_on", "@14"),
    ASK("urgent_doctor", "Городская больница, приёмный покой", 1),
    ASK("safe_shelter", "Кризисный центр", 1),
    ANSWER("closing_check", "risk_left", "no"),
    ANSWER("closing_check", "referral_open", "no"),
    ANSWER("closing_check", "told", "yes"),
    ANSWER("closing_view", "level", "good"),
    SKIP("closing_handover", "Другая помощь не нужна"),
    END,
};

/* ---- Documents */

static const struct demo_path stolen_card = {
    .workflow = "restoration",
    .issue = "Удостоверение украдено на базаре",
    .is_citizen = true,
    .intake = CASEFILE_WALK_IN,
    .hints =
        (const struct demo_hint[]){
            ANSWER("intake", "group", "OTH"),
            ANSWER("intake", "wish", "Новое удостоверение до конца года"),
            ROW("papers", "paper.kind", 1, "national_id"),
            ROW("papers", "paper.state", 1, "stolen"),
            ROW("papers", "paper.original", 1, "no"),
            ANSWER("citizenship_check", "country", "@office"),
            ANSWER("citizenship_check", "proof", "yes"),
            ANSWER("service_need", "services", "documents"),
            ANSWER("loss_report", "matter", "papers"),
            ANSWER("loss_report", "lost", "national_id"),
            ANSWER("loss_report", "how", "theft"),
            ANSWER("loss_report", "lost_on", "@-2"),
            ANSWER("loss_report", "place", "Центральный базар"),
            ASK("police_slip", "Дежурная часть РОВД", 1),
            ANSWER("police_slip", "number", "1148"),
            OUTCOME("police_slip", "received"),
            SKIP("lost_property", "В бюро находок уже искали"),
            DAY("triage", 3),
            ANSWER("triage", "route", "own_citizen"),
            ANSWER("triage", "in_register", "yes"),
            SKIP("family_needs", "У семьи бумаги есть"),
            ASK("identity_check", "Регистр населения", 2),
            ANSWER("identity_check", "registers", "population_register"),
            OUTCOME("identity_check", "confirmed"),
            ANSWER("fee", "amount", "@fee"),
            ANSWER("fee", "payer", "person"),
            DAY("application", 8),
            ANSWER("application", "document", "national_id"),
            ANSWER("application", "speed", "normal"),
            ANSWER("application", "complete", "yes"),
            ANSWER("application", "submitted_on", "@0"),
            ANSWER("application", "submitted_to", "Центр обслуживания населения"),
            ANSWER("application", "entry_number", "004-117"),
            OUTCOME("application", "submitted"),
            ASK("follow_id", "Центр обслуживания населения", 17),
            OUTCOME("follow_id", "issued"),
            DAY("handover", 28),
            ANSWER("handover", "receiver_known", "yes"),
            ANSWER("handover", "spelling_right", "yes"),
            ANSWER("handover", "number", "XD0000106"),
            ANSWER("handover", "issued_on", "@-3"),
            ANSWER("handover", "signed_on", "@0"),
            OUTCOME("handover", "delivered"),
            DAY("closing_check", 31),
            SKIP("closing_note", "Письмо не нужно: документ на руках"),
            ANSWER("closing", "reason", "document_delivered"),
            END,
        },
};

static const struct demo_path old_paper = {
    .workflow = "restoration",
    .issue = "Паспорт старого образца не принимают, свидетельства о рождении нет",
    .is_citizen = true,
    .intake = CASEFILE_OUTREACH,
    .hints =
        (const struct demo_hint[]){
            ANSWER("intake", "group", "UND"),
            ANSWER("intake", "wish", "Паспорт и прописка"),
            ROW("papers", "paper.state", 1, "expired"),
            ROW("papers", "paper.issued_on", 1, ""),
            ROW("papers", "paper.expires_on", 1, "@-900"),
            ANSWER("citizenship_check", "citizen", "unknown"),
            ANSWER("citizenship_check", "country", ""),
            ANSWER("service_need", "services", "archive, civil_registry"),
            ANSWER("loss_report", "matter", "papers"),
            ANSWER("loss_report", "lost", "passport, birth_certificate"),
            ANSWER("loss_report", "how", "old_paper"),
            DAY("triage", 2),
            ANSWER("triage", "route", "own_citizen"),
            ANSWER("triage", "in_register", "no"),
            ANSWER("triage", "why_route", "Живёт здесь с детства, в регистре нет"),
            SKIP("family_needs", "Живёт без семьи"),
            ROW("evidence_list", "item.type", 1, "school_record"),
            ROW("evidence_list", "item.form", 1, "original"),
            ROW("evidence_list", "item.verdict", 1, "weak"),
            ROW("witnesses", "witness.name", 1, "Образец Первый"),
            ROW("witnesses", "witness.relation", 1, "Сосед с детства"),
            ROW("witnesses", "witness.signed_on", 1, "@0"),
            ROW("witnesses", "witness.name", 2, "Образец Вторая"),
            ROW("witnesses", "witness.relation", 2, "Работали вместе"),
            ROW("witnesses", "witness.signed_on", 2, "@0"),
            DAY("identity_check", 3),
            ASK("identity_check", "Регистр населения", 3),
            ANSWER("identity_check", "registers", "population_register, passport_files"),
            OUTCOME("identity_check", "not_found"),
            ASK("local_record", "Сельская управа", 5),
            OUTCOME("local_record", "extract"),
            SKIP("registry_request", "Книги того района хранит архив"),
            ASK("archive_request", "Государственный архив области", 40),
            OUTCOME("archive_request", "no_record"),
            END,
        },
};

/* ---- Return */

#define RETURN_HINTS                                                                               \
    SKIP("pre_return_notice", "Извещения не было"), ANSWER("reception", "returned_on", "@-1"),     \
        ANSWER("reception", "returned_from", "RUS"), ANSWER("reception", "papers_seen", "yes"),    \
        ANSWER("intake", "group", "RET"), ANSWER("citizenship_check", "country", "@office"),       \
        DAY("first_session", 5), ANSWER("first_session", "quiet_room", "yes"),                     \
        ANSWER("first_session", "confidential", "yes"), ANSWER("first_session", "honest", "yes"),  \
        DAY("vulnerability_screen", 6),                                                            \
        ANSWER("vulnerability_full", "findings", "Родственники помогают"),                         \
        DAY("risk_assessment", 8),                                                                 \
        ANSWER("family_debt", "lives_with", "С матерью и младшим братом"),                         \
        ANSWER("family_debt", "dependants", "2"), ANSWER("family_debt", "debt", "yes"),            \
        ANSWER("family_debt", "debt_amount", "900.00 USD"),                                        \
        ANSWER("family_debt", "debt_to", "Дядя"), ANSWER("family_debt", "ban", "no"),              \
        ROW("skills", "skill.what", 1, "Сварка"), ROW("skills", "skill.years", 1, "5"),            \
        ROW("skills", "skill.certificate", 1, "no"), DAY("rss_baseline", 9),                       \
        DAY("opportunities", 12),                                                                  \
        ROW("opportunities", "option.what", 1, "Работа по специальности"),                         \
        ROW("opportunities", "option.kind", 1, "job"),                                             \
        ROW("opportunities", "option.possible", 1, "now"),                                         \
        ROW("opportunities", "option.wanted", 1, "yes"), OUTCOME("opportunities", "make_plan"),    \
        DAY("plan", 14), ANSWER("plan", "needs", "job, housing"),                                  \
        ROW("plan", "goal.dimension", 1, "economic"),                                              \
        ROW("plan", "goal.objective", 1, "Постоянный заработок и уплата долга"),                   \
        ROW("plan", "goal.activity", 1, "Служба занятости, первые заказы"),                        \
        ROW("plan", "goal.due_on", 1, "@180"), ROW("plan", "goal.status", 1, "planned"),           \
        ANSWER("plan", "signed_person_on", "@0"), ANSWER("plan", "signed_office_on", "@0"),        \
        DAY("job_help", 17), ASK("job_help", "Районная служба занятости", 6),                      \
        ASK("housing_help", "Мэрия, отдел жилья", 6),                                              \
        SKIP("counselling", "Отдельных бесед не нужно"),                                           \
        SKIP("delivered", "Выдач больше не будет"), ANSWER("follow_up", "goals", "Работает"),      \
        SKIP("rss_followup", "Повторный опрос не состоится"),                                      \
        ANSWER("closing", "reason", "left_area")

static const struct demo_path back_home = {
    .workflow = "reintegration",
    .issue = "Возвращение после работы за границей, есть долг",
    .is_citizen = true,
    .intake = CASEFILE_REFERRAL,
    .hints = (const struct demo_hint[]){ ANSWER("reception", "urgent_needs", "none"), RETURN_HINTS,
                                         END },
};

static const struct demo_path moves_on = {
    .workflow = "reintegration",
    .issue = "Возвращение; дальше – переезд к брату в другую область",
    .is_citizen = true,
    .intake = CASEFILE_WALK_IN,
    .hints =
        (const struct demo_hint[]){ ANSWER("reception", "urgent_needs", "none"),
                                    OUTCOME("opportunities", "no_plan"),
                                    DAY("closing_criteria", 20),
                                    OUTCOME("closing_criteria", "moved_away"), RETURN_HINTS, END },
};

static const struct demo_path no_bed = {
    .workflow = "reintegration",
    .issue = "Возвращение ночью, ночевать негде",
    .is_citizen = true,
    .intake = CASEFILE_HOTLINE,
    .hints =
        (const struct demo_hint[]){ ANSWER("reception", "urgent_needs", "shelter, food"),
                                    ASK("emergency_shelter", "Кризисный центр", 1),
                                    ROW("emergency_supplies", "item.what", 1, "Набор продуктов"),
                                    RETURN_HINTS, END },
};

/* ---- Integration */

#define INTEGRATION_HINTS                                                                          \
    DAY("stay_paper", 2), ANSWER("stay_paper", "issued_on", "@-100"),                              \
        ANSWER("stay_paper", "expires_on", "@200"), OUTCOME("stay_paper", "valid"),                \
        DAY("residence", 4), ASK("residence", "Регистр населения", 9),                             \
        OUTCOME("residence", "registered"), SKIP("personal_number", "Номер уже есть"),             \
        DAY("rights_check", 9), ROW("rights_check", "right.right", 1, "health"),                   \
        ROW("rights_check", "right.state", 1, "enjoyed"),                                          \
        ROW("rights_check", "right.right", 2, "education"),                                        \
        ROW("rights_check", "right.state", 2, "enjoyed"), DAY("needs_skills", 14),                 \
        ANSWER("needs_skills", "language_level", "A2"), ANSWER("needs_skills", "trade", "Шитьё"),  \
        ANSWER("needs_skills", "work", "yes"), ANSWER("needs_skills", "school_children", "1"),     \
        ANSWER("needs_skills", "housing", "rented"), DAY("plan", 18),                              \
        ANSWER("plan", "needs", "none"), ROW("plan", "goal.objective", 1, "Говорить на работе"),   \
        ROW("plan", "goal.activity", 1, "Курс языка по вечерам"),                                  \
        ROW("plan", "goal.due_on", 1, "@150"), ROW("plan", "goal.status", 1, "planned"),           \
        ANSWER("plan", "signed_person_on", "@0"), ANSWER("plan", "signed_office_on", "@0"),        \
        DAY("language_course", 20), ASK("language_course", "Учебный центр", 9),                    \
        OUTCOME("language_course", "received"), DAY("closing_check", 30),                          \
        ANSWER("closing", "reason", "left_area")

static const struct demo_path settles = {
    .workflow = "integration",
    .issue = "Устраивается с семьёй, нужны прописка и курс языка",
    .intake = CASEFILE_WALK_IN,
    .hints =
        (const struct demo_hint[]){ OUTCOME("needs_skills", "goes_on"), INTEGRATION_HINTS, END },
};

static const struct demo_path leaves = {
    .workflow = "integration",
    .issue = "Работает по найму, спрашивает о прописке",
    .intake = CASEFILE_REFERRAL,
    .hints =
        (const struct demo_hint[]){ OUTCOME("needs_skills", "moved_away"), INTEGRATION_HINTS, END },
};

static const struct demo_path hurt = {
    .workflow = "integration",
    .issue = "Просит беседы наедине",
    .intake = CASEFILE_OUTREACH,
    .hints = (const struct demo_hint[]){ ANSWER("violence_check", "violence", "yes"),
                                         ANSWER("violence_check", "wants_help", "yes"),
                                         ASK("violence_help", "Психолог поликлиники", 4),
                                         ANSWER("supervisor_alert", "limited", "yes"),
                                         ANSWER("supervisor_alert", "path", "yes"),
                                         ANSWER("service_need", "risk", "medium"),
                                         INTEGRATION_HINTS, END },
};

static const struct demo_path ill = {
    .workflow = "integration",
    .issue = "Болезнь, врач нужен сегодня",
    .intake = CASEFILE_HOTLINE,
    .hints = (const struct demo_hint[]){ ANSWER("safety", "medical", "yes"),
                                         ANSWER("supervisor_alert", "limited", "yes"),
                                         ANSWER("supervisor_alert", "path", "yes"),
                                         INTEGRATION_HINTS, END },
};

/* ---- Courses */

#define READY(step)    .stop = DEMO_STOP_READY, .stop_step = (step)
#define ASKED(step)    .stop = DEMO_STOP_ASKED, .stop_step = (step)
#define APPROVAL(step) .stop = DEMO_STOP_FOR_APPROVAL, .stop_step = (step)

const struct demo_course demo_courses[] = {
    { .path = &old_paper, .age = 54, ASKED("archive_request"), .reminders = 1 },
    { .path = &settles, .age = 24, APPROVAL("plan"), .risk = CASEFILE_RISK_LOW },
    { .path = &back_home, .age = 16, READY("opportunities") },
    { .path = &stolen_card, .age = 2, READY("safety"), .is_nobodys = true },
    { .path = &settles, .age = 9, ASKED("residence") },
    { .path = &back_home, .age = 47, ASKED("housing_help"), .risk = CASEFILE_RISK_MEDIUM },
    { .path = &stolen_card, .age = 39 },
    { .path = &leaves, .age = 6, READY("service_need") },
    { .path = &no_bed, .age = 3, ASKED("emergency_shelter"), .urgency = CASEFILE_URGENT },
    { .path = &stolen_card, .age = 20, ASKED("follow_id") },
    { .path = &hurt,
      .age = 11,
      ASKED("violence_help"),
      .urgency = CASEFILE_HIGH,
      .risk = CASEFILE_RISK_HIGH,
      .compartments = COMPARTMENT_BIT(COMPARTMENT_VIOLENCE) },
    { .path = &stolen_card, .age = 40, APPROVAL("closing") },
    /* The rest of what each workflow can show. */
    { .path = &back_home, .age = 20, APPROVAL("plan") },
    { .path = &leaves, .age = 2, READY("safety"), .is_nobodys = true },
    { .path = &old_paper, .age = 18, ASKED("archive_request") },
    { .path = &settles, .age = 48, ASKED("language_course") },
    { .path = &moves_on, .age = 26, READY("closing_note") },
    { .path = &leaves, .age = 38 },
    { .path = &stolen_card, .age = 6, READY("service_need") },
    { .path = &back_home, .age = 20, ASKED("job_help") },
    { .path = &ill, .age = 4, ASKED("urgent_doctor"), .urgency = CASEFILE_URGENT },
    { .path = &stolen_card, .age = 38, READY("closing_view") },
    { .path = &back_home,
      .age = 2,
      READY("reception"),
      .compartments = COMPARTMENT_BIT(COMPARTMENT_TRAFFICKING) },
    { .path = &settles, .age = 20, READY("plan") },
    { .path = &old_paper,
      .age = 9,
      READY("witnesses"),
      .urgency = CASEFILE_URGENT,
      .compartments = COMPARTMENT_BIT(COMPARTMENT_ASYLUM) },
    { .path = &moves_on, .age = 30 },
    { .path = &leaves, .age = 35, READY("closing_view") },
    { .path = &back_home, .age = 5, READY("service_need") },
    { .path = &settles, .age = 25, .closes_after = 17, .closing = CLOSING_LEFT_AREA },
    { .path = &back_home, .age = 28, .closes_after = 19, .closing = CLOSING_CONSENT_WITHDRAWN },
    { .path = &back_home,
      .age = 18,
      READY("opportunities"),
      .compartments = COMPARTMENT_BIT(COMPARTMENT_TRAFFICKING) },
};
const size_t demo_course_count = sizeof(demo_courses) / sizeof(demo_courses[0]);
