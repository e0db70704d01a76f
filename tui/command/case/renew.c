/* SPDX-License-Identifier: Apache-2.0 */
#include "command/case/renew.h"

#include "casefile/casefile_view.h"
#include "casefile/definition_store.h"
#include "wording/local_time.h"

enum status case_renew_tasks(struct office *office, const char *person_id, struct error *error)
{
    struct casefile_desk desk = { .store = office_store(office),
                                  .actor = office_actor(office),
                                  .role = role_name(office_role(office)) };
    enum status status = local_time_today(&desk.today, error);
    if (status == STATUS_OK)
        status = definition_cache_new(&desk.definitions, error);
    if (status != STATUS_OK)
        return status;
    status = casefile_renew_open(&desk, person_id, error);
    definition_cache_free(desk.definitions);
    return status;
}
