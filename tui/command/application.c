/* SPDX-License-Identifier: Apache-2.0 */
#include "command/application.h"

#include "app/app.h"
#include "command/arguments.h"
#include "command/today_option.h"
#include "language.h"
#include "sentence.h"
#include "term/restore.h"
#include "term/term.h"
#include "view/door.h"
#include "view/view_list.h"

#include <stdio.h>
#include <string.h>

static const char default_path[] = "office.qadam";

static const struct option application_options[] = {
    { "mono", NULL, N_("No colours; NO_COLOR in the environment does the same."), OPTION_FLAG, 0, 0,
      false },
    { "high-contrast", NULL, N_("Bold and reverse instead of colours."), OPTION_FLAG, 0, 0, false },
    { "big", NULL, N_("At most 60 columns and 16 rows, for projectors and large letters."),
      OPTION_FLAG, 0, 0, false },
    { "mouse", NULL, N_("Clicks on the key bar count; to mark text for copying, hold Shift then."),
      OPTION_FLAG, 0, 0, false },
    { "language", N_("CODE"), N_("The language of the screens, such as ru; F8 changes it later."),
      OPTION_TEXT, 0, 0, false },
    TODAY_OPTION,
    { .name = NULL },
};

static int say_no_terminal(void)
{
    fprintf(stderr, "qadam: %s\nqadam: %s\n",
            _("The application needs a terminal that can move its cursor, and there is none here."),
            _("Start it in a terminal window or on the console.  'qadam --help' lists the commands "
              "that work without one."));
    return EXIT_CODE_USAGE;
}

static int run_on(const struct port *port, const struct app_options *options)
{
    struct app *app = NULL;
    struct error error = { 0 };
    if (app_new(&app, port, options, &error) != STATUS_OK) {
        term_end();
        return sentence_fail(NULL, &error);
    }
    app_set_lock_view(app, &unlock_view_class);
    const int code = app_run(app, door_find(options->path));
    app_free(&app);
    term_end();
    restore_end_by_signal();
    return code;
}

static int run_application(const struct arguments *arguments)
{
    struct port port;
    struct day today;
    const char *path = arguments_positional(arguments, 0);
    const char *language = arguments_text(arguments, "language");
    const struct term_options terminal = {
        .is_mono = arguments_has(arguments, "mono"),
        .is_contrast = arguments_has(arguments, "high-contrast"),
        .has_mouse = arguments_has(arguments, "mouse"),
    };
    int code = today_option_read(arguments, &today);
    if (code != EXIT_CODE_DONE)
        return code;
    if (language != NULL && !language_use(language))
        return arguments_refuse(arguments, _("There is no such language here."));
    const struct app_options options = {
        .path = path == NULL ? default_path : path,
        .today = arguments_has(arguments, "today") ? &today : NULL,
        .is_big = arguments_has(arguments, "big"),
        .is_language_chosen = language != NULL,
    };
    if (term_begin(&port, &terminal, NULL) != STATUS_OK)
        return say_no_terminal();
    return run_on(&port, &options);
}

const struct command application_command = {
    .noun = "",
    .summary = N_("Open the full-screen application."),
    .arguments = N_("[FILE]"),
    .details = N_("Without a file it opens office.qadam in this folder, or helps to make it."),
    .options = { application_options },
    .run = run_application,
};
