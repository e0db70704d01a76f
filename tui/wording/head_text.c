/* SPDX-License-Identifier: Apache-2.0 */
#include "wording/head_text.h"

#include "language.h"

#include <stdio.h>
#include <string.h>

void head_text_fault(char out[HEAD_TEXT_SIZE], const struct journal_head_fault *fault)
{
    if (fault->is_strange)
        snprintf(out, HEAD_TEXT_SIZE,
                 _("Group %zu holds a sign that no head has: it is made of the digits 0-9 and the "
                   "letters a-f. Compare that group with your paper."),
                 fault->group);
    else if (fault->group > 0)
        snprintf(out, HEAD_TEXT_SIZE,
                 _("A head has 64 signs; these are %zu, and group %zu has not four. Compare that "
                   "group with your paper."),
                 fault->signs, fault->group);
    else
        snprintf(out, HEAD_TEXT_SIZE,
                 _("A head has 64 signs, 16 groups of four; these are %zu. Perhaps a group was "
                   "left out or typed twice: compare it with your paper."),
                 fault->signs);
}

/* The number on the paper is not the one of the head on the paper. */
static void add_number(char out[HEAD_TEXT_SIZE], long long entry)
{
    const size_t length = strlen(out);
    snprintf(out + length, HEAD_TEXT_SIZE - length,
             _(" Your paper says entry %lld, though: look at its number again."), entry);
}

void head_text_verdict(char out[HEAD_TEXT_SIZE], const struct journal_head_finding *finding,
                       long long entry)
{
    switch (finding->verdict) {
    case JOURNAL_HEAD_INSIDE:
        snprintf(out, HEAD_TEXT_SIZE,
                 _("The head you noted is inside, at entry %lld: nothing that was done up to that "
                   "moment was changed or taken out."),
                 finding->entry);
        if (entry > 0 && entry != finding->entry)
            add_number(out, entry);
        break;
    case JOURNAL_HEAD_CUT:
        snprintf(out, HEAD_TEXT_SIZE,
                 _("The moment you noted is NOT inside: the journal was cut after entry %lld, or "
                   "an older file was put back. Do not go on working in this file; tell whoever "
                   "answers for it."),
                 finding->entry);
        break;
    case JOURNAL_HEAD_CHANGED:
        snprintf(out, HEAD_TEXT_SIZE,
                 _("The moment you noted is NOT inside: entry %lld has another sum than your "
                   "paper. The journal was written anew from there or earlier, or this is another "
                   "file. Tell whoever answers for it."),
                 finding->entry);
        break;
    case JOURNAL_HEAD_ALIKE:
        snprintf(out, HEAD_TEXT_SIZE,
                 _("This is NOT inside, but almost the sum of entry %lld: only %d of the 64 signs "
                   "differ. It looks like a slip in typing or writing: compare it with your paper "
                   "and type it again."),
                 finding->entry, finding->signs);
        break;
    case JOURNAL_HEAD_OUTSIDE:
        snprintf(out, HEAD_TEXT_SIZE, "%s",
                 _("The head you noted is NOT inside: this file was replaced by another or by an "
                   "older one, or the head was mistyped. Compare it with your paper, and tell "
                   "whoever answers for the file."));
        break;
    }
}
