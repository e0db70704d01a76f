/* SPDX-License-Identifier: Apache-2.0 */
#include "app/app.h"
#include "view/view_list.h"

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    (void)app;
    (void)view;
    (void)frame;
}

const struct view_class refer_view_class = {
    .name = "refer",
    .size = sizeof(struct view),
    .draw = draw,
};
