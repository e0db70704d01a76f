/* SPDX-License-Identifier: Apache-2.0 */
#include "demo/demo_random.h"

static uint64_t mix(uint64_t value)
{
    value = (value ^ (value >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    value = (value ^ (value >> 27)) * UINT64_C(0x94D049BB133111EB);
    return value ^ (value >> 31);
}

struct demo_random demo_random_begin(uint64_t seed, enum demo_purpose purpose, long number)
{
    uint64_t state = mix(seed + UINT64_C(0x9E3779B97F4A7C15));
    state = mix(state ^ (uint64_t)purpose);
    return (struct demo_random){ mix(state ^ (uint64_t)number) };
}

uint64_t demo_random_next(struct demo_random *random)
{
    random->state += UINT64_C(0x9E3779B97F4A7C15);
    return mix(random->state);
}

long demo_random_below(struct demo_random *random, long limit)
{
    return (long)((demo_random_next(random) >> 32) * (uint64_t)limit >> 32);
}

long demo_random_between(struct demo_random *random, long least, long most)
{
    return least + demo_random_below(random, most - least + 1);
}

bool demo_random_chance(struct demo_random *random, long percent)
{
    return demo_random_below(random, 100) < percent;
}

size_t demo_random_weighted(struct demo_random *random, const unsigned char *weights, size_t count)
{
    long sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += weights[i];
    long at = demo_random_below(random, sum);
    size_t chosen = 0;
    while (at >= weights[chosen])
        at -= weights[chosen++];
    return chosen;
}
