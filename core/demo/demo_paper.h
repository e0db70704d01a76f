/* SPDX-License-Identifier: Apache-2.0 */

/* The papers of invented people, and the letters that were written about them. */
#ifndef QADAM_DEMO_DEMO_PAPER_H
#define QADAM_DEMO_DEMO_PAPER_H

#include "demo/demo_family.h"
#include "document/document.h"

/* A paper before it is kept. */
struct demo_paper {
    const char *type;
    enum document_state state;
    const char *series;
    const char *issuer_country;
    struct demo_text number;
    struct demo_text personal_number;
    struct demo_text issuer;
    struct demo_text issued_place;
    struct demo_text holder;
    struct demo_text mrz;
    struct demo_text remark;
    struct day issued_on; /* the number 0: not known, like the next */
    struct day expires_on;
};

/* Keeps the papers of somebody whose record is there.  numbers_of is the index of the record whose
 * numbers the papers bear: another one's when it is the same person. */
MUST_CHECK enum status demo_papers_add(const struct demo_world *world,
                                       const struct demo_figure *figure, long numbers_of,
                                       struct error *error);

/* Keeps one paper of the record with that index; number (from 0) tells its papers apart. */
MUST_CHECK enum status demo_paper_add(const struct demo_world *world, long index, int number,
                                      const struct demo_paper *paper, struct error *error);

/* The id of that paper. */
void demo_paper_id(const struct demo_world *world, long index, int number,
                   char out[UUID_TEXT_SIZE]);

/* The papers of those in the stories. */
MUST_CHECK enum status demo_story_add_papers(const struct demo_world *world, struct error *error);

/* Writes to archives, registries and consulates for some of those who lost a paper.  Each letter
 * goes its whole way by the ordinary acts, which have transactions of their own: not within one. */
MUST_CHECK enum status demo_requests_add(struct demo_world *world, struct error *error);

#endif
