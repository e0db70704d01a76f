/* SPDX-License-Identifier: Apache-2.0 */

/* Who reads restricted casefiles, in words: what they are about, who may, what a role may do. */
#ifndef QADAM_WORDING_COMPARTMENT_LABEL_H
#define QADAM_WORDING_COMPARTMENT_LABEL_H

#include "office/office.h"

const char *label_compartment(enum compartment compartment);

/* "asylum, children" for a set of them; the words of the tables with commas for scripts; "" for
 * none. */
enum { COMPARTMENTS_TEXT_SIZE = 256 };
void label_compartments(char out[COMPARTMENTS_TEXT_SIZE], unsigned set);
void compartments_write_words(char out[COMPARTMENTS_TEXT_SIZE], unsigned set);
/* Words with commas between them; STATUS_INVALID for others, and for none. */
MUST_CHECK enum status compartments_parse(unsigned *out, const char *text, struct error *error);

/* What an act is called in the table of rights: "read casefiles". */
const char *label_office_act(enum office_act act);
/* Its stable word: "read_cases". */
const char *office_act_word(enum office_act act);

/* "Aigul (supervisor), Bolot (protection officer)": who reads all or some restricted casefiles.
 * The caller frees *out; "" when nobody does. */
MUST_CHECK enum status reader_names_write(char **out, struct office *office, struct error *error);

/* From now on every refusal of something restricted says these names.  What fails is left out. */
void reader_names_tell(struct office *office);

#endif
