/* SPDX-License-Identifier: Apache-2.0 */
#include "command/case/veil.h"

#include "language.h"
#include "wording/case_text.h"
#include "workflow/restriction.h"

static const struct guard veiled = { .id = NULL };

static bool is_veiled(const struct case_desk *desk, const struct casefile_view *view,
                      const struct condition *when)
{
    return case_desk_hides(desk, &view->casefile, NULL) &&
           condition_tells_restricted(when, view->definition);
}

const struct guard *case_veil_guard(const struct case_desk *desk, const struct casefile_view *view,
                                    const struct guard *guard)
{
    return guard != NULL && is_veiled(desk, view, guard->when) ? &veiled : guard;
}

void case_veil_draw(const struct case_desk *desk, struct casefile_view *view)
{
    struct standing *standing = &view->standing;
    size_t kept = 0;
    for (size_t i = 0; i < standing->step_count; i++)
        standing->steps[i].guard = case_veil_guard(desk, view, standing->steps[i].guard);
    for (size_t i = 0; i < standing->warning_count; i++) {
        struct warning warning = standing->warnings[i];
        if (warning.indication != NULL && is_veiled(desk, view, warning.indication->when))
            continue;
        warning.guard = case_veil_guard(desk, view, warning.guard);
        standing->warnings[kept++] = warning;
    }
    standing->warning_count = kept;
}

const char *case_veil_guard_says(const struct guard *guard)
{
    return guard == &veiled ? _("This step must not be done. Ask whoever works on the casefile or "
                                "a supervisor why.")
                            : workflow_text(guard->says);
}
