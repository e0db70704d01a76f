# A-1.  Farid came with his wife and two children to Almaty on Wednesday 12 August 2026 and asked for
# asylum.  His claim, the certificate that runs out after three months, a child whom the school does
# not take without a personal number - and at the end a refugee with work and a child in school.
country KZ
on 2026-08-13
open integration as Farid
next safety
answer safety
    danger: no
    medical: no
    shelter: no
finish safety
answer intake
    group: ASY
    arrived_on: 2026-08-12
    language: prs
    interpreter: yes
    wish: Safety, and school for Omid
finish intake
# KZ-ASY-FILE: five days from the arrival, 12 + 5 = Monday 17 August.
due asylum_claim 2026-08-17
state interpreter ready
answer interpreter
    name: Demo Interpreter
    trusted: yes
finish interpreter
answer papers
    paper.1.kind: national_id
    paper.1.state: lost
finish papers
# Whoever asks for asylum has said enough about fear.
state asylum_check not_needed
skip trafficking
    reason: Asked in a quiet talk later
answer violence_check
    violence: no
finish violence_check
state citizenship_check not_needed
answer consent
    understands: yes
    given_by: person
    language: prs
    casework: yes
    reporting: yes
    sharing: yes
    share_with: authorities, unhcr
    given_on: 2026-08-13
    withhold.1.what: That he is here
    withhold.1.whom: origin
    withhold.1.why: fear
finish consent
answer service_need
    services: education, legal_aid
    risk: medium
finish service_need
# A claim does not count as registered before it is.
next asylum_claim
refused answer asylum_claim
    claimed_on: 2026-08-15
    says: This day has not come yet
day new asylum_claim
lock stay_paper asylum_claim
lock certificate_renewal asylum_claim

# On Saturday the claim was taken, three days after the arrival; on Monday he brings the certificate.
on 2026-08-17
answer asylum_claim
    claimed_on: 2026-08-15
finish asylum_claim registered
state claim_help not_needed
answer stay_paper
    kind: asylum_certificate
    issued_on: 2026-08-15
    expires_on: 2026-11-15
# No consulate: whether a passport of the own country is needed is not even asked.
refused answer stay_paper
    passport_needed: yes
    says: This field is not asked now
finish stay_paper valid
state consulate_passport not_needed
state safe_return not_needed
# KZ-ASY-FP: three days from Saturday 15 August, Tuesday 18.
due fingerprints 2026-08-18
# KZ-ASY-CERT: three months, exactly to the day, though 15 November is a Sunday: it is the last day
# on which the paper is valid.
due certificate_renewal 2026-11-15
# KZ-ASY-DEC: three months as well, but an office that decides does so on Monday 16 November.
due asylum_decision 2026-11-16
warning reminder fingerprints
day today fingerprints
on 2026-08-18
answer fingerprints
    on: 2026-08-18
finish fingerprints
wait asylum_decision
    for: Department for employment of the city
due asylum_decision 2026-11-16
skip residence
    reason: The landlord agrees only from October

# ---- A right that stands on paper only: the school does not take Omid without a personal number
on 2026-08-19
answer rights_check
    right.1.right: education
    right.1.who: Omid
    right.1.state: blocked
    right.2.right: health
    right.2.who: Farid, Laila and the children
    right.2.state: enjoyed
refused finish rights_check
    says: right.1.reason
answer rights_check
    right.1.reason: no_number
    right.1.body: Education department
refused finish rights_check
    says: refer_to
answer rights_check
    refer_to: education
finish rights_check
state right_health not_needed
state right_education ready
wait right_education
    for: Education department of the city
    reference: 3-15
# Seven days: Wednesday 26 August, and from then on one rung after the other.
due right_education 2026-08-26
rung right_education officer 2026-08-27
lock rights_followup right_education
# 60 days after the check: 12 to the end of August, 30 in September, 18 in October, a Sunday; so
# Monday 19 October.
due rights_followup 2026-10-19
on 2026-08-24
day today right_education
warning reminder right_education
answer needs_skills
    language_level: A1
    schooling: secondary
    trade: Welder
    work: no
    school_children: 1
    health: no
    clinic: yes
    housing: rented
finish needs_skills goes_on
answer plan
    needs: job, school
    goal.1.objective: Work as a welder
    goal.2.objective: Omid goes to school
    signed_person_on: 2026-08-24
    signed_office_on: 2026-08-24
finish plan
state plan done
state health_help not_needed
# Monday 24 August and three months: the review is on Tuesday 24 November.
round review 1
due review 2026-11-24
skip language_course
    reason: Begins in spring; UNHCR gives lessons till then
answer orientation
    on: 2026-08-24
finish orientation
on 2026-08-27
warning overdue right_education
warning rung_due right_education
next right_education
day overdue right_education
wait right_education
    for: The officer in charge
    reference: 3-16
# Nine days later is Saturday 5 September, so Monday 7.
rung right_education head 2026-09-07
no warning rung_due right_education
on 2026-09-07
warning rung_due right_education
wait right_education
    for: Head of the department
    reference: 3-17
rung right_education higher 2026-09-22
# The head answers: a personal number, and a place from the next week.
on 2026-09-14
resume right_education
    answer: A place from 21 September
answer right_education
    provider: School 12
    for_whom: Omid
finish right_education cleared
state rights_legal_aid locked
wait personal_number
    for: Population register
# No figure for this in Kazakhstan; ten working days for planning: 15 to 18 Sep 1 to 4, 21 to 25 5 to
# 9, Mon 28 10.
due personal_number 2026-09-28
on 2026-09-22
answer personal_number
    children: yes
    given_on: 2026-09-21
finish personal_number given

# ---- Work
wait job_help
    for: Employment centre
due job_help 2026-09-29
rung job_help first 2026-09-30
on 2026-09-28
finish job_help received
answer school_help
    child.1.name: Omid
    child.1.school: School 12
    child.1.attends: yes
finish school_help own_help
due rights_followup 2026-10-19
on 2026-10-19
day today rights_followup
answer rights_followup
    block.1.right: education
    block.1.who: Omid
    block.1.solved_on: 2026-09-14
finish rights_followup cleared
state rights_legal_aid not_needed

# ---- Day 78 of three months: 14 days are left
on 2026-10-15
no warning reminder certificate_renewal
on 2026-10-16
warning reminder certificate_renewal
on 2026-11-01
warning reminder certificate_renewal
day today certificate_renewal
next certificate_renewal
wait certificate_renewal
    for: Department for employment of the city
due certificate_renewal 2026-11-15
on 2026-11-10
answer certificate_renewal
    expires_on: 2027-02-10
finish certificate_renewal renewed
# The new paper has a last day of its own: both steps are opened again with the new date.
reopen stay_paper
    reason: New certificate
answer stay_paper
    issued_on: 2026-11-10
    expires_on: 2027-02-10
finish stay_paper valid
reopen certificate_renewal
    reason: New certificate
due certificate_renewal 2027-02-10

# ---- The decision
on 2026-11-13
warning reminder asylum_decision
answer asylum_decision
    decided_on: 2026-11-12
finish asylum_decision refugee
state decision_appeal not_needed
finish certificate_renewal not_needed
due certificate_renewal none

# ---- Three months after the plan
on 2026-11-24
day today review
next review
answer review
    attempt.1.on: 2026-11-24
    attempt.1.way: visit
    attempt.1.reached: yes
    works: yes
    months: 2
    schooled: yes
    clinic: yes
    blocked: no
finish review goals_reached
warning indication support_ends
state long_term_check not_needed
next closing_check
answer closing_check
    risk_left: no
    referral_open: no
    told: yes
finish closing_check
answer closing_view
    level: good
finish closing_view
skip closing_handover
    reason: The family knows the city by now
finish closing_note
refused finish closing
    says: This is still missing
answer closing
    reason: goals_reached
finish closing
next nothing
close goals_reached
closed goals_reached
