/* SPDX-License-Identifier: Apache-2.0 */
#include "name/lexicon.h"

#include "base/array.h"
#include "name/letters.h"
#include "name/lexicon/entries.h"
#include "name/sound.h"
#include "name/stem.h"

#include <stdlib.h>
#include <string.h>

enum { SPELLING_SIZE = 4 * LETTERS_MAX };

/* One string of sounds and the names it can be. */
struct slot {
    uint32_t sounds; /* where in the text; 0: the slot is free */
    struct lexicon_senses senses;
};

/* One of the sounds of a name. */
struct form {
    uint32_t sounds;
    uint32_t next; /* the name's form before this one, counted from 1; 0: none */
};

struct lexicon {
    char *text; /* all sounds, each with its closing zero; begins with an empty one */
    size_t text_count, text_capacity;
    struct slot *slots;
    size_t slot_count; /* a power of two */
    struct form *forms;
    size_t form_count, form_capacity;
    uint32_t *last_form; /* for each name */
    char *sexes;
    size_t name_count;
};

static uint32_t hash_of(const char *sounds)
{
    uint32_t hash = 2166136261U;
    for (; *sounds != '\0'; sounds++)
        hash = (hash ^ (unsigned char)*sounds) * 16777619U;
    return hash;
}

static struct slot *slot_of(const struct lexicon *lexicon, const char *sounds)
{
    size_t mask = lexicon->slot_count - 1;
    size_t at = hash_of(sounds) & mask;
    while (lexicon->slots[at].sounds != 0 &&
           strcmp(lexicon->text + lexicon->slots[at].sounds, sounds) != 0)
        at = (at + 1) & mask;
    return &lexicon->slots[at];
}

static bool has_sense(const struct lexicon_senses *senses, uint16_t name)
{
    for (size_t i = 0; i < senses->count; i++)
        if (senses->names[i] == name)
            return true;
    return false;
}

/* ---- building */

static enum status keep_text(struct lexicon *lexicon, uint32_t *out, const char *sounds,
                             struct error *error)
{
    size_t size = strlen(sounds) + 1;
    enum status status = array_reserve(&lexicon->text, &lexicon->text_capacity, 1,
                                       lexicon->text_count + size, error);
    if (status != STATUS_OK)
        return status;
    *out = (uint32_t)lexicon->text_count;
    memcpy(lexicon->text + lexicon->text_count, sounds, size);
    lexicon->text_count += size;
    return STATUS_OK;
}

static enum status add_sounds(struct lexicon *lexicon, uint16_t name, const char *sounds,
                              struct error *error)
{
    struct slot *slot = slot_of(lexicon, sounds);
    if (sounds[0] == '\0' || has_sense(&slot->senses, name))
        return STATUS_OK;
    enum status status = STATUS_OK;
    if (slot->sounds == 0)
        status = keep_text(lexicon, &slot->sounds, sounds, error);
    if (status == STATUS_OK)
        status = array_reserve(&lexicon->forms, &lexicon->form_capacity, sizeof(*lexicon->forms),
                               lexicon->form_count + 1, error);
    if (status != STATUS_OK)
        return status;
    if (slot->senses.count < LEXICON_SENSES_MAX)
        slot->senses.names[slot->senses.count++] = name;
    lexicon->forms[lexicon->form_count++] = (struct form){ slot->sounds, lexicon->last_form[name] };
    lexicon->last_form[name] = (uint32_t)lexicon->form_count;
    return STATUS_OK;
}

/* A spelling with "_" for a space is kept as one word. */
static enum status add_spelling(struct lexicon *lexicon, uint16_t name, const char *spelling,
                                size_t length, struct error *error)
{
    char text[SPELLING_SIZE];
    char sounds[SOUND_SIZE], skeleton[SOUND_SIZE];
    struct letters_list list;
    size_t size = 0;
    for (size_t i = 0; i < length && size + 1 < sizeof(text); i++)
        if (spelling[i] != '_' && spelling[i] != '-')
            text[size++] = spelling[i];
    text[size] = '\0';
    letters_read(&list, text);
    if (list.count == 0)
        return STATUS_OK;
    sound_of_letters(sounds, &list.words[0]);
    stem_unify(sounds);
    sound_skeleton(skeleton, sounds);
    return add_sounds(lexicon, name, skeleton, error);
}

/* "kk:Мұхаммед ru:Мухаммад,Магомед": the tags are of no interest here. */
static enum status add_entry(struct lexicon *lexicon, const struct lexicon_entry *entry,
                             struct error *error)
{
    enum status status = STATUS_OK;
    uint16_t name = (uint16_t)lexicon->name_count++;
    lexicon->sexes[name] = entry->sex;
    for (const char *at = entry->spellings; *at != '\0' && status == STATUS_OK;) {
        size_t length = strcspn(at, " ,:");
        if (at[length] != ':')
            status = add_spelling(lexicon, name, at, length, error);
        at += length + (at[length] != '\0');
    }
    return status;
}

static enum status add_all(struct lexicon *lexicon, struct error *error)
{
    enum status status = STATUS_OK;
    for (size_t table = 0; table < lexicon_table_count; table++)
        for (size_t i = 0; i < lexicon_tables[table].count && status == STATUS_OK; i++)
            status = add_entry(lexicon, &lexicon_tables[table].entries[i], error);
    return status;
}

/* How many spellings the tables hold, or a few more. */
static size_t count_spellings(size_t *names)
{
    size_t spellings = 0;
    *names = 0;
    for (size_t table = 0; table < lexicon_table_count; table++) {
        *names += lexicon_tables[table].count;
        for (size_t i = 0; i < lexicon_tables[table].count; i++)
            for (const char *at = lexicon_tables[table].entries[i].spellings; *at != '\0'; at++)
                spellings += *at == ',' || *at == ':';
    }
    return spellings;
}

enum status lexicon_new(struct lexicon **out, struct error *error)
{
    size_t names = 0;
    size_t spellings = count_spellings(&names);
    uint32_t empty;
    *out = NULL;
    struct lexicon *lexicon = calloc(1, sizeof(*lexicon));
    if (lexicon == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "lexicon");
    lexicon->slot_count = 64;
    while (lexicon->slot_count < spellings * 2)
        lexicon->slot_count *= 2;
    lexicon->slots = calloc(lexicon->slot_count, sizeof(*lexicon->slots));
    lexicon->last_form = calloc(names + 1, sizeof(*lexicon->last_form));
    lexicon->sexes = calloc(names + 1, 1);
    enum status status = STATUS_OK;
    if (lexicon->slots == NULL || lexicon->last_form == NULL || lexicon->sexes == NULL)
        status = error_set(error, STATUS_OUT_OF_MEMORY, "lexicon of %zu names", names);
    if (status == STATUS_OK)
        status = keep_text(lexicon, &empty, "", error);
    if (status == STATUS_OK)
        status = add_all(lexicon, error);
    if (status == STATUS_OK)
        *out = lexicon;
    else
        lexicon_free(&lexicon);
    return status;
}

void lexicon_free(struct lexicon **lexicon)
{
    if (*lexicon == NULL)
        return;
    free((*lexicon)->text);
    free((*lexicon)->slots);
    free((*lexicon)->forms);
    free((*lexicon)->last_form);
    free((*lexicon)->sexes);
    free(*lexicon);
    *lexicon = NULL;
}

const struct lexicon *lexicon_shared(void)
{
    static struct lexicon *shared;
    if (shared == NULL && lexicon_new(&shared, NULL) != STATUS_OK)
        return NULL;
    return shared;
}

/* ---- asking */

struct lexicon_senses lexicon_find(const struct lexicon *lexicon, const char *sounds)
{
    char skeleton[SOUND_SIZE];
    sound_skeleton(skeleton, sounds);
    return slot_of(lexicon, skeleton)->senses;
}

bool lexicon_knows(const struct lexicon *lexicon, const char *sounds)
{
    return lexicon_find(lexicon, sounds).count > 0;
}

bool lexicon_senses_meet(const struct lexicon_senses *left, const struct lexicon_senses *right)
{
    for (size_t i = 0; i < left->count; i++)
        if (has_sense(right, left->names[i]))
            return true;
    return false;
}

char lexicon_sex(const struct lexicon *lexicon, uint16_t name)
{
    return lexicon->sexes[name];
}

const char *lexicon_skeleton(const struct lexicon *lexicon, uint16_t name, size_t index)
{
    uint32_t form = lexicon->last_form[name];
    for (; form != 0 && index > 0; index--)
        form = lexicon->forms[form - 1].next;
    return form == 0 ? NULL : lexicon->text + lexicon->forms[form - 1].sounds;
}
