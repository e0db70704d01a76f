/* SPDX-License-Identifier: Apache-2.0 */
#include "search/sound_set.h"

#include "name/likeness.h"
#include "search/sound_store.h"

#include <string.h>

enum {
    PREFIX_ROWS_MAX = 3000,
    DISTANCE_SENSE = 3,
    DISTANCE_OTHER_NAME = 13, /* from here on the lexicon's word counts */
    DISTANCE_BEGUN = 34,
    DISTANCE_SLIP = 112,
    SLIP_SOUNDS_MIN = 3,
    BEGUN_PENALTY = 4, /* a whole name comes before a begun one */
};

struct gathering {
    struct sound_set *set;
    const struct lexicon *lexicon;
    char wanted[SOUND_SIZE];
    size_t wanted_length;
    struct lexicon_senses senses;
    enum sound_search search;
};

static bool is_nearer(const struct sound_choice *left, const struct sound_choice *right)
{
    if (left->distance != right->distance)
        return left->distance < right->distance;
    return left->people > right->people;
}

static void set_add(struct sound_set *set, const char *skeleton, int distance, long long people)
{
    struct sound_choice choice = { .distance = distance, .people = people };
    size_t size = strlen(skeleton) + 1;
    if (size > sizeof(choice.skeleton) || sound_set_distance(set, skeleton, size - 1) >= 0)
        return;
    memcpy(choice.skeleton, skeleton, size);
    if (set->count == SOUND_SET_MAX) {
        if (!is_nearer(&choice, &set->items[set->count - 1]))
            return;
        set->people -= set->items[--set->count].people;
    }
    size_t at = set->count++;
    for (; at > 0 && is_nearer(&choice, &set->items[at - 1]); at--)
        set->items[at] = set->items[at - 1];
    set->items[at] = choice;
    set->people += people;
}

int sound_set_distance(const struct sound_set *set, const char *skeleton, size_t length)
{
    for (size_t i = 0; i < set->count; i++)
        if (strncmp(set->items[i].skeleton, skeleton, length) == 0 &&
            set->items[i].skeleton[length] == '\0')
            return set->items[i].distance;
    return -1;
}

/* How near the beginning of a name is; a little more or less of it can be what was typed. */
static int begun_distance(const char *wanted, size_t length, const char *name)
{
    char start[SOUND_SIZE];
    int best = LIKENESS_ENOUGH;
    size_t name_length = strlen(name);
    for (size_t take = length > 1 ? length - 1 : 1; take <= length + 1 && take <= name_length;
         take++) {
        memcpy(start, name, take);
        start[take] = '\0';
        struct likeness likeness = likeness_of(wanted, start);
        if (likeness.hard == 0 && likeness.distance < best)
            best = likeness.distance;
    }
    return best;
}

static int tolerance_of(size_t length)
{
    return 12 + 11 * (int)length;
}

/* -1 when the name of the vocabulary is not what was typed. */
static int distance_to(const struct gathering *gathering, const char *name)
{
    struct likeness likeness = likeness_of(gathering->wanted, name);
    struct lexicon_senses senses = lexicon_find(gathering->lexicon, name);
    if (likeness.distance == 0)
        return 0;
    if (lexicon_senses_meet(&senses, &gathering->senses))
        return DISTANCE_SENSE;
    bool are_others =
        senses.count > 0 && gathering->senses.count > 0 && likeness.distance >= DISTANCE_OTHER_NAME;
    if (!are_others && likeness.hard == 0 &&
        likeness.distance <= tolerance_of(gathering->wanted_length))
        return likeness.distance;
    if (gathering->search == SOUND_SEARCH_BEGUN) {
        int begun = begun_distance(gathering->wanted, gathering->wanted_length, name);
        if (begun <= DISTANCE_BEGUN)
            return begun + BEGUN_PENALTY;
    }
    if (gathering->search == SOUND_SEARCH_SLIP && likeness.hard <= 1 &&
        likeness.distance <= DISTANCE_SLIP && gathering->wanted_length >= SLIP_SOUNDS_MIN)
        return likeness.distance + (are_others ? DISTANCE_SLIP : 0);
    return -1;
}

static bool gather(void *self, const char *skeleton, long long people)
{
    struct gathering *gathering = self;
    int distance = distance_to(gathering, skeleton);
    if (distance >= 0)
        set_add(gathering->set, skeleton, distance, people);
    return true;
}

/* The other spellings that the lexicon knows may have quite other bones: Мухаммад, Магомед. */
static enum status gather_senses(struct gathering *gathering, struct store *store,
                                 const struct sound_visit *visit, struct error *error)
{
    enum status status = STATUS_OK;
    char bones[SOUND_SIZE], last[SOUND_SIZE] = "";
    for (size_t i = 0; i < gathering->senses.count; i++) {
        const char *skeleton;
        uint16_t name = gathering->senses.names[i];
        for (size_t form = 0; status == STATUS_OK &&
                              (skeleton = lexicon_skeleton(gathering->lexicon, name, form)) != NULL;
             form++) {
            sound_bones(bones, skeleton);
            if (strcmp(bones, last) == 0)
                continue;
            memcpy(last, bones, sizeof(last));
            status = sound_each(store, bones, false, 0, visit, error);
        }
    }
    return status;
}

/* What is begun with s can go on with h: "Xus", "Xush". */
static bool may_become_another_sound(const struct letters *word)
{
    uint32_t last = word->items[word->count - 1];
    return word->count > 1 && last < 0x80 && strchr("sczkgdt", (char)last) != NULL;
}

static enum status gather_begun(struct store *store, const struct name_part *part,
                                const char *bones, const struct sound_visit *visit,
                                struct error *error)
{
    char shorter[SOUND_SIZE];
    size_t length = strlen(bones);
    enum status status = sound_each(store, bones, true, PREFIX_ROWS_MAX, visit, error);
    if (status != STATUS_OK || length < 2 || !may_become_another_sound(&part->letters))
        return status;
    memcpy(shorter, bones, length - 1);
    shorter[length - 1] = '\0';
    return sound_each(store, shorter, true, PREFIX_ROWS_MAX, visit, error);
}

/* Looks for one form of the word. */
static enum status gather_form(struct gathering *gathering, struct store *store,
                               const struct name_part *part, const char *sounds,
                               struct error *error)
{
    char bones[SOUND_SIZE];
    const struct sound_visit visit = { gather, gathering };
    sound_skeleton(gathering->wanted, sounds);
    gathering->wanted_length = strlen(gathering->wanted);
    if (gathering->wanted_length == 0)
        return STATUS_OK;
    gathering->senses = lexicon_find(gathering->lexicon, gathering->wanted);
    sound_bones(bones, gathering->wanted);
    enum status status = sound_each(store, bones, false, 0, &visit, error);
    if (status == STATUS_OK)
        status = gather_senses(gathering, store, &visit, error);
    if (status == STATUS_OK && gathering->search == SOUND_SEARCH_BEGUN)
        status = gather_begun(store, part, bones, &visit, error);
    if (status == STATUS_OK && gathering->search == SOUND_SEARCH_SLIP)
        status = sound_each_slip(store, bones, &visit, error);
    return status;
}

enum status sound_set_find(struct sound_set *out, struct store *store,
                           const struct lexicon *lexicon, const struct name_part *part,
                           enum sound_search search, struct error *error)
{
    struct gathering gathering = { .set = out, .lexicon = lexicon, .search = search };
    out->count = 0;
    out->people = 0;
    enum status status = gather_form(&gathering, store, part, part->stem.sounds, error);
    /* "Zarina" typed as a name may be one although it ends like a surname. */
    if (status == STATUS_OK && strcmp(part->stem.sounds, part->sounds) != 0 &&
        (out->count == 0 || search == SOUND_SEARCH_BEGUN))
        status = gather_form(&gathering, store, part, part->sounds, error);
    /* "Rahimo" is Rahimov begun. */
    if (search == SOUND_SEARCH_BEGUN && part->stem.role == NAME_ROLE_PLAIN) {
        char stem[SOUND_SIZE];
        gathering.search = SOUND_SEARCH_SAME;
        for (size_t cut = 1; status == STATUS_OK && stem_cut_begun_ending(stem, part->sounds, cut);
             cut++)
            status = gather_form(&gathering, store, part, stem, error);
    }
    return status;
}
