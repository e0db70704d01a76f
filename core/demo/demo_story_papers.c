/* SPDX-License-Identifier: Apache-2.0 */

/* The papers on which the sample stories turn. */
#include "demo/demo_paper.h"
#include "demo/demo_story.h"

static const struct {
    long person;
    const char *type;
    enum document_state state;
    const char *number; /* NULL: not known, like all that follow */
    const char *country;
    const char *issuer;
    const char *issued_on;
    const char *expires_on;
    const char *remark;
} papers[] = {
    { DEMO_FARID, "asylum_seeker_certificate", DOCUMENT_HELD, "0000001", "KAZ",
      "Алматы қаласының әкімдігі", "2026-08-15", "2026-11-15", NULL },
    { DEMO_FARID, "id_card", DOCUMENT_LOST, NULL, "AFG", "NSIA Kabul", NULL, NULL,
      "Тазкира утеряна в пути" },
    { DEMO_GALINA, "stateless_certificate", DOCUMENT_HELD, "0000002", "UZB", "IIV 03201",
      "2019-04-02", "2029-04-01", "Зарегистрирована с 1998 года" },
    { DEMO_ULUGBEK, "passport", DOCUMENT_KEPT_BY_OTHER, "0000003", "UZB", "IIB 17208", "2022-07-11",
      "2032-07-10", "Паспорт у работодателя" },
    { DEMO_ULUGBEK, "patent", DOCUMENT_EXPIRED, "0000004", "KAZ", "ҚР ІІМ", "2026-05-26",
      "2026-10-26", NULL },
    { DEMO_BURUL, "ussr_passport_1974", DOCUMENT_HELD, "0000005", NULL, NULL, "1979-11-20", NULL,
      "Других документов нет" },
    { DEMO_ZARINA, "passport", DOCUMENT_LOST, NULL, "UZB", NULL, NULL, NULL, "Утерян в 2008 году" },
    { DEMO_SOMON, "birth_certificate", DOCUMENT_APPLIED_FOR, NULL, "TJK", "САҲШ", NULL, NULL,
      NULL },
    { DEMO_NIGINA, "birth_certificate", DOCUMENT_APPLIED_FOR, NULL, "TJK", "САҲШ", NULL, NULL,
      NULL },
    { DEMO_KOMRON, "birth_certificate", DOCUMENT_APPLIED_FOR, NULL, "TJK", "САҲШ", NULL, NULL,
      NULL },
    { DEMO_SERIK, "id_card", DOCUMENT_STOLEN, "0000006", "KAZ", "ҚР ІІМ", "2018-03-12",
      "2028-03-11", "Талон-уведомление полиции получен" },
    { DEMO_RUSLAN, "passport", DOCUMENT_HELD, "0000007", "KGZ", "МКК 211011", "2021-02-08",
      "2031-02-07", NULL },
    { DEMO_RUSLAN, "title_deed", DOCUMENT_KEPT_BY_OTHER, "0000008", "KGZ", NULL, "2009-06-30", NULL,
      "Дом продан двоюродным братом по оспариваемой доверенности" },
    { DEMO_AZAMAT, "passport", DOCUMENT_HELD, "0000009", "KGZ", "МКК 502031", "2020-10-05",
      "2030-10-04", NULL },
    { DEMO_OGULNUR, "passport", DOCUMENT_HELD, "0000010", "TKM", "TDMG", "2023-01-17", "2028-01-16",
      NULL },
    { DEMO_AYNA, "birth_certificate", DOCUMENT_LOST, NULL, "TKM", NULL, NULL, NULL, NULL },
    { DEMO_DAVLAT, "birth_certificate", DOCUMENT_LOST, NULL, "TJK", NULL, NULL, NULL,
      "Со слов матери, остался дома" },
};

static enum status read_day(struct day *out, const char *text, struct error *error)
{
    return text == NULL ? STATUS_OK : day_parse(out, text, error);
}

enum status demo_story_add_papers(const struct demo_world *world, struct error *error)
{
    enum status status = STATUS_OK;
    int number = 0;
    for (size_t i = 0; status == STATUS_OK && i < sizeof(papers) / sizeof(papers[0]); i++) {
        struct demo_paper paper = { .type = papers[i].type, .state = papers[i].state };
        number = i > 0 && papers[i].person == papers[i - 1].person ? number + 1 : 0;
        if (papers[i].person >= world->demo->people)
            continue;
        paper.series = papers[i].number == NULL ? NULL : "XD";
        paper.issuer_country = papers[i].country;
        demo_text_add(&paper.number, papers[i].number == NULL ? "" : papers[i].number);
        demo_text_add(&paper.issuer, papers[i].issuer == NULL ? "" : papers[i].issuer);
        demo_text_add(&paper.remark, papers[i].remark == NULL ? "" : papers[i].remark);
        status = read_day(&paper.issued_on, papers[i].issued_on, error);
        if (status == STATUS_OK)
            status = read_day(&paper.expires_on, papers[i].expires_on, error);
        if (status == STATUS_OK)
            status = demo_paper_add(world, papers[i].person, number, &paper, error);
    }
    return status;
}
