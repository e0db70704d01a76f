# A-2.  Galina, a seamstress of 58, has lived in Tashkent as a stateless person since she was
# registered there in 1998.  Registered before 1995 she would be a citizen by law; before 2005 she
# has a shorter way to citizenship.  She walks it to the oath.
country UZ
on 2026-09-07
open integration as Галина
answer safety
    danger: no
    medical: no
    shelter: no
finish safety
answer intake
    group: STA
    language: ru
    interpreter: no
    wish: To be a citizen at last
finish intake
answer papers
    paper.1.kind: stateless_certificate
    paper.1.number: XD0000002
    paper.1.issued_on: 2019-04-02
    paper.1.expires_on: 2029-04-01
    paper.1.state: held
    paper.1.original: yes
finish papers
state asylum_claim not_needed
answer asylum_check
    fear: no
finish asylum_check
skip trafficking
    reason: Nothing points to it
answer violence_check
    violence: no
finish violence_check
# She is recognised as stateless, so nobody asks her again whether she may be.
state citizenship_check not_needed
no warning indication stateless
answer consent
    understands: yes
    given_by: person
    language: ru
    casework: yes
    reporting: yes
    sharing: yes
    share_with: authorities
    given_on: 2026-09-07
finish consent
answer service_need
    services: legal_aid
    risk: low
finish service_need
answer stay_paper
    kind: stateless_certificate
    issued_on: 2019-04-02
    expires_on: 2029-04-01
finish stay_paper valid
# A Sunday; the last day of validity does not move.
due stay_renewal 2029-04-01
no warning reminder stay_renewal
state documents_case not_needed
skip residence
    reason: Registered since 1998
skip personal_number
    reason: She has it
answer rights_check
    right.1.right: health
    right.1.state: enjoyed
finish rights_check
state rights_followup not_needed
answer needs_skills
    language_level: B2
    trade: Seamstress
    work: yes
    paid: yes
    contract: yes
    school_children: 0
    clinic: yes
finish needs_skills goes_on
answer plan
    needs: documents
    goal.1.objective: Citizenship
    signed_person_on: 2026-09-07
refused finish plan
    says: Signed by the case manager on
answer plan
    needs: none
    signed_office_on: 2026-09-07
finish plan
state language_course not_needed
skip orientation
    reason: She knows the city better than we do
# The risk is low: in six months, on Sunday 7 March 2027 - and Monday 8 March is Women's Day.
state review not_needed
round review_low 1
due review_low 2027-03-09

# ---- Which way to citizenship?
refused answer long_term_check
    registered_on: 1998-05-12
    says: This field is not asked now
# The clerk types the year of another person: with 1993 she would be a citizen by law.
answer long_term_check
    goal: citizenship
    registered_on: 1993-05-12
    years: 28
    language: yes
    income: yes
    record: no
state citizen_by_law locked
lock citizen_by_law long_term_check
finish long_term_check
state citizen_by_law ready
state simplified not_needed
# The certificate says 1998.  The step is opened again, the new day stands, and the earlier answer
# stays in the history of the casefile with who gave it and when.
reopen long_term_check
    reason: The certificate says 1998
answer long_term_check
    registered_on: 1998-05-12
finish long_term_check
state citizen_by_law not_needed
state simplified ready
state residence_permit_request not_needed
finish simplified fits

on 2026-09-14
answer citizenship_file
    way: simplified
    registration: yes
    fee: yes
    complete: no
    evidence.stateless_certificate: original
refused finish citizenship_file
    says: complete: yes. With another answer the step cannot be finished.
refused wait citizenship_request
    for: Migration and citizenship department
    says: Another step comes first: File for citizenship (citizenship_file)
on 2026-09-21
answer citizenship_file
    complete: yes
    evidence.photo: original
    evidence.birth_certificate: copy
    evidence.receipt: original
finish citizenship_file
state citizenship_request ready
wait citizenship_request
    for: Migration and citizenship department
    reference: 09-21/4
# Twelve months for planning: Tuesday 21 September 2027.  The feasts of that year that move are not
# in the calendar yet, and the program says so.
due citizenship_request 2027-09-21
warning calendar
day waiting citizenship_request
state oath locked
state status_appeal locked

# Two weeks later the department asks for a paper of 1998.  Until she brings it the clock stands
# still: it stops on 5 October and goes on on 19 October, so the last day is 14 days later, Tuesday
# 5 October 2027.
on 2026-10-05
refused wait citizenship_request --stop-clock
    for: Galina
    says: reason
wait citizenship_request --stop-clock
    for: Galina
    reason: Extract from the house register of 1998
warning clock_stopped citizenship_request
on 2026-10-19
resume citizenship_request
    answer: She brought it
no warning clock_stopped citizenship_request
state citizenship_request waiting
due citizenship_request 2027-10-05
# A reminder is due on the day after, not before the answer is due.
rung citizenship_request officer 2027-10-06

# In March the review: she still waits, and all else is well.
on 2027-03-09
day today review_low
answer review_low
    works: yes
    clinic: yes
    blocked: no
finish review_low goes_on
round review_low 2
# A year after the plan: Tuesday 7 September 2027.
due review_low 2027-09-07

# ---- The answer comes in June, long before its last day
on 2027-06-14
answer citizenship_request
    number: 1400
finish citizenship_request granted
state status_appeal not_needed
state oath ready
refused answer oath
    on: 2027-07-01
    says: This day has not come yet
on 2027-07-01
answer oath
    on: 2027-07-01
    evidence.passport: original
finish oath
# She needs no paper of stay any more, and no review.
warning indication support_ends
state stay_renewal not_needed
state review_low not_needed
next closing_check
answer closing_check
    risk_left: no
    referral_open: no
    told: yes
finish closing_check
answer closing_view
    level: very_good
    better: Not to take 28 years
finish closing_view
skip closing_handover
    reason: She needs nobody
finish closing_note
answer closing
    reason: naturalised
finish closing
next nothing
close naturalised
closed naturalised
