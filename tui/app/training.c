/* SPDX-License-Identifier: Apache-2.0 */

/* An office of invented people in a folder that is thrown away: to learn on, without a file that
 * somebody could take for the office's. */
#include "app/app_private.h"

#include "demo/demo.h"
#include "language.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TRAINING_PEOPLE = 100 };

/* The user, and the passphrase too: everybody may know it. */
static const char training_user[] = "demo";
static const char file_name[] = "qadam-training.qadam";

struct training {
    char folder[PATH_MAX];
    char path[PATH_MAX + sizeof(file_name)];
    char office_path[PATH_MAX]; /* to go back to */
    struct view *door;          /* with what was typed there */
    struct day today;
};

/* ---- the file */

/* In memory where there is such a place, readable by nobody else. */
static enum status folder_make(struct training *training, struct error *error)
{
    const char *base = getenv("XDG_RUNTIME_DIR");
    if (base == NULL || access(base, W_OK) != 0)
        base = "/tmp";
    snprintf(training->folder, sizeof(training->folder), "%s/qadam-training-XXXXXX", base);
    if (mkdtemp(training->folder) == NULL) {
        training->folder[0] = '\0';
        return error_set(error, STATUS_NO_PERMISSION, "a folder for the training data");
    }
    snprintf(training->path, sizeof(training->path), "%s/%s", training->folder, file_name);
    return STATUS_OK;
}

/* What was learned shall not be locked away while a trainer talks. */
static enum status fill(void *demo, struct store *store, const char *actor, struct error *error)
{
    const enum status status = demo_fill(demo, store, actor, error);
    return status == STATUS_OK ? setting_change_number(store, SETTING_IDLE_LOCK_MINUTES, 0, error)
                               : status;
}

static enum status file_make(struct app *app, struct training *training,
                             const struct secret *passphrase, struct error *error)
{
    struct secret *recovery_code = NULL;
    struct demo demo = {
        .people = TRAINING_PEOPLE,
        .seed = DEMO_SEED_DEFAULT,
        .country = "KG",
        .progress = app_progress(app, _("Inventing people")),
    };
    const struct office_plan plan = {
        .path = training->path,
        .user_name = training_user,
        .passphrase = passphrase,
        .office_code = "DEMO",
        .country = demo.country,
        .is_training = true,
        .fill = fill,
        .fill_self = &demo,
        .progress = demo.progress,
    };
    const enum status status = office_create(&plan, disk_system(), &recovery_code, error);
    secret_free(&recovery_code); /* nobody needs it: the passphrase is no secret */
    return status;
}

/* The file, its log and what a stopped creation left. */
static void file_remove(const struct training *training)
{
    static const char *const endings[] = { "", "-wal", "-shm", "-journal", ".part", ".part-wal" };
    char path[sizeof(training->path) + 16];
    for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
        snprintf(path, sizeof(path), "%s%s", training->path, endings[i]);
        (void)unlink(path);
    }
    if (training->folder[0] != '\0')
        (void)rmdir(training->folder);
}

/* ---- beginning and end */

static enum status open_file(struct app *app, struct training *training, struct error *error)
{
    struct secret *passphrase = NULL;
    enum status status =
        secret_from_bytes(&passphrase, training_user, strlen(training_user), error);
    if (status == STATUS_OK)
        status = folder_make(training, error);
    if (status == STATUS_OK)
        status = file_make(app, training, passphrase, error);
    const struct login login = { .typed = passphrase };
    if (status == STATUS_OK)
        status = session_begin(app_session(app), training->path, &login, &training->today, error);
    secret_free(&passphrase);
    return status;
}

void app_begin_training(struct app *app)
{
    struct error error = { 0 };
    if (app_is_training(app) || session_is_open(&app->session) || app->view_count != 1)
        return;
    struct training *training = calloc(1, sizeof(*training));
    if (training == NULL)
        return;
    training->today = app->options.today != NULL ? *app->options.today : demo_today();
    snprintf(training->office_path, sizeof(training->office_path), "%s", app->path);
    const enum status status = open_file(app, training, &error);
    app_say(app, "");
    if (status != STATUS_OK) {
        file_remove(training);
        free(training);
        app_fail(app, &error);
        return;
    }
    app->training = training;
    training->door = app->views[0];
    app->view_count = 0;
    app_set_path(app, training->path);
    /* The file's path for the session must outlive it. */
    app->session.desk.path = app->path;
    app_say(app, _("Nobody here is real.  F10 on this screen leaves the training data."));
    app_enter(app, app->options.views->home);
}

bool app_is_training(const struct app *app)
{
    return app->training != NULL;
}

const struct day *training_today(const struct app *app)
{
    return app->training == NULL ? NULL : &app->training->today;
}

struct view *training_end(struct app *app)
{
    struct training *training = app->training;
    if (training == NULL)
        return NULL;
    struct view *door = training->door;
    file_remove(training);
    app_set_path(app, training->office_path);
    app->training = NULL;
    free(training);
    return door;
}
