/* SPDX-License-Identifier: Apache-2.0 */

/* In which script a text is written, by ISO 15924. */
#ifndef QADAM_NAME_SCRIPT_H
#define QADAM_NAME_SCRIPT_H

#include <stdbool.h>

enum name_script {
    NAME_SCRIPT_LATIN,
    NAME_SCRIPT_CYRILLIC,
    NAME_SCRIPT_ARABIC,
    NAME_SCRIPT_OTHER, /* another one, none, or so mixed that none has the majority */
    NAME_SCRIPT_COUNT
};

/* The script of more than half of the letters: a single look-alike from another script does not
 * change it.  Marks, digits and signs such as the turned comma of Uzbek are no letters here. */
enum name_script script_of(const char *text);

/* Whether there is a letter of any script. */
bool script_has_letter(const char *text);

/* "Latn", "Cyrl", "Arab", "Zyyy". */
const char *script_code(enum name_script script);

#endif
