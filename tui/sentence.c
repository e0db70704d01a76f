/* SPDX-License-Identifier: Apache-2.0 */
#include "sentence.h"

#include "language.h"
#include "paragraph.h"

#include <stdlib.h>
#include <string.h>

struct sentence {
    enum exit_code exit_code;
    bool shows_detail;    /* for whoever helps the clerk; a clerk can do nothing with it */
    const char *text;     /* what is wrong */
    const char *numbered; /* the same when the error has a number: one %lld */
    const char *advice;   /* what to do now */
};

static const struct sentence sentences[] = {
    [STATUS_OK] = { EXIT_CODE_DONE, false, N_("Done."), NULL, "" },
    [STATUS_TEXT_INVALID] = { EXIT_CODE_USAGE, false,
                              N_("The text is in a character set that cannot be read here."), NULL,
                              N_("Switch the terminal to UTF-8 and type it again.") },
    [STATUS_TEXT_CONTROL] = { EXIT_CODE_USAGE, false,
                              N_("The text holds invisible characters or control characters."),
                              NULL, N_("Type it again by hand, without arrow keys and Tab.") },
    [STATUS_TEXT_TOO_LONG] = { EXIT_CODE_USAGE, false, N_("The text is too long."),
                               N_("The text is too long: %lld is the most."), "" },
    [STATUS_TEXT_EMPTY] = { EXIT_CODE_USAGE, false, N_("Nothing was entered."), NULL, "" },
    [STATUS_DATE_INVALID] = { EXIT_CODE_USAGE, false, N_("There is no such day."), NULL,
                              N_("Write the whole day: 23.11.2026 or 2026-11-23.") },
    [STATUS_NAME_INVALID] = { EXIT_CODE_USAGE, false, N_("This name or code cannot be used."), NULL,
                              N_("A user name has at most 40 characters, an office code 2 to 8 of "
                                 "A-Z and 0-9.") },
    [STATUS_PASSPHRASE_WEAK] = { EXIT_CODE_USAGE, false, N_("The new passphrase is too simple."),
                                 N_("The new passphrase is too simple; characters needed at "
                                    "least: %lld."),
                                 N_("Four or five words that nobody else would put together are "
                                    "easy to remember and hard to guess. The user name will "
                                    "not do.") },
    [STATUS_RECOVERY_CODE_INVALID] = { EXIT_CODE_WRONG_PASSPHRASE, false,
                                       N_("This is not a whole recovery code."),
                                       N_("There is a slip in group %lld of the recovery code."),
                                       N_("Compare it with the sheet: eight groups of five "
                                          "signs.") },
    [STATUS_TOO_LARGE] = { EXIT_CODE_USAGE, false, N_("The file is too large."),
                           N_("The file is too large; MiB allowed at most: %lld."),
                           N_("Scan it in black and white or with fewer dots, page by page.") },
    [STATUS_INVALID] = { EXIT_CODE_USAGE, false, N_("What was given makes no sense here."), NULL,
                         "" },
    [STATUS_NOT_FOUND] = { EXIT_CODE_DEVICE, false, N_("There is no such file or folder."), NULL,
                           N_("Check the name and whether the stick or disk is connected.") },
    [STATUS_EXISTS] = { EXIT_CODE_NO, false, N_("There is already a file of this name."), NULL,
                        N_("Nothing was overwritten. Choose another name.") },
    [STATUS_REFUSED] = { EXIT_CODE_NO, false, N_("Your role in this office does not allow this."),
                         NULL, N_("Ask a supervisor.") },
    [STATUS_RESTRICTED] = { EXIT_CODE_NO, false,
                            N_("This is restricted: what it holds opens only for those who "
                               "answer for it."),
                            NULL, N_("Ask the protection officer.") },
    [STATUS_LAST_SUPERVISOR] = { EXIT_CODE_NO, false,
                                 N_("This is the last supervisor: afterwards nobody could manage "
                                    "the users."),
                                 NULL, N_("Add another supervisor first.") },
    [STATUS_KEYSLOTS_FULL] = { EXIT_CODE_NO, false, N_("This file cannot have more users."),
                               N_("This file cannot have more users than %lld."),
                               N_("Revoke those who no longer work here.") },
    [STATUS_IN_USE] = { EXIT_CODE_DEVICE, false, N_("Another program has this file open."), NULL,
                        N_("Close it there, on every PC that uses the file, and try again.") },
    [STATUS_MOVED] = { EXIT_CODE_DEVICE, false,
                       N_("The file was replaced by another one while it was open."), NULL,
                       N_("Open it again before you go on.") },
    [STATUS_INTERRUPTED] = { EXIT_CODE_NO, false, N_("Stopped; nothing was changed."), NULL, "" },
    [STATUS_MEMORY_LOW] = { EXIT_CODE_DEVICE, false,
                            N_("This PC has too little free memory to open the file."),
                            N_("This PC has too little free memory to open the file; MiB needed: "
                               "%lld."),
                            N_("Close other programs and try again.") },
    [STATUS_OUT_OF_MEMORY] = { EXIT_CODE_DEVICE, false, N_("The memory of this PC is used up."),
                               NULL, N_("Close other programs and try again.") },
    [STATUS_WRONG_PASSPHRASE] = { EXIT_CODE_WRONG_PASSPHRASE, false,
                                  N_("The name or the passphrase is not right."), NULL,
                                  N_("Check the keyboard layout and Caps Lock.") },
    [STATUS_NOT_A_VAULT] = { EXIT_CODE_DAMAGED, false, N_("This is not an office file of Qadam."),
                             NULL, N_("Check that you chose the right file.") },
    [STATUS_NEWER_FORMAT] = { EXIT_CODE_DAMAGED, false,
                              N_("A newer version of Qadam made this file."), NULL,
                              N_("The file is whole; install the newer version to open it.") },
    [STATUS_DAMAGED] = { EXIT_CODE_DAMAGED, false, N_("The file is damaged."),
                         N_("The file is damaged, on page %lld."),
                         N_("Keep it as it is, and restore the last backup with 'qadam vault "
                            "restore'.") },
    [STATUS_KEYS_ALTERED] = { EXIT_CODE_DAMAGED, false,
                              N_("The list of who may open this file was changed from outside, "
                                 "or is an old one."),
                              NULL,
                              N_("Do not work with this file. Keep it, tell your supervisor, and "
                                 "restore the last backup.") },
    [STATUS_JOURNAL_BROKEN] = { EXIT_CODE_DAMAGED, false,
                                N_("The journal was changed from outside."),
                                N_("The journal was changed from outside, at entry %lld."),
                                N_("Keep the file as it is and tell your supervisor.") },
    [STATUS_NO_SPACE] = { EXIT_CODE_DEVICE, false, N_("The disk is full."), NULL,
                          N_("Nothing that was saved is lost. Make room and try again.") },
    [STATUS_NO_PERMISSION] = { EXIT_CODE_DEVICE, false,
                               N_("This PC does not let you open or write this file or folder."),
                               NULL, N_("Ask whoever looks after the PC, or use another folder.") },
    [STATUS_READ_FAILED] = { EXIT_CODE_DEVICE, true, N_("Reading failed."), NULL,
                             N_("The disk or stick may be failing: make a backup to another "
                                "one.") },
    [STATUS_WRITE_FAILED] = { EXIT_CODE_DEVICE, true, N_("Writing failed."), NULL,
                              N_("The disk or stick may be failing or was taken out.") },
    [STATUS_INTERNAL] = { EXIT_CODE_DEVICE, true, N_("The program made a mistake."), NULL,
                          N_("Nothing that was saved is lost. Please report this line.") },
};
_Static_assert(sizeof(sentences) / sizeof(sentences[0]) == STATUS_COUNT,
               "every status has its sentence");

enum exit_code sentence_exit_code(enum status status)
{
    return sentences[status].exit_code;
}

const char *sentence_text(enum status status, bool has_number)
{
    const struct sentence *sentence = &sentences[status];
    return language_text(has_number && sentence->numbered != NULL ? sentence->numbered
                                                                  : sentence->text);
}

/* As language.c knows the user's language: those of the office file that is open. */
static char readers[SENTENCE_READERS_SIZE];

void sentence_tell_readers(const char *names)
{
    snprintf(readers, sizeof(readers), "%s", names);
}

static const char *advice_restricted(void)
{
    static char advice[SENTENCE_READERS_SIZE + 200];
    /* TRANSLATORS: %s are names of users with their roles. */
    const char *text = _("Ask somebody who reads restricted files: %s.");
    const char *hole = strstr(text, "%s");
    if (hole == NULL || readers[0] == '\0')
        return NULL;
    snprintf(advice, sizeof(advice), "%.*s%s%s", (int)(hole - text), text, readers, hole + 2);
    return advice;
}

const char *sentence_advice(enum status status)
{
    const char *named = status == STATUS_RESTRICTED ? advice_restricted() : NULL;
    if (named != NULL)
        return named;
    return language_text(sentences[status].advice);
}

void sentence_write_name(FILE *stream, const char *name)
{
    for (const unsigned char *at = (const unsigned char *)name; *at != '\0'; at++) {
        bool is_c1 = at[0] == 0xC2 && at[1] >= 0x80 && at[1] < 0xA0;
        bool is_control = *at < 0x20 || *at == 0x7F || is_c1;
        fputc(is_control ? '?' : *at, stream);
        at += is_c1;
    }
}

void sentence_write_value(FILE *stream, const char *value, size_t column, size_t indent)
{
    char *text = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&text, &size);
    if (memory == NULL) {
        sentence_write_name(stream, value);
        fputc('\n', stream);
        return;
    }
    sentence_write_name(memory, value);
    if (fclose(memory) == 0)
        paragraph_continue(stream, text, column, indent, paragraph_width(stream, true));
    free(text);
}

void sentence_fill(FILE *stream, const char *text, const char *placeholder, const char *value)
{
    const char *found = strstr(text, placeholder);
    if (found == NULL) {
        fputs(text, stream);
        return;
    }
    fwrite(text, 1, (size_t)(found - text), stream);
    sentence_write_name(stream, value);
    fputs(found + strlen(placeholder), stream);
}

static void write_subject(FILE *stream, const char *subject)
{
    fputs("qadam: ", stream);
    if (subject == NULL)
        return;
    sentence_write_name(stream, subject);
    fputs(": ", stream);
}

static void sentence_compose(FILE *stream, const char *subject, const struct error *error)
{
    const char *advice = sentence_advice(error->status);
    char number[24];
    snprintf(number, sizeof(number), "%lld", error->number);
    write_subject(stream, subject);
    sentence_fill(stream, sentence_text(error->status, error->number != 0), "%lld", number);
    if (advice[0] != '\0')
        fprintf(stream, " %s", advice);
    if (sentences[error->status].shows_detail && error->detail[0] != '\0')
        /* TRANSLATORS: what follows is technical, in English, for whoever helps the clerk. */
        fprintf(stream, " (%s %s)", _("for support:"), error->detail);
}

void sentence_write(FILE *stream, const char *subject, const struct error *error)
{
    char *text = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&text, &size);
    if (memory == NULL)
        return;
    sentence_compose(memory, subject, error);
    fclose(memory);
    sentence_write_text(stream, text);
    free(text);
}

void sentence_say(const char *subject, const char *text)
{
    char *whole = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&whole, &size);
    if (memory == NULL)
        return;
    write_subject(memory, subject);
    fputs(text, memory);
    fclose(memory);
    sentence_write_text(stderr, whole);
    free(whole);
}

void sentence_write_text(FILE *stream, const char *text)
{
    paragraph_write(stream, text, 0, paragraph_width(stream, true));
}

int sentence_fail(const char *subject, const struct error *error)
{
    sentence_write(stderr, subject, error);
    return (int)sentence_exit_code(error->status);
}
