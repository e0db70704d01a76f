/* SPDX-License-Identifier: Apache-2.0 */
#include "command/person/leftovers.h"

#include "language.h"
#include "sentence.h"

int person_leftovers_write(struct office *office)
{
    struct office_copy_list copies = { .items = NULL };
    struct error error = { 0 };
    bool is_gone = false;
    if (office_forget_log(office, &is_gone, &error) != STATUS_OK)
        return sentence_fail(NULL, &error);
    if (!is_gone)
        sentence_write_text(stderr, _("Another program has the file open: the old words lie in its "
                                      "log until that program ends."));
    if (office_list_own_copies(&copies, office, &error) == STATUS_OK && copies.count > 0) {
        sentence_write_text(stderr,
                            _("These backups still hold the person. Delete them when a newer "
                              "backup is made, and those on sticks too:"));
        for (size_t i = 0; i < copies.count; i++) {
            fputs("  ", stderr);
            sentence_write_name(stderr, copies.items[i].path);
            fputc('\n', stderr);
        }
    }
    office_copy_list_release(&copies);
    return EXIT_CODE_DONE;
}
