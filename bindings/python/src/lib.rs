//! The Python module `semaine._semaine`: each function converts, calls the core once, and returns.

mod columns;
mod date_utils;
mod dates;
mod errors;
mod functions;
mod integers;
mod iso_week;
mod iso_week_date;
mod meth_o;
mod month_week;
mod named_argument;
mod pydantic;
mod texts;
mod week_display;
mod week_ranges;

use pyo3::prelude::*;

#[pymodule]
mod _semaine {
    use pyo3::prelude::*;
    use pyo3::types::PyDate;

    use crate::{date_utils, functions};

    #[pymodule_export]
    use crate::columns::arrow::{ArrowChunks, ArrowColumn, answer_arrow};
    #[pymodule_export]
    use crate::columns::numpy::{fill_answers, fill_parsed, fill_parsed_rows, fill_texts};
    #[pymodule_export]
    use crate::columns::rows::answer_rows;
    #[pymodule_export]
    use crate::date_utils::{
        batch_convert_week_starts, format_week_display, get_week_dates, get_week_range_iso8601,
        parse_date, validate_database_week_starts,
    };
    #[pymodule_export]
    use crate::functions::{is_long_year, week_range, weeks_in_year};
    #[pymodule_export]
    use crate::iso_week::IsoWeek;
    #[pymodule_export]
    use crate::iso_week_date::IsoWeekDate;
    #[pymodule_export]
    use crate::month_week::month_week;
    #[allow(non_upper_case_globals, reason = "Python's name")]
    #[pymodule_export]
    const __version__: &str = env!("CARGO_PKG_VERSION");

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        // Has PyO3 fetch the C interface of `datetime` now: a destructor may be the first to need it,
        // when Python shuts down and imports nothing any more.
        PyDate::new(module.py(), 1970, 1, 1)?;
        functions::add(module)?;
        date_utils::add(module)
    }
}
