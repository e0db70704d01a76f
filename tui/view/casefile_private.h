/* SPDX-License-Identifier: Apache-2.0 */

/* What the files of the casefile share: one page shows one step, with all steps at its left and the
 * reasons below it. */
#ifndef QADAM_VIEW_CASEFILE_PRIVATE_H
#define QADAM_VIEW_CASEFILE_PRIVATE_H

#include "app/app.h"
#include "casefile/casefile_lease.h"
#include "casefile/casefile_view.h"
#include "casefile/step_store.h"
#include "view/dialog.h"
#include "widget/scroll_text.h"
#include "wording/case_path.h"
#include "wording/compartment_label.h"
#include "wording/consent_text.h"
#include "wording/field_text.h"

enum {
    DRAFT_NAME_SIZE = CASEFILE_WORKFLOW_SIZE + sizeof("step/"),
    JUMPS_MAX = 40,
    PAGE_LABEL_SIZE = 400,
};

/* What Enter does at the end of the page. */
enum page_aim {
    AIM_NOTHING,
    AIM_FINISH,
    AIM_BEGIN, /* the questions of an assessment, once what comes before them was read */
    AIM_APPROVE,
    AIM_GO, /* to another step: page->goes_to */
    AIM_CLOSE,
    AIM_DROP,  /* the draft that was left, when nothing can be typed any more */
    AIM_AGAIN, /* looks whether a colleague laid the casefile down */
};

struct casefile_page {
    struct view view;
    struct casefile_view file;
    bool has_file;
    const struct step *step;              /* which is shown; NULL: the workflow has none */
    const struct step_standing *standing; /* of it */
    bool is_hidden;                       /* what the step holds is none of this user's business */
    bool is_form;                         /* it can be worked on: the form is shown */
    bool has_leftover; /* a draft of this user, of a step that cannot be filled in now */
    bool is_intro;     /* of an assessment that was not begun: what to say first is shown */
    char begun[CASEFILE_WORKFLOW_SIZE]; /* the step whose intro was read */
    enum page_aim aim;
    const struct step *goes_to;

    struct form form; /* of form_step; kept while the view lives */
    char form_step[CASEFILE_WORKFLOW_SIZE];
    char draft_name[DRAFT_NAME_SIZE];
    char told[MOMENT_TEXT_SIZE]; /* that answers changed until then was said */
    char **bases;                /* what stood in each field of the form before anybody typed */
    size_t base_count;
    int *rows; /* how many are shown of each field of the step; 0 for those without */

    struct scroll_text sheet; /* of a step that is only read */
    struct scroll_text why;
    bool is_why; /* the keyboard is there */

    bool has_lease; /* this user's */
    long long leased_at_ms;
    struct casefile_lease lease; /* somebody else's; user_id "" when there is none */
    struct store *store;         /* for the release, which is told of no application */
    char actor[UUID_TEXT_SIZE];
    const char *role; /* as workflows write it */

    char restricted_as[COMPARTMENTS_TEXT_SIZE]; /* as far as this user may know; "" for nothing */
    size_t family;                              /* how many others belong to the household */
    size_t notes;
    char consent[CONSENT_STATE_SIZE]; /* to share, in words */
    char sex[24];
    char born[24];

    /* What the dialog that is open is about. */
    struct step_result result;
    bool is_finish; /* it is that of finishing, not of skipping or approving */
    char outcome[CASEFILE_WORKFLOW_SIZE];
    char jumps[JUMPS_MAX][CASE_PATH_SIZE];
    size_t jump_count;
    char user_ids[JUMPS_MAX][UUID_TEXT_SIZE];
    char assign_to[UUID_TEXT_SIZE]; /* who would be over the limit */
    enum closing_reason closing;
    char *closing_remark;
};

static inline struct casefile_page *page_of(struct view *view)
{
    return (struct casefile_page *)view;
}

static inline const struct casefile_page *page_of_const(const struct view *view)
{
    return (const struct casefile_page *)view;
}

/* ---- casefile.c */

/* Another step; its draft comes back.  NULL: whatever is next. */
void page_show(struct app *app, struct casefile_page *page, const char *step);
void page_reload(struct app *app, struct casefile_page *page);

/* ---- casefile_draw.c */

/* Whether keys go into the form. */
bool page_has_keyboard(const struct casefile_page *page);
void page_draw(const struct app *app, const struct view *view, struct frame *frame);
/* Of the text that the arrows move. */
void page_text_size(const struct app *app, const struct casefile_page *page, int *rows,
                    int *columns);

/* ---- casefile_lease.c */

/* Takes the casefile in hand, or keeps it there; whether nobody else has it. */
bool page_take(struct app *app, struct casefile_page *page);
void page_lay_down(struct casefile_page *page);
/* "Somebody else..." with the name and until when; the caller frees it. */
char *page_lease_text(const struct app *app, const struct casefile_page *page);

/* ---- casefile_form.c */

/* The form of page->step.  What was typed into it stays when it was that step's already. */
void page_build_form(struct app *app, struct casefile_page *page);
void page_release_form(struct casefile_page *page);
/* Whether something was typed that is no answer yet. */
bool page_is_typed(const struct casefile_page *page);
/* With its draft. */
void page_forget_form(struct app *app, struct casefile_page *page);
/* What a field of the form is about. */
struct case_place page_place(const struct casefile_page *page, const struct form_field *field);
const struct field *page_more_rows(const struct casefile_page *page,
                                   const struct form_field *field);

/* ---- casefile_leftover.c */

/* Whether this user has a draft of the step that is shown. */
bool page_has_draft(struct app *app, const struct casefile_page *page);
/* What it holds, for whoever reads the step. */
void page_add_leftover(struct app *app, struct casefile_page *page);
void page_drop_leftover(struct app *app, struct view *view);

/* ---- casefile_moved.c */

/* Says that answers of the step were changed since the form was read, by this user in another
 * window or by somebody else; once.  Whether this user did. */
bool page_tell_moved(struct app *app, struct casefile_page *page);

/* ---- casefile_rows.c */

/* Finds page->rows, from answers and the draft; is_same: those that are there stay. */
void page_count_rows(struct app *app, struct casefile_page *page, bool is_same);
/* One more; the form is made anew, with the focus there. */
void page_add_row(struct app *app, struct casefile_page *page, const struct field *rows);
/* ---- casefile_known.c */

/* Says beside the fields without an answer that they hold what the person's record has; puts that
 * in first when the form is new and the step has no answer at all. */
void page_take_known(const struct app *app, struct casefile_page *page, bool is_new);

/* ---- casefile_field.c */

/* A value made into what is kept; NULL without one, or when it is wrong.  The caller frees it. */
char *page_normal(const struct casefile_page *page, const struct case_place *place,
                  const char *typed, struct answer_trouble *trouble);
/* Hides and shows fields as the answers typed so far want it. */
void page_refresh_form(struct casefile_page *page);
/* The value as people write it, and what is wrong with it beside the field. */
void page_settle(const struct casefile_page *page, struct form_field *field);
/* A field was left. */
void page_field_left(struct app *app, struct view *view, size_t field);

/* ---- casefile_save.c */

/* Keeps what was typed as answers; false when something is wrong or somebody else was faster, and
 * then it was said. */
bool page_save(struct app *app, struct casefile_page *page);
void page_save_and_say(struct app *app, struct view *view);
/* Whether the act was done; else says why not and what to do. */
bool page_conclude(struct app *app, struct casefile_page *page, enum status status,
                   const struct error *error);
/* Why an act on the step is not done; the caller frees it. */
char *page_refusal_text(const struct app *app, const struct casefile_page *page,
                        const struct step_result *result);

/* ---- casefile_finish.c */

void page_finish(struct app *app, struct view *view);
void page_finish_with(struct app *app, struct view *view); /* day, remark */
void page_approve(struct app *app, struct view *view);
/* Before an act: nothing came of it yet. */
struct step_result *page_new_result(struct casefile_page *page);
/* After a step was ended: what came of it, what is next, and that is shown. */
void page_go_on(struct app *app, struct casefile_page *page);

/* ---- casefile_why.c, casefile_sheet.c, casefile_stepper.c: what is read */

void page_write_why(const struct app *app, struct casefile_page *page);

/* For it: why an indication is there, and what the signs of the assessment say. */
void page_add_reasons(const struct app *app, const struct casefile_page *page,
                      struct scroll_text *why, const struct indication *indication);
void page_add_signs(const struct casefile_page *page, struct scroll_text *why);
void page_write_sheet(struct app *app, struct casefile_page *page);
void page_draw_stepper(const struct casefile_page *page, struct area area);
/* Whether a step has its place among those that matter to this casefile. */
bool standing_matters(const struct step_standing *standing);
/* Which one it is of how many that matter. */
void page_count(const struct casefile_page *page, size_t *number, size_t *count);
/* "done", "NOW", "LATE 3d", "later"... */
enum { STEP_MARK_SIZE = 48 };
void step_mark_write(char out[STEP_MARK_SIZE], const struct standing *standing,
                     const struct step_standing *step, struct day today);

/* ---- casefile_keys.c */

extern const struct binding casefile_keymap[];

/* ---- the acts of the menu: casefile_wait.c, casefile_return.c, casefile_head.c,
 * casefile_close.c */

/* Whether the step is a request that nobody was asked yet: that comes before its end. */
bool page_asks_first(const struct casefile_page *page);
void page_wait(struct app *app, struct view *view);
void page_answered(struct app *app, struct view *view);
/* The same, and then the step is finished. */
void page_answered_and_finish(struct app *app, struct view *view);
void page_skip(struct app *app, struct view *view);
void page_return(struct app *app, struct view *view);
void page_screen(struct app *app, struct view *view);
void page_reopen_step(struct app *app, struct view *view);
void page_take_casefile(struct app *app, struct view *view);
void page_assign(struct app *app, struct view *view);
void page_assess(struct app *app, struct view *view);
void page_link(struct app *app, struct view *view);
void page_move(struct app *app, struct view *view);
/* Whether the step opens a casefile that is not there yet: that comes before its end. */
bool page_opens_first(const struct casefile_page *page);
void page_open_subfile(struct app *app, struct view *view);
void page_close(struct app *app, struct view *view);
void page_transfer(struct app *app, struct view *view);

/* ---- casefile_restrict.c */
void page_restrict(struct app *app, struct view *view);
void page_lift_restriction(struct app *app, struct view *view);
void page_approve_closing(struct app *app, struct view *view);
void page_refuse_closing(struct app *app, struct view *view);
void page_reopen_casefile(struct app *app, struct view *view);

/* ---- casefile_dialog.c: fields of dialogs */

/* A day, today at first when has_today. */
struct form_field *dialog_add_day(struct form *form, const char *id, const char *label,
                                  bool has_today);
/* False with a fault when it is no whole day; has_day false for an empty one. */
bool dialog_read_day(struct form *form, const char *id, struct day *out, bool *has_day);
/* False with a fault when it is empty. */
bool dialog_require(struct form *form, const char *id);
/* NULL for "". */
const char *dialog_text(const struct form *form, const char *id);

#endif
