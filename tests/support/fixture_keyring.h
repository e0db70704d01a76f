/* SPDX-License-Identifier: Apache-2.0 */

/* Keys to restricted casefiles for a store that no office file opened: FIXTURE_USER reads every
 * compartment. */
#ifndef QADAM_TESTS_SUPPORT_FIXTURE_KEYRING_H
#define QADAM_TESTS_SUPPORT_FIXTURE_KEYRING_H

struct store;

void fixture_keyring_give(struct store *store);
/* Before the store is closed. */
void fixture_keyring_take(struct store *store);

#endif
