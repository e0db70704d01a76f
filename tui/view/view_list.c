/* SPDX-License-Identifier: Apache-2.0 */
#include "view/view_list.h"

#include "view/application_keymap.h"

#include <string.h>

static const struct view_class *const classes[] = {
    &help_view_class,         &menu_view_class,          &unlock_view_class,
    &wizard_view_class,       &home_view_class,          &cases_view_class,
    &search_view_class,       &intake_view_class,        &compare_view_class,
    &person_view_class,       &household_view_class,     &choose_workflow_view_class,
    &casefile_view_class,     &plan_view_class,          &notes_view_class,
    &appointments_view_class, &referral_view_class,      &requests_view_class,
    &tasks_view_class,        &history_view_class,       &journal_view_class,
    &users_view_class,        &settings_view_class,      &backup_view_class,
    &agencies_view_class,     &agency_view_class,        &note_view_class,
    &refer_view_class,        &hotline_view_class,       &contact_view_class,
    &answers_view_class,      &consents_view_class,      &consent_form_view_class,
    &journal_days_view_class, &journal_users_view_class, &journal_head_view_class,
    &supervision_view_class,  &restricted_view_class,
};

const struct view_class *view_list_at(size_t index)
{
    return index < sizeof(classes) / sizeof(classes[0]) ? classes[index] : NULL;
}

const struct view_class *view_list_find(const char *name)
{
    for (size_t i = 0; i < sizeof(classes) / sizeof(classes[0]); i++)
        if (strcmp(classes[i]->name, name) == 0)
            return classes[i];
    return NULL;
}

const struct app_views application_views = {
    .keymap = application_keymap,
    .lock = &unlock_view_class,
    .home = &home_view_class,
    .scan = &intake_view_class,
    .restricted = &restricted_view_class,
    .find = view_list_find,
};
