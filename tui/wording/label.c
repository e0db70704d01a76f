/* SPDX-License-Identifier: Apache-2.0 */
#include "wording/label.h"

#include "base/text.h"
#include "language.h"
#include "office/office.h"
#include "sentence.h"

#include <string.h>

static const char *const roles[] = {
    [ROLE_CLERK] = N_("clerk"),
    [ROLE_COUNSELLOR] = N_("counsellor"),
    [ROLE_SUPERVISOR] = N_("supervisor"),
    [ROLE_TRAINER] = N_("trainer"),
    [ROLE_PROTECTION_OFFICER] = N_("protection officer"),
    [ROLE_AUDITOR] = N_("auditor"),
    [ROLE_ADMINISTRATOR] = N_("administrator"),
    [ROLE_RECOVERY] = N_("recovery sheet"),
};
_Static_assert(sizeof(roles) / sizeof(roles[0]) == ROLE_COUNT, "every role has its label");

static const struct {
    const char *act;
    const char *label;
} acts[] = {
    { "agency.add", N_("organisation added") },
    { "agency.change", N_("organisation changed") },
    { "counselling.add", N_("answer of the catalogue added") },
    { "counselling.change", N_("answer of the catalogue changed") },
    { "counselling.check", N_("answer of the catalogue checked") },
    { "hotline.add", N_("hotline contact kept") },
    { "hotline.correct", N_("hotline contact corrected") },
    { "hotline.link", N_("hotline contact linked") },
    { "hotline.call_back", N_("call-back tried") },
    { "alert.see", N_("alert seen") },
    { "appointment.add", N_("appointment planned") },
    { "appointment.attended", N_("appointment took place") },
    { "appointment.cancelled", N_("appointment cancelled") },
    { "appointment.missed", N_("appointment missed") },
    { "appointment.move", N_("appointment moved") },
    { "attachment.add", N_("scan added") },
    { "attachment.remove", N_("scan removed") },
    { "casefile.ask_closing", N_("closing of a casefile asked for") },
    { "casefile.ask_handover", N_("handing over of a casefile asked for") },
    { "casefile.assign", N_("casefile assigned") },
    { "casefile.break_glass", N_("RESTRICTED CASEFILE OPENED IN AN EMERGENCY") },
    { "casefile.close", N_("casefile closed") },
    { "casefile.link", N_("casefiles linked") },
    { "casefile.move", N_("casefile moved to another version") },
    { "casefile.open", N_("casefile opened") },
    { "casefile.read", N_("casefile read") },
    { "casefile.refuse_closing", N_("closing of a casefile refused") },
    { "casefile.refuse_handover", N_("handing over of a casefile refused") },
    { "casefile.reopen", N_("casefile reopened") },
    { "casefile.restrict", N_("casefile restricted") },
    { "casefile.glass_seen", N_("emergency opening of a casefile looked at") },
    { "casefile.unrestrict", N_("restriction of a casefile lifted") },
    { "compartment.grant", N_("access to restricted casefiles given") },
    { "compartment.revoke", N_("access to restricted casefiles taken back") },
    { "compartment.renew", N_("keys of restricted casefiles changed") },
    { "casefile.review", N_("review of a casefile set") },
    { "casefile.reviewed", N_("review of a casefile held") },
    { "casefile.risk", N_("risk of a casefile changed") },
    { "casefile.unlink", N_("link of casefiles removed") },
    { "casefile.urgency", N_("urgency of a casefile changed") },
    { "consent.give", N_("consent written down") },
    { "consent.override", N_("data let out without consent") },
    { "consent.supersede", N_("consent replaced") },
    { "consent.withdraw", N_("consent taken back") },
    { "country.change", N_("country pack changed") },
    { "country.take", N_("newer country pack taken") },
    { "document.add", N_("paper added") },
    { "document.change", N_("paper changed") },
    { "document.state", N_("state of a paper changed") },
    { "household.add", N_("household made") },
    { "household.change", N_("household changed") },
    { "household.head", N_("another head of the household") },
    { "household.member.add", N_("joined a household") },
    { "household.member.remove", N_("left a household") },
    { "note.add", N_("note written") },
    { "note.correct", N_("note corrected by another one") },
    { "office.settings", N_("settings changed") },
    { "output.export", N_("exported to a file") },
    { "output.list", N_("list of people put out") },
    { "output.print", N_("printed") },
    { "breach.close", N_("breach of data closed") },
    { "breach.note", N_("work on a breach of data noted") },
    { "breach.report", N_("breach of data reported") },
    { "person.add", N_("person added") },
    { "person.change", N_("person changed") },
    { "person.contact.add", N_("contact added") },
    { "person.contact.remove", N_("contact removed") },
    { "person.erase", N_("person erased") },
    { "person.export", N_("all that is kept was handed over") },
    { "person.hold", N_("kept longer for a reason") },
    { "person.hold.lift", N_("no longer kept for a reason") },
    { "person.merge", N_("merged with another record") },
    { "person.name.add", N_("name added") },
    { "person.name.remove", N_("name removed") },
    { "person.read", N_("person read") },
    { "person.request", N_("request about the data noted") },
    { "person.request.answer", N_("request about the data answered") },
    { "person.unmerge", N_("merge taken back") },
    { "referral.accepted", N_("referral accepted") },
    { "referral.escalated", N_("silence about a referral told higher up") },
    { "referral.add", N_("referral written") },
    { "referral.answered", N_("referral answered") },
    { "referral.attended", N_("went where the referral led") },
    { "referral.declined", N_("referral declined") },
    { "referral.missed", N_("did not go where the referral led") },
    { "referral.reminded", N_("reminder of a referral") },
    { "referral.revoked", N_("referral taken back by the office") },
    { "referral.send", N_("referral sent") },
    { "relation.add", N_("family tie added") },
    { "relation.change", N_("family tie changed") },
    { "relation.remove", N_("family tie removed") },
    { "request.add", N_("request written") },
    { "request.answer", N_("request answered") },
    { "request.change", N_("request changed") },
    { "request.escalate", N_("request taken higher") },
    { "request.fee", N_("fee of a request noted") },
    { "request.refuse", N_("request refused") },
    { "request.remind", N_("reminder of a request") },
    { "request.send", N_("request sent") },
    { "request.silent", N_("request left without answer") },
    { "request.step.answer", N_("answer to a reminder") },
    { "request.withdraw", N_("request withdrawn") },
    { "step.answer", N_("step answered") },
    { "step.approve", N_("step approved") },
    { "step.escalate", N_("answer to a step asked for again") },
    { "step.finish", N_("step finished") },
    { "step.reopen", N_("step reopened") },
    { "step.resume", N_("answer to a step came") },
    { "step.return", N_("step given back") },
    { "step.screen", N_("screened again") },
    { "step.skip", N_("step skipped") },
    { "step.stop_clock", N_("clock of a step stopped") },
    { "step.wait", N_("waiting for an answer began") },
    { "task.add", N_("task noted") },
    { "task.cancel", N_("task cancelled") },
    { "task.done", N_("task done") },
    { "user.add", N_("user added") },
    { "user.passphrase", N_("new passphrase") },
    { "user.revoke", N_("user revoked") },
    { "vault.backup", N_("backup made") },
    { "vault.create", N_("file made") },
    { "vault.lock", N_("file locked") },
    { "vault.recovery", N_("new recovery sheet") },
    { "vault.rekey", N_("file encrypted anew") },
    { "vault.restore", N_("restored from a backup") },
    { "vault.settle", N_("list of users put right after a fault") },
    { "vault.unlock", N_("file unlocked") },
    { "vault.unlock_failed", N_("WRONG PASSPHRASES TRIED") },
    { "workflow.add", N_("workflow added") },
};

/* ---- codes of people */

static const char *const name_kinds[] = {
    [NAME_KIND_MAIN] = N_("name in use"),
    [NAME_KIND_FORMER] = N_("former name"),
    [NAME_KIND_BIRTH] = N_("name at birth"),
    [NAME_KIND_ALIAS] = N_("also known as"),
    [NAME_KIND_DOCUMENT] = N_("as a paper writes it"),
    [NAME_KIND_NICKNAME] = N_("nickname"),
    [NAME_KIND_TRANSLITERATION] = N_("in other letters"),
};
_Static_assert(sizeof(name_kinds) / sizeof(name_kinds[0]) == NAME_KIND_COUNT, "no kind is missing");

static const char *const contact_kinds[] = {
    [CONTACT_PHONE] = N_("Telephone"), [CONTACT_ADDRESS] = N_("Address"),
    [CONTACT_EMAIL] = N_("E-mail"),    [CONTACT_MESSENGER] = N_("Messenger"),
    [CONTACT_OTHER] = N_("Other way"),
};
_Static_assert(sizeof(contact_kinds) / sizeof(contact_kinds[0]) == CONTACT_KIND_COUNT,
               "no kind is missing");

static const char *const person_states[] = {
    [PERSON_STATE_ACTIVE] = N_("active"),
    [PERSON_STATE_DUPLICATE] = N_("merged into another record"),
    [PERSON_STATE_DIED] = N_("died"),
    [PERSON_STATE_ARCHIVED] = N_("archived"),
};
_Static_assert(sizeof(person_states) / sizeof(person_states[0]) == PERSON_STATE_COUNT,
               "no state is missing");

static const char *const relations[] = {
    [RELATION_MOTHER] = N_("mother of"),
    [RELATION_FATHER] = N_("father of"),
    [RELATION_PARENT] = N_("parent of"),
    [RELATION_CHILD] = N_("child of"),
    [RELATION_SON] = N_("son of"),
    [RELATION_DAUGHTER] = N_("daughter of"),
    [RELATION_SPOUSE] = N_("spouse of"),
    [RELATION_SIBLING] = N_("brother or sister of"),
    [RELATION_GUARDIAN] = N_("guardian of"),
    [RELATION_WARD] = N_("ward of"),
    [RELATION_GRANDPARENT] = N_("grandparent of"),
    [RELATION_GRANDCHILD] = N_("grandchild of"),
    [RELATION_CAREGIVER] = N_("takes care of"),
    [RELATION_DEPENDANT] = N_("depends on"),
    [RELATION_OTHER] = N_("related to"),
};
_Static_assert(sizeof(relations) / sizeof(relations[0]) == RELATION_KIND_COUNT,
               "no kind is missing");

static const char *const document_states[] = {
    [DOCUMENT_HELD] = N_("held"),
    [DOCUMENT_LOST] = N_("lost"),
    [DOCUMENT_STOLEN] = N_("stolen"),
    [DOCUMENT_DAMAGED] = N_("damaged"),
    [DOCUMENT_EXPIRED] = N_("expired"),
    [DOCUMENT_KEPT_BY_OTHER] = N_("kept by somebody else"),
    [DOCUMENT_APPLIED_FOR] = N_("applied for"),
    [DOCUMENT_ISSUED] = N_("issued, not yet handed over"),
    [DOCUMENT_REFUSED] = N_("refused"),
};
_Static_assert(sizeof(document_states) / sizeof(document_states[0]) == DOCUMENT_STATE_COUNT,
               "no state is missing");

static const char *const request_states[] = {
    [REQUEST_DRAFTED] = N_("not sent yet"),     [REQUEST_SENT] = N_("sent"),
    [REQUEST_REMINDED] = N_("reminded"),        [REQUEST_ESCALATED] = N_("sent higher up"),
    [REQUEST_ANSWERED] = N_("answered"),        [REQUEST_REFUSED] = N_("refused"),
    [REQUEST_SILENT] = N_("without an answer"), [REQUEST_WITHDRAWN] = N_("withdrawn"),
};
_Static_assert(sizeof(request_states) / sizeof(request_states[0]) == REQUEST_STATE_COUNT,
               "no state is missing");

struct code {
    const char *code;
    const char *label;
};

static const struct code paper_types[] = {
    { "passport", N_("passport") },
    { "id_card", N_("identity card") },
    { "ussr_passport_1974", N_("USSR passport of the 1974 type") },
    { "return_certificate", N_("certificate of return") },
    { "personal_number_slip", N_("slip with the personal number") },
    { "birth_certificate", N_("birth certificate") },
    { "marriage_certificate", N_("marriage certificate") },
    { "divorce_certificate", N_("divorce certificate") },
    { "death_certificate", N_("death certificate") },
    { "residence_permit", N_("residence permit") },
    { "refugee_certificate", N_("refugee certificate") },
    { "refugee_travel_document", N_("refugee travel document") },
    { "asylum_seeker_certificate", N_("asylum-seeker certificate") },
    { "stateless_certificate", N_("stateless certificate") },
    { "stateless_travel_document", N_("stateless travel document") },
    { "kandas_certificate", N_("kandas certificate") },
    { "kairylman_certificate", N_("kairylman certificate") },
    { "registration_of_residence", N_("registration of residence") },
    { "work_permit", N_("work permit") },
    { "patent", N_("patent for work") },
    { "diploma", N_("diploma") },
    { "work_book", N_("work book") },
    { "military_card", N_("military card") },
    { "pension_papers", N_("pension papers") },
    { "driving_licence", N_("driving licence") },
    { "title_deed", N_("title deed") },
    { "technical_passport", N_("technical passport of a home") },
    { "inheritance_certificate", N_("inheritance certificate") },
    { "other", N_("other paper") },
};

static const char *code_label(const struct code *codes, size_t count, const char *code)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(codes[i].code, code) == 0)
            return language_text(codes[i].label);
    return code;
}

#define CODE_LABEL(codes, code) code_label(codes, sizeof(codes) / sizeof((codes)[0]), code)

const char *label_sex(enum sex sex)
{
    return sex == SEX_MALE             ? C_("sex", "male")
           : sex == SEX_FEMALE         ? C_("sex", "female")
           : sex == SEX_NOT_APPLICABLE ? C_("sex", "not applicable")
                                       : "";
}

const char *label_name_kind(enum name_kind kind)
{
    return language_text(name_kinds[kind]);
}

const char *label_contact_kind(enum contact_kind kind)
{
    return language_text(contact_kinds[kind]);
}

const char *label_person_state(enum person_state state)
{
    return language_text(person_states[state]);
}

const char *label_relation(enum relation_kind kind)
{
    return language_text(relations[kind]);
}

const char *label_document_type(const char *code)
{
    return CODE_LABEL(paper_types, code);
}

const char *label_document_state(enum document_state state)
{
    return language_text(document_states[state]);
}

const char *label_request_state(enum request_state state)
{
    return language_text(request_states[state]);
}

const char *label_role(enum role role)
{
    return language_text(roles[role]);
}

const char *label_user_state(const struct office_user *user)
{
    return !user->is_active ? C_("user", "revoked")
           : user->has_key  ? C_("user", "active")
                            : C_("user", "no key: set a new passphrase");
}

const char *label_act(const char *act)
{
    for (size_t i = 0; i < sizeof(acts) / sizeof(acts[0]); i++)
        if (strcmp(acts[i].act, act) == 0)
            return language_text(acts[i].label);
    return act;
}

void label_print_padded(const char *name, size_t columns)
{
    size_t width = text_width(name);
    sentence_write_name(stdout, name);
    printf("%*s", width < columns ? (int)(columns - width) : 0, "");
}
