/* SPDX-License-Identifier: Apache-2.0 */
#include "command/output.h"

#include "language.h"
#include "sentence.h"

#include <fcntl.h>
#include <signal.h>
#include <sodium.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char buffer[4096];

void output_begin(void)
{
    /* Opened the wrong way round, so that reading or writing there fails as it did before. */
    static const int modes[] = { O_WRONLY, O_RDONLY, O_RDONLY };
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", modes[fd]) != fd)
            abort();
    signal(SIGPIPE, SIG_IGN);
    setvbuf(stdout, buffer, _IOFBF, sizeof(buffer));
}

int output_end(int code)
{
    bool has_failed = ferror(stdout) != 0;
    has_failed |= fflush(stdout) != 0;
    sodium_memzero(buffer, sizeof(buffer));
    if (!has_failed)
        return code;
    fprintf(stderr, "qadam: %s\n",
            _("What was asked for could not be printed: the disk is full or the other program "
              "has gone."));
    return EXIT_CODE_DEVICE;
}
