# B-2.  A chain of missing papers.  Zarina came from Samarqand as a child; her passport was lost in
# 2008.  Her marriage was never registered, so her three children have no birth certificates, so the
# eldest is not in school.  The mother first; then a file of its own for each child.
country TJ
on 2026-03-16
open restoration as Зарина
answer safety
    danger: no
    medical: no
    shelter: no
finish safety
answer intake
    group: UND
    language: tg
    interpreter: no
    wish: School for the eldest
finish intake
warning indication stateless
answer papers
    paper.1.kind: passport
    paper.1.state: lost
finish papers
answer consent
    understands: yes
    given_by: person
    language: tg
    casework: yes
    reporting: yes
    sharing: yes
    share_with: authorities
    given_on: 2026-03-16
finish consent
answer asylum_check
    fear: no
finish asylum_check
skip trafficking
    reason: Nothing points to it
answer violence_check
    violence: no
finish violence_check
answer citizenship_check
    citizen: unknown
finish citizenship_check
answer service_need
    services: education, civil_registry
    risk: low
finish service_need
answer loss_report
    matter: papers
    lost: passport, marriage_certificate
    how: lost
    lost_on: 2008-06-01
    evidence.own_account: original
finish loss_report
wait lost_property
    for: Lost property office
# Tue 17, Wed 18, Thu 19 March.
due lost_property 2026-03-19
on 2026-03-19
day today lost_property
finish lost_property not_found

# ---- School does not wait for papers
answer triage
    route: other_state
    country: UZB
finish triage
answer family_needs
    dependant.1.name: Сомон
    dependant.1.relation: child
    dependant.1.born_on: 2017-02-11
    dependant.1.in_school: no
    dependant.2.name: Нигина
    dependant.2.relation: child
    dependant.2.needs_papers: yes
    dependant.3.name: Комрон
    dependant.3.relation: child
    dependant.3.needs_papers: yes
    next: school, marriage
# It has to be said of each of them whether papers are needed.
refused finish family_needs
    says: dependant.1.needs_papers
answer family_needs
    dependant.1.needs_papers: yes
finish family_needs
state school ready
wait school
    for: Education department
# Three working days from Thursday: Fri 20 1, the weekend, Mon 23 and Tue 24 Nowruz, Wed 25 2,
# Thu 26 3.
due school 2026-03-26
on 2026-03-25
day waiting school
on 2026-03-26
day today school
answer school
    provider: School 3
finish school received
state marriage locked

# ---- Which state counts her as its citizen?
answer evidence_list
    item.1.type: own_account
    item.1.verdict: weak
finish evidence_list
skip witnesses
    reason: Those who knew her live in Samarqand
state identity_check not_needed
skip local_record
    reason: She was never entered
skip registry_request
    reason: Her birth was registered abroad
skip archive_request
    reason: Her birth was registered abroad
refused skip safe_return
    reason: She is in a hurry
    says: This step cannot be skipped, only finished.
answer safe_return
    purpose: contact
    informed: yes
    fear: no
    pending: no
    traffickers: no
    told: no
finish safe_return
wait consular_inquiry
    for: Ministry of Foreign Affairs
# Three months: Friday 26 June.
due consular_inquiry 2026-06-26
lock proof_review consular_inquiry
on 2026-06-15
warning reminder consular_inquiry
answer consular_inquiry
    agreed: yes
    country: UZB
    through: foreign_ministry
    answer_on: 2026-06-12
    evidence.consular_answer: original
finish consular_inquiry denied
state consular_document not_needed
finish proof_review nobody
on 2026-06-17
answer stateless_file
    complete: yes
    evidence.own_account: original
    evidence.photos: original
    evidence.consular_answer: original
finish stateless_file
wait stateless_decision
    for: Passport and registration service
# Six months: Thursday 17 December.
due stateless_decision 2026-12-17
on 2026-09-07
finish stateless_decision recognised
state citizenship_record not_needed
answer fee
    payer: waiver
    waiver_ground: low_income
    evidence.income_proof: original
finish fee
wait fee_waiver
    for: Passport and registration service
# Five working days from Monday 7 September: Tue 8 1, Wed 9 Independence Day, Thu 10 2, Fri 11 3,
# Mon 14 4, Tue 15 5.
due fee_waiver 2026-09-15
on 2026-09-14
finish fee_waiver granted
answer application
    document: stateless_certificate
    speed: normal
    complete: yes
    submitted_on: 2026-09-14
    entry_number: 9
finish application submitted
# One month: Wednesday 14 October.
next follow_other
due follow_other 2026-10-14
wait follow_other
    for: Passport and registration service
on 2026-10-12
finish follow_other issued
on 2026-10-14
answer handover
    receiver_known: yes
    spelling_right: yes
    number: XD0000600
    signed_on: 2026-10-14
finish handover delivered

# ---- Now the children
next family_files
refused finish family_files
    says: A casefile that is opened from this one
state marriage ready
wait marriage
    for: Civil registry office
# One month: Saturday 14 November, so Monday 16.
due marriage 2026-11-16

open restoration as Сомон
    under: Зарина
# The mother's step needs her linked files, and they are there as soon as they are opened.
take Зарина
finish family_files
open restoration as Нигина
    under: Зарина
open restoration as Комрон
    under: Зарина
# The brothers and the sister belong together too.
link Сомон
take Нигина
link Сомон
take Зарина
refused close document_delivered
    says: A casefile that was opened from this one is still open. Close that one first.

# ---- Сомон, nine years old
take Сомон
next safety
answer safety
    danger: no
    medical: no
    shelter: no
finish safety
answer intake
    group: UND
    language: tg
    interpreter: no
finish intake
finish papers
answer consent
    understands: yes
    given_by: guardian
    given_by_name: Зарина
    language: tg
    casework: yes
    reporting: yes
    sharing: yes
    share_with: authorities
    given_on: 2026-10-14
# Of a child it is asked whether the child agrees.
refused finish consent
    says: child_agrees
answer consent
    child_agrees: yes
finish consent
answer asylum_check
    fear: no
finish asylum_check
state child_check ready
answer child_check
    company: parent
finish child_check
# With a mother beside him nobody needs to be alarmed.
no warning indication child_alone
state best_interests not_needed
skip trafficking
    reason: Nothing points to it
state child_referral not_needed
answer violence_check
    violence: no
finish violence_check
answer citizenship_check
    citizen: unknown
finish citizenship_check
answer service_need
    risk: low
finish service_need
answer loss_report
    matter: papers
    lost: birth_certificate
    how: never_had
finish loss_report
state lost_property not_needed
answer triage
    route: own_citizen
    in_register: no
finish triage
skip family_needs
    reason: Stands in the file of the mother
answer evidence_list
    item.1.type: own_account
    item.1.verdict: weak
finish evidence_list
answer witnesses
    witness.1.name: Доя
    witness.1.relation: Midwife
    witness.1.signed_on: 2026-10-14
    witness.2.name: Ҳамсоя
    witness.2.relation: Neighbour
    witness.2.signed_on: 2026-10-14
finish witnesses
wait identity_check
    for: Passport and registration service
# Thu 15, Fri 16, Mon 19 October.
due identity_check 2026-10-19
on 2026-10-19
answer identity_check
    registers: civil_registry
finish identity_check not_found
skip local_record
    reason: The witnesses are enough
wait registry_request
    for: Civil registry office of Konibodom
# 15 working days from Monday 19 October:
#   Tue 20 1 to Fri 23 4 | 26 to 30 Oct 5 to 9 | Mon 2 Nov 10 to Thu 5 13, Fri 6 Constitution Day |
#   Mon 9 14, Tue 10 15.
due registry_request 2026-11-10
on 2026-11-09
answer registry_request
    answer_on: 2026-11-06
    evidence.no_record_letter: original
finish registry_request no_record
# On the next day the marriage of his parents is in the register at last.
on 2026-11-10
take Зарина
# Reminded of seven days before 16 November.
day today marriage
answer marriage
    answer_on: 2026-11-10
    evidence.marriage_certificate: original
finish marriage registered
next closing_check
take Сомон
skip archive_request
    reason: He was born at home in 2017; no archive can know
state safe_return not_needed
next proof_review
finish proof_review registry
state facts_court locked
refused finish facts_court established
    says: Another step comes first: Restoring of the record by the registry (facts_registry)
wait facts_registry
    for: Civil registry office of Konibodom
# No term of this country is known; 30 days for planning: 20 to the end of November, 10 in December.
due facts_registry 2026-12-10
on 2026-11-20
answer facts_registry
    fact: birth
    answer_on: 2026-11-20
    evidence.witness_statement: original
    evidence.no_record_letter: original
finish facts_registry established
state facts_court not_needed
answer fee
    payer: waiver
    waiver_ground: many_children
finish fee
wait fee_waiver
    for: Civil registry office of Konibodom
# Mon 23 to Fri 27 November.
due fee_waiver 2026-11-27
on 2026-11-25
finish fee_waiver granted
answer application
    document: birth_certificate
    speed: normal
    signed_by: Зарина
    complete: yes
    submitted_on: 2026-11-25
    entry_number: 31
finish application submitted
wait follow_civil
    for: Civil registry office of Konibodom
# 30 days: Friday 25 December.
due follow_civil 2026-12-25
on 2026-12-16
finish follow_civil issued
on 2026-12-17
answer handover
    receiver_known: yes
    spelling_right: yes
    number: XD0000601
    signed_on: 2026-12-17
finish handover delivered
answer closing_check
    risk_left: no
    referral_open: no
finish closing_check
skip closing_view
    reason: The mother answers for all
skip closing_handover
    reason: Goes to school already
skip closing_note
    reason: The mother gets one letter
answer closing
    reason: document_delivered
finish closing
next nothing
close document_delivered
closed document_delivered

# ---- Нигина: when the registry entered Сомон, it entered his sister and his brother with him, so
# that they need neither witnesses nor archives and both certificates are written at the counter.
take Нигина
answer safety
    danger: no
    medical: no
    shelter: no
finish safety
answer intake
    group: UND
    language: tg
    interpreter: no
finish intake
finish papers
answer consent
    understands: yes
    given_by: guardian
    given_by_name: Зарина
    child_agrees: yes
    language: tg
    casework: yes
    reporting: yes
    sharing: yes
    share_with: authorities
    given_on: 2026-12-17
finish consent
answer asylum_check
    fear: no
finish asylum_check
answer child_check
    company: parent
finish child_check
skip trafficking
    reason: Nothing points to it
answer violence_check
    violence: no
finish violence_check
answer citizenship_check
    citizen: unknown
finish citizenship_check
answer service_need
    risk: low
finish service_need
answer loss_report
    matter: papers
    lost: birth_certificate
    how: never_had
finish loss_report
answer triage
    route: own_citizen
    in_register: yes
finish triage
skip family_needs
    reason: Stands in the file of the mother
state witnesses not_needed
finish identity_check confirmed
state facts_registry not_needed
answer fee
    payer: free
finish fee
answer application
    document: birth_certificate
    speed: normal
    signed_by: Зарина
    complete: yes
    submitted_on: 2026-12-17
    entry_number: 32
finish application submitted
finish follow_civil issued
answer handover
    receiver_known: yes
    spelling_right: yes
    number: XD0000602
finish handover delivered
answer closing_check
    risk_left: no
    referral_open: no
finish closing_check
skip closing_view
    reason: The mother answers for all
skip closing_handover
    reason: Nothing is left to be done
skip closing_note
    reason: The mother gets one letter
answer closing
    reason: document_delivered
finish closing
next nothing
close document_delivered
closed document_delivered

take Зарина
refused close document_delivered
    says: A casefile that was opened from this one is still open.

# ---- Комрон, who is three and cannot be asked
take Комрон
answer safety
    danger: no
    medical: no
    shelter: no
finish safety
answer intake
    group: UND
    language: tg
    interpreter: no
finish intake
finish papers
answer consent
    understands: yes
    given_by: guardian
    given_by_name: Зарина
    child_agrees: unknown
    language: tg
    casework: yes
    reporting: yes
    sharing: yes
    share_with: authorities
    given_on: 2026-12-17
finish consent
answer asylum_check
    fear: no
finish asylum_check
answer child_check
    company: parent
finish child_check
skip trafficking
    reason: Nothing points to it
answer violence_check
    violence: no
finish violence_check
answer citizenship_check
    citizen: unknown
finish citizenship_check
answer service_need
    risk: low
finish service_need
answer loss_report
    matter: papers
    lost: birth_certificate
    how: never_had
finish loss_report
answer triage
    route: own_citizen
    in_register: yes
finish triage
skip family_needs
    reason: Stands in the file of the mother
state witnesses not_needed
finish identity_check confirmed
state facts_registry not_needed
answer fee
    payer: free
finish fee
answer application
    document: birth_certificate
    speed: normal
    signed_by: Зарина
    complete: yes
    submitted_on: 2026-12-17
    entry_number: 33
finish application submitted
finish follow_civil issued
answer handover
    receiver_known: yes
    spelling_right: yes
    number: XD0000603
finish handover delivered
answer closing_check
    risk_left: no
    referral_open: no
finish closing_check
skip closing_view
    reason: The mother answers for all
skip closing_handover
    reason: Nothing is left to be done
skip closing_note
    reason: The mother gets one letter
answer closing
    reason: document_delivered
finish closing
next nothing
close document_delivered
closed document_delivered

# ---- The mother: her file is closed as the last
take Зарина
answer closing_check
    risk_left: no
    referral_open: no
    told: yes
finish closing_check
answer closing_view
    level: very_good
finish closing_view
skip closing_handover
    reason: The school knows the family
skip closing_note
    reason: She cannot read it; everything was told
answer closing
    reason: document_delivered
finish closing
next nothing
close document_delivered
closed document_delivered
