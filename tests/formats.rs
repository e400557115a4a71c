//! Files of other programs: small ones in, text out; damaged and hostile twins of each.

mod docx;
