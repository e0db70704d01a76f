/* SPDX-License-Identifier: Apache-2.0 */

/* What is said about a head of the journal that somebody typed from paper. */
#ifndef QADAM_WORDING_HEAD_TEXT_H
#define QADAM_WORDING_HEAD_TEXT_H

#include "journal/journal_head.h"

enum { HEAD_TEXT_SIZE = 400 };

/* Why it is no whole head. */
void head_text_fault(char out[HEAD_TEXT_SIZE], const struct journal_head_fault *fault);

/* Whether the journal contains that moment; entry is the number on the paper, or 0. */
void head_text_verdict(char out[HEAD_TEXT_SIZE], const struct journal_head_finding *finding,
                       long long entry);

#endif
