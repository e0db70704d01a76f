/* SPDX-License-Identifier: Apache-2.0 */

/* Two names with a tab between them, as a list of names to compare holds them: any bytes.  What is
 * refused is refused alone and in company; what is accepted is its own name, and the verdict does
 * not ask which of the two came first. */
#include "fuzz/fuzz.h"

#include <math.h>
#include <string.h>

#include "name/comparison.h"

static const struct lexicon *lexicon;

static char *copy_of(const uint8_t *bytes, size_t size)
{
    char *text = malloc(size + 1);
    REQUIRE(text != NULL);
    if (size > 0)
        memcpy(text, bytes, size);
    text[size] = '\0';
    return text;
}

static void check_part(const struct name_part *part)
{
    REQUIRE(part->sounds[0] != '\0');
    REQUIRE(memchr(part->sounds, '\0', sizeof(part->sounds)) != NULL);
    REQUIRE(memchr(part->stem.sounds, '\0', sizeof(part->stem.sounds)) != NULL);
    REQUIRE(part->letters.count > 0 && part->letters.count <= LETTERS_MAX);
    REQUIRE(part->stem.role < NAME_ROLE_COUNT);
    REQUIRE(part->senses.count <= LEXICON_SENSES_MAX);
}

static bool check_parts(const char *text)
{
    struct name_parts parts, joined;
    enum status status = name_parts_read(&parts, lexicon, text, NULL);
    REQUIRE(status == STATUS_OK || status == STATUS_TEXT_INVALID ||
            status == STATUS_TEXT_TOO_LONG || status == STATUS_TEXT_EMPTY);
    if (status != STATUS_OK)
        return false;
    REQUIRE(parts.count > 0 && parts.count <= NAME_PARTS_MAX);
    for (size_t i = 0; i < parts.count; i++) {
        check_part(&parts.items[i]);
        if (name_parts_join(&joined, lexicon, &parts, i))
            REQUIRE(joined.count + 1 == parts.count);
    }
    return true;
}

static void check_result(const struct name_comparison *result)
{
    REQUIRE(result->score >= 0 && result->score <= 1);
    REQUIRE(result->reasons != 0 && result->reasons >> NAME_REASON_COUNT == 0);
    REQUIRE(!result->is_same || result->score >= NAME_SCORE_SAME);
}

static void check_itself(const char *name)
{
    struct name_comparison result;
    REQUIRE(name_compare(&result, lexicon, name, name, NULL) == STATUS_OK);
    check_result(&result);
    REQUIRE(result.is_same && result.score > 0.999);
    REQUIRE(result.reasons == 1U << NAME_REASON_SAME);
}

static void check_pair(const char *left, const char *right, bool is_accepted)
{
    struct name_comparison forth, back;
    enum status status = name_compare(&forth, lexicon, left, right, NULL);
    enum status status_back = name_compare(&back, lexicon, right, left, NULL);
    /* Two names can each be read and still not be compared: Arabic letters with others. */
    bool is_apart = is_accepted && status == STATUS_TEXT_EMPTY;
    REQUIRE((status == STATUS_OK) == (is_accepted && !is_apart));
    REQUIRE((status_back == STATUS_OK) == (status == STATUS_OK));
    if (status != STATUS_OK)
        return;
    check_result(&forth);
    REQUIRE(forth.is_same == back.is_same);
    REQUIRE(fabs(forth.score - back.score) < 1e-9);
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    lexicon = lexicon_shared();
    REQUIRE(lexicon != NULL);
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const uint8_t *tab = size == 0 ? NULL : memchr(data, '\t', size);
    size_t left_size = tab == NULL ? size : (size_t)(tab - data);
    char *left = copy_of(data, left_size);
    char *right = tab == NULL ? copy_of(data, size) : copy_of(tab + 1, size - left_size - 1);
    bool left_is_accepted = check_parts(left), right_is_accepted = check_parts(right);
    if (left_is_accepted)
        check_itself(left);
    if (right_is_accepted)
        check_itself(right);
    check_pair(left, right, left_is_accepted && right_is_accepted);
    free(left);
    free(right);
    return 0;
}
