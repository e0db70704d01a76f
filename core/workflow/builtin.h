/* SPDX-License-Identifier: Apache-2.0 */

/* The files of definitions/, put into the program when it is built. */
#ifndef QADAM_WORKFLOW_BUILTIN_H
#define QADAM_WORKFLOW_BUILTIN_H

#include "yaml/yaml_reader.h"

extern const struct yaml_source builtin_definitions[];
extern const size_t builtin_definitions_count;

#endif
