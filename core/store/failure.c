/* SPDX-License-Identifier: Apache-2.0 */
#include "store/failure.h"

#include <sqlite3.h>
#include <stddef.h>

struct meaning {
    int code;
    enum status status;
};

/* Extended codes first; a primary code further down stands for all the rest of its family. */
static const struct meaning meanings[] = {
    { SQLITE_OK, STATUS_OK },
    { SQLITE_ROW, STATUS_OK },
    { SQLITE_DONE, STATUS_OK },
    { SQLITE_FULL, STATUS_NO_SPACE },
    { SQLITE_BUSY, STATUS_IN_USE },
    { SQLITE_LOCKED, STATUS_IN_USE },
    { SQLITE_PROTOCOL, STATUS_IN_USE },
    { SQLITE_IOERR_DATA, STATUS_DAMAGED },
    { SQLITE_IOERR_CORRUPTFS, STATUS_DAMAGED },
    { SQLITE_CORRUPT, STATUS_DAMAGED },
    { SQLITE_NOTADB, STATUS_DAMAGED },
    { SQLITE_FORMAT, STATUS_DAMAGED },
    { SQLITE_READONLY_DBMOVED, STATUS_MOVED },
    { SQLITE_READONLY, STATUS_NO_PERMISSION },
    { SQLITE_CANTOPEN, STATUS_NO_PERMISSION },
    { SQLITE_PERM, STATUS_NO_PERMISSION },
    { SQLITE_AUTH, STATUS_NO_PERMISSION },
    { SQLITE_IOERR_READ, STATUS_READ_FAILED },
    { SQLITE_IOERR_SHORT_READ, STATUS_READ_FAILED },
    { SQLITE_IOERR_NOMEM, STATUS_OUT_OF_MEMORY },
    { SQLITE_IOERR, STATUS_WRITE_FAILED },
    { SQLITE_NOMEM, STATUS_OUT_OF_MEMORY },
    { SQLITE_INTERRUPT, STATUS_INTERRUPTED },
    { SQLITE_CONSTRAINT_UNIQUE, STATUS_EXISTS },
    { SQLITE_CONSTRAINT_PRIMARYKEY, STATUS_EXISTS },
    { SQLITE_CONSTRAINT, STATUS_INVALID },
    { SQLITE_TOOBIG, STATUS_INVALID },
};

enum { PRIMARY_CODE_MASK = 0xff };

static const struct meaning *meaning_find(int code)
{
    for (size_t i = 0; i < sizeof(meanings) / sizeof(meanings[0]); i++)
        if (meanings[i].code == code)
            return &meanings[i];
    return NULL;
}

enum status failure_status(int code)
{
    const struct meaning *meaning = meaning_find(code);
    if (meaning == NULL)
        meaning = meaning_find(code & PRIMARY_CODE_MASK);
    return meaning == NULL ? STATUS_INTERNAL : meaning->status;
}
