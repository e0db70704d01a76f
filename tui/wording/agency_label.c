/* SPDX-License-Identifier: Apache-2.0 */
#include "wording/agency_label.h"

#include "language.h"
#include "wording/due_text.h"

#include <string.h>

struct word {
    const char *code;
    const char *text;
};

/* The services that steps of workflows name too, in the same words. */
static const struct word services[] = {
    { "asylum", NC_("workflow", "Asylum procedure") },
    { "anti_trafficking", NC_("workflow", "Help for trafficked persons") },
    { "child_protection", NC_("workflow", "Child protection") },
    { "police", NC_("workflow", "Police") },
    { "legal_aid", NC_("workflow", "Legal aid") },
    { "shelter", NC_("workflow", "Shelter") },
    { "medical", NC_("workflow", "Urgent medical help") },
    { "food", NC_("workflow", "Food") },
    { "transport", NC_("workflow", "Transport") },
    { "mental_health", NC_("workflow", "Psychological help") },
    { "health_care", NC_("workflow", "Health care") },
    { "family_tracing", NC_("workflow", "Family search") },
    { "social_assistance", NC_("workflow", "Social assistance") },
    { "housing", NC_("workflow", "Housing") },
    { "community_group", NC_("workflow", "Community group") },
    { "employment", NC_("workflow", "Employment") },
    { "training", NC_("workflow", "Training") },
    { "education", NC_("workflow", "Education") },
    { "language_course", NC_("workflow", "Language course") },
    { "business_development", NC_("workflow", "Business development") },
    { "microcredit", NC_("workflow", "Micro-credit") },
    { "savings", NC_("workflow", "Savings") },
    { "consulate", NC_("workflow", "Consulate") },
    { "archive", NC_("workflow", "Archive") },
    { "documents", NC_("workflow", "Documents") },
    { "civil_registry", NC_("workflow", "Civil registry") },
    { "cadastre", NC_("workflow", "Cadastre") },
    { "notary", NC_("workflow", "Notary") },
    { "interpreter", NC_("workflow", "Interpreter") },
    { "other", NC_("workflow", "Other") },
};

/* TRANSLATORS: kinds of bodies, until "school". */
static const struct word kinds[] = {
    { "asylum", NC_("kind of body", "asylum authority") },
    { "migration", NC_("kind of body", "migration service") },
    { "population_register", NC_("kind of body", "population register") },
    { "registry", NC_("kind of body", "civil registry") },
    { "service_centre", NC_("kind of body", "public service centre") },
    { "police", NC_("kind of body", "police") },
    { "consulate", NC_("kind of body", "consulate") },
    { "foreign_ministry", NC_("kind of body", "foreign ministry") },
    { "archive", NC_("kind of body", "archive") },
    { "cadastre", NC_("kind of body", "cadastre") },
    { "notary", NC_("kind of body", "notary") },
    { "court", NC_("kind of body", "court") },
    { "prosecutor", NC_("kind of body", "prosecutor") },
    { "ombudsman", NC_("kind of body", "ombudsman") },
    { "employment", NC_("kind of body", "employment service") },
    { "education", NC_("kind of body", "education") },
    { "health", NC_("kind of body", "health care") },
    { "social", NC_("kind of body", "social service") },
    { "statelessness", NC_("kind of body", "body for stateless persons") },
    { "citizenship", NC_("kind of body", "body for citizenship") },
    { "child_protection", NC_("kind of body", "child protection") },
    { "anti_trafficking", NC_("kind of body", "help for trafficked persons") },
    { "legal_aid", NC_("kind of body", "legal aid") },
    { "municipality", NC_("kind of body", "municipality") },
    { "lost_property", NC_("kind of body", "lost-property office") },
    { "microcredit", NC_("kind of body", "micro-credit") },
    { "shelter", NC_("kind of body", "shelter") },
    { "unhcr", NC_("kind of body", "UNHCR") },
    { "iom", NC_("kind of body", "IOM") },
    { "ngo", NC_("kind of body", "non-governmental organisation") },
    { "border", NC_("kind of body", "border service") },
    { "hotline", NC_("kind of body", "hotline") },
    { "school", NC_("kind of body", "school") },
};

static const char *find(const struct word *words, size_t count, const char *context,
                        const char *code)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(words[i].code, code) == 0)
            return language_text_in(context, words[i].text);
    return code;
}

const char *label_agency_kind(const char *code)
{
    return find(kinds, sizeof(kinds) / sizeof(kinds[0]), "kind of body", code);
}

const char *label_agency_service(const char *code)
{
    return find(services, sizeof(services) / sizeof(services[0]), "workflow", code);
}

const char *agency_service_at(size_t index)
{
    return index < sizeof(services) / sizeof(services[0]) ? services[index].code : NULL;
}

void agency_write_services(FILE *stream, const struct agency *agency)
{
    for (size_t i = 0; i < agency->services.count; i++)
        fprintf(stream, "%s%s", i == 0 ? "" : ", ",
                label_agency_service(agency->services.items[i]));
}

void agency_check_text(char out[AGENCY_CHECK_SIZE], const struct agency *agency, struct day today)
{
    char day[DUE_TEXT_SIZE];
    if (!agency->has_checked_on) {
        snprintf(out, AGENCY_CHECK_SIZE, "%s", _("NEVER CHECKED: ask whether this is so"));
        return;
    }
    const unsigned long days = (unsigned long)(today.number - agency->checked_on.number);
    if (agency_is_stale(agency, today)) {
        snprintf(out, AGENCY_CHECK_SIZE,
                 language_plural("NOT CHECKED for %lu day: ask first",
                                 "NOT CHECKED for %lu days: ask first", days),
                 days);
        return;
    }
    due_text_day(day, agency->checked_on, today);
    snprintf(out, AGENCY_CHECK_SIZE, "%s %s", _("checked"), day);
}

static void write_parts(FILE *stream, const char *const *parts, size_t count)
{
    bool is_first = true;
    for (size_t i = 0; i < count; i++) {
        if (parts[i] == NULL || parts[i][0] == '\0')
            continue;
        fprintf(stream, "%s%s", is_first ? "" : ", ", parts[i]);
        is_first = false;
    }
    if (!is_first)
        fputc('\n', stream);
}

void agency_write_contact(FILE *stream, const struct agency *agency, bool with_secret)
{
    const bool is_told = with_secret || !agency->is_protected;
    const char *const where[] = { is_told ? agency->address : _("the address is secret"),
                                  agency->place, agency->phone };
    const char *const when[] = { agency->hours, agency->cost };
    write_parts(stream, where, sizeof(where) / sizeof(where[0]));
    write_parts(stream, when, sizeof(when) / sizeof(when[0]));
}
