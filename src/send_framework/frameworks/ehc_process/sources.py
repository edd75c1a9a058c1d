"""Where the time limits of the EHC process can be checked."""

from send_framework.model.source import Source

REGULATIONS = Source(
    key="SI-2014-1530",
    title="Special Educational Needs and Disability Regulations 2014, SI 2014/1530",
    publisher="legislation.gov.uk",
    url="legislation.gov.uk/uksi/2014/1530",
    note="Regulations 5 and 13 were read; of the others only what the other sources say.",
)
ACT = Source(
    key="CFA-2014",
    title="Children and Families Act 2014, Part 3",
    publisher="legislation.gov.uk",
    url="legislation.gov.uk (Children and Families Act 2014)",
    note="Section 44 was not read.",
)
CODE = Source(
    key="send-code",
    title="SEND Code of Practice, 2015",
    publisher="Department for Education; Department of Health",
    url="gov.uk (SEND code of practice: 0 to 25 years)",
    note="The passage was not read.",
)
TRIBUNAL = Source(
    key="tribunal-rules",
    title="Rules of the First-tier Tribunal on special educational needs",
    publisher="legislation.gov.uk",
    url="legislation.gov.uk (tribunal procedure rules)",
    note="Not read.",
)
DEVON_CASE = Source(
    key="devon-2022-EWHC-493",
    title="R (L, M and P) v Devon County Council [2022] EWHC 493 (Admin)",
    publisher="IPSEA",
    url="ipsea.org.uk/r-l-m-and-p-v-devon-county-council-2022-ewhc-493-admin",
)
REGULATIONS_GUIDE = Source(
    key="edyourself-regulations",
    title="The SEND Regulations, annotated",
    publisher="edyourself.org",
    url="edyourself.org/send-regulations",
)
SUFFOLK_GUIDE = Source(
    key="suffolk-senco-central",
    title="SENCO Central: how long plans and annual reviews take",
    publisher="Suffolk County Council",
    url="infolink.suffolk.gov.uk (SENCO Central)",
)
