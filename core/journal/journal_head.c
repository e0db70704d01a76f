/* SPDX-License-Identifier: Apache-2.0 */
#include "journal/journal_head.h"

#include "store/query.h"

#include <string.h>

enum { PHRASE_BYTES = 8, SLIPS_MAX = 4 };

static const char SQL_LIST_HASHES[] =
    "SELECT sequence, hash FROM journal WHERE :entry = 0 OR sequence = :entry";
static const char SQL_COUNT[] = "SELECT coalesce(max(sequence), 0) FROM journal";

/* ---- writing */

void journal_head_format(char out[JOURNAL_HEAD_TEXT_SIZE],
                         const unsigned char hash[JOURNAL_HASH_SIZE])
{
    static const char digits[] = "0123456789abcdef";
    size_t at = 0;
    for (size_t i = 0; i < JOURNAL_HASH_SIZE; i++) {
        if (i > 0 && i * 2 % JOURNAL_HEAD_GROUP == 0)
            out[at++] = ' ';
        out[at++] = digits[hash[i] >> 4];
        out[at++] = digits[hash[i] & 0x0F];
    }
    out[at] = '\0';
}

void journal_head_phrase(char out[JOURNAL_PHRASE_SIZE], const unsigned char hash[JOURNAL_HASH_SIZE])
{
    static const char consonants[] = "bdfghjklmnprstvz";
    static const char vowels[] = "aiou";
    size_t at = 0;
    for (size_t i = 0; i < PHRASE_BYTES; i += 2) {
        const unsigned pair = (unsigned)hash[i] << 8 | hash[i + 1];
        if (i > 0)
            out[at++] = '-';
        out[at++] = consonants[pair >> 12];
        out[at++] = vowels[pair >> 10 & 3];
        out[at++] = consonants[pair >> 6 & 15];
        out[at++] = vowels[pair >> 4 & 3];
        out[at++] = consonants[pair & 15];
    }
    out[at] = '\0';
}

/* ---- reading */

static const struct {
    const char *sign;
    int value;
} signs[] = {
    { "a", 10 }, { "b", 11 }, { "c", 12 }, { "d", 13 }, { "e", 14 }, { "f", 15 }, { "A", 10 },
    { "B", 11 }, { "C", 12 }, { "D", 13 }, { "E", 14 }, { "F", 15 }, { "а", 10 }, { "А", 10 },
    { "в", 11 }, { "В", 11 }, { "с", 12 }, { "С", 12 }, { "е", 14 }, { "Е", 14 }, { "o", 0 },
    { "O", 0 },  { "о", 0 },  { "О", 0 },  { "I", 1 },  { "l", 1 },  { "|", 1 },  { "і", 1 },
    { "І", 1 },  { "з", 3 },  { "З", 3 },  { "б", 6 },
};

/* The value of the sign at text and its length in bytes; -1 when no head has it. */
static int sign_value(const char *text, size_t *length)
{
    *length = 1;
    if (*text >= '0' && *text <= '9')
        return *text - '0';
    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
        const size_t size = strlen(signs[i].sign);
        if (strncmp(text, signs[i].sign, size) == 0) {
            *length = size;
            return signs[i].value;
        }
    }
    return -1;
}

static bool is_between(char sign)
{
    return sign != '\0' && strchr(" -:.\t\r\n", sign) != NULL;
}

/* Groups are counted as they were typed. */
struct head_reading {
    const char *at;
    size_t group;
    size_t in_group;
    struct journal_head_fault fault;
};

static void end_group(struct head_reading *reading)
{
    if (reading->in_group > 0 && reading->in_group != JOURNAL_HEAD_GROUP &&
        reading->fault.group == 0)
        reading->fault.group = reading->group;
    reading->in_group = 0;
}

static void read_sign(struct head_reading *reading, unsigned char out[JOURNAL_HASH_SIZE])
{
    size_t length;
    const int value = sign_value(reading->at, &length);
    reading->group += reading->in_group == 0;
    reading->in_group++;
    reading->at += length;
    if (value < 0 && !reading->fault.is_strange) {
        reading->fault.is_strange = true;
        reading->fault.group = reading->group;
    }
    if (value >= 0 && reading->fault.signs < JOURNAL_HEAD_SIGNS) {
        unsigned char *byte = &out[reading->fault.signs / 2];
        *byte = (unsigned char)((unsigned)*byte << 4 | (unsigned)value);
    }
    reading->fault.signs++;
    while (((unsigned char)*reading->at & 0xC0) == 0x80) /* the rest of a strange letter */
        reading->at++;
}

bool journal_head_parse(unsigned char out[JOURNAL_HASH_SIZE], const char *typed,
                        struct journal_head_fault *fault)
{
    struct head_reading reading = { .at = typed };
    memset(out, 0, JOURNAL_HASH_SIZE);
    while (*reading.at != '\0')
        if (is_between(*reading.at)) {
            end_group(&reading);
            reading.at++;
        } else
            read_sign(&reading, out);
    if (!reading.fault.is_strange && reading.group > 1)
        end_group(&reading);
    if (fault != NULL)
        *fault = reading.fault;
    return reading.fault.signs == JOURNAL_HEAD_SIGNS && !reading.fault.is_strange;
}

/* ---- comparing */

static int count_different(const unsigned char *one, const unsigned char *other)
{
    int count = 0;
    for (size_t i = 0; i < JOURNAL_HASH_SIZE; i++) {
        const unsigned difference = (unsigned)(one[i] ^ other[i]);
        count += ((difference & 0xF0) != 0) + ((difference & 0x0F) != 0);
    }
    return count;
}

/* The entry, of all or of that one, whose hash is most like it. */
static enum status find_alike(struct store *store, const unsigned char hash[JOURNAL_HASH_SIZE],
                              long long entry, struct journal_head_finding *out,
                              struct error *error)
{
    struct query query;
    out->signs = JOURNAL_HEAD_SIGNS + 1;
    query_begin(&query, store, SQL_LIST_HASHES);
    query_bind_int64(&query, ":entry", entry);
    while (query_next_row(&query)) {
        size_t size = 0;
        const void *bytes = query_blob(&query, 1, &size);
        const int different =
            size == JOURNAL_HASH_SIZE ? count_different(hash, bytes) : JOURNAL_HEAD_SIGNS;
        if (different < out->signs) {
            out->signs = different;
            out->entry = query_int64(&query, 0);
        }
    }
    return query_end(&query, error);
}

static enum status count_entries(struct store *store, long long *out, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_COUNT);
    *out = query_next_row(&query) ? query_int64(&query, 0) : 0;
    return query_end(&query, error);
}

enum status journal_head_compare(struct store *store, const unsigned char hash[JOURNAL_HASH_SIZE],
                                 long long entry, struct journal_head_finding *out,
                                 struct error *error)
{
    long long count = 0;
    *out = (struct journal_head_finding){ .verdict = JOURNAL_HEAD_INSIDE };
    enum status status = journal_find_head(store, hash, &out->entry, error);
    if (status != STATUS_NOT_FOUND)
        return status;
    status = count_entries(store, &count, error);
    if (status == STATUS_OK && entry > count) {
        *out = (struct journal_head_finding){ JOURNAL_HEAD_CUT, count, 0 };
        return STATUS_OK;
    }
    if (status == STATUS_OK)
        status = find_alike(store, hash, entry, out, error);
    out->verdict = out->signs <= SLIPS_MAX ? JOURNAL_HEAD_ALIKE
                   : entry > 0             ? JOURNAL_HEAD_CHANGED
                                           : JOURNAL_HEAD_OUTSIDE;
    if (out->verdict == JOURNAL_HEAD_CHANGED)
        out->entry = entry;
    return status;
}
