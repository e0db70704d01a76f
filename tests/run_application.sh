#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Opens the application on a file of invented people in the folder named as the argument.  Without a
# terminal it says what to do instead.
set -eu
program=${QADAM:-./qadam}
folder=${1:?usage: run_application.sh FOLDER}
file=$folder/practice.qadam

mkdir -p "$folder"
[ -e "$file" ] || "$program" demo "$file"
if [ -t 0 ] && [ -t 1 ]; then
    exec "$program" "$file"
fi
cat <<EOF
The application needs a terminal, and there is none here.  Open one and type

    $program $file

The user is "demo", the passphrase "demo"; nobody in that file is real.  What the commands show
without a terminal: make check plays it, or sh tests/run_demo.sh FOLDER.
EOF
