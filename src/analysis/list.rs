//! Dense tables: a row is reached by its position, which is typed by the noun, so that a code's position cannot be used
//! to look up a coder. Position order is the order in which people are shown things.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::Index;

/// The position of a `T` in its [`List`].
pub struct At<T>(u32, PhantomData<fn() -> T>);

impl<T> At<T> {
    /// The position as a number.
    ///
    /// # Panics
    /// Beyond four billion rows.
    #[must_use]
    pub fn new(position: usize) -> Self {
        Self(u32::try_from(position).expect("a study has fewer than four billion rows"), PhantomData)
    }

    /// As a number.
    #[must_use]
    pub fn number(self) -> usize {
        self.0 as usize
    }
}

impl<T> Clone for At<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for At<T> {}
impl<T> PartialEq for At<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<T> Eq for At<T> {}
impl<T> PartialOrd for At<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for At<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}
impl<T> Hash for At<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<T> fmt::Debug for At<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}

/// A table whose rows are reached by [`At`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List<T>(Vec<T>);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> List<T> {
    /// A table of these rows, in this order.
    #[must_use]
    pub fn new(rows: Vec<T>) -> Self {
        Self(rows)
    }

    /// The rows with their positions.
    #[must_use]
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (At<T>, &T)> + ExactSizeIterator {
        self.0.iter().enumerate().map(|(position, row)| (At::new(position), row))
    }

    /// The rows.
    #[must_use]
    pub fn rows(&self) -> &[T] {
        &self.0
    }

    /// All positions.
    pub fn positions(&self) -> impl DoubleEndedIterator<Item = At<T>> + ExactSizeIterator + use<T> {
        (0..self.0.len()).map(At::new)
    }

    /// How many rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T> Index<At<T>> for List<T> {
    type Output = T;
    fn index(&self, at: At<T>) -> &T {
        &self.0[at.number()]
    }
}
