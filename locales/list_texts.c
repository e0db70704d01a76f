/* SPDX-License-Identifier: Apache-2.0 */

/* Prints the texts of the workflows and country packs as entries of a catalogue, because xgettext
 * reads no YAML.  The context tells where the program looks them up: tui/language.h. */
#include "country/country_pack.h"
#include "country/country_text.h"
#include "workflow/builtin.h"
#include "workflow/library.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct listing {
    const char *context;
    const char *folder; /* of the sources */
    const char *name;   /* of the file */
};

static void print_quoted(const char *text)
{
    putchar('"');
    for (; *text != '\0'; text++) {
        if (*text == '"' || *text == '\\')
            putchar('\\');
        putchar(*text);
    }
    puts("\"");
}

static void print_entry(void *self, const char *key, const char *text, int line)
{
    const struct listing *listing = self;
    (void)line;
    printf("\n#. %s of %s\n#: %s%s\nmsgctxt \"%s\"\nmsgid ", key, listing->name, listing->folder,
           listing->name, listing->context);
    print_quoted(text);
    puts("msgstr \"\"");
}

static void require(enum status status, const struct error *error)
{
    if (status == STATUS_OK)
        return;
    fprintf(stderr, "list_texts: %s\n", error->detail);
    exit(EXIT_FAILURE);
}

int main(void)
{
    struct error error = { 0 };
    puts("msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"");
    for (size_t i = 0; i < builtin_definitions_count; i++) {
        struct listing listing = { "workflow", "core/workflow/", builtin_definitions[i].name };
        require(library_each_text(&builtin_definitions[i], print_entry, &listing, &error), &error);
    }
    for (size_t i = 0; i < country_packs_count; i++) {
        struct listing listing = { "country", "core/country/", country_packs[i].name };
        require(country_each_text(&country_packs[i], print_entry, &listing, &error), &error);
    }
    /* What the engine itself gives to yes-or-no questions. */
    static const char *const words[] = { "Yes", "No", "Not known" };
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        struct listing listing = { "workflow", "core/workflow/", "resolve.c" };
        print_entry(&listing, "choice", words[i], 0);
    }
    return EXIT_SUCCESS;
}
