/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "options.h"

Status command_match (const Options *options);
Status command_explain (const Options *options);
Status command_replay (const Options *options);
Status command_diff (const Options *options);
Status command_check (const Options *options);
Status command_pack (const Options *options);
Status command_rank (const Options *options);
Status command_policy (const Options *options);
Status command_vocabulary (const Options *options);
Status command_schema (const Options *options);

#endif
