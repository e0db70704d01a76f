/* SPDX-License-Identifier: Apache-2.0 */

/* qadam person: the table of its verbs; each group of them has a file of its own. */
#include "command/command_list.h"
#include "command/person/command.h"
#include "command/person/find.h"
#include "language.h"

const struct command person_commands[] = {
    { .noun = "person",
      .verb = "find",
      .summary = N_("Find people by name in any spelling, number, telephone or birth date."),
      .arguments = N_("[FILE] TEXT"),
      .details =
          N_("All words must fit; the last one may be the beginning of a word. The last four "
             "digits of a number are enough. On a terminal shows for each person why; else "
             "prints id, name, birth date, sex, score and why with tabs between them. Other "
             "programs on this PC can see the text: with - it is read from standard input."),
      .options = { person_find_options, office_file_options, login_options },
      .run = person_find_run },
    { .noun = "person",
      .verb = "duplicates",
      .summary = N_("Tell which records can be the same person as this one."),
      .arguments = N_("[FILE] ID"),
      .details = N_("At most five, with the reasons. With the word 'all' instead of an id, the "
                    "pairs of the whole file: the later record first, then the earlier one."),
      .options = { person_duplicates_options, office_file_options, login_options },
      .run = person_duplicates_run },
    { .noun = "person",
      .verb = "add",
      .summary = N_("Keep a new person, or several."),
      .arguments = N_("[FILE]"),
      .details = N_("On a terminal the fields are asked for. Else they are read from standard "
                    "input, one on each line as 'field: value', with a blank line before the next "
                    "person; or, with --json-input, as one JSON object with the fields as members, "
                    "a list for a field that comes several times, and 'documents', a list of "
                    "objects with the fields of a paper without 'document_'. All people are kept "
                    "or, if anything is wrong, none. Prints the id of each."),
      .options = { person_add_options, office_file_options, login_options },
      .run = person_add_run,
      .write_more_help = person_field_write_help },
    { .noun = "person",
      .verb = "show",
      .summary = N_("Show all that is known of a person."),
      .arguments = N_("[FILE] ID"),
      .details = N_("The first eight signs of the id will do if nobody else's begins so. For a "
                    "record that was merged, the one that it became part of is shown."),
      .options = { person_show_options, office_file_options, login_options },
      .run = person_show_run },
    { .noun = "person",
      .verb = "change",
      .summary = N_("Change what is known of a person."),
      .arguments = N_("[FILE] ID"),
      .details = N_("Fields come as for 'qadam person add'. What is not named stays; a field "
                    "without a value is cleared. A new name becomes the main one and the old one a "
                    "former name. Telephones, addresses and e-mails that are named take the place "
                    "of all those there were. A paper of the same kind and number is changed, any "
                    "other is added. Prints the id."),
      .options = { person_change_options, office_file_options, login_options },
      .run = person_change_run,
      .write_more_help = person_field_write_help },
    { .noun = "person",
      .verb = "merge",
      .summary = N_("Make one record of two that are one person."),
      .arguments = N_("[FILE] SURVIVOR MERGED"),
      .details = N_("Everything of the merged record moves to the survivor; its id still leads "
                    "there. The reason is asked for on a terminal, else it is the first line of "
                    "standard input. Only counsellors and supervisors merge people. Prints the id "
                    "of the survivor."),
      .options = { person_merge_options, office_file_options, login_options },
      .run = person_merge_run },
    { .noun = "person",
      .verb = "unmerge",
      .summary = N_("Take a merge back: both records are as they were."),
      .arguments = N_("[FILE] MERGED"),
      .details = N_("What was added to the survivor since stays there. Prints the id of the "
                    "survivor."),
      .options = { person_unmerge_options, office_file_options, login_options },
      .run = person_unmerge_run },
    { .noun = "person",
      .verb = "erase",
      .summary = N_("Forget a person for ever."),
      .arguments = N_("[FILE] ID"),
      .details = N_("Names, papers, contacts, family ties and history go, and so do the records "
                    "that were merged into this one; an empty record with the reason stays. Old "
                    "backups still know the person. The reason is asked for on a terminal, else "
                    "it is the first line of standard input; it must not name anybody. Only a "
                    "supervisor erases people, and nobody while a casefile is open."),
      .options = { person_erase_options, office_file_options, login_options },
      .run = person_erase_run },
    { .noun = "person",
      .verb = "history",
      .summary = N_("Show what happened to a person's record, the newest first."),
      .arguments = N_("[FILE] ID"),
      .options = { person_history_options, office_file_options, login_options },
      .run = person_history_run },
    { .noun = "person",
      .verb = "data",
      .summary = N_("Print everything that is kept about a person, for that person."),
      .arguments = N_("[FILE] ID"),
      .details =
          N_("A sheet of 72 columns in the person's language, or JSON. Of other people it "
             "holds only the names of relatives, of the staff their roles. Files that your "
             "role may not read are said and not shown, and the command ends with 1. That it "
             "was handed over, and to whom, stands in the journal."),
      .options = { person_data_options, office_file_options, login_options },
      .run = person_data_run },
    { .noun = "person",
      .verb = "request add",
      .summary = N_("Note what a person asks about their data."),
      .arguments = N_("[FILE] ID"),
      .details =
          N_("An objection ends the person's consents to that use at once. Prints the id and "
             "the day by which it must be answered (check locally)."),
      .options = { person_request_add_options, office_file_options, login_options },
      .run = person_request_add_run,
      .write_more_help = person_request_add_write_help },
    { .noun = "person",
      .verb = "request list",
      .summary = N_("List what people asked and nobody has answered."),
      .arguments = N_("[FILE]"),
      .details =
          N_("The most urgent first: id, person, kind, what an objection is against, due day, "
             "'overdue' or the decision, and the words, with tabs between them."),
      .options = { person_request_list_options, office_file_options, login_options },
      .run = person_request_list_run },
    { .noun = "person",
      .verb = "request answer",
      .summary = N_("Note what was decided about a request."),
      .arguments = N_("[FILE] REQUEST"),
      .details = N_("It changes nothing else: correct, hand over or erase first. Prints the id."),
      .options = { person_request_answer_options, office_file_options, login_options },
      .run = person_request_answer_run,
      .write_more_help = person_request_answer_write_help },
    { .noun = "person",
      .verb = "purge",
      .summary = N_("Erase those who have been kept long enough."),
      .arguments = N_("[FILE]"),
      .details =
          N_("Whose last casefile was closed, or who was noted without one, longer ago than "
             "the office keeps people (check locally). With --list prints id, name, last day, "
             "casefiles, papers, notes and why somebody is kept, with tabs between them. "
             "Else prints how many were erased; it can be stopped and begun again."),
      .options = { person_purge_options, office_file_options, login_options },
      .run = person_purge_run },
    { .noun = "person",
      .verb = "keep",
      .summary = N_("Keep a person from being erased, for a reason such as a court case."),
      .arguments = N_("[FILE] ID"),
      .details = N_("The reason is asked for on a terminal, else it is the first line of standard "
                    "input. Prints the id."),
      .options = { person_keep_options, office_file_options, login_options },
      .run = person_keep_run },
    { .noun = NULL },
};
