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

static char folder[LOCALE_PATH_SIZE]; /* of the catalogues */

void language_init(void)
{
    char beside[LOCALE_PATH_SIZE];
    language_set_locale();
    snprintf(folder, sizeof(folder), "%s",
             language_find_beside_program(beside) ? beside : LOCALE_DIRECTORY);
    bindtextdomain(domain, folder);
    bind_textdomain_codeset(domain, "UTF-8");
    textdomain(domain);
}

/* ---- changing it while the program runs */

static const struct {
    const char *code;
    const char *name;
} languages[] = {
    { "en", "English" }, { "ru", "Русский" },   { "kk", "Қазақша" },          { "ky", "Кыргызча" },
    { "tg", "Тоҷикӣ" },  { "uz", "Oʻzbekcha" }, { "uz@cyrillic", "Ўзбекча" }, { "tk", "Türkmençe" },
};
enum { LANGUAGE_COUNT = sizeof(languages) / sizeof(languages[0]) };

/* English needs no catalogue. */
static bool is_there(size_t index)
{
    char path[LOCALE_PATH_SIZE + 64];
    if (index == 0)
        return true;
    snprintf(path, sizeof(path), "%s/%s/LC_MESSAGES/%s.mo", folder, languages[index].code, domain);
    return access(path, R_OK) == 0;
}

/* The place in the table of the index-th language that is there; LANGUAGE_COUNT when there is
 * none. */
static size_t place_of(size_t index)
{
    size_t place = 0;
    for (; place < LANGUAGE_COUNT; place++)
        if (is_there(place) && index-- == 0)
            break;
    return place;
}

const char *language_code_at(size_t index)
{
    const size_t place = place_of(index);
    return place == LANGUAGE_COUNT ? NULL : languages[place].code;
}

const char *language_name_at(size_t index)
{
    const size_t place = place_of(index);
    return place == LANGUAGE_COUNT ? NULL : languages[place].name;
}

/* The code that a wish such as "ru_RU.UTF-8:en" begins with, or "uz_UZ@cyrillic". */
static bool begins_with(const char *wish, const char *code)
{
    const size_t length = strcspn(code, "@");
    if (strncmp(wish, code, length) != 0 ||
        (wish[length] != '\0' && strchr("_.@:", wish[length]) == NULL))
        return false;
    const char *variant = strchr(wish, '@');
    const bool is_variant = variant != NULL && strcspn(wish, ":") > (size_t)(variant - wish);
    return (code[length] == '@') == (is_variant && strncmp(variant, "@cyrillic", 9) == 0);
}

static size_t present_place(void)
{
    const char *wish = getenv("LANGUAGE");
    if (wish == NULL || wish[0] == '\0')
        wish = language_asked();
    for (size_t i = 0; i < LANGUAGE_COUNT && wish != NULL; i++)
        if (begins_with(wish, languages[i].code) && is_there(i))
            return i;
    return 0;
}

const char *language_code(void)
{
    return languages[present_place()].code;
}

const char *language_name(void)
{
    return languages[present_place()].name;
}

/* Tells gettext that what it remembers counts no more: part of the documented interface of GNU's,
 * which is in glibc and in a library of its own elsewhere.  Others remember nothing. */
#if defined(__GLIBC__) || defined(LIBINTL_VERSION)
extern int _nl_msg_cat_cntr; // NOLINT: its name
static void forget(void)
{
    _nl_msg_cat_cntr++;
}
#else
static void forget(void)
{
}
#endif

bool language_use(const char *code)
{
    for (size_t i = 0; i < LANGUAGE_COUNT; i++)
        if (strcmp(languages[i].code, code) == 0 && is_there(i)) {
            setenv("LANGUAGE", code, 1);
            forget();
            return true;
        }
    return false;
}

void language_next(void)
{
    const char *present = language_code();
    size_t index = 0;
    for (const char *code = language_code_at(0); code != NULL && strcmp(code, present) != 0;
         code = language_code_at(index))
        index++;
    const char *next = language_code_at(index + 1);
    language_use(next == NULL ? languages[0].code : next);
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
