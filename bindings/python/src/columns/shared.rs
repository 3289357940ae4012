//! Objects that many rows of a list have in common.

use pyo3::prelude::*;

/// The most objects that are remembered: the days of 89 years.
const MOST: usize = 1 << 15;

/// Remembers what was made for a number: a list of dates mostly has far more rows than weeks, and to
/// make an object takes longer than all else. What is shared has to be immutable.
#[derive(Debug)]
pub(super) struct Shared<'py> {
    /// The place of a number is its remainder, so that neighbours do not displace one another.
    places: Vec<Option<(i32, Bound<'py, PyAny>)>>,
}

impl<'py> Shared<'py> {
    /// For so many rows.
    pub(super) fn for_rows(rows: usize) -> Self {
        let count = rows.clamp(1, MOST).next_power_of_two();
        Self {
            places: std::iter::repeat_with(|| None).take(count).collect(),
        }
    }

    /// The object of a number, which is made if it is not remembered.
    ///
    /// # Errors
    ///
    /// What making it raises.
    #[inline]
    pub(super) fn get<T, E>(
        &mut self,
        number: i32,
        make: impl FnOnce() -> Result<Bound<'py, T>, E>,
    ) -> PyResult<Bound<'py, PyAny>>
    where
        PyErr: From<E>,
    {
        let place = number.cast_unsigned() as usize & (self.places.len() - 1);
        if let Some(Some((known, object))) = self.places.get(place)
            && *known == number
        {
            return Ok(object.clone());
        }
        let object = make()?.into_any();
        if let Some(place) = self.places.get_mut(place) {
            *place = Some((number, object.clone()));
        }
        Ok(object)
    }
}
