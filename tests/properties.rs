//! What must hold whatever people do.

mod correcting;
mod history;
