/* SPDX-License-Identifier: Apache-2.0 */
#include "command/case/secrecy.h"

#include "casefile/casefile_store.h"
#include "command/case/desk.h"

#include <stdlib.h>

struct case_secrecy {
    struct case_desk desk; /* without its users */
};

enum status case_secrecy_begin(struct case_secrecy **out, struct office *office,
                               struct error *error)
{
    struct case_secrecy *secrecy = calloc(1, sizeof(*secrecy));
    *out = NULL;
    if (secrecy == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "what is hidden");
    secrecy->desk.office = office;
    secrecy->desk.desk.store = office_store(office);
    secrecy->desk.desk.actor = office_actor(office);
    const enum status status = definition_cache_new(&secrecy->desk.desk.definitions, error);
    if (status == STATUS_OK)
        *out = secrecy;
    else
        free(secrecy);
    return status;
}

static const struct step *find_step(const struct case_desk *desk, const struct casefile *casefile,
                                    const char *step)
{
    struct error error = { 0 };
    const struct definition *definition = NULL;
    if (step == NULL ||
        definition_cache_find(desk->desk.definitions, desk->desk.store, casefile->workflow,
                              casefile->version, &definition, &error) != STATUS_OK)
        return NULL;
    return definition_find_step(definition, step);
}

bool case_secrecy_hides(struct case_secrecy *secrecy, const char *casefile_id, const char *step)
{
    struct error error = { 0 };
    struct casefile casefile;
    const struct case_desk *desk = &secrecy->desk;
    if (casefile_load(desk->desk.store, casefile_id, &casefile, &error) != STATUS_OK)
        return !case_desk_may(desk, ACT_APPROVE_CASES);
    bool hides = case_desk_hides(desk, &casefile, find_step(desk, &casefile, step));
    casefile_release(&casefile);
    return hides;
}

void case_secrecy_end(struct case_secrecy **secrecy)
{
    if (*secrecy != NULL)
        definition_cache_free((*secrecy)->desk.desk.definitions);
    free(*secrecy);
    *secrecy = NULL;
}
