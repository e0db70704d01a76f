# SPDX-License-Identifier: Apache-2.0
# Writes one C table from the files NNNN_name.sql given in order.  Refuses gaps, double numbers
# and anything but ASCII.  Each text is an array of characters, because a C compiler need not
# take string literals of more than 4095.
function fail(text) {
    print FILENAME ": " text > "/dev/stderr"
    failed = 1
    exit 1
}
function emit(character) {
    if (character == "'" || character == "\\")
        character = "\\" character
    printf "'%s',", character
}
FNR == 1 {
    file = FILENAME
    sub(/^.*\//, "", file)
    if (file !~ /^[0-9][0-9][0-9][0-9]_[a-z0-9_]+\.sql$/)
        fail("is not named NNNN_name.sql")
    if (substr(file, 1, 4) + 0 != count + 1)
        fail("should have the number " count + 1)
    if (count > 0)
        print "0};"
    else
        print "#include \"store/migrate.h\"\n"
    count++
    name[count] = substr(file, 6, length(file) - 9)
    printf "static const char sql_%d[] = {\n", count
}
/[^\t -~]/ { fail("line " FNR " is not plain ASCII") }
{
    for (i = 1; i <= length($0); i++)
        emit(substr($0, i, 1))
    print "'\\n',"
}
END {
    if (failed)
        exit 1
    print "0};\n\nconst struct migration migrations[] = {"
    for (i = 1; i <= count; i++)
        printf "    { %d, \"%s\", sql_%d },\n", i, name[i], i
    print "};\nconst size_t migration_count = " count ";"
}
