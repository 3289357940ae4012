//! Postgres.
use crate::Result;
use crate::database::*;
/// A connection.
#[derive(Debug)]
pub struct Postgres;
impl Postgres {
    /// Opens it.
    pub fn open(_: &str) -> Result<Self> {
        Ok(Self)
    }
}
impl Database for Postgres {
    fn engine(&self) -> Engine {
        unimplemented!()
    }
    fn execute(&mut self, _sql: &str, _values: &[Value]) -> Result<u64> {
        unimplemented!()
    }
    fn script(&mut self, _sql: &str) -> Result<()> {
        unimplemented!()
    }
    fn query(&mut self, _sql: &str, _values: &[Value]) -> Result<Vec<Vec<Value>>> {
        unimplemented!()
    }
    fn stream(
        &mut self,
        _sql: &str,
        _values: &[Value],
        _row: &mut dyn FnMut(&[Value]) -> Result<()>,
    ) -> Result<()> {
        unimplemented!()
    }
    fn begin(&mut self, _access: Access) -> Result<()> {
        unimplemented!()
    }
    fn commit(&mut self) -> Result<()> {
        unimplemented!()
    }
    fn rollback(&mut self) {
        unimplemented!()
    }
    fn reconnect(&mut self) -> Result<()> {
        unimplemented!()
    }
    fn lock(&mut self) -> Result<()> {
        unimplemented!()
    }
    fn set_profile(&mut self, _profile: Profile) -> Result<()> {
        unimplemented!()
    }
    fn schema(&mut self, _tables: &[&str]) -> Result<Schema> {
        unimplemented!()
    }
    fn tables(&mut self) -> Result<Vec<String>> {
        unimplemented!()
    }
    fn facts(&mut self) -> Result<Facts> {
        unimplemented!()
    }
    fn integrity(&mut self) -> Result<Option<Vec<String>>> {
        unimplemented!()
    }
    fn batch(
        &mut self,
        _columns: Columns<'_>,
        _after: Option<&Key>,
        _limit: u32,
    ) -> Result<Vec<Row>> {
        unimplemented!()
    }
    fn taken(&mut self, _columns: Columns<'_>, _places: &[Place<'_>]) -> Result<Vec<bool>> {
        unimplemented!()
    }
    fn move_weeks(
        &mut self,
        _columns: Columns<'_>,
        _run: i64,
        _sequence: i64,
        _moves: &[Move],
    ) -> Result<u64> {
        unimplemented!()
    }
    fn undo_moves(&mut self, _columns: Columns<'_>, _moves: &[Move]) -> Result<Vec<usize>> {
        unimplemented!()
    }
    fn children(&mut self, _child: ChildColumns<'_>, _parents: &[Key]) -> Result<Vec<ChildRow>> {
        unimplemented!()
    }
}
