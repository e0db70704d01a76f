/* SPDX-License-Identifier: Apache-2.0 */

/* The people of the sample stories as data. */
#ifndef QADAM_DEMO_DEMO_STORY_PEOPLE_H
#define QADAM_DEMO_DEMO_STORY_PEOPLE_H

#include "demo/demo_story.h"
#include "person/person.h"

struct demo_story_person {
    const char *surname;
    const char *given_name;
    const char *patronymic;    /* NULL: none */
    const char *paper_surname; /* as another paper writes it; NULL: the same */
    const char *paper_given_name;
    enum sex sex;
    const char *birth; /* as date_parse() reads it */
    const char *birth_place;
    const char *origin; /* country, like the next */
    const char *nationality;
    const char *group;
    const char *legal_status;
    const char *language;
    const char *marital_status;
    const char *occupation;
    const char *arrived; /* NULL: was always here */
};

extern const struct demo_story_person demo_story_people[DEMO_STORY_PEOPLE];

#endif
