//! Arrow data, which comes and goes through the `PyCapsule` interface without a copy.

mod abi;
mod answer;
mod export;
mod import;
mod layout;
mod views;

use std::slice;
use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyTuple};

use self::abi::{Array, Schema, Stream, capsule, taken};
use self::export::{Chunk, Field};
use self::layout::Type;
use super::question::Question;

/// An Arrow array of answers, for any library that reads Arrow data.
///
/// It has ``__arrow_c_array__`` and ``__arrow_c_stream__``, of which those libraries know:
/// ``pyarrow.array(column)``, ``polars.Series(column)``. They share its memory.
#[pyclass(frozen, module = "semaine.columns")]
#[derive(Debug)]
pub(crate) struct ArrowColumn {
    field: Arc<Field>,
    chunk: Arc<Chunk>,
}

#[pymethods]
impl ArrowColumn {
    fn __len__(&self) -> usize {
        self.chunk.length
    }

    fn __repr__(&self) -> String {
        format!(
            "<semaine.columns.ArrowColumn of {} rows>",
            self.chunk.length
        )
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        capsule(py, export::schema(&self.field))
    }

    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_array__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<(Bound<'py, PyCapsule>, Bound<'py, PyCapsule>)> {
        let _ = requested_schema;
        Ok((
            self.__arrow_c_schema__(py)?,
            capsule(py, export::array(&self.chunk))?,
        ))
    }

    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        let chunks = vec![Arc::clone(&self.chunk)];
        capsule(py, export::stream(&self.field, chunks))
    }
}

/// Arrow arrays of answers, one after the other, for any library that reads Arrow data.
///
/// It has ``__arrow_c_stream__``, of which those libraries know: ``pyarrow.chunked_array(column)``,
/// ``polars.Series(column)``. They share its memory.
#[pyclass(frozen, module = "semaine.columns")]
#[derive(Debug)]
pub(crate) struct ArrowChunks {
    field: Arc<Field>,
    chunks: Vec<Arc<Chunk>>,
}

#[pymethods]
impl ArrowChunks {
    fn __len__(&self) -> usize {
        self.chunks.iter().map(|chunk| chunk.length).sum()
    }

    fn __repr__(&self) -> String {
        format!(
            "<semaine.columns.ArrowChunks of {} rows in {} chunks>",
            self.__len__(),
            self.chunks.len(),
        )
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        capsule(py, export::schema(&self.field))
    }

    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        capsule(py, export::stream(&self.field, self.chunks.clone()))
    }
}

/// The answers for what exports an Arrow array, or else a stream of them. Texts are `utf8`, but
/// `large_utf8` where they could have more than `most_bytes`, so that it may be tried with few rows.
///
/// # Errors
///
/// `TypeError` for a type that is no column of dates (of texts, for `parse`), `ParseError` or
/// `WeekError` for a text that is refused, and whatever the producer raises.
#[pyfunction]
#[pyo3(signature = (question, producer, most_bytes = MOST_BYTES, /))]
pub(crate) fn answer_arrow<'py>(
    question: Question,
    producer: &Bound<'py, PyAny>,
    most_bytes: usize,
) -> PyResult<Bound<'py, PyAny>> {
    let py = producer.py();
    if producer.hasattr("__arrow_c_array__")? {
        let capsules = producer.call_method0("__arrow_c_array__")?;
        let (schema, array): (Bound<'py, PyAny>, Bound<'py, PyAny>) =
            capsules.cast::<PyTuple>()?.extract()?;
        let (schema, array): (Schema, Array) = (taken(&schema)?, taken(&array)?);
        let column = Type::of(question, &schema)?;
        let mut chunk = answer::chunk(py, question, &column, &array, 0, most_bytes)?;
        let are_large = answer::are_large(question, slice::from_mut(&mut chunk))?;
        let answers = ArrowColumn {
            field: answer::field(question, &column, are_large)?.into(),
            chunk: chunk.into(),
        };
        return Ok(answers.into_pyobject(py)?.into_any());
    }
    let mut stream: Stream = taken(&producer.call_method0("__arrow_c_stream__")?)?;
    let column = Type::of(question, &stream.schema()?)?;
    let (mut chunks, mut rows) = (Vec::new(), 0);
    while let Some(array) = stream.next(py)? {
        let chunk = answer::chunk(py, question, &column, &array, rows, most_bytes)?;
        rows += chunk.length;
        chunks.push(chunk);
    }
    let are_large = answer::are_large(question, &mut chunks)?;
    let answers = ArrowChunks {
        field: answer::field(question, &column, are_large)?.into(),
        chunks: chunks.into_iter().map(Arc::new).collect(),
    };
    Ok(answers.into_pyobject(py)?.into_any())
}

/// The most bytes of texts to which offsets of 32 bits lead.
const MOST_BYTES: usize = 0x7FFF_FFFF;
