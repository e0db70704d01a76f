/* SPDX-License-Identifier: Apache-2.0 */
#include "action.h"

#include "language.h"

const struct action action_help = { "help", NC_("key bar", "Help"),
                                    N_("What this screen is for, and all its keys") };
const struct action action_save = { "save", NC_("key bar", "Save"),
                                    N_("Keep what was typed and stay here") };
const struct action action_find = { "find", NC_("key bar", "Find"),
                                    N_("Find people, casefiles, notes, papers, commands") };
const struct action action_list = { "list", NC_("key bar", "List"),
                                    N_("Show what can be chosen for this field") };
const struct action action_repeat = { "repeat", NC_("key bar", "Repeat"),
                                      N_("Take the value of the last record into this field") };
const struct action action_why = { "why", NC_("key bar", "Why"),
                                   N_("Go to the text that says why, and back") };
const struct action action_compare = { "compare", NC_("key bar", "Alike"),
                                       N_("Compare with who looks alike, side by side") };
const struct action action_new_person = { "new_person", NC_("key bar", "New"),
                                          N_("Take in a new person") };
const struct action action_agencies = { "agencies", NC_("key bar", "Bodies"),
                                        N_("The directory of organisations that help") };
const struct action action_supervision = {
    "supervision", NC_("key bar", "Staff"),
    N_("Workers and their load, what nobody has, what waits")
};
const struct action action_language = { "language", NC_("key bar", "Lang"),
                                        N_("Change the language of the screens") };
const struct action action_menu = { "menu", NC_("key bar", "Menu"),
                                    N_("Everything that can be done here, by number") };
const struct action action_back = { "back", NC_("key bar", "Back"),
                                    N_("Go back; nothing that was typed is lost") };
const struct action action_quit = { "quit", NC_("key bar", "Quit"),
                                    N_("Close the office file and leave") };
const struct action action_undo = { "undo", NC_("key bar", "Undo"),
                                    N_("Take the last change back") };
const struct action action_clear = { "clear", NC_("key bar", "Empty"), N_("Empty this field") };
const struct action action_hold = {
    "hold", NC_("key bar", "Hold"),
    N_("Keep this field's value for the next records too, or stop that")
};
const struct action action_redraw = { "redraw", NC_("key bar", "Redraw"),
                                      N_("Draw the whole screen again") };
const struct action action_lock = { "lock", NC_("key bar", "Lock"),
                                    N_("Lock now: nothing can be read without the passphrase") };
const struct action action_reread = { "reread", NC_("key bar", "Again"),
                                      N_("Say the message line again") };
const struct action action_discard = { "discard", NC_("key bar", "Discard"),
                                       N_("Throw the draft of this form away") };
