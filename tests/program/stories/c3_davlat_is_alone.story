# Davlat, 15, was found at a station.  He says that an uncle will fetch him, his mother is unsure on
# the telephone, and he is scared of a "boss".  He needs a bed and a checked adult tonight, and
# people who are trained to talk with children; and nobody may call home before it is known to be
# safe.

country TJ
on 2026-10-29
open reintegration as Давлат
skip pre_return_notice
    reason: The railway police called.
# 3 calendar days after Thursday, October 29, are Sunday, November 1; so Monday, November 2.
due reception 2026-11-02
answer reception
    returned_on: 2026-10-29
    urgent_needs: shelter
finish reception
next emergency_shelter
wait emergency_shelter
    for: Shelter for children
due emergency_shelter 2026-10-30
finish emergency_shelter received

# Which papers he has nobody knows.
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
warning indication stateless
finish papers
answer asylum_check
    fear: no
finish asylum_check

# He is under 18, so it is asked with whom he is.
next child_check
no warning indication child_alone
answer child_check
    company: unaccompanied
    found: At the station, in the morning
    claims: An uncle, whose name he does not know
finish child_check
warning indication child_alone

# Child protection first.
next child_referral
wait child_referral
    for: Commission on the rights of the child
# A calendar day after October 29: Friday, October 30; the same for a checked adult.
due child_referral 2026-10-30
finish child_referral received
next best_interests

# The best interests procedure is a file of its own.  From now on nobody may speak with his family,
# not even to look for it.
open best_interests as Davlat
    under: Давлат
answer identify
    company: unaccompanied
    risk: high
    danger: A "boss", of whom he is scared
    claims: An uncle, whose name he does not know
finish identify
warning indication child_procedure
warning indication child_in_danger
state family_search blocked
due interim_care 2026-10-30
next interim_care
day new restricted

# On the next day he has a place in a children's home, and a guardian.
on 2026-10-30
day today restricted
answer interim_care
    care: residential
    carer: Children's home No. 1
    checked: yes
    guardian: Child protection department
    guardian_on: 2026-10-30
finish interim_care

# 7 calendar days after October 30 are Friday, November 6, Constitution Day; so Monday, November 9.
due assessment 2026-11-09
answer child_register
    school: no
finish child_register
state family_search blocked
guard family_search family_not_checked
warning guard family_search
refused wait family_search
    for: Red Crescent
    says: No contact before the best-interests assessment shows that it is safe for the child.
take Давлат

# He was promised a place as a waiter and good pay, and carried bricks for 14 hours a day for almost
# nothing.  Recruitment: a strong and a medium sign.  Exploitation: a strong and a medium sign.
# Both are positive.  Nobody forced him, as far as he says; for a child that is not needed.
answer trafficking
    deceived_job: yes
    deceived_wages: yes
    work_hours: yes
    work_low_pay: yes
finish trafficking
score trafficking deceptive_recruitment 2.00
score trafficking exploitation 2.00
score trafficking coercion_destination 0.00
result trafficking child_trafficking
warning indication trafficking
state trained_talk not_needed
state labour_claim not_needed

# Azamat, 27, worked at the same kiln and tells the same.  Of a grown man the same answers are no
# indication of trafficking: somebody would have to hold him there.  He is offered a lawyer.
open reintegration as Азамат
skip pre_return_notice
    reason: He is here.
answer reception
    returned_on: 2026-10-29
    urgent_needs: none
finish reception
answer safety
    danger: no
    medical: no
    shelter: no
finish safety
answer intake
    group: RET
    language: ky
    interpreter: no
finish intake
finish papers
answer asylum_check
    fear: no
finish asylum_check
answer trafficking
    deceived_job: yes
    deceived_wages: yes
    work_hours: yes
    work_low_pay: yes
finish trafficking
score trafficking deceptive_recruitment 2.00
score trafficking exploitation 2.00
result trafficking deceived_exploited
no warning indication trafficking
state anti_trafficking_referral not_needed
state labour_claim ready
state trained_talk ready
close left_area
closed left_area
take Давлат

next best_interests
answer violence_check
    violence: unknown
    needs: SC-UC, CR-LW
finish violence_check
# Bodies against trafficking within a calendar day of Friday, October 30: Saturday, so Monday.
wait anti_trafficking_referral
    for: Service against trafficking in persons
due anti_trafficking_referral 2026-11-02
answer anti_trafficking_referral
    fear: unknown
finish anti_trafficking_referral received
no warning indication asylum
state trafficking_ngo not_needed
skip neutral_slip
    reason: The boss may look into his pockets.
# The supervisor sees it too.  What country he belongs to is not asked of a child in danger.
answer supervisor_alert
    limited: yes
    path: yes
finish supervisor_alert
state citizenship_check not_needed
answer service_need
    services: child_protection, anti_trafficking
    risk: high
finish service_need

# His guardian agrees to the work on his file, and so does he.
answer consent
    understands: yes
    given_by: guardian
    given_by_name: Child protection department
    language: tg
    casework: yes
    reporting: no
    sharing: yes
    share_with: ngo
    given_on: 2026-10-30
refused finish consent
    says: Does the child agree
answer consent
    child_agrees: yes
finish consent

# Two days before November 9 is a Saturday, but a reminder may come on any day.
take Davlat
on 2026-11-06
no warning reminder assessment
on 2026-11-07
warning reminder assessment
day overdue restricted
on 2026-11-09
# His mother does not know what she may say, and the uncle has not come.
answer assessment
    talked_on: 2026-11-05
    views: He wants to sleep, to eat, and not to see the boss.
    home: A mother in Kulob, who is unsure on the telephone
    family_safe: unknown
    panel: solution
    next_on: 2026-11-16
finish assessment
state assessment done
# It is not known to be safe, so the family is still not called; and the panel need not wait for
# that.
state family_search blocked
guard family_search family_not_checked
state best_interests_panel ready
answer best_interests_panel
    held_on: 2026-11-09
    reasons: Nobody at home is known to protect him.
finish best_interests_panel stay
take Давлат
answer best_interests
    family_safe: unknown
finish best_interests
state best_interests done

# Somebody thinks of the consulate: it could say who he is.  A file on his papers is opened from
# this one, and there too the child is asked about first.
open restoration as Намуна
    under: Давлат
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
answer asylum_check
    fear: no
finish asylum_check
answer child_check
    company: unaccompanied
finish child_check
warning indication child_alone
finish child_referral own_help
link Davlat
answer best_interests
    family_safe: unknown
finish best_interests
skip trafficking
    reason: Asked already; the answers stand in the file of the reception.
answer violence_check
    violence: unknown
    needs: SC-UC
finish violence_check
answer supervisor_alert
    limited: yes
    path: yes
finish supervisor_alert
answer service_need
    risk: high
finish service_need
answer consent
    understands: yes
    given_by: guardian
    child_agrees: yes
    language: tg
    casework: yes
    reporting: no
    sharing: no
    given_on: 2026-11-09
finish consent
answer loss_report
    matter: papers
    lost: birth_certificate
    how: never_had
finish loss_report
# Not even when the state that could be asked seems to be known.
answer triage
    route: other_state
state consular_inquiry blocked
guard consular_inquiry child_no_origin_contact
refused wait consular_inquiry
    for: Consulate
    says: No contact before the best-interests assessment shows that it is safe for the child.
take Давлат

# Children need people who are trained for them.
refused finish special_route together_with_us
    says: This step cannot end so
answer special_route
    provider: Child protection department
finish special_route handed_over
state special_handover ready
state special_counselling not_needed
state first_session not_needed
state plan not_needed
state follow_up not_needed
on 2026-11-10
next special_handover
answer special_handover
    taken_by: Child protection department
    taken_on: 2026-11-10
    next_step: yes
finish special_handover

answer closing_check
    risk_left: no
    referral_open: no
finish closing_check
skip closing_view
    reason: Not now.
skip closing_handover
    reason: Handed over already.
skip closing_note
    reason: His guardian has the letter of the hand-over.
answer closing
    reason: referred
finish closing
next nothing
# The guardian takes all files.
take Davlat
close referred
closed referred
take Намуна
close referred
closed referred
take Давлат
close referred
closed referred
