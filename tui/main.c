/* SPDX-License-Identifier: Apache-2.0 */

/* Qadam: the start of the program. */
#include "command/command.h"
#include "language.h"
#include "vault/secret.h"

#include <sys/stat.h>

int main(int argc, char **argv)
{
    umask(077);
    secret_guard_process();
    language_init();
    return command_main(argc, argv);
}
