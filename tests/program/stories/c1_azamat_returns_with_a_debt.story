# Azamat, 27, was sent back from Russia and may not return there for five years.  He owes 2400
# dollars to a relative who paid for the journey, and welds well, but no paper says so.  The office
# listens, looks at what is possible, makes a plan with him within three weeks of his return, and
# stays in touch until he stands on his own feet.

country KG
on 2026-07-02
open reintegration as Азамат
next pre_return_notice
day new pre_return_notice

# He stands in the door, so nobody wrote before.
skip pre_return_notice
    reason: He came without a notice.
next reception

# Reception: 3 calendar days from Thursday, July 2, end on Sunday, July 5; so Monday, July 6.
due reception 2026-07-06
# What he needs tonight comes before all forms, and long before a plan.
lock intake reception
refused finish plan
    says: Another step comes first
answer reception
    returned_on: 2026-07-02
    returned_from: RUS
    way: sent_back
    urgent_needs: none
    papers_seen: no
finish reception
state emergency_shelter not_needed
state emergency_supplies not_needed

# A month from July 2 ends on Sunday, August 2; so Monday, August 3.
due plan 2026-08-03
# The first talk within 7 calendar days of the reception: Thursday, July 9.
due first_session 2026-07-09

answer safety
    danger: no
    medical: no
    shelter: no
finish safety
answer intake
    group: RET
    language: ky
    interpreter: no
    phone: +996 550 000001
    phone_safe: yes
finish intake
state interpreter not_needed
finish papers

# Safety comes before consent, because it is urgent.
next asylum_check
answer asylum_check
    fear: no
finish asylum_check
state asylum_referral not_needed
# He is 27, so nobody asks with whom the child is.
state child_check not_needed
next consent
answer consent
    understands: yes
    given_by: person
    language: ky
    casework: yes
    reporting: yes
    sharing: yes
    share_with: ngo
    given_on: 2026-07-02
finish consent

# Low pay is one sign, and a medium one; a dimension needs three of those, so nothing is indicated.
answer trafficking
    deceived_job: no
    work_low_pay: yes
finish trafficking
score trafficking exploitation 1.00
result trafficking none
state trained_talk not_needed
state labour_claim not_needed
no warning indication trafficking
answer violence_check
    violence: no
finish violence_check
answer citizenship_check
    citizen: yes
    country: KGZ
finish citizenship_check
no warning indication stateless
answer service_need
    services: training, savings
    risk: medium
finish service_need
state special_route not_needed
next first_session

# Two days before the talk is due, on July 7, the office is reminded of it.
on 2026-07-06
no warning reminder first_session
day ready first_session
on 2026-07-07
warning reminder first_session
day today first_session
on 2026-07-08
answer first_session
    quiet_room: yes
    confidential: yes
    honest: yes
    hopes: A workshop of his own. He is ashamed of the debt.
    next_on: 2026-07-17
refused finish first_session
    says: Say with --outcome how it ended
finish first_session goes_on

# Debt and ban are two of the other signs, none of the urgent ones: 0 + 2 = 2, a medium priority.
answer vulnerability_screen
    homeless: no
    debt: yes
    reentry_ban: yes
finish vulnerability_screen
score vulnerability_screen urgent 0.00
score vulnerability_screen other 2.00
score vulnerability_screen total 2.00
result vulnerability_screen medium_priority

# The full screens 7 calendar days after July 8: Wednesday, July 15.  They are urgent, so they come
# before the risk, which is due on the same day.
due vulnerability_full 2026-07-15
due risk_assessment 2026-07-15
next vulnerability_full
answer vulnerability_full
    screens: debt
    findings: The uncle is patient, but wants to see something every month.
finish vulnerability_full
next risk_assessment
day new family_debt

# On the day after its last one the risk is late, and comes before all that has no day.
on 2026-07-16
warning overdue risk_assessment
day overdue risk_assessment
day ready family_debt
next risk_assessment
on 2026-07-17
# Pressure of the debt and no income: two burdens and no grave sign, so 2 in all, a medium level.
answer risk_assessment
    threat_now: no
    debt_pressure: yes
    no_income: yes
finish risk_assessment
score risk_assessment grave 0.00
score risk_assessment burdens 2.00
result risk_assessment medium
no warning indication high_risk
answer family_debt
    lives_with: His mother and a younger brother
    dependants: 2
    debt: yes
    debt_amount: 2400.00 USD
    debt_to: An uncle
    ban: yes
    ban_country: RUS
    ban_until: 2031-07-01
finish family_debt
answer skills
    skill.1.what: Welding
    skill.1.years: 5
    skill.1.certificate: no
    wishes: Gates and window bars
finish skills

# The survey at the start, in quarters.
# Economic: income poor 1, food cut often 4-3=1, cannot borrow 0, borrows often 1, debt larger 0,
# access to work fair 2, no work 0, no assets 0: 5 quarters of 8 answers, 1.25 / 8 = 0.156.  That he
# looks for work is asked, but not counted.
# Social: 2+3+3+(no children)+2+4+3+3+3+2+3 = 28 quarters of 10 answers, 7 / 10 = 0.70.
# Psychosocial: 2+3+2+3+2+3+2, and not able to stay 0: 17 quarters of 8 answers, 4.25 / 8 = 0.531.
# All three: (0.156 + 0.700 + 0.531) / 3 = 0.4625, between 0.34 and 0.66: close contact.
answer rss_baseline
    income: poor
    food_cut: often
    can_borrow: no
    borrows: often
    debt_size: larger
    work_access: fair
    works_now: no
    assets: no
    seeks_job: yes
    seeks_why: no_work
    housing_access: fair
    housing_standard: good
    school_access: good
    school_attended: no_children
    justice: fair
    id_document: yes
    papers_access: good
    water: good
    health_access: good
    health_quality: fair
    transport: good
    events: sometimes
    support: good
    belonging: fair
    safety: good
    tension: sometimes
    discrimination: rarely
    distress: sometimes
    wants_support: no
    can_stay: no
    leave_why: need
finish rss_baseline
score rss_baseline economic 0.16
score rss_baseline social 0.70
score rss_baseline psychosocial 0.53
score rss_baseline composite 0.46
result rss_baseline close_monitoring

# 14 days before August 3, on July 20, the office is reminded of the plan.
on 2026-07-20
answer opportunities
    option.1.what: Test of the craft at the vocational school
    option.1.kind: skill_certificate
    option.1.possible: now
    option.1.wanted: yes
    option.2.what: A kit for a workshop
    option.2.kind: business
    option.2.possible: now
    option.2.wanted: yes
finish opportunities make_plan
next plan
warning reminder plan
day today plan

# Three weeks after his return both sign.  Without the signatures there is no plan.
on 2026-07-23
answer plan
    needs: skill_certificate, business, savings, documents
    goal.1.dimension: economic
    goal.1.objective: Lives from welding and pays the uncle back
    goal.1.activity: Certificate, kit, first customers
    goal.1.form: in_kind
    goal.1.budget: 900.00 USD
    goal.1.starts_on: 2026-07-27
    goal.1.due_on: 2027-07-01
    goal.1.responsible: Azamat
    goal.1.status: planned
    goal.1.own_part: A shed behind the house
refused finish plan
    says: Signed by the person on
answer plan
    signed_person_on: 2026-07-23
    signed_office_on: 2026-07-23
finish plan
state plan done

# Follow-up, months after July 23: 1 is Sunday, August 23, so Monday, August 24.
round follow_up 1
due follow_up 2026-08-24
# The survey again 6 months after July 17: Sunday, January 17, so Monday, January 18.
round rss_followup 1
due rss_followup 2027-01-18
state job_help not_needed
state housing_help not_needed
day new skill_certification

# He also lost his identity card on the way.  A file of its own leads through that, opened from this
# one; without it the step cannot be finished.
refused finish documents_help
    says: A casefile that is opened from this one
open restoration as Синов
    under: Азамат
next safety
take Азамат
answer documents_help
    which: Identity card
finish documents_help
state documents_help done

# On July 31 the vocational school and the migration service are asked.  A month later is August 31,
# Independence Day; so Tuesday, September 1.
on 2026-07-31
due skill_certification none
warning deadline_unknown skill_certification
wait skill_certification
    for: Vocational school No. 16
    reference: 14/26
due skill_certification 2026-09-01
wait ban_check
    for: Migration service, for the authority abroad
    reason: Azamat agrees that they are asked.
due ban_check 2026-09-01
state ban_check waiting
day waiting ban_check

# A person in debt should not take a credit where a grant is open.
answer grant_or_credit
    idea: Gates and window bars for the new houses of the village
    grant_open: yes
    debts: yes
finish grant_or_credit grant
state business_kit ready
state repayment_check not_needed
state microcredit not_needed
answer savings_plan
    saving: 10.00 USD
    debt_payments: 100.00 USD
finish savings_plan

on 2026-08-07
answer business_kit
    item.1.what: Welding machine and mask
    item.1.kind: business
    item.1.on: 2026-08-07
    item.1.value: 900.00 USD
    evidence.receipt: original
finish business_kit

# First follow-up.
on 2026-08-24
day today follow_up
answer follow_up
    attempt.1.on: 2026-08-24
    attempt.1.way: visit
    attempt.1.reached: yes
    goals: The first gate is sold.
finish follow_up goes_on
round follow_up 2
# 2 months after July 23: Wednesday, September 23.
due follow_up 2026-09-23

# 7 days before the answers are due.
on 2026-08-25
warning reminder skill_certification
on 2026-09-01
answer skill_certification
    what: Welding
    evidence.training_certificate: original
finish skill_certification certified
state skill_certification done

# Nobody answered about the ban.  The day after the last one a reminder goes to the officer; the
# next rung comes 9 days after that.
on 2026-09-01
no warning rung_due ban_check
on 2026-09-02
warning overdue ban_check
warning rung_due ban_check
day overdue ban_check
next ban_check
wait ban_check
    for: The officer who has the letter
    reference: 14/31
no warning rung_due ban_check
due ban_check 2026-09-01
on 2026-09-10
no warning rung_due ban_check
on 2026-09-11
warning rung_due ban_check
# The answer comes on that day: the ban is real.  Better to know it here than at the border.
answer ban_check
    until: 2031-07-01
finish ban_check confirmed
state ban_check done

# 3 months after July 23: Friday, October 23.  6: Saturday, January 23, so Monday, January 25.
on 2026-09-23
finish follow_up goes_on
due follow_up 2026-10-23
on 2026-10-23
finish follow_up goes_on
round follow_up 4
due follow_up 2027-01-25

# Six months on.  Economic: income fair 2, food cut rarely 3, can borrow 4, borrows sometimes 2,
# debt equal 2, access good 3, works 4, assets 4: 24 quarters, 6 / 8 = 0.75.  Social: as before,
# 0.70. Psychosocial: seven times 3, and able to stay 4: 25 quarters, 6.25 / 8 = 0.781. All three:
# (0.750 + 0.700 + 0.781) / 3 = 0.744, above 0.66: light support.
on 2027-01-18
day today rss_followup
answer rss_followup
    income: fair
    food_cut: rarely
    can_borrow: yes
    borrows: sometimes
    debt_size: equal
    work_access: good
    works_now: yes
    assets: yes
    seeks_job: no
    housing_access: fair
    housing_standard: good
    school_access: good
    school_attended: no_children
    justice: fair
    id_document: yes
    papers_access: good
    water: good
    health_access: good
    health_quality: fair
    transport: good
    events: often
    support: good
    belonging: good
    safety: good
    tension: rarely
    discrimination: rarely
    distress: rarely
    wants_support: no
    can_stay: yes
score rss_followup economic 0.75
score rss_followup social 0.70
score rss_followup psychosocial 0.78
score rss_followup composite 0.74
result rss_followup light
score rss_baseline economic 0.16
finish rss_followup goes_on
round rss_followup 2
# 12 months after July 17: Saturday, July 17, 2027, so Monday, July 19.
due rss_followup 2027-07-19

on 2027-01-25
finish follow_up goes_on
round follow_up 5
# 9 months after July 23: Friday, April 23.
due follow_up 2027-04-23
state closing_criteria locked

# At the last visit the debt is down to a quarter and the order book is full.  The survey is asked
# once more at the same talk, before its day; this time he does not speak of money.
on 2027-04-23
day today follow_up
answer rss_followup
    works_now: yes
    can_stay: yes
finish rss_followup last_time
state rss_followup done
answer follow_up
    goals: All reached.
finish follow_up goals_reached
state follow_up done
answer counselling
    talk.1.on: 2026-07-23
    talk.1.topic: reentry_ban
    talk.1.said: How long the ban lasts, and what a second entry would cost.
    talk.1.source: Letter of the migration service
    talk.2.on: 2026-10-23
    talk.2.topic: savings
finish counselling
skip delivered
    reason: All of it stands under the business kit.
next closing_criteria
answer closing_criteria
    better: yes
finish closing_criteria goals_reached

answer closing_check
    risk_left: no
    referral_open: no
    told: yes
finish closing_check
answer closing_view
    level: good
finish closing_view
skip closing_handover
    reason: He needs no other service.
finish closing_note
answer closing
    reason: goals_reached
finish closing
next nothing

# The file on the identity card is still open, and nobody is left with half a thing.
refused close goals_reached
    says: A casefile that was opened from this one is still open
take Синов
close other
    remark: The card was found in his mother's house.
closed other
take Азамат
close goals_reached
closed goals_reached
