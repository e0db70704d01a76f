/* SPDX-License-Identifier: Apache-2.0 */
#ifndef QADAM_VERSION_H
#define QADAM_VERSION_H

#define QADAM_VERSION "0.1"

#endif
