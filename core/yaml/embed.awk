# SPDX-License-Identifier: Apache-2.0
# Writes one C table of sources from text files:
#   LC_ALL=C awk -v name=country_packs -v root=core/country/ -f embed.awk FILE...
# gives "const struct yaml_source country_packs[]" and "country_packs_count"; each source is named by
# its path below root.  Each text is an array of characters, because a C compiler need not take
# string literals of more than 4095.
function fail(text) {
    print FILENAME ": " text > "/dev/stderr"
    failed = 1
    exit 1
}
function emit(character) {
    if (character ~ /[^\t -~]/)
        character = sprintf("\\%03o", code[character])
    else if (character == "'" || character == "\\")
        character = "\\" character
    printf "'%s',", character
}
BEGIN {
    for (i = 128; i < 256; i++)
        code[sprintf("%c", i)] = i
    print "#include \"yaml/yaml_reader.h\"\n"
}
FNR == 1 {
    if (index(FILENAME, root) != 1)
        fail("does not lie below " root)
    if (count > 0)
        print "0};"
    count++
    source[count] = substr(FILENAME, length(root) + 1)
    printf "static const char text_%d[] = {\n", count
}
/[\001-\010\013-\037\177]/ { fail("line " FNR " holds a control character") }
{
    for (i = 1; i <= length($0); i++)
        emit(substr($0, i, 1))
    print "'\\n',"
}
END {
    if (!failed && count == 0)
        print name ": no file was given" > "/dev/stderr"
    if (failed || count == 0)
        exit 1
    print "0};\n"
    printf "extern const struct yaml_source %s[];\nextern const size_t %s_count;\n", name, name
    printf "const struct yaml_source %s[] = {\n", name
    for (i = 1; i <= count; i++)
        printf "    { \"%s\", text_%d, sizeof(text_%d) - 1 },\n", source[i], i, i
    printf "};\nconst size_t %s_count = %d;\n", name, count
}
