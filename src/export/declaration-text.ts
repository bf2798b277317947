/** The forms of `declaration-draft.txt`, in the language of the law they are for. Rule texts are pointed to, not quoted; the law of the place decides. */

const BLANKS = `  Name:        [                                        ]
  Signature:   [                                        ]
  Place, date: [                                        ]
`;

export const FORMS = `FORM A: UNITED STATES, FEDERAL RULES OF EVIDENCE 902(13) AND 902(14), WITH 902(11)

I, [full name], declare:
1. I am [occupation, and why I know how the items were recorded and copied].
2. (13) The items listed above were made by a process or system, described under "How each item was
   recorded", that produces an accurate result: [why I say so; and of items that came in as files, who
   made them and how].
3. (14) The files listed above as compared are copies identified by a process of digital identification:
   the SHA-256 digest of each was taken when it was recorded and compared when this folder was made. They
   were the same. I [did / did not] compare them again on [date], with [program]. [Nothing of this is said
   of files listed as left out or as made for this folder: say what I know of them, or strike this out.]
4. [What 902(11) asks for, as far as it applies: ask a lawyer. Reasonable written notice must be given
   to the other side before trial.]
I declare under penalty of perjury under the laws of the United States of America that the foregoing is
true and correct. [28 U.S.C. 1746; the wording differs when signed abroad.]
${BLANKS}
FORM B: UNITED KINGDOM, WITNESS STATEMENT (England and Wales: CrimPR Part 16 or CPR Part 32)

I, [full name], [address or "care of" a lawyer or the police], say:
1. I [recorded / received] the items listed above on the dates given there.
2. I produce them, marked [initials/1] to [initials/n]. The numbers EX-... are those of this folder.
3. How each was recorded is set out above, and so are the files whose digests were compared and were the
   same when this folder was made. [Files listed as left out or as made for this folder: what I know of
   them, or strike this out.]
4. [What I saw myself: what the page showed, why I saved it. Say what others told you, and who.]
[For criminal proceedings use the statement required by section 9 of the Criminal Justice Act 1967; for
civil proceedings the statement of truth of CPR Practice Direction 22. Ask a lawyer.]
${BLANKS}
FORM C: HONG KONG (Evidence Ordinance, Cap. 8, section 22A in criminal, Part IV in civil proceedings)

I, [full name], [HKID or passport only if asked for], of [address or "care of" a lawyer], state:
1. I am [occupation / the person who used the device]. To the best of my knowledge and belief:
2. The items listed above were produced by the device and program named there, in use by me for
   [purpose] over the period of the dates given. [Items that came in as files: who made them, and how.]
3. During that period [the device was operating properly / whatever was wrong did not affect the items].
4. The digests of the files listed above as compared were the same when recorded and when this folder was
   made. [Files listed as left out or as made for this folder: what I know of them, or strike this out.]
[Whether a certificate under section 22A(5), a witness statement under section 65B of the Criminal
Procedure Ordinance, Cap. 221, or an affidavit is needed, and who may sign: ask a lawyer.]
${BLANKS}`;
