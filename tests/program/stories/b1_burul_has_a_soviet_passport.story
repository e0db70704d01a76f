# B-1.  Burul is 67.  All she has is a passport of the USSR of the model of 1974, issued in 1979; the
# state that issued it is gone, and no other took her name down.  Witnesses, a household book, an
# archive, a consulate, a commission - and at the end the country says: she is ours.
country KG
on 2026-06-08
open restoration as Бурул
answer safety
    danger: no
    medical: no
    shelter: no
finish safety
answer intake
    group: UND
    language: ky
    interpreter: no
    wish: A pension
finish intake
# Without a known citizenship the program speaks of statelessness at once, as an indication.
warning indication stateless
answer papers
    paper.1.kind: ussr_passport
    paper.1.issued_on: 1979-11-20
    paper.1.state: held
    paper.1.original: yes
finish papers
answer consent
    understands: yes
    given_by: person
    language: ky
    read_aloud: yes
    casework: yes
    reporting: yes
    sharing: yes
    share_with: authorities
    given_on: 2026-06-08
finish consent
# The fear of return is asked for before anybody may speak with a consulate.
next asylum_check
answer asylum_check
    fear: no
finish asylum_check
# Only the year of her birth is known, and that is enough to see that she is no child.
state child_check not_needed
skip trafficking
    reason: Nothing points to it
answer violence_check
    violence: no
finish violence_check
answer citizenship_check
    citizen: unknown
finish citizenship_check
answer service_need
    services: archive, civil_registry
    risk: low
finish service_need

next loss_report
answer loss_report
    matter: papers
    lost: passport, birth_certificate
    how: old_paper
    evidence.own_account: original
    evidence.document_copy: copy
finish loss_report
state police_slip not_needed
state lost_property not_needed
next triage
answer triage
    route: nobody
    ask_consulate: yes
    country: UZB
    why_route: Born before the borders; nobody knows which state counts her
finish triage
skip family_needs
    reason: She lives alone
answer evidence_list
    item.1.type: ussr_passport
    item.1.dated: 1979-11-20
    item.1.form: original
    item.1.verdict: weak
finish evidence_list
# One neighbour is not enough; two make a proof.
next witnesses
answer witnesses
    witness.1.name: Күбө Биринчи
    witness.1.relation: Neighbour since 1981
    witness.1.warned: yes
    witness.1.signed_on: 2026-06-08
refused finish witnesses
    says: rows needed at least: 2
answer witnesses
    witness.2.name: Күбө Экинчи
    witness.2.relation: Worked with her
    witness.2.warned: yes
    witness.2.signed_on: 2026-06-08
    evidence.witness_statement: original
finish witnesses

# ---- The registers and the archives
on 2026-06-09
wait identity_check
    for: Kyzmat
# Wed 10, Thu 11, Fri 12 June.
due identity_check 2026-06-12
lock local_record identity_check
on 2026-06-12
day today identity_check
answer identity_check
    spelling.1.name: Примерова Бурул
    spelling.1.script: cyrillic
    spelling.1.found: no
    spelling.2.name: Primerova Burul
    spelling.2.script: latin
    spelling.2.found: no
    registers: population_register, passport_files
finish identity_check not_found
# Not found is no refusal, and no end: now the house, the registry and the archive are asked.
state local_record ready
state archive_request ready
state application locked
on 2026-06-15
wait local_record
    for: Village administration
# Five working days: Tue 16 to Fri 19, Mon 22.
due local_record 2026-06-22
skip registry_request
    reason: The registry of that district burnt down; its books are in the archive
wait archive_request
    for: Archive of the district of her birth
    reference: 77
# 30 days: 15 June and 15 days make 30 June, 15 more make 15 July, a Wednesday.
due archive_request 2026-07-15
rung archive_request officer 2026-07-16
on 2026-06-19
answer local_record
    answer_on: 2026-06-18
    evidence.household_book: copy
finish local_record extract

# ---- Before a consulate hears of her
state consular_inquiry locked
lock consular_inquiry safe_return
refused wait consular_inquiry
    for: Consulate
    says: Another step comes first: Safe-return checklist (safe_return)
answer safe_return
    purpose: contact
    informed: yes
    fear: no
    pending: no
    traffickers: no
    told: yes
# "told" asks whether the country of origin was told of an asylum claim.  A slip: it was not.
warning indication return_unsafe
state consular_inquiry blocked
guard consular_inquiry return_blocked
answer safe_return
    told: no
no warning indication return_unsafe
guard consular_inquiry none
finish safe_return
state return_review not_needed
state return_asylum not_needed
on 2026-06-22
next consular_inquiry
wait consular_inquiry
    for: Ministry of Foreign Affairs
    reference: 90
# Three months: 22 September, a Tuesday.  The office looks after it 14 and 3 days before.
due consular_inquiry 2026-09-22

# ---- The archive is silent
on 2026-07-15
day today archive_request
no warning rung_due archive_request
on 2026-07-16
warning overdue archive_request
warning rung_due archive_request
next archive_request
wait archive_request
    for: Archive of the district of her birth
    reference: 77-2
# Nine days later would be Saturday 25 July, so Monday: the head of the archive.
rung archive_request head 2026-07-27
on 2026-07-27
warning rung_due archive_request
wait archive_request
    for: Head of the archive
    reference: 77-3
# 15 days: 4 to the end of July, 11 in August, a Tuesday.
rung archive_request higher 2026-08-11
on 2026-08-04
resume archive_request
    answer: The book of that year is lost
answer archive_request
    answer_on: 2026-08-03
    evidence.no_record_letter: original
finish archive_request no_record

# ---- "Not our citizen"
on 2026-09-07
no warning reminder consular_inquiry
on 2026-09-08
warning reminder consular_inquiry
day today consular_inquiry
lock proof_review consular_inquiry
on 2026-09-18
answer consular_inquiry
    country: UZB
    through: foreign_ministry
    answer_on: 2026-09-17
    evidence.consular_answer: original
refused finish consular_inquiry denied
    says: agreed
answer consular_inquiry
    agreed: yes
finish consular_inquiry denied
state consular_document not_needed
on 2026-09-21
next proof_review
answer proof_review
    reasons: Neither register nor archive nor consulate knows her
finish proof_review nobody
state facts_registry not_needed
state facts_court not_needed

# ---- The commission
next stateless_file
answer stateless_file
    own_language: yes
    complete: no
    evidence.ussr_passport: original
    evidence.consular_answer: original
    evidence.no_record_letter: original
    evidence.household_book: copy
    evidence.witness_statement: original
refused finish stateless_file
    says: complete: yes. With another answer the step cannot be finished.
on 2026-09-28
answer stateless_file
    complete: yes
    evidence.photos: original
finish stateless_file
wait stateless_decision
    for: Commission
# Six months end on Sunday 28 March 2027, so on Monday 29.  The feasts of 2027 that move are not in
# the calendar yet, which the program says.
due stateless_decision 2027-03-29
warning calendar
on 2027-02-15
answer stateless_decision
    filed_on: 2026-09-28
    interview_on: 2026-11-12
    answer_on: 2027-02-12
finish stateless_decision citizen_here
# She has been a citizen all the time.
state consular_later not_needed
on 2027-02-16
next citizenship_record
wait citizenship_record
    for: Authority for citizenship
# Twelve months: Wednesday 16 February 2028.
due citizenship_record 2028-02-16
on 2027-04-05
finish citizenship_record recognised
state stateless_appeal not_needed

# ---- Her first identity card
next fee
answer fee
    payer: waiver
    waiver_ground: old_age
finish fee
wait fee_waiver
    for: Public service centre
# Five working days from Monday 5 April: Tue 6 1, Wed 7 Day of the April Revolution, Thu 8 2,
# Fri 9 3, Mon 12 4, Tue 13 5.
due fee_waiver 2027-04-13
lock application fee_waiver
on 2027-04-09
finish fee_waiver granted
on 2027-04-12
answer application
    document: national_id
    speed: normal
    complete: yes
    entry_number: 5-12
    submitted_on: 2027-04-12
    evidence.photos: original
finish application submitted
# She lost none, so it is a first card, not one after a loss: 30 days for want of a better figure,
# 18 to the end of April and 12 in May, a Wednesday.
state follow_id not_needed
wait follow_first_id
    for: Public service centre
due follow_first_id 2027-05-12
on 2027-05-09
warning reminder follow_first_id
on 2027-05-10
finish follow_first_id issued
on 2027-05-11
answer handover
    receiver_known: yes
    spelling_right: yes
    number: XD0000500
    signed_on: 2027-05-11
finish handover delivered

answer closing_check
    risk_left: no
    referral_open: no
    told: yes
finish closing_check
skip closing_view
    reason: She thanked with tea
answer closing_handover
    to.1.service: social_assistance
    to.1.provider: Social fund
    to.1.on: 2027-05-11
    to.1.accepted: yes
finish closing_handover
skip closing_note
    reason: She has all papers
answer closing
    reason: document_delivered
finish closing
next nothing
close document_delivered
closed document_delivered
