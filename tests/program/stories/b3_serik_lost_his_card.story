# B-3.  Serik, an electrician of 40, had his jacket stolen at the bazaar of Taraz on Saturday
# 28 November 2026, and with it his identity card.  The shortest way of all: a slip of the police,
# the register confirms him, a new card, and a holiday inside the 15 working days.
country KZ
on 2026-11-30
open restoration as Серік
next safety
# Without the three questions on safety nobody comes further.
refused finish safety
    says: This is still missing
lock loss_report safety
refused answer loss_report
    matter: papers
    says: Another step comes first: Safety and health now (safety)
answer safety
    danger: no
    medical: no
    shelter: no
finish safety
answer intake
    group: OTH
    language: kk
    interpreter: no
    wish: A new identity card before the end of the year
finish intake
state interpreter not_needed
# Safety goes before everything, also before the papers and the consent.
next asylum_check
answer papers
    paper.1.kind: national_id
    paper.1.state: stolen
    paper.1.number: XD0000006
finish papers
answer consent
    understands: yes
    given_by: person
    language: kk
    casework: yes
    reporting: yes
    sharing: yes
    share_with: authorities
    given_on: 2026-11-30
finish consent
next asylum_check
answer asylum_check
    fear: no
finish asylum_check
state child_check not_needed
skip trafficking
    reason: Theft of a card, nothing points to more
answer violence_check
    violence: no
finish violence_check
state supervisor_alert not_needed
answer citizenship_check
    citizen: yes
    country: KAZ
    proof: yes
finish citizenship_check
answer service_need
    risk: low
finish service_need
no warning indication
next loss_report

# The theft lies two days back.  A day that has not come is not taken.
refused answer loss_report
    lost_on: 2026-12-01
    says: This day has not come yet
answer loss_report
    matter: papers
    lost: national_id
    how: theft
    lost_on: 2026-11-28
    place: Bazaar of Taraz
    evidence.own_account: original
finish loss_report
state asset not_needed
next police_slip
# The police have one working day, which is Tuesday.
wait police_slip
    for: Police station of Taraz
state police_slip waiting
due police_slip 2026-12-01
lock lost_property police_slip

on 2026-12-01
day today police_slip
answer police_slip
    number: 1148
    received_on: 2026-12-01
    evidence.police_slip: original
finish police_slip received
next lost_property
# Not every step can be skipped, but this one.
refused skip triage
    reason: It is clear
    says: Another step comes first
skip lost_property
    reason: He looked there himself
next triage
answer triage
    route: own_citizen
    in_register: yes
finish triage
# Whoever surely stands in the register needs neither witnesses nor archives.
state evidence_list not_needed
state witnesses not_needed
skip family_needs
    reason: The family has its papers
next identity_check
wait identity_check
    for: Population register
# Wednesday, Thursday, Friday.
due identity_check 2026-12-04

on 2026-12-02
answer identity_check
    registers: population_register
finish identity_check confirmed
state local_record not_needed
state archive_request not_needed
state consular_inquiry not_needed
state proof_review not_needed
state stateless_file not_needed
next fee
answer fee
    amount: 865.00 KZT
    payer: person
    receipt_number: 55-1
    evidence.receipt: original
finish fee
state fee_waiver not_needed

# On Thursday 3 December he stands at the counter with everything.
on 2026-12-03
answer application
    document: national_id
    speed: normal
    complete: no
    submitted_on: 2026-12-03
    submitted_to: Public service centre of Taraz
    evidence.application_form: original
    evidence.photos: original
    evidence.police_slip: original
refused finish application submitted
    says: complete: yes. With another answer the step cannot be finished.
refused finish application submitted
    says: entry_number
answer application
    complete: yes
    entry_number: 004-117
finish application submitted

# KZ-ID-LOSS: 15 working days after the day of receipt, which is day 0.
#   Fri 4 Dec 1 | Mon 7 to Fri 11 Dec 2 to 6 | Mon 14 7, Tue 15 8, Wed 16 Independence Day,
#   Thu 17 9, Fri 18 10 | Mon 21 11, Tue 22 12, Wed 23 13, Thu 24 14, Fri 25 15.
# Without the holiday it would be Thursday 24 December.
next follow_id
due follow_id 2026-12-25
state follow_first_id not_needed
state follow_id_urgent not_needed
lock handover follow_id
wait follow_id
    for: Public service centre of Taraz
    reference: 004-117
due follow_id 2026-12-25
day waiting follow_id

# Three days before the end the office looks after it.
on 2026-12-21
no warning reminder follow_id
day waiting follow_id
on 2026-12-22
warning reminder follow_id
day today follow_id

# The message comes on Thursday, he fetches the card on Friday.
on 2026-12-24
answer follow_id
    answer_on: 2026-12-24
finish follow_id issued
next handover
on 2026-12-25
answer handover
    receiver_known: no
    spelling_right: yes
    number: XD0000106
refused finish handover delivered
    says: receiver_known: yes. With another answer the step cannot be finished.
answer handover
    receiver_known: yes
    issued_on: 2026-12-23
    expires_on: 2036-12-22
    signed_on: 2026-12-25
finish handover delivered
state correction not_needed
state family_files not_needed

next closing_check
answer closing_check
    risk_left: no
    referral_open: no
    told: yes
finish closing_check
answer closing_view
    level: very_good
finish closing_view
skip closing_handover
    reason: Nothing is left to be done
skip closing_note
    reason: He has the card and needs no letter
next closing
answer closing
    reason: document_delivered
finish closing
next nothing
close document_delivered
closed document_delivered
refused answer handover
    number: XD0000107
    says: This casefile is not open
