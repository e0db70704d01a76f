/* SPDX-License-Identifier: Apache-2.0 */

/* What is odd about a personal number, in words. */
#ifndef QADAM_WORDING_NUMBER_TEXT_H
#define QADAM_WORDING_NUMBER_TEXT_H

#include "name/personal_number.h"
#include "person/person.h"

/* A sentence; "" when it is sound. */
const char *number_text_problem(enum personal_number_problem problem);

/* What is wrong with the number by the rules of the country that gave it out, and compared with
 * what is known of the person.  country: three letters; "" for that of the person. */
enum personal_number_problem number_problem_find(const char *number, const char *country,
                                                 const struct person *person);

#endif
