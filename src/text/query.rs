//! stub
use crate::model::PointSpan;
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tree { All(Vec<Tree>), Any(Vec<Tree>), Not(Box<Tree>), Field(Field), Words(Words) }
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field { pub name: String, pub value: String, pub place: PointSpan }
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words { pub text: String, pub place: PointSpan }
