//! stub
/// stub
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShortenFault;
/// stub
/// # Errors
/// stub
pub fn check_shortened(_f: &str, _r: &str) -> Result<(), ShortenFault> { Ok(()) }
