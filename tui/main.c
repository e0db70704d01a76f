/* SPDX-License-Identifier: Apache-2.0 */

/* Qadam: the start of the program. */
#include "command/command.h"
#include "command/terminal_prompt.h"
#include "language.h"
#include "vault/secret.h"

#include <stdlib.h>
#include <sys/stat.h>

int main(int argc, char **argv)
{
    umask(077);
    secret_guard_process();
    language_init();
    atexit(terminal_prompt_end);
    return command_main(argc, argv);
}
