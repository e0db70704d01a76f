/* SPDX-License-Identifier: Apache-2.0 */

/* Chance that repeats itself: the same on every PC, for data that is meant to be invented.  Never
 * for anything secret.  The generator is SplitMix64 (Steele, Lea, Flood: "Fast splittable
 * pseudorandom number generators", OOPSLA 2014). */
#ifndef QADAM_DEMO_DEMO_RANDOM_H
#define QADAM_DEMO_DEMO_RANDOM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What the numbers are for: each purpose has its own, so that one more use of one of them leaves
 * the rest of the world as it was. */
enum demo_purpose {
    DEMO_PURPOSE_BLOCK,
    DEMO_PURPOSE_HOUSEHOLD,
    DEMO_PURPOSE_HOME,
    DEMO_PURPOSE_NAME,
    DEMO_PURPOSE_PERSON,
    DEMO_PURPOSE_TWIN,
    DEMO_PURPOSE_PAPER,
    DEMO_PURPOSE_ID,
    DEMO_PURPOSE_AGENCY,
    DEMO_PURPOSE_CASEFILE,
    DEMO_PURPOSE_DIARY,
};

struct demo_random {
    uint64_t state;
};

struct demo_random demo_random_begin(uint64_t seed, enum demo_purpose purpose, long number);

uint64_t demo_random_next(struct demo_random *random);

/* 0 to limit - 1; limit is at least 1. */
long demo_random_below(struct demo_random *random, long limit);

/* least to most, both included. */
long demo_random_between(struct demo_random *random, long least, long most);

/* True in so many of a hundred times. */
bool demo_random_chance(struct demo_random *random, long percent);

/* An index into weights, each as often as its weight says; their sum is at least 1. */
size_t demo_random_weighted(struct demo_random *random, const unsigned char *weights, size_t count);

#endif
