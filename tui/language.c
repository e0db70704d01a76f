/* SPDX-License-Identifier: Apache-2.0 */
#include "language.h"

#include <libintl.h>
#include <limits.h>
#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char domain[] = "qadam";
enum { LOCALE_PATH_SIZE = PATH_MAX + 32 };

/* ---- the locale */

static bool is_plain(const char *locale)
{
    return locale == NULL || locale[0] == '\0' || strcmp(locale, "C") == 0 ||
           strcmp(locale, "POSIX") == 0;
}

/* The locale that the environment asks for, whether this PC has it or not. */
static const char *language_asked(void)
{
    static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        const char *value = getenv(names[i]);
        if (value != NULL && value[0] != '\0')
            return value;
    }
    return NULL;
}

/* gettext looks at LANGUAGE only when LC_MESSAGES is some real locale.  C.UTF-8 is always there;
 * when the one that was asked for is not, LANGUAGE carries its name. */
static void language_set_locale(void)
{
    bool is_there = setlocale(LC_ALL, "") != NULL;
    const char *asked = language_asked();
    const char *language = getenv("LANGUAGE");
    if (!is_there && !is_plain(asked) && (language == NULL || language[0] == '\0'))
        setenv("LANGUAGE", asked, 1);
    if (!is_there || is_plain(setlocale(LC_MESSAGES, NULL)))
        setlocale(LC_MESSAGES, "C.UTF-8");
    if (!is_there || is_plain(setlocale(LC_CTYPE, NULL)))
        setlocale(LC_CTYPE, "C.UTF-8");
    setlocale(LC_NUMERIC, "C");
}

/* ---- the catalogues */

/* A catalogue can change what the program says and how it formats numbers, so one beside the
 * program counts only when the program's owner put it there and nobody else can write to it. */
static bool is_trusted_folder(const char *path, const struct stat *program)
{
    struct stat folder;
    return stat(path, &folder) == 0 && S_ISDIR(folder.st_mode) &&
           folder.st_uid == program->st_uid && (folder.st_mode & S_IWOTH) == 0;
}

static bool language_find_beside_program(char out[LOCALE_PATH_SIZE])
{
    /* A source tree with ./qadam, one with build/VARIANT/qadam, and a relocated installation. */
    static const char *const places[] = { "build/locale", "locale", "../locale",
                                          "../share/locale" };
    char program[PATH_MAX];
    struct stat information;
    ssize_t length = readlink("/proc/self/exe", program, sizeof(program) - 1);
    if (length <= 0 || length >= (ssize_t)sizeof(program) - 1)
        return false;
    program[length] = '\0';
    char *name = strrchr(program, '/');
    if (name == NULL || stat(program, &information) != 0)
        return false;
    *name = '\0';
    for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
        int written = snprintf(out, LOCALE_PATH_SIZE, "%s/%s", program, places[i]);
        if (written > 0 && written < LOCALE_PATH_SIZE && is_trusted_folder(out, &information))
            return true;
    }
    return false;
}

void language_init(void)
{
    char beside[LOCALE_PATH_SIZE];
    language_set_locale();
    bindtextdomain(domain, language_find_beside_program(beside) ? beside : LOCALE_DIRECTORY);
    bind_textdomain_codeset(domain, "UTF-8");
    textdomain(domain);
}

/* ---- texts */

const char *language_text(const char *text)
{
    /* gettext("") is the catalogue's header, which nobody wants to read. */
    return text[0] == '\0' ? text : dgettext(domain, text);
}

const char *language_text_in(const char *context, const char *text)
{
    char key[512];
    int length = snprintf(key, sizeof(key), "%s\004%s", context, text);
    if (length < 0 || length >= (int)sizeof(key))
        return text;
    const char *found = dgettext(domain, key);
    return found == key ? text : found;
}

const char *language_plural(const char *one, const char *many, unsigned long count)
{
    return dngettext(domain, one, many, count);
}
