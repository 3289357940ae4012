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
mod pydantic;
mod texts;
mod week_display;
mod week_ranges;

use pyo3::prelude::*;

#[pymodule]
mod _semaine {
    use pyo3::prelude::*;

    use crate::{date_utils, functions};

    #[pymodule_export]
    use crate::columns::arrow::{ArrowChunks, ArrowColumn, answer_arrow};
    #[pymodule_export]
    use crate::columns::numpy::{fill_answers, fill_parsed, fill_parsed_rows, fill_texts};
    #[pymodule_export]
    use crate::columns::rows::answer_rows;
    #[pymodule_export]
    use crate::date_utils::{
        batch_convert_week_starts, convert_week_start_to_iso8601, format_week_display,
        get_monday_of_week, get_sunday_of_week, get_week_dates, get_week_number_iso8601,
        get_week_range_iso8601, get_week_year_iso8601, parse_date, validate_database_week_starts,
        validate_week_start_iso8601,
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
        functions::add(module)?;
        let py = module.py();
        module.add("_is_monday", wrap_pyfunction!(date_utils::is_monday, py)?)?;
        module.add(
            "_next_monday",
            wrap_pyfunction!(date_utils::next_monday, py)?,
        )?;
        module.add(
            "_previous_monday",
            wrap_pyfunction!(date_utils::previous_monday, py)?,
        )
    }
}
