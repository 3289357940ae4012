//! Columns of this package as Arrow's structures. Whoever gets them shares the memory.

use std::ffi::{CString, c_char, c_int, c_void};
use std::ptr;
use std::sync::Arc;

use super::abi::{Array, Released as _, Schema, Stream};

/// The type of a column.
#[derive(Debug)]
pub(crate) struct Field {
    /// Arrow's format string.
    pub(super) format: CString,
    pub(super) name: CString,
    pub(super) children: Vec<Self>,
}

/// The memory of a column.
#[derive(Debug)]
pub(crate) enum Buffer {
    /// Nothing, where everything is valid, or a struct has no values.
    None,
    Bytes(Vec<u8>),
    Narrow(Vec<i32>),
    Wide(Vec<i64>),
}

/// The values of a column.
#[derive(Debug)]
pub(crate) struct Chunk {
    pub(super) length: usize,
    /// How many rows are null.
    pub(super) nulls: usize,
    /// The validity first, as everywhere in Arrow.
    pub(super) buffers: Vec<Buffer>,
    pub(super) children: Vec<Arc<Self>>,
}

const NULLABLE: i64 = 2;

impl Chunk {
    /// Values with a validity bitmap, without which all rows are valid.
    pub(super) fn new(
        length: usize,
        validity: Option<Vec<u8>>,
        values: impl IntoIterator<Item = Buffer>,
    ) -> Self {
        let valid = validity.as_ref().map_or(length, |bits| {
            bits.iter().map(|byte| byte.count_ones() as usize).sum()
        });
        let validity = validity.map_or(Buffer::None, Buffer::Bytes);
        Self {
            length,
            nulls: length.saturating_sub(valid),
            buffers: std::iter::once(validity).chain(values).collect(),
            children: Vec::new(),
        }
    }
}

impl Buffer {
    fn start(&self) -> *const c_void {
        match self {
            Self::None => ptr::null(),
            Self::Bytes(values) => values.as_ptr().cast(),
            Self::Narrow(values) => values.as_ptr().cast(),
            Self::Wide(values) => values.as_ptr().cast(),
        }
    }
}

/// What an exported structure points to, until it is released.
struct Held<T, C> {
    /// Owns the memory.
    _owner: T,
    pointers: Vec<*const c_void>,
    children: Vec<*mut C>,
}

impl<T, C> Drop for Held<T, C> {
    fn drop(&mut self) {
        for child in self.children.drain(..) {
            // SAFETY: it was boxed when this was made; a child that was moved away counts as released.
            drop(unsafe { Box::from_raw(child) });
        }
    }
}

fn boxed<T>(children: impl Iterator<Item = T>) -> Vec<*mut T> {
    children
        .map(|child| Box::into_raw(Box::new(child)))
        .collect()
}

fn count<T>(values: &[T]) -> i64 {
    // OK because no memory has more.
    values.len().try_into().unwrap_or(i64::MAX)
}

pub(super) fn schema(field: &Arc<Field>) -> Schema {
    schema_of(field, field)
}

fn schema_of(field: &Field, owner: &Arc<Field>) -> Schema {
    let children = field.children.iter().map(|child| schema_of(child, owner));
    let mut held = Box::new(Held {
        _owner: Arc::clone(owner),
        pointers: Vec::new(),
        children: boxed(children),
    });
    Schema {
        format: field.format.as_ptr(),
        name: field.name.as_ptr(),
        flags: NULLABLE,
        n_children: count(&held.children),
        children: held.children.as_mut_ptr(),
        release: Some(release_schema),
        metadata: ptr::null(),
        dictionary: ptr::null_mut(),
        private_data: Box::into_raw(held).cast(),
    }
}

unsafe extern "C" fn release_schema(schema: *mut Schema) {
    // SAFETY: `schema` made it, and whoever releases it does so once.
    unsafe {
        (*schema).release = None;
        drop(Box::from_raw(
            (*schema).private_data.cast::<Held<Arc<Field>, Schema>>(),
        ));
    }
}

pub(super) fn array(chunk: &Arc<Chunk>) -> Array {
    let mut held = Box::new(Held {
        _owner: Arc::clone(chunk),
        pointers: chunk.buffers.iter().map(Buffer::start).collect(),
        children: boxed(chunk.children.iter().map(array)),
    });
    Array {
        length: chunk.length.try_into().unwrap_or(i64::MAX),
        null_count: chunk.nulls.try_into().unwrap_or(-1),
        n_buffers: count(&held.pointers),
        n_children: count(&held.children),
        buffers: held.pointers.as_mut_ptr(),
        children: held.children.as_mut_ptr(),
        release: Some(release_array),
        offset: 0,
        dictionary: ptr::null_mut(),
        private_data: Box::into_raw(held).cast(),
    }
}

unsafe extern "C" fn release_array(array: *mut Array) {
    // SAFETY: `array` made it, and whoever releases it does so once.
    unsafe {
        (*array).release = None;
        drop(Box::from_raw(
            (*array).private_data.cast::<Held<Arc<Chunk>, Array>>(),
        ));
    }
}

/// What a stream has left to give.
struct Chunks {
    field: Arc<Field>,
    chunks: std::vec::IntoIter<Arc<Chunk>>,
}

pub(super) fn stream(field: &Arc<Field>, chunks: Vec<Arc<Chunk>>) -> Stream {
    let chunks = Box::new(Chunks {
        field: Arc::clone(field),
        chunks: chunks.into_iter(),
    });
    Stream {
        get_schema: Some(get_schema),
        get_next: Some(get_next),
        get_last_error: Some(get_last_error),
        release: Some(release_stream),
        private_data: Box::into_raw(chunks).cast(),
    }
}

unsafe extern "C" fn get_schema(stream: *mut Stream, out: *mut Schema) -> c_int {
    // SAFETY: `stream` made it, it is not released, and the caller has room for the schema.
    unsafe {
        let chunks = (*stream).private_data.cast::<Chunks>();
        out.write(schema(&(*chunks).field));
    }
    0
}

unsafe extern "C" fn get_next(stream: *mut Stream, out: *mut Array) -> c_int {
    // SAFETY: as above.
    unsafe {
        let chunks = (*stream).private_data.cast::<Chunks>();
        let next = (*chunks).chunks.next();
        out.write(next.as_ref().map_or_else(Array::empty, array));
    }
    0
}

unsafe extern "C" fn get_last_error(_: *mut Stream) -> *const c_char {
    ptr::null()
}

unsafe extern "C" fn release_stream(stream: *mut Stream) {
    // SAFETY: `stream` made it, and whoever releases it does so once.
    unsafe {
        (*stream).release = None;
        drop(Box::from_raw((*stream).private_data.cast::<Chunks>()));
    }
}
