/* SPDX-License-Identifier: Apache-2.0 */

/* How likely a record is the person who is asked about: points for and against, from the names, the
 * birth dates, the sexes and the numbers that agree. */
#ifndef QADAM_SEARCH_DUPLICATE_JUDGE_H
#define QADAM_SEARCH_DUPLICATE_JUDGE_H

#include "search/duplicate.h"
#include "search/person_facts.h"

/* Sets hit->score, up to 100 and below 0 when more speaks against than for, and adds to the
 * reasons; which numbers agree stands in hit->reasons already.  names are those of the question,
 * taken apart, question->name_count of them. */
void duplicate_judge(struct search_hit *hit, const struct duplicate_question *question,
                     const struct name_parts *names, const struct person_facts *facts,
                     const struct lexicon *lexicon);

#endif
