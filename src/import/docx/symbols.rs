//! Letters that Word stores as a place in a symbol font: typing `:)` or `-->` in Word gives a face or an arrow of
//! Wingdings, and transcribers do type those.

/// Fonts of which a place says nothing by itself.
const FONTS: [&str; 5] = ["symbol", "webdings", "wingdings", "wingdings 2", "wingdings 3"];

/// The signs that Word's automatic correction and its bullets make, by font and place.
const SIGNS: [(&str, u32, char); 22] = [
    ("wingdings", 0x4A, '☺'),
    ("wingdings", 0x4B, '😐'),
    ("wingdings", 0x4C, '☹'),
    ("wingdings", 0x6C, '●'),
    ("wingdings", 0x6E, '■'),
    ("wingdings", 0xA7, '▪'),
    ("wingdings", 0xDF, '←'),
    ("wingdings", 0xE0, '→'),
    ("wingdings", 0xE8, '→'),
    ("wingdings", 0xF3, '↔'),
    ("wingdings", 0xFB, '✗'),
    ("wingdings", 0xFC, '✓'),
    ("symbol", 0xA3, '≤'),
    ("symbol", 0xAC, '←'),
    ("symbol", 0xAE, '→'),
    ("symbol", 0xB0, '°'),
    ("symbol", 0xB1, '±'),
    ("symbol", 0xB3, '≥'),
    ("symbol", 0xB4, '×'),
    ("symbol", 0xB7, '•'),
    ("symbol", 0xB8, '÷'),
    ("symbol", 0xBC, '…'),
];

/// The letter for a place in a font, given in hexadecimal; `None` when there is none.
pub(super) fn symbol(font: &str, code: &str) -> Option<char> {
    let code = u32::from_str_radix(code, 16).ok()?;
    // Symbol fonts live in the private area from U+F000; some programs leave that off.
    let place = if (0xF000..=0xF0FF).contains(&code) { code - 0xF000 } else { code };
    let font = font.to_lowercase();
    if FONTS.contains(&&*font) {
        return SIGNS.iter().find(|(of, at, _)| *of == font && *at == place).map(|(.., sign)| *sign);
    }
    let is_private = (0xE000..=0xF8FF).contains(&code);
    char::from_u32(code).filter(|letter| !is_private && !letter.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_word_makes_of_typed_signs() {
        let cases = [
            ("Wingdings", "F04A", Some('☺')),
            ("Wingdings", "F0E0", Some('→')),
            ("wingdings", "4A", Some('☺')),
            ("Wingdings", "F041", None),
            ("Symbol", "F0B7", Some('•')),
            ("Symbol", "F061", None),
            ("Calibri", "00EB", Some('ë')),
            ("Calibri", "F0EB", None),
            ("Calibri", "D800", None),
            ("Calibri", "0", None),
            ("Calibri", "zo'n", None),
        ];
        for (font, code, expected) in cases {
            assert_eq!(symbol(font, code), expected, "{font} {code}");
        }
    }
}
