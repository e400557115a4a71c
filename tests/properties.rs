//! What must hold whatever people do.

mod history;
