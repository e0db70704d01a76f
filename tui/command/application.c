/* SPDX-License-Identifier: Apache-2.0 */
#include "command/application.h"

#include "app/app.h"
#include "command/arguments.h"
#include "command/today_option.h"
#include "language.h"
#include "linear/linear.h"
#include "sentence.h"
#include "term/restore.h"
#include "term/term.h"
#include "view/door.h"
#include "view/view_list.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char default_path[] = "office.qadam";

static const struct option application_options[] = {
    { "mono", NULL, N_("No colours; NO_COLOR in the environment does the same."), OPTION_FLAG, 0, 0,
      false },
    { "high-contrast", NULL, N_("All letters bold, reverse instead of colours."), OPTION_FLAG, 0, 0,
      false },
    { "big", NULL, N_("At most 60 columns and 16 rows, for projectors and large letters."),
      OPTION_FLAG, 0, 0, false },
    { "mouse", NULL, N_("Clicks on the key bar count; to mark text for copying, hold Shift then."),
      OPTION_FLAG, 0, 0, false },
    { "linear", NULL,
      N_("Plain questions and numbered answers, line by line, for speech, braille, slow lines and "
         "scripts; ACCESSIBLE=1 in the environment does the same, and a terminal that cannot move "
         "its cursor."),
      OPTION_FLAG, 0, 0, false },
    { "single-key", NULL, N_("With --linear: a digit is an answer without Enter."), OPTION_FLAG, 0,
      0, false },
    { "user", N_("NAME"), N_("With --linear: who opens the file."), OPTION_TEXT, 0, 0, false },
    { "passphrase-fd", N_("N"),
      N_("With --linear: read the passphrase from this open file descriptor; 0: it is the first "
         "line of the answers."),
      OPTION_NUMBER, 0, INT_MAX, false },
    { "language", N_("CODE"), N_("The language of the screens, such as ru; F8 changes it later."),
      OPTION_TEXT, 0, 0, false },
    TODAY_OPTION,
    { .name = NULL },
};

static int say_no_terminal(void)
{
    fprintf(stderr, "qadam: %s\nqadam: %s\nqadam: %s\n",
            _("The application needs a terminal that can move its cursor, and there is none here."),
            _("Start it in a terminal window or on the console.  'qadam --help' lists the commands "
              "that work without one."),
            _("'qadam --linear' asks line by line and reads the answers from anywhere."));
    return EXIT_CODE_USAGE;
}

/* Screens can be turned off once and for all, for every program. */
static bool is_linear(const struct arguments *arguments)
{
    const char *accessible = getenv("ACCESSIBLE");
    return arguments_has(arguments, "linear") ||
           (accessible != NULL && accessible[0] != '\0' && strcmp(accessible, "0") != 0);
}

static int run_linear(const struct arguments *arguments, const struct app_options *options)
{
    const struct linear_options linear = {
        .path = options->path,
        .today = options->today,
        .user_name = arguments_text(arguments, "user"),
        .passphrase_fd = (int)arguments_number(arguments, "passphrase-fd", -1),
        .has_language = arguments_has(arguments, "language"),
        .is_single_key = arguments_has(arguments, "single-key"),
    };
    return linear_run(&linear);
}

static int run_on(const struct port *port, const struct app_options *options)
{
    struct app *app = NULL;
    struct error error = { 0 };
    if (app_new(&app, port, options, &error) != STATUS_OK) {
        term_end();
        return sentence_fail(NULL, &error);
    }
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
        .views = &application_views,
        .path = path == NULL ? default_path : path,
        .today = arguments_has(arguments, "today") ? &today : NULL,
        .is_big = arguments_has(arguments, "big"),
        .is_language_chosen = language != NULL,
    };
    if (is_linear(arguments))
        return run_linear(arguments, &options);
    if (term_begin(&port, &terminal, NULL) != STATUS_OK)
        return isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
                   ? run_linear(arguments, &options)
                   : say_no_terminal();
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
