/* SPDX-License-Identifier: Apache-2.0 */
#include "name/country_code.h"

#include <stdlib.h>
#include <string.h>

struct country {
    char three[COUNTRY_ICAO_SIZE];
    char two[COUNTRY_ICAO_SIZE]; /* "" when ISO 3166-1 has none */
};

/* In the order of the three letters. */
// clang-format off
static const struct country countries[] = {
    { "ABW", "AW" }, { "AFG", "AF" }, { "AGO", "AO" }, { "AIA", "AI" }, { "ALA", "AX" },
    { "ALB", "AL" }, { "AND", "AD" }, { "ANT", "" }, { "ARE", "AE" }, { "ARG", "AR" },
    { "ARM", "AM" }, { "ASM", "AS" }, { "ATA", "AQ" }, { "ATF", "TF" }, { "ATG", "AG" },
    { "AUS", "AU" }, { "AUT", "AT" }, { "AZE", "AZ" }, { "BDI", "BI" }, { "BEL", "BE" },
    { "BEN", "BJ" }, { "BES", "BQ" }, { "BFA", "BF" }, { "BGD", "BD" }, { "BGR", "BG" },
    { "BHR", "BH" }, { "BHS", "BS" }, { "BIH", "BA" }, { "BLM", "BL" }, { "BLR", "BY" },
    { "BLZ", "BZ" }, { "BMU", "BM" }, { "BOL", "BO" }, { "BRA", "BR" }, { "BRB", "BB" },
    { "BRN", "BN" }, { "BTN", "BT" }, { "BUR", "" }, { "BVT", "BV" }, { "BWA", "BW" },
    { "CAF", "CF" }, { "CAN", "CA" }, { "CCK", "CC" }, { "CHE", "CH" }, { "CHL", "CL" },
    { "CHN", "CN" }, { "CIV", "CI" }, { "CMR", "CM" }, { "COD", "CD" }, { "COG", "CG" },
    { "COK", "CK" }, { "COL", "CO" }, { "COM", "KM" }, { "CPV", "CV" }, { "CRI", "CR" },
    { "CSK", "" }, { "CUB", "CU" }, { "CUW", "CW" }, { "CXR", "CX" }, { "CYM", "KY" },
    { "CYP", "CY" }, { "CZE", "CZ" }, { "D", "" }, { "DDR", "" }, { "DEU", "DE" }, { "DJI", "DJ" },
    { "DMA", "DM" }, { "DNK", "DK" }, { "DOM", "DO" }, { "DZA", "DZ" }, { "ECU", "EC" },
    { "EGY", "EG" }, { "ERI", "ER" }, { "ESH", "EH" }, { "ESP", "ES" }, { "EST", "EE" },
    { "ETH", "ET" }, { "EUE", "" }, { "FIN", "FI" }, { "FJI", "FJ" }, { "FLK", "FK" },
    { "FRA", "FR" }, { "FRO", "FO" }, { "FSM", "FM" }, { "GAB", "GA" }, { "GBD", "" },
    { "GBN", "" }, { "GBO", "" }, { "GBP", "" }, { "GBR", "GB" }, { "GBS", "" }, { "GEO", "GE" },
    { "GGY", "GG" }, { "GHA", "GH" }, { "GIB", "GI" }, { "GIN", "GN" }, { "GLP", "GP" },
    { "GMB", "GM" }, { "GNB", "GW" }, { "GNQ", "GQ" }, { "GRC", "GR" }, { "GRD", "GD" },
    { "GRL", "GL" }, { "GTM", "GT" }, { "GUF", "GF" }, { "GUM", "GU" }, { "GUY", "GY" },
    { "HKG", "HK" }, { "HMD", "HM" }, { "HND", "HN" }, { "HRV", "HR" }, { "HTI", "HT" },
    { "HUN", "HU" }, { "IDN", "ID" }, { "IMN", "IM" }, { "IND", "IN" }, { "IOT", "IO" },
    { "IRL", "IE" }, { "IRN", "IR" }, { "IRQ", "IQ" }, { "ISL", "IS" }, { "ISR", "IL" },
    { "ITA", "IT" }, { "JAM", "JM" }, { "JEY", "JE" }, { "JOR", "JO" }, { "JPN", "JP" },
    { "KAZ", "KZ" }, { "KEN", "KE" }, { "KGZ", "KG" }, { "KHM", "KH" }, { "KIR", "KI" },
    { "KNA", "KN" }, { "KOR", "KR" }, { "KWT", "KW" }, { "LAO", "LA" }, { "LBN", "LB" },
    { "LBR", "LR" }, { "LBY", "LY" }, { "LCA", "LC" }, { "LIE", "LI" }, { "LKA", "LK" },
    { "LSO", "LS" }, { "LTU", "LT" }, { "LUX", "LU" }, { "LVA", "LV" }, { "MAC", "MO" },
    { "MAF", "MF" }, { "MAR", "MA" }, { "MCO", "MC" }, { "MDA", "MD" }, { "MDG", "MG" },
    { "MDV", "MV" }, { "MEX", "MX" }, { "MHL", "MH" }, { "MKD", "MK" }, { "MLI", "ML" },
    { "MLT", "MT" }, { "MMR", "MM" }, { "MNE", "ME" }, { "MNG", "MN" }, { "MNP", "MP" },
    { "MOZ", "MZ" }, { "MRT", "MR" }, { "MSR", "MS" }, { "MTQ", "MQ" }, { "MUS", "MU" },
    { "MWI", "MW" }, { "MYS", "MY" }, { "MYT", "YT" }, { "NAM", "NA" }, { "NCL", "NC" },
    { "NER", "NE" }, { "NFK", "NF" }, { "NGA", "NG" }, { "NIC", "NI" }, { "NIU", "NU" },
    { "NLD", "NL" }, { "NOR", "NO" }, { "NPL", "NP" }, { "NRU", "NR" }, { "NTZ", "" },
    { "NZL", "NZ" }, { "OMN", "OM" }, { "PAK", "PK" }, { "PAN", "PA" }, { "PCN", "PN" },
    { "PER", "PE" }, { "PHL", "PH" }, { "PLW", "PW" }, { "PNG", "PG" }, { "POL", "PL" },
    { "PRI", "PR" }, { "PRK", "KP" }, { "PRT", "PT" }, { "PRY", "PY" }, { "PSE", "PS" },
    { "PYF", "PF" }, { "QAT", "QA" }, { "REU", "RE" }, { "RKS", "" }, { "ROU", "RO" },
    { "RUS", "RU" }, { "RWA", "RW" }, { "SAU", "SA" }, { "SCG", "" }, { "SDN", "SD" },
    { "SEN", "SN" }, { "SGP", "SG" }, { "SGS", "GS" }, { "SHN", "SH" }, { "SJM", "SJ" },
    { "SLB", "SB" }, { "SLE", "SL" }, { "SLV", "SV" }, { "SMR", "SM" }, { "SOM", "SO" },
    { "SPM", "PM" }, { "SRB", "RS" }, { "SSD", "SS" }, { "STP", "ST" }, { "SUN", "" },
    { "SUR", "SR" }, { "SVK", "SK" }, { "SVN", "SI" }, { "SWE", "SE" }, { "SWZ", "SZ" },
    { "SXM", "SX" }, { "SYC", "SC" }, { "SYR", "SY" }, { "TCA", "TC" }, { "TCD", "TD" },
    { "TGO", "TG" }, { "THA", "TH" }, { "TJK", "TJ" }, { "TKL", "TK" }, { "TKM", "TM" },
    { "TLS", "TL" }, { "TMP", "" }, { "TON", "TO" }, { "TTO", "TT" }, { "TUN", "TN" },
    { "TUR", "TR" }, { "TUV", "TV" }, { "TWN", "TW" }, { "TZA", "TZ" }, { "UGA", "UG" },
    { "UKR", "UA" }, { "UMI", "UM" }, { "UNA", "" }, { "UNK", "" }, { "UNO", "" }, { "URY", "UY" },
    { "USA", "US" }, { "UTO", "" }, { "UZB", "UZ" }, { "VAT", "VA" }, { "VCT", "VC" },
    { "VEN", "VE" }, { "VGB", "VG" }, { "VIR", "VI" }, { "VNM", "VN" }, { "VUT", "VU" },
    { "WLF", "WF" }, { "WSM", "WS" }, { "XBA", "" }, { "XCC", "" }, { "XCE", "" }, { "XCO", "" },
    { "XDC", "" }, { "XEC", "" }, { "XES", "" }, { "XIM", "" }, { "XMP", "" }, { "XOM", "" },
    { "XPO", "" }, { "XXA", "" }, { "XXB", "" }, { "XXC", "" }, { "XXX", "" }, { "YEM", "YE" },
    { "YMD", "" }, { "YUG", "" }, { "ZAF", "ZA" }, { "ZAR", "" }, { "ZMB", "ZM" }, { "ZWE", "ZW" },
};
// clang-format on

static int country_compare(const void *code, const void *country)
{
    return strcmp(code, ((const struct country *)country)->three);
}

bool country_code_exists(const char *code)
{
    return bsearch(code, countries, sizeof(countries) / sizeof(countries[0]), sizeof(countries[0]),
                   country_compare) != NULL;
}

const char *country_code_to_three_letters(const char *code)
{
    if (code[0] == '\0')
        return NULL;
    for (size_t i = 0; i < sizeof(countries) / sizeof(countries[0]); i++)
        if (strcmp(countries[i].two, code) == 0)
            return countries[i].three;
    return NULL;
}

const char *country_code_at(size_t index)
{
    for (size_t i = 0; i < sizeof(countries) / sizeof(countries[0]); i++)
        if (countries[i].two[0] != '\0' && index-- == 0)
            return countries[i].three;
    return NULL;
}
