/* SPDX-License-Identifier: Apache-2.0 */

/* The name of an invented person, and every way it can be written. */
#ifndef QADAM_DEMO_DEMO_NAME_H
#define QADAM_DEMO_DEMO_NAME_H

#include "demo/demo_pool.h"
#include "person/person.h"

enum { DEMO_TEXT_SIZE = 200 };

/* What fits into it; more is left out whole. */
struct demo_text {
    char bytes[DEMO_TEXT_SIZE];
    size_t length;
};

/* Surnames are made of a man's name: that of an ancestor. */
struct demo_surname {
    const struct demo_given *stem;
    enum demo_surname_form form;
};

struct demo_name {
    enum demo_nation nation;
    enum sex sex;
    struct demo_surname surname;
    struct demo_surname maiden; /* stem NULL: the same all her life */
    const struct demo_given *given;
    const struct demo_given *father; /* NULL: not known */
    enum demo_patronymic_form patronymic;
};

/* "" where there is none. */
struct demo_name_parts {
    struct demo_text surname;
    struct demo_text given;
    struct demo_text patronymic;
};

void demo_text_add(struct demo_text *text, const char *bytes);

/* The name in that writing. */
void demo_name_write(struct demo_name_parts *out, const struct demo_name *name,
                     enum demo_writing writing);

/* The surname before she married. */
void demo_name_write_maiden(struct demo_name_parts *out, const struct demo_name *name,
                            enum demo_writing writing);

/* In the Latin letters of a passport. */
MUST_CHECK enum status demo_name_write_passport(struct demo_name_parts *out,
                                                const struct demo_name *name, struct error *error);

#endif
