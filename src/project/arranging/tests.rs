//! The board's verbs over the worked example.
